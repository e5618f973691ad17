"""What is known of the places of a country, and what is not, in the reader's words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from oriundo.base.places.gaps import figures, gaps_of, holdings
from oriundo.base.places.gazetteer import Place, gazetteer
from oriundo.interfaces.speech import say


@dataclass(frozen=True, slots=True)
class Known:
    """`numbers`: (what, how many); `codes`: of whom the codes are; `gaps`: sentences."""

    numbers: Sequence[tuple[str, int]]
    codes: str
    gaps: Sequence[str]


def known(country: Place) -> Known:
    """What the gazetteer holds of a country."""
    places = gazetteer()
    held = holdings(places, country.code)
    named = {
        "admin1": _("States, provinces or departments"),
        "admin2": _("Counties or municipalities"),
        "locality": _("Towns and cities"),
        "postal": _("Postal areas"),
        "admin1 former": _("Former states"),
        "admin2 former": _("Former municipalities"),
    }
    gaps = [say(gap.sentence, figures(places)) for gap in gaps_of(country.code)]
    return Known(
        numbers=[(name, held.counts[level]) for level, name in named.items() if held.counts[level]],
        codes=_codes(held.counts["admin2"], held.official),
        gaps=[sentence.replace("`", "") for sentence in gaps],
    )


def _codes(all_of_them: int, official: int) -> str:
    if not all_of_them:
        return ""
    if not official:
        return _("Counties or municipalities do not have the codes of the statistical office.")
    if official < all_of_them:
        return _("Some counties or municipalities have the codes of the statistical office.")
    return _("Counties or municipalities have the codes of the statistical office.")
