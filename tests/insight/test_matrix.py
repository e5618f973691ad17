from __future__ import annotations

import pytest

from oriundo.insight.observatory.matrix import tabulate
from oriundo.insight.observatory.share import Share

PAIRS = [("MEX", "USA"), ("MEX", "USA"), ("MEX", ""), ("SLV", "CAN")]


def test_cells_count_pairs_of_origin_and_destination():
    assert tabulate(PAIRS).cells == {
        "MEX": {"USA": 2, "CAN": 0, "": 1},
        "SLV": {"USA": 0, "CAN": 1, "": 0},
    }


def test_the_unknown_column_stands_last_even_when_empty():
    assert tabulate([("MEX", "USA")]).destinations == ("USA", "")


def test_totals_of_rows_and_of_columns_add_to_the_total():
    matrix = tabulate(PAIRS)
    assert (
        matrix.total == sum(matrix.row_totals.values()) == sum(matrix.column_totals.values()) == 4
    )


def test_a_share_keeps_its_base():
    share = Share(26, 1014, "organizations identified")
    assert (share.percent, share.base) == (
        pytest.approx(2.5641, abs=1e-4),
        "organizations identified",
    )


def test_a_share_of_nothing_has_no_percent():
    assert Share(0, 0, "organizations identified").percent is None


def test_more_than_the_base_is_no_share():
    with pytest.raises(ValueError, match="16 of 15 is no share"):
        Share(16, 15, "answers")
