from __future__ import annotations

import pytest

from oriundo.domain.directory.classification import classify


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Agrupa a catorce clubes de la misma región.", "coalition"),
        ("Brings together fourteen hometown clubs.", "coalition"),
        ("Our member organizations meet twice a year.", "coalition"),
        ("Club de oriundos.", "single"),
        ("A club of friends.", "single"),
        ("Es miembro de la federación de clubes de su estado.", ""),
        ("Belongs to the federation of clubs of its state.", ""),
        ("Juega los domingos.", ""),
    ],
)
def test_a_grouping_is_told_from_one_organization(text, code):
    found = classify("", text).structure
    assert (found.code if found else "") == code
