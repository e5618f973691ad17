"""Text as a person would write it: entities and mojibake repaired, emptiness recognized."""

from __future__ import annotations

import html
import re
import unicodedata

from oriundo.collect.sources.formats.tables import INVISIBLE

_TAG = re.compile(
    r"<(?:br|/?p|/?b|/?i|/?div|/?span|/?strong|/?em|/?a|/?u|/?li|/?ul)\b[^<>]*>", re.I
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});", re.I)
_SPACES = re.compile(r"\s+")
_LETTERS = "[!-%'-;=-~À-ÖØ-öø-ÿ]+"
USUAL_TEXT = f"^{_LETTERS}(?: {_LETTERS})*$"
"""The usual case: text with nothing to repair, that `clean` leaves as it is unless it says that
there is nothing. No entities or tags, and of the letters beyond ASCII only those of which none can
follow another where UTF-8 was read as cp1252."""
# UTF-8 read as cp1252: a lead byte of a two-byte letter, or the bytes of a curly quotation mark.
_MOJIBAKE = re.compile("[ÃÂ][\u0080-\u00bf\u0152-\u2122]|â[\u0080\u20ac][\u0080-\u2122]")
_NOTHING = frozenset(
    """
    n/a|#n/a|na|n.a.|n.a|n/d|n.d.|s/d|s.d.|s/n|s.n.|n/s|-|--|---|—|–|.|..|...|?|??|*|x|xx|xxx
    none|null|nil|nan|nothing|unknown|not available|not applicable|not provided|not given|tbd
    no description provided|no data|no website|no email|no phone|not listed|pending
    ninguno|ninguna|nada|no|no aplica|no disponible|no tiene|no hay|no se sabe|no especificado
    no proporcionado|sin dato|sin datos|sin informacion|sin información|sin especificar
    sin registro|sin nombre|sin numero|sin número|sin telefono|sin teléfono|sin correo
    sin descripcion|sin descripción|desconocido|desconocida|pendiente|por confirmar
    aucun|aucune|inconnu|inconnue|non disponible|non fourni|sans objet|s/o|néant
    nenhum|nenhuma|desconhecido|não disponível|não informado|sem dados
    """.replace("\n", "|").split("|")
) | {""}
NOTHING = frozenset(word.strip() for word in _NOTHING)
"""Whole cells, in lower case and without what stands in `AROUND`, that say there is nothing."""
AROUND = " ()[]"
_LONGEST_NOTHING = max(map(len, NOTHING))


def clean(text: str) -> str:
    """`text` in one line, trimmed, with HTML, mojibake and invisible characters repaired.

    "" when it only says that there is nothing (`N/D`, `s/n`, `-`, `No description provided`).
    The spelling stays the source's.
    """
    if not text.isascii():
        text = _repaired(text)
    if "&" in text and _ENTITY.search(text):
        text = html.unescape(html.unescape(text)).translate(INVISIBLE)
    if "<" in text:
        text = _TAG.sub(" ", text)
    text = text.strip()
    if not text.isprintable() or "  " in text or not text.isascii():
        text = _SPACES.sub(" ", text).strip()
    return "" if is_nothing(text) else text


def is_nothing(text: str) -> bool:
    """Whether the cell says in words or signs that it is empty."""
    return len(text) <= _LONGEST_NOTHING and text.strip(AROUND).lower() in NOTHING


def _repaired(text: str) -> str:
    if _MOJIBAKE.search(text):
        text = _unmojibake(text)
    return unicodedata.normalize("NFC", text).translate(INVISIBLE)


def _unmojibake(text: str) -> str:
    """Text whose UTF-8 was read as cp1252, read again; unchanged when that is not possible."""
    for encoding in ("cp1252", "latin-1"):
        try:
            return text.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
    return text


def values_in(text: str, separators: re.Pattern[str]) -> tuple[str, ...]:
    """The different values in one cell, in order."""
    if not text:
        return ()
    parts = (clean(part) for part in separators.split(text))
    return tuple(dict.fromkeys(part for part in parts if part))


def folded(text: str) -> str:
    """Lower case, without accents, words apart by one space: for comparing, not for showing."""
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text)
        text = "".join(c for c in text if not unicodedata.combining(c))
    return " ".join(re.findall(r"[a-z0-9]+", text.lower()))
