"""The words of a search, read: which belong together, what they mean, which one is being typed."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache

from oriundo.collect.matching import lexicon
from oriundo.collect.matching.concepts import KIND, PLACE, concepts, speller
from oriundo.insight.atlas.text.tokens import LONGEST, place_term, telling, words_of

MOST_LETTERS = 300
MOST_WORDS = 16


@dataclass(frozen=True, slots=True)
class Unit:
    """Words of a search that stand for one thing: "zacatecanos"; "nueva york".

    `sense`: the lexicon's concept for it ("k:club", "@MX-ZAC"), "" when it has none. `typed`: it
    is the last word, so it may be the beginning of a word.
    """

    words: tuple[str, ...]
    sense: str = ""
    typed: bool = False


@lru_cache(maxsize=4096)
def ask(text: str) -> tuple[Unit, ...]:
    """What a search asks for; every unit must be found. Nothing when there is no word in it.

    Words that tell nothing ("de", "of") and legal forms ask for nothing, unless there are no
    others.
    """
    words = _joined(words_of(text[:MOST_LETTERS]))[:MOST_WORDS]
    told = telling(words)
    asked = [word for word in told if word not in lexicon.words("legal_forms")] or told or words
    units = []
    at = 0
    while at < len(asked):
        size, sense = _known(asked, at)
        last = at + size == len(asked)
        units.append(Unit(tuple(asked[at : at + size]), sense, last and size == 1))
        at += size
    return tuple(dict.fromkeys(units))


def _joined(words: list[str]) -> list[str]:
    """Single letters in a row are one acronym: "f c z s c" → "fczsc"."""
    joined: list[str] = []
    run = ""
    for word in [*words, ""]:
        if len(word) == 1 and word.isalpha():
            run += word
            continue
        if run:
            joined.extend([run[:LONGEST]] if len(run) > 2 else run)
        run = ""
        joined.extend([word] if word else [])
    return joined


def _known(words: list[str], at: int) -> tuple[int, str]:
    """How many words from here on are one thing, and its sense; a slip in a word of the lexicon
    is none."""
    known, longest = _phrases()
    for size in range(min(longest.get(words[at], 0), len(words) - at), 1, -1):
        if found := known.get(" ".join(words[at : at + size])):
            return size, found
    return 1, sense_of(words[at])


@cache
def _phrases() -> tuple[dict[str, str], dict[str, int]]:
    """Forms of several words without those that tell nothing, as searches are read -> sense; and
    first word -> the most words of any that begins with it."""
    senses: dict[str, str] = {}
    for form, meanings in concepts()[0].items():
        if " " in (told := " ".join(telling(form.split()))):
            senses.setdefault(told, _sense(meanings))
    return senses, lexicon.first_words(*sorted(senses))


def _sense(meanings: tuple[str, ...]) -> str:
    """ "Saint John" means two words together; a kind is itself, whatever it says too."""
    return meanings[0] if meanings[0].startswith(KIND) else " ".join(meanings)


def sense_of(word: str) -> str:
    """The concept that a single word stands for, a slip in it mended; "" for a word like others."""
    known, _ = concepts()
    found = known.get(word) or known.get(speller()(word)) or ("",)
    return _sense(found)


@cache
def ways_to_say(sense: str) -> tuple[tuple[str, ...], ...]:
    """Every form of a concept, in all languages, as its words; the term of a place, too."""
    return _ways().get(sense, ())


@cache
def _ways() -> dict[str, tuple[tuple[str, ...], ...]]:
    ways: dict[str, dict[tuple[str, ...], None]] = defaultdict(dict)
    for form, meanings in concepts()[0].items():
        words = tuple(telling(form.split()))
        if words:
            ways[_sense(meanings)][words] = None
    for sense in list(ways):
        if sense.startswith(PLACE):
            ways[sense][(place_term(sense.removeprefix(PLACE)),)] = None
    return {sense: tuple(forms) for sense, forms in ways.items()}
