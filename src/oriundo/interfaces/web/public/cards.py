"""An organization in a list of results: who, from where, where, what kind, how sure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from oriundo.base.places.sphere import distance_km
from oriundo.domain.directory.models import Listing
from oriundo.insight.atlas.question import Circle
from oriundo.interfaces.web import language, words
from oriundo.interfaces.web.placenames import place_label, place_name
from oriundo.interfaces.web.public.invention import Invention

NOTHING = Invention(frozenset())
# Words that are small within the name of a place.
_SMALL = frozenset({"de", "del", "e", "el", "la", "las", "los", "y"})


@dataclass(frozen=True, slots=True)
class Card:
    """`document`: in a demonstration, what names this organization, which then exists.

    `place` stands within a line ("in Houston, Texas"), `where` alone in a cell. `status` carries
    the day, `status_word` does not. `away` is "" unless the search is around a place.
    """

    name: str
    address: str
    origin: str
    country: str
    hometown: str
    place: str
    where: str
    away: str
    kinds: tuple[str, ...]
    status: str
    status_word: str
    verified_on: date | None
    invented: bool
    document: str


def card(listing: Listing, invention: Invention = NOTHING, circle: Circle | None = None) -> Card:
    """What a list of results shows of a listing. An axis that is unknown is left out."""
    axes = {"objective": listing.objective, "member_origin": listing.member_origin}
    if listing.structure != "single":  # as nearly all are
        axes["structure"] = listing.structure
    kinds = [words.word(axis, code) for axis, code in axes.items() if code]
    where = (listing.residence_country, listing.residence_region, _city(listing))
    return Card(
        name=listing.name,
        address=reverse("public:organization", args=[listing.public_id]),
        origin=words.from_origin(listing.origin),
        country=words.word("origin", listing.origin),
        hometown=hometown(listing),
        place=words.in_place(*where),
        where=words.place(*where) or words.word("country", ""),
        away=_away(listing, circle),
        kinds=tuple(kinds),
        status=words.status(listing.status, listing.verified_on),
        status_word=words.word("status", listing.status),
        verified_on=listing.verified_on,
        invented=listing.invented,
        document=invention.document(listing),
    )


def hometown(listing: Listing) -> str:
    """Where its members come from, as a source says it, unless that is all in capitals."""
    said = _first(listing, "hometown")
    if not said.isupper():
        return said
    towns = [home["town"] for home in listing.homes]
    return place_label(towns[0]) if len(towns) == 1 and towns[0] else _spelled(said)


def _spelled(capitals: str) -> str:
    """ "COCULA DE GUERRERO" → "Cocula de Guerrero"."""
    first, *others = capitals.lower().split(" ")
    return " ".join((first.capitalize(), *(_inside(word) for word in others)))


def _inside(word: str) -> str:
    return word if word in _SMALL else word.capitalize()


def _city(listing: Listing) -> str:
    return place_name(listing.residence_city) if listing.residence_city else ""


def _away(listing: Listing, circle: Circle | None) -> str:
    """How far it is from the middle of the search: "12 km"."""
    if circle is None or listing.latitude is None or listing.longitude is None:
        return ""
    km = distance_km(circle.lat, circle.lon, listing.latitude, listing.longitude)
    # What is published is mostly the middle of a town: less than a kilometer would be a pretense.
    return (
        _("under 1 km") if km < 1 else _("%(number)s km") % {"number": language.number(round(km))}
    )


def _first(listing: Listing, field: str) -> str:
    """The golden public value of a field, else any public one, else ""."""
    values = [fact for fact in listing.facts if fact["field"] == field]
    chosen = [fact for fact in values if fact["chosen"]] or values
    return str(chosen[0]["value"]) if chosen else ""
