"""The same question asked of list, counts, files and the database: how many does each find?"""

from __future__ import annotations

import csv
import io
import json

import openpyxl
from hypothesis import strategies as st

from oriundo.domain.directory.models import Listing

VALUES = {
    "origin": ["MEX", "SLV", "GTM", "unknown"],
    "country": ["USA", "CAN"],
    "region": ["US-CA", "US-IL", "US-TX", "unknown"],
    "objective": ["cultural", "origin_focused", "unknown"],
    "member_origin": ["hometown_club", "migrant_club"],
    "structure": ["single", "coalition"],
    "status": ["active", "not_verified", "inactive", "dissolved"],
    "support": ["education", "health", "unknown"],
    "home_region": ["MX-ZAC", "SV-US", "unknown"],
    "precision": ["locality", "admin1", "country"],
    "verified": ["2026-01-03", "2026-01-07"],
    "q": ["club", "jerez", "club jerez", "bailes"],
    "box": ["-125,30,-110,45", "-90,40,-85,43"],
}
QUESTIONS = st.fixed_dictionaries(
    {}, optional={name: st.sampled_from(values) for name, values in VALUES.items()}
).filter(lambda asked: len(asked) <= 4)

COLUMNS = {
    "origin": "origin",
    "country": "residence_country",
    "region": "residence_region",
    "objective": "objective",
    "member_origin": "member_origin",
    "structure": "structure",
    "status": "status",
    "precision": "precision",
}


def from_database(asked):
    """Identifiers of the listings that fit, found one by one and without the atlas."""
    return {each.public_id for each in Listing.objects.all() if _fits(each, asked)}


def _fits(listing, asked):
    return all(_has(listing, name, value) for name, value in asked.items())


def _has(listing, name, value):
    if name in COLUMNS:
        return (getattr(listing, COLUMNS[name]) or "unknown") == value
    if name == "support":
        said = {fact["value"] for fact in listing.facts if fact["field"] == "support"}
        return value in (said or {"unknown"})
    if name == "home_region":
        return value in (
            {home["region"] for home in listing.homes if home["region"]} or {"unknown"}
        )
    if name == "verified":
        return listing.verified_on is not None and listing.verified_on.isoformat() >= value
    if name == "box":
        west, south, east, north = map(float, value.split(","))
        lat, lon = listing.latitude, listing.longitude
        return lat is not None and south <= lat <= north and west <= lon <= east
    return all(word in listing.search_text for word in value.split())


def everywhere(client, asked):
    """Where it was asked → identifiers found there; "how many" where only a number is told."""
    listed = client.get("/api/v1/organizations", asked | {"per_page": 100, "fields": "id"}).json()
    geo = json.loads(_body(client, "/download/organizations.geojson", asked))
    own = json.loads(_body(client, "/download/organizations.json", asked))
    book = openpyxl.load_workbook(io.BytesIO(_body(client, "/download/organizations.xlsx", asked)))
    lines = csv.DictReader(io.StringIO(_body(client, "/api/v1/organizations.csv", asked).decode()))
    counts = client.get("/api/v1/counts", asked | {"by": "status"}).json()
    facets = client.get("/api/v1/facets", asked | {"names": "origin"}).json()
    ids = {
        "list": {each["id"] for each in listed["organizations"]},
        "geojson": {each["id"] for each in geo["features"]},
        "json": {each["id"] for each in own["organizations"]},
        "csv": {each["id"] for each in lines},
        "xlsx": {row[0] for row in book.worksheets[0].iter_rows(min_row=2, values_only=True)},
    }
    totals = {
        "list": listed["total"],
        "geojson": geo["total"],
        "json": own["total"],
        "counts": counts["total"],
        "summed": sum(each["organizations"] for each in counts["counts"]),
        "facets": facets["total"],
    }
    return ids, totals


def disagreements(client, asked):
    """Where anything else than what the database holds is told."""
    wanted = from_database(asked)
    ids, totals = everywhere(client, asked)
    wrong = {where: found for where, found in ids.items() if found != wanted}
    return wrong | {where: n for where, n in totals.items() if n != len(wanted)}


def _body(client, path, asked):
    return b"".join(client.get(path, asked).streaming_content)
