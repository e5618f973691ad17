"""Codes in the reader's words, and the names of fields."""

from __future__ import annotations

from django.utils.translation import gettext, pgettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from oriundo.base.places.gazetteer import Place, gazetteer
from oriundo.base.places.names import country_name, division_name
from oriundo.collect.sources.models import Source
from oriundo.domain.directory.queries.public import UNKNOWN
from oriundo.domain.directory.typology import AXES, OBJECTIVE, SUPPORT
from oriundo.interfaces.speech import say
from oriundo.interfaces.web import language

COUNTRIES = frozenset({"origin", "country", "residence_country"})
DIVISIONS = frozenset({"region", "residence_region", "home_region"})
WITH_ARTICLE = frozenset({"ARE", "BHS", "DOM", "GBR", "NLD", "PHL", "USA"})

FILTER_LABELS = {
    "origin": _("Origin"),
    "country": _("Country of residence"),
    "region": _("State or province"),
    "objective": _("Main objective"),
    "member_origin": _("Type by members"),
    "structure": _("Structure"),
}

FIELD_LABELS = {
    "name": _("Name"),
    "alternate_name": _("Also known as"),
    "acronym": _("Acronym"),
    "description": _("What it does"),
    "support": _("Support for the home community"),
    "founded": _("Founded"),
    "members": pgettext_lazy("how many", "Members"),
    "registration_number": _("Registration number"),
    "website": _("Website"),
    "origin": _("Origin"),
    "hometown": _("Hometown"),
    "residence_country": _("Country of residence"),
    "residence_region": _("State or province"),
    "city": _("City"),
    "objective": _("Main objective"),
    "secondary_objective": _("Further objectives"),
    "member_origin": _("Type by members"),
    "structure": _("Structure"),
    "phone": _("Telephone"),
    "email": _("Email"),
    "address": _("Address"),
    "postal": _("Postal code"),
    "location": _("Coordinates"),
}

STATUS = {
    "not_verified": (
        _("Not verified"),
        _("Nobody has confirmed this yet. The page repeats what the sources say."),
    ),
    "active": (_("Active"), _("The organization has been confirmed as active.")),
    "inactive": (
        _("Temporarily inactive"),
        _("The organization exists and is not active at present."),
    ),
    "dissolved": (_("Dissolved"), _("The organization no longer exists.")),
}


def word(field: str, code: str) -> str:
    """What a stored value is called; a value that is no code comes back as it is."""
    if not code or code == UNKNOWN:
        return gettext("Unknown")
    if field in COUNTRIES:
        return country_name(code, language.current())
    if field in DIVISIONS:
        return division_name(code, language.current())
    if field == "support":
        return say(SUPPORT.get(code, code))
    if field == "secondary_objective":
        return say(OBJECTIVE.get(code, code))
    if field in AXES:
        return say(AXES[field].get(code, code))
    return code


def place_name(found: Place) -> str:
    """What a place is called in the reader's language."""
    if found.level == "country":
        return word("country", found.code)
    if found.level == "admin1":
        return word("region", found.code)
    return gazetteer().names(found).get(language.current(), found.name)


def town(key: str) -> str:
    """A place by its key, with the state or province that it lies in: "Los Angeles, California"."""
    found = gazetteer().by_key(key)
    if found is None:
        return key
    name = place_name(found)
    division = division_name(found.admin1, language.current()) if found.admin1 else ""
    return f"{name}, {division}" if division and division != name else name


def _named(country: str) -> str:
    """A country within an English sentence, some with their article: "the United States"."""
    name = word("country", country)
    with_article = country in WITH_ARTICLE and language.current() == "en"
    return f"the {name}" if with_article else name


def place(country: str, region: str) -> str:
    """Where it is, as in "California, United States"; "" when the country is unknown."""
    if not country:
        return ""
    return f"{word('region', region)}, {word('country', country)}" if region else _named(country)


def source_kind(code: str) -> str:
    """The kind of a source, capitalized for the head of a line."""
    return str(dict(Source.Kind.choices).get(code, code))


def from_origin(code: str) -> str:
    """The origin as the start of a line: "From Mexico"."""
    if not code:
        return gettext("Origin unknown")
    return pgettext("origin", "From %(country)s") % {"country": _named(code)}


def in_place(country: str, region: str) -> str:
    """Where it is, within a line: "in California, United States"."""
    where = place(country, region)
    if not where:
        return gettext("residence unknown")
    return pgettext("residence", "in %(place)s") % {"place": where}
