"""What an organization gives to the home community: eight kinds, several at once.

A kind is read where a thing of that kind stands with a word of giving in one sentence, and the
sentence or the text speaks of there and not of here: a clinic that it runs for immigrants in the
city is a service, one that it builds in the home town is support.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from oriundo.domain.directory.classification.context import Context
from oriundo.domain.directory.classification.phrases import Hit, phrase_list
from oriundo.domain.directory.classification.sentences import Sentence, passage
from oriundo.domain.directory.classification.suggestions import LONGEST_QUOTATION, Suggestion

Read = tuple[Sentence, Context]
_ALSO = 0.5
_NEAR = 7
_STRONG = 2.0


def supports(read: Sequence[Read]) -> tuple[Suggestion, ...]:
    """The kinds that the sentences tell, each with its best sentence, in the order of the study."""
    there = any(context.cues.get("there") for _, context in read)
    best: dict[str, Suggestion] = {}
    for given, context in read:
        for found in _in_sentence(given, context, there):
            if found.code not in best or found.confidence > best[found.code].confidence:
                best[found.code] = found
    return tuple(best.values())


def _in_sentence(given: Sentence, context: Context, there: bool) -> Iterator[Suggestion]:
    gifts = [hit for hit in phrase_list("support").hits(given) if context.over(hit) >= _ALSO]
    giving = [hit for hit in context.cues.get("giving", ()) if context.over(hit) >= _ALSO]
    for gift in gifts:
        confidence = _confidence(gift, giving, context, there)
        if confidence:
            yield Suggestion(
                "support",
                gift.phrase.code,
                confidence,
                passage(given, gift.first, gift.last, LONGEST_QUOTATION),
                given.text[given.words[gift.first].start : given.words[gift.last].end],
            )


def _confidence(gift: Hit, giving: Sequence[Hit], context: Context, there: bool) -> float:
    """0 when nothing says that it is given, or it is given here."""
    before = [g for g in giving if g.first <= gift.last]
    strong = any(g.phrase.weight >= _STRONG for g in before)
    if context.cues.get("there"):
        return (0.9 if strong else 0.8) if before else 0.65
    near = [g for g in before if gift.first - g.last <= _NEAR and g.phrase.weight >= _STRONG]
    if context.cues.get("here") or not near:
        return 0.0
    if there or context.cues.get("country"):
        return 0.75
    return 0.6
