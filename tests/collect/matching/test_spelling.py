from __future__ import annotations

import pytest

from oriundo.collect.matching.concepts import speller
from oriundo.collect.matching.spelling import Speller
from oriundo.collect.matching.words import wording

VOCABULARY = {"oriundos": "native", "mejoras": "improvement", "player": "play", "tierra": "land"}


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("oriudnos", "oriundos"),
        ("orundos", "oriundos"),
        ("oriunddos", "oriundos"),
        ("oriumdos", "oriundos"),
        ("mejroas", "mejoras"),
    ],
)
def test_a_word_one_error_away_from_the_vocabulary_is_read_as_it(written: str, read: str) -> None:
    assert Speller(VOCABULARY, ())(written) == read


@pytest.mark.parametrize(
    "written",
    [
        pytest.param("ariundos", id="another first letter"),
        pytest.param("sierra", id="another word"),
        pytest.param("oriundo", id="another ending"),
        pytest.param("prayer", id="another letter in a short word"),
        pytest.param("orundso", id="two errors"),
        pytest.param("mejor", id="short"),
    ],
)
def test_a_word_that_may_be_another_is_left_alone(written: str) -> None:
    assert Speller(VOCABULARY, ())(written) == written


def test_a_word_near_two_meanings_is_left_alone() -> None:
    assert Speller({"cantinas": "bar", "cantigas": "song"}, ())("cantias") == "cantias"


def test_a_word_near_two_forms_of_one_meaning_is_read() -> None:
    assert Speller({"asociacion": "k", "association": "k"}, ())("asociation") == "association"


def test_a_known_word_is_no_error() -> None:
    assert Speller({"county": "county"}, ("country",))("country") == "country"


@pytest.mark.parametrize(
    ("mistyped", "right"),
    [
        ("Asociación de Oriudnos de Cosío", "Asociación de Oriundos de Cosío"),
        ("Comité Pro Mejroas de Jerez", "Jerez Improvement Committee"),
        ("Soicedad Cívica", "Civic Society"),
        ("Houuse of Durango", "Casa Durango"),
        ("Club Zacatceas", "Club Zacatecas"),
        ("Zacatelco Hometown Asociation", "Asociación de Oriundos de Zacatelco"),
    ],
)
def test_a_name_with_a_mistyped_word_of_the_language_gives_its_words(
    mistyped: str, right: str
) -> None:
    assert sorted(wording(mistyped).words) == sorted(wording(right).words)


@pytest.mark.parametrize("name", ["sierra", "legion", "fuentes", "santos", "marina", "columbian"])
def test_real_words_near_the_vocabulary_stay_themselves(name: str) -> None:
    assert speller()(name) == name


@pytest.mark.parametrize(
    ("misread", "right"),
    [
        ("Fecleracion Zacatecana", "Federación Zacatecana"),
        ("Liga de Fiitbol Huitzilin", "Liga de Futbol Huitzilin"),
        ("Asociaci6n Mcxicana Huitzilin", "Asociación Mexicana Huitzilin"),
        ("Com. de 5an Blas Huitzilin", "Com. de San Blas Huitzilin"),
        ("Club 0zumba", "Club Ozumba"),
        ("Casa Huitzilin cle Zempoala", "Casa Huitzilin de Zempoala"),
        ("Casa Huitzilin dc Zempoala", "Casa Huitzilin de Zempoala"),
    ],
)
def test_what_a_machine_misread_on_paper_is_read(misread: str, right: str) -> None:
    assert wording(misread).words == wording(right).words


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        pytest.param("Club Campesina", "campesina", id="another gender"),
        pytest.param("Club Control Huitzilin", "control", id="another vowel is another word"),
        pytest.param("Club Huitzilin 5to", "5to", id="an ordinal"),
        pytest.param("Club Huitzilin DC", "dc", id="two letters at the end"),
        pytest.param("Grupo 4h Huitzilin", "4h", id="too few letters to be a word"),
    ],
)
def test_what_may_have_been_meant_is_left_as_it_is(name: str, kept: str) -> None:
    assert kept in wording(name).forms
