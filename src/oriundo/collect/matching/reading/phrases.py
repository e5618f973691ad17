"""Which of many known phrases stand in a text, found by the words that the phrases begin with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable


class Phrases:
    """Folded phrases, in an order that says which goes first when a text holds several."""

    def __init__(self, forms: Iterable[str]) -> None:
        self._by_first: dict[str, list[tuple[int, str, str]]] = defaultdict(list)
        for rank, form in enumerate(dict.fromkeys(forms)):
            self._by_first[form.split(" ", 1)[0]].append((rank, form, f" {form} "))

    def all_in(self, text: str) -> list[str]:
        """Every phrase that stands in a folded text as whole words, in the order of the list.

        The text begins and ends with a space.
        """
        firsts = self._by_first.keys() & text.split()
        found = [
            (rank, form)
            for first in firsts
            for rank, form, spaced in self._by_first[first]
            if spaced in text
        ]
        return [form for _, form in sorted(found)]

    def first_in(self, text: str) -> str:
        """The first of them, "" when there is none."""
        found = self.all_in(text)
        return found[0] if found else ""
