"""What the engine on Spark needs of the machine, and the sentence when it is not there."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

from oriundo.base.core.errors import OriundoError
from oriundo.base.core.language import gettext_noop

_OLDEST_JAVA = 17
_VERSION = re.compile(r'version "(\d+)')


class EngineMissing(OriundoError):
    """An engine was chosen that cannot run here."""


def must_run() -> None:
    """Raise EngineMissing unless Spark can run on this machine."""
    if find_spec("pyspark") is None:
        raise EngineMissing(
            gettext_noop("Matching on Spark needs pyspark, which is not installed."),
            remedy=gettext_noop(
                "Install it where Oriundo is installed (make setup-spark), or match on this machine"
                " alone: --engine local."
            ),
        )
    if not java_is_there():
        raise EngineMissing(
            gettext_noop(
                "Matching on Spark needs Java %(oldest)d or newer, which is not on this machine."
            ),
            remedy=gettext_noop(
                "Install it (Debian: apt-get install openjdk-17-jre-headless), set JAVA_HOME to"
                " the folder of one that is installed, or match on this machine alone: --engine"
                " local."
            ),
            values={"oldest": _OLDEST_JAVA},
        )


def java_is_there() -> bool:
    """Whether the Java that Spark would start (that of JAVA_HOME, else the first on the path) is
    new enough."""
    home = os.environ.get("JAVA_HOME")
    program = shutil.which(str(Path(home) / "bin" / "java") if home else "java")
    if not program:
        return False
    # The program is the one that the administrator of the machine chose.
    said = subprocess.run([program, "-version"], capture_output=True, text=True, check=False)  # noqa: S603
    found = _VERSION.search(said.stderr)
    return found is not None and int(found[1]) >= _OLDEST_JAVA
