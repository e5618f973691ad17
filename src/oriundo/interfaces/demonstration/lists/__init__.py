"""The six lists as found, drawn from the truth, and the study's own naming of organizations.

They are the only thing that the pipeline sees.
"""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

import yaml

from oriundo.interfaces.demonstration.distractors import distractors
from oriundo.interfaces.demonstration.lists.authority import authority
from oriundo.interfaces.demonstration.lists.federation import federation
from oriundo.interfaces.demonstration.lists.found import FoundList
from oriundo.interfaces.demonstration.lists.ngo import ngo
from oriundo.interfaces.demonstration.lists.official import official
from oriundo.interfaces.demonstration.lists.sightings import (
    AUTHORITY,
    FEDERATION,
    NGO,
    OFFICIAL,
    TAX,
    WEB,
    sightings,
)
from oriundo.interfaces.demonstration.lists.study import study
from oriundo.interfaces.demonstration.lists.tax import tax
from oriundo.interfaces.demonstration.lists.web import web
from oriundo.interfaces.demonstration.streams import stream
from oriundo.interfaces.demonstration.truth import truth

__all__ = ["FoundList", "answers", "draw", "everything", "write_lists"]

_LISTS = {
    AUTHORITY: authority,
    OFFICIAL: official,
    FEDERATION: federation,
    NGO: ngo,
    TAX: tax,
    WEB: web,
}


@cache
def draw(seed: int = 2020) -> tuple[FoundList, ...]:
    """The six lists, by slug. The same seed gives the same bytes."""
    seen = sightings(truth(seed), distractors(seed), stream("sightings", seed))
    return tuple(make(seen[slug], stream(slug, seed)) for slug, make in _LISTS.items())


@cache
def everything(seed: int = 2020) -> tuple[FoundList, ...]:
    """The six lists, and the list of what the study itself names."""
    return (*draw(seed), study((*truth(seed), *distractors(seed))))


def answers(lists: tuple[FoundList, ...]) -> dict[tuple[str, str], str]:
    """(slug, record id) → what the record truly is: the id of an organization or a distractor."""
    return {
        (found.slug, record_id): body
        for found in lists
        for record_id, body in found.answers.items()
    }


def write_lists(folder: Path, seed: int = 2020) -> None:
    """Write all files, a mapping `<slug>.yaml` for each, and answers.csv into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    lists = everything(seed)
    for found in lists:
        (folder / found.file_name).write_bytes(found.content)
        mapping = yaml.safe_dump(dict(found.mapping), allow_unicode=True, sort_keys=False)
        (folder / f"{found.slug}.yaml").write_text(mapping, encoding="utf-8")
    names = {found.slug: found.file_name for found in lists}
    with (folder / "answers.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(("source", "record_id", "truth"))
        rows.writerows(
            (names[slug], record_id, body) for (slug, record_id), body in answers(lists).items()
        )
