"""Which fields may be corrected, how a proposed value is read, and what a correction does.

A correction is a decision (decisions.py) whose axis is a field. Its value comes before whatever
sources say; what they say stays beside it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date

from oriundo.base.core.errors import OriundoError
from oriundo.base.core.language import gettext_noop
from oriundo.base.core.never_store import findings
from oriundo.base.places.names import country_code, country_of_division, division_forms
from oriundo.collect.sources.normalizing.phones import phones_in
from oriundo.collect.sources.normalizing.web import canonical, emails_in
from oriundo.domain.directory.decisions import Decision, latest
from oriundo.domain.directory.inclusion import STUDY_DESTINATIONS, STUDY_ORIGINS
from oriundo.domain.directory.typology import AXES, SUPPORT

RESIDENCE, STATUS, DIASPORA = "residence", "status", "diaspora"
"""Axes that are no field of a record: where it is, whether it is closed or not of migrants."""

SAID = (
    *("name", "alternate_name", "acronym", "description", "website", "phone", "email", "address"),
    *("city", "hometown", "members", "founded", "registration_number"),
)
CODED = ("origin", *AXES, "support")
CORRECTABLE = (*SAID, RESIDENCE, *CODED)
SEVERAL = frozenset(
    {"alternate_name", "website", "phone", "email", "registration_number", "support"}
)
"""Fields whose values are all shown: one that is corrected has to go, or it would stay."""
NEEDED = frozenset({"name", "origin", RESIDENCE, *AXES})
"""Fields of which one cannot say that nothing stands in them."""
LONGEST = 300
LONGEST_TEXT = 2_000


class UnusableValue(OriundoError):
    """What was proposed cannot be a value of the field; the sentence says why."""


def choices(field: str) -> tuple[str, ...]:
    """The codes among which a value of `field` is chosen; () where it is written."""
    if field == RESIDENCE:
        divisions = sorted(division_forms())
        return (*STUDY_DESTINATIONS, *(d for d in divisions if _here(d)))
    if field == "origin":
        return STUDY_ORIGINS
    if field == "support":
        return tuple(SUPPORT)
    return tuple(AXES.get(field, ()))


def _here(division: str) -> bool:
    return country_of_division(division) in STUDY_DESTINATIONS


def read_value(field: str, typed: str, *, country: str = "", today: date) -> str:
    """What was proposed, in the form in which a record would hold it; "" when nothing was typed.

    `country`: where the organization is (alpha-3), for telephones. Raises UnusableValue.
    """
    text = " ".join(typed.split())
    if not text:
        return ""
    if field in CODED or field == RESIDENCE:
        return _chosen(field, text)
    reader = _READERS.get(field)
    if reader:
        return reader(text, country, today)
    longest = LONGEST_TEXT if field == "description" else LONGEST
    if len(text) > longest:
        raise UnusableValue(
            gettext_noop("The new value has %(length)s characters."),
            remedy=gettext_noop("Say it in %(limit)s or fewer."),
            values={"length": len(text), "limit": longest},
        )
    if field != "address" and findings(text):
        raise UnusableValue(
            gettext_noop(
                "The new value holds a telephone, an email, the number of a paper or a word about"
                " someone's migration status, which is not kept here."
            ),
            remedy=gettext_noop("Leave that out."),
        )
    return text


def _chosen(field: str, text: str) -> str:
    if text not in choices(field):
        raise UnusableValue(gettext_noop("Choose one of the values of the list."))
    return text


def _phone(text: str, country: str) -> str:
    alpha2 = {"USA": "US", "CAN": "CA", "MEX": "MX"}.get(country, "")
    numbers, _ = phones_in(text, country=alpha2, column="phone")
    if len(numbers) != 1:
        raise UnusableValue(
            gettext_noop("“%(value)s” is no telephone number that can be called."),
            remedy=gettext_noop("Write one number with its country code, as in +1 213 555 0100."),
            values={"value": text[:60]},
        )
    return numbers[0]


def _email(text: str) -> str:
    found, _ = emails_in(text, column="email")
    if len(found) != 1 or found[0] != text.lower() or len(text) > 254:
        raise UnusableValue(
            gettext_noop("“%(value)s” is no address of email."),
            remedy=gettext_noop("Write one address, as in club@example.org."),
            values={"value": text[:60]},
        )
    return found[0]


def _website(text: str) -> str:
    site = canonical(text) if " " not in text and len(text) <= LONGEST else ""
    if not site:
        raise UnusableValue(
            gettext_noop("“%(value)s” is no address of a page on the web."),
            remedy=gettext_noop("Copy it from the browser, as in https://example.org."),
            values={"value": text[:60]},
        )
    return site


def _number(least: int, most: int, text: str) -> str:
    plain = re.sub(r"[,. ](?=\d{3}\b)", "", text)
    if not plain.isascii() or not plain.isdecimal() or not least <= int(plain[:9]) <= most:
        raise UnusableValue(
            gettext_noop("“%(value)s” is no number from %(least)s to %(most)s."),
            remedy=gettext_noop("Write digits alone."),
            values={"value": text[:60], "least": least, "most": most},
        )
    return str(int(plain))


_READERS: Mapping[str, Callable[[str, str, date], str]] = {
    "phone": lambda text, country, _: _phone(text, country),
    "email": lambda text, _, __: _email(text),
    "website": lambda text, _, __: _website(text),
    "members": lambda text, _, __: _number(1, 1_000_000, text),
    "founded": lambda text, _, today: _number(1800, today.year, text),
}


def residence_of(decisions: Iterable[Decision]) -> tuple[str, str, Decision] | None:
    """(country alpha-3, division or "", the decision) of where it was decided to be."""
    last = latest(decisions, RESIDENCE)
    if last is None:
        return None
    if "-" in last.value:
        return country_of_division(last.value), last.value, last
    return country_code(last.value) or last.value, "", last


def decided(decisions: Iterable[Decision]) -> Mapping[str, Decision]:
    """Field of SAID → the last decision on it."""
    return {decision.axis: decision for decision in decisions if decision.axis in SAID}
