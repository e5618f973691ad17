"""The readings of an address in columns."""

from __future__ import annotations

from collections.abc import Iterator

from oriundo.base.places import sayings
from oriundo.base.places.addresses import take_apart
from oriundo.base.places.clues import Clues, Readers, home_of
from oriundo.base.places.located import Address, Reason
from oriundo.base.places.postal import Postal


def read_parts(readers: Readers, address: Address, hint: str) -> Iterator[Clues]:
    """The readings of an address in columns."""
    g, notes = readers.gazetteer, []
    said = readers.regions.country(address.country) if address.country else None
    country = g.number_of("iso-3166-1", hint) if said is None and hint else said
    found = _regions(readers, address.region, country)
    if not found and said is None:
        # The hint is for those that say nothing; a state of another country says something.
        found = _regions(readers, address.region, None)
    if address.region and not found:
        notes.append(Reason(sayings.REGION_UNKNOWN, {"region": address.region}))
    homes = [home_of(g, country, region) for region in found] or [(country, None)]
    postal = _postal(readers, address, homes[0][0])
    if postal is not None and postal.place is not None:
        state = g.admin1[postal.place]
        homes.sort(key=lambda home: home[1] != state)
    cities = tuple(dict.fromkeys(_cities(address.city)))
    for country, region in homes:
        if country is None and postal is not None:
            country = g.number_of("iso-3166-1", postal.country)
        street = bool(address.address)
        yield Clues(country, region, cities, postal, tuple(notes), street=street)
    if address.region and not found and not cities:
        # What stands in the column of states may be a town.
        yield Clues(country, None, (address.region,), postal)


def _cities(text: str) -> Iterator[str]:
    """A column of towns may hold several, or a town with its state."""
    yield from (part for part in (text, *take_apart(text).parts) if part)


def _regions(readers: Readers, text: str, country: int | None) -> list[int]:
    """The states that a column names: mostly one, sometimes several in a row."""
    if not text:
        return []
    found = readers.regions.named(text, country)
    if found is None:
        pieces = take_apart(text).parts
        named = (readers.regions.named(piece, country) for piece in pieces)
        several = [number for number in named if number is not None]
        if several:
            return several
        found = readers.regions.similar(text, country) if country is not None else None
    return [] if found is None else [found]


def _postal(readers: Readers, address: Address, country: int | None) -> Postal | None:
    code = readers.gazetteer.place(country).code if country is not None else ""
    written = [address.postal] if address.postal else list(take_apart(address.address).codes)
    for text in written:
        postal = readers.postal.read(text, code)
        if postal is not None and (address.postal or postal.place or postal.division):
            return postal
    return None
