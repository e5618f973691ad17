"""The database of the commands that need one: it answers, and has the tables of this code."""

from __future__ import annotations

from django.core.management import call_command
from django.db import OperationalError, connection
from django.db.migrations.executor import MigrationExecutor

from oriundo.base.core.errors import OriundoError
from oriundo.base.core.language import gettext_noop


class DatabaseUnreachable(OriundoError):
    """No database answers where the settings say that there is one."""


def bring_up_to_date() -> None:
    """Make the tables, or what is missing of them; most times there is nothing to do."""
    try:
        executor = MigrationExecutor(connection)
    except OperationalError as error:
        raise DatabaseUnreachable(
            gettext_noop("The database does not answer: %(why)s."),
            remedy=gettext_noop("DATABASE_URL and ORIUNDO_VAR say where it is."),
            values={"why": str(error).partition("\n")[0].rstrip(".")},
        ) from error
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        call_command("migrate", verbosity=0)
