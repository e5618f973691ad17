"""Writes to the directory, one file per verb."""

from __future__ import annotations

from oriundo.domain.directory.actions.blur import NothingToBlur, blur
from oriundo.domain.directory.actions.classify import UnableToClassify, classify
from oriundo.domain.directory.actions.close_mailbox import close_mailbox
from oriundo.domain.directory.actions.correct import (
    Correction,
    correct,
    take_back_correction,
)
from oriundo.domain.directory.actions.decide import apply, decide, decide_all, undo
from oriundo.domain.directory.actions.keep import UnusableDecision
from oriundo.domain.directory.actions.merge import merge, undo_merge
from oriundo.domain.directory.actions.policy import hide_itself, set_choice, set_policy
from oriundo.domain.directory.actions.publish import publish, publish_organization
from oriundo.domain.directory.actions.rebuild import (
    Rebuilt,
    RegisterChanged,
    SourcesChanged,
    rebuild,
)
from oriundo.domain.directory.actions.reveal import publish_contact
from oriundo.domain.directory.actions.split import split, undo_split
from oriundo.domain.directory.actions.suppress import lift, suppress
from oriundo.domain.directory.actions.take_in import take_in
from oriundo.domain.directory.actions.withdraw import Extent, restore, withdraw

__all__ = [
    "Correction",
    "Extent",
    "NothingToBlur",
    "Rebuilt",
    "RegisterChanged",
    "SourcesChanged",
    "UnableToClassify",
    "UnusableDecision",
    "apply",
    "blur",
    "classify",
    "close_mailbox",
    "correct",
    "decide",
    "decide_all",
    "hide_itself",
    "lift",
    "merge",
    "publish",
    "publish_contact",
    "publish_organization",
    "rebuild",
    "restore",
    "set_choice",
    "set_policy",
    "split",
    "suppress",
    "take_back_correction",
    "take_in",
    "undo",
    "undo_merge",
    "undo_split",
    "withdraw",
]
