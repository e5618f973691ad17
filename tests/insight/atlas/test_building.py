from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from django.db import connection

from oriundo.base.people.models import Person
from oriundo.collect.sources.actions import import_release
from oriundo.domain.directory import actions
from oriundo.domain.directory.models import Change, Fact, Listing, Organization
from oriundo.insight.atlas import building
from oriundo.insight.atlas.actions import refresh
from oriundo.insight.atlas.generations import Mark
from oriundo.insight.atlas.row import Home, Row, Texts
from tests.factories import NOON, a_source, policies
from tests.insight.atlas.listings import an_organization, listed, published, renamed, withdrawn

pytestmark = pytest.mark.django_db


def fact(field: str, value: str) -> dict[str, object]:
    return {"field": field, "value": value, "chosen": True, "sources": []}


def test_a_listing_is_a_row():
    home = {"country": "MEX", "region": "MX-ZAC", "town": "x", "lat": 22.6, "lon": -103.0}
    organization = an_organization("Jerez")
    listed(
        organization,
        residence_country="USA",
        residence_region="US-CA",
        residence_county="c",
        residence_city="d",
        latitude=34.05,
        longitude=-118.24,
        precision="locality",
        homes=[home],
        objective="cultural",
        member_origin="national",
        structure="single",
        verified_on=date(2026, 5, 3),
        facts=[
            fact("name", "Jerez"),
            fact("support", "education"),
            fact("support", "health"),
            fact("language", "es"),
            fact("alternate_name", "Club Jerez"),
            fact("acronym", "CJ"),
            fact("hometown", "Jerez, Zacatecas"),
            fact("city", "Los Angeles"),
            fact("description", "Becas."),
            fact("phone", "+12135550101"),
        ],
    ).save()
    assert list(building.everything()) == [
        Row(
            public_id=organization.public_id,
            name="Jerez",
            sort_key="jerez",
            origin="MEX",
            country="USA",
            region="US-CA",
            county="c",
            city="d",
            lat=34.05,
            lon=-118.24,
            precision="locality",
            homes=(Home("MEX", "MX-ZAC", "x", 22.6, -103.0),),
            objective="cultural",
            member_origin="national",
            structure="single",
            support=("education", "health"),
            language=("es",),
            status="not_verified",
            verified="2026-05-03",
            published="2026-05-03",
            texts=Texts(
                ("Club Jerez",), ("CJ",), ("Jerez, Zacatecas",), ("Los Angeles",), ("Becas.",)
            ),
        )
    ]


@pytest.mark.parametrize(
    ("city", "stated", "found"),
    [
        ("gn:4560349", "Philadelphia", ("Philadelphia", "Filadelfia")),
        ("gn:5368361", "LOS ANGELES", ("LOS ANGELES",)),
        ("gn:4699066", "Houston", ("Houston",)),
    ],
)
def test_a_town_is_found_by_its_name_in_spanish_too(city, stated, found):
    organization = an_organization("Jerez")
    listed(organization, residence_city=city, facts=[fact("city", stated)]).save()
    assert [row.texts.residence for row in building.everything()] == [found]


def test_those_asked_for_are_read():
    a, b, _ = published("Aztlán", "Bacalar", "Cuautla")
    assert [row.name for row in building.of([b.public_id, a.public_id])] == ["Aztlán", "Bacalar"]


def test_changes_are_about_organizations():
    a, b = published("Aztlán", "Bacalar")
    renamed(a, "Cuautla")
    withdrawn(b)
    first, *_, last = Change.objects.order_by("pk").values_list("pk", flat=True)
    assert building.changed(first, last) == {a.public_id, b.public_id}
    assert building.changed(last - 1, last) == {b.public_id}
    assert building.withdrawn(first - 1, last) == {b.public_id}


def test_one_that_came_back_is_not_withdrawn():
    [a] = published("Aztlán")
    withdrawn(a)
    renamed(a, "Aztlán")
    assert building.withdrawn(0, building.mark().number) == set()


def test_the_mark_is_the_last_change():
    assert building.mark() == Mark()
    [a] = published("Aztlán")
    number = Change.objects.get().pk
    assert building.mark() == Mark(number, "2026-05-03T12:00:00+00:00", a.public_id)


def test_a_change_of_another_database_is_not_known():
    published("Aztlán")
    mark = building.mark()
    assert building.knows(mark)
    assert not building.knows(Mark(mark.number, mark.at, "another"))
    assert not building.knows(Mark(mark.number, "2026-05-03T12:00:01+00:00", mark.public_id))
    assert not building.knows(Mark(mark.number + 1, mark.at, mark.public_id))


SECRETS = {
    "phone": "2135550177",
    "email": "secreto@example.org",
    "street": "77 Hidden Alley",
    "unlisted": "Fraternidad Invisible",
    "suppressed": "Sociedad Olvidada",
    "sentence": "juntas en casa de la tesorera",
}


def test_nothing_private_is_in_any_byte_of_the_files(folder, tmp_path):
    policies(MEX="public", GTM="closed")
    header = "id,name,city,region,country,phone,email,address,origin,description"
    rows = [
        f"1,Club Social Jerez,Los Angeles,CA,US,{SECRETS['phone']},{SECRETS['email']},"
        f"{SECRETS['street']},Mexico,Hace {SECRETS['sentence']}.",
        f"2,{SECRETS['unlisted']},Chicago,IL,US,,,,Guatemala,",
        f"3,{SECRETS['suppressed']},Reno,NV,US,+1 775 555 0103,,,Mexico,",
    ]
    path = tmp_path / "list.csv"
    path.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    import_release(source=a_source(), path=path, at=NOON, actor="test")
    actions.rebuild(at=NOON, actor="test")
    Fact.objects.filter(field="description").update(person=Person.objects.create())
    actions.publish(at=NOON, actor="test")
    refresh()
    forgotten = Organization.objects.get(name=SECRETS["suppressed"])
    actions.suppress(organization=forgotten, reason="asked", by=None, at=NOON)
    refresh(anew=True)
    held = b"".join(each.read_bytes() for each in folder.rglob("*") if each.is_file())
    assert Listing.objects.count() == 1
    assert b"Jerez" in held or b"jerez" in held
    assert [
        name for name, secret in SECRETS.items() if secret.lower().encode() in held.lower()
    ] == []


@pytest.mark.django_db(transaction=True)
def test_what_is_read_at_one_moment_does_not_see_what_others_write():
    published("Aztlán")

    def elsewhere():
        published("Bacalar")
        connection.close()

    with building.at_one_moment():
        assert Listing.objects.count() == 1
        with ThreadPoolExecutor(1) as pool:
            pool.submit(elsewhere).result()
        assert (len(list(building.everything())), Change.objects.count()) == (1, 1)
    assert Listing.objects.count() == 2
