"""From records to portraits: the flow that the database and the command line share.

records → one cluster each (`matching`) → one portrait each (`golden`) → in or out (`inclusion`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from oriundo.collect.matching.match import Matched, match
from oriundo.collect.matching.rulings import Ruling
from oriundo.collect.sources.drafts import Draft
from oriundo.domain.directory.golden import TRUST, Portrait, Witness, portray
from oriundo.domain.directory.inclusion import Scope

Progress = Callable[[str, float], None]


@dataclass(frozen=True, slots=True)
class Assembly:
    """What the records add up to. Every record is in exactly one portrait."""

    matched: Matched
    portraits: tuple[Portrait, ...]

    @property
    def included(self) -> tuple[Portrait, ...]:
        return tuple(p for p in self.portraits if not p.exclusion)

    @property
    def excluded(self) -> tuple[Portrait, ...]:
        return tuple(p for p in self.portraits if p.exclusion)


def assemble(
    drafts: Sequence[Draft],
    *,
    scope: Scope,
    kinds: Mapping[str, str] | None = None,
    rulings: Sequence[Ruling] = (),
    progress: Progress | None = None,
) -> Assembly:
    """Match `drafts` and portray every cluster. `kinds`: the kind of each source, for trust."""
    matched = match(drafts, judgments=rulings, progress=progress)
    by_key = {draft.key: draft for draft in drafts}
    portraits = [
        portray([_witness(by_key[key], kinds or {}) for key in cluster], scope)
        for cluster in matched.clusters
    ]
    return Assembly(matched, tuple(portraits))


def _witness(draft: Draft, kinds: Mapping[str, str]) -> Witness:
    return Witness(draft, TRUST.get(kinds.get(draft.source, ""), 0))
