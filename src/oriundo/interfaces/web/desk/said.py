"""What was said about pairs: the history of one, and the last decisions of a person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext

from oriundo.base.accounts.models import Role, User
from oriundo.collect.matching.models import Judgment
from oriundo.collect.sources.drafts import RecordKey
from oriundo.domain.directory.models import Listing, Organization
from oriundo.domain.directory.queries.judging import names_of
from oriundo.domain.directory.queries.succession import holders
from oriundo.interfaces.web import words


@dataclass(frozen=True, slots=True)
class Word:
    """One judgment in the reader's words. `until`: when it was retracted, None while it holds."""

    verdict: str
    who: str
    at: datetime
    why: str
    until: datetime | None


@dataclass(frozen=True, slots=True)
class Act:
    """A decision of the reader that holds. `whole`: the organization that both records are about
    now, None while they are about two; `listed`: it has a public page; `waits`: it may be
    applied now."""

    pk: int
    verdict: str
    code: str
    names: tuple[str, str]
    at: datetime
    why: str
    whole: Organization | None
    listed: bool
    waits: bool


def history(judgments: Sequence[Judgment], reader: User) -> list[Word]:
    """Every word on a pair, as `reader` may know who said it."""
    return [
        Word(
            word.get_verdict_display(), _who(word.by, reader), word.at, word.why, word.retracted_at
        )
        for word in judgments
    ]


def acts(judgments: Sequence[Judgment]) -> list[Act]:
    """Decisions with the names of the records they are about."""
    keys = [key for judgment in judgments for key in (judgment.left, judgment.right)]
    names, of_key = names_of(keys), holders(keys)
    listed = set(
        Listing.objects.filter(organization__in=[o.pk for o in of_key.values()]).values_list(
            "organization", flat=True
        )
    )
    return [_act(judgment, names, of_key, listed) for judgment in judgments]


def _act(
    judgment: Judgment,
    names: dict[RecordKey, str],
    of_key: dict[RecordKey, Organization],
    listed: set[int],
) -> Act:
    left, right = of_key.get(judgment.left), of_key.get(judgment.right)
    whole = left if left is not None and left == right else None
    same = judgment.verdict == Judgment.Verdict.SAME
    return Act(
        pk=judgment.pk,
        verdict=judgment.get_verdict_display(),
        code=judgment.verdict,
        names=(
            names.get(judgment.left, judgment.left_id),
            names.get(judgment.right, judgment.right_id),
        ),
        at=judgment.at,
        why=judgment.why,
        whole=whole,
        listed=whole is not None and whole.pk in listed,
        waits=same and left is not None and right is not None and whole is None,
    )


def _who(by: User | None, reader: User) -> str:
    """Oneself, a colleague by their role and number; the address for operators alone."""
    if by is None:
        return gettext("the operator")
    if by.pk == reader.pk:
        return gettext("you")
    if Role.objects.in_force().filter(user=reader, kind=Role.Kind.OPERATOR).exists():
        return by.email
    role = Role.objects.filter(user=by).order_by("pk").first()
    if role is None:
        return gettext("a colleague")
    country = words.word("country", role.country) if role.country else ""
    held = f"{role.get_kind_display()}, {country}" if country else role.get_kind_display()
    return gettext("%(role)s (number %(number)s)") % {"role": held, "number": by.pk}
