"""What goes wrong, as problem+json (RFC 9457): what it is, where, and what to do."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from oriundo.base.core.errors import OriundoError
from oriundo.interfaces.speech import say

MEDIA_TYPE = "application/problem+json"
Text = str | Promise

TITLES: Mapping[int, Text] = {
    300: _("Several organizations"),
    400: _("The question cannot be understood"),
    404: _("Nothing is here"),
    405: _("This address does not answer that method"),
    410: _("No longer listed"),
    413: _("Too much for one file"),
    429: _("Too many requests"),
    500: _("This site failed"),
    503: _("Being prepared"),
}

REMEDIES: Mapping[int, Text] = {
    400: _("Correct what `errors` names, and ask again."),
    404: _("See the documentation for the addresses that there are."),
    405: _("Use the methods that the header Allow names."),
    500: _("Ask again later. If it goes on, tell those who run this site."),
}


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one parameter, and what to write instead."""

    parameter: str
    value: str
    detail: Text
    remedy: Text

    def as_json(self) -> dict[str, str]:
        return {
            "parameter": self.parameter,
            "value": self.value[:100],
            "detail": str(self.detail),
            "remedy": str(self.remedy),
        }


class Problem(Exception):
    """Ends a request with problem+json. `more`: further members; `headers`: of the answer."""

    def __init__(
        self,
        status: int,
        detail: Text = "",
        *,
        remedy: Text = "",
        errors: Sequence[Fault] = (),
        more: Mapping[str, object] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(status)
        self.status = status
        self.detail = detail
        self.remedy = remedy or REMEDIES.get(status, "")
        self.errors = errors
        self.more = dict(more or {})
        self.headers = dict(headers or {})

    def response(self, request: HttpRequest) -> HttpResponse:
        """The answer in the reader's language."""
        title = TITLES.get(self.status) or TITLES[400 if self.status < 500 else 500]
        body: dict[str, object] = {
            "type": "about:blank",
            "title": str(title),
            "status": self.status,
            "detail": str(self.detail or title),
            "remedy": str(self.remedy),
            "instance": request.path,
        } | self.more
        if self.errors:
            body["errors"] = [fault.as_json() for fault in self.errors]
        answer = HttpResponse(
            json.dumps(body, ensure_ascii=False), status=self.status, content_type=MEDIA_TYPE
        )
        for name, value in self.headers.items():
            answer.headers[name] = value
        return answer


def failed(
    status: int, error: OriundoError, *, headers: Mapping[str, str] | None = None
) -> Problem:
    """An error of ours as a problem, in the reader's language."""
    detail, remedy = say(error.sentence, error.values), say(error.remedy, error.values)
    return Problem(status, detail, remedy=remedy, headers=headers)
