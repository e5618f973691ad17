"""From records to portraits: the flow that the database and the command line share.

records → one cluster each (`matching`) → one portrait each (`golden`) → in or out (`inclusion`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from oriundo.collect.matching.keyed import NOBODY, Register
from oriundo.collect.matching.match import Matched, match
from oriundo.collect.matching.review import MatchedPair
from oriundo.collect.matching.rulings import Ruling
from oriundo.collect.matching.suppression import kept_out
from oriundo.collect.sources.drafts import Draft, RecordKey
from oriundo.domain.directory.golden import TRUST, Portrait, Witness, portray
from oriundo.domain.directory.inclusion import ASKED, Scope

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

    @property
    def asked(self) -> frozenset[RecordKey]:
        """The records of organizations that asked not to be listed: counted, and never shown."""
        return frozenset(key for p in self.portraits if p.exclusion == ASKED for key in p.keys)

    @property
    def review(self) -> tuple[MatchedPair, ...]:
        """The pairs that a person should look at."""
        asked = self.asked
        return tuple(p for p in self.matched.review if not asked & {p.left, p.right})


def assemble(
    drafts: Sequence[Draft],
    *,
    scope: Scope,
    kinds: Mapping[str, str] | None = None,
    rulings: Sequence[Ruling] = (),
    register: Register = NOBODY,
    progress: Progress | None = None,
) -> Assembly:
    """Match `drafts` and portray every cluster.

    `kinds`: the kind of each source, for trust. `register`: who asked not to be listed.
    """
    matched = match(drafts, judgments=rulings, progress=progress)
    by_key = {draft.key: draft for draft in drafts}
    groups = [[_witness(by_key[key], kinds or {}) for key in c] for c in matched.clusters]
    return Assembly(matched, tuple(portraits(groups, scope, register)))


def portraits(
    groups: Sequence[Sequence[Witness]], scope: Scope, register: Register
) -> list[Portrait]:
    """The portrait of each organization, in order; of one that asked not to be listed, a blank.

    A blank holds the records' keys and the reason, and nothing that they say.
    """
    out = kept_out([[witness.draft for witness in group] for group in groups], register)
    drawn = (portray(group, scope) for group in groups)
    return [_blank(p) if asked else p for p, asked in zip(drawn, out, strict=True)]


def _blank(portrait: Portrait) -> Portrait:
    return replace(portrait, exclusion=ASKED, name="", facts=(), latitude=None, longitude=None)


def _witness(draft: Draft, kinds: Mapping[str, str]) -> Witness:
    return Witness(draft, TRUST.get(kinds.get(draft.source, ""), 0))
