"""Commands in fresh processes, and what they took."""

from __future__ import annotations

import sys

from bench.identification.running import run


def test_what_a_command_says() -> None:
    program = "import sys; print('42'); print('thinking …', file=sys.stderr)"
    took = run([sys.executable, "-c", program], limit=60)
    assert (took.out, took.failure) == ("42\n", "")
    assert [name for name, _ in took.stages] == ["thinking"]


def test_a_command_that_fails_says_why() -> None:
    took = run([sys.executable, "-c", "raise SystemExit('no such list')"], limit=60)
    assert took.failure == "failed: no such list"


def test_a_command_that_takes_too_long_is_ended() -> None:
    took = run([sys.executable, "-c", "import time; time.sleep(60)"], limit=0.5)
    assert took.failure == "not finished in 0.5 s"


def test_a_command_that_takes_too_much_is_ended() -> None:
    program = "held = bytes(b'x') * 200_000_000; import time; time.sleep(60)"
    took = run([sys.executable, "-c", program], limit=60, memory=100)
    assert took.failure == "not finished within 100 MiB"


def test_memory_is_the_commands_own() -> None:
    held = bytes(300_000_000)
    took = run([sys.executable, "-c", "pass"], limit=60)
    assert took.peak < len(held) // 2**20
