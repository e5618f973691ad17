"""Which organization stands in which lists: one to four each, about two."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

from oriundo.interfaces.demonstration.bodies import Body, Distractor, TrueOrganization

OFFICIAL = "directorio-oficial"
FEDERATION = "federacion-clubes"
NGO = "ngo-list"
TAX = "tax-register"
WEB = "web-scrape"
AUTHORITY = "authority-list"
SLUGS = (AUTHORITY, OFFICIAL, FEDERATION, NGO, TAX, WEB)

_STATE_ORIGIN = frozenset({OFFICIAL, FEDERATION, NGO, AUTHORITY})
_HOW_MANY = (1, 2, 3, 4)
_HOW_OFTEN = (32, 40, 22, 6)
# So many in a hundred of the large origins stand only where no column tells the origin.
_ORIGIN_UNSTATED = 0.03
_LARGE_ORIGINS = ("MEX", "SLV")
_AUTHORITY_ORIGINS = {"GTM": 9.0, "HND": 8.0, "NIC": 4.0, "CRI": 4.0, "PAN": 2.0, "SLV": 0.6}
_NAMED_WITHOUT_CONTACT = (OFFICIAL, NGO, AUTHORITY)


def sightings(
    truth: Sequence[TrueOrganization], distractors: Sequence[Distractor], rng: random.Random
) -> dict[str, list[Body]]:
    """List → the bodies in it."""
    found: dict[str, list[Body]] = {slug: [] for slug in SLUGS}
    for body in truth:
        for slug in _of_named(body) if body.named else _of_invented(body, rng):
            found[slug].append(body)
    for distractor in distractors:
        for slug in _of_distractor(distractor, rng):
            found[slug].append(distractor)
    return found


def _of_invented(body: TrueOrganization, rng: random.Random) -> tuple[str, ...]:
    weights = {slug: weigh(body) for slug, weigh in _WEIGHTS.items()}
    open_to = {slug: weight for slug, weight in weights.items() if weight}
    number = rng.choices(_HOW_MANY, _HOW_OFTEN)[0]
    unstated = body.origin in _LARGE_ORIGINS and rng.random() < _ORIGIN_UNSTATED
    chosen: list[str] = []
    while len(chosen) < number and len(chosen) < len(open_to):
        left = [
            slug
            for slug in open_to
            if slug not in chosen and (chosen or unstated or slug in _STATE_ORIGIN)
        ]
        chosen += rng.choices(left, [open_to[slug] for slug in left])
    return tuple(chosen)


def _of_named(body: TrueOrganization) -> tuple[str, ...]:
    """The study found these in official directories and on the web, in both languages."""
    if body.website:
        return (OFFICIAL, NGO, WEB)
    if not body.acronym:
        # Without contact, place or acronym two entries could be two organizations.
        return (OFFICIAL,)
    return (OFFICIAL, AUTHORITY)


def _of_distractor(body: Distractor, rng: random.Random) -> tuple[str, ...]:
    if body.reason == "not_diaspora":
        return (NGO, WEB) if body.acronym else (WEB,) if body.named else (TAX,)
    if body.reason == "too_small":
        return (FEDERATION, OFFICIAL) if rng.random() < 0.4 else (FEDERATION,)
    if body.reason == "outside_scope":
        return (OFFICIAL, NGO) if rng.random() < 0.5 else (AUTHORITY,)
    if body.country:
        return (NGO,) if body.origin == "MEX" else (WEB,)
    return _NAMED_WITHOUT_CONTACT


def _official(_body: TrueOrganization) -> float:
    return 6.0


def _federation(body: TrueOrganization) -> float:
    clubs = body.member_origin == "hometown_club" and body.origin == "MEX"
    return 4.0 if clubs and body.destination == "USA" and body.city else 0.0


def _ngo(body: TrueOrganization) -> float:
    return 3.0 if body.hometown else 5.0


def _tax(body: TrueOrganization) -> float:
    return 3.0 if body.city and not body.steady else 0.0


def _web(_body: TrueOrganization) -> float:
    return 4.0


def _authority(body: TrueOrganization) -> float:
    """Kept by consulates in the United States."""
    return _AUTHORITY_ORIGINS.get(body.origin, 0.0) if body.destination == "USA" else 0.0


_WEIGHTS: dict[str, Callable[[TrueOrganization], float]] = {
    OFFICIAL: _official,
    FEDERATION: _federation,
    NGO: _ngo,
    TAX: _tax,
    WEB: _web,
    AUTHORITY: _authority,
}
