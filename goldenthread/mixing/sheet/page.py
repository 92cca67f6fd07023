"""The lists as one HTML page that needs nothing else: fonts and style are inside, and it prints on any printer."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from html import escape
from pathlib import Path

from goldenthread.mixing.sheet.lists import Lists

HERE = Path(__file__).resolve().parent
FONTS = HERE.parent.parent / "static" / "fonts"
FACES = {
    "Fraunces": "fraunces-latin-wght-normal.woff2",
    "Atkinson Hyperlegible Next": "atkinson-hyperlegible-next-latin-wght-normal.woff2",
}


def page(plan: Lists) -> str:
    """A list per table, a slip per person, a wall list; each begins on paper of its own."""
    return "\n".join(["<!doctype html>", '<html lang="en-GB">', *_head(plan.title), *_body(plan), "</html>", ""])


def _head(title: str) -> Iterator[str]:
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width">'
    yield f"<title>{escape(title)}</title>"
    yield f"<style>{''.join(_faces())}{(HERE / 'css' / 'tables.css').read_text(encoding='utf-8')}</style>"
    yield "</head>"


def _faces() -> Iterator[str]:
    """Without the fonts the page is whole too."""
    for family, file in FACES.items():
        if (FONTS / file).exists():
            font = base64.b64encode((FONTS / file).read_bytes()).decode()
            source = f'url("data:font/woff2;base64,{font}") format("woff2")'
            yield f'@font-face{{font-family:"{family}";src:{source};font-weight:200 800}}\n'


def _body(plan: Lists) -> Iterator[str]:
    yield "<body>"
    yield f"<header><h1>{escape(plan.title)}</h1></header>"
    yield "<main>"
    yield from _wall(plan)
    yield from _tables(plan)
    yield from _slips(plan)
    yield "</main>"
    yield "</body>"


def _wall(plan: Lists) -> Iterator[str]:
    yield '<section class="wall" aria-labelledby="wall"><h2 id="wall">Where you sit</h2>'
    yield "<table><thead><tr><th scope=col>Name</th>"
    yield "".join(f"<th scope=col>Round {number}</th>" for number in range(1, plan.rounds + 1))
    yield "</tr></thead><tbody>"
    for person, where in plan.people:
        cells = "".join(f"<td>{escape(bare_number(table)) or '–'}</td>" for table in where)
        yield f"<tr><th scope=row>{escape(person)}</th>{cells}</tr>"
    yield "</tbody></table></section>"


def _tables(plan: Lists) -> Iterator[str]:
    for number, (table, rounds) in enumerate(plan.tables, start=1):
        yield f'<section class="table" aria-labelledby="table-{number}"><h2 id="table-{number}">{escape(table)}</h2>'
        yield '<div class="rounds">'
        for round_, people in enumerate(rounds, start=1):
            names = "".join(f"<li>{escape(person)}</li>" for person in people) or "<li>–</li>"
            yield f"<article><h3>Round {round_}</h3><ul>{names}</ul></article>"
        yield "</div></section>"


def _slips(plan: Lists) -> Iterator[str]:
    yield '<section class="slips" aria-labelledby="slips"><h2 id="slips">Slips</h2><div class="cut">'
    for person, where in plan.slips:
        lines = "".join(
            f"<div><dt>Round {n}</dt><dd>{escape(table) or '–'}</dd></div>" for n, table in enumerate(where, 1)
        )
        yield f"<article><h3>{escape(person)}</h3><dl>{lines}</dl></article>"
    yield "</div></section>"


def bare_number(table: str) -> str:
    """On the wall a column of numbers is quicker to read than a column of `Table`s."""
    return table.removeprefix("Table ")
