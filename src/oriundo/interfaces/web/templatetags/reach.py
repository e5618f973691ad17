"""What the page of an organization offers beside its contents."""

from __future__ import annotations

from dataclasses import dataclass

from django import template

from oriundo.domain.directory.models import Listing
from oriundo.domain.reach.post import offered
from oriundo.interfaces.web.public.reach import fields
from oriundo.interfaces.web.public.reach.fields import Corrected

register = template.Library()


@dataclass(frozen=True, slots=True)
class Ways:
    """`relay`: one may write to it; `corrected`: what the desk put right, the last one first."""

    relay: bool
    corrected: tuple[Corrected, ...]


@register.simple_tag
def ways(listing: Listing) -> Ways:
    """Of a listing as it is published."""
    return Ways(offered() and listing.relay, tuple(fields.corrected(listing)))
