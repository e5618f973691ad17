"""The geocoder: from an address as somebody wrote it to a place, as exactly as that can be known.

Offline and pure. Postal code, then town, then municipality or county, then state, then country:
when what is written disagrees with itself, the answer is the finest place that holds what agrees,
and its reasons say what did not. The project has no street data: a precision of "address" is only
ever that of coordinates that a source gave.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache, lru_cache

from oriundo.base.places import sayings
from oriundo.base.places.addresses import has_po_box, take_apart
from oriundo.base.places.clues import Clues
from oriundo.base.places.columns import read_parts
from oriundo.base.places.deciding import Decider
from oriundo.base.places.gazetteer import Gazetteer, gazetteer
from oriundo.base.places.levels import PRECISIONS
from oriundo.base.places.lines import read_text
from oriundo.base.places.located import Address, Located, Reason
from oriundo.base.places.names import country_code
from oriundo.base.places.postal import is_military


class Geocoder:
    """Geocoding over one gazetteer; what was asked before is remembered."""

    def __init__(self, places: Gazetteer) -> None:
        self.gazetteer = places
        self._decider = Decider(places)
        self._parts = lru_cache(maxsize=131072)(self._from_parts)
        self._text = lru_cache(maxsize=32768)(self._from_text)

    def geocode(self, asked: Address | str, hint: str = "") -> Located:
        """Where an address is. `hint` is the country (alpha-3) to assume where none is written."""
        address = Address(text=asked) if isinstance(asked, str) else asked
        if "," in address.city and not (address.region or address.postal or address.text):
            # "Springfield, IL" in the column of towns.
            text = ", ".join(part for part in (address.address, address.city) if part)
            address = Address(text=text, country=address.country)
        whole = address.text or address.address
        if is_military(" ".join((whole, address.city, address.region, address.postal))):
            return self._nowhere()
        if address.text or not (address.city or address.region or address.postal):
            located = self._text(whole, address.country, hint)
        else:
            # The street is read only where the columns leave something open.
            complete = address.postal and (address.city or address.region)
            located = self._parts(replace(address, address="") if complete else address, hint)
        if whole and has_po_box(whole) and located.precision != "none":
            located = replace(located, reasons=(*located.reasons, Reason(sayings.PO_BOX)))
        return located

    def _nowhere(self) -> Located:
        """A military post office, which moves with its ship or troop."""
        usa = self.gazetteer.number_of("iso-3166-1", "USA")
        reasons = (Reason(sayings.COUNTRY_ONLY), Reason(sayings.MILITARY))
        return (
            self._decider.answers.of(usa, "country", reasons)
            if usa is not None
            else Located("none")
        )

    def _from_parts(self, address: Address, hint: str) -> Located:
        if address.address and not address.postal and take_apart(address.address).state_zip:
            # A state and a code that agree with each other are the address; columns are about it.
            line = self._text(address.address, "", hint)
            if line.precision == "postal":
                return self._with_doubts(line, address)
        located = self._best(read_parts(self._decider, address, hint))
        if address.address and located.precision in {"admin1", "country", "none"}:
            # The columns did not say enough: perhaps the address line does.
            line = self._text(address.address, "", located.country or hint)
            if _finer(line, located) and _inside(line, located) and _names_town(line, address):
                return line
        return located

    def _with_doubts(self, line: Located, address: Address) -> Located:
        """What the columns say otherwise, said beside what the address line says."""
        g, notes = self.gazetteer, []
        country = self._decider.regions.country(address.country) if address.country else None
        if line.place is None:
            return line
        if country is not None and not self._decider.in_country(line.place.number, country):
            notes.append(Reason(sayings.COUNTRY_OTHER, {"country": address.country}))
        elif address.region:
            region = self._decider.regions.named(address.region, g.country[line.place.number])
            if region is None or g.place(region).code not in {line.admin1, line.country}:
                notes.append(Reason(sayings.REGION_OTHER, {"region": address.region}))
        return replace(line, reasons=(*line.reasons, *notes))

    def _from_text(self, text: str, country: str, hint: str) -> Located:
        return self._best(read_text(self._decider, text, country, hint))

    def _best(self, readings: Iterable[Clues]) -> Located:
        """The answer to the first reading that leaves nothing over; else the finest, the first."""
        located: Located | None = None
        for clues in readings:
            answer, whole = self._decider.decide(clues)
            if whole:
                return answer
            if clues.needs_town:
                continue
            if located is None or _finer(answer, located):
                located = answer
        return located or Located("none", reasons=(Reason(sayings.NOTHING),))


def _finer(one: Located, other: Located) -> bool:
    return PRECISIONS.index(one.precision) < PRECISIONS.index(other.precision)


def _inside(line: Located, located: Located) -> bool:
    """Whether what the address line says is only more exact than what the columns say."""
    if located.admin1:
        return line.admin1 == located.admin1
    return located.precision == "none" or line.country == located.country


def _names_town(line: Located, address: Address) -> bool:
    """Whether the town in an address line is more than the name of its street.

    Where a column holds a town that is not known, "897 rue de Varennes" is not in Varennes.
    """
    return (
        not address.city or line.precision == "postal" or len(take_apart(address.address).parts) > 1
    )


@cache
def geocoder() -> Geocoder:
    """The geocoder over the gazetteer of this installation."""
    return Geocoder(gazetteer())


def geocode(asked: Address | str, hint: str = "") -> Located:
    """Where an address is: in parts, or whole. `hint`: the country to assume, in any writing.

    >>> geocode("Cd. Juárez, Chih., México").place.code
    '08037'
    """
    return geocoder().geocode(asked, country_code(hint) or "" if hint else "")


def geocode_many(asked: Iterable[Address | str], hint: str = "") -> Iterator[Located]:
    """Where many addresses are, in their order; what was asked before is remembered.

    20,000 to 40,000 a second on one core. Processes may share the work: the gazetteer is mapped,
    not read, so that each more costs little memory.
    """
    one, code = geocoder(), (country_code(hint) or "" if hint else "")
    return (one.geocode(each, code) for each in asked)
