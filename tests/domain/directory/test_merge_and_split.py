"""Identifiers go on resolving, judgments are replayed, and a merge can be taken back."""

from __future__ import annotations

from itertools import count

import pytest

from oriundo.collect.matching.actions import judge
from oriundo.collect.matching.models import Judgment
from oriundo.domain.directory import actions
from oriundo.domain.directory.actions.repaint import NotAllowed
from oriundo.domain.directory.models import Organization
from oriundo.domain.directory.queries.public import resolve
from tests.factories import HOUSTON, JEREZ, JEREZ_AGAIN, NOON, a_user, imported, policies

pytestmark = pytest.mark.django_db

OTHER = "5,Comité Pro Obras El Cargadero,Los Angeles,CA,US,+1 213 555 0150,,Mexico,,60"


@pytest.fixture
def directory(tmp_path):
    policies(MEX="public", SLV="public")
    imported(tmp_path, JEREZ, OTHER, HOUSTON)
    rebuild()
    return {o.name: o for o in Organization.objects.all()}


def rebuild():
    actions.rebuild(at=NOON, actor="test")
    actions.publish(at=NOON, actor="test")


def identified():
    rows = Organization.objects.identified().order_by("name")
    return [(o.name, o.links.count()) for o in rows]


def merged(directory):
    into, other = directory["Club Social Jerez"], directory["Comité Pro Obras El Cargadero"]
    actions.merge(into=into, other=other, by=None, why="one club, two names", at=NOON)
    return into, other


def test_a_merged_organization_keeps_the_records_of_both(directory):
    merged(directory)
    assert identified() == [("Club Social Jerez", 2), ("Salvadoreños Unidos de Houston", 1)]


def test_the_identifier_of_a_merged_organization_leads_to_the_other(directory):
    into, other = merged(directory)
    found = resolve(other.public_id)
    assert ([x.public_id for x in found.listings], found.reason) == ([into.public_id], "merged")


def test_a_merge_outlives_a_rebuild(directory):
    merged(directory)
    rebuild()
    assert identified() == [("Club Social Jerez", 2), ("Salvadoreños Unidos de Houston", 1)]


def test_a_merge_taken_back_gives_both_their_records_and_identifiers(directory):
    _, other = merged(directory)
    other.refresh_from_db()
    actions.undo_merge(other=other, by=None, at=NOON)
    rebuild()
    assert len(identified()) == 3
    assert [x.public_id for x in resolve(other.public_id).listings] == [other.public_id]
    assert Judgment.objects.in_force().count() == 0


def test_a_rebuild_keeps_every_identifier(directory):
    before = {o.name: o.public_id for o in directory.values()}
    rebuild()
    after = {o.name: o.public_id for o in Organization.objects.identified()}
    assert after == before


def test_records_that_were_split_stay_apart_at_the_next_rebuild(tmp_path):
    policies(MEX="public")
    imported(tmp_path, JEREZ)
    imported(tmp_path, JEREZ_AGAIN, slug="ngo")
    rebuild()
    organization = Organization.objects.get()
    actions.split(
        organization=organization, records=[("ngo", "9")], by=None, why="two clubs", at=NOON
    )
    rebuild()
    assert [links for _, links in identified()] == [1, 1]


def test_the_identifier_of_a_split_organization_leads_to_both(tmp_path):
    policies(MEX="public")
    imported(tmp_path, JEREZ)
    imported(tmp_path, JEREZ_AGAIN, slug="ngo")
    rebuild()
    organization = Organization.objects.get()
    new = actions.split(
        organization=organization, records=[("ngo", "9")], by=None, why="two clubs", at=NOON
    )
    found = resolve(organization.public_id)
    assert {x.public_id for x in found.listings} == {organization.public_id, new.public_id}
    assert found.reason == "split"


def test_an_outsider_may_not_merge(directory):
    into, other = directory["Club Social Jerez"], directory["Comité Pro Obras El Cargadero"]
    with pytest.raises(NotAllowed):
        actions.merge(into=into, other=other, by=a_user(), why="", at=NOON)
    assert len(identified()) == 3


def a_phone(organization):
    return organization.facts.get(field="phone")


def published(organization):
    rows = organization.facts.exclude(published_to="").order_by("value")
    return list(rows.values_list("field", "value", "published_to"))


def test_what_was_decided_on_a_value_follows_it_into_a_merge_and_back(directory):
    into, other = directory["Club Social Jerez"], directory["Comité Pro Obras El Cargadero"]
    by = a_user("operator")
    actions.publish_contact(fact=a_phone(other), to="public", by=by, at=NOON)
    merged(directory)
    assert published(into) == [("phone", "+12135550150", "public")]
    other.refresh_from_db()
    actions.undo_merge(other=other, by=None, at=NOON)
    assert (published(into), published(other)) == ([], [("phone", "+12135550150", "public")])


def test_a_merged_organization_is_as_hidden_as_either_chose_until_it_is_parted(directory):
    into, other = directory["Club Social Jerez"], directory["Comité Pro Obras El Cargadero"]
    actions.set_choice(organization=other, choice="hidden", by=None, at=NOON)
    merged(directory)
    assert resolve(into.public_id).listings == ()
    rebuild()
    assert resolve(into.public_id).listings == ()
    other.refresh_from_db()
    actions.undo_merge(other=other, by=None, at=NOON)
    assert [x.public_id for x in resolve(into.public_id).listings] == [into.public_id]


def test_a_pair_judged_while_the_directory_is_rebuilt_is_heeded(directory):
    words = iter(["same"])

    def judged_meanwhile(_step, _done):
        for verdict in words:
            judge(
                left=("official", "1"),
                right=("official", "5"),
                verdict=verdict,
                why="",
                by=None,
                at=NOON,
            )

    actions.rebuild(at=NOON, actor="test", progress=judged_meanwhile)
    assert identified() == [("Club Social Jerez", 2), ("Salvadoreños Unidos de Houston", 1)]


def test_pairs_judged_at_every_try_refuse_the_rebuild_and_leave_all_as_it_was(directory):
    before = identified()
    reasons = map(str, count())

    def judged_again(_step, _done):
        judge(
            left=("official", "1"),
            right=("official", "5"),
            verdict="same",
            why=next(reasons),
            by=None,
            at=NOON,
        )

    with pytest.raises(actions.SourcesChanged):
        actions.rebuild(at=NOON, actor="test", progress=judged_again)
    assert identified() == before
