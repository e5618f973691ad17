"""The keys of the register: changed, lost, and used one after the other."""

from __future__ import annotations

import pytest

from oriundo.collect.matching.actions import drop_unreadable
from oriundo.collect.matching.keyed import OtherKey
from oriundo.collect.matching.models import Suppression
from oriundo.domain.directory import actions
from tests.domain.directory.suppressing import listed, published, suppressed, the
from tests.factories import JEREZ, NOON, imported

pytestmark = pytest.mark.django_db

FORMER, NEWER = "a former key, at least 32 characters", "a newer key, at least 32 characters."


def test_under_another_key_nothing_is_rebuilt_and_nobody_comes_back(directory, settings):
    suppressed()
    imported(directory, JEREZ, slug="other")
    settings.SUPPRESSION_KEYS = [NEWER]
    with pytest.raises(OtherKey, match="was made with another key"):
        actions.rebuild(at=NOON, actor="test")
    actions.publish(at=NOON, actor="test")
    assert listed() == ["Salvadoreños Unidos de Houston"]


def test_under_another_key_nobody_is_taken_out_beside_those_it_does_not_know(directory, settings):
    suppressed()
    settings.SUPPRESSION_KEYS = [NEWER]
    with pytest.raises(OtherKey):
        suppressed("Salvadoreños Unidos de Houston")
    assert Suppression.objects.count() == 1


def test_with_the_former_key_after_the_new_one_everybody_stays_out(directory, settings):
    settings.SUPPRESSION_KEYS = [FORMER]
    organization = the("Club Social Jerez")
    suppressed()
    settings.SUPPRESSION_KEYS = [NEWER, FORMER]
    suppressed("Salvadoreños Unidos de Houston")
    published(directory)
    assert (listed(), Suppression.objects.values("key_check").distinct().count()) == ([], 2)
    actions.lift(public_id=organization.public_id, by=None, at=NOON)
    assert listed() == ["Club Social Jerez"]


def test_those_under_a_lost_key_can_only_be_given_up(directory, settings):
    suppressed()
    settings.SUPPRESSION_KEYS = [NEWER]
    assert drop_unreadable(at=NOON, actor="test") == 1
    published(directory)
    assert listed() == ["Club Social Jerez", "Salvadoreños Unidos de Houston"]


def test_those_under_a_key_that_is_here_are_not_given_up(directory):
    suppressed()
    assert (drop_unreadable(at=NOON, actor="test"), Suppression.objects.count()) == (0, 1)
