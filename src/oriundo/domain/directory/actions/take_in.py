"""Taking a list in: whoever asked that nobody find its door is known again before anyone looks."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from oriundo.collect.matching.keyed import Key, Register, Value
from oriundo.collect.matching.suppression import contacts, kept_out, remembered
from oriundo.collect.sources.actions import Imported, import_release
from oriundo.collect.sources.drafts import Draft, RecordKey
from oriundo.collect.sources.models import Release, Source
from oriundo.collect.sources.queries import coarse_keys, draft_of, drafts_of
from oriundo.domain.directory.actions.discard import discard
from oriundo.domain.directory.models import Organization
from oriundo.domain.directory.queries.blurred import blurred, keys_of
from oriundo.domain.directory.queries.contacts import lent_by_others


def take_in(*, source: Source, path: Path, at: datetime, actor: str, **how: Any) -> Imported:
    """`sources.actions.import_release`, and of rows that are about a blurred organization no more
    than a cell or a town is kept: in the same transaction, so that nobody ever sees more.

    They are known as those are who asked not to be listed (`matching.suppression`). What only the
    matcher can tell is coarsened when the directory is next rebuilt, before it is painted.
    """
    return import_release(
        source=source, path=path, at=at, actor=actor, settle=_blur_what_came, **how
    )


def _blur_what_came(release: Release) -> None:
    organizations = blurred()
    if organizations:
        rows = release.records.select_related("release__source").order_by("row")
        discard(about_blurred([draft_of(row) for row in rows], organizations))


def about_blurred(
    drafts: Sequence[Draft], organizations: Sequence[Organization]
) -> list[RecordKey]:
    """The records that are about one of these organizations, less those that are coarse already."""
    values = {value for each in organizations for value in _known_by(each)}
    # Of this moment only: what it makes is compared here and kept nowhere.
    key = Key(secrets.token_hex())
    register = Register((key,), frozenset(map(key.digest, values)))
    coarse = coarse_keys()
    fine = [draft for draft in drafts if draft.key not in coarse]
    known = kept_out([[draft] for draft in fine], register)
    return [draft.key for draft, is_known in zip(fine, known, strict=True) if is_known]


def _known_by(organization: Organization) -> frozenset[Value]:
    group = [draft for draft, _, _ in drafts_of(keys_of(organization))]
    return remembered(group, lent=lent_by_others(organization, contacts(group)))
