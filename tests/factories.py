"""Invented lists and directories for tests: small, plain, free of surprises."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

from oriundo.base.accounts.models import Role, User
from oriundo.collect.sources.actions import Imported, import_release, register_source
from oriundo.collect.sources.models import Source
from oriundo.domain.directory.models import CountryPolicy

NOON = datetime(2026, 5, 3, 12, tzinfo=UTC)
HEADER = "id,name,city,region,country,phone,website,origin,description,members"
JEREZ = "1,Club Social Jerez,Los Angeles,CA,US,+1 213 555 0101,jerez.example,Mexico,,40"
JEREZ_AGAIN = "9,CLUB SOCIAL JEREZ,Los Angeles,CA,US,+1 213 555 0101,jerez.example,Mexico,,"
HOUSTON = "2,Salvadoreños Unidos de Houston,Houston,TX,US,+1 713 555 0102,,El Salvador,,"
CHAPIN = "3,Fraternidad Quetzalteca,Chicago,IL,US,+1 312 555 0103,,Guatemala,,"


def a_source(slug: str = "official", **facts: object) -> Source:
    """A public official directory, unless told otherwise."""
    described = {
        "name": f"List {slug}",
        "kind": "official",
        "visibility": "public",
        "searched_on": date(2026, 5, 1),
        "invented": True,
    }
    return register_source(slug=slug, at=NOON, actor="test", **(described | facts))


def a_file(folder: Path, *rows: str, name: str = "list.csv", header: str = HEADER) -> Path:
    path = folder / name
    path.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    return path


def imported(folder: Path, *rows: str, slug: str = "official", **facts: object) -> Imported:
    """A release of source `slug` with these rows."""
    return import_release(
        source=a_source(slug, **facts),
        path=a_file(folder, *rows, name=f"{slug}.csv"),
        at=NOON,
        actor="test",
    )


def policies(**modes: str) -> None:
    """One policy per country: policies(MEX="public", GTM="authority_only")."""
    for country, mode in modes.items():
        CountryPolicy.objects.create(country=country, mode=mode, effective_on=date(2026, 1, 1))


def a_user(kind: str = "", country: str = "", *, name: str = "user") -> User:
    """A user, with one role when `kind` is given."""
    user = User.objects.create_user(f"{name}@example.org")
    if kind:
        Role.objects.create(user=user, kind=kind, country=country, granted_at=NOON)
    return user
