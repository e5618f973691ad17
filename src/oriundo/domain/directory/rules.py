"""Who may do what to an organization and its records; every answer comes with its reason."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from oriundo.base.accounts.models import Role, User
from oriundo.collect.matching.models import Judgment, Pair
from oriundo.collect.sources.models import Record, Source
from oriundo.domain.directory.models import Link, Organization

Answer = tuple[bool, str]


def may_edit(user: User | None, organization: Organization) -> Answer:
    """Merge, split, choose visibility, see and publish a contact: operators, authorities at home.

    An organization of several countries needs an authority of one of them.
    """
    if user is None or not user.is_active:
        return False, str(_("Sign in first."))
    roles = Role.objects.in_force().filter(user=user)
    if roles.filter(kind=Role.Kind.OPERATOR).exists():
        return True, str(_("You run this installation."))
    countries = [organization.origin, *organization.origin_countries]
    if roles.filter(kind=Role.Kind.AUTHORITY, country__in=countries).exists():
        return True, str(_("You are the authority of its country of origin."))
    return False, str(_("Only the authority of its country of origin may do this."))


@dataclass(frozen=True, slots=True)
class Beat:
    """What one role may judge: one country of origin ("": every), some divisions (none: every)."""

    country: str
    regions: frozenset[str]

    def holds(self, prefix: str = "") -> tuple[Q, Q, Q, Q]:
        """Four conditions on the record that `prefix` leads to: it is of the country, its country
        is unknown and it is ours to see, it is in the divisions, nobody knows where it is."""
        ours = Q(organization__origin=self.country) | Q(
            organization__origin_countries__icontains=f'"{self.country}"'
        )
        of_ours = Exists(_links(prefix).filter(ours))
        of_any = Exists(_links(prefix).exclude(organization__origin=""))
        silent = ~Q(**{f"{prefix}fields__has_key": "origins"}) & ~Q(
            **{f"{prefix}fields__has_key": "hometown"}
        )
        open_to_us = Q(**{f"{prefix}release__source__visibility": Source.Visibility.PUBLIC}) | Q(
            **{f"{prefix}release__source__country": self.country}
        )
        there = Exists(_links(prefix).filter(organization__residence_region__in=self.regions))
        somewhere = Exists(_links(prefix).exclude(organization__residence_region=""))
        return (
            Q(of_ours),
            ~Q(of_any) & silent & open_to_us,
            Q(there) if self.regions else Q(),
            ~Q(somewhere) if self.regions else Q(),
        )

    def seen(self, prefix: str = "") -> Q:
        """The record may be shown within a pair that is ours."""
        if not self.country:
            return Q()
        ours, unknown, there, nowhere = self.holds(prefix)
        return (ours | unknown) & (there | nowhere) if self.regions else ours | unknown

    def pairs(self) -> Q:
        """Pairs of which no record is known to be another's, and at least one to be ours."""
        if not self.country:
            return Q()
        left, right = self.holds("left__"), self.holds("right__")
        found = self.seen("left__") & self.seen("right__") & (left[0] | right[0])
        return found & (left[2] | right[2]) if self.regions else found


def beats(user: User | None) -> list[Beat]:
    """What the roles of a user let them judge; [] is nothing."""
    if user is None or not user.is_active:
        return []
    roles = list(Role.objects.in_force().filter(user=user))
    if any(role.kind == Role.Kind.OPERATOR for role in roles):
        return [Beat("", frozenset())]
    return [
        Beat(role.country, role.regions)
        for role in roles
        # A consular officer without a district has none.
        if role.kind == Role.Kind.AUTHORITY or (role.kind == Role.Kind.CONSULAR and role.regions)
    ]


def within(user: User | None, pairs: QuerySet[Pair]) -> QuerySet[Pair]:
    """Those of the pairs that a user may see and judge."""
    return pairs.filter(_any(beat.pairs() for beat in beats(user)))


def shown(user: User | None, records: QuerySet[Record]) -> QuerySet[Record]:
    """Those of the records that may be shown to a user beside a pair that is theirs."""
    return records.filter(_any(beat.seen() for beat in beats(user)))


def may_use_desk(user: User | None) -> Answer:
    """Come to the desk at all: whoever has something to judge."""
    if user is None or not user.is_active:
        return False, str(_("Sign in first."))
    if not beats(user):
        return False, str(_("Your account has no role at the desk."))
    return True, str(_("You may judge pairs."))


def may_judge(user: User | None, records: Iterable[int]) -> Answer:
    """Say whether these records (rows) are one organization.

    None may be known to be of another country or district, and at least one must be ours.
    """
    allowed, reason = may_use_desk(user)
    if not allowed:
        return False, reason
    wanted = set(records)
    rows = Record.objects.filter(pk__in=wanted)
    for beat in beats(user):
        if not beat.country:
            return True, str(_("You run this installation."))
        ours, _unknown, there, _nowhere = beat.holds()
        if (
            rows.filter(beat.seen()).count() == len(wanted)
            and rows.filter(ours).exists()
            and rows.filter(there).exists()
        ):
            return True, str(_("They are of your country of origin and your district."))
    return False, str(_("These records are of another country or district."))


def may_see_contacts(user: User | None, organization: Organization | None) -> Answer:
    """See telephones, emails and addresses that are not public, of a record's organization.

    A record that is in no organization is of no country yet: operators only.
    """
    return may_edit(user, organization or Organization())


def may_take_back(user: User | None, judgment: Judgment) -> Answer:
    """Take back a word on a pair: who said it, and operators."""
    allowed, reason = may_use_desk(user)
    if not allowed or user is None:
        return False, reason
    if judgment.by_id == user.pk or beats(user) == [Beat("", frozenset())]:
        return True, str(_("You said it, or you run this installation."))
    return False, str(_("Only who said it may take it back."))


def _links(prefix: str) -> QuerySet[Link]:
    return Link.objects.filter(
        source=OuterRef(f"{prefix}release__source__slug"),
        record_id=OuterRef(f"{prefix}record_id"),
    )


def _any(conditions: Iterable[Q]) -> Q:
    """Any of the conditions; none of them lets nothing through."""
    found = list(conditions)
    if not found:
        return Q(pk__in=[])
    either = found[0]
    for condition in found[1:]:
        either |= condition
    return either
