"""The main objective is read from activity, in its context, in both languages."""

from __future__ import annotations

import pytest

from oriundo.domain.directory.classification import classify


def main(text: str, name: str = "") -> str:
    found = classify(name, text).objective
    return found.code if found else ""


@pytest.mark.parametrize(
    ("code", "spanish", "english"),
    [
        (
            "origin_focused",
            "Juntamos fondos para pavimentar las calles de nuestro pueblo.",
            "We raise funds to pave the streets of our home town.",
        ),
        (
            "community",
            "Promueve los derechos y la calidad de vida en el barrio.",
            "Promotes rights and quality of life in the neighborhood.",
        ),
        (
            "service",
            "Ofrece asesoría legal y ayuda con trámites consulares.",
            "Offers legal advice and help with consular paperwork.",
        ),
        (
            "cultural",
            "Enseña danza folklórica y celebra las fiestas patrias.",
            "Teaches folk dance and keeps traditions alive.",
        ),
        (
            "educational",
            "Da tutorías y clases de inglés a estudiantes.",
            "Gives tutoring and English classes to students.",
        ),
        (
            "womens",
            "Grupo de mujeres que trabaja con perspectiva de género.",
            "A group of women who work with a gender perspective.",
        ),
        (
            "business",
            "Ayuda a pequeños negocios con planes de negocio.",
            "Helps small businesses with business plans.",
        ),
        (
            "chamber_of_commerce",
            "Cámara que promueve el comercio bilateral y las exportaciones.",
            "A chamber that promotes bilateral trade and exports.",
        ),
        (
            "athletic",
            "Organiza una liga de futbol y torneos.",
            "Runs a soccer league and tournaments.",
        ),
        (
            "scientific",
            "Red de investigadores que intercambian conocimiento científico.",
            "Network of researchers who exchange scientific knowledge.",
        ),
    ],
)
def test_every_class_is_told_in_both_languages(code, spanish, english):
    assert (main(spanish), main(english)) == (code, code)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("No legal services. We organize soccer tournaments.", "athletic"),
        ("We do not offer legal advice, we teach English classes and tutoring.", "educational"),
        ("No ofrece asesoría legal, sino clases de inglés y tutorías.", "educational"),
        ("Not a cultural center, a basketball league.", "athletic"),
        ("No solo hacemos danza: también teatro y música.", "cultural"),
        ("A nonprofit soccer league.", "athletic"),
        ("Friends of the Women's Museum.", ""),
        ("Amigos del museo de la mujer, en el centro.", ""),
        ("Formerly a soccer club. Today it gives legal advice to immigrants.", "service"),
        ("Antes fue un club de futbol; hoy da asesoría legal.", "service"),
        ("Board: president Ana, treasurer Eva, women's secretary Luz.", ""),
        ("Mesa directiva: presidenta, tesorero y secretaria de la mujer.", ""),
        ("Se reúne en la casa de la cultura.", ""),
        ("Attends men and women alike.", ""),
        ("Deportation hotline and legal aid.", "service"),
        (
            "Cada año hace un baile para recaudar fondos para la clínica del pueblo.",
            "origin_focused",
        ),
        (
            "Holds soccer tournaments to raise money for the ambulance of the village.",
            "origin_focused",
        ),
        ("Baile y marimba a beneficio del hospital.", ""),
        ("Gives scholarships to students in the home town.", "origin_focused"),
        ("", ""),
    ],
)
def test_what_surrounds_a_word_changes_what_it_says(text, code):
    assert main(text) == code


def test_the_name_alone_can_tell():
    found = classify("Cámara de Comercio Hondureña").objective
    assert (found.code, found.word, found.in_name) == (
        "chamber_of_commerce",
        "Cámara de Comercio",
        True,
    )


def test_names_of_canada_are_told_in_french_too():
    assert main("", name="Chambre de commerce salvadorienne") == "chamber_of_commerce"


def test_what_it_does_counts_more_than_a_word_of_its_name():
    text = "Pavimentó calles y construyó la clínica del pueblo natal."
    assert main(text, name="Club Deportivo Los Altos") == "origin_focused"


def test_a_further_objective_stands_beside_the_main_one():
    found = classify("", "Liga de futbol con torneos. También enseña danza folklórica y marimba.")
    assert found.objective.code == "athletic"
    assert [suggestion.code for suggestion in found.secondary] == ["cultural"]


def test_two_objectives_of_equal_weight_are_unknown():
    assert main("Futbol y marimba.") == ""


def test_the_deciding_sentence_and_word_are_the_texts_own():
    text = "Somos veinte.  Ofrecemos Asesoría Legal (gratuita), los lunes. Hay café."
    found = classify("", text).objective
    assert (found.sentence, found.word) == (
        "Ofrecemos Asesoría Legal (gratuita), los lunes.",
        "Asesoría Legal",
    )


def test_of_a_long_sentence_the_words_around_the_deciding_ones_are_quoted():
    text = "palabra " * 60 + "asesoría legal " + "palabra " * 60
    found = classify("", text).objective
    assert found.sentence in text
    assert "asesoría legal" in found.sentence
    assert len(found.sentence) <= 240
