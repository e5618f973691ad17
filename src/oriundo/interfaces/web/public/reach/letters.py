"""The letters to organizations: plain text, in Spanish and in English, no picture, no tracking."""

from __future__ import annotations

from collections.abc import Callable
from textwrap import fill
from typing import TypeVar

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext, override

from oriundo.domain.directory.models import Listing
from oriundo.domain.reach.models import Proposal
from oriundo.domain.reach.post import Letter
from oriundo.interfaces.web.public.reach import fields, links

_WIDTH = 72
_RULE = "-" * _WIDTH
# Characters of a stranger's value that a letter of ours repeats, at most.
_QUOTED = 120
_LANGUAGES = ("es", "en")
Said = TypeVar("Said")


def message(
    request: HttpRequest, listing: Listing, *, text: str, reply_to: str, digest: str
) -> Letter:
    """A visitor's message. Each of its lines is quoted, so that none can pass for ours."""
    stop = links.address(request, "stop", f"{listing.public_id}:{digest}")
    quoted = "\n".join(f"> {line}".rstrip() for line in text.splitlines())
    before = _both(lambda: _before_message(listing))
    after = _both(lambda: [*_about(request, listing), *_stop(stop)])
    return Letter(
        subject=_subject(lambda: gettext("Somebody writes to you through Oriundo")),
        text=f"{before}\n{_RULE}\n{quoted}\n{_RULE}\n\n{after}",
        reply_to=reply_to,
        stop=stop,
    )


def proposal(request: HttpRequest, listing: Listing, made: Proposal, *, digest: str) -> Letter:
    """That somebody proposed to change the listing. No word of theirs but the value is in it."""
    hear = links.address(request, "hear", made.receipt)
    stop = links.address(request, "stop", f"{listing.public_id}:{digest}")
    return Letter(
        subject=_subject(lambda: gettext("About your organization's listing in Oriundo")),
        text=_both(
            lambda: [*_proposed(listing, made, hear), *_about(request, listing), *_stop(stop)]
        ),
        stop=stop,
    )


def _subject(say: Callable[[], str]) -> str:
    return " / ".join(_in(code, say) for code in _LANGUAGES)


def _both(say: Callable[[], list[str]]) -> str:
    """The paragraphs in both languages, one after the other."""
    return "\n".join(_paragraphs(_in(code, say)) for code in _LANGUAGES)


def _in(code: str, say: Callable[[], Said]) -> Said:
    with override(code):
        return say()


def _paragraphs(said: list[str]) -> str:
    return "".join(f"{_folded(one)}\n\n" for one in said)


def _folded(paragraph: str) -> str:
    """Lines of a readable length; an address is left whole, for it would not open."""
    return fill(paragraph, _WIDTH, break_long_words=False, break_on_hyphens=False)


def _before_message(listing: Listing) -> list[str]:
    return [
        gettext(
            "Somebody who looked up “%(name)s” in Oriundo wrote the message below. If you answer"
            " this mail, your answer goes to them alone, and they see your address. Until then"
            " they do not know it."
        )
        % {"name": listing.name}
    ]


def _about(request: HttpRequest, listing: Listing) -> list[str]:
    page = request.build_absolute_uri(reverse("public:organization", args=[listing.public_id]))
    return [
        gettext(
            "Oriundo is a public directory of organizations of migrants. Your organization is"
            " listed here: %(page)s"
        )
        % {"page": page},
        gettext(
            "Never send papers, numbers of papers or anybody's migration status by mail, and give"
            " no money to who asks for it like this. Oriundo never asks for any of them."
        ),
    ]


def _stop(stop: str) -> list[str]:
    return [
        gettext("To get no more mail through Oriundo at this address, open this: %(address)s")
        % {"address": stop}
    ]


def _proposed(listing: Listing, made: Proposal, hear: str) -> list[str]:
    told = [
        gettext("Somebody proposed to change the listing of “%(name)s”: %(what)s")
        % {"name": listing.name, "what": fields.said(made, longest=_QUOTED)}
    ]
    if made.kind == Proposal.Kind.REMOVAL:
        told.append(
            gettext(
                "If you asked for it, or if being listed puts you in danger, you can hide the"
                " listing at once, without waiting for anybody: %(address)s"
            )
            % {"address": hear}
        )
    else:
        told.append(
            gettext("Is it right? Say so here, and who decides will see it: %(address)s")
            % {"address": hear}
        )
    told.append(gettext("Nothing has changed yet: a person decides."))
    return told
