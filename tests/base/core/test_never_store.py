"""Headers and sentences are invented; numbers of papers are made to have the right shape only."""

from __future__ import annotations

import pytest

from oriundo.base.core.never_store import Finding, findings, forbidden_header

FORBIDDEN = """
estatus_migratorio|Estatus Migratorio de los socios|immigrationStatus|Migration status|Visa type
Situación migratoria|statut d'immigration|status imigratório|Estati imigrasyon|sans-papiers
atiende indocumentados|serves undocumented|año de llegada|Year of arrival|Date d'arrivée|ane rive
CURP|curp_presidente|DUI|DPI del representante|SSN|Social Security Number|A-Number|Pasaporte
passport_no|Número de pasaporte|paspò|Clave de elector|Matrícula consular|kat idantite
religion|Partido político|afiliación sindical|Union membership|biometric_hash|Huellas dactilares
home_latitude|Domicilio particular|Home address|fecha de nacimiento|Date of Birth|DOB
data de nascimento|dat nesans|Empleador|employer|nombre del patrón|Lugar de trabajo|cónyuge
Estado civil|número de hijos|Family members|risk_level|Nivel de influencia|IP address
nacionalidad del presidente|president gender|foto del representante
"""
ALLOWED = """
EIN|Employer Identification Number|registration_number|tax_id|RFC|NEQ|CLUNI|legal_status
tax_status|legal_form|Nombre|Organización|Entidad federativa|Estado|status|Teléfono|address
country of origin|País de origen|Municipio de origen|hometown|founded|Año de fundación|members
Número de miembros|latitude|lon|descripción|services|citizenship classes|Visa assistance
Patronato|fiesta patronal|santo patrón|unión|Community union|entry date|fecha de entrada
DACA renewals|phone|email|family services|legal_name|number|a|nacionalidad|participantes
"""


def words(text):
    return [word for word in text.replace("\n", "|").split("|") if word]


@pytest.mark.parametrize("header", words(FORBIDDEN))
def test_a_header_about_a_person_at_risk_is_forbidden(header):
    assert isinstance(forbidden_header(header), str)


@pytest.mark.parametrize("header", words(ALLOWED))
def test_a_header_about_an_organization_is_allowed(header):
    assert forbidden_header(header) is None


def test_the_reason_says_which_datum():
    assert forbidden_header("CURP") == "the number of an identity paper"


FOUND = [
    ("El número A 123 456 789 está en trámite.", ["a_number"]),
    ("Alien number: 087654321", ["a_number"]),
    ("Su A-Number es A087654321.", ["a_number"]),
    ("La CURP es PEXA800101HDFRRN09.", ["curp"]),
    ("RFC de la tesorera: PEXA800101AB1", ["rfc"]),
    ("DUI 01234567-8 de la presidenta", ["dui"]),
    ("Presentó su DUI: 012345678.", ["dui"]),
    ("CUI 1234 56787 0101 del representante", ["dpi"]),
    ("DPI: 9999 99999 0101", ["dpi"]),
    ("RTN 0801-1990-123456", ["rtn"]),
    ("SSN 123-45-6789", ["ssn"]),
    ("social security number 123 45 6789", ["ssn"]),
    ("número de seguro social: 123456789", ["ssn"]),
    ("Pasaporte G12345678 vigente", ["passport"]),
    ("passport no. 123456789", ["passport"]),
    ("Passeport n° 12AB34567 non lu, passeport 123456789 lu", ["passport"]),
    ("Tarjeta 4111 1111 1111 1111", ["card"]),
    ("Llame al (312) 555-0148.", ["phone"]),
    ("Tel. +52 55 1234 5678", ["phone"]),
    ("WhatsApp 312.555.0148 o 503-555-0123", ["phone", "phone"]),
    ("Oficina: 2255-0100 en San Salvador", ["phone"]),
    ("Escriba a ana.prueba@example.org hoy", ["email"]),
    ("Ayuda a indocumentados y a sus familias", ["status"]),
    ("We serve undocumented families", ["status"]),
    ("personas sin papeles", ["status"]),
    ("aide aux sans-papiers", ["status"]),
    ("ajuda a migrantes sem documentos", ["status"]),
    ("DACA recipients are welcome", ["status"]),
    ("cualquiera que sea su estatus migratorio", ["status"]),
    ("Ana, ana@example.org, 312-555-0148, SSN 123-45-6789", ["email", "phone", "ssn"]),
]
NOTHING = [
    "Fundada en 1998, reconocida en 2004.",
    "Comité activo 1998-2014 en Zacatecas.",
    "Somos 1,250 miembros en 32 clubes.",
    "EIN 12-3456789",
    "Recaudó $1,500,000.00 para 3 obras.",
    "Código postal 60608, oficina 204.",
    "Servicios de pasaportes y matrículas.",
    "Clases de ciudadanía e inglés.",
    "Ley 975 de 2005, artículo 12",
    "Papeles picados para la fiesta",
    "Programa 3x1 para Migrantes 2002-2016",
    "Del 15/03/2019 al 20/04/2019",
    "Coordenadas 19.43, -99.13",
    "Documentado en el informe de 2014",
    "",
]


@pytest.mark.parametrize(("sentence", "kinds"), FOUND)
def test_what_is_never_stored_is_found_in_a_sentence(sentence, kinds):
    assert [finding.kind for finding in findings(sentence)] == kinds


@pytest.mark.parametrize("sentence", NOTHING)
def test_an_innocent_sentence_gives_no_finding(sentence):
    assert findings(sentence) == ()


def test_a_finding_says_where():
    assert findings("SSN 123-45-6789.") == (Finding(4, 15, "ssn"),)


def test_a_long_text_of_digits_and_words_ends_soon():
    assert findings("1 " * 50_000) == ()
