"""Each kind of words finds what people mean by them."""

from __future__ import annotations

import pytest

from oriundo.insight.atlas.atlas import Atlas
from oriundo.insight.atlas.question import Question
from tests.insight.atlas.text.rows import found, row

ROWS = [
    row(
        "Federation of Zacatecan Clubs of Southern California", acronyms=["FCZSC"], public_id="fed"
    ),
    row(
        "Club Social Jerez",
        residence=["Los Angeles"],
        region="US-CA",
        country="USA",
        public_id="jerez",
    ),
    row(
        "Club Social Nochistlán",
        residence=["Chicago"],
        hometowns=["Jerez, Zacatecas"],
        public_id="noch",
    ),
    row("Ballet Folklórico Xochipilli", alternates=["Xochipilli Folk Ballet"], public_id="ballet"),
    row(
        "Casa Puebla",
        region="US-NY",
        country="USA",
        doing=["Clases de inglés", "Bailes", "Dancing"],
        public_id="puebla",
    ),
    row("Unión Salvadoreña", origin="SLV", residence=["Houston"], public_id="union"),
]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Ballet Folklórico Xochipilli", ["ballet"]),
        ("ballet folklorico", ["ballet"]),
        ("BALLET, «FOLKLÓRICO»!", ["ballet"]),
        ("Federación de Clubes Zacatecanos", ["fed"]),
        ("FCZSC", ["fed"]),
        ("F.C.Z.S.C.", ["fed"]),
        ("f c z s c", ["fed"]),
        ("Jerez Los Angeles", ["jerez"]),
        ("Jerez", ["jerez", "noch"]),
        ("Jeerz", ["jerez", "noch"]),
        ("xochi", ["ballet"]),
        ("xochipili", ["ballet"]),
        ("xochypili", ["ballet"]),
        ("xochyppil", []),
        ("nochistlan", ["noch"]),
        ("nochxstlxn", ["noch"]),
        ("Nueva York", ["puebla"]),
        ("New York", ["puebla"]),
        ("Estados Unidos", ["puebla", "jerez"]),
        ("salvadoreños en Houston", ["union"]),
        ("El Salvador", ["union"]),
        ("clase", ["puebla"]),
        ("bailar", ["puebla"]),
        ("dances", ["puebla"]),
        ("ballet puebla", []),
    ],
)  # fmt: skip
def test_words_find(words: str, expected: list[str]) -> None:
    assert found(ROWS, words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "",
        "   ",
        "de la",
        '"',
        "'",
        "\x00\x07",
        "*",
        "AND OR NOT",
        "(" * 50,
        "a:b~2^3",
        "\ud800",
        "🙂",
    ],
)
def test_what_holds_no_word_narrows_nothing_and_nothing_is_refused(words: str) -> None:
    atlas = Atlas.of(ROWS)
    assert atlas.find(Question(words)).total in {0, len(ROWS)}
    assert isinstance(atlas.suggest(words, "es"), tuple)
    assert isinstance(atlas.nearest(words), str)


@pytest.mark.parametrize("words", ["", "   ", "de la", "*", "?!"])
def test_without_a_word_that_tells_everything_is_found(words: str) -> None:
    assert Atlas.of(ROWS).find(Question(words)).total == (0 if words == "de la" else len(ROWS))


def test_other_scripts_are_read_in_latin_letters() -> None:
    assert found([row("Клуб Соледад", public_id="club")], "klub soledad") == ["club"]


def test_very_long_texts_are_read_to_a_point() -> None:
    assert found(ROWS, "ballet " * 10_000) == ["ballet"]


def test_two_slips_are_forgiven_only_when_nothing_else_is_found() -> None:
    rows = [row("Club Nochistlan"), row("Club Nochixtlen")]
    assert found(rows, "nochistlan") == ["club nochistlan"]
    assert found(rows, "nochistlxx") == ["club nochistlan"]


def test_a_word_that_is_known_is_read_with_a_slip_when_the_others_stand_with_no_such() -> None:
    rows = [row("Club Jerez"), row("Casa Perez")]
    assert found(rows, "casa jerez") == ["casa perez"]


def test_when_nothing_has_all_of_three_words_what_has_most_of_them_is_found() -> None:
    rows = [row("Club Social Jerez"), row("Club Deportivo Jerez"), row("Casa Social")]
    assert found(rows, "club jerez folklorico") == ["club deportivo jerez", "club social jerez"]
    assert found(rows, "jerez folklorico") == []


def test_what_is_called_just_so_stands_first() -> None:
    rows = [row("Jerez Club (CJ)"), row("Club Jerez, A.C. (CJ)"), row("Jerez Club Jerez")]
    assert found(rows, "Club Jerez")[0] == "club jerez a c cj"
    assert found(rows, "Jerez Club")[0] == "jerez club cj"
    assert found(rows, "Jerez Clbu Jerez")[0] == "jerez club jerez"


def test_nothing_is_found_in_an_atlas_of_nothing() -> None:
    atlas = Atlas.of([])
    assert (atlas.find(Question("club")).total, atlas.suggest("club", "es")) == (0, ())
    assert atlas.nearest("club") == ""
