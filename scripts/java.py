"""The Java that Spark is tested on: found on the machine, else installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from oriundo.collect.matching.engines.missing import java_is_there

PACKAGE = "openjdk-17-jre-headless"
MISSING = (
    "No Java 17 or newer: none was found in JAVA_HOME or on the path, or none could be installed. "
    f"Install one (Debian: apt-get install {PACKAGE})"
)


def ready() -> bool:
    """Whether Java is there; Debian's package is installed when we are root and it is not."""
    if not java_is_there() and os.getuid() == 0 and shutil.which("apt-get"):
        print("Installing Java for the tests on Spark", file=sys.stderr, flush=True)
        for step in (["update"], ["install", "--yes", "--no-install-recommends", PACKAGE]):
            environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
            command = ["apt-get", "-qq", *step]
            subprocess.run(command, env=environment, stdout=sys.stderr, check=False)
    return java_is_there()
