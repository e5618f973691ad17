"""The directory as OGC API - Features, Part 1: Core, so that QGIS and others open it as a layer."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from oriundo.base.core.language import gettext_noop
from oriundo.insight.atlas.current import atlas
from oriundo.interfaces.api import answers, one
from oriundo.interfaces.api.answers import Json, language, root
from oriundo.interfaces.api.asking import Asking, query_of, question, read_only
from oriundo.interfaces.api.downloads.rows import feature
from oriundo.interfaces.api.ogc import schemas
from oriundo.interfaces.api.openapi import Interface, documented
from oriundo.interfaces.api.parameters import BOX, FILTERS, WORDS, choice, text, whole
from oriundo.interfaces.api.problems import Problem
from oriundo.interfaces.api.records import listings, record

COLLECTION = "organizations"
CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
GEOJSON = "application/geo+json"
OPENAPI = "application/vnd.oai.openapi+json;version=3.1"
CONFORMS = [
    f"http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/{name}" for name in ("core", "geojson")
]
LIMIT = whole("limit", gettext_lazy("Features in one answer."), 1, 10_000, 100)
OFFSET = whole("offset", gettext_lazy("Features to leave out at the beginning."), 0, 99_999_999, 0)
BBOX = text(
    "bbox",
    gettext_lazy("West, south, east, north in degrees (CRS84)."),
    pattern=BOX.schema["pattern"],
)
_MOMENT = r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,6})?Z"
DATETIME = text(
    "datetime",
    gettext_lazy("A moment or an interval (RFC 3339). Organizations have no time: all fit."),
    pattern=rf"^(({_MOMENT}|\.\.)?/({_MOMENT}|\.\.)?|{_MOMENT})$",
)
FORM = choice("f", gettext_lazy("Form of the answer; JSON is the only one."), "json")
ITEMS = (BBOX, LIMIT, OFFSET, DATETIME, FORM, WORDS, *FILTERS.values())

ogc = Interface(
    "ogc",
    "/api/ogc/",
    gettext_lazy("Oriundo: OGC API - Features"),
    gettext_lazy(
        "The published directory as a layer for geographic information systems: "
        "OGC API - Features, Part 1: Core."
    ),
)


@ogc.get(
    "/",
    summary=gettext_noop("What this interface has"),
    url_name="landing",
    openapi_extra=documented(FORM, answer=schemas.LANDING),
)
def landing(request: HttpRequest) -> HttpResponse:
    read_only(request, FORM)
    links = [
        _link(request, "ogc:landing", "self", "application/json"),
        _link(request, "openapi_ogc", "service-desc", OPENAPI),
        _link(request, "api:docs", "service-doc", "text/html"),
        _link(request, "ogc:conformance", "conformance", "application/json"),
        _link(request, "ogc:collections", "data", "application/json"),
    ]
    body = {"title": str(ogc.headline), "description": str(ogc.about), "links": links}
    return answers.as_json(body)


@ogc.get(
    "/conformance",
    summary=gettext_noop("Which parts of the standard hold"),
    openapi_extra=documented(FORM, answer=schemas.CONFORMANCE),
)
def conformance(request: HttpRequest) -> HttpResponse:
    read_only(request, FORM)
    return answers.as_json({"conformsTo": CONFORMS})


@ogc.get(
    "/collections",
    summary=gettext_noop("The layers"),
    openapi_extra=documented(FORM, answer=schemas.COLLECTIONS),
)
def collections(request: HttpRequest) -> HttpResponse:
    read_only(request, FORM)
    links = [_link(request, "ogc:collections", "self", "application/json")]
    return answers.as_json({"links": links, "collections": [_collection(request)]})


@ogc.get(
    "/collections/{collection_id}",
    summary=gettext_noop("One layer"),
    openapi_extra=documented(FORM, answer=schemas.COLLECTION),
)
def collection(request: HttpRequest, collection_id: str) -> HttpResponse:
    read_only(request, FORM)
    _must_be_ours(collection_id)
    return answers.as_json(_collection(request))


@ogc.get(
    "/collections/{collection_id}/items",
    summary=gettext_noop("Organizations as features"),
    openapi_extra=documented(*ITEMS, answer=schemas.FEATURES, media_type=GEOJSON),
)
def items(request: HttpRequest, collection_id: str) -> HttpResponse:
    _must_be_ours(collection_id)
    asked = read_only(request, *ITEMS)
    start, size = asked.whole(OFFSET), asked.whole(LIMIT)
    boxed = {"box": asked.values["bbox"]} if "bbox" in asked.values else {}
    found = atlas().find(question({**asked.values, **boxed}), start=start, size=size)
    told, here = language(), root(request)
    features = [feature(record(each, told, here)) for each in listings(found.ids)]
    body = {
        "type": "FeatureCollection",
        "links": _around(request, asked, start, size, found.total),
        "timeStamp": answers.now(),
        "numberMatched": found.total,
        "numberReturned": len(features),
        "features": features,
    }
    return answers.as_json(body, GEOJSON)


@ogc.get(
    "/collections/{collection_id}/items/{feature_id}",
    summary=gettext_noop("One organization as a feature"),
    openapi_extra=documented(FORM, answer=schemas.FEATURE, media_type=GEOJSON),
)
def item(request: HttpRequest, collection_id: str, feature_id: str) -> HttpResponse:
    read_only(request, FORM)
    _must_be_ours(collection_id)
    here = root(request)
    listing = one.current(feature_id, lambda new: here + _item(new))
    links = [
        {"href": here + _item(listing.public_id), "rel": "self", "type": GEOJSON},
        _link(request, "ogc:collection", "collection", "application/json", COLLECTION),
    ]
    body = feature(record(listing, language(), here)) | {"links": links}
    return answers.as_json(body, GEOJSON)


def _item(public_id: str) -> str:
    return reverse("ogc:item", args=[COLLECTION, public_id])


def _must_be_ours(name: str) -> None:
    if name != COLLECTION:
        raise Problem(
            404,
            _("There is no layer “%(name)s”.") % {"name": name[:100]},
            remedy=_("The layer is called “%(name)s”.") % {"name": COLLECTION},
        )


def _link(request: HttpRequest, name: str, rel: str, media_type: str, *args: str) -> Json:
    return {"href": root(request) + reverse(name, args=args), "rel": rel, "type": media_type}


def _collection(request: HttpRequest) -> Json:
    return {
        "id": COLLECTION,
        "title": _("Organizations"),
        "description": _(
            "Published organizations; those without a published point have no geometry."
        ),
        "itemType": "feature",
        "crs": [CRS84],
        "extent": {"spatial": {"bbox": [[-180, -90, 180, 90]], "crs": CRS84}},
        "links": [
            _link(request, "ogc:collection", "self", "application/json", COLLECTION),
            _link(request, "ogc:items", "items", GEOJSON, COLLECTION),
            {"href": answers.license_of_data()["url"], "rel": "license"},
        ],
    }


def _around(request: HttpRequest, asked: Asking, start: int, size: int, total: int) -> list[Json]:
    """This page and its neighbors."""
    address = root(request) + reverse("ogc:items", args=[COLLECTION])

    def link(rel: str, offset: int) -> Json:
        query = query_of(asked, limit=size, offset=offset)
        return {"href": f"{address}?{query}", "rel": rel, "type": GEOJSON}

    links = [link("self", start)]
    if start + size < total:
        links.append(link("next", start + size))
    if start:
        links.append(link("prev", max(0, start - size)))
    return [*links, _link(request, "ogc:collection", "collection", "application/json", COLLECTION)]
