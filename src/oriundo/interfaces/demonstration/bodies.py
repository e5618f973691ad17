"""What an organization is in the demonstration: one that exists, or one that only seems to."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """Whatever a list can hold of an organization. Absent values are "" or () or None.

    `id` is unique over true organizations and distractors. `origin` is alpha-3 or a region, ""
    for what has none. `country` and `division` (ISO 3166-2) are the place as far as anybody can
    know it. `home` is the division of origin, `hometown` the town in it. `attested`: sources say
    that they hold a way to reach it, without giving it. `also`: a third name that some lists use.
    `steady`: one of few and well known, so that all lists give its contacts, the same ones, and
    spell it right.
    """

    id: str
    name: str
    name_en: str
    also: str = ""
    acronym: str = ""
    origin: str = ""
    country: str = ""
    division: str = ""
    city: str = ""
    address: str = ""
    postal: str = ""
    lat: float | None = None
    lon: float | None = None
    phone: str = ""
    email: str = ""
    website: str = ""
    social: str = ""
    home: str = ""
    hometown: str = ""
    objective: str = ""
    supports: tuple[str, ...] = ()
    members: int | None = None
    founded: int | None = None
    attested: bool = False
    steady: bool = False
    named: str = ""

    @property
    def named_in_report(self) -> bool:
        """Whether the study names it; then nothing of its contact data is invented."""
        return bool(self.named)


@dataclass(frozen=True, slots=True, kw_only=True)
class TrueOrganization(Body):
    """One of the 1,014. `destination` is where it is, `precision` how much of that anybody can
    know: "place", "country" or "nothing". `contributes` is None where the study does not say."""

    destination: str
    precision: str
    member_origin: str
    structure: str
    contributes: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Distractor(Body):
    """Something in the lists that does not belong in the directory, for one `reason`."""

    reason: str
