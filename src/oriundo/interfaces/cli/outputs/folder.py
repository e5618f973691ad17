"""The folder that `oriundo identify` writes."""

from __future__ import annotations

import tempfile
from collections.abc import Collection, Sequence
from pathlib import Path

from oriundo.collect.sources.drafts import RecordKey, Trouble
from oriundo.collect.sources.mapping import dump_mapping
from oriundo.collect.sources.reading import Reading
from oriundo.domain.directory.assembly import Assembly
from oriundo.interfaces.cli.outputs.funnel import stages
from oriundo.interfaces.cli.outputs.links import identifiers, links_of, write_links
from oriundo.interfaces.cli.outputs.organizations import write_geojson, write_organizations
from oriundo.interfaces.cli.outputs.report import write_report
from oriundo.interfaces.cli.outputs.tables import write_table
from oriundo.interfaces.speech import say

_SAMPLE = 50


def write_folder(out: Path, readings: Sequence[Reading], assembly: Assembly) -> None:
    """Write every output of one identification into `out`, made if absent.

    All is written beside it first and moved in at the end, so that a run that dies leaves the
    folder as it was.
    """
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out, prefix=".writing-") as folder:
        draft = Path(folder)
        _write_all(draft, readings, assembly)
        (out / "mappings").mkdir(exist_ok=True)
        for path in sorted(path for path in draft.rglob("*") if path.is_file()):
            path.replace(out / path.relative_to(draft))


def _write_all(out: Path, readings: Sequence[Reading], assembly: Assembly) -> None:
    write_organizations(out / "organizations.csv", assembly.included)
    write_geojson(out / "organizations.geojson", assembly.included)
    write_links(out / "links.csv", links_of(p.keys for p in assembly.portraits))
    write_table(out / "funnel.csv", ("counter", "number"), stages(readings, assembly))
    _write_excluded(out / "excluded.csv", assembly)
    _write_sample(out / "excluded_sample.csv", readings, assembly)
    _write_review(out / "review.csv", readings, assembly)
    _write_issues(out / "issues.csv", readings, assembly.asked)
    (out / "mappings").mkdir()
    for reading in readings:
        path = out / "mappings" / f"{reading.source}.yaml"
        path.write_text(dump_mapping(reading.mapping), encoding="utf-8")
    write_report(out / "report.html", readings, assembly)


def _write_excluded(path: Path, assembly: Assembly) -> None:
    excluded = list(assembly.excluded)
    of_each = zip(excluded, identifiers(p.keys for p in excluded), strict=True)
    rows = sorted((*key, made, p.exclusion) for p, made in of_each for key in p.keys)
    write_table(path, ("source", "record_id", "organization_id", "reason"), rows)


def _write_sample(path: Path, readings: Sequence[Reading], assembly: Assembly) -> None:
    """A random sample of excluded records for a person to check, the same for the same records.

    It shows names, so those who asked not to be listed are not drawn.
    """
    drafts = {draft.key: draft for reading in readings for draft in reading.drafts}
    asked = assembly.asked
    excluded = [(key, p.exclusion) for p in assembly.excluded for key in p.keys]
    reasons = {key: reason for key, reason in excluded if key not in asked}
    lots = dict(zip(reasons, identifiers([key] for key in reasons), strict=True))
    drawn = sorted(reasons, key=lots.__getitem__)[:_SAMPLE]
    rows = sorted((*key, drafts[key].name, reasons[key]) for key in drawn)
    write_table(path, ("source", "record_id", "name", "reason"), rows)


def _write_review(path: Path, readings: Sequence[Reading], assembly: Assembly) -> None:
    names = {draft.key: draft.name for reading in readings for draft in reading.drafts}
    header = (
        *("left_source", "left_id", "left_name"),
        *("right_source", "right_id", "right_name"),
        *("probability", "reasons"),
    )
    rows = (
        (
            *(*pair.left, names[pair.left]),
            *(*pair.right, names[pair.right]),
            f"{pair.probability:.4f}",
            "; ".join(say(*reason) for reason in pair.reasons),
        )
        for pair in assembly.review
    )
    write_table(path, header, rows)


def _write_issues(path: Path, readings: Sequence[Reading], asked: Collection[RecordKey]) -> None:
    """What was not understood; the values of those who asked not to be listed are left empty."""
    header = ("file", "row", "column", "value", "code", "row_refused", "what", "what_to_do")
    silent = {(d.source, d.row) for reading in readings for d in reading.drafts if d.key in asked}
    rows = (
        _issue(trouble, silent=(trouble.source, trouble.row) in silent)
        for reading in readings
        for trouble in reading.troubles
    )
    write_table(path, header, rows)


def _issue(trouble: Trouble, *, silent: bool) -> tuple[object, ...]:
    values = {name: "…" if silent else value for name, value in trouble.values.items()}
    return (
        trouble.source,
        trouble.row,
        trouble.column,
        "" if silent else trouble.value,
        trouble.code,
        "yes" if trouble.refused else "no",
        say(trouble.sentence, values),
        say(trouble.remedy, values),
    )
