"""What an organization is for, what it gives and whether it is a grouping: read from its own words.

    found = classify("Club Social Jerez", "Juntamos fondos para pavimentar calles en el pueblo.")
    found.objective.code        # "origin_focused"
    found.objective.sentence    # the sentence of the text that decided

Rules over readable word lists (`words/*.csv`); "unknown" (None, ()) is an answer.
"""

from __future__ import annotations

from oriundo.domain.directory.classification.context import context
from oriundo.domain.directory.classification.objectives import objectives
from oriundo.domain.directory.classification.sentences import sentence, sentences
from oriundo.domain.directory.classification.structures import structure
from oriundo.domain.directory.classification.suggestions import Classification, Suggestion
from oriundo.domain.directory.classification.supports import supports

__all__ = ["Classification", "Suggestion", "classify"]


def classify(name: str, text: str = "") -> Classification:
    """Classify by rules from a name and what is said of the organization (either may be "").

    `text`: description and activities, sentences parted as people do, or by line breaks.
    """
    read = [(given, context(given)) for given in sentences(text)]
    title = sentence(name)
    named = (title, context(title)) if title.words else None
    given = supports(read)
    main, secondary, scores = objectives(named, read, given)
    return Classification(main, secondary, given, structure(read), scores)
