"""An e-mail's plain text as paragraphs, lists, codes and links, for showing it as HTML. Only links to this house become links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import SplitResult, urlsplit

from django.conf import settings

from goldenthread.kit.address import absolute, house_address

# No backslash: browsers read it as a slash, and /\elsewhere.example would lead elsewhere.
ADDRESS = re.compile(r"https?://[^\s<>\"\\]+[^\s<>\"\\.,;:!?)\]’”]")
CODE = re.compile(r"\d{3}[ \u00a0]?\d{3}")
POINT = re.compile(r"[-*•] +")
# What somebody else wrote, so that nobody takes it for our own words.
QUOTE = re.compile(r">( +|$)")
THIS_MACHINE = {"localhost", "127.0.0.1", "::1"}


@dataclass(frozen=True)
class TextPiece:
    """A few words, or the address of a page of this house."""

    words: str
    path: str = ""

    @property
    def address(self) -> str:
        return absolute(self.path)


@dataclass(frozen=True)
class TextBlock:
    """Lines that stand together, each in pieces."""

    lines: list[list[TextPiece]]
    is_list: bool = False
    is_quote: bool = False

    @property
    def code(self) -> str:
        """The code to type, if that is all there is. Nobody can quote one."""
        if self.is_quote:
            return ""
        words = "".join(piece.words for line in self.lines for piece in line)
        return words if CODE.fullmatch(words) else ""

    @property
    def is_way(self) -> bool:
        """That it is one link and nothing else."""
        pieces = [piece for line in self.lines for piece in line]
        return len(pieces) == 1 and bool(pieces[0].path)


def blocks(text: str) -> list[TextBlock]:
    """Empty lines part one block from the next, and so does the beginning or the end of a list or a quotation."""
    lines = [line.strip() for line in text.splitlines()]
    runs = groupby(lines, key=lambda line: (bool(line), bool(POINT.match(line)), bool(QUOTE.match(line))))
    return [
        TextBlock([list(_pieces(_bare(line))) for line in run], is_list, is_quote)
        for (is_there, is_list, is_quote), run in runs
        if is_there
    ]


def _bare(line: str) -> str:
    """Without the sign that says what it is a line of."""
    sign = POINT.match(line) or QUOTE.match(line)
    return line[sign.end() :] if sign else line


def _pieces(line: str) -> Iterator[TextPiece]:
    done = 0
    for match in ADDRESS.finditer(line):
        if path := path_here(match.group()):
            if before := line[done : match.start()]:
                yield TextPiece(before)
            yield TextPiece(match.group(), path)
            done = match.end()
    if rest := line[done:]:
        yield TextPiece(rest)


def path_here(address: str) -> str:
    """The part of an address that leads to a page of this house; nothing, if it leads elsewhere."""
    try:
        parts = urlsplit(address)
        is_here = f"{parts.scheme}://{parts.netloc}" == house_address() or _is_this_machine(parts)
    except ValueError:
        return ""
    # One slash in front: two would name another host.
    path = f"/{parts.path.lstrip('/')}"
    return parts._replace(scheme="", netloc="", path=path).geturl() if is_here else ""


def _is_this_machine(parts: SplitResult) -> bool:
    """While the house has no address of its own, it is found here, and the port may change between two starts."""
    return not settings.SITE_ADDRESS and parts.hostname in THIS_MACHINE and parts.port != 0
