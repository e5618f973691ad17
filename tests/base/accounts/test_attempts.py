"""Guessing a password is slowed, and nobody can use up another's attempts."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection

from oriundo.base.accounts import attempts
from oriundo.base.accounts.attempts import TooManyAttempts
from oriundo.base.accounts.models import Attempt
from tests.factories import NOON

pytestmark = pytest.mark.django_db

ANA, HERE, ELSEWHERE = "ana@example.org", "192.0.2.1", "198.51.100.7"


def tried(email=ANA, address=HERE, at=NOON):
    """Whether an attempt was looked at."""
    try:
        attempts.begin(email=email, address=address, at=at)
    except TooManyAttempts:
        return False
    return True


def signed_in(email=ANA, address=HERE, at=NOON):
    attempts.succeed(attempts.begin(email=email, address=address, at=at))


def test_five_wrong_attempts_from_a_place_are_looked_at_and_no_more():
    assert [tried() for _ in range(7)] == [True] * 5 + [False] * 2


def test_a_quarter_of_an_hour_later_one_may_try_again():
    for _ in range(5):
        tried()
    assert not tried(at=NOON + timedelta(minutes=14))
    assert tried(at=NOON + timedelta(minutes=15))


def test_refused_attempts_do_not_make_the_wait_longer():
    for minute in range(15):
        tried(at=NOON + timedelta(minutes=minute))
    assert Attempt.objects.count() == 5


def test_nobody_elsewhere_can_use_up_the_attempts_of_someone_who_signed_in_before():
    signed_in()
    for number in range(200):
        tried(address=f"198.51.100.{number}")
    assert tried()


def test_many_places_trying_one_account_are_stopped_together():
    looked_at = [tried(address=f"198.51.100.{number}") for number in range(30)]
    assert sum(looked_at) == 20


def test_one_place_trying_many_accounts_is_stopped():
    looked_at = [tried(email=f"user{number}@example.org") for number in range(40)]
    assert sum(looked_at) == 30


def test_a_right_password_forgives_the_wrong_ones_from_there():
    for _ in range(4):
        tried()
    signed_in()
    assert [tried() for _ in range(6)] == [True] * 5 + [False]


def test_a_subscriber_of_ipv6_has_one_place_and_not_endless_ones():
    looked_at = [tried(address=f"2001:db8:1:2::{number:x}") for number in range(1, 9)]
    assert sum(looked_at) == 5


def test_the_table_names_neither_account_nor_place():
    tried()
    kept = str(list(Attempt.objects.values_list("account", "place")))
    assert [
        word for word in (ANA, HERE, "ana", "192") if word in kept.replace("'", " ").split()
    ] == []


def test_what_is_old_is_forgotten():
    tried()
    signed_in(address=ELSEWHERE)
    tried(at=NOON + timedelta(days=31))
    assert Attempt.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_eight_at_once_get_no_more_than_the_limit():
    def one(_):
        try:
            return tried()
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(one, range(24))) == 5
