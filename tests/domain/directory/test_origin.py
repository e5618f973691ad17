from __future__ import annotations

import pytest

from oriundo.domain.directory.origin import of_countries


@pytest.mark.parametrize(
    ("countries", "code"),
    [
        ([], ""),
        (["MEX"], "MEX"),
        (["MEX", "MEX"], "MEX"),
        (["GTM", "SLV"], "REG-CAM"),
        (["REG-CAM"], "REG-CAM"),
        (["REG-CAM", "HND"], "REG-CAM"),
        (["MEX", "SLV"], "REG-LAM"),
        (["COL", "SLV"], "REG-LAM"),
        (["REG-LAM"], "REG-LAM"),
        (["ETH", "SOM"], ""),
        (["MEX", "SOM"], ""),
    ],
)
def test_origin_is_one_country_or_the_region_that_holds_all(countries, code):
    assert of_countries(countries).code == code


def test_the_list_of_countries_is_kept_beside_the_region():
    assert of_countries(["SLV", "GTM"]).countries == ("GTM", "SLV")
