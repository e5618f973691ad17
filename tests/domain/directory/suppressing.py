"""A directory that somebody asks to be left out of."""

from __future__ import annotations

from oriundo.domain.directory import actions
from oriundo.domain.directory.models import Listing, Organization
from tests.factories import NOON, imported


def published(folder, *lines, slug="official"):
    if lines:
        imported(folder, *lines, slug=slug)
    rebuilt = actions.rebuild(at=NOON, actor="test")
    actions.publish(at=NOON, actor="test")
    return rebuilt


def listed():
    return sorted(Listing.objects.values_list("name", flat=True))


def the(name):
    return Organization.objects.get(name=name)


def suppressed(name="Club Social Jerez", by=None, reason="asked"):
    return actions.suppress(organization=the(name), reason=reason, by=by, at=NOON)
