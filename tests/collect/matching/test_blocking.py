from __future__ import annotations

from dataclasses import replace

from oriundo.collect.matching.blocking import block
from oriundo.collect.matching.table import table
from oriundo.collect.sources.columns import columns_of
from oriundo.collect.sources.drafts import Draft


def _pairs(*drafts: Draft) -> list[tuple[int, int]]:
    blocks = block(table(columns_of(drafts)))
    return list(zip(blocks.left.tolist(), blocks.right.tolist(), strict=True))


def test_records_at_one_street_are_compared_though_one_gives_no_postal_code() -> None:
    one = Draft(source="a", record_id="1", row=1, name="Unión Berlín", city="San José")
    one = replace(one, address="7314 Granary St", postal="95112")
    other = replace(one, source="b", name="Xochitl Club", postal="")
    assert _pairs(one, other) == [(0, 1)]


def _crowd(count: int, city: str = "Reno") -> list[Draft]:
    """Clubs with nothing in common but a telephone."""
    names = [f"{chr(97 + i % 26) * 4}{chr(97 + i // 26) * 3}" for i in range(count)]
    return [
        Draft(
            source="a", record_id=f"{i:03}", row=i, name=name, city=city, phones=("+17755550101",)
        )
        for i, name in enumerate(names)
    ]


def test_records_that_share_a_key_are_all_compared_up_to_the_cap() -> None:
    assert len(_pairs(*_crowd(30))) == 30 * 29 // 2


def test_a_crowd_is_compared_among_neighbors_by_name_and_reported() -> None:
    blocks = block(table(columns_of(_crowd(31))))
    pairs = set(zip(blocks.left.tolist(), blocks.right.tolist(), strict=True))
    # By name 26 ("aaaabbb") stands beside 0 ("aaaaaaa"), and 20 ("uuuuaaa") far from it.
    assert ((0, 26) in pairs, (10, 11) in pairs, (0, 20) in pairs) == (True, True, False)
    assert [(c.kind, c.records, c.first) for c in blocks.crowds] == [("a telephone number", 31, 0)]


def test_a_crowd_of_several_places_is_compared_in_full_within_each() -> None:
    drafts = [*_crowd(20), *(replace(d, source="b", city="Elko") for d in _crowd(20))]
    blocks = block(table(columns_of(drafts)))
    pairs = list(zip(blocks.left.tolist(), blocks.right.tolist(), strict=True))
    same = [pair for pair in pairs if (pair[0] < 20) == (pair[1] < 20)]
    assert (len(same), blocks.crowds) == (2 * 20 * 19 // 2, ())


def _in_reno(*names: str) -> list[tuple[int, int]]:
    return _pairs(
        *(
            Draft(source="a", record_id=str(i), row=i, name=name, city="Reno")
            for i, name in enumerate(names)
        )
    )


def test_a_name_of_which_one_word_tells_is_found_by_its_kind_and_place() -> None:
    assert _in_reno("Casa Atlántida de Reno", "Caza Atlántida") == [(0, 1)]


def test_a_name_and_its_translation_are_compared() -> None:
    assert _in_reno("Red de Mujeres Salvadoreñas", "Salvadoran Women's Network") == [(0, 1)]


def test_a_name_mistyped_in_every_word_is_compared_with_it() -> None:
    assert _in_reno("Juventud Xochipilli", "Juventut Xochipilly") == [(0, 1)]


def test_a_pair_that_a_person_ruled_on_is_compared_whatever_it_shares() -> None:
    drafts = [
        Draft(source="a", record_id=name, row=1, name=name, city=city)
        for name, city in (("Xochitl Club", "Reno"), ("Unión Berlín", "Winnemucca"))
    ]
    prepared = table(columns_of(drafts))
    assert len(block(prepared).left) == 0
    blocks = block(prepared, also=[(0, 1)])
    assert [blocks.left.tolist(), blocks.right.tolist(), blocks.times.tolist()] == [[0], [1], [1]]
