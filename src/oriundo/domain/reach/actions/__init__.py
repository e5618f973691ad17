"""Writes of what visitors send, one file per verb."""

from __future__ import annotations

from oriundo.domain.reach.actions.answer import AnsweredMeanwhile, accept, refuse, reopen
from oriundo.domain.reach.actions.blur import blur
from oriundo.domain.reach.actions.propose import UnusableProposal, hear, propose
from oriundo.domain.reach.actions.relay import NoRelay, pass_on, tell

__all__ = [
    "AnsweredMeanwhile",
    "NoRelay",
    "UnusableProposal",
    "accept",
    "blur",
    "hear",
    "pass_on",
    "propose",
    "refuse",
    "reopen",
    "tell",
]
