"""Which real towns the invented hometown clubs come from."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable

from oriundo.interfaces.demonstration.tables import table

Town = tuple[str, str]
"""(division of origin, town)"""

_PREFIX = {"MEX": "MX-", "SLV": "SV-", "GTM": "GT-", "HND": "HN-", "NIC": "NI-"}
# Where most Mexican hometown clubs come from: their towns are chosen this much more often.
_SENDING = {"MX-ZAC": 2, "MX-JAL": 2, "MX-MIC": 2, "MX-GUA": 2, "MX-OAX": 2, "MX-PUE": 2}
_FEDERATED = ("MX-SLP", "MX-DUR", "MX-GRO", "MX-HID", *_SENDING)


class Towns:
    """Gives clubs their towns: a town may have several clubs, never two in one division."""

    def __init__(self, rng: random.Random, taken: Iterable[tuple[Town, str]] = ()) -> None:
        self._rng = rng
        self._at = set(taken)
        self._federations: Counter[tuple[str, str, str]] = Counter()
        self._used = Counter(town for town, _ in self._at)

    def town(self, origin: str, division: str) -> Town:
        """A town of `origin` without a club in `division`; one without any club if that is ""."""
        towns = [
            (row["division"], row["town"])
            for row in table("words/hometowns.csv")
            if row["division"].startswith(_PREFIX[origin])
        ]
        free = [town for town in towns if self._is_free(town, division)]
        self._rng.shuffle(free)
        chosen = min(free, key=lambda town: self._used[town] // _SENDING.get(town[0], 1))
        self._used[chosen] += 1
        self._at.add((chosen, division))
        return chosen

    def _is_free(self, town: Town, division: str) -> bool:
        """A club whose residence nobody knows must be the only one of its town."""
        if not division:
            return not self._used[town]
        return (town, division) not in self._at and (town, "") not in self._at

    def home(self, origin: str, division: str, city: str) -> str:
        """A division of `origin` whose people form a federation: one that has none in the city,
        if there is any."""
        if origin != "MEX":
            raise ValueError(f"no federations of one division are known for {origin}")
        homes = self._rng.sample(_FEDERATED, len(_FEDERATED))
        home = min(homes, key=lambda one: self._federations[one, division, city])
        self._federations[home, division, city] += 1
        return home
