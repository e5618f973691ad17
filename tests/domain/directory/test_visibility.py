from __future__ import annotations

import pytest

from oriundo.domain.directory.visibility import Audience, of_organization, of_value

HIDDEN, AUTHORITY, PUBLIC = Audience.HIDDEN, Audience.AUTHORITY, Audience.PUBLIC


@pytest.mark.parametrize(
    ("modes", "choice", "expected"),
    [
        (["public"], None, PUBLIC),
        (["public"], PUBLIC, PUBLIC),
        (["public"], HIDDEN, HIDDEN),
        (["opt_in"], None, AUTHORITY),
        (["opt_in"], PUBLIC, PUBLIC),
        (["authority_only"], PUBLIC, AUTHORITY),
        (["closed"], PUBLIC, HIDDEN),
        (["public", "authority_only"], PUBLIC, AUTHORITY),
        (["public", "closed"], None, HIDDEN),
        (["a mode nobody knows"], PUBLIC, HIDDEN),
        ([], PUBLIC, HIDDEN),
    ],
)
def test_an_organization_is_seen_as_its_strictest_country_and_its_choice_allow(
    modes, choice, expected
):
    assert of_organization(modes, choice=choice) is expected


def value(field="city", text="Jerez", **changes):
    limits = {
        "organization": PUBLIC,
        "source": PUBLIC,
        "published_to": None,
        "about_person": False,
        "consent": None,
    }
    return of_value(field, text, **(limits | changes))


def test_a_value_that_nothing_limits_is_public():
    assert value() is PUBLIC


def test_a_contact_is_hidden_until_someone_publishes_it():
    assert value("phone", "+12135550100") is HIDDEN


def test_a_published_contact_is_seen_by_whom_it_was_published_to():
    assert value("phone", "+12135550100", published_to=AUTHORITY) is AUTHORITY


def test_a_source_for_the_authority_limits_what_it_says():
    assert value(source=AUTHORITY) is AUTHORITY


def test_a_value_about_a_person_is_hidden_without_their_consent():
    assert value("phone", "+12135550100", published_to=PUBLIC, about_person=True) is HIDDEN


def test_a_value_about_a_person_is_seen_by_whom_they_consented_to():
    shown = value(
        "phone", "+12135550100", published_to=PUBLIC, about_person=True, consent=AUTHORITY
    )
    assert shown is AUTHORITY


def test_a_description_that_holds_a_telephone_number_is_withheld():
    assert value("description", "Call us at (213) 555-0100 for help.") is HIDDEN
