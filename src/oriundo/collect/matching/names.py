"""What a name says of an organization: its kind, and whose it is.

The question that matters most is the hardest: is this an organization of migrants at all, and of
which country? In a tax register nearly everything is not, and the words of migration are also
the words of restaurants, missions, dog breeds and towns of the United States. So evidence is
weighed with its context, every conclusion carries its sentence, and "unknown" is an answer.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from oriundo.base.core.language import gettext_noop
from oriundo.base.core.text import fold
from oriundo.collect.matching import lexicon
from oriundo.collect.matching.origins import (
    MEMBERS,
    Origins,
    Reason,
    as_said,
    described,
    division_forms_of_origin,
    found_in,
    judge,
    names_in,
)
from oriundo.collect.matching.phrases import Phrases
from oriundo.collect.matching.words import KIND, PLACE, wording

__all__ = ["NameReading", "Reason", "read_name"]

HOMETOWN = gettext_noop("its members come from one place: %(place)s")
COMMON = gettext_noop("nothing narrower than a country is named")
COALITION = gettext_noop("“%(word)s” is a grouping of organizations")
SINGLE = gettext_noop("“%(word)s” is one organization")
OBJECTIVE = gettext_noop("“%(word)s” tells the main objective")
_OF_A_TOWN = frozenset({"improvement", "native", "absent", "son", f"{KIND}hometown_association"})


@dataclass(frozen=True, slots=True)
class NameReading:
    """`origins`: (country, region or division of a country, confidence 0 to 1, reason).

    `is_diaspora`: True, False, or None when nothing tells. `member_origin`: "hometown_club",
    "migrant_club" or "". `structure`: "single", "coalition" or "". `objective`: a code of the
    typology or "". `kind`: a concept of lexicon/kinds.csv or "". `distinctive`: the comparable
    words that are neither kind nor place. `reasons`: axis ("origin", "diaspora", "member_origin",
    "structure", "objective") -> why.
    """

    kind: str
    structure: str
    origins: tuple[tuple[str, float, Reason], ...]
    is_diaspora: bool | None
    confidence: float
    member_origin: str
    hometown: str
    objective: str
    acronym: str
    legal_form: str
    distinctive: tuple[str, ...]
    reasons: Mapping[str, Reason] = field(default_factory=dict)


def read_name(
    name: str,
    *,
    alternate_names: Sequence[str] = (),
    description: str = "",
    origins: Sequence[str] = (),
    hometown: str = "",
    residence_country: str = "",
    city: str = "",
    acronym: str = "",
    objective: str = "",
) -> NameReading:
    """Read an organization's name, with what else its source says.

    `origins`: countries as the source says them (codes or words); `residence_country`: alpha-3 of
    where it is, so that a Mexican association in Mexico is no diaspora; `city`: where it is, so
    that the city in a name is not taken for a hometown; `objective`: in the source's words.
    """
    text = " ".join(f" {fold(part)} " for part in (name, *alternate_names))
    told = f" {fold(description)} "
    words = wording(name)
    kinds = [w.removeprefix(KIND) for w in words.words if w.startswith(KIND)]
    said = as_said(origins)
    elsewhere = text.replace(f" {fold(city)} ", "  ") if city else text
    found = said or found_in(elsewhere, kinds) or described(told)
    verdict, confidence, why = judge(text, kinds, found, bool(said), residence_country)
    home = hometown or ("" if verdict is not True else _hometown(words.words, city))
    member_origin, member_why = _member_origin(home, elsewhere, verdict, found)
    structure, structure_why = _structure(words.words, words.forms)
    aim, aim_why = _objective(f" {fold(objective)} ", text, told)
    reasons = {
        "diaspora": why,
        "origin": found[0][2] if found else None,
        "member_origin": member_why,
        "structure": structure_why,
        "objective": aim_why,
    }
    return NameReading(
        kind=kinds[0] if kinds else "",
        structure=structure,
        origins=found if verdict is not False else (),
        is_diaspora=verdict,
        confidence=confidence,
        member_origin=member_origin,
        hometown=home,
        objective=aim,
        acronym=acronym or words.acronym.upper(),
        legal_form=words.legal_form,
        distinctive=tuple(w for w in words.words if w[0] != PLACE and not w.startswith(KIND)),
        reasons={axis: reason for axis, reason in reasons.items() if reason},
    )


def _hometown(words: Sequence[str], city: str) -> str:
    """The town in a name that says that its members come from one: "Comité Pro Mejoras de Jerez".

    Only names that say so (improvement, natives, children of a town) are read; of others the
    proper part may be anything.
    """
    if not _OF_A_TOWN & set(words):
        return ""
    here = set(wording(city).words) if city else set()
    known = frozenset(lexicon.translations().values()) - {"saint"}
    proper = [w for w in words if w[0] != PLACE and not w.startswith(KIND) and w not in known]
    proper = [w for w in proper if w not in here and w.isalpha()]
    return " ".join(proper).title() if 1 <= len(proper) <= 3 else ""


def _member_origin(
    home: str, text: str, verdict: bool | None, found: Origins
) -> tuple[str, Reason | None]:
    """Hometown club (one state, municipality or town of origin) or migrant club."""
    if verdict is False:
        return "", None
    division = next(iter(names_in(text, division_forms_of_origin())), None) if found else None
    if home or division:
        place = home or (division[0].title() if division else "")
        return "hometown_club", (HOMETOWN, {"place": place})
    if verdict and found:
        return "migrant_club", (COMMON, {})
    return "", None


def _structure(words: Sequence[str], forms: Sequence[str]) -> tuple[str, Reason | None]:
    """A grouping of organizations, or one."""
    kinds = lexicon.kinds()
    said = [(w.removeprefix(KIND), f) for w, f in zip(words, forms, strict=True) if w[:2] == KIND]
    for _, form in said:
        if form in kinds and kinds[form].structure == "coalition":
            return "coalition", (COALITION, {"word": form})
    grouped = [form for kind, form in said[1:] if form.endswith("s") and kind in MEMBERS]
    if grouped:
        return "coalition", (COALITION, {"word": grouped[0]})
    return ("single", (SINGLE, {"word": said[0][1]})) if said else ("", None)


def _objective(said: str, name: str, told: str) -> tuple[str, Reason | None]:
    """The main objective, told by the source itself, else by the name, else by the description."""
    for text in (said, name, told):
        if word := _objectives().first_in(text):
            return lexicon.group_of("objectives")[word], (OBJECTIVE, {"word": word})
    return "", None


@cache
def _objectives() -> Phrases:
    return Phrases(f for forms in lexicon.by_group("objectives").values() for f in forms)
