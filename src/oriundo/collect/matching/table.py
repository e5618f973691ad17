"""Records made ready for comparison: every value in the one form in which it is compared.

Columns of numbers, so that millions of pairs are compared at once; each distinct value is read
once, however many records hold it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from oriundo.base.core.processes import each
from oriundo.base.core.text import fold
from oriundo.collect.matching import forms, lexicon
from oriundo.collect.matching.arrays import (
    Sets,
    Spelled,
    Texts,
    numbered,
    padded,
    sets,
    sets_of_rows,
    spelled,
    texts,
)
from oriundo.collect.matching.concepts import PLACE
from oriundo.collect.matching.families import families
from oriundo.collect.matching.roster import Names, counts, roster
from oriundo.collect.matching.titles import Titles, distinct, titles
from oriundo.collect.matching.vocabulary import (
    NONE,
    Flags,
    Ids,
    Rarity,
    Vocabulary,
    rarity,
)
from oriundo.collect.sources.columns import Coded, Columns

_LONGEST_NUMBER = 7
_MANY = 150_000
"""Records from which other processes help."""
_MOST_NEAR = 8
"""Words of where a record is that are looked for in names; few records have more."""


@dataclass(frozen=True, slots=True)
class Table:
    """What records are compared by, in the order of source and record id.

    `near`: the words that name where a record is, and the state and country of its hometown, so
    that "in Chicago" or "Jalisco" after the town's name weigh little; `home`, `city_words`: the
    words of its hometown and of its city. `addresses`, `numbers`: how many different streets and
    telephones the records of one title in one city have; `cities`: in how many different cities
    the records of one title are, as far as they say; `spelled`: those of one name to the letter.
    `digits`: how long each registration number
    of a record is, NONE after the last. `streets`: house number and street; by street,
    `boxes`: it is a post office box, `named`: the street's name is known. `house`: the number; by
    house, `numbered`: as a number, -1 for what is none. `area`: the first letters of the postal
    code. `city_said`: as the source says it; `city_spelled`: how each is spelled;
    `town`: its city, cities that are probably one mistyped taken together, to find candidates.
    `hometown`: the town, without its state and
    country; `state`: these; by it, `states`: the states alone. `founded`: year, 0 when unknown.
    `lat`, `lon`: degrees, NaN when unknown.
    """

    columns: Columns
    words: Vocabulary
    rarity: Rarity
    names: Names
    near: Ids
    home: Ids
    city_words: Ids
    titles: Titles
    addresses: npt.NDArray[np.int64]
    numbers: npt.NDArray[np.int64]
    cities: npt.NDArray[np.int64]
    spelled: npt.NDArray[np.int64]
    acronyms: Sets
    phones: Sets
    emails: Sets
    sites: Sets
    registrations: Sets
    digits: Ids
    origins: Sets
    streets: Texts
    house: Texts
    boxes: Flags
    named: Flags
    numbered: npt.NDArray[np.int64]
    postal: Texts
    area: Texts
    city: Texts
    town: Ids
    city_said: Texts
    city_spelled: Spelled
    region: Texts
    country: Texts
    hometown: Texts
    state: Texts
    states: Sequence[frozenset[str]]
    founded: npt.NDArray[np.int32]
    lat: npt.NDArray[np.float64]
    lon: npt.NDArray[np.float64]

    def __len__(self) -> int:
        return len(self.columns)


def table(columns: Columns) -> Table:
    """The records of `columns` (in the order they are in) made ready for comparison."""
    named = _pairs(columns.name, columns.alternate_names)
    names, words = _names(named)
    where = _pairs(columns.country, columns.region)
    placed = [forms.country_and_region(*said) for said in where.values]
    jobs: list[Callable[[], Any]] = [
        lambda: texts(columns.address, forms.street),
        lambda: sets(columns.websites, forms.site),
        lambda: sets(columns.phones),
        lambda: _near(columns, where, placed, words),
        lambda: _acronyms(_pairs(named, columns.acronym), names),
        lambda: sets(columns.emails),
        lambda: sets(columns.registration_numbers, forms.number),
        lambda: _cities(columns.city, words),
        lambda: _hometowns(columns.hometown, words),
        lambda: _postal(columns.postal),
    ]
    streets, sites, phones, near, acronyms, emails, registrations, *more = each(
        jobs, alone=len(columns) < _MANY
    )
    (city, city_words, city_said), (hometown, state, home), (postal, area) = more
    rare = rarity(words, counts(names, len(words.texts)), len(columns))
    called = titles(words, rare, names.words, names.written, names.rows, near)
    here = called.title * (len(city.texts) + 1) + city.ids
    _, group = np.unique(here, return_inverse=True)
    town = _towns(city)
    house = numbered([text.split(" ", 1)[0] for text in streets.texts], streets.ids)
    return Table(
        columns=columns,
        words=words,
        rarity=rare,
        names=names,
        near=near,
        home=home,
        city_words=city_words,
        titles=called,
        addresses=distinct(group, streets.ids, streets.given),
        numbers=distinct(group, phones.ids[:, 0], phones.ids[:, 0] != NONE),
        cities=distinct(called.title, town, city.given),
        spelled=distinct(names.rows[:, 0].astype(np.int64), town, city.given),
        acronyms=acronyms,
        phones=phones.counted(called.core),
        emails=emails.counted(called.core),
        sites=sites.counted(called.core),
        registrations=registrations,
        digits=np.append([len(n) for n in registrations.texts], NONE)[registrations.ids],
        origins=sets(columns.origins, lexicon.origin_code),
        streets=replace(streets, counts=_sharing(streets, called.core)),
        house=house,
        boxes=np.array([text.startswith(forms.BOX) for text in streets.texts], dtype=np.bool_),
        named=np.array([" " in text for text in streets.texts], dtype=np.bool_),
        numbered=np.array([_number(text) for text in house.texts], dtype=np.int64),
        postal=postal,
        area=area,
        city=city,
        town=town,
        city_said=city_said,
        city_spelled=spelled(city.texts),
        region=numbered([region for _, region in placed], where.codes),
        country=numbered([country for country, _ in placed], where.codes),
        hometown=hometown,
        state=state,
        states=[frozenset(code for code in t.split() if "-" in code) for t in state.texts],
        founded=_numbers(columns.founded, 0).astype(np.int32),
        lat=_numbers(columns.lat, np.nan),
        lon=_numbers(columns.lon, np.nan),
    )


def _names(named: Coded) -> tuple[Names, Vocabulary]:  # type: ignore[type-arg]
    """Every distinct name read, and the vocabulary of all of them."""
    given = [_names_of(*one) for one in named.values]
    said = sorted({name for names in given for name in names})
    row = {name: place for place, name in enumerate(said)}
    rows = padded([[row[name] for name in names] for names in given])[named.codes]
    return roster(said, rows)


def _pairs(one: Coded, other: Coded) -> Coded:  # type: ignore[type-arg]
    """Two columns as one, of the pairs of values that occur."""
    base = max(1, len(other.values))
    both, codes = np.unique(one.codes.astype(np.int64) * base + other.codes, return_inverse=True)
    values = [(one.values[i], other.values[j]) for i, j in zip(*divmod(both, base), strict=True)]
    return Coded(values, codes.reshape(-1).astype(np.int32))


def _near(columns: Columns, where: Coded, placed: list[tuple[str, str]], words: Vocabulary) -> Ids:  # type: ignore[type-arg]
    """The numbers of the words that name where each record is, and its hometown's state."""
    cities = _words_of(columns.city, words, forms.full_city)
    regions = padded(
        [
            words.numbers(
                (*forms.place_words(said[1]), PLACE + country, PLACE + (region or country))
            )
            for said, (country, region) in zip(where.values, placed, strict=True)
        ]
    )[where.codes]
    states = padded(
        [
            words.numbers(word for word in forms.place_words(said) if word[0] == PLACE)
            for said in columns.hometown.values
        ]
    )[columns.hometown.codes]
    peoples = padded(
        [
            words.numbers(PLACE + lexicon.origin_code(said) for said in origins)
            for origins in columns.origins.values
        ]
    )[columns.origins.codes]
    found = -np.sort(-np.hstack([cities, regions, states, peoples]), axis=1)
    most = int((found != NONE).sum(axis=1).max(initial=1))
    return np.ascontiguousarray(found[:, : min(most, _MOST_NEAR)])


def _cities(said: Coded[str], words: Vocabulary) -> tuple[Texts, Ids, Texts]:
    """Cities in comparable words, the numbers of these, and as the sources say them."""
    return texts(said, forms.city), _words_of(said, words, forms.full_city), texts(said, fold)


def _hometowns(said: Coded[str], words: Vocabulary) -> tuple[Texts, Texts, Ids]:
    """Towns, their states and countries, and the numbers of the words of both."""
    return texts(said, forms.hometown), texts(said, forms.state), _words_of(said, words)


def _postal(said: Coded[str]) -> tuple[Texts, Texts]:
    """Postal codes, and their first letters."""
    return texts(said, forms.postal), texts(said, lambda code: forms.postal(code)[:3])


def _words_of(column: Coded[str], words: Vocabulary, read: Callable[[str], str] = str) -> Ids:
    """The numbers of the words of each place, as `read` gives its name."""
    rows = [words.numbers(forms.place_words(read(value))) for value in column.values]
    return padded(rows)[column.codes]


def _acronyms(said: Coded, names: Names) -> Sets:  # type: ignore[type-arg]
    """Acronyms in names, and those that the source gives apart."""
    inside = {name: a for name, a in zip(names.texts, names.acronym, strict=True) if a}
    rows = []
    for named, apart in said.values:
        held = [inside[name] for name in _names_of(*named) if name in inside] if inside else []
        rows.append(tuple(dict.fromkeys((*held, forms.number(apart)) if apart else held)))
    return sets_of_rows(rows, said.codes)


def _names_of(name: str, also: Sequence[str]) -> tuple[str, ...]:
    """A record's names, each once, the main one first."""
    return tuple(dict.fromkeys((name, *filter(None, also)))) if also else (name,)


def _numbers(column: Coded, missing: float) -> npt.NDArray[np.float64]:  # type: ignore[type-arg]
    values = [missing if value is None else value for value in column.values]
    return np.array(values, dtype=np.float64)[column.codes]


def _sharing(streets: Texts, core: Ids) -> npt.NDArray[np.int64]:
    """How many organizations, as far as names tell, are at each address."""
    held = Sets(streets.ids[:, None], streets.texts, streets.counts)
    return held.counted(core).counts


def _towns(city: Texts) -> Ids:
    """The number of each record's city, rare spellings counted with the common one."""
    compact = [text.replace(" ", "") for text in city.texts]
    own = np.array([bool(text) for text in compact], dtype=np.bool_)
    return families(compact, city.counts, own)[city.ids]


def _number(house: str) -> int:
    return int(house) if house.isdigit() and len(house) < _LONGEST_NUMBER else -1
