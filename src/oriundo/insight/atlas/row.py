"""What the atlas holds of one organization: published values, and no others."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Home:
    """A place that members come from. `region`: ISO 3166-2; `town`: key of the municipality, or
    of the town where there are none. Either is "" where not known. Degrees of the finest."""

    country: str
    region: str
    town: str
    lat: float | None
    lon: float | None


@dataclass(frozen=True, slots=True)
class Texts:
    """Words to be found by: in what the organization is called, where, and what it does."""

    alternates: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()
    hometowns: tuple[str, ...] = ()
    residence: tuple[str, ...] = ()
    doing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One published organization.

    `country` is ISO 3166-1 alpha-3, `region` ISO 3166-2, `county` and `city` are keys of places;
    "" where not known. `lat` and `lon` (degrees) are of the finest published place and None unless
    `precision` is address, postal or locality: nothing coarser is ever a point. `verified` and
    `published` are days ("2026-05-03"), `verified` "" when nobody has. `sort_key` is the folded
    name.
    """

    public_id: str
    name: str
    sort_key: str
    origin: str
    country: str
    region: str
    county: str
    city: str
    lat: float | None
    lon: float | None
    precision: str
    homes: tuple[Home, ...]
    objective: str
    member_origin: str
    structure: str
    support: tuple[str, ...]
    language: tuple[str, ...]
    status: str
    verified: str
    published: str
    texts: Texts
