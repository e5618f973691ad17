"""The lists as found: six files that plain tools can read, the same for the same seed."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import zipfile
from collections import Counter
from pathlib import Path

import pytest

from oriundo.collect.sources.mapping import from_data, load_mapping
from oriundo.collect.sources.reading import read_drafts
from oriundo.interfaces.demonstration.lists import FoundList, answers, draw, everything, write_lists
from oriundo.interfaces.demonstration.lists.tax import CUT, cut
from oriundo.interfaces.demonstration.truth import truth

SLUGS = [
    "authority-list",
    "directorio-oficial",
    "federacion-clubes",
    "ngo-list",
    "tax-register",
    "web-scrape",
]


def _list(slug: str) -> FoundList:
    return next(found for found in draw() if found.slug == slug)


def test_six_lists_are_drawn() -> None:
    assert [found.slug for found in draw()] == SLUGS
    assert all(found.source.invented for found in draw())
    assert [f.slug for f in draw() if f.source.visibility == "authority"] == ["authority-list"]


def test_every_organization_stands_in_one_to_four_lists_about_two_on_average() -> None:
    seen: dict[str, set[str]] = {one.id: set() for one in truth()}
    for (slug, _), body in answers(draw()).items():
        if body in seen:
            seen[body].add(slug)
    numbers = Counter(len(slugs) for slugs in seen.values())
    assert sorted(numbers) == [1, 2, 3, 4]
    assert round(sum(n * times for n, times in numbers.items()) / 1014, 1) == 2.0


def test_same_seed_gives_the_same_bytes_and_another_seed_others() -> None:
    first = [hashlib.sha256(found.content).hexdigest() for found in draw(11)]
    draw.cache_clear()
    truth.cache_clear()
    assert [hashlib.sha256(found.content).hexdigest() for found in draw(11)] == first
    assert [hashlib.sha256(found.content).hexdigest() for found in draw(12)] != first


def test_official_directory_is_semicolons_in_windows_1252() -> None:
    text = _list("directorio-oficial").content.decode("cp1252")
    rows = list(csv.DictReader(io.StringIO(text), delimiter=";"))
    assert len(rows) == len(_list("directorio-oficial").answers)
    assert {len(row) for row in rows} == {19}
    with pytest.raises(UnicodeDecodeError):
        _list("directorio-oficial").content.decode("utf-8")


@pytest.mark.parametrize(("slug", "columns"), [("ngo-list", 15), ("tax-register", 7)])
def test_comma_lists_are_plain_csv(slug: str, columns: int) -> None:
    rows = list(csv.reader(io.StringIO(_list(slug).content.decode("utf-8"))))
    assert {len(row) for row in rows} == {columns}
    assert len(rows) == len(_list(slug).answers) + 1


def test_tax_register_cuts_names_at_35_characters() -> None:
    text = _list("tax-register").content.decode("utf-8")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert max(len(row["ORGNAME1"]) for row in rows) == CUT == 35
    assert any(row["ORGNAME2"] for row in rows)
    assert {row["EIN"][:3] for row in rows} == {"00-"}


def test_tax_register_fills_the_first_column_only_when_a_word_goes_on() -> None:
    text = _list("tax-register").content.decode("utf-8")
    cut = [row for row in csv.DictReader(io.StringIO(text)) if row["ORGNAME2"]]
    assert Counter(len(row["ORGNAME1"]) == CUT for row in cut)[True] > 20
    assert not any(row["ORGNAME2"].startswith(" ") for row in cut)


def test_web_scrape_is_json_with_one_list_of_pages() -> None:
    scrape = json.loads(_list("web-scrape").content)
    assert {page["id"] for page in scrape["pages"]} == set(_list("web-scrape").answers)
    assert any("&" in page["title"] for page in scrape["pages"])


def test_packed_lists_hold_no_time_of_day() -> None:
    for slug in ("federacion-clubes", "authority-list"):
        with zipfile.ZipFile(io.BytesIO(_list(slug).content)) as archive:
            assert {item.date_time for item in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize(
    ("name", "columns"),
    [
        ("CLUB SOCIAL JEREZ", ("CLUB SOCIAL JEREZ", "")),
        ("FEDERATION OF SAN LUIS POTOSI CLUBS INC", ("FEDERATION OF SAN LUIS POTOSI", "CLUBS INC")),
        ("UNION OF DURANGAN CLUBS IN SAN DIEGO", ("UNION OF DURANGAN CLUBS IN SAN DIEG", "O")),
    ],
)
def test_register_cuts_a_name_so_that_it_can_be_joined(name: str, columns: tuple[str, str]) -> None:
    assert cut(name) == columns


def test_written_lists_are_read_whole_under_their_mappings(tmp_path: Path) -> None:
    write_lists(tmp_path)
    for found in everything():
        mapping = load_mapping(tmp_path / f"{found.slug}.yaml")
        assert mapping == from_data(dict(found.mapping))
        reading = read_drafts(tmp_path / found.file_name, mapping=mapping)
        assert reading.refused == 0
        assert [draft.record_id for draft in reading.drafts] == list(found.answers)


def test_answers_are_written_beside_the_lists(tmp_path: Path) -> None:
    write_lists(tmp_path)
    with (tmp_path / "answers.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0] == ["source", "record_id", "truth"]
    assert len(rows) - 1 == sum(len(found.answers) for found in everything())
    assert rows[1][0] == "authority-list.ods"


def test_every_organization_can_be_reached_through_some_list(tmp_path: Path) -> None:
    write_lists(tmp_path)
    known, reached = answers(draw()), set()
    for found in draw():
        mapping = from_data(dict(found.mapping))
        for draft in read_drafts(tmp_path / found.file_name, mapping=mapping).drafts:
            contact = (draft.phones, draft.emails, draft.websites, draft.address)
            if any(contact) or draft.contact_attested:
                reached.add(known[found.slug, draft.record_id])
    assert {one.id for one in truth()} <= reached
    assert {body for body in known.values() if body.startswith("no_contact")} & reached == set()


def test_no_list_tells_the_place_of_the_fourteen() -> None:
    nowhere = {one.id for one in truth() if one.precision == "nothing"}
    known = answers(draw())
    slugs = {slug for (slug, _), body in known.items() if body in nowhere}
    assert slugs <= {"authority-list", "directorio-oficial", "ngo-list", "web-scrape"}
    text = _list("directorio-oficial").content.decode("cp1252")
    rows = csv.DictReader(io.StringIO(text), delimiter=";")
    mine = [r for r in rows if known["directorio-oficial", r["Núm."]] in nowhere]
    assert {(r["País"], r["Estado"], r["Ciudad"], r["Domicilio"]) for r in mine} == {("",) * 4}


def test_the_study_names_34_organizations_and_invents_nothing() -> None:
    named = next(found for found in everything() if found.slug == "study")
    assert len(named.answers) == 34
    assert sum(1 for answer in named.answers.values() if ":" not in answer) == 21
    assert named.source.invented is False
    assert b".example" not in named.content
    assert b"555-01" not in named.content
