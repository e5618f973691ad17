"""From being listed to being out for good, and what is kept of whoever asked."""

from __future__ import annotations

import json

import pytest

from oriundo.base.audit.models import Entry
from oriundo.base.audit.queries import first_broken
from oriundo.collect.matching.models import Pair, SuppressedValue, Suppression
from oriundo.collect.sources.queries import rows
from oriundo.domain.directory import actions
from oriundo.domain.directory.actions.repaint import NotAllowed
from oriundo.domain.directory.actions.suppress import NotRecognizable, NotSuppressed
from oriundo.domain.directory.models import Exclusion, Fact, Listing
from oriundo.domain.directory.queries.counters import counters
from tests.domain.directory.suppressing import listed, published, suppressed, the
from tests.factories import HOUSTON, JEREZ, NOON, a_user, policies

pytestmark = pytest.mark.django_db

FEDERATION = (
    "5,Federación de Clubes Zacatecanos,Los Angeles,CA,US,+1 213 555 0177,fed.example,Mexico,,"
)
MEMBER = "6,Club Social Jalpa,Los Angeles,CA,US,+1 213 555 0177,fed.example,Mexico,,"


def test_it_is_gone_at_once(directory):
    suppressed()
    assert listed() == ["Salvadoreños Unidos de Houston"]


def test_its_name_and_its_values_here_are_gone_at_once(directory):
    organization = the("Club Social Jerez")
    suppressed()
    organization.refresh_from_db()
    assert (organization.name, organization.exclusion) == ("", "asked_not_listed")
    assert Fact.objects.filter(organization=organization).count() == 0
    assert Pair.objects.count() == 0


@pytest.mark.parametrize(
    "line",
    [
        "1,Club Social Jerez,Los Angeles,CA,US,+1 213 555 0101,jerez.example,Mexico,,40",
        "77,JEREZ SOCIAL CLUB INC.,Los Ángeles,California,EE.UU.,,otra.example,Mexico,,",
        "78,Club Social Jeres,,,,213-555-0101,,Mexico,,",
        "79,Mesa de los Martes,Reno,NV,US,+1 213 555 0101,www.jerez.example/es,Mexico,,",
    ],
)
def test_it_stays_out_when_another_list_brings_it_in_whatever_form(directory, line):
    suppressed()
    rebuilt = published(directory, line, slug="other")
    assert (listed(), rebuilt.asked_records) == (["Salvadoreños Unidos de Houston"], 2)


def test_it_stays_out_when_the_list_that_named_it_is_gone(directory):
    suppressed()
    published(directory, HOUSTON)
    published(directory, "9,JEREZ Social Club,LOS ANGELES,,USA,,x.example,Mexico,,", slug="other")
    assert listed() == ["Salvadoreños Unidos de Houston"]


def test_its_rows_are_counted_with_the_reason(directory):
    suppressed()
    published(directory)
    counted = counters()
    assert counted.exclusions == {"asked_not_listed": 1}
    assert counted.records_linked + counted.records_excluded == rows().kept == 2
    assert list(Exclusion.objects.values_list("record_id", "reason")) == [("1", "asked_not_listed")]


def test_the_counts_add_up_before_the_next_rebuild_too(directory):
    suppressed()
    counted = counters()
    assert (counted.records_linked, counted.exclusions) == (1, {"asked_not_listed": 1})


def test_a_federation_that_leaves_does_not_take_its_member_club_along(tmp_path):
    policies(MEX="public")
    published(tmp_path, FEDERATION, MEMBER)
    suppressed("Federación de Clubes Zacatecanos")
    published(tmp_path, MEMBER)
    published(tmp_path, FEDERATION, slug="other")
    assert listed() == ["Club Social Jalpa"]


def test_a_member_club_that_leaves_does_not_take_the_others_along(tmp_path):
    policies(MEX="public")
    other = MEMBER.replace("6,", "7,").replace("Jalpa", "Momax")
    published(tmp_path, MEMBER, other)
    suppressed("Club Social Jalpa")
    published(tmp_path, other)
    assert listed() == ["Club Social Momax"]


def test_lifted_it_comes_back_under_its_number_at_once(directory):
    organization = the("Club Social Jerez")
    suppressed()
    published(directory)
    lifted = actions.lift(public_id=organization.public_id, by=None, at=NOON)
    assert (lifted.name, lifted.exclusion) == ("Club Social Jerez", "")
    assert list(
        Listing.objects.filter(organization=lifted).values_list("public_id", flat=True)
    ) == [organization.public_id]
    assert (Exclusion.objects.count(), SuppressedValue.objects.count()) == (0, 0)


def test_lifted_it_comes_back_with_what_other_lists_brought(directory):
    organization = the("Club Social Jerez")
    suppressed()
    published(directory, HOUSTON)
    published(directory, "9,JEREZ Social Club,LOS ANGELES,,USA,,x.example,Mexico,,", slug="other")
    actions.lift(public_id=organization.public_id, by=None, at=NOON)
    before = listed()
    published(directory)
    assert (before, listed()) == (
        ["Salvadoreños Unidos de Houston"],
        ["JEREZ Social Club", "Salvadoreños Unidos de Houston"],
    )


def test_what_was_not_taken_out_cannot_be_brought_back(directory):
    with pytest.raises(NotSuppressed, match="is not kept out"):
        actions.lift(public_id=the("Club Social Jerez").public_id, by=None, at=NOON)


def test_another_country_may_neither_take_out_nor_bring_back(directory):
    stranger, organization = a_user("authority", "SLV"), the("Club Social Jerez")
    with pytest.raises(NotAllowed):
        suppressed(by=stranger)
    suppressed(by=a_user("authority", "MEX", name="home"))
    with pytest.raises(NotAllowed):
        actions.lift(public_id=organization.public_id, by=stranger, at=NOON)
    assert Suppression.objects.count() == 1


def test_one_that_no_record_tells_from_others_is_refused(directory):
    organization = the("Club Social Jerez")
    published(directory, HOUSTON)
    with pytest.raises(NotRecognizable):
        actions.suppress(organization=organization, reason="asked", by=None, at=NOON)
    assert Suppression.objects.count() == 0


def test_done_twice_it_is_kept_once_with_what_newer_records_say(directory):
    organization = the("Club Social Jerez")
    first = suppressed()
    before = first.values.count()
    published(directory, JEREZ.replace("0101", "0199"), HOUSTON)
    again = actions.suppress(organization=organization, reason="order", by=None, at=NOON)
    assert (again, again.reason, again.values.count() > before) == (first, "asked", True)


def test_a_merge_with_one_that_is_out_is_out(directory):
    gone, other = the("Club Social Jerez"), the("Salvadoreños Unidos de Houston")
    suppressed()
    actions.merge(into=other, other=gone, by=None, why="", at=NOON)
    assert listed() == []


def test_the_log_names_nobody(directory):
    organization = the("Club Social Jerez")
    suppressed(reason="danger")
    actions.lift(public_id=organization.public_id, by=a_user("operator"), at=NOON)
    entries = Entry.objects.filter(verb__contains="suppress").order_by("pk")
    told = [(e.verb, e.about.partition(":")[0], e.details) for e in entries]
    assert told == [
        ("organization.suppressed", "suppression", {"reason": "danger"}),
        ("suppression.lifted", "suppression", {"reason": "danger"}),
    ]
    assert organization.public_id not in json.dumps([e.about for e in entries])
    assert first_broken() is None


def test_asked_while_the_directory_is_being_rebuilt_it_is_not_brought_back(directory):
    organization = the("Club Social Jerez")

    def ask(_stage, _done):
        if not Suppression.objects.exists():
            actions.suppress(organization=organization, reason="asked", by=None, at=NOON)

    with pytest.raises(actions.RegisterChanged):
        actions.rebuild(at=NOON, actor="test", progress=ask)
    assert listed() == ["Salvadoreños Unidos de Houston"]
