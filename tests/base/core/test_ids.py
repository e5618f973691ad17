from __future__ import annotations

import pytest

from oriundo.base.core import ids


def test_a_new_identifier_reads_back_as_itself():
    made = ids.new()
    assert ids.canonical(made) == made


def test_case_dashes_and_look_alikes_are_forgiven():
    made = ids.derived("a club")
    typed = made.replace("-", " ").upper().replace("1", "I").replace("0", "O")
    assert ids.canonical(typed) == made


def test_every_single_wrong_character_is_caught():
    made = ids.derived("a club").replace("-", "")
    wrong = [
        made[:place] + other + made[place + 1 :]
        for place in range(12)
        for other in ids.ALPHABET
        if other != made[place]
    ]
    accepted = [typed for typed in wrong if _is_accepted(typed)]
    assert accepted == []


def _is_accepted(typed):
    try:
        ids.canonical(typed)
    except ids.MistypedId:
        return False
    return True


@pytest.mark.parametrize("typed", ["", "7k2m", "7k2m-9qtx-4rdu", "a" * 100])
def test_what_is_no_identifier_is_refused_with_what_was_typed(typed):
    with pytest.raises(ids.MistypedId) as caught:
        ids.canonical(typed)
    assert caught.value.values == {"typed": typed[:40]}


def test_the_same_text_gives_the_same_identifier():
    made = [ids.derived(text) for text in ("a club", "links", "link")]
    assert made == ["6m6c-2y5w-h7gn", "b76v-tcfs-3y9e", "gx3t-8q98-zpj7"]


def test_identifiers_derived_together_are_those_derived_alone():
    texts = [f"club {number}" for number in range(50)]
    assert ids.derived_each(texts) == [ids.derived(text) for text in texts]
    assert ids.derived_each([]) == []
