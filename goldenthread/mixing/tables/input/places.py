"""Where something stands in a JSON file, so that whoever wrote it can be told the line and the field."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any, NoReturn

from goldenthread.kit.cells import Unreadable

Step = str | int
# JSON can spell what UTF-8 cannot hold.
_HALF = re.compile("[\ud800-\udfff]")
_SPACE = re.compile(r"[ \t\r\n]*")


class Misplaced(Exception):
    """What is wrong with one field."""

    def __init__(self, path: tuple[Step, ...], sentence: str) -> None:
        super().__init__(sentence)
        self.path, self.sentence = path, sentence


@dataclass(frozen=True, slots=True)
class Place:
    """One value in a file, with the way to it."""

    value: Any
    path: tuple[Step, ...] = ()

    def refuse(self, sentence: str) -> NoReturn:
        raise Misplaced(self.path, sentence)

    def fields(self) -> Place:
        if not isinstance(self.value, dict):
            self.refuse("this should be an object in {braces}")
        return self

    def get(self, field: str) -> Place | None:
        """The field, unless it is left out or null."""
        value = self.value.get(field)
        return None if value is None else Place(value, (*self.path, field))

    def need(self, field: str) -> Place:
        return self.get(field) or self.refuse(f"the field “{field}” is missing")

    def each(self) -> Iterator[Place]:
        if not isinstance(self.value, list):
            self.refuse("this should be a list in [brackets]")
        return (Place(value, (*self.path, at)) for at, value in enumerate(self.value))

    def every(self, field: str) -> Iterator[Place]:
        """The members of a list that may be left out."""
        found = self.get(field)
        return found.each() if found else iter(())

    def text(self) -> str:
        if not isinstance(self.value, str) or not self.value.strip():
            self.refuse('this should be text in "quotation marks"')
        if not self.value.isascii() and _HALF.search(self.value):
            self.refuse("this holds half of a character, which no file can hold")
        return str(self.value)

    def tick(self) -> bool:
        if not isinstance(self.value, bool):
            self.refuse("this should be true or false")
        return self.value

    def whole(self, least: int, most: int = 10**9) -> int:
        if not isinstance(self.value, int) or isinstance(self.value, bool) or not least <= self.value <= most:
            self.refuse(f"this should be a whole number from {least} to {most}")
        return self.value

    def number(self) -> float:
        if not isinstance(self.value, int | float) or isinstance(self.value, bool) or self.value < 0:
            self.refuse("this should be a number, 0 or more")
        return float(self.value)

    def one_of(self, known: Collection[str], what: str) -> str:
        text = self.text()
        if text not in known:
            self.refuse(f"there is no {what} “{text}”")
        return text


def parsed(name: str, text: str) -> Place:
    """The whole file."""
    try:
        return Place(json.loads(text, parse_constant=_no_constant))
    except json.JSONDecodeError as trouble:
        raise Unreadable(f"{name}, line {trouble.lineno}: this is not JSON ({trouble.msg}).") from None
    except RecursionError:
        raise Unreadable(f"{name}: lists are nested too deeply.") from None
    except ValueError as trouble:
        raise Unreadable(f"{name}: {trouble}.") from None


def told(name: str, text: str, misplaced: Misplaced) -> Unreadable:
    """The same refusal with line and field."""
    field = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in misplaced.path).lstrip(".")
    where = f", field {field}" if field else ""
    return Unreadable(f"{name}, line {line(text, misplaced.path)}{where}: {misplaced.sentence}.")


def line(text: str, path: tuple[Step, ...]) -> int:
    """The line on which the value at `path` begins. Only asked when something is wrong, so it may take its time."""
    at = _after_space(text, 0)
    for step in path:
        at = next(start for found, start in _members(text, at) if found == step)
    return text.count("\n", 0, at) + 1


def _members(text: str, at: int) -> Iterator[tuple[Step, int]]:
    """The members of the list or object that begins at `at`, the last first: of two equal keys JSON takes the last."""
    found: list[tuple[Step, int]] = []
    is_object = text[at] == "{"
    at = _after_space(text, at + 1)
    while text[at] not in "]}":
        step: Step = len(found)
        if is_object:
            step, at = json.JSONDecoder().raw_decode(text, at)
            at = _after_space(text, _after_space(text, at) + 1)
        found.append((step, at))
        _, at = json.JSONDecoder().raw_decode(text, at)
        at = _after_space(text, at)
        at = _after_space(text, at + 1) if text[at] == "," else at
    return reversed(found)


def _after_space(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


def _no_constant(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is not a number that can be counted with")
