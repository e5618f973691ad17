from __future__ import annotations

import pytest

from oriundo.insight.atlas.text.asked import Unit, ask
from oriundo.insight.atlas.text.slips import one_slip
from oriundo.insight.atlas.text.tokens import DOING, FIRST, HOMETOWNS, NAME, RESIDENCE, terms
from tests.insight.atlas.text.rows import row


@pytest.mark.parametrize(
    ("words", "units"),
    [
        ("", ()),
        ("Clubes de Jerez", (Unit(("clubes",), "k:club"), Unit(("jerez",), "", True))),
        ("nueva york", (Unit(("nueva", "york"), "@US-NY"),)),
        ("Club X, A.C.", (Unit(("club",), "k:club"), Unit(("x",), "", True))),
        ("club club", (Unit(("club",), "k:club"), Unit(("club",), "k:club", True))),
        ("F. C. Z.", (Unit(("fcz",), "", True),)),
        ("de la", (Unit(("de",)), Unit(("la",), "", True))),
    ],
)
def test_words_are_read_into_what_they_stand_for(words: str, units: tuple[Unit, ...]) -> None:
    assert ask(words) == units


def test_each_term_knows_the_fields_that_say_it() -> None:
    held = row(
        "Club de Jerez", hometowns=["Jerez"], doing=["El club"], region="US-NY", home="MX-ZAC"
    )
    assert terms(held) == {
        "club": FIRST | NAME | DOING,
        "jerez": NAME | HOMETOWNS,
        "@mx": HOMETOWNS,
        "@mx-zac": HOMETOWNS,
        "@us-ny": RESIDENCE,
    }


def test_a_slip_is_one_letter_more_less_other_or_exchanged() -> None:
    near = one_slip("jerez")
    assert {"jere", "jeerz", "jerrez", "perez"} <= set(near)
    assert not {"jerez", "jeez1", "zerej"} & set(near)
