"""The order of the folders holds for imports and for foreign keys, and its check can fail.

The contracts stand in pyproject.toml. Each planted fault below must be found in a copy.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import grimp
import pytest
from django.apps import apps
from django.db import models

ROOT = Path(__file__).resolve().parent.parent
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"][
    "contracts"
]

# --- Imports ------------------------------------------------------------------------------------


def broken_contracts(tree: Path) -> list[str]:
    """The names of the contracts that `tree` breaks; the tree's own error where it has one."""
    done = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()"],
        cwd=tree,
        env=os.environ | {"PYTHONPATH": str(tree / "src"), "NO_COLOR": "1", "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )
    said = done.stdout + done.stderr
    assert done.returncode in {0, 1}, said
    assert "Contracts:" in said, said
    return [line.removesuffix(" BROKEN") for line in said.splitlines() if line.endswith(" BROKEN")]


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A copy of the code, the contracts and this file, in which faults may be planted."""
    needless = shutil.ignore_patterns("static", "templates", "*.egg-info", "locale")
    for folder in ("src", "config"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=needless)
    (tmp_path / "tests").mkdir()
    for file in ("pyproject.toml", "tests/test_architecture.py"):
        shutil.copy(ROOT / file, tmp_path / file)
    return tmp_path


def plant(tree: Path, module: str, line: str) -> None:
    path = tree / "src" / Path(*module.split(".")).with_suffix(".py")
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")


def test_every_contract_is_kept():
    assert broken_contracts(ROOT) == []


@pytest.mark.parametrize(
    ("module", "line", "broken"),
    [
        pytest.param(
            "oriundo.collect.sources.models",
            "from oriundo.domain.directory import models",
            ["Groups: data flows down the folder listing, imports point up it"],
            id="up across groups",
        ),
        pytest.param(
            "oriundo.collect.sources.models",
            "from oriundo.collect.matching import models",
            ["Inside collect"],
            id="up inside a group",
        ),
        pytest.param(
            "oriundo.interfaces.cli.speech",
            "from oriundo.interfaces.web import urls",
            ["Inside interfaces"],
            id="sideways",
        ),
        pytest.param(
            "oriundo.domain.directory.models",
            "from oriundo.domain.directory import actions",
            ["Inside an app"],
            id="models know actions",
        ),
        pytest.param(
            "oriundo.base.core.text",
            "from django.utils import text",
            ["Pure modules know no framework"],
            id="a framework in a pure module",
        ),
        pytest.param(
            "oriundo.base.gossip.__init__", "", ["Inside base"], id="a folder without a place"
        ),
    ],
)
def test_a_planted_fault_breaks_its_contract(tree, module, line, broken):
    plant(tree, module, line)
    assert [name for name in broken_contracts(tree) if name in broken] == broken


# --- The list of pure modules, which has to be complete to mean anything -------------------------

PURE = next(set(each["source_modules"]) for each in CONTRACTS if each["id"] == "pure")
THINKING = (
    "oriundo.base.core",
    "oriundo.base.places",
    "oriundo.collect.matching",
    "oriundo.collect.sources",
    "oriundo.domain.directory",
    "oriundo.insight.observatory",
    "oriundo.interfaces.demonstration",
)


def unlisted(graph: grimp.ImportGraph) -> list[str]:
    """Modules of the packages that think which reach no Django, and that no contract keeps so."""
    inside = {package for package in graph.modules if package.startswith(THINKING)}
    return sorted(
        module
        for module in inside
        # An empty __init__ imports nothing, not even __future__: there is nothing to keep pure.
        if graph.find_modules_directly_imported_by(module)
        and not PURE & {module.rsplit(".", up)[0] for up in range(module.count("."))}
        and not graph.chain_exists(importer=module, imported="django")
    )


@pytest.fixture
def graph() -> grimp.ImportGraph:
    return grimp.build_graph("oriundo", include_external_packages=True, cache_dir=None)


def test_every_module_that_is_pure_is_listed_as_pure(graph):
    assert unlisted(graph) == []


@pytest.mark.parametrize(
    ("module", "found"),
    [
        ("oriundo.collect.matching.planted", ["oriundo.collect.matching.planted"]),
        ("oriundo.domain.directory.queries.planted", ["oriundo.domain.directory.queries.planted"]),
        ("oriundo.base.core.planted", []),
        ("oriundo.interfaces.web.planted", []),
    ],
)
def test_a_planted_pure_module_is_missed_unless_it_is_listed_or_elsewhere(graph, module, found):
    before = unlisted(graph)
    graph.add_import(importer=module, imported="__future__")
    assert sorted(set(unlisted(graph)) - set(before)) == found
    graph.add_import(importer=module, imported="oriundo.collect.sources.models")
    assert unlisted(graph) == before


# --- Foreign keys, which stand as words and are invisible to an import checker --------------------


def ranks() -> dict[str, tuple[int, int, str]]:
    """App → (group's rank, rank in the group, name): a higher app may point to a lower one."""
    listed = {contract["id"]: list(reversed(contract["layers"])) for contract in CONTRACTS[:6]}
    return {
        f"oriundo.{group}.{name.strip()}": (height, step, name.strip())
        for height, group in enumerate(listed["groups"])
        for step, line in enumerate(listed[group])
        for name in line.split("|")
    }


def app_of(model: type[models.Model]) -> str:
    return ".".join(model.__module__.split(".")[:3])


def crossing_keys(tables: Iterator[type[models.Model]]) -> Iterator[tuple[Any, str, str]]:
    """Every key between two apps of ours: (field, app it stands in, app it points to)."""
    for table in tables:
        for field in table._meta.get_fields():
            if isinstance(field, models.ForeignKey | models.ManyToManyField):
                here, there = app_of(table), app_of(field.related_model)
                if here != there and there.startswith("oriundo."):
                    yield field, here, there


def misdirected(tables: Iterator[type[models.Model]]) -> list[str]:
    """Keys that point upward or sideways."""
    rank = ranks()
    return [
        f"{field} points from {here} to {there}"
        for field, here, there in crossing_keys(tables)
        if rank[here][:2] <= rank[there][:2]
    ]


def backwards(tables: Iterator[type[models.Model]]) -> list[str]:
    """Keys through which a lower model grows an attribute of a higher app."""
    return [
        str(field)
        for field, _, _ in crossing_keys(tables)
        if field.remote_field.related_name != "+"
    ]


def our_tables() -> Iterator[type[models.Model]]:
    return (table for table in apps.get_models() if table.__module__.startswith("oriundo."))


def test_foreign_keys_point_down():
    assert misdirected(our_tables()) == []


def test_keys_between_apps_leave_no_attribute_behind():
    assert backwards(our_tables()) == []


def test_every_installed_app_has_its_place_in_the_contracts():
    assert {app_of(table) for table in our_tables()} - ranks().keys() == set()


@pytest.mark.parametrize(
    ("app", "key", "finding"),
    [
        pytest.param(
            "people",
            "models.ForeignKey('directory.Organization', models.CASCADE, related_name='+')",
            "people.Planted.target points from oriundo.base.people to oriundo.domain.directory",
            id="up across groups",
        ),
        pytest.param(
            "audit",
            "models.ManyToManyField('accounts.User', related_name='+')",
            "audit.Planted.target points from oriundo.base.audit to oriundo.base.accounts",
            id="up inside a group",
        ),
        pytest.param(
            "accounts",
            "models.ForeignKey('audit.Entry', models.CASCADE)",
            "['accounts.Planted.target']",
            id="an attribute left behind",
        ),
    ],
)
def test_a_planted_key_is_found(tree, app, key, finding):
    table = f"class Planted(models.Model):\n    target = {key}"
    plant(tree, f"oriundo.base.{app}.models", table)
    found = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-k", "down or behind", "-p", "no:hypothesispytest"],
        cwd=tree,
        env=os.environ | {"COLUMNS": "300"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (found.returncode, finding in found.stdout) == (1, True), found.stdout
