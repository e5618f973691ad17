"""The atlas, asked as its peers are."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from time import process_time

from bench.atlas.peers import FACETS, MOST, PAGE, Answer
from oriundo.insight.atlas.atlas import Atlas
from oriundo.insight.atlas.columns import write
from oriundo.insight.atlas.question import Question
from oriundo.insight.atlas.row import Row
from oriundo.insight.atlas.text import create


class Ours:
    """An atlas in a folder of its own."""

    name = "Oriundo"
    note = ""

    def __init__(self, folder: Path, rows: Iterable[Row]) -> None:
        create(folder / "text", enumerate(rows))
        write(enumerate(rows), folder / "columns")
        self.atlas = Atlas.open(folder)

    def ask(self, words: str) -> Answer:
        question = Question(words)
        found = self.atlas.find(question, size=PAGE)
        self.atlas.facets(question, FACETS, most=MOST)
        return Answer(found.ids, found.total)

    def cpu(self) -> float:
        return process_time()
