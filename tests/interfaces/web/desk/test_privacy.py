"""Contacts are for those entitled, and nothing personal reaches a log."""

from __future__ import annotations

import logging

import pytest

from oriundo.base.audit.models import Entry
from oriundo.collect.sources.actions import import_release
from oriundo.collect.sources.models import Record
from tests.domain.directory.desk import a_pair, of, rebuild
from tests.factories import NOON, a_file, a_source, policies
from tests.interfaces.web.desk.people import PASSWORD, person, signed_in

pytestmark = pytest.mark.django_db
HEADER = "id,name,city,region,country,phone,email,address,postal,website,origin,description,lat,lon,notes"
SECRETS = (
    "5550117",
    "555 0117",
    "secreta@",
    "117 calle",
    "90117",
    "34.117",
    "-118.117",
    "nota secreta",
)
PLANTED = (
    "1,Club Santa Rita,Los Angeles,CA,US,+1 213 555 0117,secreta@example.org,117 Calle Secreta,"
    "90117,rita.example,Mexico,Call 213 555 0117 on Mondays,34.117117,-118.117117,nota secreta"
)
OTHER = (
    "2,Comité Santa Rita,Los Angeles,CA,US,+1 213 555 0117,secreta@example.org,117 Calle Secreta,"
    "90117,,Mexico,,34.117117,-118.117117,"
)
REASONS = [
    ("the same telephone number", {"left": "+12135550117", "right": "+12135550117"}, 5.5),
    ("the street: %(left)s", {"left": "117 calle secreta", "right": ""}, 1.0),
    ("in the same city: %(left)s", {"left": "los angeles", "right": "los angeles"}, 1.5),
]


@pytest.fixture
def pair(tmp_path):
    policies(MEX="public")
    path = a_file(tmp_path, PLANTED, OTHER, header=HEADER)
    import_release(source=a_source(), path=path, at=NOON, actor="test")
    rebuild()
    left, right = Record.objects.order_by("row")
    assert of(left) != of(right)
    return a_pair(left, right, reasons=REASONS)


def page_of(client, user, pair):
    return signed_in(client, user).get(f"/en/desk/pair/{pair.pk}/").content.decode().lower()


def test_who_is_not_entitled_sees_no_contact_anywhere_on_the_page(client, pair):
    page = page_of(client, person("officer", "consular", "MEX", "US-CA"), pair)
    assert [secret for secret in SECRETS if secret in page] == []
    assert "in the same city: los angeles" in page
    assert "kept for the authority" in page


@pytest.mark.parametrize("kind", ["operator", "authority"])
def test_who_is_entitled_sees_them_all(client, pair, kind):
    page = page_of(client, person(kind, kind, "" if kind == "operator" else "MEX"), pair)
    assert [secret for secret in SECRETS if secret not in page] == []


def test_no_log_and_no_entry_names_who_signs_in_or_what_is_looked_at(client, pair, caplog):
    caplog.set_level(logging.DEBUG)
    ana = person("ana", "operator")
    client.post("/en/desk/sign-in/", {"email": "ana@example.org", "password": "wrong-word"})
    client.post("/en/desk/sign-in/", {"email": "ana@example.org", "password": PASSWORD})
    client.get("/en/desk/?q=secreta&region=US-CA")
    client.get("/en/desk/pair/999/?q=secreta")
    client.post(f"/en/desk/pair/{pair.pk}/", {"verdict": "same", "seen": "0", "why": "dice Lupe"})
    logged = "\n".join(r.getMessage() for r in caplog.records if not r.name.startswith("django.db"))
    written = logged + str(list(Entry.objects.filter(actor=f"user:{ana.pk}").values()))
    words = ("ana@", "wrong-word", PASSWORD, "secreta", "Lupe", "127.0.0.1", "Santa Rita")
    assert [word for word in words if word in written] == []
