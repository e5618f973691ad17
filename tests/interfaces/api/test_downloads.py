"""Any search as a file, and the whole directory with checksums."""

from __future__ import annotations

import csv
import fcntl
import io
import json
import os
import zipfile
from hashlib import sha256

import openpyxl
import pytest

from oriundo.domain.directory.actions.publish import publish
from oriundo.interfaces.api.downloads import files
from oriundo.interfaces.api.downloads.columns import NAMES
from tests.interfaces.api import few
from tests.interfaces.web import cast

pytestmark = pytest.mark.django_db


def body(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    return b"".join(answer)


@pytest.fixture
def club():
    organization = cast.organization(
        "=2+2 Club", city="Los Angeles", alternate_name=("+Uno", "@dos"), support="health"
    )
    return cast.listings(organization)[0]


def test_a_table_is_plain_utf8_and_runs_no_formula(client, club):
    text = body(client, "/download/organizations.csv").decode()
    (row,) = csv.DictReader(io.StringIO(text))
    assert (text[:3], tuple(row)) == ("id,", NAMES)
    assert (row["name"], row["alternate_names"], row["region"], row["longitude"]) == (
        "'=2+2 Club", "'+Uno; @dos", "US-CA", str(club.longitude),
    )  # fmt: skip


def test_a_workbook_holds_texts_and_says_what_it_is(client, club):
    content = body(client, "/download/organizations.xlsx?origin=MEX")
    book = openpyxl.load_workbook(io.BytesIO(content))
    head, row = book.worksheets[0].iter_rows(values_only=True)
    name = book.worksheets[0].cell(2, 2)
    assert (head, name.value, name.data_type) == (NAMES, "=2+2 Club", "s")
    assert row[NAMES.index("latitude")] == club.latitude
    about = dict(book.worksheets[1].iter_rows(values_only=True))
    assert (about["query"], about["total"]) == ("origin=MEX", "1")
    assert about["license"] == "https://creativecommons.org/licenses/by/4.0/"


def test_features_have_license_question_and_total(client, club):
    told = json.loads(body(client, "/download/organizations.geojson?origin=MEX"))
    (feature,) = told["features"]
    assert (told["query"], told["total"], told["license"]["id"]) == ("origin=MEX", 1, "CC-BY-4.0")
    assert feature["geometry"] == {
        "type": "Point", "coordinates": [club.longitude, club.latitude],
    }  # fmt: skip
    assert feature["properties"]["name"] == "=2+2 Club"


def test_the_archive_describes_its_table(client, club):
    archive = zipfile.ZipFile(io.BytesIO(body(client, "/download/organizations.zip")))
    table = archive.read("organizations.csv")
    package = json.loads(archive.read("datapackage.json"))
    (resource,) = package["resources"]
    assert (resource["bytes"], resource["hash"]) == (
        len(table), f"sha256:{sha256(table).hexdigest()}",
    )  # fmt: skip
    assert [field["name"] for field in resource["schema"]["fields"]] == list(NAMES)
    assert package["licenses"] == [
        {"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/"}
    ]


def test_the_descriptor_beside_a_table_leads_to_it(client, club):
    linked = client.get("/download/organizations.csv?origin=MEX")
    b"".join(linked)
    where = "http://testserver/download/organizations.datapackage.json?origin=MEX"
    assert f'<{where}>; rel="describedby"' in linked.headers["Link"]
    (resource,) = client.get(where).json()["resources"]
    assert resource["path"] == "http://testserver/download/organizations.csv?origin=MEX"


def test_a_file_is_named_for_its_day(client, club):
    answer = client.get("/download/organizations.csv")
    b"".join(answer)
    assert answer.headers["Content-Disposition"].startswith('attachment; filename="oriundo-20')


def test_a_search_too_large_for_a_workbook_says_what_to_do(client, club, monkeypatch):
    monkeypatch.setattr(files, "LARGEST_WORKBOOK", 0)
    answer = client.get("/download/organizations.xlsx?lang=en")
    assert (answer.status_code, answer.json()["remedy"]) == (413, "Choose fewer, or take CSV.")


def test_the_whole_directory_has_checksums_that_hold(client):
    few.organizations()
    told = client.get("/download/directory.json").json()
    assert told["total"] == 12
    for each in told["files"]:
        content = body(client, each["url"])
        assert (len(content), sha256(content).hexdigest()) == (each["bytes"], each["sha256"])
    table = body(client, "/download/directory/organizations.csv").decode()
    assert len(list(csv.DictReader(io.StringIO(table)))) == 12


def test_what_was_withdrawn_is_in_no_later_file_and_in_none_that_is_kept(client, settings):
    club = cast.organization("Club Jerez")
    cast.organization("Club Usulután")
    cast.listings()
    assert b"Jerez" in body(client, "/download/directory/organizations.csv")
    club.choice = "hidden"
    club.save()
    publish(at=cast.NOW, actor="test")
    assert b"Jerez" not in body(client, "/download/directory/organizations.csv")
    kept = [path.read_text() for path in settings.DOWNLOADS.rglob("*.csv")]
    assert len(kept) == 1


def test_while_files_are_written_a_second_reader_is_asked_to_wait(client, settings):
    settings.DOWNLOADS.mkdir()
    held = os.open(settings.DOWNLOADS / ".lock", os.O_CREAT | os.O_RDWR)
    fcntl.flock(held, fcntl.LOCK_EX)
    answer = client.get("/download/directory.json")
    os.close(held)
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "30")
    assert client.get("/download/directory.json").status_code == 200


def test_changes_can_be_followed_by_number(client, club):
    rows = list(csv.reader(io.StringIO(body(client, "/download/changes.csv").decode())))
    assert [row[1:3] for row in rows] == [["id", "change"], [club.public_id, "published"]]
    later = body(client, f"/download/changes.csv?after={rows[1][0]}").decode().splitlines()
    assert later == ["number,id,change,at"]
