from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from oriundo.domain.directory import actions
from oriundo.domain.directory.models import Listing, Organization
from oriundo.insight.atlas.actions import refresh, standing
from oriundo.interfaces.cli.main import main
from tests.factories import HOUSTON, JEREZ, NOON, imported, policies

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def directory(tmp_path, settings):
    settings.ATLAS = tmp_path / "atlas"
    policies(MEX="public", SLV="public")
    imported(tmp_path, JEREZ, HOUSTON)
    actions.rebuild(at=NOON, actor="test")
    actions.publish(at=NOON, actor="test")
    refresh()


def run(*arguments):
    return CliRunner().invoke(main, ["withdraw", *arguments])


def answer(*arguments):
    return json.loads(run(*arguments, "--json").stdout)


def test_a_country_goes_and_comes_back():
    assert answer("--country", "mex") == {"organizations taken out": 1}
    assert list(Listing.objects.values_list("origin", flat=True)) == ["SLV"]
    assert answer("--country", "MEX", "--undo") == {"organizations listed": 2}


def test_everything_goes():
    assert answer("--all") == {"organizations taken out": 2}
    assert Listing.objects.count() == 0


def test_one_organization_goes_by_its_number():
    number = Organization.objects.get(origin="MEX").public_id
    assert answer(number) == {"organizations taken out": 1}
    assert answer(number, "--undo") == {"organizations listed": 1}


def test_it_is_gone_from_the_files_of_the_atlas():
    run("--all")
    assert standing().manifest.organizations == 0


def test_exactly_one_extent_is_wanted():
    assert [run().exit_code, run("--all", "--country", "MEX").exit_code] == [2, 2]


def test_what_is_not_withdrawn_is_said():
    result = run("--country", "MEX", "--undo")
    assert (result.exit_code, "country:MEX" in result.output) == (1, True)
