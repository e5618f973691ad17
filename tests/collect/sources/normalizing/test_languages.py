from __future__ import annotations

import pytest

from oriundo.collect.sources.normalizing.languages import language_codes, language_name


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Spanish, English", ("es", "en")),
        ("español/inglés", ("es", "en")),
        ("Español e Inglés", ("es", "en")),
        ("inglés - español", ("en", "es")),
        ("Bilingual (English/Spanish)", ("en", "es")),
        ("Español (Latinoamérica)", ("es",)),
        ("spa; ENG", ("es", "en")),
        ("Náhuatl", ("nah",)),
        ("mixteco de la costa", ("mix",)),
        ("Idioma español", ("es",)),
        ("Spanish language", ("es",)),
        ("k'iche'", ("quc",)),
        ("K’iche’", ("quc",)),
        ("Q'eqchi', Mam y castellano", ("kek", "mam", "es")),
        ("American Sign Language", ("ase",)),
        ("Quechua", ("qu",)),
        ("French & Kreyòl", ("fr", "ht")),
        ("Spanish, español", ("es",)),
        ("other", ()),
        ("", ()),
    ],
)
def test_a_cell_names_languages(text, codes):
    assert language_codes(text) == codes


def test_a_language_has_a_name_in_both_languages():
    named = [
        (language_name(code, "es"), language_name(code, "en")) for code in ("nah", "fr", "xxx")
    ]
    assert named == [("náhuatl", "Nahuatl"), ("francés", "French"), ("xxx", "xxx")]


def test_every_name_of_ours_leads_to_its_code():
    for code in ("quc", "tzo", "cab", "oto", "bzj"):
        names = (language_name(code, "es"), language_name(code, "en"))
        assert [language_codes(name) for name in names] == [(code,), (code,)]
