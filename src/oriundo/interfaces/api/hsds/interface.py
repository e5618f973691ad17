"""The directory as HSDS 3.1 (Open Referral) with our published Profile."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from oriundo.base.core.language import gettext_noop
from oriundo.domain.directory.typology import SUPPORT
from oriundo.interfaces.api import answers, one
from oriundo.interfaces.api.answers import Json, as_json, root
from oriundo.interfaces.api.asking import read_only
from oriundo.interfaces.api.hsds import objects, pages, reading, schemas, taxonomies
from oriundo.interfaces.api.hsds.profile import VERSION
from oriundo.interfaces.api.identifiers import part_of, public_id_of, uuid_of
from oriundo.interfaces.api.openapi import Document, Interface, documented
from oriundo.interfaces.api.parameters import LANGUAGE, Parameter
from oriundo.interfaces.api.problems import Problem

View = Callable[[HttpRequest], HttpResponse]

hsds = Interface(
    "hsds",
    "/api/hsds/",
    gettext_lazy("Oriundo: HSDS 3.1"),
    gettext_lazy(
        "The published directory as Open Referral's Human Services Data Specification 3.1, with a "
        "published Profile. Searches may be posted, so that words stay out of addresses and logs."
    ),
)


def _paged(*parameters: Parameter, of: Json) -> Document:
    """An operation that answers a page, or a line for each object."""
    told = documented(*parameters, answer=schemas.page(of))
    told["responses"][200]["content"]["application/x-ndjson"] = {"schema": {"type": "string"}}
    return told


def _posted(*parameters: Parameter, of: Json) -> Document:
    """The same, with the parameters in a JSON body."""
    told = _paged(of=of)
    schema = {
        "type": "object",
        "properties": {
            each.name: {**each.schema, "description": each.meaning} for each in parameters
        },
        "additionalProperties": False,
    }
    return told | {
        "parameters": [LANGUAGE.as_openapi()],
        "requestBody": {"required": False, "content": {"application/json": {"schema": schema}}},
    }


def _searched(
    path: str, summary: str, posted: str, *parameters: Parameter, of: Json
) -> Callable[[View], View]:
    """A list that is asked for in the address or, in the same words, in the body."""

    def registered(view: View) -> View:
        hsds.get(path, summary=summary, openapi_extra=_paged(*parameters, of=of))(view)
        hsds.post(
            path,
            summary=posted,
            operation_id=f"{view.__name__}_posted",
            openapi_extra=_posted(*parameters, of=of),
        )(view)
        return view

    return registered


@hsds.get(
    "/", summary=gettext_noop("Version and profile"), openapi_extra=documented(answer=schemas.ABOUT)
)
def about(request: HttpRequest) -> HttpResponse:
    read_only(request)
    here = root(request)
    body = {
        "version": VERSION,
        "profile": here + reverse("hsds_profile"),
        "openapi_url": here + reverse("openapi_hsds"),
    }
    return as_json(body)


@_searched(
    "/organizations",
    gettext_noop("Organizations"),
    gettext_noop("Organizations, asked for in the body"),
    *reading.ORGANIZATIONS,
    of=schemas.ORGANIZATION,
)
def organizations(request: HttpRequest) -> HttpResponse:
    wanted = reading.wanted(request, reading.ORGANIZATIONS)
    total, found = pages.found(wanted)
    here, asking = root(request), wanted.asking
    if asking.said("minimal"):
        return pages.answered(asking, total, [objects.minimal(each) for each in found])
    services = asking.said("full_service") or asking.said("full")
    told = [objects.organization(each, here, services=services) for each in found]
    return pages.answered(asking, total, told)


@hsds.get(
    "/organizations/{identifier}",
    summary=gettext_noop("One organization"),
    openapi_extra=documented(reading.FULL_SERVICE, answer=schemas.ORGANIZATION),
)
def organization(request: HttpRequest, identifier: str) -> HttpResponse:
    asked = read_only(request, reading.FULL_SERVICE)
    known = public_id_of(identifier)
    if known is None or known[1]:
        raise _nothing(identifier)
    here = root(request)
    listing = one.current(
        known[0], lambda new: here + reverse("hsds:organization", args=[uuid_of(new)])
    )
    return as_json(objects.organization(listing, here, services=asked.said("full_service")))


@_searched(
    "/services",
    gettext_noop("Support of confirmed organizations as services"),
    gettext_noop("Services, asked for in the body"),
    *reading.SERVICES,
    of=schemas.SERVICE,
)
def services(request: HttpRequest) -> HttpResponse:
    wanted = reading.wanted(request, reading.SERVICES)
    here, asking = root(request), wanted.asking
    taxonomy = asking.text("taxonomy_id")
    if taxonomy and taxonomy != taxonomies.taxonomy_id("support"):
        return pages.answered(asking, 0, [])
    total, found = pages.services(wanted)
    if asking.said("minimal"):
        minimal = ("id", "name", "status", "organization_id")
        told = [objects.service(listing, code, here) for listing, code in found]
        return pages.answered(asking, total, [{n: each[n] for n in minimal} for each in told])
    full = asking.said("full")
    told = [objects.service(listing, code, here, full=full) for listing, code in found]
    return pages.answered(asking, total, told)


@hsds.get(
    "/services/{identifier}",
    summary=gettext_noop("One service"),
    openapi_extra=documented(answer=schemas.SERVICE),
)
def service(request: HttpRequest, identifier: str) -> HttpResponse:
    read_only(request)
    known = public_id_of(identifier)
    code = part_of(known[1], tuple(SUPPORT)) if known else None
    if known is None or code is None:
        raise _nothing(identifier)
    here = root(request)
    listing = one.current(
        known[0], lambda new: here + reverse("hsds:service", args=[uuid_of(new, code)])
    )
    if code not in objects.service_codes(listing):
        raise _nothing(identifier)
    return as_json(objects.service(listing, code, here, full=True))


@hsds.get(
    "/service_at_locations",
    summary=gettext_noop("Where one gets in touch about services"),
    openapi_extra=_paged(*reading.AT_LOCATIONS, of=schemas.AT_LOCATION),
)
def service_at_locations(request: HttpRequest) -> HttpResponse:
    wanted = reading.wanted(request, reading.AT_LOCATIONS)
    total, found = pages.services(wanted)
    here = root(request)
    told = [objects.service_at_location(listing, code, here) for listing, code in found]
    return pages.answered(wanted.asking, total, told)


@hsds.get(
    "/taxonomies",
    summary=gettext_noop("Taxonomies"),
    openapi_extra=_paged(reading.SEARCH, *reading.PAGING, of=schemas.TAXONOMY),
)
def all_taxonomies(request: HttpRequest) -> HttpResponse:
    return _listed(request, taxonomies.taxonomies, reading.SEARCH)


@hsds.get(
    "/taxonomies/{identifier}",
    summary=gettext_noop("One taxonomy"),
    openapi_extra=documented(answer=schemas.TAXONOMY),
)
def taxonomy(request: HttpRequest, identifier: str) -> HttpResponse:
    return _named(request, taxonomies.taxonomies, identifier)


@hsds.get(
    "/taxonomy_terms",
    summary=gettext_noop("Terms of the taxonomies"),
    openapi_extra=_paged(reading.SEARCH, reading.TAXONOMY, *reading.PAGING, of=schemas.TERM),
)
def taxonomy_terms(request: HttpRequest) -> HttpResponse:
    return _listed(request, taxonomies.terms, reading.SEARCH, reading.TAXONOMY)


@hsds.get(
    "/taxonomy_terms/{identifier}",
    summary=gettext_noop("One term"),
    openapi_extra=documented(answer=schemas.TERM),
)
def taxonomy_term(request: HttpRequest, identifier: str) -> HttpResponse:
    return _named(request, taxonomies.terms, identifier)


def _listed(
    request: HttpRequest, everything: Callable[[], list[Json]], *parameters: Parameter
) -> HttpResponse:
    asked = read_only(request, *parameters, *reading.PAGING)
    words, taxonomy = asked.text("search").lower(), asked.text("taxonomy_id").lower()
    fitting = [
        each
        for each in everything()
        if words in each["name"].lower() and taxonomy in ("", each.get("taxonomy_id"))
    ]
    shown = answers.pages(asked, len(fitting))
    return pages.answered(asked, len(fitting), fitting[shown.start : shown.start + shown.size])


def _named(
    request: HttpRequest, everything: Callable[[], list[Json]], identifier: str
) -> HttpResponse:
    read_only(request)
    found = next((each for each in everything() if each["id"] == identifier.lower()), None)
    if found is None:
        raise _nothing(identifier)
    return as_json(found)


def _nothing(identifier: str) -> Problem:
    return Problem(404, _("Nothing here has the identifier %(id)s.") % {"id": identifier[:100]})
