"""The model is asked for those that belong in and that no rule knew, all at once."""

from __future__ import annotations

from oriundo.collect.sources.drafts import Draft
from oriundo.domain.directory.asking import asked
from oriundo.domain.directory.classification import Suggestion
from oriundo.domain.directory.golden import Portrait, Witness, portray
from oriundo.domain.directory.inclusion import Scope


def portrait(description: str, origin: str = "Mexico") -> Portrait:
    record = Draft(
        source="official",
        record_id="1",
        row=1,
        name="Los de Siempre",
        country="US",
        websites=("siempre.example",),
        origins=(origin,),
        description=description,
    )
    return portray([Witness(record, 60)], Scope())


def athletic(texts):
    return [Suggestion("objective", "athletic", 0.7, t, t, "model", "test") for t in texts]


def test_only_unknown_ones_that_belong_in_are_asked_for():
    seen: list[str] = []

    def listening(texts):
        seen.extend(texts)
        return [None] * len(texts)

    given = [
        portrait("Somos diez."),
        portrait("Asesoría legal."),
        portrait(""),
        portrait("Somos doce.", origin="Italy"),
    ]
    assert asked(given, listening) == given
    assert seen == ["Somos diez."]


def test_an_answer_becomes_the_objective_with_its_fact():
    (found,) = asked([portrait("Traiga balón.")], athletic)
    fact = found.facts[-1]
    assert (found.objective, fact.field, fact.value, fact.key, fact.chosen) == (
        "athletic",
        "objective",
        "athletic",
        ("official", "1"),
        True,
    )


def test_the_model_does_not_overturn_a_rule():
    (found,) = asked([portrait("Asesoría legal.")], athletic)
    assert found.objective == "service"
