"""Run a command in a process of its own, and write what it took to a file.

    python fresh.py RESULT.json SECONDS MIB COMMAND...

This program imports nothing large, because a process starts with the peak memory of its parent.
The file gets: exit status, wall and CPU seconds, peak MiB, stdout, the last of stderr, which of
the limits (SECONDS of wall time, MIB of memory) ended it, and how long it said on stderr that it
was doing what.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

_ENDS = "…"
_LAST = 2_000
_GLANCE = 0.25


def main(result: str, seconds: str, mib: str, *command: str) -> None:
    begun = time.perf_counter()
    # A session of its own, so that its children end with it.
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    ended: list[str] = []
    done = threading.Event()
    watch = threading.Thread(
        target=_watch, args=(process.pid, float(seconds), int(mib), done, ended)
    )
    watch.start()
    said: list[str] = []
    stages: list[tuple[str, float]] = []
    listener = threading.Thread(target=_listen, args=(process, begun, said, stages))
    listener.start()
    assert process.stdout
    out = process.stdout.read()
    listener.join()
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begun
    done.set()
    watch.join()
    Path(result).write_text(
        json.dumps(
            {
                "status": os.waitstatus_to_exitcode(status),
                "ended": "".join(ended),
                "wall": wall,
                "cpu": used.ru_utime + used.ru_stime,
                "peak": used.ru_maxrss // 1024,
                "out": out,
                "err": "".join(said)[-_LAST:],
                "stages": _lasting(stages, wall),
            }
        )
    )


def _lasting(stages: list[tuple[str, float]], wall: float) -> list[tuple[str, float]]:
    """How long each stage lasted: until the next began, the last until the end."""
    ends = [at for _, at in stages[1:]] + [wall]
    return [(name, end - at) for (name, at), end in zip(stages, ends)]  # noqa: B905 - none is none


def _watch(pid: int, seconds: float, mib: int, done: threading.Event, ended: list[str]) -> None:
    """End the process and its children when it takes too long or too much."""
    begun = time.monotonic()
    while not done.wait(_GLANCE):
        if time.monotonic() - begun > seconds:
            ended.append(f"not finished in {seconds:g} s")
        elif _held(pid) > mib:
            ended.append(f"not finished within {mib:,} MiB")
        if ended:
            os.killpg(pid, signal.SIGKILL)
            return


def _held(pid: int) -> int:
    """MiB that the process holds now."""
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    except (OSError, IndexError):
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE") // 2**20


def _listen(
    process: subprocess.Popen[str],
    begun: float,
    said: list[str],
    stages: list[tuple[str, float]],
) -> None:
    assert process.stderr
    for spoken in process.stderr:
        said.append(spoken)
        if spoken.rstrip().endswith(_ENDS):
            stages.append((spoken.rstrip(f"{_ENDS} \n"), time.perf_counter() - begun))


if __name__ == "__main__":
    main(*sys.argv[1:])
