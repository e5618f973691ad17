"""What is public of one organization, computed from plain values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from oriundo.base.core.text import fold
from oriundo.collect.sources.models import Source
from oriundo.domain.directory.models import Fact, Listing, Organization
from oriundo.domain.directory.origin import of_countries
from oriundo.domain.directory.visibility import Audience, of_organization, of_value
from oriundo.domain.directory.whereabouts import whereabouts

SEARCHED = frozenset(
    {"name", "alternate_name", "acronym", "description", "city", "hometown", "support"}
)
SUMMARIZED = frozenset(
    {"alternate_name", "acronym", "hometown", "city", "description", "support", "language"}
)
LOCATING = ("hometown", "origin")
Said = tuple[Fact, Source]
"""A fact, and the source whose record says so."""

RESIDING = ("city", "postal", "location", "residence_country", "residence_region")


def audience(name: str) -> Audience | None:
    """The audience that a stored word stands for; None for the empty word (nobody decided)."""
    return Audience[name.upper()] if name else None


def audience_of(
    organization: Organization, modes: Mapping[str, str], merged: Iterable[str] = ()
) -> Audience:
    """Who may see an organization at all, from the policy modes of its countries of origin.

    `merged`: what organizations merged into it had chosen; the strictest choice of all holds.
    """
    countries = organization.origin_countries or [organization.origin]
    chosen = [audience(choice) for choice in (organization.choice, *merged) if choice]
    return of_organization(
        [modes.get(country, "closed") for country in countries if country],
        choice=min((one for one in chosen if one is not None), default=None),
    )


def public_facts(
    said: Iterable[Said], organization: Audience, consents: Mapping[tuple[Any, str], str]
) -> list[dict[str, Any]]:
    """The facts that everyone may see, one entry per field and value with all who say so."""
    shown: dict[tuple[str, str], dict[str, Any]] = {}
    public: list[Said] = []
    hidden: list[str] = []
    for fact, source in said:
        if _seen_by(fact, source, organization, consents) is Audience.PUBLIC:
            public.append((fact, source))
        else:
            hidden.append(fact.value)
    for fact, source in public:
        quoted = fact.reason_values.get("sentence", "")
        withheld = bool(quoted) and any(quoted in value for value in hidden)
        entry = shown.setdefault(
            (fact.field, fact.value),
            {"field": fact.field, "value": fact.value, "chosen": False, "sources": []},
        )
        entry["chosen"] = entry["chosen"] or fact.chosen
        entry["sources"].append(
            {
                "name": source.name,
                "kind": source.kind,
                "on": source.searched_on.isoformat() if source.searched_on else "",
                # A sentence is not shown as a reason where the text that it stands in is hidden.
                "reason": "" if withheld else fact.reason,
                "reason_values": {} if withheld else fact.reason_values,
            }
        )
    return list(shown.values())


def summary(facts: Iterable[Mapping[str, Any]]) -> dict[str, list[str]]:
    """Field → public values, of the fields that the atlas searches and counts."""
    found: dict[str, list[str]] = {}
    for fact in facts:
        if fact["field"] in SUMMARIZED:
            found.setdefault(fact["field"], []).append(fact["value"])
    return found


def _seen_by(
    fact: Fact, source: Source, organization: Audience, consents: Mapping[tuple[Any, str], str]
) -> Audience:
    return of_value(
        fact.field,
        fact.value,
        organization=organization,
        source=Audience[source.visibility.upper()],
        published_to=audience(fact.published_to),
        about_person=fact.person_id is not None,
        consent=audience(consents.get((fact.person_id, fact.field), "")),
    )


def listing(
    organization: Organization,
    facts: list[dict[str, Any]],
    *,
    at: Any,
    invented: bool,
    relay: bool = False,
) -> Listing | None:
    """The public listing made of public facts only, or None when not even a name is public.

    The golden value of a field may rest on a source that is not public; the listing then shows
    the best public one, or nothing.
    """
    name = _best(facts, "name")
    if not name:
        return None
    texts = [f["value"] for f in facts if f["field"] in SEARCHED]
    where = whereabouts(
        {field: _all(facts, field) for field in LOCATING}
        | {field: [best] for field in RESIDING if (best := _best(facts, field))}
    )
    return Listing(
        organization=organization,
        public_id=organization.public_id,
        name=name[:300],
        origin=of_countries(_all(facts, "origin")).code,
        member_origin=_best(facts, "member_origin"),
        structure=_best(facts, "structure"),
        objective=_best(facts, "objective"),
        residence_country=_best(facts, "residence_country"),
        residence_region=_best(facts, "residence_region"),
        **where.columns(),
        status=organization.status,
        verified_on=organization.verified_on,
        invented=invented,
        relay=relay,
        facts=facts,
        summary=summary(facts),
        sort_key=fold(name)[:300],
        search_text=" ".join(dict.fromkeys(fold(" ".join(texts)).split())),
        published_at=at,
    )


def _all(facts: list[dict[str, Any]], field: str) -> list[str]:
    """The chosen values of a field that may hold several, or whatever is public when none is."""
    of_field = [f for f in facts if f["field"] == field]
    return [f["value"] for f in of_field if f["chosen"]] or [f["value"] for f in of_field]


def _best(facts: list[dict[str, Any]], field: str) -> str:
    of_field = [f for f in facts if f["field"] == field]
    chosen = next((f for f in of_field if f["chosen"]), None)
    best = chosen or (of_field[0] if of_field else None)
    return str(best["value"]) if best else ""
