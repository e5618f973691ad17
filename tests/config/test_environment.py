from __future__ import annotations

import stat
from pathlib import Path

import pytest

from config.environment import (
    UnusableSetting,
    database,
    file,
    flag,
    kept_secret,
    keys,
    mail,
    sender,
    whole,
    words,
)

HERE = Path("var/oriundo.sqlite3")


@pytest.mark.parametrize(
    ("value", "read"),
    [("1", True), ("Yes", True), ("on", True), ("0", False), ("FALSE", False), ("", False)],
)
def test_flag_reads_yes_and_no(value, read):
    assert flag({"DEBUG": value}, "DEBUG", default=not read) is read


def test_flag_unset_is_the_default():
    assert (flag({}, "DEBUG"), flag({}, "DEBUG", default=True)) == (False, True)


def test_flag_refuses_what_is_neither():
    with pytest.raises(UnusableSetting, match="DEBUG='flase': write 1 or 0"):
        flag({"DEBUG": "flase"}, "DEBUG")


def test_whole_reads_a_number_and_refuses_others():
    assert whole({"N": "60"}, "N", 5) == 60
    with pytest.raises(UnusableSetting, match="N='-1': write a whole number"):
        whole({"N": "-1"}, "N", 5)


def test_words_are_separated_by_commas():
    assert words({"HOSTS": "a.example, b.example ,"}, "HOSTS", ()) == ["a.example", "b.example"]


def test_file_is_one_that_is_there(tmp_path):
    tiles = tmp_path / "a.pmtiles"
    tiles.touch()
    assert file({"BASEMAP": str(tiles)}, "BASEMAP") == tiles
    assert (file({}, "BASEMAP"), file({"BASEMAP": ""}, "BASEMAP")) == (None, None)


def test_file_refuses_what_is_not_there_or_a_folder(tmp_path):
    for path in (tmp_path / "b.pmtiles", tmp_path):
        with pytest.raises(UnusableSetting, match="name a file that is there"):
            file({"BASEMAP": str(path)}, "BASEMAP")


@pytest.mark.parametrize("environment", [{}, {"DATABASE_URL": ""}])
def test_database_unset_or_empty_is_sqlite_at_the_default(environment):
    read = database(environment, "DATABASE_URL", HERE)
    assert read == {"ENGINE": "django.db.backends.sqlite3", "NAME": HERE}


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("sqlite:///data/a.sqlite3", "data/a.sqlite3"),
        ("sqlite:////srv/a.sqlite3", "/srv/a.sqlite3"),
    ],
)
def test_database_sqlite_address_may_be_relative_or_absolute(address, name):
    read = database({"DATABASE_URL": address}, "DATABASE_URL", HERE)
    assert read == {"ENGINE": "django.db.backends.sqlite3", "NAME": name}


def test_database_postgresql_address_is_taken_apart():
    address = "postgresql://ana:p%40ss@db.example:5433/oriundo?sslmode=require"
    assert database({"DATABASE_URL": address}, "DATABASE_URL", HERE) == {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "oriundo",
        "USER": "ana",
        "PASSWORD": "p@ss",
        "HOST": "db.example",
        "PORT": "5433",
        "OPTIONS": {"sslmode": "require"},
    }


def test_database_postgresql_socket_folder_is_the_host():
    read = database({"DATABASE_URL": "postgresql://ana@/oriundo?host=/run"}, "DATABASE_URL", HERE)
    assert (read["HOST"], read["OPTIONS"]) == ("/run", {})


@pytest.mark.parametrize(
    "address",
    [
        "mysql://u:secret@h/x",
        "postgresql://u:secret@h",
        "postgresql://u:secret@h:port/x",
        "oriundo",
    ],
)
def test_database_of_another_kind_is_refused_without_showing_the_password(address):
    with pytest.raises(UnusableSetting) as refusal:
        database({"DATABASE_URL": address}, "DATABASE_URL", HERE)
    assert "secret" not in str(refusal.value)


def test_secret_is_made_once_and_readable_by_its_owner_only(tmp_path):
    path = tmp_path / "var" / "secret-key"
    first = kept_secret(path)
    assert (kept_secret(path), len(first)) == (first, 86)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [file.name for file in path.parent.iterdir()] == ["secret-key"]


def test_keys_are_those_given_the_one_in_use_first():
    given = {"SUPPRESSION_KEY": f"{'n' * 32}, {'f' * 40}"}
    assert keys(given, "SUPPRESSION_KEY", otherwise="secret") == ["n" * 32, "f" * 40]


def test_a_key_that_is_not_given_is_made_of_another_secret_and_is_not_that_secret():
    made = [keys({}, name, otherwise=secret) for name in "AB" for secret in ("one", "two")]
    assert (len({key for [key] in made}), {len(key) for [key] in made}) == (4, {64})
    assert keys({"A": ""}, "A", otherwise="one") == made[0]


def test_a_short_key_is_refused_and_not_shown():
    with pytest.raises(UnusableSetting, match="write at least 32 characters") as refusal:
        keys({"A": f"{'n' * 32},short"}, "A", otherwise="secret")
    assert "short" not in str(refusal.value)


@pytest.mark.parametrize(
    ("value", "host", "port", "tls", "ssl"),
    [
        ("smtp://mail.example", "mail.example", 587, True, False),
        ("smtps://mail.example:4650", "mail.example", 4650, False, True),
        ("smtp+plain://127.0.0.1", "127.0.0.1", 25, False, False),
    ],
)
def test_mail_names_a_server_and_how_it_is_spoken_to(value, host, port, tls, ssl):
    read = mail({"SMTP_URL": value}, "SMTP_URL")
    assert (read["host"], read["port"], read["use_tls"], read["use_ssl"]) == (host, port, tls, ssl)


def test_mail_takes_a_user_and_a_password_with_signs():
    read = mail({"SMTP_URL": "smtp://ana%40a.example:p%3Aq@mail.example"}, "SMTP_URL")
    assert (read["username"], read["password"]) == ("ana@a.example", "p:q")


def test_without_a_server_there_is_no_mail():
    assert (mail({}, "SMTP_URL"), mail({"SMTP_URL": ""}, "SMTP_URL")) == (None, None)


@pytest.mark.parametrize("value", ["mail.example", "http://mail.example", "smtp://", "smtp://a:x"])
def test_mail_refuses_what_is_no_server(value):
    with pytest.raises(UnusableSetting, match="write smtp://"):
        mail({"SMTP_URL": value}, "SMTP_URL")


def test_the_sender_is_needed_where_mail_is_sent():
    assert sender({"MAIL_FROM": "Oriundo <a@b.example>"}, "MAIL_FROM", needed=True) == (
        "Oriundo <a@b.example>"
    )
    assert sender({}, "MAIL_FROM", needed=False) == ""
    for value in ({}, {"MAIL_FROM": "Oriundo"}, {"MAIL_FROM": "a@b.example\nBcc: c@d.example"}):
        with pytest.raises(UnusableSetting, match="write the address"):
            sender(value, "MAIL_FROM", needed=True)
