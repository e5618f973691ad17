"""One organization, or a grouping of organizations."""

from __future__ import annotations

from collections.abc import Sequence

from oriundo.domain.directory.classification.context import Context
from oriundo.domain.directory.classification.phrases import Hit, phrase_list
from oriundo.domain.directory.classification.sentences import Sentence, passage
from oriundo.domain.directory.classification.suggestions import LONGEST_QUOTATION, Suggestion

_CONFIDENCE = {"coalition": 0.9, "single": 0.6}
_HALF = 0.5


def structure(text: Sequence[tuple[Sentence, Context]]) -> Suggestion | None:
    """What the text says: a coalition anywhere, else the first word for one organization."""
    found = [
        (sentence, hit)
        for sentence, context in text
        for hit in phrase_list("structure").hits(sentence)
        if context.over(hit) >= _HALF
    ]
    for code in ("coalition", "single"):
        for sentence, hit in found:
            if hit.phrase.code == code:
                return _suggestion(code, sentence, hit)
    return None


def _suggestion(code: str, sentence: Sentence, hit: Hit) -> Suggestion:
    return Suggestion(
        "structure",
        code,
        _CONFIDENCE[code],
        passage(sentence, hit.first, hit.last, LONGEST_QUOTATION),
        sentence.text[sentence.words[hit.first].start : sentence.words[hit.last].end],
    )
