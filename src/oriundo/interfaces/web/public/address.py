"""A search as the address bar holds it: what is in the address is the whole state of the page."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.http import QueryDict

from oriundo.base.core.text import one_line
from oriundo.insight.atlas.question import FILTERS, WORDS_LIMIT, Order, Question
from oriundo.interfaces.web.public import around
from oriundo.interfaces.web.public.around import Around
from oriundo.interfaces.web.public.values import known

SORTS = ("best", "name", "near", "place", "verified")
VIEWS = ("list", "table")


@dataclass(frozen=True, slots=True)
class Address:
    """Words, one value per filter, a circle, how it is shown, and a page number as it was typed.

    `sort` and `view` are "" where the reader left them as they are. `typed` is a place that was
    written and is not known; a known one is in `near`. `beside` is what a page that shows the
    search in another way keeps in every link.
    """

    words: str = ""
    filters: dict[str, str] = field(default_factory=dict)
    near: Around | None = None
    sort: str = ""
    view: str = ""
    typed: str = ""
    page: str = "1"
    beside: dict[str, str] = field(default_factory=dict)

    @property
    def question(self) -> Question:
        circle = self.near.circle if self.near else None
        return Question(self.words, self.filters, near=circle, order=self.order)

    @property
    def order(self) -> Order:
        """What the atlas orders by: by place is not among it, see `results`."""
        if self.sort in ("best", "name", "verified"):
            return self.sort  # type: ignore[return-value]
        return "near" if self.near else "best"

    @property
    def is_asking(self) -> bool:
        """True when anything narrows the directory."""
        return bool(self.words or self.filters or self.near)

    def state(self) -> dict[str, str]:
        """Name → value of everything but the page."""
        near = self.near.state() if self.near else {}
        shown = {"sort": self.sort, "view": self.view, "around": self.typed}
        return {"q": self.words, **self.filters, **near, **shown, **self.beside}

    def query(self, **changes: str) -> str:
        """The query string with some parts changed ("" removes one); no page unless given."""
        kept = {name: value for name, value in (self.state() | changes).items() if value}
        return f"?{urlencode(kept, safe=':,')}" if kept else "?"

    @property
    def machine_query(self) -> str:
        """The same question for files and programs, which know nothing of pages; "" for all."""
        near = {"near": self.near.state()["near"]} if self.near else {}
        order = {"order": self.order} if self.order != "best" else {}
        asked = {"q": self.words, **self.filters, **near, **order}
        kept = {name: value for name, value in asked.items() if value}
        return f"?{urlencode(kept, safe=':,')}" if kept else ""

    @property
    def without_near(self) -> str:
        return self.query(near="", at="", sort="" if self.sort == "near" else self.sort)


def read(query: QueryDict) -> Address:
    """What was asked. A value that names nothing is dropped: it can neither match nor harm."""
    filters = known({name: query.get(name, "") for name in FILTERS})
    typed = one_line(query.get("around", ""), WORDS_LIMIT)
    near = _near(query, typed, filters.get("country", ""))
    sort, view = query.get("sort", ""), query.get("view", "")
    return Address(
        words=one_line(query.get("q", ""), WORDS_LIMIT),
        filters=filters,
        near=near,
        sort=sort if sort in SORTS and (near or sort != "near") else "",
        view=view if view in VIEWS[1:] else "",
        typed="" if near else typed,
        page=query.get("page", "1"),
    )


def has_blanks(query: QueryDict) -> bool:
    """True when a form sent fields that a shareable address does not need."""
    return any(value == "" for values in query.lists() for value in values[1])


def must_be_rewritten(query: QueryDict, asked: Address) -> bool:
    """True when the form sent blanks, or a place in words that the address can hold as a circle."""
    resolved = bool(asked.near) and ("around" in query or "km" in query)
    return has_blanks(query) or resolved or ("km" in query and not asked.near and not asked.typed)


def _near(query: QueryDict, typed: str, country: str) -> Around | None:
    """The form sends what is typed beside what the address held: what was typed anew wins."""
    km = query.get("km", "")
    held = around.read(query.get("near", ""), query.get("at", ""), km)
    if "around" not in query:
        return held
    if not typed:
        # An empty field takes a named place away; a point that a device gave has no name to keep.
        return held if held and not held.key else None
    if held and typed == held.name:
        return held
    return around.named(typed, country, km)
