"""Reading what was asked: one way for lists, counts, tiles, files, and other standards' addresses.

Nothing is silently dropped: a parameter that nobody reads is a misspelled filter, and the answer
to it would count too many.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import cast

from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext as _

from oriundo.base.core.text import one_line
from oriundo.insight.atlas.question import FILTERS, WORDS_LIMIT, Box, Circle, Order, Question
from oriundo.interfaces.api.parameters import LANGUAGE, QUESTION, Parameter, Value, value_of
from oriundo.interfaces.api.problems import Fault, Problem


@dataclass(frozen=True, slots=True)
class Asking:
    """A request that has been read: the question, and what else was asked with it."""

    question: Question
    values: Mapping[str, Value]

    def whole(self, parameter: Parameter) -> int:
        return int(self.values.get(parameter.name, parameter.schema["default"]))

    def text(self, name: str, default: str = "") -> str:
        return str(self.values.get(name, default))

    def said(self, name: str) -> bool:
        return bool(self.values.get(name, False))


def read(request: HttpRequest, *more: Parameter) -> Asking:
    """A question and its further parameters. Raises Problem (400) with every fault there is."""
    values = read_values(request.GET, (*QUESTION, *more))
    return Asking(question(values), values)


def read_only(request: HttpRequest, *parameters: Parameter) -> Asking:
    """A request that asks no question of the atlas."""
    return Asking(Question(), read_values(request.GET, parameters))


def read_values(query: QueryDict, parameters: Iterable[Parameter]) -> dict[str, Value]:
    """Name → value of what was given."""
    known = {parameter.name: parameter for parameter in (*parameters, LANGUAGE)}
    faults = list(_faults(query, known))
    if faults:
        raise Problem(400, faults[0].detail, errors=faults)
    given = ((name, str(query[name])) for name in query)
    return cast(dict[str, Value], {name: value_of(known[name], text) for name, text in given})


def _faults(query: QueryDict, known: Mapping[str, Parameter]) -> Iterator[Fault]:
    for name, given in query.lists():
        if name not in known:
            yield _unknown(name, given[0], known)
        elif len(given) > 1:
            yield Fault(
                name,
                ", ".join(given),
                _("“%(name)s” is given more than once.") % {"name": name},
                _("Give it once."),
            )
        elif value_of(known[name], given[0]) is None:
            yield _unusable(known[name], given[0])


def _unknown(name: str, value: str, known: Iterable[str]) -> Fault:
    near = get_close_matches(name, list(known), n=1)
    remedy = (
        _("Did you mean “%(name)s”?") % {"name": near[0]}
        if near
        else _("Leave it out, or use one of: %(names)s.") % {"names": ", ".join(sorted(known))}
    )
    detail = _("Nothing here is called “%(name)s”.") % {"name": name[:100]}
    return Fault(name[:100], value, detail, remedy)


def _unusable(parameter: Parameter, value: str) -> Fault:
    detail = _("“%(name)s” cannot be “%(value)s”.")
    named = {"name": parameter.name, "value": value[:100]}
    return Fault(parameter.name, value, detail % named, _remedy(parameter))


def _remedy(parameter: Parameter) -> str:
    schema = parameter.schema
    if "enum" in schema:
        return _("Write one of: %(values)s.") % {"values": ", ".join(schema["enum"])}
    if schema["type"] == "integer":
        return _("Write a whole number from %(least)s to %(most)s.") % {
            "least": schema["minimum"],
            "most": schema["maximum"],
        }
    if schema["type"] == "boolean":
        return _("Write one of: %(values)s.") % {"values": "true, false"}
    if "maxLength" in schema:
        return _("Write at most %(most)s characters.") % {"most": schema["maxLength"]}
    return str(parameter.meaning)


def question(values: Mapping[str, Value]) -> Question:
    """The question that the values ask."""
    near = _circle(str(values["near"])) if "near" in values else None
    return Question(
        words=one_line(str(values.get("q", "")), WORDS_LIMIT),
        filters={name: str(values[name]) for name in FILTERS if name in values},
        near=near,
        box=box(str(values["box"])) if "box" in values else None,
        order=cast(Order, values.get("order", "best")),
    )


def _circle(text: str) -> Circle:
    lat, lon, km = map(float, text.split(","))
    return Circle(lat, lon, km)


def box(text: str) -> Box:
    """From "west,south,east,north"."""
    west, south, east, north = map(float, text.split(",")[:4])
    return Box(west, south, east, north)


def query_of(asking: Asking, **changes: Value) -> str:
    """The query string that asks the same, with some values changed."""
    query = QueryDict(mutable=True)
    for name, value in (dict(asking.values) | changes).items():
        query[name] = str(value).lower() if isinstance(value, bool) else str(value)
    return query.urlencode(safe=",:")
