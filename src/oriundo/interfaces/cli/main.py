"""The `oriundo` command: one subcommand per file, each one call into the layers below."""

from __future__ import annotations

import os

import click
import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()

# The commands import models, which need the line above.
from oriundo import __version__  # noqa: E402
from oriundo.interfaces.cli.commands import (  # noqa: E402
    atlas,
    blur,
    demo,
    geocode,
    identify,
    importing,
    load,
    match,
    publish,
    serve,
    suppress,
    user,
    withdraw,
)
from oriundo.interfaces.cli.speech import Speaking  # noqa: E402


@click.group(cls=Speaking, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="oriundo")
def main() -> None:
    """From scattered lists of diaspora organizations to one verified directory.

    Messages are in the language of ORIUNDO_LANGUAGE (es, en), else of the terminal.

    Exit status: 0 done, 1 the input was refused (the message says what to do), 2 wrong usage.
    """


main.add_command(identify.identify)
main.add_command(match.match)
main.add_command(importing.import_)
main.add_command(publish.publish)
main.add_command(suppress.suppress)
main.add_command(blur.blur)
main.add_command(withdraw.withdraw)
main.add_command(atlas.atlas)
main.add_command(serve.serve)
main.add_command(demo.demo)
main.add_command(user.user)
main.add_command(geocode.geocode)
main.add_command(load.load)
