"""The main objective, and further ones, from weighed phrases in their context.

Every class gets the sum of its phrases' weights, each phrase once, each times the factor of its
context. The highest wins when it is strong enough and clear of the next; else it is unknown.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from oriundo.domain.directory.classification.context import Context
from oriundo.domain.directory.classification.phrases import Hit, phrase_list
from oriundo.domain.directory.classification.sentences import Sentence, passage
from oriundo.domain.directory.classification.suggestions import LONGEST_QUOTATION, Suggestion

LEAST = 2.0
CLEAR = 1.12
_FIRST_SENTENCE = 1.25
_SECONDARY_LEAST = 2.0
_SECONDARY_SHARE = 0.4
_SURE = 0.95
_GIVES = 1.0
_GIVES_AT_MOST = 3.0
_GIVEN = 0.35
# Formed by women comes before what the women do (table 7 of the study).
_BY_CODE = {"womens": 1.5}


@dataclass(frozen=True, slots=True)
class Evidence:
    """A phrase where it stands, and what it is worth there."""

    worth: float
    sentence: Sentence
    hit: Hit
    in_name: bool


def objectives(
    name: tuple[Sentence, Context] | None,
    text: Sequence[tuple[Sentence, Context]],
    supports: Sequence[Suggestion],
) -> tuple[Suggestion | None, tuple[Suggestion, ...], dict[str, float]]:
    """The main objective or None, the further ones, and the score of every class."""
    found: dict[str, dict[tuple[str, ...], Evidence]] = defaultdict(dict)
    for number, (sentence, context) in enumerate(text):
        _weigh(found, sentence, context, _FIRST_SENTENCE if number == 0 else 1.0, in_name=False)
    if name:
        _weigh(found, *name, 1.0, in_name=True)
    scores = {code: sum(e.worth for e in by.values()) for code, by in found.items()}
    if supports and "origin_focused" in scores:
        scores["origin_focused"] += min(_GIVES * len(supports), _GIVES_AT_MOST)
    ranked = sorted(scores, key=lambda code: (-scores[code], code))
    best = {code: max(found[code].values(), key=lambda e: e.worth) for code in ranked}
    main = ranked[0] if ranked and _is_clear([scores[code] for code in ranked]) else ""
    if not main:
        return None, (), scores
    further = [code for code in ranked[1:] if _is_further(scores[code], scores[main])]
    return (
        _suggestion("objective", main, scores, best[main]),
        tuple(_suggestion("secondary_objective", c, scores, best[c]) for c in further[:2]),
        scores,
    )


def _weigh(
    found: dict[str, dict[tuple[str, ...], Evidence]],
    sentence: Sentence,
    context: Context,
    factor: float,
    *,
    in_name: bool,
) -> None:
    given = _first_given(sentence, context)
    for hit in phrase_list("objective").hits(sentence):
        worth = hit.phrase.weight * context.over(hit) * factor * _BY_CODE.get(hit.phrase.code, 1.0)
        if given is not None and hit.first >= given and hit.phrase.code != "origin_focused":
            worth *= _GIVEN
        before = found.get(hit.phrase.code, {}).get(hit.phrase.words)
        if worth > (before.worth if before else 0):
            found[hit.phrase.code][hit.phrase.words] = Evidence(worth, sentence, hit, in_name)


def _first_given(sentence: Sentence, context: Context) -> int | None:
    """Where a sentence begins to tell what is given to the home community, if it does.

    Scholarships for the village are what is given, and not what the organization is.
    """
    if not context.cues.get("there"):
        return None
    gifts = [*context.cues.get("giving", ()), *phrase_list("support").hits(sentence)]
    return min((hit.first for hit in gifts if context.over(hit) > 0), default=None)


def _is_clear(scores: Sequence[float]) -> bool:
    return scores[0] >= LEAST and (len(scores) == 1 or scores[0] >= scores[1] * CLEAR)


def _is_further(score: float, main: float) -> bool:
    return score >= _SECONDARY_LEAST and score >= main * _SECONDARY_SHARE


def _suggestion(axis: str, code: str, scores: dict[str, float], best: Evidence) -> Suggestion:
    sentence, hit = best.sentence, best.hit
    share = scores[code] / (sum(scores.values()) + 1)
    return Suggestion(
        axis,
        code,
        round(min(share, _SURE), 2),
        passage(sentence, hit.first, hit.last, LONGEST_QUOTATION),
        sentence.text[sentence.words[hit.first].start : sentence.words[hit.last].end],
        in_name=best.in_name,
    )
