"""Writes to the directory, one file per verb."""

from __future__ import annotations

from oriundo.domain.directory.actions.decide import apply, decide, decide_all, undo
from oriundo.domain.directory.actions.merge import merge, undo_merge
from oriundo.domain.directory.actions.policy import set_choice, set_policy
from oriundo.domain.directory.actions.publish import publish, publish_organization
from oriundo.domain.directory.actions.rebuild import Rebuilt, SourcesChanged, rebuild
from oriundo.domain.directory.actions.reveal import publish_contact
from oriundo.domain.directory.actions.split import split, undo_split

__all__ = [
    "Rebuilt",
    "SourcesChanged",
    "apply",
    "decide",
    "decide_all",
    "merge",
    "publish",
    "publish_contact",
    "publish_organization",
    "rebuild",
    "set_choice",
    "set_policy",
    "split",
    "undo",
    "undo_merge",
    "undo_split",
]
