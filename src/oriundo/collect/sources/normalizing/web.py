"""Email addresses, websites and social media accounts in one canonical form each."""

from __future__ import annotations

import re

from oriundo.collect.sources.faults import Fault

_EMAIL = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]*[\w+-]@[\w-]+(?:\.[\w-]+)*\.[^\W\d_]{2,24}\b")
_SPELLED_AT = re.compile(r"\s*[\[(]\s*(?:at|arroba|@)\s*[\])]\s*", re.IGNORECASE)
_SPELLED_DOT = re.compile(r"\s*[\[(]\s*(?:dot|punto|\.)\s*[\])]\s*", re.IGNORECASE)
_APART = re.compile(r"[\s;|<>\"]+|,(?=\s|https?:|www\.|$)|(?<=\w)/\s")
_SCHEME = re.compile(r"^(?:https?:?/{0,2}|ftp://|htpp://|http//|https//)+", re.IGNORECASE)
_HOST = re.compile(r"^(?:[\w](?:[\w-]*[\w])?\.)+[^\W\d_]{2,24}$")
USUAL_EMAIL = r"^[A-Za-z0-9_.+-]*[A-Za-z0-9_+-]@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,24}$"
"""The usual case: one address and nothing else."""
USUAL_SITE = (
    r"^(?:[Hh][Tt][Tt][Pp][Ss]?://)?(?:[Ww]{3}\.)?"
    r"((?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,24})/?$"
)
"""The usual case, an address of nothing but a host (the group) that needs none of the rest. A host
that begins with `www.` after this is not usual."""
USUAL_ACCOUNT = r"^(?:https?://)?(?:www\.)?((?:facebook|twitter|instagram|tiktok)\.com/[A-Za-z0-9._-]*[A-Za-z0-9])/?$"
"""The usual case, an address of one account on a network (the group), unless its path is in
`NO_ACCOUNT`."""
NO_ACCOUNT = ("company", "groups", "pages", "in", "home", "login")
_USUAL_SITE = re.compile(USUAL_SITE)
_WORTHLESS = re.compile(r"^(?:utm_\w+|fbclid|gclid|hl|ref|igshid|mibextid|_rdr|lang)(?:=|$)", re.I)
_HANDLE = re.compile(r"^@?[A-Za-z0-9_.-]{2,50}$")

_SAME_SITE = {
    "fb.com": "facebook.com",
    "fb.me": "facebook.com",
    "x.com": "twitter.com",
    "youtu.be": "youtube.com",
    "instagr.am": "instagram.com",
    "telegram.me": "t.me",
}
_SOCIAL = frozenset(["facebook.com", "twitter.com", "instagram.com", "linkedin.com", "tiktok.com"])
_NETWORKS = {
    "facebook": "facebook.com",
    "twitter": "twitter.com",
    "instagram": "instagram.com",
    "linkedin": "linkedin.com/company",
    "tiktok": "tiktok.com",
    "youtube": "youtube.com",
}

Read = tuple[tuple[str, ...], tuple[Fault, ...]]


def emails_in(text: str, *, column: str) -> Read:
    """The email addresses in a cell, lower case; a fault when there is text and none in it."""
    if "@" not in text or "[" in text or "(" in text:
        text = _SPELLED_DOT.sub(".", _SPELLED_AT.sub("@", text))
    found = tuple(dict.fromkeys(match.lower() for match in _EMAIL.findall(text)))
    if found or not text.strip():
        return found, ()
    return (), (Fault("email", column, text),)


def websites_in(text: str, *, column: str) -> Read:
    """The web addresses in a cell, canonical; an account alone (`@club`) needs a column that
    names its network. A fault for text in which no address is found.

    Email addresses are left out here: the caller reads them apart.
    """
    usual = _USUAL_SITE.match(text)
    host = usual.group(1).lower() if usual else ""
    if host and not host.startswith("www.") and (site := _site(host)) not in _SOCIAL:
        return (site,), ()
    if "@" in text:
        text = _EMAIL.sub(" ", text).strip()
    if not text:
        return (), ()
    network = next((n for n in _NETWORKS if n in column.lower()), "")
    pieces = [piece for piece in _APART.split(text) if piece]
    sites = [canonical(piece) for piece in pieces]
    found = tuple(dict.fromkeys(site for site in sites if site))
    if not found and network and len(pieces) == 1 and _HANDLE.match(text):
        found = (f"{_NETWORKS[network]}/{text.lstrip('@').lower()}",)
    return (found, ()) if found else ((), (Fault("website", column, text),))


def canonical(address: str) -> str:
    """A web address without scheme, `www.`, tracking and trailing slash; "" when it is none.

    Hosts are lower case; accounts on social media too, and each network has one host.
    """
    rest = _SCHEME.sub("", address.strip(" .,;()[]'")).partition("#")[0]
    rest, _, query = rest.partition("?")
    host, _, path = rest.partition("/")
    host = host.lower().rstrip(".").partition(":")[0]
    host = host[4:] if host.startswith("www.") else host
    if not _HOST.match(host):
        return ""
    host = _site(host)
    path = re.sub("/{2,}", "/", path).strip("/")
    kept = "&".join(p for p in query.split("&") if p and not _WORTHLESS.match(p))
    if host in _SOCIAL:
        return _account(host, path, kept)
    return f"{host}{'/' if path else ''}{path}{'?' if kept else ''}{kept}"


def networks() -> tuple[str, ...]:
    """The hosts that are a network's, or another name of one: with what stands before them, they
    are read as accounts."""
    return (*_SOCIAL, *_SAME_SITE)


def _site(host: str) -> str:
    """One host for each network, whatever its language or device: es-es.facebook.com."""
    host = _SAME_SITE.get(host, host)
    site = ".".join(host.split(".")[-2:])
    site = _SAME_SITE.get(site, site)
    return site if site in _SOCIAL else host


def _account(host: str, path: str, query: str) -> str:
    """The account on a network; "" when the address names none."""
    path = path.lower().lstrip("@")
    path = path.removeprefix("#!/").removeprefix("pg/")
    if path == "profile.php":
        return f"{host}/{path}?{query}" if query.startswith("id=") else ""
    if not path or path in NO_ACCOUNT:
        return ""
    return f"{host}/{path}"
