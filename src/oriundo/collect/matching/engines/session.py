"""Spark: the session that is there, the cluster that is configured, or this machine alone."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

from pyspark.sql import SparkSession

_CONFIGURED = ("SPARK_HOME", "SPARK_CONF_DIR", "PYSPARK_SUBMIT_ARGS")
_OURS = {
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
}
_ALONE = {
    "spark.master": "local[*]",
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
}


@contextmanager
def session() -> Iterator[SparkSession]:
    """A session: the active one, which goes on afterwards; else a new one, stopped at the end.

    A new one is configured as Spark's own environment says (`SPARK_CONF_DIR`, `SPARK_HOME`,
    `PYSPARK_SUBMIT_ARGS`). Where it says nothing, Spark runs on this machine alone, and listens on
    127.0.0.1 only.
    """
    active = SparkSession.getActiveSession()
    if active:
        yield active
        return
    with tempfile.TemporaryDirectory() as folder:
        started = _started(folder)
        try:
            yield started
        finally:
            started.stop()


def _started(folder: str) -> SparkSession:
    # Spark makes a folder for tables that it is told to keep, of which there are none.
    settings = _OURS | {"spark.sql.warehouse.dir": folder}
    # The workers run on the Python that Oriundo is installed in, not on the system's.
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    if not any(name in os.environ for name in _CONFIGURED):
        os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
        settings |= _ALONE
    builder = SparkSession.builder.appName("oriundo").config(map=settings)
    started = builder.getOrCreate()
    started.sparkContext.setLogLevel("ERROR")
    return started
