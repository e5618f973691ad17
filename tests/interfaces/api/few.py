"""A small directory to ask machines' questions of: every filter has several values."""

from __future__ import annotations

from datetime import date

from tests.interfaces.web import cast


def organizations():
    """Twelve listings that differ in what can be asked; published, by name."""
    made = [_organization(number) for number in range(12)]
    found = cast.listings(*made)
    assert len(found) == 12
    return found


def _organization(number):
    origin = ("MEX", "SLV", "GTM")[number % 3]
    region, city = (("US-CA", "Los Angeles"), ("US-IL", "Chicago"), ("US-TX", ""))[number % 3]
    made = cast.organization(
        f"Club {('Jerez', 'Usulután', 'Totonicapán', 'Nochistlán')[number % 4]} {number}",
        origin=origin,
        region=region if number < 11 else "",
        country="USA" if number else "CAN",
        city=city,
        hometown=("Jerez, Zacatecas", "Usulután", "", "Nochistlán, Zacatecas")[number % 4],
        objective=("cultural", "origin_focused", "")[number % 3],
        member_origin=("hometown_club", "migrant_club")[number % 2],
        structure=("single", "coalition", "single")[number % 3],
        support=(("education", "health"), "health", "")[number % 3],
        description="Bailes y becas" if number % 2 else "",
        website="club.example" if number % 4 == 0 else "",
    )
    made.status = ("active", "not_verified", "inactive", "not_verified")[number % 4]
    made.verified_on = date(2026, 1, 1 + number) if number % 2 == 0 else None
    made.save()
    return made
