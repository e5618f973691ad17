"""The one error that reaches people: what is wrong, where, and what to do.

OriundoError
├── UnreadableFile       the whole file is refused, nothing of it is kept
├── InvalidMapping       a column mapping names a field or a column that does not exist
└── ...                  others are defined beside the function that raises them
"""

from __future__ import annotations

from collections.abc import Mapping


class OriundoError(Exception):
    """An error that a person can act on.

    `sentence` and `remedy` are English sentences marked with `gettext_noop`, with `%(name)s`
    places for `values`, so that an interface can say them in the reader's language.
    """

    def __init__(
        self, sentence: str, *, remedy: str = "", values: Mapping[str, object] | None = None
    ) -> None:
        self.sentence = sentence
        self.remedy = remedy
        self.values = dict(values or {})
        super().__init__(self.in_english())

    def in_english(self) -> str:
        """The sentence and its remedy, filled in, in English (for logs and tests)."""
        return " ".join(part % self.values for part in (self.sentence, self.remedy) if part)
