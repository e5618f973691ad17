"""What is said that a decision would change is what it then changes."""

from __future__ import annotations

import pytest

from oriundo.base.core.language import gettext_noop
from oriundo.domain.directory import actions, effects
from oriundo.domain.directory.models import Fact, Listing, Organization
from oriundo.domain.directory.queries.counters import counters
from oriundo.domain.directory.queries.prospects import as_one, as_two
from oriundo.domain.directory.queries.succession import held_by
from tests.domain.directory.desk import a_directory, key, of
from tests.factories import NOON

pytestmark = pytest.mark.django_db


@pytest.fixture
def records(tmp_path):
    return a_directory(tmp_path, "1", "2", "3", "5", "6", "7")


def party(record):
    organization = of(record)
    return organization, held_by(organization)


def golden(organization):
    """Field → chosen values, as they are stored."""
    found: dict[str, tuple[str, ...]] = {}
    for fact in Fact.objects.filter(organization=organization, chosen=True).order_by("pk"):
        found[fact.field] = (*found.get(fact.field, ()), fact.value)
    return found


@pytest.mark.parametrize("other", ["2", "3", "5", "6"])
def test_what_would_be_one_is_what_a_merge_makes(records, other):
    """Also across countries, where it may disappear from the public list."""
    before = Listing.objects.count(), counters().mapped
    prospect = as_one([party(records["1"]), party(records[other])], at=NOON)
    kept = Organization.objects.get(public_id=prospect.after[0].public_id)
    gone = next(o for o in (of(records["1"]), of(records[other])) if o != kept)
    whole = actions.merge(into=kept, other=gone, by=None, why="", at=NOON)
    after = prospect.after[0]
    assert after.golden == golden(whole)
    assert (after.name, after.exclusion, after.records) == (whole.name, whole.exclusion, 2)
    assert after.listed == Listing.objects.filter(organization=whole).exists()
    assert prospect.listed[1] - prospect.listed[0] == Listing.objects.count() - before[0]
    assert prospect.mapped[1] - prospect.mapped[0] == counters().mapped - before[1]
    assert prospect.leads == {gone.public_id: kept.public_id}


def test_what_would_be_two_is_what_a_split_makes(records):
    whole = actions.merge(into=of(records["1"]), other=of(records["5"]), by=None, why="", at=NOON)
    prospect = as_two(whole, [key(records["5"])], at=NOON)
    new = actions.split(organization=whole, records=[key(records["5"])], by=None, why="", at=NOON)
    assert [o.golden for o in prospect.after] == [golden(whole), golden(new)]
    assert (prospect.listed, prospect.after[0].public_id) == ((1, 2), whole.public_id)


def test_what_an_organization_chose_counts_before_it_is_merged(records):
    actions.set_choice(organization=of(records["5"]), choice="hidden", by=None, at=NOON)
    prospect = as_one([party(records["1"]), party(records["5"])], at=NOON)
    assert (prospect.before[0].listed, prospect.after[0].listed) == (True, False)


def test_a_record_of_no_organization_joins_without_a_number(records):
    prospect = as_one([party(records["1"]), (None, [key(records["7"])])], at=NOON)
    assert (prospect.after[0].records, prospect.leads) == (2, {})
    assert prospect.after[0].public_id == of(records["1"]).public_id


def test_only_the_values_that_would_change_are_named(records):
    prospect = as_one([party(records["1"]), party(records["6"])], at=NOON)
    kept = prospect.before[0].golden
    assert prospect.changes == {
        name: (kept.get(name, ()), value)
        for name, value in prospect.after[0].golden.items()
        if kept.get(name, ()) != value
    }


def test_asking_writes_nothing(records, django_assert_num_queries):
    stored = list(Organization.objects.order_by("pk").values()), list(Fact.objects.values())
    as_one([party(records["1"]), party(records["5"])], at=NOON)
    assert stored == (
        list(Organization.objects.order_by("pk").values()),
        list(Fact.objects.values()),
    )


def test_apps_above_tell_what_would_follow(records):
    def claims(change):
        sentence = gettext_noop("%(n)d claims of %(id)s follow.")
        return [(sentence, {"n": 2, "id": o.public_id}) for o in change.joining]

    with effects.registered(claims):
        prospect = as_one([party(records["1"]), party(records["5"])], at=NOON)
    [joining] = prospect.leads
    assert prospect.told == (("%(n)d claims of %(id)s follow.", {"n": 2, "id": joining}),)
    assert as_one([party(records["1"]), party(records["5"])], at=NOON).told == ()
