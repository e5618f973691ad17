"""Typed readers of environment variables. A value that cannot be read stops the program."""

from __future__ import annotations

import hmac
import os
import secrets
from collections.abc import Mapping
from contextlib import suppress
from email.utils import parseaddr
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

_YES = frozenset({"1", "true", "yes", "on"})
_NO = frozenset({"", "0", "false", "no", "off"})
_LEAST_KEY = 32


class UnusableSetting(Exception):
    """An environment variable holds something that its setting cannot be."""

    def __init__(self, name: str, value: str, wanted: str) -> None:
        super().__init__(f"{name}={value!r}: {wanted}")


def flag(environment: Mapping[str, str], name: str, default: bool = False) -> bool:
    """1, true, yes, on or 0, false, no, off, in any case."""
    value = environment.get(name)
    if value is None:
        return default
    if value.lower() not in _YES | _NO:
        raise UnusableSetting(name, value, "write 1 or 0")
    return value.lower() in _YES


def whole(environment: Mapping[str, str], name: str, default: int) -> int:
    """A whole number, zero or more."""
    value = environment.get(name)
    if value is None:
        return default
    if not value.isdecimal():
        raise UnusableSetting(name, value, "write a whole number")
    return int(value)


def words(environment: Mapping[str, str], name: str, default: tuple[str, ...]) -> list[str]:
    """Words separated by commas; spaces around them do not count."""
    value = environment.get(name)
    if value is None:
        return list(default)
    return [word.strip() for word in value.split(",") if word.strip()]


def file(environment: Mapping[str, str], name: str) -> Path | None:
    """The path of a file that is there; None without the variable, or when it is empty."""
    value = environment.get(name)
    if not value:
        return None
    path = Path(value).expanduser()
    if not path.is_file():
        raise UnusableSetting(name, value, "name a file that is there")
    return path.resolve()


def database(environment: Mapping[str, str], name: str, default: Path) -> dict[str, Any]:
    """The address of the database as Django's `DATABASES` entry, without its options.

    `sqlite:///relative.sqlite3`, `sqlite:////absolute.sqlite3`, or
    `postgresql://user:password@host:port/name?host=/socket/folder&sslmode=require`: what follows
    the question mark goes to libpq. Without the variable, or when it is empty: SQLite at `default`.
    """
    value = environment.get(name)
    if not value:
        return {"ENGINE": "django.db.backends.sqlite3", "NAME": default}
    parts = urlsplit(value)
    path = unquote(parts.path)
    if parts.scheme == "sqlite" and not parts.netloc and len(path) > 1:
        return {"ENGINE": "django.db.backends.sqlite3", "NAME": path[1:]}
    if parts.scheme not in {"postgresql", "postgres"} or len(path) < 2 or not _has_port(value):
        raise UnusableSetting(name, _without_password(value), "write sqlite:/// or postgresql://")
    options = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": path[1:],
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "OPTIONS": options,
    }


def mail(environment: Mapping[str, str], name: str) -> dict[str, Any] | None:
    """A mail server as Django's SMTP backend takes it; None without the variable, or when empty.

    `smtp://user:password@host:587` begins in the clear and must turn to TLS; `smtps://host:465`
    speaks TLS from the start; `smtp+plain://127.0.0.1:25`, for a server on the same machine, never.
    """
    value = environment.get(name)
    if not value:
        return None
    parts = urlsplit(value)
    ports = {"smtp": 587, "smtps": 465, "smtp+plain": 25}
    if parts.scheme not in ports or not parts.hostname or not _has_port(value):
        wanted = "write smtp://, smtps:// or smtp+plain:// and a host"
        raise UnusableSetting(name, _without_password(value), wanted)
    return {
        "host": parts.hostname,
        "port": parts.port or ports[parts.scheme],
        "username": unquote(parts.username or ""),
        "password": unquote(parts.password or ""),
        "use_tls": parts.scheme == "smtp",
        "use_ssl": parts.scheme == "smtps",
        # Seconds. A visitor waits for the answer.
        "timeout": 10,
    }


def sender(environment: Mapping[str, str], name: str, *, needed: bool) -> str:
    """The address that letters come from, `club@example.org` or `Name <club@example.org>`."""
    value = environment.get(name, "")
    local, _, domain = parseaddr(value)[1].rpartition("@")
    unfit = not local or "." not in domain or not value.isprintable()
    if (value or needed) and unfit:
        raise UnusableSetting(name, value, "write the address that letters come from")
    return value


def _has_port(address: str) -> bool:
    """Whether what stands in the port's place is a port, or nothing."""
    with suppress(ValueError):
        return urlsplit(address).port != 0
    return False


def _without_password(address: str) -> str:
    password = urlsplit(address).password
    return address.replace(password, "…") if password else address


def kept_secret(path: Path) -> str:
    """The secret in `path`; made on first use, readable by its owner only.

    Two processes that start together get the same one: the file appears whole, by a link that
    fails when another process was first.
    """
    if not path.exists():
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft = path.with_name(f"{path.name}.{os.getpid()}")
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(64))
        with suppress(FileExistsError):
            os.link(draft, path)
        draft.unlink()
    return path.read_text(encoding="ascii").strip()


def keys(environment: Mapping[str, str], name: str, *, otherwise: str) -> list[str]:
    """Secrets separated by commas, the one in use first; else one made from `otherwise`."""
    given = words(environment, name, ())
    if any(len(key) < _LEAST_KEY for key in given):
        raise UnusableSetting(name, "…", f"write at least {_LEAST_KEY} characters, at random")
    return given or [hmac.new(otherwise.encode(), name.encode(), "sha256").hexdigest()]
