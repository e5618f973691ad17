"""What identifies an organization in a record, in the forms that spelling and language share.

Numbers with their length; names as they sound, in the comparable wording and plainly folded;
places, of which one side may say more than the other. `suppression` combines them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from oriundo.base.core.text import fold
from oriundo.base.places.names import residence
from oriundo.collect.matching import lexicon
from oriundo.collect.matching.acronyms import stands_for
from oriundo.collect.matching.concepts import KIND, PLACE
from oriundo.collect.matching.words import wording
from oriundo.collect.sources.drafts import Draft

Place = dict[str, str]
"""What is known of "city", "region" (ISO 3166-2, else folded) and "country" (alpha-3)."""
Places = Callable[[Place], Iterator[str]]

_LEAST_DIGITS = 5
_SHORTEST_NUMBER = 6
_SHORTEST_ACRONYM = 4
_SHORTEST_WORD = 3
_FEWEST_WORDS = 2
_LONG_BESIDE_PLACE = 7
_LONG_BESIDE_CONTACT = 5
# Not the lexicon's lists: a word added or taken away here lets those back in who are out.
_LEFT_OUT = frozenset(
    {"the", "and", "for", "los", "las", "del", "una", "inc", "llc", "corp", "ltd", "nfp"}
    | {"asociacion", "association", "assoc", "asoc"}
)
_STATED = (
    ("city", "region", "country"),
    ("city", "country"),
    ("city", "region"),
    ("city",),
    ("region", "country"),
    ("region",),
    ("country",),
)


# --- Numbers ------------------------------------------------------------------------------------


def numbers(draft: Draft) -> Iterator[str]:
    """Each registration number with its length, which tells registers apart; as written, and
    without the name of the register before it ("EIN 12-3456789")."""
    for number in draft.registration_numbers:
        parts = fold(number).split()
        first = next((i for i, part in enumerate(parts) if not part.isalpha()), 0)
        for compact in {"".join(parts), "".join(parts[first:])}:
            digits = sum(letter.isdigit() for letter in compact)
            if len(compact) >= _SHORTEST_NUMBER and digits >= _LEAST_DIGITS:
                yield f"{len(compact)}:{compact}"


# --- Names --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Names:
    """Every form of every name of some records; a name of nothing but kinds ("Club") has none.

    `full`: as they are. `here`: also without the words of the record's own place, which is for
    use beside a place; beside a contact only where a word of the organization's own remains.
    `slipped`, `slipped_here`: with one letter less in one long word. Two names that are one slip
    apart (a letter too many, too few, another, or two exchanged) have such a form in common; the
    words must be longer beside a place, since Jalpa and Jalpan are two towns.
    """

    full: frozenset[str]
    here: frozenset[str]
    slipped: frozenset[str]
    slipped_here: frozenset[str]

    @classmethod
    def of(cls, group: Iterable[Draft]) -> Names:
        full, here, slipped, slipped_here = set[str](), set[str](), set[str](), set[str]()
        for draft in group:
            place = _words_of_place(draft)
            for name in filter(None, (draft.name, *draft.alternate_names)):
                for bag, own in _bags(name):
                    if not _tells(bag):
                        continue
                    less = bag - place if _tells(bag - place) else bag
                    forms = {_form("worded", bag), *_plain(name)}
                    full |= forms
                    if less & own:
                        full.add(_form("worded", less))
                        slipped.update(_slips(less, _LONG_BESIDE_CONTACT))
                    here |= forms | {_form("worded", less)}
                    slipped_here.update(_slips(less, _LONG_BESIDE_PLACE))
        return cls(*map(frozenset, (full, here, slipped, slipped_here)))


def _bags(name: str) -> set[tuple[frozenset[str], frozenset[str]]]:
    """The comparable words of a name, and which are the organization's own: once as they are in
    every language, once with the everyday words as written, so that one mistyped is found too."""
    read = wording(name)
    everyday, written = lexicon.everyday_concepts(), frozenset(read.literal)
    shared = (read.bag, read.own | (read.bag & everyday))
    as_written = (written, read.own | (written - read.bag))
    return {(frozenset(filter(_is_long, bag)), own) for bag, own in (shared, as_written)}


def _plain(name: str) -> Iterator[str]:
    words = {word for word in fold(name).split() if _is_long(word) and word not in _LEFT_OUT}
    if len(words) >= _FEWEST_WORDS:
        yield _form("plain", words)


def _slips(bag: frozenset[str], least: int) -> Iterator[str]:
    """The name as it is, and with each letter of each of its long words left out in turn."""
    words = {_sounded(word) for word in bag}
    for word in words:
        if len(word) >= least and not word.startswith((KIND, PLACE)):
            rest = words - {word}
            for i in range(len(word) + 1):
                yield f"slip {' '.join(sorted((*rest, word[:i] + word[i + 1 :])))}"


def acronyms(draft: Draft) -> set[str]:
    """Acronyms made of the record's own name; one in brackets may be that of its federation."""
    read = wording(draft.name)
    said = {read.acronym, fold(draft.acronym).replace(" ", "")}
    return {
        _form("worded", [acronym])
        for acronym in said
        if len(acronym) >= _SHORTEST_ACRONYM and stands_for(acronym, read.plain)
    }


def _form(way: str, words: Iterable[str]) -> str:
    return f"{way} {' '.join(sorted({_sounded(word) for word in words}))}"


def _tells(bag: frozenset[str]) -> bool:
    return any(not word.startswith(KIND) for word in bag)


def _is_long(word: str) -> bool:
    """Not a word of two letters, of which most are pieces of others: "Villa d S. Antonio"."""
    return len(word) >= _SHORTEST_WORD or word.isdigit()


_SOUNDS = (
    (re.compile("ph"), "f"),
    (re.compile("ch"), "C"),
    (re.compile("qu(?=[ei])"), "k"),
    (re.compile("c(?=[eiy])|z"), "s"),
    (re.compile("[cq]"), "k"),
    (re.compile("g(?=[ei])|x"), "j"),
    (re.compile("ll"), "i"),
    (re.compile("y"), "i"),
    (re.compile("v"), "b"),
    (re.compile("h"), ""),
    (re.compile(r"(.)\1+"), r"\1"),
)


@lru_cache(maxsize=100_000)
def _sounded(word: str) -> str:
    """A folded word as it sounds in Spanish: jerez, jeres and xerez are one. Concepts stay."""
    if word.startswith((KIND, PLACE)):
        return word
    for letters, sound in _SOUNDS:
        word = letters.sub(sound, word)
    return word


@cache
def _coalitions() -> frozenset[str]:
    kinds = lexicon.kinds().values()
    return frozenset(KIND + kind.concept for kind in kinds if kind.structure == "coalition")


def is_coalition(group: Iterable[Draft]) -> bool:
    names = (name for draft in group for name in (draft.name, *draft.alternate_names))
    return any(not wording(name).bag.isdisjoint(_coalitions()) for name in names)


# --- Places -------------------------------------------------------------------------------------


def place(draft: Draft) -> Place:
    country, region = _residence(draft.country, draft.region)
    known = {
        "city": _form("", _city_words(draft.city)) if draft.city else "",
        "region": region or fold(draft.region),
        "country": country,
    }
    return {level: value for level, value in known.items() if value}


@lru_cache(maxsize=10_000)
def _residence(country: str, region: str) -> tuple[str, str]:
    return residence(country, region)


@lru_cache(maxsize=50_000)
def _city_words(city: str) -> frozenset[str]:
    """ "Los Ángeles, CA" -> {"angeles"}"""
    first = city.partition(",")[0]
    return (frozenset(wording(first).literal) - {"city"}) or frozenset(fold(first).split())


def _words_of_place(draft: Draft) -> frozenset[str]:
    country, region = _residence(draft.country, draft.region)
    shared = wording(draft.city.partition(",")[0]).bag - {"city"}
    return _city_words(draft.city) | shared | {PLACE + country, PLACE + (region or country)}


def kept_places(place: Place) -> Iterator[str]:
    """One text for each way in which a record could state this place."""
    for stated in _STATED:
        if _agree(tuple(place), stated):
            yield _situated(place, tuple(place), stated)


def sought_places(place: Place) -> Iterator[str]:
    """One text for each way in which this place could have been kept."""
    for kept in _STATED:
        if _agree(kept, tuple(place)):
            yield _situated(place, kept, tuple(place))


def _agree(kept: tuple[str, ...], stated: tuple[str, ...]) -> bool:
    """Whether a place known by `kept` can be told from one that states `stated`.

    By the city; else by the region, when one of the two does not say the city; by the country
    only when the record says no more than that. Whoever was kept with nothing but a country would
    otherwise take its namesakes of the whole country along.
    """
    both = set(kept) & set(stated)
    return bool(both & {"city", "region"}) or both == set(stated) == {"country"}


def _situated(place: Place, kept: tuple[str, ...], stated: tuple[str, ...]) -> str:
    shared = (f"{level}={place[level]}" for level in kept if level in stated)
    return "\n".join((" ".join(kept), " ".join(stated), *shared))
