"""The public pages to look at, and a small directory that has all that they can show."""

from __future__ import annotations

from dataclasses import asdict

from oriundo.base.accounts.models import User
from oriundo.insight.observatory.actions import keep_evaluation
from oriundo.insight.observatory.matrix import tabulate
from tests.interfaces.web import cast

PATHS = {
    "en": [
        "/en/",
        "/en/directory/",
        "/en/directory/?q=zzz&origin=MEX",
        "/en/directory/?view=table",
        "/en/directory/?near=38.8,-77.05,50&at=gn:4744091&region=US-VA",
        "/en/directory/?around=xyzzy",
        "/en/directory/all/city/",
        "/en/use/?origin=MEX",
        "/en/changes/",
        "/en/embed/directory?q=club",
        "/en/method/",
        "/en/base-map/",
    ],
    "es": [
        "/es/",
        "/es/directorio/",
        "/es/directorio/?q=zzz&origin=MEX",
        "/es/directorio/?view=table",
        "/es/directorio/?near=38.8,-77.05,50&at=gn:4744091&region=US-VA",
        "/es/directorio/?around=xyzzy",
        "/es/directorio/todos/city/",
        "/es/usar/?origin=MEX",
        "/es/cambios/",
        "/es/embed/directory?q=club",
        "/es/metodo/",
        "/es/mapa-base/",
    ],
}
NEVER_KEPT = {"en": "/en/never-kept/", "es": "/es/lo-que-no-se-guarda/"}


def published():
    """Twenty-two listings of invented organizations; one of them has all that a page can show."""
    invented = cast.source("Lista inventada", invented=True, license="CC0", publisher="Nadie")
    for number in range(20):
        cast.organization(f"Club Jerez {number:02}", said_by=invented)
    cast.organization("Casa Maya", origin="GTM", country="", region="", said_by=invented)
    cast.organization("Voces", origin="SLV", region="US-VA", city="Alexandria", said_by=invented)
    rich = cast.organization(
        "Federación de Clubes de Intipucá en el Área Metropolitana de Washington",
        origin="SLV",
        region="US-VA",
        said_by=invented,
        hometown="Intipucá, La Unión",
        website="https://federaciondeclubesdeintipuca.social.example/",
        support=("education", "infrastructure"),
        structure="coalition",
        description="Apoya escuelas y caminos de su pueblo.",
    )
    cast.say(rich, "city", "Alexandria", said_by=cast.source("Otra lista", kind="web"))
    by = User.objects.create_user("desk@example.org")
    cast.say(rich, "phone", "+17035550117", published_to="public", published_by=by)
    cast.say(rich, "city", "Arlington", said_by=invented, chosen=False)
    study = cast.source("El estudio", kind="document")
    named = cast.organization("Zacatecana", hometown="Zacatecas", said_by=study)
    cast.say(named, "support", "education", said_by=invented)
    listings = cast.listings()
    keep_evaluation(name="demonstration", figures=measured(listings), at=cast.NOW)
    return listings


def measured(listings):
    """A comparison with a truth that lacks some of the listings and has one of them twice."""
    table = tabulate([("MEX", "USA")] * 18 + [("SLV", "CAN"), ("GTM", "")])
    found = tabulate([("MEX", "USA")] * 20 + [("SLV", "USA"), ("GTM", "")])
    case = {
        "truth": ["T1"],
        "names": ["Federación de Clubes de Intipucá"],
        "organizations": [listings[0].public_id, "hidden"],
        "records": ["lista-inventada/1", "otra-lista/Federacion-0042"],
    }
    return {
        **{key: [case] for key in ("missed", "split", "merged", "intruders")},
        "organizations": 20,
        "identified": 22,
        "found": 19,
        "exact": 17,
        "pairs": {"precision": 0.991, "recall": 0.94},
        "true_table": asdict(table),
        "found_table": asdict(found),
    }


def paths(language, listings):
    shown = [f"/{language}/org/{listing.public_id}/" for listing in listings[-3:]]
    return [*PATHS[language], NEVER_KEPT[language], *shown, f"/{language}/org/nothing/"]
