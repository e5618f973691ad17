from __future__ import annotations

from oriundo.collect.matching.reading.phrases import Phrases


def test_the_first_of_the_list_is_found_wherever_it_stands() -> None:
    assert Phrases(["new mexico", "mexico"]).first_in(" club mexico of new mexico ") == "new mexico"


def test_all_are_found_in_the_order_of_the_list() -> None:
    assert Phrases(["b", "a", "c"]).all_in(" a c b ") == ["b", "a", "c"]


def test_parts_of_words_are_not_phrases() -> None:
    assert Phrases(["mexico"]).all_in(" mexicolindo ") == []


def test_a_phrase_does_not_go_over_from_one_name_into_the_next() -> None:
    assert Phrases(["new mexico"]).first_in(" club new  mexico club ") == ""
