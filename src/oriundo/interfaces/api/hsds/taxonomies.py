"""Our vocabularies as HSDS taxonomies: three axes of the typology, and the kinds of support."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from oriundo.domain.directory.typology import AXES, SUPPORT
from oriundo.interfaces.api.answers import Json, language
from oriundo.interfaces.api.identifiers import named
from oriundo.interfaces.speech import say

VERSION = "2021"
VOCABULARIES: Mapping[str, Mapping[str, str]] = AXES | {"support": SUPPORT}
NAMES: Mapping[str, tuple[str | Promise, str | Promise]] = {
    "objective": (_("Main objective"), _("What an organization is for in the first place.")),
    "member_origin": (_("Type by members"), _("Whether members share a town or only a country.")),
    "structure": (_("Structure"), _("Whether it is one organization or a coalition of several.")),
    "support": (
        _("Support for the home community"),
        _("What an organization gives to the community that its members come from."),
    ),
}


def taxonomy_id(name: str) -> str:
    return named("taxonomy", name)


def term_id(name: str, code: str) -> str:
    return named("taxonomy_term", name, code)


def taxonomies() -> list[Json]:
    return [
        {
            "id": taxonomy_id(name),
            "name": str(title),
            "description": str(meaning),
            "version": VERSION,
            "x_code": name,
        }
        for name, (title, meaning) in NAMES.items()
    ]


def term(name: str, code: str) -> Json:
    """One term. Its description repeats of which taxonomy it is: there is no other text."""
    said = say(VOCABULARIES[name][code])
    title = str(NAMES[name][0])
    return {
        "id": term_id(name, code),
        "code": code,
        "name": said,
        "description": f"{title}: {said}",
        "taxonomy": title,
        "taxonomy_id": taxonomy_id(name),
        "language": language(),
    }


def terms() -> list[Json]:
    return [term(name, code) for name, codes in VOCABULARIES.items() for code in codes]


def named_term(identifier: str) -> tuple[str, str] | None:
    """(taxonomy, code) of a term by its UUID."""
    for name, codes in VOCABULARIES.items():
        for code in codes:
            if term_id(name, code) == identifier:
                return name, code
    return None
