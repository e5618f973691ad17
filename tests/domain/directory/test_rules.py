"""Who may judge what: closed by default, the same for the queue and for a single pair."""

from __future__ import annotations

import pytest

from oriundo.collect.matching.models import Judgment, Pair
from oriundo.collect.sources.models import Record
from oriundo.domain.directory import rules
from oriundo.domain.directory.models import Organization
from tests.domain.directory.desk import a_directory, a_pair, of
from tests.factories import NOON, a_user

pytestmark = pytest.mark.django_db

# 1 Jerez, Los Angeles; 5 El Cargadero, Los Angeles; 6 Jerez, Reno: of Mexico. 2 of El Salvador,
# 3 of Guatemala; 7 says neither where it is from nor where it is, and is in no organization.
PAIRS = ("1-5", "1-6", "1-2", "2-3", "1-7", "3-7")


@pytest.fixture
def records(tmp_path):
    return a_directory(tmp_path, "1", "2", "3", "5", "6", "7")


@pytest.fixture
def pairs(records):
    ends = {name: name.split("-") for name in PAIRS}
    return {name: a_pair(records[a], records[b]) for name, (a, b) in ends.items()}


def judging(user, pairs):
    """The names of the pairs that a user may judge, the queue and the single answer agreeing."""
    in_queue = set(rules.within(user, Pair.objects.all()))
    listed = [name for name, pair in pairs.items() if pair in in_queue]
    one_by_one = [
        name for name, p in pairs.items() if rules.may_judge(user, [p.left_id, p.right_id])[0]
    ]
    assert listed == one_by_one
    return listed


def officer(country, district):
    user = a_user("consular", country, name=f"{country}{district}")
    user.roles.update(district=district)
    return user


def test_an_operator_judges_everything(pairs):
    assert judging(a_user("operator"), pairs) == list(PAIRS)


def test_an_authority_judges_pairs_of_its_country_and_of_none_other(pairs):
    assert judging(a_user("authority", "MEX", name="mex"), pairs) == ["1-5", "1-6", "1-7"]
    assert judging(a_user("authority", "GTM", name="gtm"), pairs) == ["3-7"]
    assert judging(a_user("authority", "HND", name="hnd"), pairs) == []


def test_a_consular_officer_judges_those_of_the_district(pairs):
    assert judging(officer("MEX", "US-CA"), pairs) == ["1-5", "1-7"]
    assert judging(officer("MEX", "US-CA,US-NV"), pairs) == ["1-5", "1-6", "1-7"]
    assert judging(officer("MEX", "US-NY"), pairs) == []
    assert judging(officer("SLV", "US-CA"), pairs) == []


def test_a_consular_officer_judges_nothing_of_which_nobody_knows_where_it_is(records, pairs):
    Organization.objects.filter(links__record_id__in=["1", "5"]).update(residence_region="")
    assert judging(officer("MEX", "US-CA"), pairs) == []
    assert judging(officer("MEX", "US-NV"), pairs) == ["1-6"]


def test_without_a_role_or_with_an_ended_one_nothing_is_judged(pairs):
    ended = a_user("operator", name="ended")
    ended.roles.update(ended_at=NOON)
    gone = a_user("operator", name="gone")
    gone.is_active = False
    gone.save()
    assert [judging(user, pairs) for user in (a_user(), ended, gone, None)] == [[]] * 4


def test_a_consular_officer_without_a_district_judges_nothing(pairs):
    assert judging(officer("MEX", ""), pairs) == []


def test_an_organization_of_two_countries_is_judged_by_both(records, pairs):
    Organization.objects.filter(pk=of(records["1"]).pk).update(origin_countries=["MEX", "SLV"])
    assert judging(a_user("authority", "SLV", name="slv"), pairs) == ["1-2", "1-7"]
    assert judging(a_user("authority", "MEX", name="mex"), pairs) == ["1-5", "1-6", "1-7"]


def test_a_silent_record_of_another_authority_s_list_is_not_shown(tmp_path):
    records = a_directory(tmp_path, "1", "7", visibility="authority")
    pairs = {"1-7": a_pair(records["1"], records["7"])}
    assert judging(a_user("authority", "MEX", name="mex"), pairs) == []
    records["1"].release.source.country = "MEX"
    records["1"].release.source.save()
    assert judging(a_user("authority", "MEX", name="mex2"), pairs) == ["1-7"]


def test_two_silent_records_are_nobody_s_but_the_operator_s(records, pairs):
    Organization.objects.update(origin="", origin_countries=[])
    Record.objects.filter(record_id="1").update(fields={"name": "Club"})
    assert judging(a_user("authority", "MEX", name="mex"), pairs) == []
    assert judging(a_user("operator"), pairs) == list(PAIRS)


def test_every_answer_has_its_reason(records, pairs):
    mex, pair = a_user("authority", "MEX", name="mex"), pairs["2-3"]
    assert rules.may_judge(mex, [pair.left_id, pair.right_id]) == (
        False,
        "These records are of another country or district.",
    )
    assert rules.may_use_desk(a_user()) == (False, "Your account has no role at the desk.")
    assert rules.may_use_desk(None) == (False, "Sign in first.")


def test_contacts_are_for_the_authority_at_home_and_operators(records):
    jerez = of(records["1"])
    asked = [
        a_user("operator"),
        a_user("authority", "MEX", name="mex"),
        a_user("authority", "SLV", name="slv"),
        officer("MEX", "US-CA"),
    ]
    assert [rules.may_see_contacts(user, jerez)[0] for user in asked] == [True, True, False, False]
    assert [rules.may_see_contacts(user, None)[0] for user in asked] == [True, False, False, False]


def test_a_word_is_taken_back_by_who_said_it_and_by_operators(records):
    ana, beto = a_user("authority", "MEX", name="ana"), a_user("authority", "MEX", name="beto")
    word = Judgment(by=ana)
    answers = [rules.may_take_back(user, word)[0] for user in (ana, beto, a_user("operator"), None)]
    assert answers == [True, False, True, False]
