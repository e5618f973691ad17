"""The funnel of one identification: counters that are never mixed, and that add up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from oriundo.base.core.language import gettext_noop
from oriundo.collect.sources.reading import Reading
from oriundo.domain.directory.assembly import Assembly

LISTS = gettext_noop("lists")
ROWS_READ = gettext_noop("rows read")
ROWS_REFUSED = gettext_noop("rows refused")
RECORDS = gettext_noop("records")
DISTINCT = gettext_noop("distinct organizations in the lists")
EXCLUDED = gettext_noop("records excluded")
OF_IDENTIFIED = gettext_noop("records of identified organizations")
IDENTIFIED = gettext_noop("organizations identified")
LOCATED = gettext_noop("organizations located")
MAPPED = gettext_noop("organizations mapped")
REVIEW = gettext_noop("pairs to review")


def stages(readings: Sequence[Reading], assembly: Assembly) -> list[tuple[str, int]]:
    """(counter, number) from rows read to organizations on a map.

    rows read = rows refused + records; records = records excluded + records of organizations.
    """
    included = assembly.included
    excluded = Counter[str]()
    for portrait in assembly.excluded:
        excluded[portrait.exclusion] += len(portrait.keys)
    return [
        (LISTS, len(readings)),
        (ROWS_READ, sum(reading.rows_read for reading in readings)),
        (ROWS_REFUSED, sum(t.refused for reading in readings for t in reading.troubles)),
        (RECORDS, sum(len(p.keys) for p in assembly.portraits)),
        (DISTINCT, len(assembly.portraits)),
        (EXCLUDED, sum(excluded.values())),
        *((f"{EXCLUDED}: {reason}", excluded[reason]) for reason in sorted(excluded)),
        (OF_IDENTIFIED, sum(len(p.keys) for p in included)),
        (IDENTIFIED, len(included)),
        (LOCATED, sum(p.precision not in ("none", "country") for p in included)),
        (MAPPED, sum(p.latitude is not None for p in included)),
        (REVIEW, len(assembly.review)),
    ]
