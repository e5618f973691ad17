from __future__ import annotations

import pytest

from oriundo.domain.directory.models import Listing
from oriundo.insight.observatory.actions import keep_evaluation
from oriundo.interfaces.demonstration.bodies import TrueOrganization
from oriundo.interfaces.demonstration.evaluation import evaluate
from oriundo.interfaces.web.public.comparison import Pair
from oriundo.interfaces.web.public.faults import faults
from oriundo.interfaces.web.templatetags.site import difference
from tests.interfaces.web import cast

pytestmark = pytest.mark.django_db


def body(number, origin, destination):
    """A true organization of which only what the comparison looks at is given."""
    one = object.__new__(TrueOrganization)
    facts = {"id": number, "name": f"Club {number}", "origin": origin, "destination": destination}
    for name, value in facts.items():
        object.__setattr__(one, name, value)
    return one


@pytest.fixture
def page(client):
    """Of three true organizations one is found, one is split, one is merged into the first."""
    first = cast.organization("Club one")
    second = cast.organization("Club dos", origin="GTM", country="CAN", region="")
    cast.listings()
    merged, half = first.public_id, second.public_id
    truth = [body("one", "MEX", "USA"), body("two", "GTM", "CAN"), body("three", "MEX", "USA")]
    answers = {("a", "1"): "one", ("b", "1"): "one", ("a", "2"): "two", ("directorio", "2"): "two"}
    answers |= {("a", "3"): "three"}
    clusters = {
        merged: [("a", "1"), ("b", "1"), ("a", "3")],
        half: [("a", "2")],
        "hidden": [("directorio", "2")],
    }
    attributes = {
        merged: {"origin": "MEX", "country": "USA"},
        half: {"origin": "GTM", "country": "CAN"},
        "hidden": {"origin": "GTM", "country": ""},
    }
    figures = evaluate(truth, answers, clusters, attributes).as_json()
    keep_evaluation(name="demonstration", figures=figures, at=cast.NOW)
    return client.get("/en/method/")


def test_it_says_how_much_was_found_again_and_how_well(page):
    assert cast.seen(page, "dl", "scores") == [
        "Found again 2 / 3 Found exactly 0 / 3 Precision of pairs 33.3% Recall of pairs 50.0%"
    ]


def test_each_kind_of_error_has_examples_with_names_lists_and_what_happened(page):
    assert cast.seen(page, "ol", "examples") == [
        "Club three Its rows stand under another organization: Club one Directorio Rows: a (3)",
        "Club two Its rows stand in: Club dos Directorio and 1 that is not public"
        " Rows: a (2); Directorio (2)",
        "Club one + Club three All of them stand in one: Club one Directorio Rows: a (1, 3); b (1)",
    ]


def test_an_example_leads_to_the_organizations_that_are_public(page):
    listed = Listing.objects.order_by("name").values_list("public_id", flat=True)
    links = cast.attributes(page, "a", "href")
    assert [links.count(f"/en/org/{public_id}/") for public_id in listed] == [1, 2]


def test_a_case_of_which_nothing_is_public_is_counted_and_not_shown():
    case = {"names": ["Club secreto"], "organizations": ["hidden"], "records": ["a/1"]}
    nothing = {"missed": [], "merged": [], "intruders": []}
    split = faults({**nothing, "split": [case]}, {})[1]
    assert (split.count, split.examples) == (1, ())


def test_totals_that_are_far_off_are_told_in_words(page):
    assert cast.seen(page, "p", "far") == [
        "These totals are more than 2% off: Mexico (-50.0%); Guatemala (+100.0%);"
        " United States (-50.0%); Unknown (1, where the truth has none)."
    ]
    origins, residences = cast.seen(page, "table", "sums")
    assert origins.startswith(
        "OriginResultTruthDifference Mexico12-50.0% over 2% Guatemala21+100.0% over 2% Belize00–"
    )
    assert residences.endswith("Unknown10– over 2% Total330%")


def test_cells_that_differ_are_marked_with_the_truth(page):
    assert cast.seen(page, "td", "differs")[-6:] == [
        *("1 truth: 2", "1 truth: 2"),
        *("1 truth: 0", "2 truth: 1"),
        *("1 truth: 2", "1 truth: 0"),
    ]


@pytest.mark.parametrize(
    ("found", "true", "far"), [(102, 100, False), (103, 100, True), (0, 0, False), (1, 0, True)]
)
def test_more_than_two_percent_is_far(found, true, far):
    assert Pair(found, true).is_far is far


def test_without_a_measurement_the_section_is_not_there(client):
    assert "Truth beside result" not in cast.seen(client.get("/en/method/"), "h2")


@pytest.mark.parametrize(
    ("share", "said"), [(None, "–"), (0.0, "0%"), (0.004, "+0.4%"), (-0.5, "-50.0%")]
)
def test_a_difference_carries_its_sign(share, said):
    assert difference(share) == said
