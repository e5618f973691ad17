"""To which mailbox of an organization a message may be passed on, although nobody sees it.

Only where nothing speaks against it: the organization is public, the list that gives the address
is, nobody hid that very address or kept it for the authority, it is not about a person, and who
reads it has not asked for no more. Where an address is public no relay is needed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from oriundo.domain.directory.models import Fact

EMAIL = "email"


def mailbox(facts: Iterable[Fact], *, closed: Callable[[str], bool]) -> str:
    """The address to pass messages on to, or "". `facts`: all of a public organization, with
    record, release and source at hand; `closed`: who reads an address wants no messages."""
    ours = [fact for fact in facts if fact.field == EMAIL]
    hidden = {fact.value for fact in ours if not _may_pass(fact)}
    if any(fact.published_to == "public" and _listed(fact) for fact in ours):
        return ""
    found = sorted(ours, key=lambda fact: (not fact.chosen, fact.value))
    return next((f.value for f in found if f.value not in hidden and not closed(f.value)), "")


def _may_pass(fact: Fact) -> bool:
    """One list that forbids it, or one decision against it, holds for the address everywhere."""
    return _listed(fact) and fact.published_to == "" and fact.person_id is None


def _listed(fact: Fact) -> bool:
    return fact.record.release.source.visibility == "public"
