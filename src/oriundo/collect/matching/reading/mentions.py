"""Which of the places and peoples in a name are origins, and which are where the members live."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from oriundo.collect.matching.reading.scanning import Found, Scan
from oriundo.collect.matching.reading.vocabulary import COUNTRY, PEOPLE, Sense

_ARTICLES = frozenset({"the", "la", "las", "los", "el", "le", "les", "l", "our", "children"})
_SENDING = frozenset({"for", "pour", "para", "to", "a", "toward", "towards", "4", "pou"})
_STAYING = frozenset({"in", "en", "au", "aux", "inside"})


@dataclass(frozen=True, slots=True)
class Mention:
    """A people or place of origin in a name. `sending`: it receives ("for Honduras");
    `staying`: something is in it ("in Honduras")."""

    form: str
    sense: Sense
    start: int
    stop: int
    sending: bool = False
    staying: bool = False


@dataclass(frozen=True, slots=True)
class Mentions:
    """`origins`: mentions of origins in order; `residences`: places where the members live."""

    origins: tuple[Mention, ...]
    residences: tuple[Found, ...]

    def without(self, start: int, stop: int) -> Mentions:
        """Without the places inside the tokens from `start` to before `stop`: a town's name."""
        kept = tuple(m for m in self.origins if not (start <= m.start and m.stop <= stop))
        return Mentions(kept, self.residences)


def mentions(scan: Scan, city: str) -> Mentions:
    """Part the places of a name. `city`: the folded city of the record, never an origin."""
    origins, residences = [], []
    for found in scan.found:
        if _here(found.form, city):
            residences.append(found)
        elif found.entry.sense is not None:
            origins.append(_mention(found, scan.tokens))
        elif found.entry.residence:
            residences.append(found)
    kept = [m for m in origins if not (m.staying and _others(m, origins))]
    stays = {(m.start, m.stop) for m in origins} - {(m.start, m.stop) for m in kept}
    residences += [f for f in scan.found if (f.start, f.stop) in stays]
    return Mentions(tuple(kept), tuple(sorted(residences, key=lambda f: f.start)))


def _here(form: str, city: str) -> bool:
    return bool(city) and f" {form} " in f" {city} "


def _others(mention: Mention, origins: Sequence[Mention]) -> bool:
    """ "Nicaraguans in Costa Rica": the country is where they live when a people is named too."""
    return any(
        m.sense.codes != mention.sense.codes and not m.staying
        for m in origins
        if m is not mention and mention.sense.sort == COUNTRY
    )


def _mention(found: Found, tokens: Sequence[str]) -> Mention:
    assert found.entry.sense is not None  # noqa: S101 - for the type checker: the caller looked
    before = found.start - 1
    while before >= 0 and tokens[before] in _ARTICLES:
        before -= 1
    word = tokens[before] if before >= 0 else ""
    place = found.entry.sense.sort != PEOPLE
    return Mention(
        found.form,
        found.entry.sense,
        found.start,
        found.stop,
        sending=word in _SENDING and (place or word in {"for", "pour"}),
        staying=place and word in _STAYING,
    )
