"""What is kept of a row whose address is a home, or of whoever asked that it be blurred.

A cell or a town, and nothing else that tells where: street, postal code and point go before
anything is stored, from what was read and from the row as it came. Of that row only the cells stay
from which something is read that is no place; of sentences that repeat the street, the postal code
or the point, those words go. There is no way back: what is discarded here is nowhere.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from collections.abc import Mapping as AbstractMapping
from dataclasses import fields, replace
from typing import Any, TypeGuard

from oriundo.base.places.coarse import coarsen, coarsen_to_place
from oriundo.base.places.gazetteer import Place
from oriundo.base.places.geocoder import geocode
from oriundo.base.places.located import Address
from oriundo.collect.sources.drafts import Draft
from oriundo.collect.sources.faults import Fault
from oriundo.collect.sources.mapping.model import Mapping
from oriundo.collect.sources.normalizing.numbers import is_no, is_yes
from oriundo.collect.sources.normalizing.text import clean

HOME = "home"
WITHHELD = "…"
_TRUTH = ("address", "postal", "lat", "lon", HOME)
_AREAS = ("city", "region", "country")
_OF_COUNTIES = frozenset({"USA", "CAN"})
_MAPS = re.compile(r"(^|[./])(maps?|waze|openstreetmap|plus\.codes)([./]|$)")
_SEPARATED = re.compile(r"[,;\n]")
_NUMBERS = re.compile(r"[#-]?\b\d[\w-]*")
_SHORTEST = 4
_NOT_SAID = frozenset(("source", "record_id", "row", "raw"))
# Of these a fault quotes the identifier of a row, which is no place.
_OF_IDS = "id-"


def at_home(mapping: Mapping) -> Mapping:
    """The mapping, with every row an address of a home: nothing in a column says otherwise."""
    columns = {name: found for name, found in mapping.columns.items() if name != HOME}
    read = {column for found in columns.values() for column in found}
    more = [column for column in mapping.columns.get(HOME, ()) if column not in read]
    ignore = tuple(dict.fromkeys((*mapping.ignore, *more)))
    return replace(
        mapping, columns=columns, constants=mapping.constants | {HOME: "yes"}, ignore=ignore
    )


def is_all_home(mapping: Mapping) -> bool:
    """Whether every row of a list is read as an address of a home."""
    return HOME not in mapping.columns and is_yes(mapping.constants.get(HOME, ""))


def is_home(mapping: Mapping, cells: AbstractMapping[str, str]) -> bool:
    """Whether a row says that its address is a home. A word that is neither yes nor no says so."""
    said = [cells.get(column, "").strip() for column in mapping.columns.get(HOME, ())]
    # A cross means yes here, and nothing elsewhere.
    said = [word for word in said if is_yes(word) or clean(word)]
    return any(word and not is_no(word) for word in said or [mapping.constants.get(HOME, "")])


def known_by(draft: Draft) -> str:
    """What a row is known by from one release to the next: its identifier, else its name."""
    return draft.name if draft.record_id == str(draft.row) else draft.record_id


def coarsened(draft: Draft, mapping: Mapping, secrets: Collection[str] = ()) -> Draft:
    """The draft with a cell or a town for a place, read by `mapping`; twice is once.

    `secrets`: further texts that tell where it is, which are cut out of every sentence.
    """
    words = _pattern([*secrets, *truth(draft, mapping)])
    told: dict[str, Any] = {
        f.name: _without(getattr(draft, f.name), words)
        for f in fields(Draft)
        if f.name not in _NOT_SAID
    }
    told["websites"] = tuple(site for site in told["websites"] if not _MAPS.search(site))
    told["name"] = told["name"] or WITHHELD
    told |= {"address": "", "postal": "", "coarse": True}
    if draft.lat is not None and draft.lon is not None:
        told["lat"], told["lon"] = coarsen(draft.lat, draft.lon)
    told |= _area(draft, told)
    return replace(draft, **told, raw=_raw(draft.raw, mapping, words))


def truth(draft: Draft, mapping: Mapping) -> list[str]:
    """The texts of a draft that tell where it is more finely than a town."""
    columns = {column for name in _TRUTH for column in mapping.columns.get(name, ())}
    found = [draft.address, draft.postal, *(draft.raw.get(column, "") for column in columns)]
    if not draft.coarse:
        found += [str(number) for number in (draft.lat, draft.lon) if number is not None]
    areas = {getattr(draft, name).casefold() for name in _AREAS}
    parts = [part for text in found for part in _SEPARATED.split(text) if _has_digit(part)]
    texts = (text.strip() for text in (*found, *parts))
    return [t for t in texts if _is_fine(t) and (_has_digit(t) or t.casefold() not in areas)]


def without_values(faults: Iterable[Fault]) -> list[Fault]:
    """Faults that quote nothing of the row but its identifier."""
    return [
        fault
        if fault.code.startswith(_OF_IDS) or not fault.value
        else replace(fault, value=WITHHELD)
        for fault in faults
    ]


def cut(text: str, secrets: Collection[str]) -> str:
    """The text without these words, in whatever case and spacing."""
    return str(_without(text, _pattern(secrets)))


def _is_fine(text: str) -> bool:
    return len(text) >= _SHORTEST


def _has_digit(text: str) -> bool:
    return any(character.isdigit() for character in text)


def _pattern(secrets: Collection[str]) -> re.Pattern[str] | None:
    """The longest first, so that no half of one stays."""
    parts = {r"\W+".join(map(re.escape, re.findall(r"\w+", text))) for text in secrets}
    ordered = sorted((part for part in parts if part), key=lambda part: (-len(part), part))
    if not ordered:
        return None
    return re.compile(rf"(?<!\w)(?:{'|'.join(ordered)})(?!\w)", re.IGNORECASE)


def _without(value: object, words: re.Pattern[str] | None) -> object:
    if words is None:
        return value
    if isinstance(value, str):
        return " ".join(words.sub(" ", value).split()) if words.search(value) else value
    if isinstance(value, tuple):
        return tuple(left for each in value if (left := _without(each, words)))
    return value


def _area(draft: Draft, told: AbstractMapping[str, Any]) -> dict[str, Any]:
    """Town and division, the gazetteer's where none, or more, is stated; else a cell."""
    city, region = str(told["city"]), str(told["region"])
    if city and city == draft.city and not _has_digit(city):
        return {}
    asked = Address(
        address=draft.address,
        city=draft.city,
        region=draft.region,
        postal=draft.postal,
        country=draft.country,
    )
    # Without its numbers an address has no postal code, which is found first and has no town.
    unnumbered = replace(asked, address=_NUMBERS.sub(" ", asked.address), postal="")
    place, named = geocode(asked).place, geocode(unnumbered).place
    found: dict[str, Any] = {"city": "" if _has_digit(city) else city}
    if place is None:
        return found
    found["region"] = region or place.admin1.partition("-")[2]
    if _is_town(named) and named.admin1 == place.admin1:
        found["city"] = named.name
    elif place.level == "postal" and told["lat"] is None:
        # It may be one building: its middle is coarsened as every point is.
        point = coarsen_to_place(place)
        found |= dict(zip(("lat", "lon"), point, strict=True)) if point else {}
    return found


def _is_town(place: Place | None) -> TypeGuard[Place]:
    """Whether one says the name of the place as that of a town; nobody does so of a county."""
    if place is None:
        return False
    return place.level == "locality" or (
        place.level == "admin2" and place.country not in _OF_COUNTIES
    )


def _raw(
    raw: AbstractMapping[str, str], mapping: Mapping, words: re.Pattern[str] | None
) -> dict[str, str]:
    """The cells from which something is read that is no place, without the words that tell one."""
    fine = {column for name in _TRUTH for column in mapping.columns.get(name, ())}
    kept = {c for found in mapping.columns.values() for c in found if c not in fine}
    cells = {column: str(_without(cell, words)) for column, cell in raw.items() if column in kept}
    return {column: cell for column, cell in cells.items() if cell and not _MAPS.search(cell)}
