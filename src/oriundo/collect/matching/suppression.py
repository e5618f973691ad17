"""Who asked not to be listed: how records of such an organization are known again.

THE RULE. An organization stays out when a record, or the records that the matcher joins, shows
one of these of an organization in the register:

1. its registration number;
2. its name, in the same place: what one of the two does not say does not contradict;
3. its name with one of its telephones, emails or sites;
4. two of its contacts of different kinds, whatever the name, unless they are lent.

Why no contact counts alone, and no name: a federation gives its telephone, its email and its site
to its member clubs, and there is a Club Zacatecano in many a city. A contact is *lent* when
another organization showed it too when this one asked, when two that are not known by 1 to 3 show
it now, or when its owner is a federation, which lends by its nature. Lent ones count beside the
name only (3): a member club does not bear the name of its federation. What this cannot tell: a
club that left, and one single other that comes later with the same two contacts. It stays out,
because it cannot be told from the first under a new name, and that is what the first was promised.

Whoever the matcher joins with a recognized record is out with it, which takes in slips that no
hash can.

Every value kept is such a combination, whole: the register holds no telephone and no name by
itself, and needs no look at two values at once.

A name counts in two forms: in the comparable wording (translated, expanded, mended), and plainly
folded, which no correction of the lexicon can change. Both are written as they sound in Spanish,
without order, without legal form, with and without the place where the organization is; and with
one slip of a letter in a long word. So spelling, accents, capitals, abbreviations, language and
order do not get around it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import combinations

from oriundo.collect.matching import lexicon
from oriundo.collect.matching.identifying import (
    Names,
    Places,
    acronyms,
    is_coalition,
    kept_places,
    numbers,
    place,
    sought_places,
)
from oriundo.collect.matching.keyed import Register, Value
from oriundo.collect.sources.drafts import Draft

REGISTRATION = "registration"
NAME_AND_PLACE = "name and place"
NAME_AND_CONTACT = "name and contact"
TWO_CONTACTS = "two contacts"
KINDS = (REGISTRATION, NAME_AND_PLACE, NAME_AND_CONTACT, TWO_CONTACTS)

Contact = tuple[str, str]
"""("phone" | "email" | "site", value)"""


def kept_out(groups: Sequence[Sequence[Draft]], register: Register) -> list[bool]:
    """Which of the organizations, each given by all its records, are in the register."""
    if not register:
        return [False] * len(groups)
    named = [register.holds(shown(group)) for group in groups]
    others = (group for group, out in zip(groups, named, strict=True) if not out)
    lent = lent_contacts(others)
    return [
        out or register.holds(own_pairs(group, lent=lent))
        for group, out in zip(groups, named, strict=True)
    ]


def remembered(group: Sequence[Draft], *, lent: Collection[Contact] = ()) -> frozenset[Value]:
    """The values by which an organization is known again: what the register keeps, as hashes."""
    short = frozenset(form for draft in group for form in acronyms(draft))
    return _named(group, short, kept_places) | own_pairs(group, lent=lent)


def shown(group: Sequence[Draft]) -> frozenset[Value]:
    """The values of the first three kinds by which an organization is looked up."""
    return _named(group, frozenset(), sought_places)


def own_pairs(group: Sequence[Draft], *, lent: Collection[Contact] = ()) -> frozenset[Value]:
    """The pairs of contacts of different kinds that are an organization's own."""
    if is_coalition(group):
        return frozenset()
    own = sorted(contact for contact in contacts(group) if contact not in lent)
    pairs = ((a, b) for a, b in combinations(own, 2) if a[0] != b[0])
    return frozenset((TWO_CONTACTS, _joined(*a, *b)) for a, b in pairs)


def lent_contacts(groups: Iterable[Sequence[Draft]]) -> frozenset[Contact]:
    """The contacts that two organizations or more show."""
    seen = Counter(contact for group in groups for contact in contacts(group))
    return frozenset(contact for contact, times in seen.items() if times > 1)


def contacts(group: Iterable[Draft]) -> frozenset[Contact]:
    """The telephones (E.164), emails (lower case) and sites of an organization."""
    return frozenset(
        contact
        for draft in group
        for contact in (
            *(("phone", phone) for phone in draft.phones),
            *(("email", email.lower()) for email in draft.emails),
            *(("site", site(website)) for website in draft.websites),
        )
        if contact[1]
    )


def site(website: str) -> str:
    """What is an organization's own in a web address: its host; on a host of many, its page."""
    host, _, path = website.lower().partition("/")
    if host not in lexicon.hosts("platform"):
        return host
    return f"{host}/{path}" if path else ""


def _named(group: Sequence[Draft], also: frozenset[str], places: Places) -> frozenset[Value]:
    names = Names.of(group)
    situated = {said for draft in group for said in places(place(draft))}
    in_a_city = [said for said in situated if "city=" in said]
    reached = [_joined(*contact) for contact in contacts(group)]
    return frozenset(
        (
            *((REGISTRATION, number) for draft in group for number in numbers(draft)),
            *_each(NAME_AND_PLACE, names.here | also, situated),
            *_each(NAME_AND_PLACE, names.slipped_here, in_a_city),
            *_each(NAME_AND_CONTACT, names.full | also | names.slipped, reached),
        )
    )


def _each(kind: str, names: Iterable[str], others: Collection[str]) -> Iterator[Value]:
    return ((kind, _joined(name, other)) for name in names for other in others)


def _joined(*parts: str) -> str:
    return "\n".join(parts)
