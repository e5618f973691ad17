from __future__ import annotations

from dataclasses import replace

from oriundo.collect.matching.blocking import block
from oriundo.collect.matching.table import table
from oriundo.collect.sources.columns import columns_of
from oriundo.collect.sources.drafts import Draft


def _pairs(*drafts: Draft) -> list[tuple[int, int]]:
    blocks = block(table(columns_of(drafts)))
    return list(zip(blocks.left.tolist(), blocks.right.tolist(), strict=True))


def test_records_at_one_street_are_compared_though_one_gives_no_postal_code() -> None:
    one = Draft(source="a", record_id="1", row=1, name="Unión Berlín", city="San José")
    one = replace(one, address="7314 Granary St", postal="95112")
    other = replace(one, source="b", name="Xochitl Club", postal="")
    assert _pairs(one, other) == [(0, 1)]
