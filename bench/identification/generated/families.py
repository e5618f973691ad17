"""Organizations as they come: alone, or in families that are easily taken for one.

A federation and its member clubs, a parent and its branches, a club and its committees, clubs of
one town in several cities, towns of one name in two states, a club and those who left it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bench.identification.generated.chance import Chance, Urn
from bench.identification.generated.naming import Name, invent
from bench.identification.generated.organizations import LATEST, Organization, found
from bench.identification.generated.places import City, Places, Town
from bench.identification.generated.words import table

Family = list[Organization]
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
_PROPERS = table("proper")
_TRIES = 50


class Families:
    """Invents families without end. No two organizations that a careful reader could not tell
    apart: a city has one club of a town's name, unless the family is about just that."""

    def __init__(self, chance: Chance, places: Places) -> None:
        self._chance = chance
        self._places = places
        self._taken: set[tuple[str, str]] = set()
        self._addresses: set[str] = set()
        kinds: dict[Callable[[], Family], float] = {
            self._single: 60,
            self._federation: 5,
            self._branches: 4,
            self._numbered: 2,
            self._committees: 8,
            self._one_town: 5,
            self._homonyms: 3,
            self._split: 3,
            self._clients: 3,
        }
        self._kinds = Urn(list(kinds), list(kinds.values()))

    def __iter__(self) -> Iterator[Family]:
        while True:
            yield self._kinds.draw(self._chance)()

    # --- The families ---------------------------------------------------------------------------

    def _single(self) -> Family:
        draw = self._chance.random()
        of = "town" if draw < 0.66 else "state" if draw < 0.82 else "country"
        return [self._new(of)]

    def _federation(self) -> Family:
        """Members whose lists give the federation's telephone, mail or address for their own."""
        city, town = self._places.city(self._chance), self._places.town(self._chance)
        head = self._new("federation", town=town, city=city)
        members = [
            self._new("town", town=self._places.town(self._chance, town.state), city=city)
            for _ in range(self._chance.between(3, 9))
        ]
        for member in members:
            member.common = head
        return [head, *members]

    def _branches(self) -> Family:
        """One name and one domain in several cities."""
        parent = self._new("country")
        parent.plain = False
        parent.domain = parent.domain or parent.page.removeprefix("facebook.com/") + ".org"
        family = [parent]
        for _ in range(self._chance.between(2, 4)):
            city = self._places.city(self._chance)
            name = parent.name.extended(f"Capítulo {city.name}", f"{city.name} Chapter")
            if not self._claim(city, "country", name.short):
                continue
            branch = self._known("country", name, parent.town, city)
            branch.domain, branch.plain = parent.domain, False
            if self._chance.happens(0.3):
                branch.common = parent
            family.append(branch)
        return family

    def _numbered(self) -> Family:
        """Lodges of one society in one city, told apart by their numbers."""
        first = self._new("country")
        count, start = self._chance.between(2, 3), self._chance.between(1, 9)
        style = self._chance.pick(("Logia No. {}", "Mesa {}", "Sección {}"))
        family = []
        for place in range(count):
            told = _ROMAN[place] if style.startswith("Mesa") else str(place * 7 + start)
            es = style.format(told)
            en = es.replace("Logia", "Lodge").replace("Mesa", "Board").replace("Sección", "Section")
            name = first.name.extended(es, en)
            numbered = self._known("country", name, first.town, first.city)
            numbered.plain = False
            family.append(numbered)
        return family

    def _committees(self) -> Family:
        """Parts of a club at its address, and half the time on its telephone."""
        parent = self._new(self._chance.pick(("town", "town", "state", "federation")))
        family = [parent]
        for _ in range(self._chance.between(1, 2)):
            name = invent(self._chance, "part", parent.town, parent.city, parent.name)
            if any(name.es == other.name.es for other in family):
                continue
            part = self._known("part", name, parent.town, parent.city)
            part.plain = False
            part.domain = parent.domain if self._chance.happens(0.5) else ""
            if self._chance.happens(0.7):
                part.addresses = parent.addresses[:1]
            if self._chance.happens(0.5):
                part.phones = parent.phones[:1]
            family.append(part)
        return family

    def _one_town(self) -> Family:
        """Clubs of one town in several cities, often of one name."""
        town = self._places.town(self._chance)
        first = self._new("town", town=town)
        family = [first]
        for _ in range(self._chance.between(1, 4)):
            city = self._places.city(self._chance)
            if not self._claim(city, "town", town.name):
                continue
            same = self._chance.happens(0.6) and first.city.name not in first.name.es
            name = first.name if same else invent(self._chance, "town", town, city)
            family.append(self._known("town", name, town, city))
        return family

    def _homonyms(self) -> Family:
        """Two towns of one name in two states, each with a club in the same city."""
        one, other = self._places.homonyms(self._chance)
        first = self._new("town", town=one)
        if first.town is not one:
            return [first]
        name = invent(self._chance, "town", other, first.city)
        second = self._known("town", name, other, first.city)
        for club in (first, second):
            club.plain = False
            state = club.town.state
            club.name = club.name.extended(state["abbreviation"], state["name"])
        return [first, second]

    def _split(self) -> Family:
        """Those who left a club and founded another for the same town in the same city."""
        first = self._new("town")
        name = invent(self._chance, "town", first.town, first.city)
        if name.short == first.name.short or name.es.split()[0] == first.name.es.split()[0]:
            return [first]
        second = self._known("town", name, first.town, first.city)
        second.founded = min(LATEST, first.founded + self._chance.between(2, 15))
        first.plain = second.plain = False
        return [first, second]

    def _clients(self) -> Family:
        """Unrelated organizations for which a register gives one accountant, or one hall."""
        city = self._places.city(self._chance)
        office = self._known("office", Name("", "", "", ""), self._places.town(self._chance), city)
        office.emails, office.domain = [], ""
        clients = [
            self._new(self._chance.pick(("town", "town", "state", "country")), city=city)
            for _ in range(self._chance.between(3, 8))
        ]
        for client in clients:
            client.common = office
        return clients

    # --- One organization -----------------------------------------------------------------------

    def _new(self, of: str, town: Town | None = None, city: City | None = None) -> Organization:
        """An organization whose name nobody else has in its city. What is given is kept while
        that can be; where all plain names are taken it gets a proper one."""
        for attempt in range(_TRIES):
            home = town if town and attempt < _TRIES // 2 else self._places.town(self._chance)
            place = city if city and attempt < _TRIES // 2 else self._places.city(self._chance)
            name = invent(self._chance, of, home, place)
            if attempt > _TRIES // 4 and of != "town":
                own = self._chance.pick(_PROPERS)
                name = name.extended(own["es"], own["en"])
            words = {name.short, home.name} if of == "town" else {name.short}
            if self._claim(place, of, *words):
                return self._known(of, name, home, place)
        raise ValueError("Too many organizations for these places: give more towns or cities.")

    def _known(self, of: str, name: Name, town: Town, city: City) -> Organization:
        return found(self._chance, self._addresses, of, name, town, city)

    def _claim(self, city: City, of: str, *words: str) -> bool:
        """Take names in a city (a federation's in its state); False if one is taken."""
        claimed = {(word, _reach(of, word, city)) for word in words}
        if claimed & self._taken:
            return False
        self._taken |= claimed
        return True


def _reach(of: str, word: str, city: City) -> str:
    """Where a name may stand only once."""
    return city.where if of == "federation" and city.name not in word else city.name
