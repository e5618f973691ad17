"""What words find, said as plainly as possible: the oracle of the properties."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from rapidfuzz.distance import OSA

from oriundo.insight.atlas.row import Row
from oriundo.insight.atlas.text.asked import Unit, ask, sense_of, ways_to_say
from oriundo.insight.atlas.text.stems import stems
from oriundo.insight.atlas.text.tokens import terms

Document = frozenset[str]
Meets = Callable[[Document], bool]


def fitting(rows: Sequence[Row], words: str) -> set[str]:
    """Public ids of the rows that words fit."""
    documents = {row.public_id: frozenset(terms(row)) for row in rows}
    units = ask(words)
    for slips, whole in ((0, True), (1, True), (2, True), (0, False), (1, False)):
        tests = [_test(unit, list(documents.values()), slips) for unit in units]
        met = {key: sum(meets(said) for meets in tests) for key, said in documents.items()}
        most = max(met.values(), default=0)
        if most == len(units) if whole else most >= max(2, len(units) / 2) and len(units) > 2:
            return {key for key, count in met.items() if count == most}
    return set()


def _test(unit: Unit, documents: list[Document], slips: int) -> Meets:
    written = list(_written(unit))
    known = any(meets(said) for meets in written for said in documents)
    if slips or not known:
        written += _slipped(unit, documents, 2 if slips == 2 and not known else 1)
    return lambda said: any(meets(said) for meets in written)


def _written(unit: Unit) -> Iterator[Meets]:
    yield said_all(unit.words)
    for form in ways_to_say(unit.sense):
        yield said_all(form)
    if len(unit.words) == 1:
        word = unit.words[0]
        own = stems([word])[0]
        yield lambda said: any(own & stem for stem in stems(sorted(said)))
        if unit.typed and len(word) >= 3:
            yield lambda said: any(term.startswith(word) for term in said)


def _slipped(unit: Unit, documents: list[Document], slips: int) -> Iterator[Meets]:
    word = unit.words[0]
    if len(unit.words) > 1 or len(word) < 4 or not word.isalpha():
        return
    every = {term for said in documents for term in said if term.isalpha()}
    near = {term for term in every if OSA.distance(word, term) == 1}
    for term in near:
        yield said_all((term,))
        for form in ways_to_say(sense_of(term)):
            yield said_all(form)
    if unit.typed and not near:
        begun = {
            t for t in every if any(OSA.distance(word, t[:n]) == 1 for n in range(3, len(t) + 1))
        }
        yield lambda said: bool(begun & said)
    if slips == 2 and len(word) >= 8:
        far = {term for term in every if OSA.distance(word, term) <= 2}
        yield lambda said: bool(far & said)


def said_all(words: Sequence[str]) -> Meets:
    return lambda said: said.issuperset(words)
