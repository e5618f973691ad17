from __future__ import annotations

import pytest

from oriundo.collect.sources.mapping import guess_mapping

HEADERS = {
    "id": ["source_id", "ID", "Folio", "record id"],
    "name": [
        "legal_name", "Organización", "Nombre del club", "ORGANIZATION NAME", "Orgname1",
        "Nom de l'organisme", "Razón social", "nombre",
    ],
    "alternate_name": ["trade_names", "DBA", "Otros nombres", "Autres noms"],
    "acronym": ["Siglas", "Acronym", "Sigle"],
    "address": ["Domicilio", "Street address", "Adresse", "Dirección", "address_1"],
    "city": ["Ciudad", "City", "Ville", "borough", "Municipio"],
    "region": ["Entidad federativa", "State", "Province", "jurisdiction", "Estado"],
    "postal": ["C.P.", "Zip", "Código postal", "postal_code"],
    "country": ["País", "Country", "Pays"],
    "phone": ["Teléfono", "Tel.", "PHONE", "Téléphone", "Celular", "contact.phone"],
    "email": ["Correo electrónico", "E-mail", "Courriel", "admin_emails"],
    "website": ["Página web", "Orgurl", "url", "Facebook", "Site web"],
    "description": ["Descripción", "Mission", "about"],
    "origin": ["País de origen", "Country of origin", "Pays d'origine"],
    "hometown": ["Municipio de origen", "Estado de origen", "hometown"],
    "objective": ["Objeto social", "Purpose", "Objectif"],
    "support": ["Tipo de apoyo", "Proyectos"],
    "members": ["Número de miembros", "Members", "Nombre de membres", "Socios"],
    "lat": ["lat", "Latitude", "LATITUD"],
    "lon": ["lon", "lng", "Longitude"],
    "registration_number": ["EIN", "NEQ", "tax_id", "CLUNI", "Registration No."],
    "founded": ["Año de fundación", "date_incorporated", "Incorporateddate", "Founded"],
    "language": ["Idioma", "Languages", "Language(s)", "Idiomas que hablan", "Langues"],
    "home": ["es casa particular", "is a home"],
    "contact_attested": ["tiene contacto"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("field", "header"), [(field, header) for field in HEADERS for header in HEADERS[field]]
)
def test_a_header_names_its_field(field, header):
    assert guess_mapping([header], []).columns == {field: (header,)}


def columns(headers, *rows):
    sample = [dict(zip(headers, row, strict=True)) for row in rows]
    return guess_mapping(headers, sample).columns


def test_every_column_is_mapped_or_ignored():
    mapping = guess_mapping(["Nombre", "Legal form", "Estatus migratorio", "Tel"], [])
    assert mapping.columns == {"name": ("Nombre",), "phone": ("Tel",)}
    assert mapping.ignore == ("Legal form", "Estatus migratorio")


def test_the_organization_is_preferred_to_a_plain_name():
    assert columns(["Nombre", "Organización"]) == {"name": ("Organización",)}


def test_a_legal_name_beside_the_name_is_another_name():
    found = columns(["name", "legal_name"])
    assert found == {"name": ("name",), "alternate_name": ("legal_name",)}


def test_the_name_of_the_president_is_not_the_name():
    assert columns(["Nombre del presidente", "Club"]) == {"name": ("Club",)}


def test_names_cut_over_two_columns_are_joined_as_they_were_cut():
    first = "FEDERACION DE CLUBES UNIDOS DE MICH"
    rows = [
        {"Orgname1": first, "Orgname2": "OACAN"},
        {"Orgname1": first[:-1] + "X", "Orgname2": "ALISCO"},
        {"Orgname1": "CLUB AZTECA", "Orgname2": ""},
    ]
    mapping = guess_mapping(["Orgname2", "Orgname1"], rows)
    assert (mapping.columns, mapping.cut_at) == ({"name": ("Orgname1", "Orgname2")}, {"name": 35})


def test_two_columns_of_a_name_that_are_not_cut_are_joined_with_a_space():
    rows = [{"name1": "Club Azteca", "name2": "de Chicago"}, {"name1": "Club Jalisco"}]
    assert guess_mapping(["name1", "name2"], rows).cut_at == {}


def test_several_social_accounts_are_websites():
    headers = ["name", "website", "twitter", "facebook"]
    assert columns(headers)["website"] == ("website", "twitter", "facebook")


def test_an_identifier_that_repeats_is_none():
    assert columns(["name", "code"], ["A", "1"], ["B", "1"]) == {"name": ("name",)}


def test_columns_without_a_known_header_are_known_by_their_values():
    headers = ["column 1", "column 2", "column 3", "column 4", "column 5", "column 6", "column 7"]
    rows = [
        ["Club Azteca", "a@example.org", "312-555-0148", "60608", "IL", "41.88", "-87.63"],
        ["Club Jalisco", "j@example.org", "312-555-0149", "60609", "TX", "32.77", "-96.79"],
    ]
    assert columns(headers, *rows) == {
        "name": ("column 1",),
        "region": ("column 5",),
        "postal": ("column 4",),
        "phone": ("column 3",),
        "email": ("column 2",),
        "lat": ("column 6",),
        "lon": ("column 7",),
    }


def test_both_coordinates_in_one_column_serve_both_fields():
    rows = [["Club Azteca", "41.88, -87.63"], ["Club Jalisco", "32.77, -96.79"]]
    found = columns(["name", "ubicación"], *rows)
    assert found == {"name": ("name",), "lat": ("ubicación",), "lon": ("ubicación",)}


def test_addresses_of_sources_are_not_websites():
    rows = [["A", "https://example.org/1"], ["B", "https://example.org/2"]]
    assert columns(["name", "Sources"], *rows) == {"name": ("name",)}


def test_x_and_y_that_are_no_degrees_are_not_coordinates():
    rows = [["A", "480123.5", "2150000.1"], ["B", "480124.5", "2150001.1"]]
    assert columns(["name", "x", "y"], *rows) == {"name": ("name",)}
