"""What a classification gives: a code, how sure, and the very words of the text that decided."""

from __future__ import annotations

from dataclasses import dataclass, field

from oriundo.base.core.language import gettext_noop
from oriundo.base.core.never_store import findings

RULES = "rules 2"
LONGEST_QUOTATION = 240

Reason = tuple[str, dict[str, str]]
SAYS: dict[str, str] = {
    "objective": gettext_noop("“%(word)s” tells the main objective: “%(sentence)s”"),
    "secondary_objective": gettext_noop("“%(word)s” tells a further objective: “%(sentence)s”"),
    "support": gettext_noop("“%(word)s” tells what it gives: “%(sentence)s”"),
    "structure": gettext_noop("“%(word)s” tells the structure: “%(sentence)s”"),
}
NAMES: dict[str, str] = {
    "objective": gettext_noop("“%(word)s” in its name tells the main objective"),
    "secondary_objective": gettext_noop("“%(word)s” in its name tells a further objective"),
    "structure": gettext_noop("“%(word)s” in its name tells the structure"),
}
MODEL_SAYS = gettext_noop(
    "a model (%(version)s, sure to %(percent)s%%) takes this for the main objective: “%(sentence)s”"
)
WORD_ALONE = gettext_noop("“%(word)s” in what the source says tells this")


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
            "word": self.word,
            "confidence": f"{self.confidence:.2f}",
            "author": self.author,
            "version": self.version,
        }
        if findings(self.sentence):
            return WORD_ALONE, values
        if self.in_name and self.axis in NAMES:
            return NAMES[self.axis], values
        values["sentence"] = self.sentence
        if self.author == "model":
            return MODEL_SAYS, values | {"percent": f"{self.confidence:.0%}".rstrip("%")}
        return SAYS[self.axis], values


@dataclass(frozen=True, slots=True)
class Classification:
    """The answers for one organization's text. None and () are *unknown*."""

    objective: Suggestion | None = None
    secondary: tuple[Suggestion, ...] = ()
    supports: tuple[Suggestion, ...] = ()
    structure: Suggestion | None = None
    scores: dict[str, float] = field(default_factory=dict)
