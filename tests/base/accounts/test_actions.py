"""Users and roles: one transaction each, with its entry in the log."""

from __future__ import annotations

import pytest
from django.contrib.auth.hashers import check_password, make_password

from oriundo.base.accounts import actions
from oriundo.base.accounts.actions import UnusableAccount
from oriundo.base.accounts.models import Role, User
from oriundo.base.audit.models import Entry
from tests.factories import NOON

pytestmark = pytest.mark.django_db
GOOD = "jacarandas en mayo"


def added(**changes):
    facts = {
        "email": "Ana@Example.org",
        "password": GOOD,
        "kind": "consular",
        "country": "MEX",
        "district": ["US-NV", "US-CA"],
        "at": NOON,
        "actor": "command",
    }
    return actions.add_user(**(facts | changes))


def test_a_user_has_an_address_in_small_letters_and_one_role():
    user = added()
    role = user.roles.get()
    assert (user.email, user.check_password(GOOD)) == ("ana@example.org", True)
    assert (role.kind, role.country, role.regions) == ("consular", "MEX", {"US-CA", "US-NV"})


def test_adding_a_user_leaves_two_entries_without_the_address():
    added()
    entries = list(Entry.objects.values_list("verb", flat=True).order_by("pk"))
    assert entries == ["user.added", "role.granted"]
    assert "example" not in str(list(Entry.objects.values()))


@pytest.mark.parametrize(
    "changes",
    [
        {"email": "ana"},
        {"password": "short"},
        {"password": "ana@example.org"},
        {"password": "123456789012"},
        {"kind": "authority", "country": "", "district": []},
        {"kind": "authority"},
        {"district": []},
    ],
    ids=str,
)
def test_what_cannot_be_an_account_is_refused_whole(changes):
    with pytest.raises(UnusableAccount):
        added(**changes)
    assert (User.objects.count(), Role.objects.count(), Entry.objects.count()) == (0, 0, 0)


def test_an_address_has_one_user():
    added()
    with pytest.raises(UnusableAccount):
        added(email="ANA@example.org")


def test_an_ended_user_has_no_role_in_force():
    user = added()
    actions.end_user(user=user, at=NOON, actor="command")
    assert list(Role.objects.in_force()) == []
    assert not User.objects.get().is_active


def test_passwords_are_kept_as_argon2id_of_the_strength_that_owasp_asks(settings):
    settings.PASSWORD_HASHERS = ["oriundo.base.accounts.hashers.Argon2idHasher"]
    kept = make_password(GOOD)
    assert kept.startswith("argon2$argon2id$v=19$m=19456,t=2,p=1$")
    assert (check_password(GOOD, kept), check_password("another", kept)) == (True, False)
