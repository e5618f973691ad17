"""`oriundo demo`: the study, simulated, through the real pipeline."""

from __future__ import annotations

import tempfile
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click
from django.utils import timezone

from oriundo.base.core.errors import OriundoError
from oriundo.base.core.language import gettext_noop
from oriundo.collect.sources.actions import import_release, register_source
from oriundo.collect.sources.mapping import from_data
from oriundo.collect.sources.models import Source
from oriundo.collect.sources.queries import sources
from oriundo.domain.directory import actions
from oriundo.domain.directory.models import CountryPolicy
from oriundo.domain.directory.queries.results import attributes, clusters
from oriundo.insight.atlas.actions import refresh
from oriundo.insight.observatory.actions import keep_evaluation, keep_migrants
from oriundo.insight.observatory.queries import latest_evaluation
from oriundo.interfaces.cli.commands.serve import must_be_free, serve
from oriundo.interfaces.cli.database import bring_up_to_date
from oriundo.interfaces.cli.speech import Progress, report
from oriundo.interfaces.demonstration.evaluation import evaluate
from oriundo.interfaces.demonstration.facts import migrants
from oriundo.interfaces.demonstration.lists import FoundList, answers, everything
from oriundo.interfaces.demonstration.lists.study import STUDY
from oriundo.interfaces.demonstration.truth import truth

NAME = "demonstration"
SEED = 2020
_ACTOR = "demonstration"
# The study found two directories published and two kept by the authority. Here all countries
# publish, so that its maps can be drawn.
_POLICIES = dict.fromkeys(
    ("MEX", "SLV", "GTM", "HND", "BLZ", "CRI", "NIC", "PAN", "REG-CAM", "REG-LAM"), "public"
)
_COUNTED_BY = "UN DESA"
_MINIMUM_MEMBERS = {"MEX": 25}


class RealDataHere(OriundoError):
    """The database holds sources that are not of the demonstration."""


@click.command()
@click.option("--serve", "serve_it", is_flag=True, help="Serve it when it is built.")
@click.option("--rebuild", is_flag=True, help="Import, match and publish again.")
@click.option("--json", "as_json", is_flag=True, help="Print what was measured as JSON.")
@click.pass_context
def demo(ctx: click.Context, serve_it: bool, rebuild: bool, as_json: bool) -> None:
    """Build the demonstration, an invented diaspora found again in six lists, if it is not here.

    Refuses a database that holds real sources.
    """
    site = _site(ctx) if serve_it else None
    progress = Progress(quiet=as_json)
    bring_up_to_date()
    ours = {found.slug for found in everything(SEED)}
    if any(source.slug not in ours or _is_real(source) for source in sources()):
        raise RealDataHere(
            gettext_noop("This database holds real sources; no demonstration is put beside them."),
            remedy=gettext_noop("Name another one with DATABASE_URL or ORIUNDO_VAR."),
        )
    if rebuild or latest_evaluation(NAME) is None:
        _build(progress)
    report(_summary(latest_evaluation(NAME) or {}), as_json=as_json)
    if site:
        serve.invoke(site)


def _is_real(source: Source) -> bool:
    """Not invented, and not the one source of the demonstration that need not be."""
    return not source.invented and source.slug != STUDY


def _site(ctx: click.Context) -> click.Context:
    """`serve` with its own context, which reads PORT; refused before the work and not after."""
    site = serve.make_context("serve", [], parent=ctx.find_root())
    must_be_free(site.params["host"], site.params["port"])
    return site


def _build(progress: Progress) -> None:
    at = timezone.now()
    _set_policies()
    _import(everything(SEED), at, progress)
    actions.rebuild(at=at, actor=_ACTOR, progress=progress)
    actions.publish(at=at, actor=_ACTOR, progress=progress)
    refresh(progress)
    measured = evaluate(truth(SEED), answers(everything(SEED)), clusters(), attributes())
    keep_migrants(stocks=migrants(), source=_COUNTED_BY, actor=_ACTOR, at=at)
    keep_evaluation(name=NAME, figures=measured.as_json(), at=at)


def _set_policies() -> None:
    for country, mode in _POLICIES.items():
        CountryPolicy.objects.update_or_create(
            country=country,
            defaults={
                "mode": mode,
                "minimum_members": _MINIMUM_MEMBERS.get(country, 0),
                "effective_on": date(2020, 1, 1),
            },
        )


def _import(lists: tuple[FoundList, ...], at: datetime, progress: Progress) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for number, found in enumerate(lists, start=1):
            path = Path(folder) / found.file_name
            path.write_bytes(found.content)
            import_release(
                source=register_source(
                    slug=found.slug, at=at, actor=_ACTOR, **asdict(found.source)
                ),
                path=path,
                at=at,
                actor=_ACTOR,
                mapping=from_data(dict(found.mapping), file=f"{found.slug}.yaml"),
            )
            progress(gettext_noop("Reading"), number / len(lists))


def _summary(figures: dict[str, Any]) -> dict[str, Any]:
    return {
        gettext_noop("records"): figures["records"],
        gettext_noop("organizations in truth"): figures["organizations"],
        gettext_noop("organizations identified"): figures["identified"],
        gettext_noop("found"): figures["found"],
        gettext_noop("missed"): len(figures["missed"]),
        gettext_noop("split"): len(figures["split"]),
        gettext_noop("wrongly merged"): len(figures["merged"]),
        gettext_noop("intruders"): len(figures["intruders"]),
        gettext_noop("pairwise precision"): figures["pairs"]["precision"],
        gettext_noop("pairwise recall"): figures["pairs"]["recall"],
    }
