"""The page about boundaries says what was built."""

from __future__ import annotations

import json
from pathlib import Path

import basemap
from oriundo.base.places.boundaries.reference import page


def test_the_page_is_current(built):
    counts = json.loads((built / "built.json").read_text())["counts"]
    assert basemap.PAGE.read_text(encoding="utf-8") == page(counts)


def test_other_counts_make_another_page(built):
    counts = json.loads((built / "built.json").read_text())["counts"]
    assert page(counts) != page({**counts, "counties": 3233})


def test_what_is_built_was_made_from_the_code_and_pins_that_are_here(built):
    assert json.loads((built / "built.json").read_text())["inputs"] == basemap.inputs()


def test_a_second_run_makes_nothing(built):
    before = (built / "basemap.pmtiles").stat().st_mtime_ns
    assert basemap.main(page=False) == 0
    assert (built / "basemap.pmtiles").stat().st_mtime_ns == before


def test_an_archive_is_known_by_its_hash(tmp_path):
    archive = tmp_path / "x.tgz"
    archive.write_bytes(b"abc")
    assert basemap.integrity(archive) == (
        "sha512-3a81oZNherrMQXNJriBBMRLm+k6JqX6iCp7u5ktV05ohkpkqJ0/BqDa6PCOj/uu9RU1EI2Q86A4qmslPpUyknw=="
    )


def test_every_package_that_is_read_is_pinned():
    locked = json.loads(basemap.LOCK.read_text())["packages"]
    assert {f"node_modules/{name}" for name in basemap.ARCHIVES} - locked.keys() == set()
    pins = Path(basemap.PINS).read_text()
    assert [name for name in basemap.WHEELS if f"{name}==" not in pins] == []
