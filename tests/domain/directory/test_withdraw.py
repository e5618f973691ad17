"""The emergency switch."""

from __future__ import annotations

import pytest

from oriundo.base.audit.models import Entry
from oriundo.domain.directory import actions
from oriundo.domain.directory.actions import Extent
from oriundo.domain.directory.actions.withdraw import NotWithdrawn, UnknownCountry
from oriundo.domain.directory.models import Change, Listing, Organization
from tests.factories import CHAPIN, HOUSTON, JEREZ, NOON, imported, policies

pytestmark = pytest.mark.django_db
EVERYTHING = Extent()
MEXICO = Extent(country="MEX")


@pytest.fixture
def directory(tmp_path):
    policies(MEX="public", SLV="public", GTM="public")
    imported(tmp_path, JEREZ, HOUSTON, CHAPIN)
    actions.rebuild(at=NOON, actor="test")
    actions.publish(at=NOON, actor="test")


def listed():
    return sorted(Listing.objects.values_list("origin", flat=True))


def withdraw(extent):
    return actions.withdraw(extent=extent, at=NOON, actor="test")


def restore(extent):
    return actions.restore(extent=extent, at=NOON, actor="test")


def jerez():
    return Extent(organization=Organization.objects.get(name="Club Social Jerez"))


def test_one_organization_goes_and_comes_back(directory):
    assert (withdraw(jerez()), listed()) == (1, ["GTM", "SLV"])
    assert (restore(jerez()).listed, listed()) == (1, ["GTM", "MEX", "SLV"])


def test_a_country_goes_and_comes_back(directory):
    assert (withdraw(MEXICO), listed()) == (1, ["GTM", "SLV"])
    assert (restore(MEXICO).listed, listed()) == (3, ["GTM", "MEX", "SLV"])


def test_everything_goes_and_comes_back(directory):
    assert (withdraw(EVERYTHING), listed()) == (3, [])
    assert (restore(EVERYTHING).listed, listed()) == (3, ["GTM", "MEX", "SLV"])


@pytest.mark.parametrize("extent", [jerez, lambda: MEXICO, lambda: EVERYTHING])
def test_nothing_brings_it_back_meanwhile(directory, extent):
    withdraw(extent())
    gone = listed()
    actions.rebuild(at=NOON, actor="test")
    actions.publish(at=NOON, actor="test")
    for organization in Organization.objects.all():
        actions.publish_organization(organization, at=NOON)
    actions.set_policy(country="MEX", mode="public", effective_on=NOON, at=NOON, actor="test")
    assert listed() == gone


def test_a_merged_organization_stays_withdrawn(directory):
    withdraw(jerez())
    other = Organization.objects.get(origin="SLV")
    actions.merge(into=other, other=jerez().organization, by=None, why="", at=NOON)
    assert listed() == ["GTM"]


def test_what_narrows_it_otherwise_goes_on_holding(directory):
    withdraw(EVERYTHING)
    withdraw(MEXICO)
    restore(EVERYTHING)
    assert listed() == ["GTM", "SLV"]


def test_what_it_chose_and_its_policy_stay(directory):
    organization = jerez().organization
    actions.set_choice(organization=organization, choice="authority", by=None, at=NOON)
    withdraw(jerez())
    restore(jerez())
    assert (Organization.objects.get(pk=organization.pk).choice, listed()) == (
        "authority",
        ["GTM", "SLV"],
    )


def test_withdrawing_twice_is_withdrawing(directory):
    assert [withdraw(MEXICO), withdraw(MEXICO)] == [1, 0]
    restore(MEXICO)
    assert listed() == ["GTM", "MEX", "SLV"]


def test_each_is_in_the_log_with_what_went(directory):
    withdraw(MEXICO)
    restore(MEXICO)
    entries = Entry.objects.filter(verb__in=["directory.withdrawn", "directory.restored"])
    assert list(entries.order_by("pk").values_list("verb", "about", "details")) == [
        ("directory.withdrawn", "country:MEX", {"listings": 1}),
        ("directory.restored", "country:MEX", {}),
    ]


def test_each_listing_that_goes_is_a_change(directory):
    before = Change.objects.count()
    withdraw(EVERYTHING)
    changes = Change.objects.order_by("pk")[before:]
    assert [change.kind for change in changes] == ["withdrawn"] * 3


def test_what_was_not_withdrawn_cannot_be_taken_back(directory):
    with pytest.raises(NotWithdrawn, match="This is not withdrawn: country:MEX"):
        restore(MEXICO)


def test_a_country_that_nobody_comes_from_is_refused(directory):
    with pytest.raises(UnknownCountry, match="XYZ"):
        withdraw(Extent(country="XYZ"))
