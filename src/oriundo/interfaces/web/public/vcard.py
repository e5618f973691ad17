"""An organization as a card for the telephone's address book (vCard 3.0, RFC 2426)."""

from __future__ import annotations

from collections.abc import Iterator

from oriundo.domain.directory.models import Listing
from oriundo.interfaces.web import words
from oriundo.interfaces.web.placenames import place_name
from oriundo.interfaces.web.public import shown

_LINE = 75


def vcard(listing: Listing, page: str) -> str:
    """The card with what is public; `page`: the absolute address of the organization's page.

    Version 3.0, since telephones in use read no newer one.
    """
    lines = ("BEGIN:VCARD", "VERSION:3.0", *_lines(listing, page), "END:VCARD")
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line))


def _lines(listing: Listing, page: str) -> Iterator[str]:
    name = _escaped(listing.name)
    yield f"FN:{name}"
    yield f"N:{name};;;;"
    yield f"ORG:{name}"
    yield from (f"TEL;TYPE=WORK:{_escaped(phone)}" for phone in shown.values(listing, "phone"))
    yield from (f"EMAIL;TYPE=INTERNET:{_escaped(m)}" for m in shown.values(listing, "email"))
    if address := _address(listing):
        yield f"ADR;TYPE=WORK:{address}"
    yield from (f"URL:{_escaped(site)}" for site in (*shown.websites(listing), page))
    notes = (shown.warning(listing), shown.value(listing, "description"))
    if any(notes):
        yield f"NOTE:{_escaped('. '.join(note for note in notes if note))}"
    yield f"UID:{listing.public_id}"
    yield f"REV:{listing.published_at:%Y-%m-%dT%H:%M:%SZ}"


def _address(listing: Listing) -> str:
    """Street, city, region, postal code, country, as far as they are public."""
    city = listing.residence_city
    parts = (
        shown.value(listing, "address"),
        place_name(city) if city else shown.value(listing, "city"),
        listing.residence_region.partition("-")[2],
        shown.value(listing, "postal"),
        words.word("country", listing.residence_country) if listing.residence_country else "",
    )
    return ";".join(("", "", *map(_escaped, parts))) if any(parts) else ""


def _escaped(text: str) -> str:
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return " ".join(text.replace("\r\n", "\n").replace("\n", "\\n").split())


def _folded(line: str) -> Iterator[str]:
    """Lines of at most 75 octets, the following ones begun with a space; no letter is cut."""
    part = ""
    for letter in line:
        if len((part + letter).encode()) > _LINE:
            yield part
            part = " "
        part += letter
    yield part
