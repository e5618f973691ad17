"""What the records say of the coded fields: origin, the three axes, support; and who decided.

What a source states in a column of its own weighs more than what we read out of a name; among
equals the better ranked record decides.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from dataclasses import field as initially

from oriundo.base.core.language import gettext_noop
from oriundo.collect.matching.reading.names import NameReading, Reason
from oriundo.collect.sources.drafts import Draft, RecordKey
from oriundo.domain.directory.vocabulary import axis_code, support_codes

Read = tuple[Draft, NameReading]
STATED = gettext_noop("The source states it: “%(words)s”.")


@dataclass(frozen=True, slots=True)
class Evidence:
    """One coded value, the record it was read from, and the sentence that says how."""

    field: str
    value: str
    key: RecordKey
    chosen: bool = False
    reason: str = ""
    values: Mapping[str, str] = initially(default_factory=dict)


def origins(readings: Sequence[Read]) -> list[Evidence]:
    """Countries and regions of origin: those stated by sources, else those that names say.

    The chosen ones are all codes of the best ranked record that states any, else reads any.
    """
    stated = [_origins_of(draft, reading) for draft, reading in readings if draft.origins]
    read = [_origins_of(draft, reading) for draft, reading in readings if not draft.origins]
    deciding = next((found for found in [*stated, *read] if found), [])
    return [replace(e, chosen=e in deciding) for found in [*stated, *read] for e in found]


def axis(name: str, readings: Sequence[Read]) -> list[Evidence]:
    """What the records say on one axis: what sources state of their type, then what names say."""
    stated = [
        Evidence(name, code, draft.key, reason=STATED, values={"words": draft.objective})
        for draft, _ in readings
        if (code := axis_code(name, draft.objective))
    ]
    said = {evidence.key for evidence in stated}
    read = [
        _read(name, getattr(reading, name), draft, reading.reasons.get(name))
        for draft, reading in readings
        if getattr(reading, name) and draft.key not in said
    ]
    return [replace(e, chosen=place == 0) for place, e in enumerate([*stated, *read])]


def supports(ranked: Sequence[Draft]) -> list[Evidence]:
    """Every kind of support that any record states; several per organization, all chosen."""
    return [
        Evidence("support", code, draft.key, chosen=True, reason=STATED, values={"words": words})
        for draft in ranked
        for words in draft.supports
        for code in support_codes(words)
    ]


def is_diaspora(readings: Sequence[Read]) -> bool | None:
    """True when any record says so, False when one denies it and none says so, else None."""
    answers = [reading.is_diaspora for _, reading in readings]
    if True in answers:
        return True
    return False if False in answers else None


def _origins_of(draft: Draft, reading: NameReading) -> list[Evidence]:
    return [_read("origin", code, draft, reason) for code, _, reason in reading.origins]


def _read(name: str, value: str, draft: Draft, reason: Reason | None) -> Evidence:
    sentence, values = reason or ("", {})
    words = {key: str(word) for key, word in values.items()}
    return Evidence(name, value, draft.key, reason=sentence, values=words)
