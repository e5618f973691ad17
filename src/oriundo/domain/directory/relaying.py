"""To which mailbox of an organization a message may be passed on, although nobody sees it.

Only where nothing speaks against it: the organization is public, the list that gives the address
is, nobody hid that very address or kept it for the authority, it is not about a person, and who
reads it has not asked for no more. Where an address is public no relay is needed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from oriundo.collect.sources.models import Source
from oriundo.domain.directory.models import Fact

EMAIL = "email"


def mailbox(said: Iterable[tuple[Fact, Source]], *, closed: Callable[[str], bool]) -> str:
    """The address to pass messages on to, or "". `said`: all facts of a public organization, each
    with its source; `closed`: who reads an address wants no messages."""
    ours = [(fact, source) for fact, source in said if fact.field == EMAIL]
    hidden = {fact.value for fact, source in ours if not _may_pass(fact, source)}
    if any(fact.published_to == "public" and _listed(source) for fact, source in ours):
        return ""
    found = sorted((fact for fact, _ in ours), key=lambda fact: (not fact.chosen, fact.value))
    return next((f.value for f in found if f.value not in hidden and not closed(f.value)), "")


def _may_pass(fact: Fact, source: Source) -> bool:
    """One list that forbids it, or one decision against it, holds for the address everywhere."""
    return _listed(source) and fact.published_to == "" and fact.person_id is None


def _listed(source: Source) -> bool:
    return source.visibility == "public"
