"""The readings of an address in one line or several."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from oriundo.base.core.text import fold
from oriundo.base.places.addresses import Pieces, endings, is_street, take_apart
from oriundo.base.places.clues import Clues, Readers, home_of, towns_of


def read_text(readers: Readers, text: str, country: str, hint: str) -> Iterator[Clues]:
    """The readings of an address in one piece, the likeliest first."""
    pieces = take_apart(text)
    given = readers.regions.country(country) if country else None
    assumed = readers.gazetteer.number_of("iso-3166-1", hint) if hint else None
    if pieces.state_zip is not None:
        yield from _with_state_and_zip(readers, pieces)
    tails = _unlike(_tails(readers, pieces.parts, given, assumed))
    # "Houston TX" is first of all a town with its state: alone, its name counts last.
    alone = list(tails) if len(pieces.parts) == 1 else []
    for found, region, rest in alone or tails:
        if region is None and len(rest) == 1 and not is_street(rest[0]) and not pieces.codes:
            said = found is not None and (given is not None or len(pieces.parts) > 1)
            yield Clues(found, bare=rest[0], said=said)
            if len(alone) > 1:
                continue
        cut = region is not None and assumed is None and _is_cut(pieces.parts, rest)
        for clues in _reading(readers, pieces, found, region, rest):
            yield replace(clues, needs_town=True) if cut else clues


def _unlike(tails: Iterator[Tail]) -> Iterator[Tail]:
    """Each way to read once."""
    seen: set[Tail] = set()
    for tail in tails:
        if tail not in seen:
            seen.add(tail)
            yield tail


def _is_cut(parts: tuple[str, ...], rest: tuple[str, ...]) -> bool:
    """Whether a state was cut off the end of a piece, and is more than two letters long."""
    if not parts or len(rest) != len(parts):
        return False
    return len(fold(parts[-1])) - len(fold(rest[-1])) > len(" TX")


def _with_state_and_zip(readers: Readers, pieces: Pieces) -> Iterator[Clues]:
    """ "..., Los Angeles, CA 90014": state and code vouch for each other."""
    g = readers.gazetteer
    usa = g.number_of("iso-3166-1", "USA")
    if pieces.state_zip is None or usa is None:
        return
    before, code = pieces.state_zip
    postal = readers.postal.read(code, "USA")
    for state in endings(before, 3):
        country, region = home_of(g, usa, readers.regions.named(state, usa))
        if postal is None or (region is None and country == usa):
            continue
        cities = towns_of((*pieces.parts[:-1], before[: -len(state)]))
        yield Clues(country, region, cities, postal, loose=True)
        return


Tail = tuple[int | None, int | None, tuple[str, ...]]


def _tails(
    readers: Readers, parts: tuple[str, ...], given: int | None, assumed: int | None
) -> Iterator[Tail]:
    """(country, state, pieces before them): the ways to read the end of an address."""
    if not parts:
        yield given if given is not None else assumed, None, ()
        return
    g = readers.gazetteer
    country = readers.regions.country(parts[-1]) if given is None else given
    if len(parts) == 1 and given is None:
        with_state = list(_state_and_rest(readers, parts, assumed))
        yield from with_state if is_street(parts[0]) else ()
        yield from _alone(readers, parts[0], country, assumed)
        yield from with_state
        return
    rest = parts[:-1] if given is None and country is not None else parts
    # "Los Angeles, CA" is in California; "Toronto, ON, CA" is in Canada; Georgia is both.
    short = len(fold(parts[-1]).replace(" ", "")) <= 3
    usa = g.number_of("iso-3166-1", "USA")
    both = short or (country is not None and readers.regions.named(parts[-1], usa) is not None)
    states: list[Tail] = []
    if given is None and len(parts) > 1 and (country is None or both):
        states += _state_and_rest(readers, parts, assumed)
        if assumed is not None and country != assumed:
            states += _state_and_rest(readers, parts, None)
        if short:
            # "Tijuana, B.C.", "Monterrey, N.L.": not in Canada.
            states += _state_and_rest(readers, parts, g.number_of("iso-3166-1", "MEX"))
        yield from states
    if country is not None:
        inside = list(_state_and_rest(readers, rest, country)) if len(rest) > 1 else []
        yield from inside
        # "Puebla, México": the state, or the town of its name in it; in no other state.
        whole = [region for _, region, before in inside if before == rest[:-1]]
        yield country, whole[0] if whole else None, rest
    elif not any(region is not None and rest == parts[:-1] for _, region, rest in states):
        # A piece that is a state from end to end is one: its town is elsewhere in the address.
        yield assumed, None, parts


def _alone(readers: Readers, part: str, country: int | None, assumed: int | None) -> Iterator[Tail]:
    """A name alone is that of a country, unless the assumed one has a state of that name."""
    state = readers.regions.named(part, assumed) if assumed is not None else None
    if country is not None and assumed not in {None, country} and state is None and len(part) > 2:
        yield country, None, ()
    yield assumed, None, (part,)


def _state_and_rest(
    readers: Readers, parts: tuple[str, ...], country: int | None
) -> Iterator[Tail]:
    if not parts:
        return
    last = parts[-1]
    for state in endings(last):
        found, region = home_of(readers.gazetteer, country, readers.regions.named(state, country))
        if region is None and found == country and country is not None and state == last:
            region = readers.regions.similar(state, country)
        if region is not None or found != country:
            before = last[: -len(state)].strip(" ,.")
            yield found, region, (*parts[:-1], *([before] if before else []))
            return


def _is_end(readers: Readers, city: str, region: int | None, rest: tuple[str, ...]) -> bool:
    """Whether a town is but the end of a name that a state's own name ends, and not of a street.

    "Cuna de la Independencia de Oaxaca, Oaxaca" does not say that it is in the city.
    """
    if region is None or not rest or city in rest or is_street(rest[-1]):
        return False
    return readers.regions.named(city, readers.gazetteer.country[region]) == region


def _reading(
    readers: Readers,
    pieces: Pieces,
    country: int | None,
    region: int | None,
    rest: tuple[str, ...],
) -> Iterator[Clues]:
    g = readers.gazetteer
    code = g.place(country).code if country is not None else ""
    # In the United States a number before a name is that of a house.
    written = pieces.codes if code in {"USA", "CAN", ""} else (*pieces.codes, *pieces.leading)
    found = (readers.postal.read(text, code) for text in written)
    postal = next((p for p in found if p and (p.place or p.division)), None)
    if code == "" and postal is not None and postal.country == "USA":
        # Five figures alone may be a code of many countries.
        postal = None
    if postal is not None and country is None:
        country = g.number_of("iso-3166-1", postal.country)
    if region is None and postal is not None and postal.division is not None:
        region = postal.division
    cities = tuple(city for city in towns_of(rest) if not _is_end(readers, city, region, rest))
    if region is None and country is None and not cities:
        return
    street = any(map(is_street, rest))
    yield Clues(country, region, cities, postal, loose=True, street=street)
