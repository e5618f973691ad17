"""Which part of the queue is looked at, as the address bar holds it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import QueryDict
from django.urls import reverse

from oriundo.base.accounts.models import User
from oriundo.base.core.text import one_line
from oriundo.collect.matching.models import Pair
from oriundo.domain.directory.queries.judging import Chosen, put_off, waiting

WORDS_LIMIT = 100
FILTERS = ("country", "region", "source")
_CODE = re.compile(r"[A-Za-z0-9_-]{1,60}")


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the queue. `doubts`: the list of those on which somebody was unsure."""

    chosen: Chosen
    doubts: bool

    def pairs(self, user: User) -> QuerySet[Pair]:
        """The pairs of this part that a user may judge, the most valuable first."""
        return (put_off if self.doubts else waiting)(user, self.chosen)

    def query(self, **more: object) -> str:
        """The query string of this part of the queue, and what else is given."""
        state = {name: getattr(self.chosen, name) for name in FILTERS} | {"q": self.chosen.words}
        state |= {"list": "unsure" if self.doubts else ""} | {k: str(v) for k, v in more.items()}
        kept = {name: value for name, value in state.items() if value}
        return f"?{urlencode(kept)}" if kept else ""

    def without(self, name: str) -> str:
        """The query string with one filter dropped."""
        field = "words" if name == "q" else name
        return replace(self, chosen=replace(self.chosen, **{field: ""})).query() or "?"

    def of_pair(self, pk: int, **more: object) -> str:
        """The address of a pair's page in this part of the queue."""
        return reverse("desk:pair", args=[pk]) + self.query(**more)

    def of_queue(self, **more: object) -> str:
        return reverse("desk:queue") + self.query(**more)


def read(query: QueryDict) -> Place:
    """What was asked. A value that cannot be a code is dropped: it can neither match nor harm."""
    codes = {name: query.get(name, "") for name in FILTERS}
    kept = {name: code for name, code in codes.items() if _CODE.fullmatch(code)}
    words = one_line(query.get("q", ""), WORDS_LIMIT)
    return Place(Chosen(**kept, words=words), query.get("list") == "unsure")


def number(query: QueryDict, name: str) -> int:
    """A whole number in the query or form; 0 when there is none that a row could have."""
    typed = query.get(name, "")
    return int(typed) if re.fullmatch(r"[0-9]{1,18}", typed) else 0
