"""What the environment gives, looked at before anything begins: one plain sentence each, and no start."""

import os
import re
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

SHORTEST_SECRET, FEWEST_SIGNS = 32, 8
A_MAIL_SERVER = "smtp+tls://user:password@mail.example.org:587"
# The last ones are for whoever builds on it: into the terminal, a folder or nowhere.
MAIL_SCHEMES = {"smtp", "smtp+tls", "smtps", "smtp+ssl", "consolemail", "filemail", "memorymail", "dummymail"}
# What a database in a file may be told beside its name: how many seconds a writer waits.
SQLITE_MAY_BE_TOLD = {"timeout"}


def whole_number(name: str, text: str) -> int:
    if not (text.isascii() and text.isdecimal()):
        raise ImproperlyConfigured(f"{name} is a whole number such as 1, and not {text!r}.")
    return int(text)


def web_address(name: str, text: str) -> str:
    """Empty, or with its scheme: without one, cookies would not be strict, and links would lead nowhere."""
    if not text:
        return ""
    try:
        parts = urlsplit(text)
        is_one = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        is_one = False
    if not is_one or " " in text:
        raise ImproperlyConfigured(
            f"{name} begins with https:// or http://, such as https://home.example.org, and {text!r} does not."
        )
    return text


def secret(name: str, text: str) -> str:
    if text and (len(text) < SHORTEST_SECRET or len(set(text)) < FEWEST_SIGNS):
        raise ImproperlyConfigured(
            f"{name} is so short that it can be guessed: leave it empty and one is made, or give {SHORTEST_SECRET} signs or more."
        )
    return text


def folder(name: str, path: Path) -> Path:
    """Whoever may write here could take the key, the database and everybody's sessions away. We have to, and say so if we may not."""
    nearest = next(place for place in (path, *path.parents) if os.path.lexists(place))
    if not nearest.is_dir():
        raise ImproperlyConfigured(f"{name} is a folder, and {nearest} is none.")
    if not os.access(nearest, os.W_OK | os.X_OK):
        raise ImproperlyConfigured(
            f"{name} is {path}, and we may not write in {nearest}. Name another folder, or open this one to us."
        )
    if path.is_dir() and path.stat().st_mode & stat.S_IWOTH:
        raise ImproperlyConfigured(f"Everybody on this machine may write in {path}. Close it first: chmod o-w {path}")
    return path


def by_address(name: str, read: Callable[[str], dict[str, Any]], text: str) -> dict[str, Any]:
    """A database, a cache or a mail server, as an address tells it."""
    try:
        values = read(text)
    except Exception as trouble:  # Whatever the library trips over: it is what was given.
        raise ImproperlyConfigured(f"{name} cannot be read as an address; docs/running.md shows one.") from trouble
    if not (values.get("ENGINE") or values.get("BACKEND") or values.get("EMAIL_BACKEND")):
        raise ImproperlyConfigured(f"{name} cannot be read as an address; docs/running.md shows one.")
    return values


def mail_server(name: str, read: Callable[[str], dict[str, Any]], text: str) -> dict[str, Any]:
    """Without a host, e-mails would go to this machine, and nobody would know. The text holds a password, so none of it is shown."""
    try:
        parts = urlsplit(text)
        is_one = (
            parts.scheme in MAIL_SCHEMES and (bool(parts.hostname) or "smtp" not in parts.scheme) and parts.port != 0
        )
    except ValueError:
        is_one = False
    if text and not is_one:
        raise ImproperlyConfigured(
            f"{name} begins with smtp+tls://, smtp+ssl:// or smtp:// and names a server and its port, such as {A_MAIL_SERVER}"
        )
    return by_address(name, read, text or "dummymail://")


def database(name: str, values: dict[str, Any]) -> dict[str, Any]:
    """Every kind keeps its promises by options of ours: none that undo them."""
    kind, options = values["ENGINE"].rpartition(".")[2], values.get("OPTIONS", {})
    if kind not in {"sqlite3", "postgresql"}:
        raise ImproperlyConfigured(
            f"{name} is for PostgreSQL (postgres://) or SQLite (sqlite:///), and not for {kind}."
        )
    undone = set(options) - SQLITE_MAY_BE_TOLD if kind == "sqlite3" else {"synchronous_commit"} & _words(options)
    if undone:
        raise ImproperlyConfigured(
            f"{name} sets {', '.join(sorted(undone))}, and what was answered might not survive a power cut: leave that out."
        )
    return values


def _words(options: dict[str, Any]) -> set[str]:
    """What PostgreSQL is told with `-c`."""
    return set(re.findall(r"\w+", str(options.get("options", ""))))
