"""The three independent axes of the typology, and the kinds of support.

Source: table 7 (axes) and table 8 (support) of the study this project comes from. The codes are
stored; the words are shown in the reader's language. "" is *unknown*, which is an answer.
"""

from __future__ import annotations

from oriundo.base.core.language import gettext_noop

MEMBER_ORIGIN: dict[str, str] = {
    "hometown_club": gettext_noop("Hometown club"),
    "migrant_club": gettext_noop("Migrant club"),
}

STRUCTURE: dict[str, str] = {
    "single": gettext_noop("Single organization"),
    "coalition": gettext_noop("Coalition"),
}

OBJECTIVE: dict[str, str] = {
    "origin_focused": gettext_noop("Origin-focused organization"),
    "community": gettext_noop("Community organization"),
    "service": gettext_noop("Service organization"),
    "cultural": gettext_noop("Cultural organization"),
    "educational": gettext_noop("Educational organization"),
    "womens": gettext_noop("Women's organization"),
    "business": gettext_noop("Business organization"),
    "chamber_of_commerce": gettext_noop("Chamber of commerce"),
    "athletic": gettext_noop("Athletic organization"),
    "scientific": gettext_noop("Scientific organization"),
}

SUPPORT: dict[str, str] = {
    "nutrition": gettext_noop("Nutrition"),
    "health": gettext_noop("Health"),
    "education": gettext_noop("Education"),
    "infrastructure": gettext_noop("Infrastructure"),
    "commerce_employment": gettext_noop("Commerce and employment"),
    "other_in_kind": gettext_noop("Other donations in kind"),
    "economic_aid": gettext_noop("Economic aid"),
    "other": gettext_noop("Other support"),
}

AXES: dict[str, dict[str, str]] = {
    "member_origin": MEMBER_ORIGIN,
    "structure": STRUCTURE,
    "objective": OBJECTIVE,
}
