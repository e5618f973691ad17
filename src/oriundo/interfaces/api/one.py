"""One organization by its public identifier: where it is now, or why it is not."""

from __future__ import annotations

from collections.abc import Callable

from django.utils.translation import gettext as _

from oriundo.base.core import ids
from oriundo.domain.directory.models import Change, FormerId, Listing
from oriundo.domain.directory.queries.public import resolve
from oriundo.interfaces.api.problems import Problem
from oriundo.interfaces.speech import say


def current(typed: str, address: Callable[[str], str]) -> Listing:
    """The listing of an identifier. `address`: where this interface shows one.

    Raises Problem: 308 to the one that an identifier leads to now, 300 when there are several,
    410 for one that was public and is not, 404 for one that never was.
    """
    resolved = resolve(typed)
    found = resolved.listings
    for listing in found:
        if listing.public_id == typed:
            return listing
    if not found:
        raise _absent(typed)
    reason = say(str(dict(FormerId.Reason.choices).get(resolved.reason, "")))
    addresses = [address(listing.public_id) for listing in found]
    if len(found) > 1:
        raise Problem(
            300,
            reason,
            remedy=_("Choose one of `alternatives`."),
            more={"reason": resolved.reason, "alternatives": addresses},
        )
    raise Problem(
        308,
        reason or _("This identifier is written in another way."),
        remedy=_("Use the address that the header Location names."),
        more={
            "title": _("Moved"),
            "reason": resolved.reason or "written",
            "moved_to": addresses[0],
        },
        headers={"Location": addresses[0]},
    )


def _absent(typed: str) -> Problem:
    try:
        public_id = ids.canonical(typed)
    except ids.MistypedId as error:
        return Problem(404, say(error.sentence, error.values), remedy=say(error.remedy))
    if Change.objects.filter(public_id=public_id).exists():
        return Problem(
            410,
            _("This organization was listed and is not any more."),
            remedy=_("Remove it from what you keep."),
        )
    return Problem(404, _("No organization with this identifier is listed."))
