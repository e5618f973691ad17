"""Records made ready for comparison: every value in the one form in which it is compared.

Columns of numbers, so that millions of pairs are compared at once; each distinct value is read
once, however many records hold it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

import numpy as np
import numpy.typing as npt

from oriundo.base.core.processes import each
from oriundo.collect.matching import forms, lexicon, values
from oriundo.collect.matching.arrays import (
    Sets,
    Spelled,
    Texts,
    alike,
    numbered,
    sets,
    spelled,
    texts,
)
from oriundo.collect.matching.roster import Names, counts, readings, roster
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


@dataclass(frozen=True, slots=True)
class Table:
    """What records are compared by, in the order of source and record id.

    `near`: the words that name where a record is, and the state and country of its hometown, so
    that "in Chicago" or "Jalisco" after the town's name weigh little; `home`, `city_words`: the
    words of its hometown and of its city. `addresses`, `numbers`: how many different streets and
    telephones the records of one title in one city have; `cities`: in how many different cities
    the records of one title are, as far as they say; `spelled`: those of one name to the letter.
    `digits`: how long each registration number of a record is, NONE after the last. `streets`:
    house number and street; by street, `boxes`: it is a post office box, `named`: the street's name
    is known. `house`: the number; by house, `numbered`: as a number, -1 for what is none. `area`:
    the first letters of the postal code. `city_said`: as the source says it; `city_spelled`: how
    each is spelled; `town`: its city, cities that are probably one mistyped taken together, to find
    candidates. `hometown`: the town, without its state and country; `state`: these; by it,
    `states`: the states alone. `founded`: year, 0 when unknown. `lat`, `lon`: degrees, NaN when
    unknown.
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
    alone = len(columns) < _MANY
    where = values.both_of(columns.country, columns.region)
    placed = [forms.country_and_region(*said) for said in where.values]
    named, rows = values.named(columns.name, columns.alternate_names)
    reading = readings(named)
    told: list[Callable[[], Any]] = [
        lambda: texts(columns.address, forms.street),
        lambda: sets(columns.websites, forms.site),
        lambda: sets(columns.phones),
        lambda: sets(columns.emails),
        lambda: sets(columns.registration_numbers, forms.number),
        lambda: values.postal(columns.postal),
    ]
    read = each([*reading, *told], alone=alone)
    # While the names are put together here, other processes read the values.
    names, words = roster(named, rows, islice(read, len(reading)))
    streets, sites, phones, emails, registrations, (postal, area) = read
    in_words: list[Callable[[], Any]] = [
        lambda: values.near(columns, where, placed, words),
        lambda: values.cities(columns.city, words),
        lambda: values.hometowns(columns.hometown, words),
        lambda: values.acronyms(columns.acronym, names),
    ]
    rest = each(in_words, alone=alone)
    near = next(rest)
    rare = rarity(words, counts(names, len(words.texts)), len(columns))
    called = titles(words, rare, names.words, names.written, names.rows, near)
    (city, city_words, city_said), (hometown, state, home), acronyms = rest
    group = alike(called.title * (len(city.texts) + 1) + city.ids)
    town = values.towns(city)
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
        spelled=distinct(names.rows[:, 0], town, city.given),
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


def _numbers(column: Coded, missing: float) -> npt.NDArray[np.float64]:  # type: ignore[type-arg]
    values = [missing if value is None else value for value in column.values]
    return np.array(values, dtype=np.float64)[column.codes]


def _sharing(streets: Texts, core: Ids) -> npt.NDArray[np.int64]:
    """How many organizations, as far as names tell, are at each address."""
    held = Sets(streets.ids[:, None], streets.texts, streets.counts)
    return held.counted(core).counts


def _number(house: str) -> int:
    return int(house) if house.isdigit() and len(house) < _LONGEST_NUMBER else -1
