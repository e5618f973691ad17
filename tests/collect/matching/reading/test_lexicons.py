"""Every entry of the lexicons does what it is there for, and no file contradicts another."""

from __future__ import annotations

from itertools import chain

import pytest

from oriundo.base.core.text import fold
from oriundo.base.places.names import division_forms
from oriundo.collect.matching import lexicon
from oriundo.collect.matching.reading.false_friends import ADVOCATION, WHATS
from oriundo.collect.matching.reading.names import read_name
from oriundo.collect.matching.reading.scanning import scan
from oriundo.collect.matching.reading.vocabulary import country_of, speller, table

ALL_DEMONYMS = [
    (form, row["code"])
    for row in lexicon.rows("demonyms")
    for language in ("es", "en", "fr")
    for form in filter(None, (row[language] or "").split("|"))
]
PEOPLES = [
    (form, row["codes"])
    for row in lexicon.rows("peoples")
    for language in ("es", "en", "fr")
    for form in filter(None, (row[language] or "").split("|"))
]
# Those of peoples.csv are of several countries, and it says which comes first.
DEMONYMS = [pair for pair in ALL_DEMONYMS if pair[0] not in dict(PEOPLES)]
HOMELANDS = [(row["form"], row["code"]) for row in lexicon.rows("homelands")]
DOUBTFUL = lexicon.words("doubtful_peoples")
CONTEXTS = [
    (group, form) for group, forms in lexicon.by_group("contexts").items() for form in forms
]
RESIDENCES = [
    (form, row["code"]) for row in lexicon.rows("residences") for form in row["forms"].split("|")
]
MEXICAN_STATES = sorted(code for code in division_forms() if code.startswith("MX-"))
CENTRAL_AMERICAN = sorted(
    code for code in division_forms() if code[:2] in {"GT", "SV", "HN", "NI", "CR"}
)


@pytest.mark.parametrize(("form", "code"), DEMONYMS)
def test_a_demonym_names_its_origin(form: str, code: str) -> None:
    reading = read_name(f"Association of {form} families of Springfield")
    assert [origin for origin, _, _ in reading.origins] == [country_of(code)]
    assert reading.is_diaspora is True
    if code != country_of(code):
        assert (reading.divisions, reading.member_origin) == ((code,), "hometown_club")


@pytest.mark.parametrize("code", MEXICAN_STATES)
def test_every_state_of_mexico_has_a_demonym(code: str) -> None:
    assert code in {code for _, code in DEMONYMS}


@pytest.mark.parametrize("code", CENTRAL_AMERICAN)
def test_every_department_of_central_america_has_a_demonym(code: str) -> None:
    unnamed = {"GT-01", "NI-AN"}
    assert code in unnamed | {code for _, code in (*DEMONYMS, *PEOPLES)}


@pytest.mark.parametrize(("form", "codes"), PEOPLES)
def test_a_people_names_its_first_origin_or_none_when_they_are_of_many(
    form: str, codes: str
) -> None:
    reading = read_name(f"Asociación de mujeres {form} en Springfield, Illinois")
    expected = [] if codes in {"*", "?"} else [country_of(codes.split("|")[0])]
    assert [origin for origin, _, _ in reading.origins] == expected
    assert reading.is_diaspora is (None if codes == "?" else True)


@pytest.mark.parametrize(("form", "codes"), HOMELANDS)
def test_a_homeland_is_an_origin(form: str, codes: str) -> None:
    reading = read_name(f"Asociación de inmigrantes de {form} en Springfield, Illinois")
    said = reading.answers["origin"].value
    if codes == "*":
        assert said == ()
    elif reading.is_diaspora:
        assert said == (country_of(codes.split("|")[0]),)
    else:
        assert form in lexicon.words("doubtful_places")


@pytest.mark.parametrize("row", lexicon.rows("false_friends"), ids=lambda row: row["phrase"])
def test_a_false_friend_is_no_origin(row: dict[str, str]) -> None:
    reading = read_name(f"Association of {row['phrase']}")
    # A club may be named after the saint of its town: that decides nothing.
    verdict = None if row["what it is"] == ADVOCATION else False
    assert (reading.is_diaspora, reading.origins) == (verdict, ())
    assert row["what it is"] in WHATS


@pytest.mark.parametrize("form", sorted(lexicon.words("doubtful_places")))
def test_a_doubtful_place_alone_decides_nothing(form: str) -> None:
    assert read_name(f"{form} association").is_diaspora is not True


@pytest.mark.parametrize("form", sorted(DOUBTFUL))
def test_a_doubtful_people_needs_its_context(form: str) -> None:
    assert read_name(f"{form} foundation").is_diaspora is not True
    assert form in table().entries


@pytest.mark.parametrize(("group", "form"), CONTEXTS)
def test_a_word_of_context_is_found(group: str, form: str) -> None:
    [found] = scan(form).found
    assert (found.form, group in found.entry.groups) == (form, True)


@pytest.mark.parametrize(("form", "code"), RESIDENCES)
def test_a_residence_is_where_they_live(form: str, code: str) -> None:
    reading = read_name(f"Salvadoreños en {form}")
    assert [(p.role, p.means) for p in reading.parts] == [("origin", "SLV"), ("residence", code)]
    assert [origin for origin, _, _ in reading.origins] == ["SLV"]


@pytest.mark.parametrize("form", sorted(lexicon.kinds()))
def test_a_kind_is_the_kind_of_the_name(form: str) -> None:
    assert read_name(f"{form} xoloitla").kind == lexicon.kinds()[form].concept


@pytest.mark.parametrize("form", sorted(lexicon.words("legal_forms")))
def test_a_legal_form_is_one(form: str) -> None:
    assert read_name(f"Club Xoloitla {form}").legal_form == form


@pytest.mark.parametrize("form", sorted(lexicon.words("noise")))
def test_noise_is_no_part_of_the_proper_name(form: str) -> None:
    reading = read_name(f"Club Xoloitla {form}")
    assert reading.distinctive == ("xoloitla",)


@pytest.mark.parametrize("form", sorted(lexicon.words("no_errors")))
def test_a_word_that_is_no_error_is_left_alone(form: str) -> None:
    assert speller()(form) == form


@pytest.mark.parametrize(
    "forms",
    [
        [form for form, _ in DEMONYMS],
        [form for form, _ in PEOPLES],
        [form for form, _ in HOMELANDS],
        [row["phrase"] for row in lexicon.rows("false_friends")],
        [row["form"] for row in lexicon.rows("doubtful_places")],
        [row["form"] for row in lexicon.rows("doubtful_peoples")],
        [form for _, form in CONTEXTS],
        [form for form, _ in RESIDENCES],
    ],
    ids=["demonyms", "peoples", "homelands", "friends", "places", "doubtful", "contexts", "cities"],
)
def test_forms_are_folded(forms: list[str]) -> None:
    assert [form for form in forms if form != fold(form)] == []


def test_no_false_friend_is_a_form_of_another_file() -> None:
    friends = lexicon.words("false_friends")
    others = {form for form, _ in chain(DEMONYMS, PEOPLES, HOMELANDS)}
    assert friends & others == set()


def test_demonyms_and_peoples_never_name_different_countries() -> None:
    of_peoples = {form: codes.split("|") for form, codes in PEOPLES}
    clashes = {form for form, code in ALL_DEMONYMS if code not in of_peoples.get(form, [code])}
    assert clashes == set()


def test_a_form_of_one_file_has_one_meaning() -> None:
    for table_of_forms in (PEOPLES, HOMELANDS, RESIDENCES):
        meanings: dict[str, set[str]] = {}
        for form, code in table_of_forms:
            meanings.setdefault(form, set()).add(code)
        assert {form for form, codes in meanings.items() if len(codes) > 1} == set()


def test_doubtful_places_are_places_that_are_known() -> None:
    known = {form for form, entry in table().entries.items() if entry.sense or entry.residence}
    unread = {"america", "mexico state"}
    assert sorted(lexicon.words("doubtful_places") - known - unread) == []


def test_what_is_doubtful_says_why() -> None:
    rows = (*lexicon.rows("doubtful_places"), *lexicon.rows("doubtful_peoples"))
    assert [row["form"] for row in rows if not row["other things it names"]] == []


def test_no_residence_is_an_origin() -> None:
    assert [form for form, _ in RESIDENCES if table().entries[form].sense is not None] == []
