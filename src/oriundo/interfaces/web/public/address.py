"""A search as the address bar holds it: what is in the address is the whole state of the page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import QueryDict

from oriundo.domain.directory.queries.public import FILTERS, Search
from oriundo.insight.atlas.question import Question

WORDS_LIMIT = 200
# Control characters cannot be searched for, and PostgreSQL refuses NUL.
_UNSEEN = re.compile(r"[\x00-\x1f\x7f]")
_CODE = re.compile(r"[A-Za-z_-]{1,24}")
_DIVISION = re.compile(r"[A-Za-z]{2}-[A-Za-z0-9]{1,3}")


@dataclass(frozen=True, slots=True)
class Address:
    """Words, one value per filter, and a page number as it was typed."""

    words: str
    filters: dict[str, str]
    page: str

    @property
    def question(self) -> Question:
        return Question(self.words, self.filters)

    @property
    def search(self) -> Search:
        return Search(self.words, self.filters)

    def query(self, **changes: str) -> str:
        """The query string with some parts changed ("" removes one); no page unless given."""
        state = {"q": self.words, **self.filters} | changes
        kept = {name: value for name, value in state.items() if value}
        return f"?{urlencode(kept)}" if kept else "?"


def read(query: QueryDict) -> Address:
    """What was asked. A value that cannot be a code is dropped: it can neither match nor harm."""
    filters = {name: query.get(name, "") for name in FILTERS}
    return Address(
        words=" ".join(_UNSEEN.sub(" ", query.get("q", "")).split())[:WORDS_LIMIT].rstrip(),
        filters={name: value for name, value in filters.items() if _is_code(value)},
        page=query.get("page", "1"),
    )


def has_blanks(query: QueryDict) -> bool:
    """True when a form sent empty fields, which a shareable address does not need."""
    return any(value == "" for values in query.lists() for value in values[1])


def _is_code(value: str) -> bool:
    return bool(_CODE.fullmatch(value) or _DIVISION.fullmatch(value))
