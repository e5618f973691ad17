"""The words that lists use for what the truth holds as codes."""

from __future__ import annotations

from oriundo.base.places.names import country_name, division_name

OBJECTIVES = {
    "origin_focused": ("Comunidad de origen", "Home community"),
    "community": ("Comunitaria", "Community"),
    "service": ("Servicios", "Services"),
    "cultural": ("Cultural", "Culture"),
    "educational": ("Educativa", "Education"),
    "womens": ("Mujeres", "Women"),
    "business": ("Empresarial", "Business"),
    "chamber_of_commerce": ("Cámara de comercio", "Chamber of commerce"),
    "athletic": ("Deportiva", "Sports"),
    "scientific": ("Científica", "Science"),
    "": ("", ""),
}
SUPPORTS = {
    "nutrition": ("Alimentación", "Food"),
    "health": ("Salud", "Health"),
    "education": ("Becas", "Scholarships"),
    "infrastructure": ("Obras", "Public works"),
    "commerce_employment": ("Empleo", "Jobs"),
    "other_in_kind": ("Donaciones en especie", "In-kind donations"),
    "economic_aid": ("Ayuda económica", "Financial aid"),
    "other": ("Otros apoyos", "Other support"),
}


def country(code: str, language: str) -> str:
    """The country's or region's name; "" for ""."""
    return country_name(code, language) if code else ""


def division(code: str, language: str) -> str:
    """The state's or province's name; "" for ""."""
    return division_name(code, language) if code else ""


def short_division(code: str) -> str:
    """ "US-CA" -> "CA"; "" where lists write no short form."""
    return code[3:] if code[:3] in ("US-", "CA-") else ""
