"""Judging answers, and the tables that are printed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from statistics import median, quantiles

from bench.places.cases import Answer, Case
from oriundo.base.places.levels import PRECISIONS
from oriundo.base.places.sphere import distance_km

NEAR_KM = 25.0


def accuracy(
    groups: Mapping[str, Sequence[int]],
    cases: Sequence[Case],
    answers: Mapping[str, Sequence[Answer]],
) -> None:
    """The share of each group's rows within 25 km, in the right state, in the right county.

    `too fine`: the share that states a place which does not hold the truth (see `too_fine`);
    `elsewhere`: less those that the truth itself is too coarse to judge (see `elsewhere`).
    """
    names = ("25 km", "state", "county", "too fine", "elsewhere")
    head = "".join(f"{name:>10}" for name in names)
    print(f"\n{'rows':<34}{'n':>7}  {'way':<24}{head}")
    for group, numbers in sorted(groups.items()):
        for name, given in answers.items():
            pairs = [(cases[n], given[n]) for n in numbers]
            if name != "Oriundo" and not any(c.address.city for c, _ in pairs):
                continue
            figures = (
                share(near(c, a) for c, a in pairs if c.lat is not None),
                share(a.state == c.state for c, a in pairs if c.state),
                share(a.county == c.county for c, a in pairs if c.county),
                *(
                    share(judge(c, a) for c, a in pairs) if name == "Oriundo" else "-"
                    for judge in (too_fine, elsewhere)
                ),
            )
            row = "".join(f"{figure:>10}" for figure in figures)
            print(f"{group:<34}{len(pairs):>7}  {name:<24}{row}")


def near(case: Case, answer: Answer, km: float = NEAR_KM) -> bool:
    away = distance(case, answer)
    return away is not None and away <= km


def distance(case: Case, answer: Answer) -> float | None:
    if answer.lat is None or answer.lon is None or case.lat is None or case.lon is None:
        return None
    return distance_km(answer.lat, answer.lon, case.lat, case.lon)


def too_fine(case: Case, answer: Answer) -> bool:
    """Whether the place that an answer states does not hold the truth: it should have said less.

    A town or postal area holds what is within 25 km of its point; where the truth has no point,
    what is in the same municipality or county.
    """
    if answer.precision == "none" or not case.country:
        return False
    if answer.country != case.country:
        return True
    if answer.precision == "country":
        return False
    if case.state and answer.state != case.state:
        return True
    if answer.precision == "admin2":
        return bool(case.county) and answer.county != case.county
    if answer.precision in {"locality", "postal"}:
        if case.lat is None:
            return bool(case.county) and answer.county != case.county
        return not near(case, answer)
    return False


def elsewhere(case: Case, answer: Answer) -> bool:
    """Whether an answer that is `too_fine` is so by the truth, not by the coarseness of the truth.

    The middle of a wide postal area, the seat of a municipality and the edge of a large city lie
    far from a town that holds the address: in the same county, or no farther than the area goes,
    nothing says that it does not.
    """
    if not too_fine(case, answer) or answer.precision not in {"locality", "postal"}:
        return too_fine(case, answer)
    same = bool(case.county) and answer.county == case.county
    away = distance(case, answer)
    return not same and (away is None or away > case.reach)


def share(hits: Iterable[bool]) -> str:
    counted = list(hits)
    return f"{100 * sum(counted) / len(counted):.1f}" if counted else "-"


def by_source(cases: Sequence[Case], *, halves: bool = False) -> dict[str, list[int]]:
    """Numbers of the cases of each source and country; with `halves`, of each half too."""
    groups: dict[str, list[int]] = defaultdict(list)
    for number, case in enumerate(cases):
        groups[f"{case.source} {case.country}"].append(number)
        if halves:
            half = "holdout" if case.holdout else "tuning"
            groups[f"{half} {case.country}"].append(number)
    return groups


def precisions(cases: Sequence[Case], answers: Sequence[Answer]) -> None:
    """How far from the truth each stated precision is."""
    columns = ("n", "median km", "95% within", "right state", "too fine")
    print(f"\n{'stated':<12}" + "".join(f"{name:>12}" for name in columns))
    for precision in PRECISIONS:
        pairs = [(c, a) for c, a in zip(cases, answers, strict=True) if a.precision == precision]
        away = [distance(c, a) for c, a in pairs]
        km = sorted(d for d in away if d is not None)
        far = quantiles(km, n=20)[-1] if len(km) > 1 else 0.0
        state = share(a.state == c.state for c, a in pairs if c.state)
        fine = share(too_fine(c, a) for c, a in pairs)
        middle = median(km) if km else 0.0
        print(f"{precision:<12}{len(pairs):>12,}{middle:>12.1f}{far:>12.1f}{state:>12}{fine:>12}")
