"""The everyday words of which proper names are made: one name in Spanish and English is one."""

from __future__ import annotations

from collections import Counter

import pytest

from oriundo.base.core.text import fold
from oriundo.collect.matching import lexicon
from oriundo.collect.matching.concepts import concepts, field, speller
from oriundo.collect.matching.forms import city, hometown
from oriundo.collect.matching.vocabulary import vocabulary
from oriundo.collect.matching.words import wording
from oriundo.insight.atlas.text.asked import ask, ways_to_say

ROWS = lexicon.rows("everyday_words")
ONE_NAME = [
    ("Fundación San Judas Tadeo", "Saint Jude Foundation"),
    ("Club Águilas del Norte", "Northern Eagles Club"),
    ("Liga La Unión Hace la Fuerza", "Strength in Unity League"),
    ("Club Cinco de Mayo", "Fifth of May Club"),
    ("Club Cinco de Mayo", "Club 5 de Mayo"),
    ("Banda de Guerra del Club Xoltepec", "Xoltepec Club Marching Band"),
    ("Comité de Damas de Xoltepec", "Xoltepec Ladies' Committee"),
    ("Grupo Flor de Mayo", "Mayflower Group"),
    ("Grupo San Miguel Arcángel", "St. Michael the Archangel Group"),
    ("Sociedad Sagrado Corazón de Jesús", "Sacred Heart of Jesus Society"),
    ("Club San Juan Bautista", "St. John the Baptist Club"),
    ("Comité Santo Niño de Atocha", "Holy Child of Atocha Committee"),
    ("Unión de Jornaleros, Sección 2", "Day Laborers Union, Section II"),
    ("Danza Quinto Sol", "Fifth Sun Dance"),
    ("Sociedad Nuevo Amanecer", "New Dawn Society"),
    ("Centro Manos Amigas", "Helping Hands Center"),
    ("Comité Virgen del Carmen", "Our Lady of Mount Carmel Committee"),
    ("Club Leones de la Sierra", "Lions of the Sierra Club"),
    ("Club Potros Salvajes", "Wild Colts Club"),
    ("Fundación Semillas de Esperanza", "Seeds of Hope Foundation"),
    ("Asociación Raíces y Alas", "Roots and Wings Association"),
    ("Grupo Tierra y Libertad", "Land and Freedom Group"),
    ("Iglesia Agua Viva", "Living Water Church"),
    ("Iglesia Pan de Vida", "Bread of Life Church"),
    ("Iglesia El Buen Pastor", "The Good Shepherd Church"),
    ("Comité Cristo Rey", "Christ the King Committee"),
    ("Comité Divina Providencia", "Divine Providence Committee"),
    ("Asociación Espíritu Santo", "Holy Spirit Association"),
    ("Fundación Santa Cruz", "Holy Cross Foundation"),
    ("Club Estrella Roja", "Red Star Club"),
    ("Ballet Folklórico Colibrí Dorado", "Golden Hummingbird Folkloric Ballet"),
    ("Club Guerreros del Desierto", "Desert Warriors Club"),
    ("Red de Mujeres Valientes", "Brave Women Network"),
    ("Coro Voces del Cielo", "Voices of Heaven Choir"),
    ("Asociación Puerta Abierta", "Open Door Association"),
    ("Comité Veintiuno de Septiembre", "September 21st Committee"),
    ("Sociedad San Vicente de Paúl", "Society of St. Vincent de Paul"),
    ("Club San Pedro y San Pablo", "Saints Peter and Paul Club"),
    ("Equipo Gallos Blancos", "White Roosters Team"),
    ("Banda Flores y Cantos", "Flowers and Songs Band"),
    ("Taller Los Carpinteros", "The Carpenters' Workshop"),
    ("Sociedad de Socorros Mutuos Benito", "Benito Mutual Aid Society"),
]
TWO_NAMES = [
    ("Sección 2", "Section Three"),
    ("Club Cinco de Mayo", "Fifth of June Club"),
    ("Club Cinco de Mayo", "May 6th Club"),
    ("Club Águilas", "Hawks Club"),
    ("Club Lobos", "Foxes Club"),
    ("Club Tigres", "Panthers Club"),
    ("Club Potros", "Donkeys Club"),
    ("Danza Quinto Sol", "Sixth Sun Dance"),
    ("Grupo Amanecer", "Sunset Group"),
    ("Grupo San Juan", "Saint Joseph Group"),
    ("Grupo San Pablo", "Saint Peter Group"),
    ("Grupo San Miguel Arcángel", "Saint Gabriel the Archangel Group"),
    ("Comité de Damas", "Men's Committee"),
    ("Comité Virgen del Carmen", "Our Lady of Guadalupe Committee"),
    ("Sociedad Sagrado Corazón", "Immaculate Heart Society"),
    ("Banda de Guerra Xoltepec", "Xoltepec Brass Band"),
    ("Club Estrella Roja", "White Star Club"),
    ("Club Luna Llena", "New Moon Club"),
    ("Club Los Pinos", "The Oaks Club"),
    ("Club La Rosa", "The Lily Club"),
    ("Grupo Flor de Mayo", "Flower Group"),
    ("Club El Río", "The Lake Club"),
    ("Club Oro", "Silver Club"),
    ("Club Primavera", "Autumn Club"),
    ("Iglesia Agua Viva", "Living Stone Church"),
    ("Taller Los Carpinteros", "The Bakers' Workshop"),
    ("Once Soles", "Once Upon a Sun"),
]


@pytest.mark.parametrize(("spanish", "english"), ONE_NAME)
def test_one_name_in_two_languages_has_the_same_words(spanish: str, english: str) -> None:
    assert wording(spanish).bag == wording(english).bag


@pytest.mark.parametrize(("one", "other"), TWO_NAMES)
def test_names_that_only_look_like_a_translation_differ(one: str, other: str) -> None:
    assert wording(one).bag != wording(other).bag


def test_no_two_lines_claim_the_same_form() -> None:
    forms = Counter(form for row in ROWS for form in dict.fromkeys(lexicon.everyday_forms(row)))
    assert {form for form, lines in forms.items() if lines > 1} == set()


def test_no_line_claims_a_form_of_another_file() -> None:
    other = {*field(), *lexicon.abbreviations()}
    other |= lexicon.words("stop_words") | lexicon.words("legal_forms")
    assert sorted(other & lexicon.everyday_words().keys()) == []


def test_no_form_of_the_field_is_claimed_twice() -> None:
    said = (form for row in lexicon.rows("translations") for form in row["forms"].split("|"))
    forms = Counter((*said, *lexicon.kinds()))
    assert {form for form, lines in forms.items() if lines > 1} == set()


def test_every_form_is_folded() -> None:
    assert [form for form in lexicon.everyday_words() if form != fold(form)] == []


def test_every_concept_stands_on_one_line() -> None:
    concepts_held = Counter(row["concept"] for row in ROWS)
    assert {concept for concept, lines in concepts_held.items() if lines > 1} == set()


def test_no_concept_is_the_form_of_another() -> None:
    known, _ = concepts()
    held = [(row["concept"], tuple(row["concept"].split())) for row in ROWS]
    assert {one: known[one] for one, words in held if known.get(one, words) != words} == {}


def test_every_line_says_it_in_both_languages() -> None:
    half_said = {row["concept"] for row in ROWS if not (row["es"] and row["en"])}
    assert half_said == {"k:union", "k:house"}


@pytest.mark.parametrize("word", ["palmar", "aguilar", "floresta", "rosita", "campanar"])
def test_no_proper_name_is_mended_into_an_everyday_word(word: str) -> None:
    assert speller()(word) == word


@pytest.mark.parametrize("word", ["montenegro", "villalobos", "rosalinda", "campanario"])
def test_no_proper_name_is_parted_into_everyday_words(word: str) -> None:
    assert wording(word).plain == (word,)


def test_names_of_persons_alone_are_not_translated() -> None:
    assert wording("Fundación Juan Pedro Santiago").bag == {
        "k:foundation",
        "juan",
        "pedro",
        "santiago",
    }


def test_an_everyday_word_is_known_as_one_and_a_number_as_a_number() -> None:
    found = vocabulary(["eagle", "5", "youth", "jerez"])
    flags = {
        text: (bool(found.everyday[n]), bool(found.digits[n])) for text, n in found.index.items()
    }
    assert flags == {
        "eagle": (True, False),
        "5": (True, True),
        "youth": (False, False),
        "jerez": (False, False),
    }


def test_a_saint_keeps_the_words_of_the_spanish_name() -> None:
    found = wording("St. John's")
    assert (found.words, found.forms) == (("saint", "juan"), ("st", "johns"))


@pytest.mark.parametrize(
    ("asked", "way"),
    [
        ("aguilas", ("eagles",)),
        ("fifth", ("cinco",)),
        ("saint john", ("san", "juan")),
        ("banda de guerra", ("marching", "band")),
        ("la union hace la fuerza", ("strength", "unity")),
    ],
)
def test_a_search_is_met_in_the_other_language(asked: str, way: tuple[str, ...]) -> None:
    [unit] = ask(asked)
    assert way in ways_to_say(unit.sense)


def test_a_saint_is_not_every_saint() -> None:
    assert ("saint", "john") not in ways_to_say("saint")


def test_towns_are_not_translated() -> None:
    towns = ("Las Palmas", "La Palma", "Los Pinos", "Cinco de Mayo", "San Juan")
    assert list(map(hometown, towns)) == ["palmas", "palma", "pinos", "cinco mayo", "saint juan"]
    assert list(map(city, towns)) == ["palmas", "palma", "pinos", "cinco mayo", "saint juan"]
