"""A directory of invented organizations in a real database, as publishing would leave it.

with_database(folder)       before anything of Django is imported
list_all(rows)              their listings and changes, and no facts: what the atlas reads
identify_all(rows)          their organizations, records and facts: what publishing reads
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from itertools import islice
from pathlib import Path
from typing import Any

import django

from oriundo.insight.atlas.row import Row

AT = datetime(2026, 5, 3, 12, tzinfo=UTC)
_BATCH = 5_000


def with_database(folder: Path) -> None:
    """Have Django work on an empty SQLite database of its own in a folder."""
    os.environ |= {"ORIUNDO_VAR": str(folder), "DATABASE_URL": "", "SECRET_KEY": "x" * 50}
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
    django.setup()
    from django.core.management import call_command  # noqa: PLC0415 (needs the settings)

    call_command("migrate", verbosity=0)


def list_all(rows: Iterable[Row]) -> int:
    """Write the listing of each row; how many. Past the models: a million take minutes."""
    from django.db import connection, transaction  # noqa: PLC0415 (as above)

    from oriundo.domain.directory.models import (  # noqa: PLC0415 (as above)
        Change,
        Listing,
        Organization,
    )

    done = 0
    for some in _batches(rows):
        made = [Organization(pk=done + n, **_organization(row)) for n, row in enumerate(some, 1)]
        listings = [
            Listing(pk=one.pk, organization=one, **_listing(row))
            for one, row in zip(made, some, strict=True)
        ]
        changes = [Change(pk=o.pk, public_id=o.public_id, kind="published", at=AT) for o in made]
        with transaction.atomic(), connection.cursor() as cursor:
            for objects in (made, listings, changes):
                _insert(cursor, objects)
        done += len(some)
    return done


def _insert(cursor: Any, objects: Sequence[Any]) -> None:
    fields = objects[0]._meta.concrete_fields
    names = ", ".join(f'"{field.column}"' for field in fields)
    places = ", ".join(["%s"] * len(fields))
    cursor.executemany(
        f"INSERT INTO {objects[0]._meta.db_table} ({names}) VALUES ({places})",
        [[_stored(getattr(one, field.attname)) for field in fields] for one in objects],
    )


def _stored(value: object) -> object:
    return json.dumps(value) if isinstance(value, (list, dict)) else value


def identify_all(rows: Iterable[Row]) -> int:
    """Write an organization, a record and its facts for each row; how many."""
    from django.db import transaction  # noqa: PLC0415 (as above)

    from oriundo.collect.sources.models import Record, Release  # noqa: PLC0415 (as above)
    from oriundo.domain.directory.models import Fact, Organization  # noqa: PLC0415 (as above)

    release = Release.objects.create(
        source=_source(),
        file_name="invented.csv",
        checksum="0" * 64,
        received_at=AT,
        format="csv",
        rows_read=0,
        rows_kept=0,
        rows_refused=0,
    )
    done = 0
    for some in _batches(rows):
        with transaction.atomic():
            records = Record.objects.bulk_create(
                [
                    Record(
                        release=release,
                        row=done + number,
                        record_id=row.public_id,
                        raw={"name": row.name, "description": " ".join(row.texts.doing)},
                        fields={"name": row.name},
                        digest="",
                    )
                    for number, row in enumerate(some)
                ]
            )
            organizations = Organization.objects.bulk_create(
                [Organization(**_organization(row)) for row in some]
            )
            Fact.objects.bulk_create(
                [
                    Fact(organization=organization, record=record, **_fact(field, value))
                    for organization, record, row in zip(organizations, records, some, strict=True)
                    for field, value in _values(row)
                ]
            )
        done += len(some)
    return done


def _source() -> Any:
    from oriundo.collect.sources.actions import register_source  # noqa: PLC0415 (as above)
    from oriundo.domain.directory.models import CountryPolicy  # noqa: PLC0415 (as above)

    for country in ("MEX", "GTM", "SLV", "HND", "NIC", "CRI", "PAN", "BLZ"):
        CountryPolicy.objects.create(country=country, mode="public", effective_on=date(2026, 1, 1))
    return register_source(
        slug="invented",
        name="Invented list",
        kind="official",
        visibility="public",
        searched_on=date(2026, 5, 1),
        invented=True,
        at=AT,
        actor="bench",
    )


def _batches(rows: Iterable[Row]) -> Iterator[list[Row]]:
    rows = iter(rows)
    while some := list(islice(rows, _BATCH)):
        yield some


def _organization(row: Row) -> dict[str, Any]:
    return {
        "public_id": row.public_id,
        "name": row.name,
        "origin": row.origin,
        "origin_countries": [row.origin] if row.origin else [],
        "status": row.status,
        "verified_on": date.fromisoformat(row.verified) if row.verified else None,
        "created_at": AT,
    }


def _listing(row: Row) -> dict[str, Any]:
    from oriundo.domain.directory.snapshots import summary  # noqa: PLC0415 (as above)

    facts = [_public(field, value) for field, value in _values(row)]
    return {
        "public_id": row.public_id,
        "name": row.name,
        "origin": row.origin,
        "member_origin": row.member_origin,
        "structure": row.structure,
        "objective": row.objective,
        "residence_country": row.country,
        "residence_region": row.region,
        "residence_county": row.county,
        "residence_city": row.city,
        "latitude": row.lat,
        "longitude": row.lon,
        "precision": row.precision,
        "homes": [
            {"country": h.country, "region": h.region, "town": h.town, "lat": h.lat, "lon": h.lon}
            for h in row.homes
        ],
        "status": row.status,
        "verified_on": date.fromisoformat(row.verified) if row.verified else None,
        "invented": True,
        "facts": facts,
        "summary": summary(facts),
        "sort_key": row.sort_key,
        "search_text": row.sort_key,
        "published_at": datetime.fromisoformat(f"{row.published}T12:00:00+00:00"),
    }


def _values(row: Row) -> list[tuple[str, str]]:
    """Field → value, several for some."""
    told = [
        ("name", row.name),
        ("origin", row.origin),
        ("member_origin", row.member_origin),
        ("structure", row.structure),
        ("objective", row.objective),
        ("residence_country", row.country),
        ("residence_region", row.region),
        ("description", " ".join(row.texts.doing)),
    ]
    told += [("alternate_name", value) for value in row.texts.alternates]
    told += [("acronym", value) for value in row.texts.acronyms]
    told += [("city", value) for value in row.texts.residence]
    told += [("hometown", value) for value in row.texts.hometowns]
    told += [("support", value) for value in row.support]
    told += [("language", value) for value in row.language]
    return list(dict.fromkeys((field, value) for field, value in told if value))


def _reason(field: str) -> tuple[str, dict[str, str]]:
    return "the source that is trusted most says so: %(field)s", {"field": field}


def _fact(field: str, value: str) -> dict[str, Any]:
    reason, values = _reason(field)
    return {
        "field": field,
        "value": value,
        "chosen": True,
        "reason": reason,
        "reason_values": values,
    }


def _public(field: str, value: str) -> dict[str, Any]:
    """As `snapshots.public_facts`, of two lists that say so."""
    reason, values = _reason(field)
    said = {
        "name": "Invented list",
        "kind": "official",
        "on": "2026-05-01",
        "reason": reason,
        "reason_values": values,
    }
    return {"field": field, "value": value, "chosen": True, "sources": [said, said]}
