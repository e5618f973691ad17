"""What is asked of the geocoder, and what it answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from oriundo.base.places.gazetteer import Place
from oriundo.base.places.levels import Precision


@dataclass(frozen=True, slots=True)
class Address:
    """An address as somebody wrote it: in parts, or whole in `text`; any of it may be empty."""

    text: str = ""
    address: str = ""
    city: str = ""
    region: str = ""
    postal: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something was located where it was: an English sentence marked for translation.

    `sentence` has `%(name)s` places for `values`.
    """

    sentence: str
    values: Mapping[str, object] = field(default_factory=dict)

    def in_english(self) -> str:
        return self.sentence % self.values


@dataclass(frozen=True, slots=True)
class Located:
    """Where something is, how exactly that is known, and why.

    `lat` and `lon` are degrees, None for a country and for nothing: neither is ever a pin. The
    point lies inside `place`. `country`, `admin1`, `admin2` are codes (see `Place`), "" where not
    known. `others` are places that it could have been as well.
    """

    precision: Precision
    place: Place | None = None
    lat: float | None = None
    lon: float | None = None
    country: str = ""
    admin1: str = ""
    admin2: str = ""
    reasons: tuple[Reason, ...] = ()
    others: tuple[Place, ...] = ()

    @property
    def reason(self) -> str:
        """All reasons in English, the deciding one first."""
        return "; ".join(reason.in_english() for reason in self.reasons)
