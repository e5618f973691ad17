"""The shipped layer, what it answers, and that training gives it again."""

from __future__ import annotations

import hashlib
import importlib.util
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from oriundo.domain.directory.classification import classify, model
from oriundo.domain.directory.classification.model import Layer

ROOT = Path(__file__).resolve().parents[4]
BENCH = ROOT / "bench/classification"
TWO = Layer(
    version="test",
    classes=("", "athletic"),
    weights=np.array([[0.0, 4.0], [4.0, 0.0]]),
    bias=np.zeros(2),
    least=0.6,
    training="",
)


def by_ball(texts: Sequence[str]) -> np.ndarray:
    """A vector that says whether a text speaks of a ball."""
    return np.array([[float("ball" in text), float("ball" not in text)] for text in texts])


def trainer():
    spec = importlib.util.spec_from_file_location("train", BENCH / "train.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_sentence_that_speaks_most_for_the_class_is_quoted():
    (found,) = model.ask(["We are ten. We play ball. Come!"], TWO, by_ball)
    assert (found.code, found.sentence, found.author, found.version) == (
        "athletic",
        "We play ball.",
        "model",
        "test",
    )


def test_the_confidence_is_the_probability_of_the_class():
    (found,) = model.ask(["We play ball."], TWO, by_ball)
    assert found.confidence == 0.98


def test_a_text_that_speaks_for_no_class_stays_unknown():
    assert model.ask(["We are ten."], TWO, by_ball) == [None]


def test_an_answer_that_is_not_sure_enough_is_none():
    doubtful = Layer("test", TWO.classes, TWO.weights / 100, TWO.bias, 0.6, "")
    assert model.ask(["We play ball."], doubtful, by_ball) == [None]


def test_the_shipped_model_is_of_the_training_table_that_stands_beside_it():
    table = (BENCH / "training.csv").read_bytes()
    assert model.layer().training == hashlib.sha256(table).hexdigest()


def test_training_again_gives_the_same_layer():
    train = trainer()
    again = train.trained(train.rows(train.TRAINING))
    shipped = json.loads(train.MODEL.read_text())
    assert again["classes"] == shipped["classes"]
    # Another processor may round the last place otherwise.
    assert np.abs(np.array(again["weights"]) - np.array(shipped["weights"])).max() < 0.002


def test_the_shipped_model_answers_in_both_languages_where_no_rule_does():
    texts = [
        "Juegos los domingos en el parque, con balón y tacos.",
        "Sunday games in the big park, bring cleats.",
    ]
    assert [found and found.code for found in model.suggest(texts)] == ["athletic", "athletic"]
    assert [classify("", text).objective for text in texts] == [None, None]
