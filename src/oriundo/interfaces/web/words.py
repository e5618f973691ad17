"""Codes in the reader's words, and the names of fields."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from babel import Locale
from django.utils.translation import gettext, pgettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from oriundo.base.places.names import country_name
from oriundo.collect.sources.models import Source
from oriundo.domain.directory.typology import AXES, OBJECTIVE, SUPPORT
from oriundo.insight.atlas.question import UNKNOWN
from oriundo.interfaces.speech import say
from oriundo.interfaces.web import language
from oriundo.interfaces.web.placenames import place_name, region_name

COUNTRIES = frozenset({"origin", "country", "residence_country"})
DIVISIONS = frozenset({"region", "residence_region", "home_region"})
PLACES = frozenset({"county", "city", "hometown"})
WITH_ARTICLE = frozenset({"ARE", "BHS", "DOM", "GBR", "NLD", "PHL", "USA"})

FILTER_LABELS = {
    "origin": _("Country of origin"),
    "home_region": _("State of origin"),
    "hometown": _("Municipality of origin"),
    "country": _("Country of residence"),
    "region": _("State or province"),
    "county": _("County"),
    "city": _("City"),
    "objective": _("Main objective"),
    "member_origin": _("Type by members"),
    "structure": _("Structure"),
    "support": _("Support for the home community"),
    "language": _("Language"),
    "status": _("Status"),
    "verified": _("Verified since"),
    "precision": _("How exactly the place is known"),
}

ALL_LABELS = {
    "origin": _("All countries of origin"),
    "home_region": _("All states of origin"),
    "hometown": _("All municipalities of origin"),
    "country": _("All countries of residence"),
    "region": _("All states and provinces"),
    "county": _("All counties"),
    "city": _("All cities"),
    "language": _("All languages"),
}
"""The pages of all values of the filters that may have more than a form can hold."""

PRECISION = {
    "address": _("Street address"),
    "postal": _("Postal code"),
    "locality": _("City"),
    "admin2": _("County"),
    "admin1": _("State only"),
    "country": _("Country only"),
    "none": _("No known place"),
}

FIELD_LABELS = {
    "name": _("Name"),
    "alternate_name": _("Also known as"),
    "acronym": _("Acronym"),
    "description": _("What it does"),
    "support": _("Support for the home community"),
    "language": _("Languages"),
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
        return region_name(code)
    if field in SAYING:
        return SAYING[field](code)
    if field == "support":
        return say(SUPPORT.get(code, code))
    if field == "secondary_objective":
        return say(OBJECTIVE.get(code, code))
    if field in AXES:
        return say(AXES[field].get(code, code))
    return code


def choice(name: str, value: str) -> str:
    """What a value of a filter is called. Places are keys there; in facts they are words."""
    return place_name(value) if name in PLACES and value != UNKNOWN else word(name, value)


def _language(code: str) -> str:
    name = str(Locale.parse(language.current()).languages.get(code, code))
    return f"{name[:1].upper()}{name[1:]}"


def _status(code: str) -> str:
    return str(STATUS[code][0]) if code in STATUS else code


SAYING: dict[str, Callable[[str], str]] = {
    "language": _language,
    "status": _status,
    "precision": lambda code: str(PRECISION.get(code, code)),
    "verified": lambda code: language.day(date.fromisoformat(code)),
}


def _named(country: str) -> str:
    """A country within an English sentence, some with their article: "the United States"."""
    name = word("country", country)
    with_article = country in WITH_ARTICLE and language.current() == "en"
    return f"the {name}" if with_article else name


def place(country: str, region: str, city: str = "") -> str:
    """Where it is, as in "Houston, Texas, United States"; "" when the country is unknown."""
    if not country:
        return ""
    if not region and not city:
        return _named(country)
    finer = [part for part in (city, word("region", region) if region else "") if part]
    return ", ".join((*dict.fromkeys(finer), word("country", country)))


def source_kind(code: str) -> str:
    """The kind of a source, capitalized for the head of a line."""
    return str(dict(Source.Kind.choices).get(code, code))


def from_origin(code: str) -> str:
    """The origin as the start of a line: "From Mexico"."""
    if not code:
        return gettext("Origin unknown")
    return pgettext("origin", "From %(country)s") % {"country": _named(code)}


def in_place(country: str, region: str, city: str = "") -> str:
    """Where it is, within a line: "in California, United States"."""
    where = place(country, region, city)
    if not where:
        return gettext("residence unknown")
    return pgettext("residence", "in %(place)s") % {"place": where}


def status(code: str, verified_on: date | None) -> str:
    """What is known of an organization being active, with the day on which it was confirmed."""
    title = str(STATUS[code][0]) if code in STATUS else code
    if verified_on is None or code == "not_verified":
        return title
    return gettext("%(status)s, confirmed on %(date)s") % {
        "status": title,
        "date": language.day(verified_on),
    }
