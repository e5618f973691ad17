from __future__ import annotations

from oriundo.insight.atlas.keeping import Kept


def test_a_value_is_made_once_while_it_is_kept() -> None:
    kept: Kept[list[int]] = Kept(100, len)
    assert kept.get("a", lambda: [1]) is kept.get("a", lambda: [2])


def test_what_was_asked_for_longest_ago_goes_first() -> None:
    kept: Kept[list[int]] = Kept(2, len)
    for key in ("a", "b", "a", "c"):
        kept.get(key, lambda key=key: [key])
    assert [kept.get(key, lambda: ["new"])[0] for key in ("a", "c", "b")] == ["a", "c", "new"]


def test_what_is_too_heavy_is_not_kept() -> None:
    kept: Kept[list[int]] = Kept(2, len)
    kept.get("a", lambda: [1, 2, 3])
    assert kept.get("a", lambda: [4]) == [4]
