from __future__ import annotations

import pytest

from bench.places.cases import Answer, Case, Truth
from bench.places.clean import SETS, guatemalan_municipalities
from bench.places.report import by_source, share, too_fine
from oriundo.base.places.located import Address

HERE = (34.05, -118.24)
CASE = Case("list", "USA", Address(city="Los Angeles"), *HERE, "US-CA", "06037")


@pytest.mark.parametrize(
    ("answer", "is_too_fine"),
    [
        (Answer(*HERE, "US-CA", "06037", "postal", "USA"), False),
        (Answer(34.9, -118.24, "US-CA", "06037", "postal", "USA"), True),
        (Answer(34.9, -118.24, "US-CA", "06037", "admin2", "USA"), False),
        (Answer(*HERE, "US-CA", "06059", "admin2", "USA"), True),
        (Answer(*HERE, "US-NV", "", "admin1", "USA"), True),
        (Answer(None, None, "", "", "country", "MEX"), True),
        (Answer(None, None, "", "", "country", "USA"), False),
        (Answer(None, None, precision="none"), False),
    ],
)
def test_an_answer_is_too_fine_when_its_place_does_not_hold_the_truth(answer, is_too_fine):
    assert too_fine(CASE, answer) is is_too_fine


def test_without_a_true_point_the_county_decides():
    case = Case("list", "USA", Address(), state="US-NY", county="36061")
    assert too_fine(case, Answer(*HERE, "US-NY", "36047", "postal", "USA"))
    assert not too_fine(case, Answer(*HERE, "US-NY", "36061", "postal", "USA"))


def test_shares_and_groups():
    assert (share([True, False, False]), share([])) == ("33.3", "-")
    assert by_source([CASE, CASE]) == {"list USA": [0, 1]}


def test_a_set_reads_its_list_and_one_without_its_data_says_so(tmp_path):
    with pytest.raises(OSError, match="gt-municipios"):
        list(guatemalan_municipalities(tmp_path, Truth(None)))
    (tmp_path / "official").mkdir()
    (tmp_path / "official" / "gt-municipios.csv").write_text(
        "id,Municipio,id_depto,Departamento\n0,Lago de Izabal,1800,Izabal\n301,Antigua,300,Sacatepéquez\n"
    )
    (case,) = SETS["Guatemalan municipalities"](tmp_path, Truth(None))
    assert (case.county, case.state, case.address.city) == ("0301", "GT-03", "Antigua")
