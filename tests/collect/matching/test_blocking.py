from __future__ import annotations

from dataclasses import replace

from oriundo.collect.matching.blocking import block
from oriundo.collect.matching.profiles import Rarity, profile
from oriundo.collect.sources.drafts import Draft


def test_records_at_one_street_are_compared_though_one_gives_no_postal_code() -> None:
    one = Draft(source="a", record_id="1", row=1, name="Unión Berlín", city="San José")
    one = replace(one, address="7314 Granary St", postal="95112")
    other = replace(one, source="b", name="Xochitl Club", postal="")
    profiles = [profile(one), profile(other)]
    assert block(profiles, Rarity(profiles)).pairs == ((0, 1),)
