"""Is this an organization of migrants? What speaks for and against, weighed.

The words of migration are also the words of restaurants, missions, dog breeds and towns of the
United States, so nothing decides alone: each feature of a name has a weight (log odds), the sum
gives the confidence, and the strongest feature gives the sentence.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from oriundo.base.core.language import gettext_noop
from oriundo.base.places.names import country_name
from oriundo.collect.matching.reading.answers import Evidence, Hometown, Reason
from oriundo.collect.matching.reading.mentions import Mention, Mentions
from oriundo.collect.matching.reading.scanning import Found, Scan
from oriundo.collect.matching.reading.vocabulary import DIVISION, PEOPLE

DEMONYM = gettext_noop("“%(word)s” names the people of %(place)s")
MANY = gettext_noop("“%(word)s” names a people of several countries")
COUNTRY = gettext_noop("a “%(kind)s” named after %(place)s")
PLACE = gettext_noop("it is named after %(place)s")
DIVISION_OF = gettext_noop("“%(word)s” is a part of %(place)s")
ORIUNDOS = gettext_noop("“%(word)s” says that they are from elsewhere")
MEMBERS_OF = gettext_noop("a “%(word)s” has members")
PERSONS = gettext_noop("“%(word)s” tells of persons")
CULTURE = gettext_noop("“%(word)s” tells of culture or sport")
HOST = gettext_noop("“%(word)s” tells where they live")
PAIR = gettext_noop("“%(word)s” stands beside the country of origin")
MIGRANTS = gettext_noop("“%(word)s” tells of migrants")
FOREIGN_AID = gettext_noop("“%(word)s” tells of help sent to a country, not of people from it")
SENDING = gettext_noop("it does something for %(place)s, and does not say that it is of its people")
STAYING = gettext_noop("it works in %(place)s")
MIGRATION = gettext_noop("“%(word)s” tells of work on migration, not of who does it")
SCENERY = gettext_noop("“%(word)s” tells of a place here that bears that name")
NOT_PEOPLE = gettext_noop("“%(word)s” tells of a thing named after a country, not of people")
SPANISH = gettext_noop("“%(word)s” is said in the language of the country of origin")
FAITH = gettext_noop("“%(word)s” is a congregation or a mission: a person decides")
FALSE_FRIEND = gettext_noop("“%(phrase)s” is not the country of origin of anybody: %(what)s")

MEMBERS = frozenset(
    {
        "association", "club", "committee", "fraternity", "society", "house", "community",
        "federation", "confederation", "coalition", "council", "hometown_association", "chamber",
        "organization", "union", "league", "movement", "network", "group", "front", "board",
        "congress", "center", "team",
    }
)  # fmt: skip

_LIKELY_TOWN = 0.55
PRIOR = -2.0
WEIGHTS = {
    "people_plural": 3.6, "people": 3.1, "people_many": 1.7, "people_broad": -2.6,
    "people_doubtful": 1.2, "country": 1.0, "country_doubtful": -1.0, "division": 1.9,
    "division_doubtful": -1.0, "town": 1.9, "town_shared": 0.4, "oriundos": 2.4,
    "spanish": 0.6, "members": 1.1, "persons": 0.4, "culture": 1.3, "community": 0.8,
    "migrants": 0.0, "host": 1.3, "residence": 1.8, "pair": 0.5,
    "aid": -2.4, "aid_of_people": -1.5, "faith": -1.7, "thing": -3.0, "scenery": -2.8,
    "migration": -1.5, "sending": -2.7, "staying": -1.2, "friend": -1.1,
}  # fmt: skip


def weigh(scan: Scan, named: Mentions, towns: Sequence[Hometown]) -> tuple[Evidence, ...]:
    """Everything in a name that speaks for or against migrants, each once."""
    seen: dict[str, Evidence] = {}
    for code, reason in _features(scan, named, towns):
        if code not in seen:
            seen[code] = Evidence(code, WEIGHTS[code], reason)
    return tuple(seen.values())


def confidence(evidence: tuple[Evidence, ...]) -> float:
    """The probability that it is an organization of migrants."""
    return 1 / (1 + math.exp(-PRIOR - sum(e.weight for e in evidence)))


def _features(
    scan: Scan, named: Mentions, towns: Sequence[Hometown]
) -> Iterator[tuple[str, Reason]]:
    if towns and towns[0].country:
        likely = sum(town.confidence for town in towns) >= _LIKELY_TOWN
        yield ("town" if likely else "town_shared"), towns[0].reason
    yield from _of_the_origin(scan, named)
    taken = {(f.start, f.stop) for f in named.residences}
    for found in named.residences:
        yield "residence", (HOST, {"word": found.form})
    if word := _paired(scan, named):
        yield "pair", (PAIR, {"word": word})
    people = any(_of_people(mention) for mention in named.origins)
    for found in scan.found:
        yield from _of_a_form(found, (found.start, found.stop) in taken)
        yield from _against(found, people)


def _of_the_origin(scan: Scan, named: Mentions) -> Iterator[tuple[str, Reason]]:
    if not named.origins:
        return
    yield _best(named, scan)
    place = {"place": place_of(named.origins[0])}
    if any(mention.sending for mention in named.origins):
        yield "sending", (SENDING, place)
    elif all(mention.staying for mention in named.origins):
        yield "staying", (STAYING, place)


def _of_people(mention: Mention) -> bool:
    """Whether a people is named, and not a word that may as well be a place or a thing."""
    doubtful = mention.sense.doubtful and bool(mention.sense.codes)
    return mention.sense.sort == PEOPLE and not doubtful


def _against(found: Found, people: bool) -> Iterator[tuple[str, Reason]]:
    """Words that weigh less where a people is named: Haitians have relief funds of their own."""
    groups, word = found.entry.groups, {"word": found.form}
    if "aid" in groups:
        yield ("aid_of_people" if people else "aid"), (FOREIGN_AID, word)
    if "scenery" in groups and not people:
        yield "scenery", (SCENERY, word)
    if "migration" in groups and not people:
        yield "migration", (MIGRATION, word)


def _paired(scan: Scan, named: Mentions) -> str:
    """A country of residence beside the one of origin ("Canada-Nepal", "US Nepal"), or ""."""
    hosts = {f.start: f for f in scan.found if f.entry.groups & {"host"} or f.entry.residence}
    stops = {f.stop: f for f in hosts.values()}
    for mention in named.origins:
        beside = hosts.get(mention.stop) or stops.get(mention.start)
        if beside and mention.sense.sort != PEOPLE:
            return beside.form
        if mention.start and scan.tokens[mention.start - 1] == "us":
            return "us"
    return ""


def _of_a_form(found: Found, residence: bool) -> Iterator[tuple[str, Reason]]:
    entry, word = found.entry, found.form
    if entry.friend:
        yield "friend", (FALSE_FRIEND, {"phrase": word, "what": entry.friend})
    if entry.kind in MEMBERS:
        yield "members", (MEMBERS_OF, {"word": word})
    for group, code, sentence in _GROUPS:
        if group in entry.groups and not (group == "host" and residence):
            yield code, (sentence, {"word": word})


_GROUPS = (
    ("oriundos", "oriundos", ORIUNDOS),
    ("migrants", "migrants", MIGRANTS),
    ("community", "community", MEMBERS_OF),
    ("persons", "persons", PERSONS),
    ("culture", "culture", CULTURE),
    ("spanish", "spanish", SPANISH),
    ("host", "host", HOST),
    ("faith", "faith", FAITH),
    ("not_people", "thing", NOT_PEOPLE),
)


def _best(named: Mentions, scan: Scan) -> tuple[str, Reason]:
    """The mention that says most, as a feature."""
    best = max(named.origins, key=lambda m: (WEIGHTS[code_of(m)], -m.start))
    return code_of(best), reason_of(best, scan)


def code_of(mention: Mention) -> str:
    """The feature that a mention is."""
    sense = mention.sense
    if sense.sort == PEOPLE and not sense.codes:
        return "people_broad" if sense.doubtful else "people_many"
    if sense.sort == PEOPLE and sense.plural and not sense.doubtful:
        return "people_plural"
    return f"{sense.sort}_doubtful" if sense.doubtful or not sense.codes else sense.sort


def reason_of(mention: Mention, scan: Scan) -> Reason:
    """Why a mention is an origin."""
    sense, place = mention.sense, place_of(mention)
    if sense.sort == PEOPLE and not sense.codes:
        return MANY, {"word": mention.form}
    if sense.sort == PEOPLE:
        return DEMONYM, {"word": mention.form, "place": place}
    if sense.sort == DIVISION:
        return DIVISION_OF, {"word": mention.form, "place": place}
    kind = next((f.form for f in scan.found if f.entry.kind in MEMBERS), "")
    return (COUNTRY, {"kind": kind, "place": place}) if kind else (PLACE, {"place": place})


def place_of(mention: Mention) -> str:
    """The English name of a mention's country; interfaces say it in the reader's language."""
    countries = mention.sense.countries
    return country_name(countries[0], "en") if countries else mention.form.title()
