"""The truth of the demonstration: 1,014 invented organizations whose counts are the study's."""

from __future__ import annotations

import random
from dataclasses import replace
from functools import cache

from oriundo.interfaces.demonstration.bodies import TrueOrganization
from oriundo.interfaces.demonstration.contacts import Contacts
from oriundo.interfaces.demonstration.facts import Named
from oriundo.interfaces.demonstration.giving import with_contributions
from oriundo.interfaces.demonstration.names import Name, Names, Wanted
from oriundo.interfaces.demonstration.slots import Slot, slots
from oriundo.interfaces.demonstration.streams import stream
from oriundo.interfaces.demonstration.towns import Towns
from oriundo.interfaces.demonstration.traps import with_traps

MINIMUM_MEMBERS = 25
_FORMED_2000_TO_2016 = 539
_LARGE_ORIGINS = ("MEX", "SLV")
_ACTIVE_YEARS = (2000, 2016)


@cache
def truth(seed: int = 2020) -> tuple[TrueOrganization, ...]:
    """The 1,014 organizations. The same seed gives the same organizations."""
    rng = stream("truth", seed)
    made = slots(rng)
    maker = _Maker(rng)
    numbered = [(f"T{number:04d}", slot) for number, slot in enumerate(made, 1)]
    # Clubs without a place choose first: each must be the only one of its town.
    numbered.sort(key=lambda one: bool(one[1].division))
    filled = {key: maker.organization(key, slot) for key, slot in numbered}
    organizations = [filled[key] for key in sorted(filled)]
    organizations = with_traps(organizations, rng)
    organizations = with_contributions(organizations, rng)
    return tuple(_with_years(organizations, rng))


class _Maker:
    """Fills slots one after the other, with names and contacts used once each."""

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        self._names = Names(rng)
        self._towns = Towns(rng)
        self._contacts = Contacts(rng)

    def organization(self, key: str, slot: Slot) -> TrueOrganization:
        """One organization in the slot; a named one gets nothing but what the study says."""
        plain = TrueOrganization(
            id=key,
            name="",
            name_en="",
            origin=slot.origin,
            country="" if slot.precision == "nothing" else slot.destination,
            division=slot.division,
            objective=slot.objective,
            destination=slot.destination,
            precision=slot.precision,
            member_origin=slot.member_origin,
            structure=slot.structure,
            steady=_is_steady(slot),
        )
        return _named(plain, slot.named) if slot.named else self._invented(plain, slot)

    def _invented(self, plain: TrueOrganization, slot: Slot) -> TrueOrganization:
        city = self._contacts.seat(slot.division) if slot.division else ""
        home, town = self._origin_place(slot, city)
        name = self._names.name(
            Wanted(
                group=_group(slot),
                objective=slot.objective,
                origin=slot.origin,
                home=home or slot.origin,
                town=town,
                division=slot.division,
                city=city,
            )
        )
        return self._reachable(
            replace(
                plain,
                name=name.es,
                name_en=name.en,
                acronym=name.acronym,
                city=city,
                home=home,
                hometown=town,
                members=self._members(slot),
            ),
            name,
        )

    def _origin_place(self, slot: Slot, city: str) -> tuple[str, str]:
        """(division of origin, town) of a hometown club; a federation has no town."""
        if not slot.is_hometown:
            return "", ""
        if slot.structure == "coalition":
            return self._towns.home(slot.origin, slot.division, city), ""
        return self._towns.town(slot.origin, slot.division)

    def _reachable(self, plain: TrueOrganization, name: Name) -> TrueOrganization:
        """With a mail address, mostly a site, and a street and a telephone where it has a place."""
        host = f"{self._contacts.slug(name.es, name.acronym, plain.city)}.example"
        found = replace(
            plain,
            email=f"{self._rng.choice(('info', 'contacto', 'mesa'))}@{host}",
            website=host if self._rng.random() < 0.6 else "",
            social=host.replace(".example", ".social.example") if self._rng.random() < 0.5 else "",
        )
        if not plain.city:
            return found
        address = self._contacts.address(plain.division, plain.city)
        return replace(
            found,
            address=address.street,
            postal=address.postal,
            lat=address.lat,
            lon=address.lon,
            phone=self._contacts.phone(plain.division, plain.city),
        )

    def _members(self, slot: Slot) -> int | None:
        """At least 25 for Mexican organizations, which the study asked for; more in coalitions."""
        if slot.structure == "coalition":
            return self._rng.randrange(150, 3000, 10)
        if slot.origin == "MEX":
            return MINIMUM_MEMBERS + int(self._rng.expovariate(1 / 60))
        return self._rng.randrange(8, 220) if self._rng.random() < 0.6 else None


def _named(plain: TrueOrganization, named: Named) -> TrueOrganization:
    """With nothing but what the study says of it."""
    return replace(
        plain,
        name=named.name,
        name_en=named.english or named.name,
        also=named.also,
        acronym=named.acronym,
        city=named.city,
        home=named.home,
        website=named.website,
        founded=named.founded,
        attested=True,
        named=named.code,
    )


def _is_steady(slot: Slot) -> bool:
    """In a row or column of three to thirty one slip would be an error of three to thirty percent;
    without any place only the spelling and the mailbox tell two organizations apart."""
    small = slot.origin not in _LARGE_ORIGINS or slot.destination != "USA"
    return small or slot.precision == "nothing"


def _group(slot: Slot) -> str:
    if slot.structure == "coalition":
        return "state" if slot.is_hometown else "nation"
    return "town" if slot.is_hometown else "people"


def _with_years(
    organizations: list[TrueOrganization], rng: random.Random
) -> list[TrueOrganization]:
    """Years of foundation: 70% of the 770 Mexican organizations between 2000 and 2016."""
    mexican = [o.id for o in organizations if o.origin == "MEX" and not o.named]
    recent = set(rng.sample(mexican, _FORMED_2000_TO_2016))
    first, last = _ACTIVE_YEARS
    others = [*range(1972, first), *range(last + 1, 2020)]
    return [
        o if o.named else replace(o, founded=_year(o, recent, others, rng)) for o in organizations
    ]


def _year(one: TrueOrganization, recent: set[str], others: list[int], rng: random.Random) -> int:
    first, last = _ACTIVE_YEARS
    if one.origin != "MEX":
        return rng.randrange(1978, 2020)
    return rng.randint(first, last) if one.id in recent else rng.choice(others)
