"""All that a database holds, as one text, to look for what must not be in it."""

from __future__ import annotations

from django.db import connection


def everything_stored() -> str:
    """Every cell of every table."""
    lines = []
    with connection.cursor() as cursor:
        for table in sorted(connection.introspection.table_names(cursor)):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            lines += [f"{table}: {row!r}" for row in cursor.fetchall()]
    return "\n".join(lines)
