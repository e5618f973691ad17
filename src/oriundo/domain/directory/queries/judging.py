"""The desk's reads: what waits for a decision, who is concerned, what was said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations

from django.db.models import Exists, F, Max, Min, OuterRef, Q, QuerySet, Subquery

from oriundo.base.accounts.models import User
from oriundo.base.core.text import fold
from oriundo.collect.matching.models import Judgment, Pair
from oriundo.collect.sources.drafts import RecordKey
from oriundo.collect.sources.models import Record
from oriundo.collect.sources.queries import current_releases, drafts_of
from oriundo.domain.directory.models import Link
from oriundo.domain.directory.rules import within

SIDES = ("left", "right")
_PLACES = ("country", "region")


@dataclass(frozen=True, slots=True)
class Chosen:
    """What part of the queue: country and division of residence, a source, words; "" is all."""

    country: str = ""
    region: str = ""
    source: str = ""
    words: str = ""


def waiting(user: User, chosen: Chosen = Chosen()) -> QuerySet[Pair]:
    """Pairs that a user may judge and nobody has, the most valuable first.

    Two records that have come into one organization since need no decision any more.
    """
    return _chosen(within(user, _current(_apart(Pair.objects.not_judged()))), chosen)


def put_off(user: User, chosen: Chosen = Chosen()) -> QuerySet[Pair]:
    """Pairs on which somebody was unsure."""
    return _chosen(within(user, _current(_apart(Pair.objects.judged("unsure")))), chosen)


def options(pairs: QuerySet[Pair]) -> dict[str, Counter[str]]:
    """Country, region and source → how many of the pairs each value would give."""
    found: dict[str, Counter[str]] = {name: Counter() for name in ("country", "region", "source")}
    rows = pairs.order_by().annotate(
        **{f"{side}_{name}": _of(side, f"residence_{name}") for side in SIDES for name in _PLACES}
    )
    columns = [f"{side}_{name}" for name in _PLACES for side in SIDES]
    slugs = [f"{side}__release__source__slug" for side in SIDES]
    for row in rows.values_list(*columns, *slugs):
        for position, name in enumerate(("country", "region", "source")):
            found[name].update({row[2 * position], row[2 * position + 1]} - {None, ""})
    return found


def neighbors(pairs: QuerySet[Pair], pair: Pair) -> tuple[Pair | None, Pair | None]:
    """The pair before and the pair after in the order of the queue."""
    before = Q(value__gt=pair.value) | Q(value=pair.value, pk__lt=pair.pk)
    after = Q(value__lt=pair.value) | Q(value=pair.value, pk__gt=pair.pk)
    return (
        pairs.filter(before).order_by("value", "-pk").first(),
        pairs.filter(after).first(),
    )


def acts_since(user: User, since: datetime) -> int:
    """How many decisions of a user since then hold; one that covered many pairs is one."""
    mine = Judgment.objects.in_force().filter(by=user, at__gte=since)
    return mine.values("at").distinct().count()


def last_acts(user: User, *, limit: int) -> list[Judgment]:
    """The last decisions of a user that hold, the newest first: of each, the first word."""
    mine = Judgment.objects.in_force().filter(by=user)
    firsts = mine.values("at").annotate(first=Min("pk"), last=Max("pk")).order_by("-last")
    found = Judgment.objects.in_bulk([row["first"] for row in firsts[:limit]])
    return [found[pk] for pk in sorted(found, reverse=True)]


def of_one_act(judgment: Judgment) -> QuerySet[Judgment]:
    """Every word in force that was said in the same act."""
    return Judgment.objects.in_force().filter(by=judgment.by_id, at=judgment.at).order_by("pk")


def history(left: RecordKey, right: RecordKey) -> list[Judgment]:
    """Every word on two records, the newest first."""
    words = Judgment.objects.of_pair(left, right).select_related("by")
    return list(words.order_by("-pk"))


def in_force(left: RecordKey, right: RecordKey) -> Judgment | None:
    """The word on two records that holds."""
    return Judgment.objects.of_pair(left, right).in_force().first()


def _of(side: str, column: str) -> Subquery:
    """A column of the organization that one side of a pair is about."""
    links = Link.objects.filter(
        source=OuterRef(f"{side}__release__source__slug"),
        record_id=OuterRef(f"{side}__record_id"),
    )
    return Subquery(links.values(f"organization__{column}")[:1])


def _current(pairs: QuerySet[Pair]) -> QuerySet[Pair]:
    """Those of which both records stand in the newest release of their source."""
    releases = [pk for pk, _ in current_releases()]
    for side in SIDES:
        again = Record.objects.filter(
            release__in=releases,
            release__source=OuterRef(f"{side}__release__source"),
            record_id=OuterRef(f"{side}__record_id"),
        )
        pairs = pairs.filter(Q(**{f"{side}__release__in": releases}) | Exists(again))
    return pairs


def _apart(pairs: QuerySet[Pair]) -> QuerySet[Pair]:
    both = pairs.alias(one=_of("left", "pk"), other=_of("right", "pk"))
    return both.filter(Q(one=None) | Q(other=None) | ~Q(one=F("other")))


def _chosen(pairs: QuerySet[Pair], chosen: Chosen) -> QuerySet[Pair]:
    for name in _PLACES:
        if value := getattr(chosen, name):
            column = f"residence_{name}"
            both = pairs.alias(
                **{f"l_{name}": _of("left", column), f"r_{name}": _of("right", column)}
            )
            pairs = both.filter(Q(**{f"l_{name}": value}) | Q(**{f"r_{name}": value}))
    if chosen.source:
        either = (Q(**{f"{side}__release__source__slug": chosen.source}) for side in SIDES)
        pairs = pairs.filter(next(either) | next(either))
    for word in fold(chosen.words).split():
        pairs = pairs.filter(words__contains=word)
    return pairs.order_by("-value", "pk")


@dataclass(frozen=True, slots=True)
class Asked:
    """Two records that are shown, by key and row, and the word that holds then (0: none)."""

    left: RecordKey
    right: RecordKey
    rows: tuple[int, int]
    seen: int


def asked_of(records: Iterable[tuple[RecordKey, int]]) -> list[Asked]:
    """Every two of some records (key, row), with the word that holds now."""
    ordered = sorted(records)
    ids = {record_id for (_, record_id), _ in ordered}
    words = Judgment.objects.in_force().filter(left_id__in=ids, right_id__in=ids)
    held = {(word.left, word.right): word.pk for word in words}
    return [
        Asked(left, right, (row, other), held.get((left, right), 0))
        for (left, row), (right, other) in combinations(ordered, 2)
    ]


def names_of(keys: Iterable[RecordKey]) -> dict[RecordKey, str]:
    """The names of current records, as their sources say them."""
    return {draft.key: draft.name for draft, _, _ in drafts_of(list(keys))}
