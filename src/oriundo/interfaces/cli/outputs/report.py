"""report.html: one file that a person opens, prints or sends; it asks nothing of any network."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from importlib import resources
from pathlib import Path
from typing import Any

from django.template import Context, Engine
from django.utils.translation import get_language, gettext

from oriundo.base.core.language import gettext_noop
from oriundo.base.places.names import country_name, division_name
from oriundo.collect.sources.reading import Reading
from oriundo.domain.directory.assembly import Assembly
from oriundo.domain.directory.golden import Portrait
from oriundo.domain.directory.inclusion import REASONS
from oriundo.insight.observatory.matrix import UNKNOWN, Matrix, tabulate
from oriundo.interfaces.cli.outputs.funnel import stages
from oriundo.interfaces.cli.outputs.grid import US_GRID
from oriundo.interfaces.speech import say

FIELDS = {
    "website": gettext_noop("Website"),
    "phone": gettext_noop("Telephone"),
    "email": gettext_noop("Email"),
    "address": gettext_noop("Address"),
    "city": gettext_noop("City"),
    "description": gettext_noop("What it does"),
    "hometown": gettext_noop("Hometown"),
    "founded": gettext_noop("Founded"),
    "members": gettext_noop("Number of members"),
}
_SHOWN_ALARMS = 12
_SHOWN_REVIEW = 20


def write_report(path: Path, readings: Sequence[Reading], assembly: Assembly) -> None:
    """Funnel, exclusions, origin-destination matrix with its unknown column, map, data quality."""
    templates = resources.files("oriundo.interfaces.cli") / "templates"
    engine = Engine(dirs=[str(templates)], libraries={"i18n": "django.templatetags.i18n"})
    page = engine.get_template("report.html").render(Context(_context(readings, assembly)))
    path.write_text(page, encoding="utf-8")


def _context(readings: Sequence[Reading], assembly: Assembly) -> dict[str, Any]:
    language = get_language() or "en"
    included = assembly.included
    pairs = [(p.origin.code, p.residence_country) for p in included]
    return {
        "language": language,
        "lists": readings,
        "funnel": [
            (gettext(counter), number)
            for counter, number in stages(readings, assembly)
            if ": " not in counter
        ],
        "exclusions": _exclusions(assembly),
        "matrix": _matrix(tabulate(pairs), language),
        "grid": _grid(included, language),
        "elsewhere": _elsewhere(included, language),
        "not_located": sum(p.precision in ("none", "country") for p in included),
        "identified": len(included),
        "quality": _quality(included),
        "alarms": [say(a.sentence, a.values) for a in assembly.matched.alarms[:_SHOWN_ALARMS]],
        "review": _review(readings, assembly),
        "review_total": len(assembly.review),
    }


def _exclusions(assembly: Assembly) -> list[tuple[str, int]]:
    counted = Counter[str]()
    for portrait in assembly.excluded:
        counted[portrait.exclusion] += len(portrait.keys)
    return [(gettext(REASONS[reason]), number) for reason, number in counted.most_common()]


def _matrix(matrix: Matrix, language: str) -> dict[str, Any]:
    def name(code: str) -> str:
        return gettext("Unknown") if code == UNKNOWN else country_name(code, language)

    return {
        "destinations": [name(code) for code in matrix.destinations],
        "rows": [
            (
                name(origin),
                [matrix.cells[origin][code] for code in matrix.destinations],
                matrix.row_totals[origin],
            )
            for origin in matrix.origins
        ],
        "totals": [matrix.column_totals[code] for code in matrix.destinations],
        "total": matrix.total,
    }


def _grid(included: Sequence[Portrait], language: str) -> list[dict[str, Any]]:
    counted = Counter(p.residence_region for p in included)
    most = max((counted[code] for code in US_GRID), default=0)
    return [
        {
            "x": column * 44,
            "y": row * 44,
            "code": code[3:],
            "name": division_name(code, language),
            "number": counted[code],
            "shade": _shade(counted[code], most),
        }
        for code, (row, column) in US_GRID.items()
    ]


def _shade(number: int, most: int) -> int:
    """Class 0 to 4: none, then quarters of the largest count on a square root scale."""
    return 0 if not number else 1 + min(3, int(4 * (number / most) ** 0.5 - 1e-9))


def _elsewhere(included: Sequence[Portrait], language: str) -> list[tuple[str, int]]:
    counted = Counter(p.residence_country for p in included if p.residence_country)
    return [(country_name(code, language), n) for code, n in counted.most_common() if code != "USA"]


def _quality(included: Sequence[Portrait]) -> list[tuple[str, int, int]]:
    """(field, organizations that have it, percent of all, rounded)."""
    held = Counter(name for p in included for name in {fact.field for fact in p.facts})
    total = len(included)
    return [
        (gettext(label), held[name], round(100 * held[name] / total) if total else 0)
        for name, label in FIELDS.items()
    ]


def _review(readings: Sequence[Reading], assembly: Assembly) -> list[dict[str, Any]]:
    names = {draft.key: draft.name for reading in readings for draft in reading.drafts}
    return [
        {
            "left": names[pair.left],
            "right": names[pair.right],
            "reasons": [say(*reason) for reason in pair.reasons],
        }
        for pair in assembly.review[:_SHOWN_REVIEW]
    ]
