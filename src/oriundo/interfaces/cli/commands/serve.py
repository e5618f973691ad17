"""`oriundo serve`: the site."""

from __future__ import annotations

import os
import socket
import sys

import click
from django.conf import settings

from oriundo.base.core.errors import OriundoError
from oriundo.base.core.language import gettext_noop
from oriundo.base.places.basemap import archive
from oriundo.interfaces.cli.database import bring_up_to_date


class PortRefused(OriundoError):
    """The machine does not let us listen where we were told to."""


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option(
    "--port",
    type=click.IntRange(1, 65_535),
    envvar="PORT",
    default=8000,
    show_default=True,
    show_envvar=True,
)
@click.option("--workers", type=click.IntRange(1), default=2, show_default=True)
def serve(host: str, port: int, workers: int) -> None:
    """Serve the directory at http://HOST:PORT until interrupted."""
    must_be_free(host, port)
    if settings.BASEMAP:
        archive.read(settings.BASEMAP)
    bring_up_to_date()
    click.echo(f"http://{host}:{port}", err=True)
    command = [
        sys.executable,
        "-m",
        "gunicorn",
        "config.wsgi",
        "--bind",
        f"{host}:{port}",
        "--workers",
        str(workers),
        "--log-level",
        "warning",
    ]
    sys.stdout.flush()
    os.execv(sys.executable, command)


def must_be_free(host: str, port: int) -> None:
    """Raise PortRefused when nobody could listen there now."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        with socket.socket(family, kind, protocol) as ours:
            # As the server will: what a stopped one leaves behind for a minute is not in the way.
            ours.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            ours.bind(address)
    except OSError as error:
        raise PortRefused(
            gettext_noop("Nothing can be served at %(host)s, port %(port)s: %(why)s."),
            remedy=gettext_noop("Name another port with PORT, or stop what uses this one."),
            values={"host": host, "port": port, "why": error.strerror},
        ) from error
