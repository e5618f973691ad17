"""What each choice would change, in sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext, ngettext

from oriundo.collect.sources.fields import CONTACT_FIELDS
from oriundo.domain.directory.inclusion import REASONS
from oriundo.domain.directory.models import Organization
from oriundo.domain.directory.queries.groups import Member
from oriundo.domain.directory.queries.prospects import (
    Outline,
    Party,
    Prospect,
    as_corrected,
    as_one,
    as_two,
)
from oriundo.domain.directory.queries.succession import held_by
from oriundo.interfaces.speech import say
from oriundo.interfaces.web import language, words


@dataclass(frozen=True, slots=True)
class Value:
    """A golden value that would change. An empty text is: nothing."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one choice would change: sentences, and the golden values that would be others."""

    sentences: tuple[str, ...]
    values: tuple[Value, ...] = ()


def of_same(left: Member, right: Member, *, contacts: bool, at: datetime) -> Outcome:
    """The two records are one organization. `contacts`: the reader may see those of both."""
    if left.organization is not None and left.organization == right.organization:
        return Outcome((gettext("They are one organization already, and stay so."),))
    prospect = as_one([_party(left), _party(right)], at=at)
    told = [*_identifiers(prospect), _records(prospect), *_public(prospect)]
    told += [language.sentence(say(*one)) for one in prospect.told]
    return Outcome(tuple(told), _values(prospect, contacts=contacts))


def of_different(left: Member, right: Member, *, at: datetime) -> Outcome:
    """The two records are two organizations."""
    organization = left.organization
    if organization is None or organization != right.organization:
        return Outcome(
            (
                gettext("They stay two organizations. Nothing that is shown changes."),
                gettext("No later run puts these two records together by itself."),
            )
        )
    prospect = as_two(organization, [right.draft.key], at=at)
    told = [
        gettext("They are one organization now. The next publication parts them."),
        gettext("The number %(id)s stays with one of them, and its page names the other.")
        % {"id": organization.public_id},
        *_public(prospect),
        *(language.sentence(say(*one)) for one in prospect.told),
    ]
    return Outcome(tuple(told))


def of_unsure() -> Outcome:
    return Outcome(
        (gettext("Nothing changes. The pair goes to the list of doubts, for you or for others."),)
    )


def of_correction(organization: Organization, field: str, value: str, *, at: datetime) -> Outcome:
    """The desk decides a value on a field, for someone who may see the contacts."""
    prospect = as_corrected(organization, field=field, value=value, at=at)
    return Outcome(tuple(_public(prospect)), _values(prospect, contacts=True))


def of_joining(one: Organization, other: Organization, *, at: datetime) -> Outcome:
    """Two organizations become one, for someone who may edit both."""
    prospect = as_one([(one, held_by(one)), (other, held_by(other))], at=at)
    told = [*_identifiers(prospect), _records(prospect), *_public(prospect)]
    told += [language.sentence(say(*each)) for each in prospect.told]
    return Outcome(tuple(told), _values(prospect, contacts=True))


def _party(member: Member) -> Party:
    if member.organization is None:
        return None, [member.draft.key]
    return member.organization, held_by(member.organization)


def _identifiers(prospect: Prospect) -> list[str]:
    told = [
        gettext("The number %(kept)s stays. %(old)s goes on working and leads to it.")
        % {"kept": kept, "old": old}
        for old, kept in prospect.leads.items()
    ]
    if told:
        return told
    kept = prospect.after[0].public_id
    if not kept:
        return [gettext("Neither record is in the directory; together they would get a number.")]
    return [
        gettext("The record that is in no organization joins %(kept)s at the next publication.")
        % {"kept": kept}
    ]


def _records(prospect: Prospect) -> str:
    whole = prospect.after[0]
    told = ngettext(
        "One organization with %(records)s records from %(sources)s source (now %(parts)s).",
        "One organization with %(records)s records from %(sources)s sources (now %(parts)s).",
        whole.sources,
    )
    parts = " + ".join(language.number(part.records) for part in prospect.before)
    return told % {
        "records": language.number(whole.records),
        "sources": language.number(whole.sources),
        "parts": parts,
    }


def _public(prospect: Prospect) -> list[str]:
    """What appears in, or disappears from, the public list and the map."""
    told = []
    before, after = prospect.listed
    if before != after:
        told.append(
            gettext("The public directory would show %(after)s of them instead of %(before)s.")
            % {"before": language.number(before), "after": language.number(after)}
        )
    told += [_gone(outline) for outline in prospect.after if outline.exclusion and before]
    before, after = prospect.mapped
    if before != after:
        told.append(
            gettext("Points known for the map: %(after)s instead of %(before)s.")
            % {"before": language.number(before), "after": language.number(after)}
        )
    return told


def _gone(outline: Outline) -> str:
    return gettext("“%(name)s” would be in no list: %(why)s") % {
        "name": outline.name,
        "why": say(REASONS[outline.exclusion]),
    }


def _values(prospect: Prospect, *, contacts: bool) -> tuple[Value, ...]:
    return tuple(
        Value(
            str(words.FIELD_LABELS.get(field, field)),
            _text(field, before, contacts=contacts),
            _text(field, after, contacts=contacts),
        )
        for field, (before, after) in prospect.changes.items()
    )


def _text(field: str, values: Sequence[str], *, contacts: bool) -> str:
    if values and field in CONTACT_FIELDS and not contacts:
        return gettext("kept for the authority")
    return ", ".join(words.word(field, value) for value in values)


def by_choice(
    left: Member, right: Member, *, contacts: bool, at: datetime
) -> Mapping[str, Outcome]:
    """Verdict → what it would change."""
    return {
        "same": of_same(left, right, contacts=contacts, at=at),
        "different": of_different(left, right, at=at),
        "unsure": of_unsure(),
    }
