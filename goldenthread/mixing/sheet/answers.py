"""What a facilitator says of the columns that we do not understand: by flags, or asked once at a terminal.

A wish that is dropped in silence may seat two people together who must not be, so nothing is mixed before all is clear.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from goldenthread.kit.cells import Unreadable
from goldenthread.kit.spreadsheets import Spreadsheet
from goldenthread.mixing.sheet.columns import BESIDE, COLUMNS, bare, columns, meaning

IGNORE, PRINT = "ignore", "print"
# Answers by heading: one of COLUMNS, or BESIDE.
Meanings = Mapping[str, str]
Ask = Callable[[str], str]


@dataclass(frozen=True)
class Answers:
    """What was said of headings, and which columns are copied to the lists as they are."""

    meanings: Meanings = field(default_factory=dict)
    printed: tuple[str, ...] = ()


class UnclearColumns(Unreadable):
    """Of some columns nobody knows what they should do. `others` are the answers without them, to see what else is unclear."""

    def __init__(self, sentence: str, others: Answers) -> None:
        super().__init__(sentence)
        self.others = others


@dataclass(frozen=True)
class Flags:
    """--column "Dislikes=apart", --ignore "Disability" and --print "Phone", each as often as there are columns."""

    column: Sequence[str] = ()
    ignore: Sequence[str] = ()
    print: Sequence[str] = ()


def answers(file: str, sheet: Spreadsheet, flags: Flags, ask: Ask | None) -> Answers:
    """All that must be known before a sheet is read. `ask` puts a question to whoever sits at the terminal."""
    given = _flagged(file, sheet.headings, flags)
    open_: Sequence[str] = _unclear(file, sheet, given)
    if open_ and ask is None:
        others = Answers({**given.meanings, **dict.fromkeys(open_, BESIDE)}, given.printed)
        raise UnclearColumns(_how_to_say_it(file, open_), others)
    while open_ and ask:
        given, open_ = _typed(ask(_question(file, open_)), open_, given)
    return _nothing_secret_is_printed(given)


def _flagged(file: str, headings: Sequence[str], flags: Flags) -> Answers:
    said = {_heading(file, headings, heading): BESIDE for heading in flags.ignore}
    for flag in flags.column:
        heading, _, word = flag.rpartition("=")
        if bare(word) not in COLUMNS:
            raise Unreadable(
                f"--column “{flag}” should say one of these: --column “{heading or flag}=apart” ({_choices()})."
            )
        said[_heading(file, headings, heading)] = bare(word)
    return Answers(said, tuple(_heading(file, headings, heading) for heading in flags.print))


def _heading(file: str, headings: Sequence[str], asked: str) -> str:
    """The heading as it stands in the file, however it was typed."""
    found = [heading for heading in headings if heading == asked] or [h for h in headings if bare(h) == bare(asked)]
    if len(found) != 1:
        raise Unreadable(f"{file} has no column “{asked.strip()}”. Its columns are: {', '.join(headings)}.")
    return found[0]


def _unclear(file: str, sheet: Spreadsheet, given: Answers) -> list[str]:
    """Columns in which something stands, and of which nobody knows what. A second column of names is one of them."""
    names = columns(file, sheet.headings, given.meanings)["name"]
    return [
        heading
        for heading in sheet.headings
        if heading not in given.meanings
        and heading not in given.printed
        and meaning(heading) in {None, "name"}
        and heading not in names
        and any(row.cells[heading] for row in sheet.rows)
    ]


def _question(file: str, unclear: Sequence[str]) -> str:
    return "\n".join(
        [
            f"We don’t know what {'this column' if len(unclear) == 1 else 'these columns'} of {file} should do:",
            *(f"  {number}  {heading}" for number, heading in enumerate(unclear, start=1)),
            f"For each, in this order, type what it says ({_choices()}),",
            f"or “{IGNORE}” to leave it out, or “{PRINT}” to copy it to the .xlsx and .csv as it is. Put commas between them.",
            "> ",
        ]
    )


def _typed(line: str, unclear: Sequence[str], given: Answers) -> tuple[Answers, Sequence[str]]:
    """The answers with those of this line, and what is still open: all of it, if the line does not answer it."""
    words = [bare(word) for word in line.split(",")]
    if len(words) != len(unclear) or not set(words) <= {*COLUMNS, IGNORE, PRINT}:
        return given, unclear
    said = dict(zip(unclear, words, strict=True))
    meanings = {heading: BESIDE if word in {IGNORE, PRINT} else word for heading, word in said.items()}
    printed = tuple(heading for heading, word in said.items() if word == PRINT)
    return Answers({**given.meanings, **meanings}, given.printed + printed), ()


def _how_to_say_it(file: str, unclear: Sequence[str]) -> str:
    return "\n".join(
        [
            f"{file}: we don’t know what {_listed(unclear)} should do, and nothing is mixed until that’s clear.",
            f"Please say for each: --column “{unclear[0]}=apart” (or {_choices(without='apart')}),",
            f"--ignore “{unclear[0]}” to leave it out, or --print “{unclear[0]}” to copy it to the .xlsx and .csv as it is.",
        ]
    )


def _nothing_secret_is_printed(given: Answers) -> Answers:
    """The lists say where people sit and never why, not even if somebody asks for it."""
    for heading in given.printed:
        if given.meanings.get(heading, meaning(heading)) not in {None, BESIDE, "name"}:
            raise Unreadable(f"“{heading}” says why people sit where they sit, so it is not printed.")
    return given


def _choices(without: str = "") -> str:
    return ", ".join(known for known in COLUMNS if known not in {without, "name"})


def _listed(headings: Iterable[str]) -> str:
    words = [f"“{heading}”" for heading in headings]
    return " and ".join(filter(None, [", ".join(words[:-1]), words[-1]]))
