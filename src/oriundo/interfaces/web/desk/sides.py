"""Records laid side by side: what we read of each, what its source wrote, and what differs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from oriundo.base.core.never_store import findings
from oriundo.base.core.text import fold
from oriundo.base.places.names import residence
from oriundo.collect.sources.drafts import Draft
from oriundo.collect.sources.fields import CONTACT_FIELDS
from oriundo.collect.sources.models import Record
from oriundo.domain.directory.queries.groups import Member
from oriundo.interfaces.web import words

LETTERS = "ABCDEFGH"
LABELS = words.FIELD_LABELS | {
    "country": words.FIELD_LABELS["residence_country"],
    "region": _("State or province"),
}
# A field of ours → the fields of a mapping that it is read from.
READ_FROM = {"location": ("lat", "lon")}
ORDER = (
    *("name", "alternate_name", "acronym", "origin", "hometown", "country", "region", "city"),
    *("address", "postal", "phone", "email", "website", "registration_number", "founded"),
    *("members", "objective", "support", "description", "location"),
)  # fmt: skip
# What is compared word by word; of other fields the whole value counts.
_BY_WORDS = frozenset({"name", "alternate_name", "hometown", "city", "address"})


@dataclass(frozen=True, slots=True)
class Piece:
    """A word of a value; `odd`: the other record does not have it."""

    text: str
    odd: bool


@dataclass(frozen=True, slots=True)
class Written:
    """What stands in a cell of the source, and the head of its column."""

    column: str
    text: str


@dataclass(frozen=True, slots=True)
class Cell:
    """One field of one record. `kept`: there is something that this reader may not see."""

    values: tuple[tuple[Piece, ...], ...]
    written: tuple[Written, ...]
    kept: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One field of all records. `state`: how the first two compare (same, differ, one, none)."""

    field: str
    label: str
    state: str
    said: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """A record as the head of its column. `whole`: its row as written, for those entitled."""

    letter: str
    member: Member
    entitled: bool
    whole: tuple[Written, ...]


def sides(members: Sequence[Member], entitled: Sequence[bool]) -> tuple[Side, ...]:
    """The records of a group in the order of their letters."""
    return tuple(
        Side(letter, member, may, _whole(member.record) if may else ())
        for letter, member, may in zip(LETTERS, members, entitled, strict=False)
    )


def lines(compared: Sequence[Side]) -> tuple[Line, ...]:
    """Every field that some record says something of, in the order of `ORDER`."""
    made = (_line(field, compared) for field in ORDER)
    return tuple(line for line in made if line.state != "none" or _third(line))


def _third(line: Line) -> bool:
    return any(cell.values or cell.kept for cell in line.cells)


def _line(field: str, compared: Sequence[Side]) -> Line:
    said = [values_of(field, side.member.draft) for side in compared]
    state = _state(said[0], said[1])
    known = [{fold(word) for value in values for word in value.split()} for values in said]
    cells = tuple(
        _cell(field, side, said[i], known[1 if i == 0 else 0]) for i, side in enumerate(compared)
    )
    return Line(field, str(LABELS[field]), state, str(_STATES[state]), cells)


_STATES = {
    "same": pgettext_lazy("two records", "the same"),
    "differ": pgettext_lazy("two records", "they differ"),
    "one": _("only one says"),
    "none": "",
}


def _state(left: Sequence[str], right: Sequence[str]) -> str:
    if not (left and right):
        return "one" if left or right else "none"
    one, other = ({fold(value) for value in values} for values in (left, right))
    return "same" if one & other else "differ"


def _cell(field: str, side: Side, values: Sequence[str], theirs: set[str]) -> Cell:
    shown = [value for value in values if _may_show(field, value, side)]
    by_words = field in _BY_WORDS and theirs
    pieces = tuple(
        tuple(
            Piece(word, bool(by_words and fold(word) and fold(word) not in theirs))
            for word in (value.split() if by_words else [value])
        )
        for value in shown
    )
    written = tuple(
        one for one in _written(field, side.member.record) if _may_show(field, one.text, side)
    )
    return Cell(pieces, written, kept=len(shown) < len(values))


def _may_show(field: str, value: str, side: Side) -> bool:
    """Contacts, and texts that hold one, are for those entitled."""
    return side.entitled or not (field in CONTACT_FIELDS or findings(value))


def values_of(field: str, draft: Draft) -> tuple[str, ...]:
    """What we read of a field, in the reader's words."""
    country, region = residence(draft.country, draft.region)
    if field == "country":
        return (words.word("country", country),) if country else _some(draft.country)
    if field == "region":
        return (words.word("region", region),) if region else _some(draft.region)
    if field == "location":
        known = draft.lat is not None and draft.lon is not None
        return (f"{draft.lat:.5f}, {draft.lon:.5f}",) if known else ()
    value = getattr(draft, _ATTRIBUTES.get(field, field))
    if isinstance(value, tuple):
        return value
    return _some("" if value is None else str(value))


_ATTRIBUTES = {
    "alternate_name": "alternate_names",
    "phone": "phones",
    "email": "emails",
    "website": "websites",
    "origin": "origins",
    "support": "supports",
    "registration_number": "registration_numbers",
}


def _some(text: str) -> tuple[str, ...]:
    return (text,) if text else ()


def _written(field: str, record: Record) -> Iterable[Written]:
    """The cells that a field was read from, as the source wrote them."""
    mapping: Mapping[str, object] = record.release.mapping
    for name in READ_FROM.get(field, (field,)):
        columns = mapping.get(name, ())
        for column in [columns] if isinstance(columns, str) else columns:  # type: ignore[attr-defined]
            if text := str(record.raw.get(column, "")).strip():
                yield Written(column, text)


def _whole(record: Record) -> tuple[Written, ...]:
    return tuple(Written(column, str(text)) for column, text in record.raw.items() if text)


def mask(compared: Sequence[Side]) -> frozenset[str]:
    """The contacts of records that this reader may not see, folded: no sentence may repeat them."""
    hidden = (side.member.draft for side in compared if not side.entitled)
    values = chain.from_iterable(
        values_of(field, draft) for draft in hidden for field in CONTACT_FIELDS & set(ORDER)
    )
    return frozenset(filter(None, map(fold, values)))


def masked(values: Mapping[str, object], hidden: frozenset[str]) -> Mapping[str, object]:
    """The values of a reason, without contacts that this reader may not see."""
    if not hidden:
        return values
    return {name: _unless(value, hidden) for name, value in values.items()}


def _unless(value: object, hidden: frozenset[str]) -> object:
    text = fold(str(value))
    # A house number and a street without the rest is still where somebody is; a city is not.
    numbered = any(character.isdigit() for character in text)
    repeats = any(part in text or (numbered and text in part) for part in hidden)
    contact = isinstance(value, str) and (repeats or findings(value))
    return "…" if contact else value
