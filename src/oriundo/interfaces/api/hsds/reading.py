"""Reading what HSDS clients ask, from the address or from a body, as questions of the atlas."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from oriundo.base.places.gazetteer import gazetteer
from oriundo.insight.atlas.question import WORDS_LIMIT, Circle, Question
from oriundo.interfaces.api.asking import Asking, question, read_values
from oriundo.interfaces.api.hsds.taxonomies import named_term
from oriundo.interfaces.api.identifiers import public_id_of
from oriundo.interfaces.api.parameters import (
    PAGE,
    PER_PAGE,
    Parameter,
    choice,
    text,
    whole,
    yes_or_no,
)  # fmt: skip
from oriundo.interfaces.api.problems import Fault, Problem

_UUID = r"^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"
SEARCH = text("search", gettext_lazy("Words, in any order."), maxLength=WORDS_LIMIT)
FORMAT = choice("format", gettext_lazy("A page, or one object a line."), "json", "ndjson")
TERM = text("taxonomy_term_id", gettext_lazy("With this term."), pattern=_UUID)
TAXONOMY = text("taxonomy_id", gettext_lazy("Of this taxonomy."), pattern=_UUID)
ORGANIZATION = text("organization_id", gettext_lazy("Of this organization."), pattern=_UUID)
MODIFIED = text(
    "modified_after", gettext_lazy("Published or changed on this day or later."), format="date"
)
MINIMAL = yes_or_no("minimal", gettext_lazy("Only what is required."))
FULL = yes_or_no("full", gettext_lazy("With the objects that belong to it."))
FULL_SERVICE = yes_or_no("full_service", gettext_lazy("With services, whole."))
POSTCODE = text(
    "postcode", gettext_lazy("Around this postal code of the United States or Canada."),
    pattern="^[A-Za-z0-9 -]{3,10}$",
)  # fmt: skip
PROXIMITY = whole("proximity", gettext_lazy("Meters around the postal code."), 0, 1_000_000, 10_000)
PAGING = (PAGE, PER_PAGE, FORMAT)
ORGANIZATIONS = (SEARCH, TERM, MODIFIED, MINIMAL, FULL, FULL_SERVICE, POSTCODE, PROXIMITY, *PAGING)
SERVICES = (
    SEARCH, TERM, TAXONOMY, ORGANIZATION, MODIFIED, MINIMAL, FULL, POSTCODE, PROXIMITY, *PAGING,
)  # fmt: skip
AT_LOCATIONS = (SEARCH, TERM, ORGANIZATION, POSTCODE, PROXIMITY, *PAGING)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked. `nothing`: a term or an organization that does not exist was asked for."""

    asking: Asking
    term: tuple[str, str] | None
    public_id: str
    after: datetime | None
    nothing: bool


def wanted(request: HttpRequest, parameters: Iterable[Parameter]) -> Wanted:
    """Raises Problem (400) for what cannot be read."""
    given = request.GET if request.method == "GET" else _posted(request, tuple(parameters))
    values = read_values(given, parameters)
    named = named_term(str(values["taxonomy_term_id"])) if "taxonomy_term_id" in values else None
    known = public_id_of(str(values["organization_id"])) if "organization_id" in values else None
    after = values.get("modified_after")
    return Wanted(
        asking=Asking(_question(values, named), values),
        term=named,
        public_id=known[0] if known else "",
        after=datetime.fromisoformat(str(after)).replace(tzinfo=UTC) if after else None,
        nothing=("taxonomy_term_id" in values and named is None)
        or ("organization_id" in values and known is None),
    )


def _question(values: Mapping[str, Any], term: tuple[str, str] | None) -> Question:
    asked = question({"q": values.get("search", "")})
    filters = {term[0]: term[1]} if term else {}
    return Question(asked.words, filters, _around(values))


def _around(values: Mapping[str, Any]) -> Circle | None:
    if "postcode" not in values:
        return None
    code = str(values["postcode"]).strip().upper()
    known = gazetteer()
    place = known.by_code("us-zip", code[:5]) or known.by_code("ca-fsa", code[:3])
    if place is None or place.lat is None or place.lon is None:
        # A code that is nowhere has nothing around it.
        return Circle(90.0, 0.0, 0.0)
    meters = int(values.get("proximity", PROXIMITY.schema["default"]))
    return Circle(place.lat, place.lon, meters / 1000)


def _posted(request: HttpRequest, parameters: tuple[Parameter, ...]) -> QueryDict:
    """The members of a JSON body as the values of a query, so that words stay out of addresses."""
    try:
        body = json.loads(request.body or b"{}")
    except ValueError:
        body = None
    if not isinstance(body, dict):
        raise Problem(
            400,
            _("The body is not a JSON object."),
            remedy=_('Send a JSON object of parameters, as in {"search": "club"}.'),
        )
    query = QueryDict(mutable=True)
    query.update(request.GET.dict())
    kinds = {parameter.name: parameter.schema["type"] for parameter in parameters}
    for name, value in body.items():
        query[name] = _as_text(name, value, kinds.get(name, "string"))
    return query


def _as_text(name: str, value: Any, kind: str) -> str:
    """A member as it would stand in an address."""
    types = {"string": str, "integer": int, "boolean": bool}
    if kind == "integer" and isinstance(value, float) and value.is_integer():
        value = int(value)  # in JSON, 3.0 is a whole number
    if type(value) is not types[kind]:
        detail = _("“%(name)s” has to be of the type %(kind)s.") % {"name": name, "kind": kind}
        raise Problem(400, detail, errors=[Fault(name, str(value), detail, "")])
    return str(value).lower() if kind == "boolean" else str(value)
