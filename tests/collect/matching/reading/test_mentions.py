from __future__ import annotations

import pytest

from oriundo.collect.matching.reading.mentions import mentions
from oriundo.collect.matching.reading.scanning import scan


@pytest.mark.parametrize(
    ("name", "origins", "residences"),
    [
        ("Salvadoreños en Houston", ["salvadorenos"], ["houston"]),
        ("Nicaragüenses en Costa Rica", ["nicaraguenses"], ["costa rica"]),
        ("Association des Maliens du Québec", ["maliens"], ["quebec"]),
        ("Club New Mexico", [], []),
    ],
)
def test_origins_and_residences_are_told_apart(
    name: str, origins: list[str], residences: list[str]
) -> None:
    named = mentions(scan(name), "")
    assert [mention.form for mention in named.origins] == origins
    assert [found.form for found in named.residences] == residences


def test_the_city_of_the_record_is_a_residence() -> None:
    named = mentions(scan("Chapin Garden Club"), "chapin")
    assert (named.origins, [found.form for found in named.residences]) == ((), ["chapin"])


@pytest.mark.parametrize(
    ("name", "sending", "staying"),
    [
        ("Wells for Honduras", True, False),
        ("Escuelas para los niños de Honduras", False, False),
        ("Escuelas para Honduras", True, False),
        ("Hogar en Guatemala", False, True),
        ("Puits pour le Mali", True, False),
    ],
)
def test_words_before_a_country_tell_what_is_done_there(
    name: str, sending: bool, staying: bool
) -> None:
    [mention] = mentions(scan(name), "").origins
    assert (mention.sending, mention.staying) == (sending, staying)
