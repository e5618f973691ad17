from __future__ import annotations

import pytest

from oriundo.base.places.geocoder import geocode, geocode_many
from oriundo.base.places.given import with_given, with_written
from oriundo.base.places.located import Address
from oriundo.base.places.sphere import distance_km


def answer(located):
    place = located.place.name if located.place else ""
    return located.precision, located.admin1, located.admin2, place


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        (
            Address("", "1745 T Street SE", "Washington", "DC", "20020", "US"),
            ("postal", "US-DC", "11001", "Washington"),
        ),
        (
            Address("", "44 Main St", "Hartford", "CT", "6103", "US"),
            ("postal", "US-CT", "09110", "Hartford"),
        ),
        (
            Address("", "", "Los Angeles", "California", "", "Estados Unidos"),
            ("locality", "US-CA", "06037", "Los Angeles"),
        ),
        (
            Address("", "", "LOS CABOS", "BAJA CALIFORNIA SUR", "23400", "MX"),
            ("admin2", "MX-BCS", "03008", "Los Cabos"),
        ),
        (
            Address("", "Vallarta 1", "CUAUHTEMOC", "DISTRITO FEDERAL", "6030", "MX"),
            ("locality", "MX-CMX", "09015", "Cuauhtémoc"),
        ),
        (
            Address("", "", "Toronto", "ON", "M5V 3L9", "Canada"),
            ("postal", "CA-ON", "", None),
        ),
        (Address("", "", "", "Zacatecas", "", "México"), ("admin1", "MX-ZAC", "", "Zacatecas")),
        (Address("", "", "", "", "", "Honduras"), ("country", "", "", "Honduras")),
        (Address(country="Narnia", city="Cair Paravel"), ("none", "", "", "")),
        (Address(), ("none", "", "", "")),
    ],
)
def test_columns_are_located_by_the_finest_part_that_holds(address, expected):
    found = answer(geocode(address))
    assert found[:3] == expected[:3]
    assert expected[3] in {None, found[3]}


def test_a_code_in_another_state_loses_to_town_and_state_together():
    located = geocode(Address(city="Buffalo", region="NY", postal="90014", country="US"))
    assert answer(located)[:2] == ("locality", "US-NY")
    assert located.reason == (
        "located by the town Buffalo; the postal code 90014 is in California, not in New York"
    )


def test_a_town_in_both_states_stands_by_its_state():
    located = geocode(Address(city="Kansas City", region="MO", postal="66101", country="US"))
    assert answer(located)[:2] == ("locality", "US-MO")


def test_an_address_line_in_another_state_than_its_column_is_not_believed():
    line = "Calle 1, Monterrey, Nuevo León"
    located = geocode(Address(address=line, region="Jalisco", country="MX"))
    assert answer(located)[:2] == ("admin1", "MX-JAL")


def test_an_address_line_says_what_its_columns_leave_open():
    line = "Calle 1, Zapopan, Jalisco"
    located = geocode(Address(address=line, region="Jalisco", country="MX"))
    assert answer(located)[:3] == ("locality", "MX-JAL", "14120")


def test_a_code_far_from_its_town_leaves_the_state():
    located = geocode(Address(city="San Diego", region="CA", postal="94110", country="US"))
    assert answer(located)[:2] == ("admin1", "US-CA")
    assert "94110" in located.reason


def test_a_code_that_agrees_with_its_town_beats_a_state_that_has_a_namesake():
    located = geocode(Address(city="Richmond", region="VT", postal="23223", country="US"))
    assert answer(located)[:3] == ("postal", "US-VA", "51087")
    assert "“Vermont” disagrees" in located.reason


def test_a_town_that_its_state_lacks_and_another_is_known_for_leaves_the_country():
    located = geocode(Address(city="Houston", region="Wyoming", country="US"))
    assert (located.precision, located.lat) == ("country", None)
    assert "“Houston” was not found in Wyoming" in located.reason


@pytest.mark.parametrize(
    ("city", "state", "county"),
    [
        ("Bolivar", "NY", "36003"),
        ("Jackson", "NJ", "34029"),
        ("Riverside", "NJ", "34005"),
        ("Shelby Township", "MI", "26099"),
        ("Shelby", "MI", "26127"),
    ],
)
def test_of_namesakes_in_a_state_the_one_that_the_post_serves_is_meant(city, state, county):
    located = geocode(Address(address="12 Elm St", city=city, region=state, country="US"))
    assert answer(located)[:3] == ("locality", f"US-{state}", county)


def test_a_name_that_only_the_post_knows_leaves_the_county_at_its_code():
    located = geocode(Address(city="North Beach", region="NJ", country="US"))
    assert answer(located)[:3] == ("admin2", "US-NJ", "34029")
    assert "the post writes “North Beach” for the postal code" in located.reason


def test_a_town_far_away_that_was_called_so_gives_way_to_what_the_post_knows():
    located = geocode(Address(city="Arlington", region="NJ", country="US"))
    assert answer(located)[:3] == ("admin2", "US-NJ", "34017")


@pytest.mark.parametrize(
    ("address", "county"),
    [
        (Address(address="12 Elm St", city="New York", region="NY", country="US"), "36061"),
        (Address(city="New York", region="NY", country="US"), ""),
        (Address("12 Elm St, New York, NY"), "36061"),
        (Address("New York, NY"), ""),
    ],
)
def test_beside_a_street_a_city_of_several_counties_is_in_that_of_its_codes(address, county):
    assert answer(geocode(address)) == ("locality", "US-NY", county, "New York City")


@pytest.mark.parametrize(
    ("city", "region", "country"), [("Trois-Rives", "QC", "CA"), ("Crawford", "Alabama", "US")]
)
def test_a_name_that_is_rightly_spelled_is_no_slip(city, region, country):
    located = geocode(Address(city=city, region=region, country=country))
    assert "was taken for" not in located.reason


def test_the_end_of_a_name_is_not_the_city_of_the_states_name():
    located = geocode("Villa Inventada, Cuna de la Independencia de Oaxaca, Oaxaca")
    assert answer(located)[:2] == ("admin1", "MX-OAX")


def test_a_town_that_is_not_the_largest_of_its_municipality_says_the_municipality():
    located = geocode(Address(city="Pueblo Nuevo", region="Durango", country="MX"))
    assert answer(located) == ("admin2", "MX-DUR", "10023", "Pueblo Nuevo")


def test_a_quarter_of_a_city_gives_way_to_a_town_of_its_name():
    located = geocode(Address(city="Saint-Henri", region="QC", country="CA"))
    assert located.lat == pytest.approx(46.69, abs=0.05)


def test_code_and_state_against_each_other_leave_the_country():
    located = geocode(Address(region="NY", postal="90014", country="US"))
    assert (located.precision, located.lat) == ("country", None)


def test_an_address_line_with_state_and_code_beats_its_columns():
    located = geocode(
        Address(
            address="1200 N State St #1008, Los Angeles, CA 90033",
            city="Los Angeles",
            region="Tijuana",
            country="México",
        )
    )
    assert answer(located)[:2] == ("postal", "US-CA")
    assert "the country “México” disagrees" in located.reason


def test_an_unknown_town_leaves_the_state_and_says_so():
    located = geocode(Address(city="Villa Inventada", region="Jalisco", country="MX"))
    assert located.precision == "admin1"
    assert "“Villa Inventada” was not found in Jalisco" in located.reason


def test_a_post_office_box_says_what_its_point_is():
    located = geocode("P.O. Box 2405, Waco, TX 76703")
    assert located.reasons[-1].in_english().startswith("a post-office box")


@pytest.mark.parametrize(
    "asked", ["PSC 3, Box 12, APO AE 09012", Address(city="FPO", region="AP", postal="96349")]
)
def test_a_military_post_office_lies_nowhere(asked):
    located = geocode(asked)
    assert (located.precision, located.country, located.lat) == ("country", "USA", None)
    assert located.reasons[-1].in_english() == "a military post office, which lies nowhere"


def test_a_misspelled_town_is_taken_with_a_reason():
    located = geocode(Address(city="Guadalajarra", region="Jalisco", country="MX"))
    assert located.reason == (
        "located by the town Guadalajara; “Guadalajarra” was taken for Guadalajara"
    )


def test_several_places_of_a_name_leave_what_holds_them_all():
    located = geocode(Address(city="Springfield", country="US"))
    assert located.precision == "country"
    assert {place.name for place in located.others} == {"Springfield"}


def test_a_former_municipality_without_a_point_answers_with_todays():
    located = geocode("Arcatao, Chalatenango, El Salvador")
    assert answer(located)[0::3] == ("admin2", "Chalatenango Sur")
    assert "Arcatao ended on 2024-04-30; it is part of Chalatenango Sur today" in located.reason


def test_an_old_county_answers_with_what_is_there_today():
    located = geocode("Tolland County, Connecticut")
    assert "ended on 2022-06-05" in located.reason


def test_a_municipality_in_one_without_a_point_names_the_area_whose_point_it_has():
    located = geocode("Ilobasco, Cabañas, El Salvador")
    assert answer(located) == ("admin1", "SV-CA", "SV.02.12916957", "Cabañas")
    assert located.reasons[-1].in_english().endswith("the point is that of Cabañas")


def test_many_addresses_are_answered_in_their_order():
    asked = ["Santa Ana", Address(city="Chicago", region="IL"), "Honduras"]
    found = geocode_many(asked, "El Salvador")
    assert [each.country for each in found] == ["SLV", "USA", "HND"]


def test_a_country_hint_decides_between_namesakes():
    assert geocode("Granada", "Nicaragua").country == "NIC"
    assert geocode("Santa Ana", "SLV").country == "SLV"


@pytest.mark.parametrize("zip_code", ["37013", "23901"])
def test_a_zip_code_lies_in_its_county(places, zip_code):
    place = places.by_code("us-zip", zip_code)
    county = places.by_code("us-fips", place.admin2)
    assert distance_km(place.lat, place.lon, county.lat, county.lon) < 120


def test_a_given_point_that_agrees_is_exact(places):
    located = geocode(Address(city="Chicago", region="IL", country="US"))
    found = with_given(places, located, 41.8578, -87.6612)
    assert (found.precision, found.lat, found.admin2) == ("address", 41.8578, "17031")


def test_a_given_point_without_its_minus_is_left_out_with_the_cause(places):
    located = geocode(Address(city="Chicago", region="IL", country="US"))
    found = with_given(places, located, 41.8578, 87.6612)
    assert (found.precision, found.lon) == ("locality", located.lon)
    assert "the longitude lacks its minus" in found.reason


def test_a_given_point_far_from_its_town_is_left_out(places):
    located = geocode(Address(city="Chicago", region="IL", country="US"))
    found = with_given(places, located, 34.05, -118.24)
    assert found.precision == "locality"
    assert "km from Chicago" in found.reason


def test_a_given_point_of_a_country_alone_is_kept(places):
    found = with_given(places, geocode("México"), 20.67, -103.35)
    assert (found.precision, found.admin1) == ("address", "MX-JAL")


@pytest.mark.parametrize("text", ["Chicago, IL 60608", "Jerez, Zacatecas", "Harris County, Texas"])
def test_the_point_is_that_of_the_place_declared(text):
    located = geocode(text)
    assert (located.lat, located.lon) == (located.place.lat, located.place.lon)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        # A box's number is no code, though one exists.
        (
            Address("", "PO BOX 30216", "Savannah", "GA", "", "US"),
            ("locality", "US-GA", "13051", "Savannah"),
        ),
        (Address("P.O. Box 19316, Arlington, TX"), ("locality", "US-TX", "48439", "Arlington")),
        # Columbus was once Franklin, Fall River Pocasset, Ecatepec is "de Morelos".
        (Address(city="Franklin", region="OH"), ("locality", "US-OH", "39165", "Franklin")),
        (Address(city="Pocasset", region="MA"), ("locality", "US-MA", "25001", "Pocasset")),
        (
            Address(city="Morelos", region="México", country="MX"),
            ("admin2", "MX-MEX", "15056", "Morelos"),
        ),
        # A municipality is meant, not a hamlet of its name in another one.
        (
            Address(city="Cardonal", region="Hidalgo", country="MX"),
            ("admin2", "MX-HID", "13015", "Cardonal"),
        ),
        # The street of a town that is not known says nothing.
        (
            Address("", "990 rang Saint-Joseph", "Les Bergeronnes", "QC", "", "CA"),
            ("admin1", "CA-QC", "", "Quebec"),
        ),
        (
            Address(city="Los Reyes Acaquilpan (La Paz)", region="México", country="MX"),
            ("admin2", "MX-MEX", "15070", "La Paz"),
        ),
        (
            Address(city="Gander", region="NF", country="CA"),
            ("locality", "CA-NL", "CA.05.1006009", "Gander"),
        ),
        (Address(city="Washington", region="DC"), ("locality", "US-DC", "11001", "Washington")),
    ],
)
def test_what_lists_of_strangers_taught(address, expected):
    assert answer(geocode(address)) == expected


def test_the_code_tells_the_municipality_of_a_city_of_several():
    address = Address("", "Col. Copilco", "Ciudad de México", "CDMX", "04360", "MX")
    assert answer(geocode(address)) == ("admin2", "MX-CMX", "09003", "Coyoacán")


def test_the_code_of_a_wide_area_says_less_than_the_town_beside_it():
    town = Address("", "", "Sainte-Geneviève-de-Batiscan", "QC", "G0X 2R0", "CA")
    assert geocode(town).precision == "locality"
    alone = geocode(Address("", "", "Nowhere-sur-Mer", "QC", "G0A 4J0", "CA"))
    assert (alone.precision, alone.admin1, alone.lat is not None) == ("admin1", "CA-QC", True)
    assert "the postal code G0A is rural and covers a wide area" in alone.reason


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("Gattineau", "Gatineau"),
        ("Saint-Adèle", "Sainte-Adèle"),
        ("Saint-Bruno-Montarville", "Saint-Bruno-de-Montarville"),
    ],
)
def test_a_slip_is_forgiven(said, meant):
    assert answer(geocode(Address(city=said, region="QC", country="CA")))[3] == meant


@pytest.mark.parametrize("said", ["Saint-Valérien", "Saint-Marc-sur-Richelieux", "Fort Hope"])
def test_another_saint_and_another_first_letter_are_other_towns(said):
    located = geocode(Address(city=said, region="QC", country="CA"))
    assert located.precision == "admin1"


@pytest.mark.parametrize(
    ("address", "why"),
    [
        (
            Address(city="Cook County", region="California", country="US"),
            "Cook County is in Georgia, Illinois, Minnesota, not in California",
        ),
        (
            Address("Los Angeles County, Texas, USA"),
            "Los Angeles County is in California, not in Texas",
        ),
        (
            Address(city="Jerez", region="Oaxaca", country="MX"),
            "Jerez is in Zacatecas, not in Oaxaca",
        ),
        (
            Address(city="Granada Hills", region="Wyoming", country="US"),
            "“Granada Hills” was not found in Wyoming",
        ),
    ],
)
def test_a_county_that_is_not_in_its_state_is_said_to_be_elsewhere(address, why):
    located = geocode(address)
    assert (located.precision, why in located.reason) == ("admin1", True), located.reason


def test_a_column_of_towns_may_hold_the_state_too():
    found = answer(geocode(Address(city="Springfield, IL")))
    assert found == ("locality", "US-IL", "17167", "Springfield")


@pytest.mark.parametrize("lat", ["34°3'8\"N", "abc", ""])
def test_a_given_point_that_is_no_number_is_left_out_and_said(places, lat):
    located = geocode("Los Angeles, CA")
    found = with_written(places, located, lat, "-118.24")
    assert (found.precision, "is not two numbers" in found.reason) == ("locality", True)


def test_a_given_point_with_decimal_commas_is_read(places):
    assert with_written(places, geocode("Los Angeles, CA"), "34,05", "-118,24").lat == 34.05
    assert with_written(places, geocode("Honduras"), " ", "").precision == "country"


def test_a_point_alone_is_checked_by_the_country_that_is_assumed(places):
    found = with_written(places, geocode(""), "34.05", "118.24", "USA")
    assert "the longitude lacks its minus" in found.reason
