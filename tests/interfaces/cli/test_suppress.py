"""`oriundo suppress`: out, back in, which rows, and the register as a file for `identify`."""

from __future__ import annotations

import json

import pytest

from oriundo.collect.matching.models import SuppressedValue
from oriundo.domain.directory.models import Listing, Organization
from tests.factories import CHAPIN, HOUSTON, JEREZ, a_file, imported, policies
from tests.interfaces.cli.test_identify import run, table

pytestmark = pytest.mark.django_db

OTHER_KEY = "another key, at least 32 characters.."
JEREZ_OTHERWISE = "9,JEREZ SOCIAL CLUB Inc.,Los Ángeles,California,USA,12,x.example,Mexico,,"


@pytest.fixture
def number(tmp_path):
    """The number of the club of Jerez, listed beside another organization."""
    policies(MEX="public", SLV="public")
    imported(tmp_path, JEREZ, HOUSTON)
    run("publish")
    return Organization.objects.get(name="Club Social Jerez").public_id


@pytest.fixture
def register(tmp_path, number):
    run("suppress", number)
    path = tmp_path / "register.csv"
    assert run("suppress", "--export", path).exit_code == 0
    return path


def listed():
    return sorted(Listing.objects.values_list("name", flat=True))


def test_it_takes_an_organization_out_and_says_how_much_is_kept(number):
    result = run("suppress", number.upper(), "--json")
    answer = {"taken out": number, "hashes kept": SuppressedValue.objects.count()}
    assert json.loads(result.stdout) == answer
    assert listed() == ["Salvadoreños Unidos de Houston"]


def test_a_later_import_does_not_bring_it_back_and_is_counted(tmp_path, number):
    run("suppress", number)
    imported(tmp_path, JEREZ_OTHERWISE, slug="other")
    counts = json.loads(run("publish", "--json").stdout)
    told = [counts[name] for name in ("records", "records excluded", "records kept out on request")]
    assert (told, listed()) == ([3, 2, 2], ["Salvadoreños Unidos de Houston"])


def test_it_brings_one_back(number):
    run("suppress", number)
    result = run("suppress", number, "--lift", "--json")
    assert json.loads(result.stdout) == {"brought back": number, "listed": True}
    assert listed() == ["Club Social Jerez", "Salvadoreños Unidos de Houston"]


def test_check_tells_the_rows_of_a_list_and_nothing_else(tmp_path, number):
    run("suppress", number)
    path = a_file(tmp_path, CHAPIN, JEREZ_OTHERWISE, HOUSTON, name="new.csv")
    result = run("suppress", "--check", path, "--json")
    assert json.loads(result.stdout) == {"rows": 3, "rows kept out": [2]}
    assert "erez" not in run("suppress", "--check", path).output.lower()


def test_the_answer_is_in_spanish(tmp_path, number):
    run("suppress", number)
    path = a_file(tmp_path, CHAPIN, JEREZ_OTHERWISE, name="new.csv")
    assert run("suppress", "--check", path, language="es").stdout.split("\n")[:2] == [
        "filas                   2",
        "filas que quedan fuera  2",
    ]


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--lift"],
        ["--lift", "--key"],
        ["7k2m-9qtx-4rdn", "--key"],
        ["7k2m-9qtx-4rdn", "--map", __file__],
        ["7k2m-9qtx-4rdn", "--reason", "whim"],
    ],
)
def test_wrong_usage_exits_with_2(arguments):
    assert run("suppress", *arguments).exit_code == 2


def test_a_mistyped_and_an_unknown_number_are_refused_with_what_to_do():
    mistyped, unknown = run("suppress", "7k2m"), run("suppress", "0000-0000-0000")
    assert (mistyped.exit_code, unknown.exit_code) == (1, 1)
    assert "is not the number of an organization" in mistyped.output
    assert "No organization here has the number 0000-0000-0000." in unknown.output


def test_under_another_key_publish_refuses_and_says_what_to_do(number, settings):
    run("suppress", number)
    settings.SUPPRESSION_KEYS = [OTHER_KEY]
    result = run("publish")
    assert result.exit_code == 1
    assert "was made with another key" in result.output
    assert "Put the former key into SUPPRESSION_KEY" in result.output
    assert listed() == ["Salvadoreños Unidos de Houston"]


def test_the_key_is_printed_alone_so_that_it_can_be_kept(settings):
    settings.SUPPRESSION_KEYS = [OTHER_KEY]
    assert run("suppress", "--key").stdout == OTHER_KEY + "\n"


def test_a_lost_key_can_be_given_up(number, settings):
    run("suppress", number)
    settings.SUPPRESSION_KEYS = [OTHER_KEY]
    result = run("suppress", "--drop-unreadable", "--json")
    assert json.loads(result.stdout) == {"organizations given up": 1}
    run("publish")
    assert listed() == ["Club Social Jerez", "Salvadoreños Unidos de Houston"]


# --- The register as a file ---------------------------------------------------------------------


def test_the_file_holds_hashes_by_hash_and_how_many(register):
    *rows, last = table(register)
    digests = [row["digest"] for row in rows]
    assert digests == sorted(set(digests))
    assert {len(cell) for row in rows for cell in row.values()} == {32}
    held = SuppressedValue.objects.count()
    assert (len(digests), list(last.values())) == (held, ["end", str(held)])


def identified(folder, *arguments):
    lists = a_file(folder, JEREZ_OTHERWISE, HOUSTON, CHAPIN, name="new.csv")
    return run("identify", lists, "--out", folder / "out", "--json", *arguments)


def test_identify_keeps_out_who_is_in_the_file(tmp_path, register):
    result = identified(tmp_path, "--suppressed", register)
    counts = json.loads(result.stdout)
    assert counts["records excluded: asked_not_listed"] == 1
    assert counts["rows read"] == counts["records"] == 3
    assert counts["organizations identified"] == 2
    rows = [(row["record_id"], row["reason"]) for row in table(tmp_path / "out" / "excluded.csv")]
    assert rows == [("9", "asked_not_listed")]


def test_identify_writes_nothing_that_names_it(tmp_path, register):
    identified(tmp_path, "--suppressed", register)
    files = [path for path in (tmp_path / "out").rglob("*") if path.is_file()]
    texts = {path.name: path.read_text("utf-8").lower() for path in files}
    telling = ("jerez", "x.example")
    assert [name for name, text in texts.items() if any(word in text for word in telling)] == []
    # What was not understood of its row is told without the value.
    issues = [(r["row"], r["column"], r["value"]) for r in table(tmp_path / "out" / "issues.csv")]
    assert ("1", "phone", "") in issues


def test_identify_without_the_file_names_it(tmp_path, register):
    identified(tmp_path)
    assert "jerez" in (tmp_path / "out" / "organizations.csv").read_text("utf-8").lower()


def test_identify_under_another_key_refuses_and_writes_nothing(tmp_path, register, settings):
    settings.SUPPRESSION_KEYS = [OTHER_KEY]
    result = identified(tmp_path, "--suppressed", register)
    assert (result.exit_code, (tmp_path / "out").exists()) == (1, False)
    assert "was made with another key" in result.output


def test_a_file_that_is_no_register_is_refused(tmp_path):
    result = identified(tmp_path, "--suppressed", a_file(tmp_path, name="no.csv"))
    assert "no.csv is no register of suppressions." in result.output


def test_a_register_cut_short_is_refused(tmp_path, register):
    lines = register.read_text().splitlines()
    register.write_text("\n".join(lines[:-2]) + "\n")
    result = identified(tmp_path, "--suppressed", register)
    assert "register.csv is not whole" in result.output


def test_a_hash_that_was_changed_is_refused_by_row_and_column(tmp_path, register):
    lines = register.read_text().splitlines()
    lines[2] = lines[2][:-1] + "x"
    register.write_text("\n".join(lines) + "\n")
    result = identified(tmp_path, "--suppressed", register)
    assert "register.csv, row 2, column digest: " in result.output
