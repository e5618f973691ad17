"""From records to portraits: the flow that the database and the command line share.

records → one cluster each (`matching`) → one portrait each (`golden`) → in or out (`inclusion`)
→ the model, for those in whose objective no rule could tell (`asking`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from oriundo.collect.matching.keyed import NOBODY, Register
from oriundo.collect.matching.match import DEFAULT, Matched, Settings, match
from oriundo.collect.matching.review import MatchedPair
from oriundo.collect.matching.rulings import Ruling
from oriundo.collect.matching.suppression import kept_out
from oriundo.collect.sources.drafts import Draft, RecordKey
from oriundo.domain.directory.asking import asked
from oriundo.domain.directory.decisions import decision
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
    settings: Settings = DEFAULT,
    progress: Progress | None = None,
) -> Assembly:
    """Match `drafts` and portray every cluster.

    `kinds`: the kind of each source, for trust. `register`: who asked not to be listed.
    `settings`: those of `match`.
    """
    decisions, others = _parted(drafts)
    matched = match(others, judgments=rulings, settings=settings, progress=progress)
    by_key = {draft.key: draft for draft in others}
    groups = [
        [_witness(draft, kinds or {}) for draft in _about(cluster, by_key, decisions)]
        for cluster in matched.clusters
    ]
    return Assembly(matched, tuple(portraits(groups, scope, register)))


def portraits(
    groups: Sequence[Sequence[Witness]], scope: Scope, register: Register
) -> list[Portrait]:
    """The portrait of each organization, in order; of one that asked not to be listed, a blank.

    A blank holds the records' keys and the reason, and nothing that they say.
    """
    out = kept_out([[witness.draft for witness in group] for group in groups], register)
    drawn = (portray(group, scope) for group in groups)
    return asked([_blank(p) if kept else p for p, kept in zip(drawn, out, strict=True)])


def _blank(portrait: Portrait) -> Portrait:
    return replace(portrait, exclusion=ASKED, name="", facts=(), latitude=None, longitude=None)


def _parted(drafts: Sequence[Draft]) -> tuple[dict[RecordKey, list[Draft]], list[Draft]]:
    """Decisions by the record that each is about, and all other records.

    A decision about a record that is gone stands with the others, so that no record is lost.
    """
    keys = {draft.key for draft in drafts}
    by_record: dict[RecordKey, list[Draft]] = {}
    others = []
    for draft in drafts:
        found = decision(draft)
        if found and found.about in keys and found.about != draft.key:
            by_record.setdefault(found.about, []).append(draft)
        else:
            others.append(draft)
    return by_record, others


def _about(
    cluster: Sequence[RecordKey],
    by_key: Mapping[RecordKey, Draft],
    decisions: Mapping[RecordKey, Sequence[Draft]],
) -> list[Draft]:
    """The records of a cluster, and the decisions about any of them."""
    return [draft for key in cluster for draft in (by_key[key], *decisions.get(key, ()))]


def _witness(draft: Draft, kinds: Mapping[str, str]) -> Witness:
    return Witness(draft, TRUST.get(kinds.get(draft.source, ""), 0))
