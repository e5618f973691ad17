"""The generator of lists of service sites."""

from __future__ import annotations

from collections import Counter

from bench.identification.generated.site_lists import COLUMNS, records

ROWS = [dict(zip(COLUMNS, row, strict=True)) for row in records(300, seed=1)]


def test_nine_sources() -> None:
    assert len({row["source"] for row in ROWS}) == 9


def test_a_site_has_up_to_fifteen_records() -> None:
    sizes = Counter(row["cluster"] for row in records_of(900))
    assert (min(sizes.values()), max(sizes.values())) == (1, 15)


def test_one_seed_gives_one_answer() -> None:
    assert list(records(20, seed=4)) == list(records(20, seed=4))
    assert list(records(20, seed=4)) != list(records(20, seed=5))


def test_some_sites_share_a_telephone() -> None:
    holders: dict[object, set[object]] = {}
    for row in ROWS:
        digits = "".join(filter(str.isdigit, str(row["phone"])))
        holders.setdefault(digits, set()).add(row["cluster"])
    del holders[""]
    assert max(map(len, holders.values())) > 2


def records_of(sites: int) -> list[dict[str, int | str]]:
    return [dict(zip(COLUMNS, row, strict=True)) for row in records(sites, seed=1)]
