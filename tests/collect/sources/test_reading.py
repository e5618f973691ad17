"""From a file to drafts: what is kept, what is refused, what is said."""

from __future__ import annotations

import pytest

from oriundo.collect.sources.drafts import Draft
from oriundo.collect.sources.limits import Limits
from oriundo.collect.sources.mapping import InvalidMapping, Mapping
from oriundo.collect.sources.reading import Given, UnreadableFile, read_drafts, read_text


def read(text, **facts):
    return read_drafts(Given("list.csv", content=text.encode()), **facts)


def told(reading):
    return [(t.row, t.column, t.code, t.refused) for t in reading.troubles]


def test_a_row_becomes_a_draft():
    reading = read(
        "Folio;Organización;Entidad federativa;País;Teléfono;Correo;Web;Fundada;Miembros\n"
        "7;Club Azteca;Illinois;EE. UU.;(312) 555-0148;A@Example.org;www.azteca.org/;1998;1,200\n"
    )
    raw = {
        "Folio": "7", "Organización": "Club Azteca", "Entidad federativa": "Illinois",
        "País": "EE. UU.", "Teléfono": "(312) 555-0148", "Correo": "A@Example.org",
        "Web": "www.azteca.org/", "Fundada": "1998", "Miembros": "1,200",
    }  # fmt: skip
    draft = Draft(
        source="list.csv",
        record_id="7",
        row=1,
        name="Club Azteca",
        region="Illinois",
        country="EE. UU.",
        phones=("+13125550148",),
        emails=("a@example.org",),
        websites=("azteca.org",),
        members=1200,
        founded=1998,
        raw=raw,
    )
    assert (reading.drafts, reading.troubles) == ([draft], [])


def test_what_was_found_out_about_the_file_is_stated():
    reading = read("Nombre;Ciudad\nUnión;León\n")
    stated = (reading.source, reading.format, reading.encoding, reading.delimiter, reading.guessed)
    assert stated == ("list.csv", "csv", "utf-8", ";", True)


def test_rows_read_are_drafts_or_refused():
    reading = read("name,city\nClub Azteca,Chicago\n,Dallas\n,\nClub Jalisco,Reno\na,b,c,d\n")
    assert (reading.rows_read, len(reading.drafts), reading.refused) == (5, 2, 3)
    assert told(reading) == [
        (2, "", "no-name", True),
        (3, "", "row-empty", True),
        (5, "", "row-too-long", True),
    ]


def test_a_row_without_an_identifier_is_known_by_its_number():
    reading = read("name\nClub Azteca\nClub Jalisco\n")
    assert [draft.record_id for draft in reading.drafts] == ["1", "2"]


def test_a_repeated_identifier_keeps_its_row_under_another():
    mapping = Mapping({"id": ("id",), "name": ("name",)})
    reading = read("id,name\na,Club Azteca\na,Club Jalisco\n,Club Puebla\n", mapping=mapping)
    assert [draft.record_id for draft in reading.drafts] == ["a", "a#2", "3"]
    trouble = reading.troubles[0]
    assert (trouble.code, trouble.row, trouble.refused) == ("id-repeated", 2, False)
    assert trouble.sentence % trouble.values == (
        "The identifier a stands in row 1 already; this row is a#2."
    )


def test_a_forbidden_column_is_not_read_at_all():
    reading = read("name,Estatus migratorio,city\nClub Azteca,secreto,Chicago\n")
    assert reading.drafts[0].raw == {"name": "Club Azteca", "city": "Chicago"}
    assert told(reading) == [(0, "Estatus migratorio", "never-stored", False)]
    assert reading.mapping.ignore == ("Estatus migratorio",)


def test_a_mapping_cannot_bring_a_forbidden_column_back():
    mapping = Mapping({"name": ("name",), "description": ("CURP",)})
    reading = read("name,CURP\nClub Azteca,secreto\n", mapping=mapping)
    assert (reading.drafts[0].description, reading.drafts[0].raw) == ("", {"name": "Club Azteca"})
    assert told(reading) == [(0, "CURP", "never-stored", False)]


def test_a_column_that_the_mapping_does_not_mention_is_named():
    reading = read("name,notas\nClub Azteca,x1\n", mapping=Mapping({"name": ("name",)}))
    assert told(reading) == [(0, "notas", "column-ignored", False)]
    assert reading.mapping.ignore == ("notas",)


def test_a_mapping_used_again_says_nothing_more():
    text = "name,notas\nClub Azteca,x1\n"
    assert read(text, mapping=read(text).mapping).troubles == []


def test_constants_hold_where_the_cell_is_empty():
    mapping = Mapping(
        {"name": ("name",), "country": ("country",), "phone": ("tel",)},
        constants={"region": "IL", "country": "US"},
    )
    reading = read("name,country,tel\nA,,3125550148\nB,MX,5512345678\n", mapping=mapping)
    assert [(d.region, d.country, d.phones) for d in reading.drafts] == [
        ("IL", "US", ("+13125550148",)),
        ("IL", "MX", ("+525512345678",)),
    ]


def test_columns_are_joined_as_the_mapping_says():
    mapping = Mapping(
        {"name": ("a", "b"), "address": ("street", "unit")}, cut_at={"name": 6}, join={}
    )
    reading = read(
        "a,b,street,unit\nClub A,zteca,Calle 1,2\nClub,Azteca,Calle 1,\n", mapping=mapping
    )
    assert [(d.name, d.address) for d in reading.drafts] == [
        ("Club Azteca", "Calle 1, 2"),
        ("Club Azteca", "Calle 1"),
    ]


def test_several_values_in_one_cell_are_split():
    mapping = Mapping(
        {"name": ("name",), "alternate_name": ("other",), "origin": ("from",)},
        split={"alternate_name": "/"},
    )
    text = "name,other,from\nClub,A; B / C,México y Guatemala; México\n"
    draft = read(text, mapping=mapping).drafts[0]
    assert (draft.alternate_names, draft.origins) == (("A; B", "C"), ("México", "Guatemala"))


def test_a_value_that_is_not_understood_is_left_out_and_the_row_kept():
    reading = read("name,lat,lon,fundada\nClub,91,200,ayer\n")
    draft = reading.drafts[0]
    assert (draft.lat, draft.lon, draft.founded, draft.raw["fundada"]) == (None, None, None, "ayer")
    assert told(reading) == [
        (1, "lat", "coordinates-out-of-range", False),
        (1, "fundada", "year", False),
    ]


def test_an_email_among_the_websites_is_an_email():
    draft = read("name,web\nClub,azteca.org ana@example.org\n").drafts[0]
    assert (draft.websites, draft.emails) == (("azteca.org",), ("ana@example.org",))


def test_a_list_without_a_name_is_refused_with_its_columns():
    with pytest.raises(InvalidMapping, match=r"The columns are: tel, lat\.$"):
        read("tel,lat\n1,2\n")


def test_upload_limits_are_smaller():
    text = "name\n" + "Club\n" * 50_001
    with pytest.raises(UnreadableFile) as refused:
        read(text, limits=Limits.upload())
    assert (refused.value.code, refused.value.values["limit"]) == ("too-many-rows", 50_000)


def test_the_same_file_gives_the_same_reading():
    text = "name,web\nClub,x\nClub,y.org\n"
    assert read(text) == read(text)


def test_pasted_text_is_a_table():
    table = read_text("nombre\tciudad\nClub Azteca\tChicago\n")
    assert table.format == "tsv"
    assert [row.cells for row in table.rows] == [{"nombre": "Club Azteca", "ciudad": "Chicago"}]


def test_every_field_of_the_vocabulary_but_that_of_homes_is_read():
    text = (
        "id,name,alternate_name,acronym,address,city,region,postal,country,phone,email,website,"
        "description,origin,hometown,objective,support,members,lat,lon,registration_number,"
        "founded,contact_attested,language\n"
        "k,N,A,AC,S 1,C,IL,60608,US,3125550148,a@b.org,b.org,D,México,Jerez,O,P,5,1,2,R,1999,x,es\n"
    )
    draft = read(text).drafts[0]
    empty = [name for name in Draft.__slots__ if getattr(draft, name) in ("", (), None, False)]
    assert empty == ["coarse"]
