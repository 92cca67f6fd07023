"""What somebody asked of `goldenthread mix`, read from the command line and from their files."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from goldenthread.kit.cells import Unreadable
from goldenthread.kit.spreadsheets import Spreadsheet, read
from goldenthread.mixing.sheet.answers import Flags, UnclearColumns, answers
from goldenthread.mixing.sheet.columns import is_heading
from goldenthread.mixing.sheet.people import gathered
from goldenthread.mixing.sheet.printing import PAPERS
from goldenthread.mixing.sheet.room import Room, features
from goldenthread.mixing.tables.input import reading
from goldenthread.mixing.tables.instance.emphases import EMPHASES
from goldenthread.mixing.tables.instance.values import Instance
from goldenthread.mixing.terminal.company import chosen_by_flags
from goldenthread.mixing.terminal.questions import at_the_terminal


@dataclass(frozen=True)
class Request:
    """Everything that is needed to mix."""

    instance: Instance
    title: str
    kept: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


def request_of(options: argparse.Namespace) -> Request:
    """Raises Unreadable with file, line and field."""
    file: Path = options.file
    request = _instance(file, options) if file.suffix.casefold() == ".json" else _sheet(file, options)
    instance = request.instance
    if options.past is not None:
        instance = reading.past(options.past.name, _text(options.past), instance)
    if options.matters:
        instance = replace(instance, weights=EMPHASES[options.matters])
    return replace(request, instance=chosen_by_flags(instance, options.alone))


def parser() -> argparse.ArgumentParser:
    """The formats are in docs/mixing.md."""
    what = "Work out who sits together: from a list of people (CSV or XLSX) or from an instance (JSON)."
    parser = argparse.ArgumentParser("goldenthread mix", description=what)
    parser.add_argument("file", type=Path, help="people.csv, people.xlsx or instance.json")
    parser.add_argument("-o", "--out", type=Path, help="the file to write: .xlsx, .csv, .html, .pdf or .json")
    parser.add_argument("--paper", choices=list(PAPERS), default="a4", help="what a .pdf is printed on")
    parser.add_argument("--size", type=_many, help="people at a table")
    parser.add_argument("--rounds", type=_many, help="how many rounds")
    parser.add_argument("--tables", type=_many, help="how many tables there are")
    parser.add_argument("--features", default="", help="what tables offer, such as “step-free: 1, 2; hearing loop: 3”")
    parser.add_argument("--column", action="append", default=[], help="what a column says, such as “Dislikes=apart”")
    parser.add_argument("--ignore", action="append", default=[], help="a column to leave out")
    parser.add_argument("--print", action="append", default=[], help="a column to copy to the lists as it is")
    alone = "somebody who’d be the only one with lived experience at a table, and what you chose: “Ann=told”, or “Ann=WHO SITS WITH THEM”"
    parser.add_argument("--alone", action="append", default=[], help=alone)
    parser.add_argument("--title", help="the title on the lists; otherwise the file’s name")
    _add_how_to_look(parser)
    parser.add_argument("--explain", action="store_true", help="say why, as JSON on standard output")
    return parser


def _add_how_to_look(parser: argparse.ArgumentParser) -> None:
    matters = "what matters most: meet as many people as possible, sit with different kinds of people (sector, role, region), or some of both"
    parser.add_argument("--matters", choices=list(EMPHASES), help=matters)
    parser.add_argument("--past", type=Path, help="rounds that were already held (JSON)")
    parser.add_argument("--seconds", type=float, help="how many seconds to look (5, unless --iterations is given)")
    parser.add_argument(
        "--iterations", type=_many, help="how many tries; with --seed, the same answer on every machine"
    )
    parser.add_argument("--seed", type=int, default=0)


def _many(text: str) -> int:
    number = int(text)
    if not 1 <= number <= 10**9:
        raise argparse.ArgumentTypeError("should be 1 or more")
    return number


def _instance(file: Path, options: argparse.Namespace) -> Request:
    instance = reading.instance(file.name, _text(file))
    return Request(instance, options.title or instance.name or file.stem)


def _sheet(file: Path, options: argparse.Namespace) -> Request:
    if options.size is None or options.rounds is None:
        raise Unreadable("A list of people also needs --size (people at a table) and --rounds.")
    if options.size < 2 or options.rounds > 1000:
        raise Unreadable("A table seats two people or more, and 1000 rounds are enough.")
    room = Room(options.rounds, options.size, options.tables, features(options.features))
    sheet = read(file.name, file.read_bytes(), is_heading)
    flags = Flags(options.column, options.ignore, options.print)
    try:
        people = gathered(file.name, sheet, room, answers(file.name, sheet, flags, at_the_terminal()))
    except UnclearColumns as columns:
        raise _with_unclear_cells(file, sheet, room, columns) from None
    return Request(people.instance, options.title or _title(file), people.kept, people.notes)


def _with_unclear_cells(file: Path, sheet: Spreadsheet, room: Room, columns: UnclearColumns) -> Unreadable:
    """All that has to be mended in one list, so that nobody is sent back twice."""
    try:
        gathered(file.name, sheet, room, columns.others)
    except Unreadable as cells:
        return Unreadable(f"{columns}\n{cells}")
    return columns


def _title(file: Path) -> str:
    # A PDF must have a title.
    return file.stem.replace("_", " ").replace("-", " ").strip().capitalize() or "Tables"


def _text(file: Path) -> str:
    try:
        return file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as trouble:
        line = trouble.object.count(b"\n", 0, trouble.start) + 1
        raise Unreadable(f"{file.name}, line {line}: this is not UTF-8, as JSON should be.") from None
