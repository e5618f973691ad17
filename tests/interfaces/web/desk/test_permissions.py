"""Every address of the site × everyone who may come: the addresses are those of the resolver."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone, translation

from oriundo.base.accounts import actions as accounts
from oriundo.collect.matching.actions import judge
from oriundo.collect.matching.models import Judgment
from tests.domain.directory.desk import a_directory, a_pair, key
from tests.factories import NOON
from tests.interfaces.web.desk.people import person, signed_in

pytestmark = pytest.mark.django_db

# What each address is for. One that is missing here fails, so that nobody forgets to think of it.
PUBLIC = {
    "health", "robots", "sitemap", "sitemap_pages", "sitemap_part", "sitemap_places",
    "map_style", "public:base_map", "public:home", "public:directory", "public:organization", "public:method", "public:never_kept",
    "public:values", "public:suggestions", "public:contact_card", "public:code", "public:picture", "public:embedded", "public:use",
    "public:changes", "public:map", "public:maps", "public:map_here", "public:embedded_map", "map_picture", "map_locator", "map_table", "map_tile", "places:place",
}  # fmt: skip
# For machines: everything there is public, and nothing there writes.
MACHINES = {
    "openapi_v1", "openapi_hsds", "openapi_ogc", "hsds_profile", "api:docs", "api:openapi", "feeds:changes",
    "download:organizations", "download:directory", "download:directory_file", "download:changes",
    *(f"v1:{name}" for name in (
        "api-root", "about", "organizations", "organizations_csv", "organizations_geojson", "organization",
        "suggested", "counts", "facets", "tile", "places_named", "place", "children",
    )),
    *(f"hsds:{name}" for name in (
        "api-root", "about", "organizations", "organization", "services", "service",
        "service_at_locations",
        "all_taxonomies", "taxonomy", "taxonomy_terms", "taxonomy_term",
    )),
    *(f"ogc:{name}" for name in (
        "api-root", "landing", "conformance", "collections", "collection", "items", "item",
    )),
}  # fmt: skip
OPEN = {"desk:sign_in", "desk:sign_out"}
# Forms of visitors (tests/interfaces/web/reach), and the inbox they fill (test_inbox.py).
OF_VISITORS = {
    *("reach:correct", "reach:remove", "reach:write", "reach:receipt", "reach:stop", "reach:hear"),
}
OF_THE_INBOX = {"desk:inbox", "desk:proposal", "desk:reopen"}
# Method by which each is asked, and the word that stands for what it is asked about.
OF_THE_DESK = {
    "desk:queue": ("get", ""),
    "desk:how_to": ("get", ""),
    "desk:decided": ("get", ""),
    "desk:pair": ("get", "pair"),
    "desk:several": ("post", "pair"),
    "desk:part": ("post", "pair"),
    "desk:skip": ("post", "pair"),
    "desk:apply": ("post", "word"),
    "desk:undo": ("post", "word"),
}
# Persona → what it gets from: the queue; pages about no one; a pair of Mexico in California; a
# word on it that operator "op" said.
SIGN_IN, SEEN, KEPT = "sign in", 200, "done"
EXPECTED = {
    "anonymous": (SIGN_IN, SIGN_IN, SIGN_IN, SIGN_IN),
    "suspended": (SIGN_IN, SIGN_IN, SIGN_IN, SIGN_IN),
    "expired": (SIGN_IN, SIGN_IN, SIGN_IN, SIGN_IN),
    "no role": (403, SEEN, 404, 404),
    "ended role": (403, SEEN, 404, 404),
    "operator": (SEEN, SEEN, KEPT, KEPT),
    "authority": (SEEN, SEEN, KEPT, 404),
    "foreign authority": (SEEN, SEEN, 404, 404),
    "consular": (SEEN, SEEN, KEPT, 404),
    "consular elsewhere": (SEEN, SEEN, 404, 404),
    "foreign consular": (SEEN, SEEN, 404, 404),
}


def names(resolver=None, space=""):
    """The name of every address that the site answers at."""
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLResolver):
            yield from names(entry, f"{entry.namespace}:" if entry.namespace else space)
        elif isinstance(entry, URLPattern):
            yield f"{space}{entry.name}"


@pytest.fixture
def asked(tmp_path):
    """A pair of Mexico in California, and a word of "op" on it that holds."""
    records = a_directory(tmp_path, "1", "5")
    op = person("op", "operator")
    word = judge(
        left=key(records["1"]), right=key(records["5"]), verdict="unsure", why="", by=op, at=NOON
    )
    return {"pair": a_pair(records["1"], records["5"]).pk, "word": word.pk}


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


def client_of(persona):
    kinds = {
        "operator": ("operator", "", ""),
        "authority": ("authority", "MEX", ""),
        "foreign authority": ("authority", "SLV", ""),
        "consular": ("consular", "MEX", "US-CA"),
        "consular elsewhere": ("consular", "MEX", "US-NV"),
        "foreign consular": ("consular", "SLV", "US-CA"),
        "suspended": ("operator", "", ""),
        "expired": ("operator", "", ""),
        "ended role": ("operator", "", ""),
    }
    if persona == "anonymous":
        return Client()
    user = person(persona.replace(" ", "-"), *kinds.get(persona, ()))
    client = signed_in(Client(), user)
    if persona == "suspended":
        accounts.end_user(user=user, at=NOON, actor="test")
    if persona == "ended role":
        user.roles.update(ended_at=timezone.now())
    if persona == "expired":
        session = client.session
        session["seen"] = 0
        session.save()
    return client


def expected(persona, name):
    queue, of_nobody, of_pair, of_word = EXPECTED[persona]
    what = OF_THE_DESK[name][1]
    if name == "desk:queue":
        return queue
    return {"": of_nobody, "pair": of_pair, "word": of_word}[what]


def outcome(answer):
    """A page, a refusal, the way to the sign-in, or: it was taken and dealt with."""
    if answer.status_code == 302:
        return SIGN_IN if "/sign-in/" in answer.url else KEPT
    return answer.status_code


def test_every_address_has_been_thought_of():
    expected = PUBLIC | MACHINES | OPEN | OF_VISITORS | OF_THE_INBOX | set(OF_THE_DESK)
    assert set(names()) == expected


@pytest.mark.parametrize("persona", EXPECTED)
def test_everyone_gets_what_is_theirs_and_no_more(asked, persona):
    client = client_of(persona)
    got, wanted = {}, {}
    for name, (method, what) in OF_THE_DESK.items():
        where = reverse(name, args=[asked[what]] if what else [])
        answer = getattr(client, method)(where, {"record": "0"} if method == "post" else {})
        wanted[name] = expected(persona, name)
        # A pair that one may see answers an empty form with the page and what is wrong with it.
        dealt_with = wanted[name] == KEPT and answer.status_code in (200, 409, 422)
        got[name] = KEPT if dealt_with else outcome(answer)
    assert got == wanted


@pytest.mark.parametrize("persona", ["no role", "operator", "foreign authority"])
def test_what_is_not_there_and_what_is_not_theirs_look_the_same(asked, persona):
    client = client_of(persona)
    missing = client.get("/en/desk/pair/999999/")
    assert missing.status_code == 404
    if persona != "operator":
        foreign = client.get(f"/en/desk/pair/{asked['pair']}/")
        assert foreign.content == missing.content.replace(b"999999", str(asked["pair"]).encode())


@pytest.mark.parametrize("name", OF_THE_DESK)
def test_only_the_method_that_is_meant_is_answered(asked, name):
    client = client_of("operator")
    method, what = OF_THE_DESK[name]
    where = reverse(name, args=[asked[what]] if what else [])
    others = {"post", "put", "patch", "delete"} - {method, "post" if name == "desk:pair" else ""}
    others |= {"get"} if method == "post" else set()
    assert {getattr(client, other)(where).status_code for other in others} == {405}


def test_reading_changes_nothing(asked):
    client = client_of("operator")
    before = list(Judgment.objects.values())
    for name, (method, what) in OF_THE_DESK.items():
        if method == "get":
            client.get(reverse(name, args=[asked[what]] if what else []))
    assert list(Judgment.objects.values()) == before
