"""Version 1 of the read API: organizations, places, counts, tiles."""

from __future__ import annotations

from typing import cast

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from oriundo.base.core.language import gettext_noop
from oriundo.base.places.gazetteer import Place, gazetteer
from oriundo.insight.atlas.atlas import COUNTED
from oriundo.insight.atlas.current import atlas
from oriundo.insight.atlas.mapping import Side
from oriundo.insight.atlas.tiles.drawing import NoTile
from oriundo.interfaces.api import answers, one, places
from oriundo.interfaces.api.asking import read, read_only
from oriundo.interfaces.api.downloads.files import csv_file, geojson_file
from oriundo.interfaces.api.openapi import Interface, documented
from oriundo.interfaces.api.parameters import (
    LEVEL,
    PAGE,
    PER_PAGE,
    QUESTION,
    WORDS,
    choice,
    listed,
    text,
)  # fmt: skip
from oriundo.interfaces.api.problems import Problem, failed
from oriundo.interfaces.api.records import MEMBERS, facts, listings, record
from oriundo.interfaces.api.snapshot import generation
from oriundo.interfaces.api.v1 import schemas
from oriundo.interfaces.api.v1.counting import counted
from oriundo.interfaces.api.v1.suggesting import suggestions

BY = choice("by", gettext_lazy("What to count by; origin when not given."), *COUNTED)
NAMES = listed("names", gettext_lazy("Only these filters: origin,region."), *COUNTED)
FIELDS = listed(
    "fields", gettext_lazy("Only these members of each organization: id,name,residence."), *MEMBERS
)
SIDE = choice(
    "side", gettext_lazy("Where organizations are, or where members come from."), "here", "from"
)
COUNTRY = text("country", gettext_lazy("Only places of this country: MEX."), pattern="^[A-Z]{3}$")

v1 = Interface(
    "v1",
    "/api/v1/",
    gettext_lazy("Oriundo: read API"),
    gettext_lazy(
        "The published directory of organizations: search, places, counts, tiles. "
        "Everything here is public; no key is needed."
    ),
)


@v1.get(
    "/",
    summary=gettext_noop("What this interface has"),
    openapi_extra=documented(answer=schemas.ABOUT),
)
def about(request: HttpRequest) -> HttpResponse:
    read_only(request)
    root = answers.root(request)
    names = {
        "documentation": reverse("api:docs"),
        "openapi": reverse("openapi_v1"),
        "organizations": reverse("v1:organizations"),
        "directory": reverse("download:directory"),
        "changes": reverse("feeds:changes"),
        "hsds": reverse("hsds:about"),
        "ogc": reverse("ogc:landing"),
    }
    links = {name: root + path for name, path in names.items()}
    return answers.as_json({**_stamp(), "links": links})


@v1.get(
    "/organizations",
    summary=gettext_noop("Search organizations"),
    openapi_extra=documented(*QUESTION, PAGE, PER_PAGE, FIELDS, answer=schemas.ORGANIZATIONS),
)
def organizations(request: HttpRequest) -> HttpResponse:
    asked = read(request, PAGE, PER_PAGE, FIELDS)
    wanted = _wanted(asked.text("fields"))
    shown = answers.pages(asked, 0)
    found = atlas().find(asked.question, start=shown.start, size=shown.size)
    shown = answers.pages(asked, found.total)
    language, root = answers.language(), answers.root(request)
    links = answers.around(request, asked, shown)
    records = (record(each, language, root) for each in listings(found.ids))
    body = {
        "total": found.total,
        "page": shown.number,
        "per_page": shown.size,
        "pages": shown.count,
        **_stamp(),
        "links": links,
        "organizations": [{name: each[name] for name in wanted} for each in records],
    }
    return answers.with_links(answers.as_json(body), links)


@v1.get(
    "/organizations.csv",
    summary=gettext_noop("A search as CSV"),
    openapi_extra=documented(*QUESTION, answer={"type": "string"}, media_type="text/csv"),
)
def organizations_csv(request: HttpRequest) -> HttpResponseBase:
    return csv_file(request)


@v1.get(
    "/organizations.geojson",
    summary=gettext_noop("A search as GeoJSON"),
    openapi_extra=documented(*QUESTION, answer=schemas.GEOJSON, media_type="application/geo+json"),
)
def organizations_geojson(request: HttpRequest) -> HttpResponseBase:
    return geojson_file(request)


@v1.get(
    "/organizations/{public_id}",
    summary=gettext_noop("One organization, each value with its sources"),
    description=gettext_noop(
        "A former identifier is answered with 308 and the reason; 300 when an organization was "
        "split; 410 when it is not listed any more."
    ),
    openapi_extra=documented(answer=schemas.ORGANIZATION),
)
def organization(request: HttpRequest, public_id: str) -> HttpResponse:
    read_only(request)
    root = answers.root(request)
    listing = one.current(public_id, lambda new: root + reverse("v1:organization", args=[new]))
    body = record(listing, answers.language(), root)
    body |= {"facts": facts(listing), "license": answers.license_of_data()}
    return answers.as_json(body)


@v1.get(
    "/suggestions",
    summary=gettext_noop("What somebody who types may mean"),
    openapi_extra=documented(WORDS, answer=schemas.SUGGESTIONS),
)
def suggested(request: HttpRequest) -> HttpResponse:
    asked = read_only(request, WORDS)
    return answers.as_json({"suggestions": suggestions(asked.text("q"))})


@v1.get(
    "/counts",
    summary=gettext_noop("How many organizations each value of one filter has"),
    description=gettext_noop(
        "Every organization counted here is public, and so is what it is counted by: nothing is "
        "rounded or withheld."
    ),
    openapi_extra=documented(BY, *QUESTION, answer=schemas.COUNTS),
)
def counts(request: HttpRequest) -> HttpResponse:
    asked = read(request, BY)
    by = asked.text("by", "origin")
    known = atlas()
    body = {
        "by": by,
        "total": known.total(asked.question),
        **_stamp(),
        "counts": counted(by, known.counts(asked.question, by)),
    }
    return answers.as_json(body)


@v1.get(
    "/facets",
    summary=gettext_noop("What each choice of each filter would give, the others as they are"),
    openapi_extra=documented(NAMES, *QUESTION, answer=schemas.FACETS),
)
def facets(request: HttpRequest) -> HttpResponse:
    asked = read(request, NAMES)
    names = tuple(dict.fromkeys(asked.text("names", ",".join(COUNTED)).split(",")))
    known = atlas()
    found = known.facets(asked.question, names)
    body = {
        "total": known.total(asked.question),
        **_stamp(),
        "facets": {name: counted(name, values) for name, values in found.items()},
    }
    return answers.as_json(body)


@v1.get(
    "/tiles/{int:z}/{int:x}/{int:y}.mvt",
    summary=gettext_noop("A search as a vector tile"),
    openapi_extra=documented(
        SIDE, *QUESTION, answer={}, media_type="application/vnd.mapbox-vector-tile"
    ),
)
def tile(request: HttpRequest, z: int, x: int, y: int) -> HttpResponse:
    asked = read(request, SIDE)
    try:
        side = cast(Side, asked.text("side", "here"))
        drawn = atlas().tile(asked.question, z, x, y, side=side)
    except NoTile as error:
        raise failed(404, error) from error
    return HttpResponse(drawn, content_type="application/vnd.mapbox-vector-tile")


@v1.get(
    "/places",
    summary=gettext_noop("Places by name"),
    openapi_extra=documented(WORDS, COUNTRY, LEVEL, answer=schemas.PLACES),
)
def places_named(request: HttpRequest) -> HttpResponse:
    asked = read_only(request, WORDS, COUNTRY, LEVEL)
    found = places.found(asked.text("q"), asked.text("country"), asked.text("level"))
    return _places(found)


@v1.get(
    "/places/{key}",
    summary=gettext_noop("One place by its key"),
    openapi_extra=documented(answer=schemas.PLACE),
)
def place(request: HttpRequest, key: str) -> HttpResponse:
    read_only(request)
    return answers.as_json(places.as_json(_place(key), answers.language()))


@v1.get(
    "/places/{key}/children",
    summary=gettext_noop("What a place is divided into"),
    openapi_extra=documented(answer=schemas.PLACES),
)
def children(request: HttpRequest, key: str) -> HttpResponse:
    read_only(request)
    return _places(places.children(_place(key)))


def _place(key: str) -> Place:
    found = gazetteer().by_key(key)
    if found is None:
        raise Problem(404, _("There is no place “%(key)s”.") % {"key": key[:100]})
    return found


def _places(found: list[Place]) -> HttpResponse:
    language = answers.language()
    told = [places.as_json(each, language) for each in found]
    return answers.as_json({"total": len(told), "places": told})


def _stamp() -> answers.Json:
    return {"generation": generation(), "license": answers.license_of_data()}


def _wanted(fields: str) -> tuple[str, ...]:
    """The members asked for, in the order of a record; all when none is named."""
    named = fields.split(",") if fields else MEMBERS
    return tuple(name for name in MEMBERS if name in named)
