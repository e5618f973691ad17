"""What reading a name answers: every answer with its confidence and its reason in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from oriundo.base.core.language import gettext_noop

SAID = gettext_noop("the source says that its members come from %(place)s")

T_co = TypeVar("T_co", covariant=True)

Reason = tuple[str, Mapping[str, object]]
"""A sentence marked for translation, and the values that fill it."""

Origins = tuple[tuple[str, float, Reason], ...]
"""(country, region or "" when the people are of many countries, confidence 0 to 1, reason)."""


@dataclass(frozen=True, slots=True)
class Answer(Generic[T_co]):
    """`confidence`: 0 to 1, and 0 when the answer is that nothing tells."""

    value: T_co
    confidence: float
    reason: Reason


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the name as written. `role`: "kind", "origin", "residence", "acronym",
    "legal_form", "noise" or "proper"; `means`: a concept, a code or folded words."""

    role: str
    text: str
    means: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing that speaks for (weight above 0) or against migrants; `code` names it."""

    code: str
    weight: float
    reason: Reason


@dataclass(frozen=True, slots=True)
class Hometown:
    """A place that may be the hometown. `country`: alpha-3 or ""; `division`: ISO 3166-2 or ""."""

    name: str
    country: str
    division: str
    confidence: float
    reason: Reason


@dataclass(frozen=True, slots=True)
class NameReading:
    """`origins`: (country or region, confidence 0 to 1, reason).

    `is_diaspora`: True, False, or None when nothing tells enough. `member_origin`:
    "hometown_club", "migrant_club" or "". `structure`: "single", "coalition" or "". `objective`:
    a code of the typology or "". `kind`: a concept of lexicon/kinds.csv or "". `distinctive`: the
    folded words that are neither kind nor place nor form. `divisions`: ISO 3166-2 codes of the
    divisions of origin named. `hometowns`: what the town named may be, the likeliest first.
    `parts`: the whole name as the small sentence that it is. `evidence`: what was weighed.
    `answers`: axis ("diaspora", "origin", "division", "member_origin", "hometown", "structure",
    "objective") -> value, confidence, reason; "unknown" is an answer, with its reason.
    `reasons`: axis -> reason, for the axes that were answered.
    """

    kind: str
    structure: str
    origins: Origins
    is_diaspora: bool | None
    confidence: float
    member_origin: str
    hometown: str
    objective: str
    acronym: str
    legal_form: str
    distinctive: tuple[str, ...]
    reasons: Mapping[str, Reason] = field(default_factory=dict)
    divisions: tuple[str, ...] = ()
    hometowns: tuple[Hometown, ...] = ()
    parts: tuple[Part, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    answers: Mapping[str, Answer[object]] = field(default_factory=dict)
