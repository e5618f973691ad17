"""Writing places: the gazetteer into its table."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice

from django.db import connection, transaction

from oriundo.base.audit.actions import record
from oriundo.base.core.language import gettext_noop
from oriundo.base.places import gazetteer as source
from oriundo.base.places.models import Loading, Place

_AT_ONCE = 2000
_STAGE = gettext_noop("Filling the table of places")
_FIELDS = Place._meta.concrete_fields


@dataclass(frozen=True, slots=True)
class Loaded:
    """What filling the table did; `new` is False when it held this gazetteer already."""

    new: bool
    places: int
    withdrawn: int


def _silent(_stage: str, _done: float) -> None:
    """Progress that nobody looks at."""


@transaction.atomic
def load_gazetteer(
    *,
    places: source.Gazetteer,
    at: datetime,
    actor: str,
    progress: Callable[[str, float], None] = _silent,
) -> Loaded:
    """Make the table say what the gazetteer says. Twice is once."""
    state = places.about["state"]
    newest = Loading.objects.order_by("pk").last()
    if newest is not None and newest.state == state:
        return Loaded(False, newest.places, 0)
    before = set(Place.objects.filter(withdrawn=False).values_list("key", flat=True))
    rows, done = (_row(places, place) for place in places), 0
    while batch := list(islice(rows, _AT_ONCE)):
        _write(batch)
        before.difference_update(row.key for row in batch)
        done += len(batch)
        progress(_STAGE, done / len(places))
    for keys in _slices(sorted(before)):
        Place.objects.filter(key__in=keys).update(withdrawn=True)
    Loading.objects.create(state=state, at=at, places=done)
    told = {"places": done, "withdrawn": len(before), "state": state}
    record(at=at, actor=actor, verb="places.loaded", about="gazetteer", details=told)
    return Loaded(True, done, len(before))


def _write(rows: list[Place]) -> None:
    """Insert rows, or write over those of the same key.

    In plain SQL, which both databases speak: `bulk_create` sends SQLite 60 rows at a time, and
    takes four times as long.
    """
    quoted = [connection.ops.quote_name(field.attname) for field in _FIELDS]
    places = ", ".join(["%s"] * len(quoted))
    over = ", ".join(f"{name} = excluded.{name}" for name in quoted[1:])
    table = connection.ops.quote_name(Place._meta.db_table)
    sql = (
        f"INSERT INTO {table} ({', '.join(quoted)}) VALUES ({places})"
        f" ON CONFLICT ({quoted[0]}) DO UPDATE SET {over}"
    )
    values = [
        [field.get_db_prep_save(field.value_from_object(row), connection) for field in _FIELDS]
        for row in rows
    ]
    with connection.cursor() as cursor:
        cursor.executemany(sql, values)


def _slices(keys: list[str]) -> Iterator[list[str]]:
    return (keys[at : at + _AT_ONCE] for at in range(0, len(keys), _AT_ONCE))


def _row(places: source.Gazetteer, place: source.Place) -> Place:
    parent = places.parent_of(place)
    return Place(
        key=place.key,
        level=place.level,
        name=place.name,
        names=places.names(place),
        spellings=places.spellings(place),
        parent_id=parent.key if parent else None,
        country=place.country,
        admin1=place.admin1,
        admin2=place.admin2,
        code=place.code,
        codes=places.codes(place),
        population=place.population or None,
        lat=place.lat,
        lon=place.lon,
        until=date.fromisoformat(place.until) if place.until else None,
    )
