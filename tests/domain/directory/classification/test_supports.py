"""What is given to the home community is read where it is given, and to whom."""

from __future__ import annotations

import pytest

from oriundo.domain.directory.classification import classify


def given(text: str) -> set[str]:
    return {suggestion.code for suggestion in classify("", text).supports}


@pytest.mark.parametrize(
    ("code", "spanish", "english"),
    [
        ("nutrition", "Envía despensas al pueblo.", "Sends groceries to the home village."),
        ("health", "Donó medicinas a su aldea.", "Donated medicine to its home village."),
        ("education", "Paga becas en su pueblo.", "Pays scholarships back home."),
        (
            "infrastructure",
            "Pavimentó el puente de su pueblo.",
            "Built a bridge in the home town.",
        ),
        (
            "commerce_employment",
            "Financia invernaderos en su pueblo.",
            "Finances greenhouses in the home village.",
        ),
        (
            "other_in_kind",
            "Manda cobijas y ropa a la aldea.",
            "Ships blankets to the home village.",
        ),
        ("economic_aid", "Manda ayuda económica al pueblo.", "Sends cash to the home village."),
        ("other", "Reforesta el cerro de su pueblo.", "Sponsors the fireworks of our home town."),
    ],
)
def test_every_kind_is_told_in_both_languages(code, spanish, english):
    assert (given(spanish), given(english)) == ({code}, {code})


@pytest.mark.parametrize(
    "text",
    [
        "A free clinic for immigrants in the neighborhood.",
        "Ofrece comida a los recién llegados de la ciudad.",
        "Donates food to newcomers in the county.",
        "No envía medicinas al pueblo.",
        "Does not give scholarships in the home town.",
        "Nació en un pueblo.",
        "Members like books and good food.",
    ],
)
def test_what_is_given_here_or_not_at_all_is_no_support(text):
    assert given(text) == set()


def test_several_kinds_stand_in_one_sentence():
    text = "Construyó la clínica, mandó ropa y paga becas en su comunidad de origen."
    assert given(text) == {"infrastructure", "health", "other_in_kind", "education"}


def test_the_deciding_sentence_is_the_texts_own():
    text = "Somos diez. Envía despensas al pueblo, cada diciembre."
    (found,) = classify("", text).supports
    assert (found.sentence, found.word, found.confidence) == (
        "Envía despensas al pueblo, cada diciembre.",
        "despensas",
        0.9,
    )
