"""A directory with pairs that wait: planted as a run leaves them, with three people to judge."""

from __future__ import annotations

from oriundo.collect.matching.models import Pair
from oriundo.collect.sources.models import Record
from oriundo.domain.directory import actions
from oriundo.domain.directory.models import Organization
from tests.factories import CHAPIN, HOUSTON, JEREZ, NOON, a_user, imported, policies

OTHER = "5,Comité Pro Obras El Cargadero,Los Angeles,CA,US,+1 213 555 0150,,Mexico,,60"
RENO = "6,Club Social Jerez de Reno,Reno,NV,US,+1 775 555 0106,,Mexico,,30"
SILENT = "7,Club Los Jereces,,,,,,,,"
COLUMN = {"1": JEREZ, "2": HOUSTON, "3": CHAPIN, "5": OTHER, "6": RENO, "7": SILENT}


def a_directory(folder, *ids, **source):
    """The records of these ids in source "official", rebuilt and published, by record id."""
    policies(MEX="public", SLV="public", GTM="authority_only")
    imported(folder, *(COLUMN[i] for i in ids), **source)
    rebuild()
    return {record.record_id: record for record in Record.objects.all()}


def rebuild():
    actions.rebuild(at=NOON, actor="test")
    actions.publish(at=NOON, actor="test")


def a_pair(left, right, *, value=0.0, probability=0.5, reasons=()):
    """A pair that waits, its words as the run writes them."""
    words = " ".join(f"{r.fields['name']} {r.fields.get('city', '')}" for r in (left, right))
    facts = {
        "probability": probability,
        "value": value,
        "reasons": [list(reason) for reason in reasons],
        "words": f" {words.lower()} ",
    }
    return Pair.objects.update_or_create(left=left, right=right, defaults=facts)[0]


def of(record):
    """The organization that a record is about."""
    return Organization.objects.get(links__record_id=record.record_id)


def key(record):
    return (record.release.source.slug, record.record_id)


def an_operator():
    return a_user("operator", name="operator")
