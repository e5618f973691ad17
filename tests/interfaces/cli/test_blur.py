from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from oriundo.domain.directory.models import Organization
from oriundo.domain.reach.models import Proposal
from oriundo.interfaces.cli.main import main
from tests.domain.directory.test_blur import AYOQUEZCO, SECRETS, published
from tests.everything import everything_stored
from tests.factories import NOON, policies

pytestmark = pytest.mark.django_db


def _run(*arguments):
    return CliRunner().invoke(main, ["blur", *arguments])


@pytest.fixture
def organization(tmp_path, settings):
    settings.ATLAS = tmp_path / "atlas"
    policies(MEX="public")
    published(tmp_path, AYOQUEZCO)
    return Organization.objects.get()


def test_it_discards_the_place_everywhere_and_says_what_was_done(organization):
    Proposal.objects.create(
        organization=organization,
        kind="correction",
        field="address",
        value="4187 Zarzamora",
        at=NOON,
    )
    result = _run(organization.public_id, "--json")
    assert json.loads(result.stdout) == {"blurred": organization.public_id, "records written": 1}
    said = (everything_stored() + result.output).casefold()
    assert [secret for secret in SECRETS if secret in said] == []


def test_a_number_that_nobody_has_is_refused():
    result = _run("ORI-XXXX-XXXX")
    assert (result.exit_code, "Traceback" in result.output) == (1, False)
