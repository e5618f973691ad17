"""Static files are collected again when one of them has changed, and only then."""

from __future__ import annotations

import pytest

import static


@pytest.fixture
def installation(settings, tmp_path):
    """An installation with one file of its own to collect."""
    source = tmp_path / "source"
    source.mkdir()
    (source / "a.txt").write_text("a")
    settings.VAR, settings.STATIC_ROOT = tmp_path, tmp_path / "static"
    settings.STATICFILES_DIRS = [("own", source)]
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"},
    }
    return source


def collected(installation):
    return installation.parent / "static" / "staticfiles.json"


def test_a_second_run_collects_nothing_and_a_changed_file_is_collected(installation):
    static.main()
    first = collected(installation).stat().st_mtime_ns
    static.main()
    assert collected(installation).stat().st_mtime_ns == first
    (installation / "a.txt").write_text("b")
    static.main()
    assert collected(installation).stat().st_mtime_ns > first


def test_the_page_of_failures_finds_its_style_without_a_hash(installation):
    static.main()
    assert (installation.parent / "static" / static.PLAIN).is_file()
