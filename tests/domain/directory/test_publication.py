"""From a file to a public listing, and what stays behind."""

from __future__ import annotations

import json

import pytest

from oriundo.base.people.models import Consent, Person
from oriundo.domain.directory import actions
from oriundo.domain.directory.actions.repaint import NotAllowed
from oriundo.domain.directory.models import Fact, Listing, Organization
from tests.factories import CHAPIN, HOUSTON, JEREZ, NOON, a_user, imported, policies

pytestmark = pytest.mark.django_db


def published(folder, *rows, **facts):
    imported(folder, *rows, **facts)
    actions.rebuild(at=NOON, actor="test")
    return actions.publish(at=NOON, actor="test")


def listed():
    return sorted(Listing.objects.values_list("name", flat=True))


def everything_public():
    return json.dumps(list(Listing.objects.values()), default=str)


def test_an_organization_of_a_public_country_is_listed(tmp_path):
    policies(MEX="public")
    published(tmp_path, JEREZ)
    assert listed() == ["Club Social Jerez"]


def test_a_country_for_the_authority_only_has_no_listing(tmp_path):
    policies(MEX="public", GTM="authority_only")
    result = published(tmp_path, JEREZ, CHAPIN)
    assert (listed(), result.withheld) == (["Club Social Jerez"], 1)


def test_a_country_without_a_policy_is_closed(tmp_path):
    policies(MEX="public")
    published(tmp_path, HOUSTON)
    assert listed() == []


def test_a_list_for_the_authority_only_reaches_no_listing(tmp_path):
    policies(MEX="public")
    published(tmp_path, JEREZ, visibility="authority")
    assert listed() == []


def test_a_contact_is_in_no_listing_until_someone_entitled_publishes_it(tmp_path):
    policies(MEX="public")
    published(tmp_path, JEREZ)
    before = "+12135550101" in everything_public()
    fact = Fact.objects.get(field="phone")
    actions.publish_contact(fact=fact, to="public", by=a_user("authority", "MEX"), at=NOON)
    assert (before, "+12135550101" in everything_public()) == (False, True)


def test_the_authority_of_another_country_may_not_publish_a_contact(tmp_path):
    policies(MEX="public")
    published(tmp_path, JEREZ)
    fact = Fact.objects.get(field="phone")
    with pytest.raises(NotAllowed, match="Only the authority of its country of origin"):
        actions.publish_contact(fact=fact, to="public", by=a_user("authority", "SLV"), at=NOON)


def test_a_published_contact_stays_published_when_the_directory_is_rebuilt(tmp_path):
    policies(MEX="public")
    published(tmp_path, JEREZ)
    fact = Fact.objects.get(field="phone")
    actions.publish_contact(fact=fact, to="public", by=a_user("authority", "MEX"), at=NOON)
    actions.rebuild(at=NOON, actor="test")
    actions.publish(at=NOON, actor="test")
    assert "+12135550101" in everything_public()


def test_a_contact_of_a_person_needs_their_consent_and_leaves_with_it(tmp_path):
    policies(MEX="public")
    published(tmp_path, JEREZ)
    person, officer = Person.objects.create(), a_user("operator")
    fact = Fact.objects.get(field="phone")
    Fact.objects.filter(pk=fact.pk).update(person=person)
    shown = []
    for consent in (None, "public", "withdrawn"):
        if consent == "public":
            Consent.objects.create(
                person=person, field="phone", audience="public", text_version="1", given_at=NOON
            )
        if consent == "withdrawn":
            Consent.objects.update(withdrawn_at=NOON)
        actions.publish_contact(fact=fact, to="public", by=officer, at=NOON)
        shown.append("+12135550101" in everything_public())
    assert shown == [False, True, False]


def test_an_organization_that_hides_itself_is_gone_at_once(tmp_path):
    policies(MEX="public")
    published(tmp_path, JEREZ)
    actions.set_choice(
        organization=Organization.objects.get(), choice="hidden", by=a_user("operator"), at=NOON
    )
    assert listed() == []


def test_a_country_that_closes_takes_its_listings_away_at_once(tmp_path):
    policies(MEX="public", SLV="public")
    published(tmp_path, JEREZ, HOUSTON)
    actions.set_policy(
        country="MEX", mode="closed", effective_on=NOON.date(), at=NOON, actor="test"
    )
    assert listed() == ["Salvadoreños Unidos de Houston"]


def test_every_public_value_names_its_source_and_date(tmp_path):
    policies(MEX="public")
    published(tmp_path, JEREZ)
    facts = Listing.objects.get().facts
    said = {(s["name"], s["on"]) for fact in facts for s in fact["sources"]}
    assert said == {("List official", "2026-05-01")}
    assert [fact["field"] for fact in facts if not fact["sources"]] == []


LEGAL = "4,Oaxaqueños Unidos,Fresno,CA,US,+1 559 555 0104,,Mexico,{text},40"


def reasons_of(field):
    (listing,) = Listing.objects.all()
    return [f["sources"][0]["reason_values"] for f in listing.facts if f["field"] == field]


def test_a_public_value_shows_the_sentence_that_decided_it(tmp_path):
    policies(MEX="public")
    published(tmp_path, LEGAL.format(text="Ofrece asesoría legal."))
    assert reasons_of("objective")[0]["sentence"] == "Ofrece asesoría legal."


def test_a_sentence_of_a_description_that_is_not_public_is_not_quoted(tmp_path):
    policies(MEX="public")
    text = "Ofrece asesoría legal. Escriba a luz@example.org."
    published(tmp_path, LEGAL.format(text=text))
    (listing,) = Listing.objects.all()
    assert (listing.objective, reasons_of("objective")) == ("service", [{}])
    assert "asesoría legal" not in everything_public()
