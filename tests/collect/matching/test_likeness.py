from __future__ import annotations

import numpy as np
import pytest

from oriundo.collect.matching.likeness import Likeness, likeness
from oriundo.collect.matching.table import table
from oriundo.collect.sources.columns import columns_of
from oriundo.collect.sources.drafts import Draft


def _draft(name: str, **facts: object) -> Draft:
    return Draft(source="a", record_id=name, row=1, name=name, **facts)  # type: ignore[arg-type]


def _likeness(one: Draft, other: Draft) -> Likeness:
    return likeness(table(columns_of([one, other])), np.array([0]), np.array([1]))


def _overlap(one: str, other: str) -> float:
    return round(float(_likeness(_draft(one), _draft(other)).overlap[0]), 2)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Club Tapalpa Nueva Vida", "Clu bTapalpa Nueva Vida"),
        ("Club Tapalpa Nueva Vida", "ClubTapalpa Nueva Vida"),
        ("Club Tlaltenango", "Club Tlaltcnanqo"),
        ("Club Tlaltenango", "Club Tlaltenagno"),
        ("Asociación Cívica Huitzilin", "Huitzilin Cvic Association"),
        ("Hijos Ausentes de S. Fco. Huitzilin", "Hijos Ausentes de San Francisco Huitzilin"),
        ("#ClubSocialHuitzilin", "Club Social Huitzilin"),
        ("Asociación Luz del N0rte Huitzilin", "Asociación Luz del Norte Huitzilin"),
        ("U. y Progreso de Huitzilin", "Unión y Progreso de Huitzilin"),
        ("Zempoala Huitzilin", "Z. Huitzilin"),
    ],
)
def test_one_name_spelled_in_two_ways_is_wholly_alike(one: str, other: str) -> None:
    assert _overlap(one, other) == 1.0


@pytest.mark.parametrize(
    ("one", "other"),
    [("Club Tonalá", "Club Tonatico"), ("Club Jerez", "Club Perote"), ("Plan A", "Plan B")],
)
def test_two_names_are_not(one: str, other: str) -> None:
    assert _overlap(one, other) < 0.5


def test_of_several_names_the_most_alike_are_compared() -> None:
    one = _draft("Huitzilin Social Club", alternate_names=("Club Xochipilli",))
    other = _draft("Zempoala", alternate_names=("Club Social Huitzilin",))
    assert float(_likeness(one, other).overlap[0]) == 1.0


def test_the_hometown_that_the_other_record_gives_apart_weighs_little() -> None:
    one = _draft("Club Social de Waukegan", city="Waukegan", hometown="Huitzilin")
    named = _draft("Club Social Huitzilin de Waukegan", city="Waukegan")
    told = _likeness(one, named).overlap[0]
    untold = _likeness(_draft("Club Social de Waukegan", city="Waukegan"), named).overlap[0]
    assert told > untold


def test_how_alike_two_names_are_does_not_depend_on_which_others_are_compared() -> None:
    """Both last names are written "mar": one is a word of the name, the other means the sea."""
    names = (
        "Oriundos de Baja Mar",
        "Oriundos de María Picula",
        "Club Dionisio del Mar",
        "José María",
    )
    prepared = table(columns_of([_draft(name) for name in names]))
    left, right = np.array([0, 2]), np.array([1, 3])
    apart = [likeness(prepared, left[k : k + 1], right[k : k + 1]).overlap[0] for k in range(2)]
    assert apart[0] != apart[1]
    for order in ([0, 1], [1, 0]):
        together = likeness(prepared, left[order], right[order]).overlap
        assert together.tolist() == [apart[k] for k in order]
