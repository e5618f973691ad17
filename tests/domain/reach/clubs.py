"""Clubs with mailboxes that nobody sees, published from one list."""

from __future__ import annotations

from oriundo.collect.sources.actions import import_release
from oriundo.domain.directory import actions
from oriundo.domain.directory.models import Listing
from tests.factories import NOON, a_file, a_source, policies

HEADER = "id,name,city,region,country,phone,email,website,origin,description,members"
CLUB = (
    "1,Club Social Jerez,Los Angeles,CA,US,+1 213 555 0101,buzon@jerez.example,jerez.example,"
    "Mexico,Bailes y becas,40"
)
OTHER = "5,Comité Pro Obras El Cargadero,Reno,NV,US,+1 775 555 0150,,cargadero.example,Mexico,,60"
HOUSTON = "2,Salvadoreños Unidos de Houston,Houston,TX,US,+1 713 555 0102,,,El Salvador,,"


def published(folder, *rows, slug="official", **facts):
    """The listings of these rows (all three when none is given), by the first word of the name."""
    if not Listing.objects.exists():
        policies(MEX="public", SLV="public")
    path = a_file(folder, *(rows or (CLUB, OTHER, HOUSTON)), name=f"{slug}.csv", header=HEADER)
    import_release(source=a_source(slug, **facts), path=path, at=NOON, actor="test")
    rebuild()
    return {one.name.split()[0]: one for one in Listing.objects.all()}


def rebuild():
    actions.rebuild(at=NOON, actor="test")
    actions.publish(at=NOON, actor="test")
