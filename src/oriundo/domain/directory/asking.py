"""Asking the model for the main objective of organizations that belong in and that no rule knew.

All of them at once: the model reads texts in batches.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from oriundo.domain.directory.classification import Suggestion, model
from oriundo.domain.directory.golden import FactDraft, Portrait

Ask = Callable[[Sequence[str]], list[Suggestion | None]]


def asked(portraits: Sequence[Portrait], ask: Ask = model.suggest) -> list[Portrait]:
    """The same portraits in the same order; those that `ask` could answer have an objective."""
    texts = dict(_unknown(portraits))
    answers = ask([fact.value for fact in texts.values()])
    made = list(portraits)
    for (place, fact), answer in zip(texts.items(), answers, strict=True):
        if answer:
            made[place] = _with(made[place], fact, answer)
    return made


def _unknown(portraits: Sequence[Portrait]) -> Iterator[tuple[int, FactDraft]]:
    """Where the objective is unknown, with the description to read it from."""
    for place, portrait in enumerate(portraits):
        if portrait.exclusion or portrait.objective:
            continue
        told = [fact for fact in portrait.facts if fact.field == "description" and fact.chosen]
        yield from ((place, fact) for fact in told[:1])


def _with(portrait: Portrait, read: FactDraft, answer: Suggestion) -> Portrait:
    reason, values = answer.reason
    fact = FactDraft("objective", answer.code, read.key, True, reason, values)
    return replace(portrait, objective=answer.code, facts=(*portrait.facts, fact))
