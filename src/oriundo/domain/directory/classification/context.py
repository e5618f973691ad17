"""What surrounds a word and changes what it says: "no", "formerly", "friends of", "meets at".

The cues are data (`words/context.csv`). Each word of a sentence gets a factor from 0 (says
nothing of this organization) to above 1 (stands in a sentence that says what it is for).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from oriundo.domain.directory.classification.phrases import Hit, phrase_list
from oriundo.domain.directory.classification.sentences import Sentence, language

_PARTING = (":", ";", "(", ")", "—", "–", "-")
_WE_DO = ("amos", "emos", "imos")
# "not a law office, a league": what is, after what is not.
_BUT = frozenset(("a", "an", "the", "it", "is", "es", "un", "una", "la", "el", "los", "las"))
# "no legal services, English classes": such a "no" denies its own phrase alone.
_BRIEF = frozenset({"without", "sin", "ni", "nor"})
_OFFICERS = 2


@dataclass(frozen=True, slots=True)
class Kind:
    """How a cue acts on the words after it: factor, reach in words, whether a comma ends it."""

    factor: float
    reach: int
    stops_at_comma: bool


_KINDS: dict[str, Kind] = {
    "negation": Kind(0.0, 40, stops_at_comma=False),
    "past": Kind(0.15, 12, stops_at_comma=True),
    "others": Kind(0.15, 8, stops_at_comma=True),
    "venue": Kind(0.0, 12, stops_at_comma=True),
    "board": Kind(0.0, 4, stops_at_comma=True),
    "also": Kind(0.5, 40, stops_at_comma=False),
}
_BRIEFLY = Kind(0.0, 6, stops_at_comma=True)
_MEANS = 0.25
_AIM = 1.5


@dataclass(frozen=True, slots=True)
class Context:
    """`factors`: one per word. `cues`: every cue of the sentence by kind."""

    factors: tuple[float, ...]
    cues: Mapping[str, tuple[Hit, ...]]

    def over(self, hit: Hit) -> float:
        """The factor of a phrase: the least of its words'."""
        return min(self.factors[hit.first : hit.last + 1])


def context(sentence: Sentence) -> Context:
    """Read the cues of a sentence."""
    found: dict[str, list[Hit]] = defaultdict(list)
    for hit in phrase_list("context").hits(sentence):
        found[hit.phrase.code].append(hit)
    factors = [1.0] * len(sentence.words)
    stops = {hit.first for hit in found["end"]}
    in_english = language(sentence.text) == "en"
    for name, kind in _KINDS.items():
        for hit in found[name]:
            acting = _BRIEFLY if name == "negation" and _is_brief(hit, in_english) else kind
            for place in _reached(sentence, hit.last, acting, stops):
                factors[place] = min(factors[place], acting.factor)
    if len(found["board"]) >= _OFFICERS:
        factors = [0.0] * len(factors)
    _weigh_means(factors, found["purpose"])
    if found["aim"]:
        factors = [factor * _AIM for factor in factors]
    return Context(tuple(factors), {name: tuple(hits) for name, hits in found.items()})


def _is_brief(hit: Hit, in_english: bool) -> bool:
    words = hit.phrase.words
    return len(words) == 1 and (words[0] in _BRIEF or (words[0] == "no" and in_english))


def _reached(sentence: Sentence, after: int, kind: Kind, stops: set[int]) -> Sequence[int]:
    """The words that a cue acts on: to the end of its clause or of its reach."""
    words = sentence.words
    for place in range(after + 1, min(after + 1 + kind.reach, len(words))):
        parted = words[place].before
        if place in stops or parted.startswith(_PARTING):
            return range(after + 1, place)
        word = words[place].text
        if "," in parted and (kind.stops_at_comma or word.endswith(_WE_DO) or word in _BUT):
            return range(after + 1, place)
    return range(after + 1, min(after + 1 + kind.reach, len(words)))


def _weigh_means(factors: list[float], purposes: Sequence[Hit]) -> None:
    """What stands before "to raise funds for" is the means, and not the aim."""
    if purposes:
        for place in range(purposes[0].first):
            factors[place] *= _MEANS
