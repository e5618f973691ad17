"""`oriundo user`: the password is asked for, and the account is what was said."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from oriundo.base.accounts.models import Role, User
from oriundo.interfaces.cli.main import main

pytestmark = pytest.mark.django_db
GOOD = "jacarandas en mayo"


def run(*arguments, typed=(GOOD, GOOD), language="en"):
    return CliRunner().invoke(
        main,
        ["user", *arguments],
        input="".join(f"{line}\n" for line in typed),
        env={"ORIUNDO_LANGUAGE": language, "LANG": ""},
    )


def test_a_user_is_added_with_a_role():
    result = run("add", "ana@example.org", "--role", "authority", "--country", "MX")
    assert (result.exit_code, User.objects.get().check_password(GOOD)) == (0, True)
    assert [(r.kind, r.country) for r in Role.objects.all()] == [("authority", "MEX")]


def test_the_password_is_not_shown():
    result = run("add", "ana@example.org", "--role", "operator")
    assert GOOD not in result.output
    assert result.exit_code == 0


def test_two_different_passwords_are_asked_for_again():
    result = run("add", "a@example.org", "--role", "operator", typed=(GOOD, "other", GOOD, GOOD))
    assert (result.exit_code, User.objects.count()) == (0, 1)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--role", "authority", "--country", "Atlantis"], "Atlantis is no country"),
        (["--role", "authority", "--country", "Central America"], "Central America is no country"),
        (["--role", "consular", "--country", "MX", "--district", "XX-1"], "XX-1 is no state"),
        (["--role", "consular", "--country", "MX"], "serves a district"),
        (["--role", "authority"], "is for one country"),
    ],
)
def test_what_is_no_place_is_refused_with_a_sentence(arguments, said):
    result = run("add", "ana@example.org", *arguments)
    assert (result.exit_code, User.objects.count()) == (1, 0)
    assert said in result.stderr


def test_a_weak_password_is_refused_in_the_reader_s_language():
    result = run(
        "add", "a@example.org", "--role", "operator", typed=("corta", "corta"), language="es"
    )
    assert result.exit_code == 1
    assert "Esta contraseña no se puede usar" in result.stderr


def test_a_second_role_a_new_password_and_the_end():
    run("add", "ana@example.org", "--role", "operator")
    run("grant", "ANA@example.org", "--role", "authority", "--country", "SV", typed=())
    run("password", "ana@example.org", typed=("otra clave larga",) * 2)
    user = User.objects.get()
    assert user.check_password("otra clave larga")
    assert sorted(user.roles.values_list("kind", flat=True)) == ["authority", "operator"]
    assert run("end", "ana@example.org", typed=()).exit_code == 0
    assert not User.objects.get().is_active


def test_an_unknown_address_is_refused():
    result = run("password", "nobody@example.org")
    assert (result.exit_code, "There is no user" in result.stderr) == (1, True)
