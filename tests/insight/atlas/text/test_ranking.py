"""The best first, then the freshest, then the nearest, then by name."""

from __future__ import annotations

from oriundo.insight.atlas.atlas import Atlas
from oriundo.insight.atlas.question import Circle, Question
from tests.insight.atlas.text.rows import found, row


def test_a_name_stands_before_another_name_that_says_more() -> None:
    rows = [row("Club Jerez de Los Angeles y Amigos"), row("Club Jerez")]
    assert found(rows, "Club Jerez") == ["club jerez", "club jerez de los angeles y amigos"]


def test_a_name_stands_before_a_hometown_a_hometown_before_what_is_done() -> None:
    rows = [
        row("A", doing=["Becas en Jerez"]),
        row("B", residence=["Jerez"]),
        row("C", hometowns=["Jerez"]),
        row("Jerez"),
    ]
    assert found(rows, "jerez") == ["jerez", "c", "b", "a"]


def test_a_word_itself_stands_before_its_stem_its_translation_and_what_begins_with_it() -> None:
    rows = [row("Casa Hidalguense"), row("Casa Hidalgo"), row("Casa Hidalgotitlán")]
    assert found(rows, "hidalgo") == ["casa hidalgo", "casa hidalguense", "casa hidalgotitlan"]


def test_a_rare_word_tells_more_than_a_common_one() -> None:
    common = [row(f"Club {name}", doing=["Amistad"]) for name in ("Uno", "Dos", "Tres")]
    rows = [*common, row("Ala", doing=["Club Amistad"])]
    assert found(rows, "amistad club")[0] in {"club dos", "club tres", "club uno"}


def test_equals_stand_by_month_of_verification_then_by_distance_then_by_name() -> None:
    rows = [
        row("Club Beta", precision="locality", lat=19.0, lon=-99.0, verified="2026-05-03"),
        row("Club Alfa", precision="locality", lat=19.0, lon=-99.0, verified="2026-05-03"),
        row("Club Abril", precision="locality", lat=19.5, lon=-99.0, verified="2026-05-03"),
        row("Club Delta", precision="locality", lat=19.0, lon=-99.0, verified="2026-09-03"),
        row("Club Epsilon", precision="locality", lat=19.0, lon=-99.0),
    ]
    near = Question("club", near=Circle(19.0, -99.0, 100))
    assert list(Atlas.of(rows).ids(near)) == [
        "club delta", "club alfa", "club beta", "club abril", "club epsilon",
    ]  # fmt: skip


def test_a_page_is_a_part_of_the_whole_order() -> None:
    rows = [row(f"Club {n:04}", verified=f"20{n % 20 + 10}-01-01") for n in range(5_000)]
    atlas, question = Atlas.of(rows), Question("club")
    assert atlas.find(question, start=40, size=7).ids == tuple(atlas.ids(question))[40:47]
