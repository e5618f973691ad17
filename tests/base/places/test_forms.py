from __future__ import annotations

import pytest

from oriundo.base.places.forms import place_key


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Cd. Juárez", "ciudad juarez"),
        ("Sta. Ana", "santa ana"),
        ("Ft. Worth", "fort worth"),
        ("Gpe.", "guadalupe"),
        ("Washington D.C.", "washington dc"),
        ("CO", "co"),
        ("St", "st"),
        ("Miami-Dade Co.", "miami dade county"),
        ("", ""),
    ],
)
def test_abbreviations_are_written_out_where_they_have_one_meaning(text, key):
    assert place_key(text) == key
