"""What templates need beside their context."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from django import template
from django.conf import settings
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.template.context import Context
from django.urls import reverse, translate_url
from django.utils.safestring import SafeString, mark_safe

from oriundo.collect.sources.queries import is_demonstration
from oriundo.interfaces.web import language, words
from oriundo.interfaces.web.maps.palette import Step

_NO_MARKUP = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}
register = template.Library()
register.filter("number", language.number)
register.filter("percent", language.percent)
register.filter("rounded", language.rounded)
register.simple_tag(is_demonstration, name="demonstration")
register.simple_tag(words.word, name="word")


@dataclass(frozen=True, slots=True)
class Language:
    """The same page in one language. `address` is absolute and keeps the query."""

    code: str
    name: str
    address: str
    current: bool


@register.filter
def difference(share: float | None) -> str:
    """A difference as a share of the truth, with its sign: "+0.4%", "0%"; "–" without a base."""
    if not share:
        return "–" if share is None else "0%"
    return f"{'+' if share > 0 else ''}{language.percent(share)}"


@register.filter
def day(value: date | None) -> str:
    """A date in words, or nothing when there is none."""
    return language.day(value) if value else ""


@register.filter(name="range")
def between(step: Step) -> str:
    """The numbers of a class of a legend: "5–19"."""
    said = language.number if step.whole else language.rounded
    low, high = said(step.low), said(step.high)
    return low if low == high else f"{low}–{high}"


@register.filter
def legend_at(number: int) -> int:
    """Where the class of that number, from 0, stands in the legend of a picture."""
    return 150 * number


@register.simple_tag(takes_context=True)
def languages(context: Context) -> list[Language]:
    """This page in every language, or the home page where it has no twin; [] without a request."""
    request = getattr(context, "request", None)
    if request is None:
        return []
    here = request.get_full_path()
    return [
        Language(
            code, name, request.build_absolute_uri(_twin(here, code)), code == language.current()
        )
        for code, name in settings.LANGUAGES
    ]


def _twin(path: str, code: str) -> str:
    twin = translate_url(path, code)
    if twin.startswith(f"/{code}/"):
        return twin
    return f"/{code}/"


@register.simple_tag
def linked_data(described: dict[str, Any]) -> SafeString:
    """A block of linked data (JSON-LD). It is data, which no security policy has to allow."""
    text = json.dumps(described, ensure_ascii=False, separators=(",", ":")).translate(_NO_MARKUP)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')  # noqa: S308 (no markup)


@register.simple_tag
@cache
def vendor(name: str) -> str:
    """The address of a front-end library, or "" where setup has not fetched it."""
    path = f"vendor/{name}"
    if not finders.find(path):
        return ""
    try:
        return staticfiles_storage.url(path)
    except ValueError:  # fetched, but static files have not been collected since
        return ""


@register.simple_tag
def directory_of(name: str, value: str) -> str:
    """The directory filtered by one value."""
    return f"{reverse('public:directory')}?{name}={value}"
