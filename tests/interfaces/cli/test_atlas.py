from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from oriundo.domain.directory.models import Listing
from oriundo.insight.atlas.actions import standing
from oriundo.interfaces.cli.main import main
from tests.insight.atlas.listings import published

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folder(tmp_path, settings):
    settings.ATLAS = tmp_path / "atlas"
    published("Aztlán", "Bacalar")
    return settings.ATLAS


def run(*arguments):
    result = CliRunner().invoke(main, ["atlas", *arguments, "--json"])
    return result.exit_code, json.loads(result.stdout)


def test_it_is_built_then_advanced_then_left_alone():
    done = [run("build")[1]["atlas"]]
    published("Cuautla")
    done += [run("build")[1]["atlas"], run("build")[1]["atlas"], run("build", "--anew")[1]["atlas"]]
    assert done == [
        "built anew",
        "what changed was put in",
        "it was up to date",
        "built anew",
    ]


def test_status_says_whether_it_is_up_to_date():
    assert run("status") == (0, {"atlas": "none"})
    run("build")
    assert run("status")[1]["up to date"] is True
    published("Cuautla")
    told = run("status")[1]
    assert (told["up to date"], told["organizations in the atlas"]) == (False, 2)


def counts(**others):
    return {
        "organizations listed": 2,
        "organizations in the atlas": 2,
        "missing": 0,
        "left over": 0,
        "files damaged": 0,
    } | {name.replace("_", " "): value for name, value in others.items()}


def test_check_compares_it_with_the_database():
    run("build")
    assert run("check") == (0, counts())


def test_check_finds_what_is_missing_and_what_is_left_over():
    run("build")
    Listing.objects.get(name="Aztlán").delete()
    published("Cuautla")
    assert run("check") == (1, counts(missing=1, left_over=1))


def test_check_finds_damage_and_changes_nothing(folder):
    run("build")
    files = [path for path in (standing().folder / "columns").rglob("*") if path.is_file()]
    path = max(files, key=lambda path: path.stat().st_size)
    path.write_bytes(b"")
    told = counts(missing=2, files_damaged=1) | {"organizations in the atlas": 0}
    assert [run("check"), run("check")] == [(1, told)] * 2


def test_publishing_brings_it_up_to_date():
    assert CliRunner().invoke(main, ["publish", "--json"]).exit_code == 0
    assert standing().manifest.organizations == 0
