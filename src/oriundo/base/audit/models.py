"""What was done: rows that are only ever added, each chained to the one before it."""

from __future__ import annotations

from django.db import models


class Entry(models.Model):
    """One act. Names fields, never their values, so that the log holds nothing personal.

    The database refuses to change or delete a row (triggers in migration 0002), and `mac` covers
    the row and the `mac` before it, so an edit, a deletion or a swap is found by `queries.broken`.
    """

    at = models.DateTimeField()
    actor = models.CharField(max_length=40, help_text="user:12, command, clock")
    verb = models.CharField(max_length=40)
    about = models.CharField(max_length=80)
    details = models.JSONField(default=dict, help_text="counts, codes and names of fields")
    previous = models.CharField(max_length=64, blank=True)
    mac = models.CharField(max_length=64, unique=True)

    def __str__(self) -> str:
        return f"{self.verb} {self.about}"
