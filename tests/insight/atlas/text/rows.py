"""Rows to search, in few words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from oriundo.base.core.text import fold
from oriundo.insight.atlas.atlas import Atlas
from oriundo.insight.atlas.question import Question
from oriundo.insight.atlas.row import Home, Row, Texts

PLAIN = Row(
    public_id="", name="", sort_key="", origin="", country="", region="", county="", city="",
    lat=None, lon=None, precision="none", homes=(), objective="", member_origin="", structure="",
    support=(), language=(), status="", verified="", published="", texts=Texts(),
)  # fmt: skip


def row(
    name: str,
    *,
    alternates: Sequence[str] = (),
    acronyms: Sequence[str] = (),
    hometowns: Sequence[str] = (),
    residence: Sequence[str] = (),
    doing: Sequence[str] = (),
    home: str = "",
    **values: object,
) -> Row:
    """An organization whose public id is its folded name, unless it is given."""
    texts = Texts(
        tuple(alternates), tuple(acronyms), tuple(hometowns), tuple(residence), tuple(doing)
    )
    homes = (Home(home[:2], home, "", None, None),) if home else ()
    plain = replace(PLAIN, name=name, sort_key=fold(name), texts=texts, homes=homes)
    return replace(plain, **{"public_id": fold(name), **values})


def found(rows: Sequence[Row], words: str) -> list[str]:
    """Public ids of what words find, in order."""
    return list(Atlas.of(rows).ids(Question(words)))
