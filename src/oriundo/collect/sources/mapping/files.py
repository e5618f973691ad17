"""Mapping files: YAML, checked strictly; written so that reading them again gives the same."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import yaml

from oriundo.base.core.language import gettext_noop as _
from oriundo.collect.sources.fields import BY_NAME
from oriundo.collect.sources.mapping.model import RULES, InvalidMapping, Mapping, check_field

_LARGEST = 1_000_000
_DEEPEST = 10

Value = TypeVar("Value", str, int)


def load_mapping(path: Path) -> Mapping:
    """The mapping in a YAML file; InvalidMapping names what is wrong, where, and the remedy."""
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InvalidMapping(
            _("The mapping %(file)s cannot be read: %(word)s."),
            remedy=_("Check its path, and that it is saved as UTF-8 text."),
            values={"file": path.name, "word": type(error).__name__},
        ) from error
    return parse_mapping(text, file=path.name)


def parse_mapping(text: str, *, file: str) -> Mapping:
    """The mapping in YAML text."""
    if len(text) > _LARGEST:
        raise _wrong_shape(file, "...", _("a text of at most one million characters"))
    try:
        data = yaml.load(text, _Loader)  # noqa: S506 (_Loader is a SafeLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or "?"
        raise InvalidMapping(
            _("The mapping %(file)s is not correct YAML at line %(line)s: %(word)s."),
            remedy=_("Write one `field: column` a line; put quotation marks around special signs."),
            values={"file": file, "line": mark.line + 1 if mark else 1, "word": problem},
        ) from error
    return from_data(data, file=file)


class _Loader(yaml.SafeLoader):
    """YAML that keeps words as words (`No`, `ON`, `1`); no aliases, double keys or deep nesting."""

    depth = 0

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            event = self.get_event()  # type: ignore[no-untyped-call]
            raise yaml.composer.ComposerError(None, None, "an alias (*)", event.start_mark)
        self.depth += 1
        if self.depth > _DEEPEST:
            raise yaml.composer.ComposerError(None, None, "too much nesting", None)
        node = super().compose_node(parent, index)
        self.depth -= 1
        return node

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[object, object]:
        keys = [key.value for key, _value in node.value]
        twice = next((key for key in keys if keys.count(key) > 1), None)
        if twice is not None:
            problem = f"{twice} stands twice"
            raise yaml.constructor.ConstructorError(None, None, problem, node.start_mark)
        return super().construct_mapping(node, deep=deep)


# Only null stays special: everything else in a mapping is a word.
_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag.endswith((":null", ":merge"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def from_data(data: object, *, file: str = "mapping") -> Mapping:
    """The mapping that `as_data` gives, or that a YAML or JSON file holds."""
    if not isinstance(data, dict):
        raise _wrong_shape(file, data, _("lines of the form `field: column`"))
    columns = {
        check_field(name, file=file): _columns(value, str(name), file)
        for name, value in data.items()
        if name not in RULES
    }
    return Mapping(
        columns={name: found for name, found in columns.items() if found},
        constants=_rule(data, "constants", file, _word),
        join=_rule(data, "join", file, _text),
        cut_at=_rule(data, "cut_at", file, _length),
        split=_rule(data, "split", file, _word),
        ignore=_columns(data.get("ignore"), "ignore", file),
    )


def _columns(value: object, name: str, file: str) -> tuple[str, ...]:
    """One column, a list of columns, or none."""
    listed = value if isinstance(value, list | tuple) else [] if value is None else [value]
    if not all(isinstance(column, str) and column for column in listed):
        raise _wrong_shape(file, name, _("the name of a column, or a list of names"))
    return tuple(listed)


def _rule(
    data: dict[object, object], rule: str, file: str, read: Callable[[object], Value | None]
) -> dict[str, Value]:
    """The values of a rule by field; InvalidMapping for an unknown field or a wrong value."""
    given = data.get(rule) or {}
    if not isinstance(given, dict):
        raise _wrong_shape(file, rule, _("lines of the form `field: value`"))
    values: dict[str, Value] = {}
    for name, value in given.items():
        known = check_field(name, file=file)
        found = read(value)
        if found is None or (rule == "split" and not BY_NAME[known].many):
            raise _wrong_shape(file, f"{rule}: {name}", _SHAPES[rule])
        values[known] = found
    return values


def _word(value: object) -> str | None:
    return str(value) if isinstance(value, str | int | float) and str(value) else None


def _text(value: object) -> str | None:
    return "" if value is None else value if isinstance(value, str) else None


def _length(value: object) -> int | None:
    return int(value) if isinstance(value, str | int) and str(value).isdigit() else None


_SHAPES = {
    "constants": _("a word for each field"),
    "join": _("the text between two columns, in quotation marks"),
    "cut_at": _("a number of characters"),
    "split": _("the separating characters, for a field that holds several values"),
}


def _wrong_shape(file: str, word: object, expected: str) -> InvalidMapping:
    return InvalidMapping(
        _("The mapping %(file)s is wrong at %(word)s: expected is %(expected)s."),
        remedy=_("Correct the mapping; docs/reference/mapping.md has an example of each line."),
        values={"file": file, "word": str(word)[:80], "expected": expected},
    )


def as_data(mapping: Mapping) -> dict[str, object]:
    """The mapping as plain values, for YAML and JSON; `from_data` gives it back."""
    data: dict[str, object] = {
        name: columns[0] if len(columns) == 1 else list(columns)
        for name, columns in mapping.columns.items()
    }
    for rule in ("constants", "join", "cut_at", "split"):
        values = getattr(mapping, rule)
        if values:
            data[rule] = dict(values)
    if mapping.ignore:
        data["ignore"] = list(mapping.ignore)
    return data


def dump_mapping(mapping: Mapping) -> str:
    """The mapping as YAML, fields in the order of fields.FIELDS."""
    data = as_data(mapping)
    order = [*(n for n in BY_NAME if n in mapping.columns), *(n for n in RULES if n in data)]
    ordered = {name: data[name] for name in order}
    return yaml.safe_dump(ordered, allow_unicode=True, sort_keys=False, width=1000)
