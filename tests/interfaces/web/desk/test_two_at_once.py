"""Two people at the same moment, each with a transaction of their own: one is told, none is lost."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from oriundo.base.audit.queries import first_broken
from oriundo.collect.matching.models import Judgment
from oriundo.domain.directory import actions
from oriundo.domain.directory.models import Organization
from oriundo.domain.directory.queries.judging import Asked
from tests.domain.directory.desk import a_directory, a_pair, key, of
from tests.interfaces.web.desk.people import person, signed_in

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*acts):
    """Do all acts at the same moment; their answers in order."""
    ready = Barrier(len(acts))

    def one(act):
        try:
            ready.wait(10)
            return act()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(one, acts))


def test_of_two_who_judge_one_pair_the_second_is_told(tmp_path):
    records = a_directory(tmp_path, "1", "5")
    pair = a_pair(records["1"], records["5"])
    clients = [signed_in(Client(), person(name, "operator")) for name in ("ana", "beto")]
    verdicts = ("same", "different")

    def says(client, verdict):
        form = {"verdict": verdict, "seen": "0", "why": f"{verdict} it is"}
        return lambda: client.post(f"/en/desk/pair/{pair.pk}/", form)

    answers = at_once(*(says(c, v) for c, v in zip(clients, verdicts, strict=True)))
    assert sorted(answer.status_code for answer in answers) == [302, 409]
    word = Judgment.objects.get()
    told, verdict = next(
        (a.content.decode(), v)
        for a, v in zip(answers, verdicts, strict=True)
        if a.status_code == 409
    )
    assert word.verdict != verdict
    assert f"{verdict} it is</textarea>" in told
    assert first_broken() is None


def test_two_merges_that_meet_in_one_organization_lose_nothing(tmp_path):
    records = a_directory(tmp_path, "1", "5", "6")
    ana, now = person("ana", "operator"), timezone.now()
    words = [
        actions.decide(
            asked=Asked(key(records["1"]), key(records[i]), (records["1"].pk, records[i].pk), 0),
            verdict="same",
            why="",
            by=ana,
            at=timezone.now(),
        )
        for i in ("5", "6")
    ]
    at_once(*(lambda w=w: actions.apply(judgment=w, by=ana, at=now) for w in words))
    assert len({of(record) for record in records.values()}) == 1
    assert Organization.objects.identified().count() == 1
    assert of(records["1"]).links.count() == 3
    assert first_broken() is None


def test_undo_and_apply_of_one_decision_at_once_leave_it_whole_or_gone(tmp_path):
    records = a_directory(tmp_path, "1", "5")
    ana = person("ana", "operator")
    asked = Asked(key(records["1"]), key(records["5"]), (records["1"].pk, records["5"].pk), 0)
    word = actions.decide(asked=asked, verdict="same", why="", by=ana, at=timezone.now())
    at_once(
        lambda: actions.apply(judgment=word, by=ana, at=timezone.now()),
        lambda: actions.undo(judgment=word, by=ana, at=timezone.now()),
    )
    assert (Judgment.objects.in_force().count(), of(records["1"]) == of(records["5"])) == (0, False)
