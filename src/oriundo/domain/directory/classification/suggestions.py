"""What a classification gives: a code, how sure, and the very words of the text that decided."""

from __future__ import annotations

from dataclasses import dataclass, field

from oriundo.base.core.language import gettext_noop
from oriundo.base.core.never_store import findings

RULES = "rules 2"
LONGEST_QUOTATION = 240

Reason = tuple[str, dict[str, str]]
SAYS: dict[str, str] = {
    "objective": gettext_noop("in “%(sentence)s”, “%(word)s” tells the main objective"),
    "secondary_objective": gettext_noop("in “%(sentence)s”, “%(word)s” tells a further objective"),
    "support": gettext_noop("in “%(sentence)s”, “%(word)s” tells what it gives"),
    "structure": gettext_noop("in “%(sentence)s”, “%(word)s” tells the structure"),
}
NAMES: dict[str, str] = {
    "objective": gettext_noop("“%(word)s” in the name tells the main objective"),
    "secondary_objective": gettext_noop("“%(word)s” in the name tells a further objective"),
}
MODEL_SAYS = gettext_noop(
    "a model (%(version)s, sure to %(percent)s%%) reads the main objective from “%(sentence)s”, "
    "where no rule does"
)
WORD_ALONE = gettext_noop("“%(word)s” in what the source says tells this")
MODEL_ALONE = gettext_noop("a model (%(version)s) reads this from what the source says")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One code on one axis. `confidence`: 0 to 1. `author`: "rule" or "model".

    `sentence` and `word` are substrings of what was read: the sentence (or the part of a long
    one) and the phrase in it that decided. `in_name`: they stand in the name.
    """

    axis: str
    code: str
    confidence: float
    sentence: str
    word: str
    author: str = "rule"
    version: str = RULES
    in_name: bool = False

    @property
    def reason(self) -> Reason:
        """The sentence that says why (English, marked), and its values.

        Text that holds what is never shown without asking (a telephone, an address of email) is
        not quoted; the deciding words alone are.
        """
        values = {
            "confidence": f"{self.confidence:.2f}",
            "author": self.author,
            "version": self.version,
        }
        quotable = not findings(self.sentence)
        if quotable:
            values["sentence"] = self.sentence
        if self.author == "model":
            values["percent"] = f"{self.confidence * 100:.0f}"
            return MODEL_SAYS if quotable else MODEL_ALONE, values
        values["word"] = self.word
        if self.in_name:
            return NAMES[self.axis], values
        return SAYS[self.axis] if quotable else WORD_ALONE, values


@dataclass(frozen=True, slots=True)
class Classification:
    """The answers for one organization's text. None and () are *unknown*."""

    objective: Suggestion | None = None
    secondary: tuple[Suggestion, ...] = ()
    supports: tuple[Suggestion, ...] = ()
    structure: Suggestion | None = None
    scores: dict[str, float] = field(default_factory=dict)
