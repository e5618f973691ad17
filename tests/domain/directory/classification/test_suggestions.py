from __future__ import annotations

from oriundo.domain.directory.classification import Suggestion, classify


def test_a_reason_quotes_the_sentence_and_names_the_word():
    sentence, values = classify("", "Ofrece asesoría legal.").objective.reason
    assert (
        sentence % values
        == "in “Ofrece asesoría legal.”, “asesoría legal” tells the main objective"
    )


def test_a_reason_keeps_confidence_author_and_version():
    _, values = classify("", "Ofrece asesoría legal.").objective.reason
    assert (values["confidence"], values["author"], values["version"]) == (
        "0.79",
        "rule",
        "rules 2",
    )


def test_a_sentence_with_a_telephone_is_not_quoted():
    sentence, values = classify("", "Asesoría legal: 213 555 0101 (Luz).").objective.reason
    assert sentence % values == "“Asesoría legal” in what the source says tells this"
    assert "sentence" not in values


def test_the_model_says_that_it_is_a_model_and_how_sure_it_is():
    made = Suggestion("objective", "service", 0.62, "Ven.", "Ven.", "model", "model 1")
    sentence, values = made.reason
    assert sentence % values == (
        "a model (model 1, sure to 62%) reads the main objective from “Ven.”, where no rule does"
    )
