"""Saying a sentence of a pure module in the reader's language, in the command and on pages."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import get_language, gettext

from oriundo.base.places.names import country_code, country_name


def say(sentence: str, values: Mapping[str, object] | None = None) -> str:
    """A sentence marked with `gettext_noop`, its places filled from `values`; "" stays "".

    A value may be a marked phrase itself ("the number of an identity paper"), and `place` names a
    country in English; both are said in the reader's language too.
    """
    if not sentence:
        return ""
    return gettext(sentence) % {name: _value(name, value) for name, value in (values or {}).items()}


def _value(name: str, value: object) -> object:
    if not isinstance(value, str):
        return value
    if name == "place" and (code := country_code(value)):
        return country_name(code, get_language() or "en")
    # One word is data; only a phrase can be one of ours.
    return gettext(value) if " " in value else value
