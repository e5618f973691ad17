"""A person's word on what kind an organization is: kept with its reason, above every rule."""

from __future__ import annotations

from datetime import timedelta

import pytest

from oriundo.collect.sources.models import Record
from oriundo.domain.directory import actions
from oriundo.domain.directory.actions import UnusableDecision
from oriundo.domain.directory.actions.repaint import NotAllowed
from oriundo.domain.directory.models import Fact, Listing, Organization
from tests.factories import JEREZ, NOON, a_user, imported, policies

pytestmark = pytest.mark.django_db

WHY = "Its statutes name the league first."
OTHER = "5,Comité Pro Obras El Cargadero,Los Angeles,CA,US,+1 213 555 0150,,Mexico,,60"


@pytest.fixture
def club(tmp_path) -> Organization:
    policies(MEX="public")
    imported(tmp_path, JEREZ, OTHER)
    rebuild()
    return Organization.objects.get(name="Club Social Jerez")


def rebuild():
    actions.rebuild(at=NOON, actor="test")
    actions.publish(at=NOON, actor="test")


def decide(club, value="athletic", *, axis="objective", why=WHY, by=None, at=NOON):
    return actions.classify(organization=club, axis=axis, value=value, why=why, by=by, at=at)


def test_the_decision_is_shown_with_its_reason(club):
    decide(club)
    listing = Listing.objects.get(organization=club)
    (fact,) = [f for f in listing.facts if f["field"] == "objective" and f["chosen"]]
    assert (listing.objective, fact["sources"][0]["reason_values"]["why"]) == ("athletic", WHY)


def test_the_record_keeps_who_when_and_why(club):
    by = a_user("authority", "MEX")
    decide(club, by=by)
    raw = Record.objects.get(release__source__slug="desk").raw
    assert (raw["by"], raw["at"], raw["why"]) == (f"user:{by.pk}", NOON.isoformat(), WHY)


def test_a_decision_outlives_a_rebuild(club):
    decide(club)
    rebuild()
    club.refresh_from_db()
    assert (club.objective, club.links.count()) == ("athletic", 2)


def test_a_later_decision_comes_before_an_earlier_one_and_both_are_kept(club):
    decide(club)
    decide(club, "service", at=NOON + timedelta(days=1))
    club.refresh_from_db()
    assert club.objective == "service"
    facts = Fact.objects.filter(
        organization=club, field="objective", record__release__source__slug="desk"
    )
    assert sorted(facts.values_list("value", "chosen")) == [("athletic", False), ("service", True)]


def test_a_decision_follows_its_organization_through_a_merge(club):
    decide(club)
    other = Organization.objects.get(name="Comité Pro Obras El Cargadero")
    actions.merge(into=other, other=club, by=None, why="one club", at=NOON)
    rebuild()
    other.refresh_from_db()
    assert other.objective == "athletic"


def test_a_decision_does_not_make_an_invented_organization_real(club):
    decide(club)
    assert Listing.objects.get(organization=club).invented is True


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"value": "sportive"}, "“sportive” is no value of “objective”."),
        ({"axis": "color"}, "“athletic” is no value of “color”."),
        ({"why": " "}, "The decision has no reason."),
        ({"why": "Luz said so, 213 555 0101"}, "The reason holds something about a person"),
    ],
)
def test_a_decision_that_cannot_stand_is_refused(club, facts, said):
    with pytest.raises(UnusableDecision) as refused:
        decide(club, **facts)
    assert str(refused.value).startswith(said)
    assert Record.objects.filter(release__source__slug="desk").count() == 0


def test_an_outsider_may_not_decide(club):
    with pytest.raises(NotAllowed):
        decide(club, by=a_user())
