"""Invented rows of an atlas of any size: real places (the gazetteer's), invented organizations.

    from bench.atlas.invented import rows
    atlas = Atlas.of(list(rows(10_000)))

One size and seed give the same rows, and the first rows of a larger size are those of a smaller.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from bench.atlas.settled import Settled, World
from bench.identification.generated.chance import Chance, Urn
from bench.identification.generated.naming import Name, invent
from bench.identification.generated.places import City, Town
from oriundo.base.core.ids import derived
from oriundo.base.core.text import fold
from oriundo.base.places.gazetteer import Place
from oriundo.insight.atlas.row import Home, Row, Texts


def _urn(weights: Mapping[str, float]) -> Urn[str]:
    return Urn(list(weights), list(weights.values()))


_OF = _urn({"town": 60, "state": 17, "country": 18, "federation": 5})
_NOWHERE = ("", "", "", "", None, None)
_OBJECTIVES = {
    "town": _urn({"origin_focused": 60, "cultural": 12, "community": 12, "athletic": 6, "": 10}),
    "state": _urn({"origin_focused": 40, "cultural": 20, "community": 20, "womens": 5, "": 15}),
    "country": _urn(
        {
            "service": 30,
            "cultural": 18,
            "community": 15,
            "educational": 8,
            "business": 6,
            "athletic": 5,
            "womens": 4,
            "chamber_of_commerce": 3,
            "scientific": 1,
            "": 10,
        }
    ),
    "federation": _urn({"origin_focused": 70, "community": 20, "": 10}),
}
_SUPPORT = _urn(
    {
        "infrastructure": 30,
        "education": 25,
        "health": 15,
        "economic_aid": 10,
        "nutrition": 7,
        "other_in_kind": 6,
        "commerce_employment": 4,
        "other": 3,
    }
)
_LANGUAGES = _urn({"es": 62, "en": 30, "mix": 2, "zap": 2, "quc": 1, "mam": 1, "nah": 1, "maz": 1})
_STATUS = _urn({"active": 38, "not_verified": 55, "inactive": 5, "dissolved": 2})
_DOING = (
    ("Reúne fondos para obras en {town}.", "Raises funds for public works in {town}."),
    ("Becas para estudiantes de {town}.", "Scholarships for students from {town}."),
    ("Clases de danza y música para jóvenes.", "Dance and music lessons for young people."),
    ("Orientación sobre trámites y ciudadanía.", "Help with papers and citizenship."),
    ("Organiza la fiesta patronal cada año.", "Holds the patron saint festival each year."),
    ("Liga de futbol los domingos en {city}.", "A soccer league on Sundays in {city}."),
    ("Apoya con traslados de personas fallecidas.", "Helps families bring their dead home."),
    ("Ambulancias y medicinas para la clínica.", "Ambulances and medicine for the clinic."),
    ("Talleres de costura y cocina para mujeres.", "Sewing and cooking workshops for women."),
    ("Red de negocios y primeros créditos.", "A network of businesses and first loans."),
)
_FIRST, _LAST = date(2019, 1, 1), date(2026, 6, 30)


def rows(size: int, seed: int = 1) -> Iterator[Row]:
    """So many rows, in no order. A million take about a minute."""
    world = World()
    chance = Chance(seed)
    for number in range(size):
        yield _row(chance, world, derived(f"invented {seed} {number}"))


def _row(chance: Chance, world: World, public_id: str) -> Row:
    of = _OF.draw(chance)
    origin = world.town(chance)
    lives = world.city(chance)
    name = invent(chance, of, _namely(origin), _city(lives))
    called, alternates, acronyms = _called(chance, name)
    homes = _homes(chance, world, of, origin) if chance.happens(0.6) else []
    country, region, county, city, lat, lon, precision = _residence(chance, lives)
    verified = chance.happens(0.4)
    return Row(
        public_id=public_id,
        name=called,
        sort_key=fold(called),
        origin=origin.place.country if chance.happens(0.97) else "",
        country=country,
        region=region,
        county=county,
        city=city,
        lat=lat,
        lon=lon,
        precision=precision,
        homes=tuple(_home(home, chance) for home in homes),
        objective=_OBJECTIVES[of].draw(chance),
        member_origin="hometown_club" if of in ("town", "state") else "migrant_club",
        structure="coalition" if of == "federation" else "single" if chance.happens(0.8) else "",
        support=_several(chance, _SUPPORT, 0.45),
        language=_several(chance, _LANGUAGES, 0.7),
        status=_STATUS.draw(chance),
        verified=_day(chance) if verified else "",
        published=_day(chance),
        texts=Texts(
            alternates=alternates,
            acronyms=acronyms,
            hometowns=tuple(f"{home.place.name}, {home.state['name']}" for home in homes),
            residence=(lives.place.name,) if city else (),
            doing=_doing(chance, origin, lives),
        ),
    )


def _namely(origin: Settled) -> Town:
    return Town(origin.place.name, origin.state, origin.nation)


def _city(lives: Settled) -> City:
    return City(lives.place.name, "", lives.region_name, lives.place.country, ())


def _called(chance: Chance, name: Name) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """The name that it goes by, its others, its acronyms."""
    forms = [name.es, name.en] if chance.happens(0.62) else [name.en, name.es]
    if chance.happens(0.25):
        forms.append(name.short)
    called, *others = forms
    acronym = name.acronym if chance.happens(0.3) else ""
    if acronym and chance.happens(0.4):
        called = f"{called} ({acronym})"
    kept = [other for other in others if other != called and chance.happens(0.6)]
    return called, tuple(dict.fromkeys(kept)), (acronym,) if acronym else ()


def _homes(chance: Chance, world: World, of: str, origin: Settled) -> list[Settled]:
    """Distinct places of origin; a federation has more of them."""
    more = 3 if of == "federation" else 1 if chance.happens(0.1) else 0
    homes = {origin.place.key: origin}
    for _ in range(more):
        other = world.town(chance, origin)
        homes[other.place.key] = other
    return list(homes.values())


def _home(home: Settled, chance: Chance) -> Home:
    """One in eight is known by its state alone."""
    place = home.place
    if chance.happens(0.125):
        return Home(place.country, place.admin1, "", home.state_place.lat, home.state_place.lon)
    return Home(place.country, place.admin1, home.county_key or place.key, place.lat, place.lon)


Residence = tuple[str, str, str, str, float | None, float | None, str]


def _residence(chance: Chance, lives: Settled) -> Residence:
    """Country, region, county, city, degrees, precision: 2% nowhere, 3% in a country only, 1% in
    a state only, 1% in a county only; of the rest most in the middle of their city."""
    place, draw = lives.place, chance.random()
    if draw < 0.02:
        return (*_NOWHERE, "none")
    if draw < 0.05:
        return place.country, "", "", "", None, None, "country"
    if draw < 0.06 or not place.admin1:
        return place.country, place.admin1, "", "", None, None, "admin1" if place.admin1 else "none"
    if draw < 0.07 and lives.county_key:
        return place.country, place.admin1, lives.county_key, "", None, None, "admin2"
    lat, lon, precision = _point(chance, place)
    return place.country, place.admin1, lives.county_key, place.key, lat, lon, precision


def _point(chance: Chance, place: Place) -> tuple[float, float, str]:
    """In the middle of the city, of one of its postal areas, or at an address."""
    lat, lon, draw = place.lat or 0.0, place.lon or 0.0, chance.random()
    if draw < 0.55:
        return lat, lon, "locality"
    reach = min(0.2, 0.01 + (place.population / 4_000_000) ** 0.5 * 0.2)
    if draw < 0.85:
        area = Chance(chance.below(1 + place.population // 30_000))
        return _near(area, lat, lon, reach, "postal")
    return _near(chance, lat, lon, reach, "address")


def _near(
    chance: Chance, lat: float, lon: float, reach: float, precision: str
) -> tuple[float, float, str]:
    return (
        round(lat + (chance.random() - 0.5) * 2 * reach, 5),
        round(lon + (chance.random() - 0.5) * 2 * reach, 5),
        precision,
    )


def _several(chance: Chance, urn: Urn[str], share: float) -> tuple[str, ...]:
    if not chance.happens(share):
        return ()
    return tuple(dict.fromkeys(urn.draw(chance) for _ in range(chance.between(1, 3))))


def _doing(chance: Chance, origin: Settled, lives: Settled) -> tuple[str, ...]:
    sentences = []
    for _ in range(chance.below(3)):
        sentence = chance.pick(_DOING)[0 if chance.happens(0.65) else 1]
        sentences.append(sentence.format(town=origin.place.name, city=lives.place.name))
    return tuple(dict.fromkeys(sentences))


def _day(chance: Chance) -> str:
    return (_FIRST + timedelta(days=chance.below((_LAST - _FIRST).days))).isoformat()
