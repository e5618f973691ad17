"""Marking sentences for translation in modules that know no framework."""

from __future__ import annotations


def gettext_noop(sentence: str) -> str:
    """Mark `sentence` for the translation catalog and return it unchanged.

    Pure modules return the English sentence with its values apart; an interface looks the
    sentence up in the reader's language and fills the values in.
    """
    return sentence
