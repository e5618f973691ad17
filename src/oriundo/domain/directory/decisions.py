"""What a person decided of an organization: a record of the source "desk".

A decision is about what kind it is, or about a value that was wrong (corrections.py). It names the
record that it was made about, and follows that record through merge, split and rebuild. It is no
witness of anything else: neither of the name nor of the place.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from oriundo.base.core.language import gettext_noop
from oriundo.collect.sources.drafts import Draft, RecordKey

DESK = "desk"
DECIDED = gettext_noop("the desk decided this on %(date)s: %(why)s")
TAKEN_BACK = "taken_back"
"""The axis of a decision that takes back another one, whose record id is its value."""
_NAMES = ("about_source", "about_record", "axis", "value", "why", "by", "at")


@dataclass(frozen=True, slots=True)
class Decision:
    """`about`: the record whose organization has `value` on `axis` ("support" adds one kind).

    `axis` may be a field that was corrected, too; no value then says that what was shown is wrong.
    `by`: "user:<number>" or "command"; `at`: ISO 8601; `why`: a person's own words.
    """

    key: RecordKey
    row: int
    about: RecordKey
    axis: str
    value: str
    why: str
    by: str
    at: str

    @property
    def reason(self) -> tuple[str, dict[str, str]]:
        """The sentence (English, marked) and its values."""
        return DECIDED, {"date": self.at[:10], "why": self.why, "author": "person"}


def decision(draft: Draft) -> Decision | None:
    """The decision that a record is; None for every other record."""
    if draft.source != DESK or any(name not in draft.raw for name in _NAMES):
        return None
    said = draft.raw
    return Decision(
        draft.key,
        draft.row,
        (said["about_source"], said["about_record"]),
        *(said[name] for name in _NAMES[2:]),
    )


def standing(decisions: Iterable[Decision]) -> list[Decision]:
    """Those that nobody took back, the earliest first."""
    said = sorted(decisions, key=lambda decision: (decision.at, decision.row))
    gone = {decision.value for decision in said if decision.axis == TAKEN_BACK}
    return [d for d in said if d.axis != TAKEN_BACK and d.key[1] not in gone]


def latest(decisions: Iterable[Decision], axis: str) -> Decision | None:
    """The last word on an axis, or None. `decisions`: as `standing` gives them."""
    return next((d for d in reversed(list(decisions)) if d.axis == axis), None)


def as_raw(
    about: RecordKey, *, axis: str, value: str, why: str, by: str, at: str
) -> dict[str, str]:
    """What the record of a decision holds: the reverse of `decision`."""
    return dict(zip(_NAMES, (*about, axis, value, why, by, at), strict=True))
