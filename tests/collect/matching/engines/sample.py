"""Invented lists that put an engine to the test: crowded keys, several names, chains, judgments."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from oriundo.collect.matching.rulings import Ruling
from oriundo.collect.sources.drafts import Draft

_KINDS = ("Club Social", "Comité", "Asociación", "Unión", "Fraternidad", "Club Deportivo")
_ENDS = ("tepec", "tlan", "huaca", "pan", "calco", "ingo", "acuaro", "apa")
_STARTS = ("Xal", "Metz", "Coy", "Ana", "Chil", "Teo", "Zin", "Yau", "Tol", "Ixm", "Aca", "Oco")
_PLACES = (("Waukegan", "IL"), ("Rockford", "IL"), ("Fresno", "CA"), ("Salinas", "CA"), ("", "TX"))
_SWITCHBOARD = "+18475550100"


def drafts(count: int, seed: int = 7) -> list[Draft]:
    """`count` records of fewer organizations, from four lists."""
    random = Random(seed)
    found: list[Draft] = []
    while len(found) < count:
        found += _records(random, len(found))
    return found[:count]


def judgments(of: list[Draft], seed: int = 3) -> list[Ruling]:
    """Rulings on neighbors, many of one organization, and on strangers."""
    random = Random(seed)
    places = random.sample(range(len(of) - 1), len(of) // 20)
    near = [(of[i].key, of[i + 1].key) for i in places]
    far = [(one.key, other.key) for one, other in (random.sample(of, 2) for _ in range(10))]
    verdicts = ("same", "different", "different", "unsure")
    return [Ruling(*pair, random.choice(verdicts)) for pair in (*near, *far)]


def _records(random: Random, number: int) -> Iterator[Draft]:
    """One organization as several lists have it; some share a switchboard, a city or a word."""
    town = random.choice(_STARTS) + random.choice(_ENDS) + random.choice(("", "", " el Alto"))
    name = f"{random.choice(_KINDS)} {town}"
    city, region = random.choices(_PLACES, (5, 2, 2, 1, 1))[0]
    phone = f"+1847555{random.randrange(10_000):04}"
    for i in range(random.choice((1, 1, 2, 3, 5))):
        said = _mistyped(random, name)
        yield Draft(
            source=f"{random.choice('abcd')}.csv",
            record_id=f"{number}-{i}",
            row=number + i,
            name=f"{said} {random.choice(('', 'de ' + city, 'Inc.'))}".strip(),
            alternate_names=(f"{town} Club", _mistyped(random, town)) if i % 3 == 1 else (),
            city=city,
            region=region,
            country="USA",
            phones=tuple(p for p in (phone, _SWITCHBOARD) if random.random() < 0.3),
            address=f"{number % 90} Genesee St" if random.random() < 0.4 else "",
            hometown=town if random.random() < 0.4 else "",
            origins=("MEX",) if random.random() < 0.8 else (),
            founded=1980 + number % 30 if random.random() < 0.2 else None,
        )


def _mistyped(random: Random, text: str) -> str:
    if random.random() < 0.7:
        return text
    place = random.randrange(1, len(text))
    return text[:place] + random.choice("aeioul") + text[place + random.randrange(2) :]
