"""What can be set, run or made is documented, and the pages find each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from oriundo.interfaces.cli.main import main

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
SETTINGS = (DOCS / "reference" / "settings.md").read_text(encoding="utf-8")
COMMANDS = (DOCS / "reference" / "commands.md").read_text(encoding="utf-8")
PAGES = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md"), *(ROOT / "src").rglob("*.md")])

READ_BY_NAME = re.compile(r'os\.environ(?:\.get\(|\[|, )"([A-Z_]+)"')
READ_BY_OPTION = re.compile(r'envvar="([A-Z_]+)"')
READ_IN_TURN = re.compile(r'"(ORIUNDO_[A-Z_]+)"')
# Set by ourselves for the frameworks: nobody's setting.
OURS = {"DJANGO_SETTINGS_MODULE", "PATH"}


def variables(source: str) -> set[str]:
    """The environment variables that a program's text reads by name."""
    ways = (READ_BY_NAME, READ_BY_OPTION, READ_IN_TURN)
    return {name for way in ways for name in way.findall(source)} - OURS


def read_in_code() -> set[str]:
    folders = ("config", "scripts", "bench", "src")
    files = [path for folder in folders for path in (ROOT / folder).rglob("*.py")]
    return set().union(*(variables(path.read_text(encoding="utf-8")) for path in files))


def undocumented_settings(names: set[str], page: str) -> list[str]:
    return sorted(name for name in names if f"| `{name}` |" not in page)


def undocumented_options(commands: dict[str, click.Command], page: str) -> list[str]:
    """Commands without a section, and options without a row in their command's section."""
    sections = {part.split("\n", 1)[0]: part for part in page.split("\n## ")}
    return [
        f"{name} {option}".strip()
        for name, command in sorted(commands.items())
        for option in ["", *_options(command)]
        if f"| `{option}".rstrip() not in sections.get(f"oriundo {name}", "")
    ]


def every_command(group: click.Group) -> dict[str, click.Command]:
    """The commands of a group, those of groups inside it under both names: `user add`."""
    found: dict[str, click.Command] = dict(group.commands)
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            inside = every_command(command).items()
            found |= {f"{name} {inner}": each for inner, each in inside}
    return found


def _options(command: click.Command) -> Iterator[str]:
    return (p.opts[0] for p in command.params if isinstance(p, click.Option))


def undocumented_targets(makefile: str, page: str) -> list[str]:
    targets = re.findall(r"^([a-z-]+):[^#\n]*## ", makefile, re.MULTILINE)
    return [name for name in targets if f"| `make {name}` |" not in page]


def broken_links(page: Path) -> list[str]:
    """Links of a page to files or headings that are not there. Other machines are not asked."""
    text = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    found = re.findall(r"\]\(([^)\s]+)\)", text)
    return [link for link in found if "://" not in link and not _leads_somewhere(page, link)]


def _leads_somewhere(page: Path, link: str) -> bool:
    name, _, heading = link.partition("#")
    target = page.parent / name if name else page
    return target.exists() and (not heading or heading in _anchors(target))


def _anchors(page: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", each.lower()).replace(" ", "-") for each in headings}


def test_every_setting_is_documented():
    assert undocumented_settings(read_in_code(), SETTINGS) == []


def test_every_documented_setting_is_read():
    named = set(re.findall(r"^\| `([A-Z_]+)` \|", SETTINGS, re.MULTILINE))
    # PYTHON is make's own variable.
    assert named == read_in_code() | {"PYTHON"}


def test_a_setting_read_in_any_of_our_ways_is_seen():
    ways = (
        'os.environ.get("A")',
        'os.environ["B"]',
        'flag(os.environ, "C")',
        'click.option("--d", envvar="D")',
        'for name in ("ORIUNDO_E", "LANG"):',
        'os.environ.get("PATH")',
    )
    seen = set().union(*map(variables, ways))
    assert undocumented_settings(seen, "| `A` | | |") == ["B", "C", "D", "ORIUNDO_E"]


def test_every_command_and_option_is_documented():
    assert undocumented_options(every_command(main), COMMANDS) == []


def test_a_new_command_or_option_is_missed():
    new = click.Command("new", params=[click.Option(["--fast"]), click.Option(["--json"])])
    page = "# Commands\n## oriundo new\n| `--json` | |\n## oriundo other\n| `--fast` | |\n"
    assert undocumented_options({"new": new, "newer": new}, page) == [
        "new --fast",
        "newer",
        "newer --fast",
        "newer --json",
    ]


def test_a_command_inside_another_is_missed():
    inner = click.Group("user", commands={"add": click.Command("add")})
    commands = every_command(click.Group("main", commands={"user": inner}))
    assert undocumented_options(commands, "\n## oriundo user\n| `x` |\n") == ["user add"]


def test_every_target_of_make_is_documented():
    assert undocumented_targets((ROOT / "Makefile").read_text(), COMMANDS) == []


def test_a_new_target_is_missed():
    makefile = "help: ## List\n\nship: setup ## Off it goes\n\nhidden:\n"
    assert undocumented_targets(makefile, "| `make help` | |") == ["ship"]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_between_pages_lead_somewhere(page):
    assert broken_links(page) == []


def test_a_broken_link_is_found(tmp_path):
    (tmp_path / "b.md").write_text("# What is here?\n")
    page = tmp_path / "a.md"
    page.write_text("[1](b.md) [2](b.md#what-is-here) [3](b.md#gone) [4](c.md) [5](https://x.y)")
    assert broken_links(page) == ["b.md#gone", "c.md"]
