from __future__ import annotations

import sys
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType

import pytest

from oriundo.collect.matching.engines.missing import EngineMissing, must_run
from oriundo.collect.matching.engines.opening import UnknownEngine
from oriundo.collect.matching.match import Settings, match


def _java(folder: Path, version: str) -> None:
    program = folder / "bin" / "java"
    program.parent.mkdir()
    program.write_text(f"#!/bin/sh\necho 'openjdk version \"{version}\" 2019-01-15' >&2\n")
    program.chmod(0o755)


@pytest.fixture
def pyspark(monkeypatch: pytest.MonkeyPatch) -> None:
    module = ModuleType("pyspark")
    module.__spec__ = ModuleSpec("pyspark", None)
    monkeypatch.setitem(sys.modules, "pyspark", module)


def test_an_engine_that_is_not_there_is_refused_with_those_that_are():
    with pytest.raises(UnknownEngine) as refusal:
        match([], settings=Settings(engine="flink"))
    said = "There is no engine “flink”. Choose one of: local, spark."
    assert refusal.value.in_english() == said


def test_without_pyspark_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "pyspark", None)
    with pytest.raises(EngineMissing, match=r"needs pyspark, .+ \(make setup-spark\)"):
        match([], settings=Settings(engine="spark"))


@pytest.mark.usefixtures("pyspark")
def test_without_java_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    with pytest.raises(EngineMissing, match=r"needs Java 17 or newer, .+ openjdk-17-jre-headless"):
        must_run()


@pytest.mark.usefixtures("pyspark")
@pytest.mark.parametrize("version", ["1.8.0_392", "11.0.2"])
def test_an_old_java_is_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, version: str):
    _java(tmp_path, version)
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    with pytest.raises(EngineMissing, match="needs Java 17 or newer"):
        must_run()


@pytest.mark.usefixtures("pyspark")
@pytest.mark.parametrize("version", ["17.0.15", "21", "25-ea"])
def test_a_newer_java_will_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, version: str):
    _java(tmp_path, version)
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    must_run()
