"""Rows and questions for property tests: few values, so that they meet; and points on edges."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from oriundo.insight.atlas.question import Box, Circle, Question
from oriundo.insight.atlas.row import Home, Row, Texts

PLAIN = Row(
    public_id="a",
    name="Club Áurea",
    sort_key="club aurea",
    origin="MEX",
    country="USA",
    region="US-CA",
    county="gn:1",
    city="gn:11",
    lat=34.05,
    lon=-118.24,
    precision="locality",
    homes=(),
    objective="cultural",
    member_origin="hometown_club",
    structure="single",
    support=(),
    language=(),
    status="active",
    verified="",
    published="2026-01-01",
    texts=Texts(),
)

VALUES = {
    "origin": ["", "GTM", "MEX"],
    "country": ["", "CAN", "USA"],
    "region": ["", "US-CA", "US-TX"],
    "county": ["", "gn:1"],
    "city": ["", "gn:11", "gn:12", "gn:2"],
    "objective": ["", "cultural", "service"],
    "status": ["active", "dissolved"],
    "precision": ["address", "postal", "locality", "admin2", "admin1", "country", "none"],
}
SEVERAL = {
    "support": ["education", "health", "nutrition"],
    "language": ["en", "es"],
    "home_region": ["MX-JAL", "MX-ZAC"],
    "hometown": ["gn:31", "gn:32", "gn:4"],
}
DAYS = ["", "2024-02-29", "2026-05-03"]

LATITUDES = st.sampled_from([0.0, 34.05, 85.05112877980659, -85.1, 90.0, -90.0]) | st.floats(
    -90, 90
)
LONGITUDES = st.sampled_from([0.0, -118.24, 180.0, -180.0, -90.0, 11.25]) | st.floats(-180, 180)

homes = st.builds(
    Home,
    country=st.just("MEX"),
    region=st.sampled_from(["", *SEVERAL["home_region"]]),
    town=st.sampled_from(["", *SEVERAL["hometown"]]),
    lat=st.sampled_from([None, 22.5, 16.9]),
    lon=st.sampled_from([None, -102.0, -96.7]),
)


@st.composite
def a_row(draw: st.DrawFn, public_id: str) -> Row:
    name = draw(st.text("abñ ", min_size=1, max_size=4))
    return replace(
        PLAIN,
        public_id=public_id,
        name=name,
        sort_key=name.replace("ñ", "n").strip(),
        lat=draw(st.none() | LATITUDES),
        lon=draw(st.none() | LONGITUDES),
        homes=tuple(draw(st.lists(homes, max_size=3))),
        support=tuple(draw(st.lists(st.sampled_from(SEVERAL["support"]), unique=True))),
        language=tuple(draw(st.lists(st.sampled_from(SEVERAL["language"]), unique=True))),
        verified=draw(st.sampled_from(DAYS)),
        **{name: draw(st.sampled_from(values)) for name, values in VALUES.items()},
    )


@st.composite
def many_rows(draw: st.DrawFn, ids: str = "abcdefghijkl") -> list[Row]:
    """Rows of distinct ids."""
    chosen = draw(st.lists(st.sampled_from(ids), unique=True))
    return [draw(a_row(public_id)) for public_id in chosen]


boxes = st.builds(Box, LONGITUDES, LATITUDES, LONGITUDES, LATITUDES)
circles = st.builds(Circle, LATITUDES, LONGITUDES, st.sampled_from([0.5, 50, 2_000, 15_000]))


@st.composite
def questions(draw: st.DrawFn) -> Question:
    """Without words."""
    offered = {**VALUES, **SEVERAL}
    names = draw(st.lists(st.sampled_from(list(offered)), unique=True, max_size=2))
    filters = {
        name: draw(st.sampled_from([*offered[name], "unknown", "other"])) or "unknown"
        for name in names
    }
    if draw(st.booleans()):
        filters["verified"] = draw(st.sampled_from(DAYS[1:]))
    near, box = draw(st.none() | circles), draw(st.none() | boxes)
    return Question(filters=filters, near=near, box=box)
