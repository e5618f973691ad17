"""Small directories to search, and what of a page shows the search."""

from __future__ import annotations

from tests.interfaces.web import cast


def three():
    """Three of three origins, one of which is in no known place."""
    cast.organization("Club Jerez", hometown="Jerez, Zacatecas", objective="community")
    cast.organization("Federación Intipucá", origin="SLV", region="US-VA", structure="coalition")
    cast.organization("Casa Guatemala", origin="GTM", country="", region="")
    return cast.listings()


def placed():
    """Clubs of two states of origin in three cities of two states."""
    cast.organization("Club Jerez", hometown="Jerez, Zacatecas", city="Los Angeles")
    cast.organization("Club Momax", hometown="Momax, Zacatecas", city="Los Angeles")
    cast.organization("Club Santa Ana", hometown="Momax, Zacatecas", city="Santa Ana")
    cast.organization("Club Tepic", hometown="Tepic, Nayarit", city="Dallas", region="US-TX")
    return cast.listings()


def names(page):
    """The organizations of a list, in its order."""
    return cast.seen(page, "h3")


def chips(page):
    return cast.seen(page, "ul", "active")
