"""`oriundo serve` refuses what it could not serve, in words, before it starts."""

from __future__ import annotations

import socket

import pytest

from tests.interfaces.cli.test_identify import run


def test_help_exits_with_0_and_names_the_variable():
    result = run("serve", "--help")
    assert result.exit_code == 0
    assert "[env var: PORT; default: 8000; 1<=x<=65535]" in result.output


@pytest.mark.parametrize(("language", "said"), [("en", "Name another"), ("es", "Indique otro")])
def test_a_port_in_use_exits_with_1_and_what_to_do(language, said):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = run("serve", "--port", port, language=language)
    assert (result.exit_code, said in result.output) == (1, True)


@pytest.mark.parametrize("port", ["0", "65536", "http"])
def test_a_port_that_is_none_exits_with_2(port):
    assert run("serve", "--port", port).exit_code == 2


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "is no PMTiles file of vector tiles"), ("es", "no es un archivo PMTiles")],
)
def test_a_map_that_is_none_exits_with_1_before_anything_is_served(
    settings, tmp_path, language, said
):
    settings.BASEMAP = tmp_path / "map.pmtiles"
    settings.BASEMAP.write_bytes(b"not a map")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    result = run("serve", "--port", port, language=language)
    assert (result.exit_code, said in result.output) == (1, True)
