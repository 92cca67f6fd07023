"""From a sheet of people to an instance for the mixer. Whatever is unclear is refused with its line and column."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from goldenthread.kit.cells import Unreadable
from goldenthread.kit.spreadsheets import Spreadsheet, SpreadsheetRow
from goldenthread.mixing.sheet import cell_values
from goldenthread.mixing.sheet.answers import Answers
from goldenthread.mixing.sheet.cell_values import Unclear, several
from goldenthread.mixing.sheet.columns import bare, columns
from goldenthread.mixing.sheet.names import Directory, told_apart
from goldenthread.mixing.sheet.room import Room, tables
from goldenthread.mixing.tables.instance.values import Guest, Host, Instance, Table

Said = TypeVar("Said")
NO_ANSWERS = Answers()


@dataclass(frozen=True)
class Gathered:
    """Whom a sheet names, ready to be mixed. `kept` holds the columns that are to be printed as they are, by person."""

    instance: Instance
    kept: Mapping[str, Mapping[str, str]]
    notes: tuple[str, ...] = ()


def gathered(name: str, sheet: Spreadsheet, room: Room, answers: Answers = NO_ANSWERS) -> Gathered:
    """The people of a sheet in such a room. What its columns are must have been answered before."""
    reader = _Reader(name, columns(name, sheet.headings, answers.meanings), room)
    rows = [row for row in sheet.rows if reader.name(row)]
    if len(rows) < 2:
        raise Unreadable(f"{name} names fewer than two people.")
    names = [reader.name(row) for row in rows]
    shown = told_apart(names, [reader.text(row, "sector") for row in rows])
    directory = Directory(shown, names)
    guests = tuple(reader.guest(row, one) for row, one in zip(rows, shown, strict=True))
    places = tables(room, guests)
    apart, together = (reader.sets(rows, shown, column, directory) for column in ("apart", "together"))
    numbers = reader.host_tables(rows, of=len(places))
    reader.refuse_what_was_unclear()
    hosts = tuple(reader.hosts(rows, guests, places, numbers))
    instance = Instance(room.rounds, guests, places, hosts, apart=apart, together=together)
    printed = answers.printed
    kept = {one: {heading: row.cells[heading] for heading in printed} for row, one in zip(rows, shown, strict=True)}
    return Gathered(instance, kept, (*_notes(names, shown, instance, room), *reader.notes(sheet.headings, printed)))


def _notes(names: Sequence[str], shown: Sequence[str], instance: Instance, room: Room) -> Iterator[str]:
    """For the facilitator's own eyes, on the terminal."""
    alike = [one for one, name in zip(shown, names, strict=True) if one != name]
    if alike:
        yield f"Several people share a name. We tell them apart as {', '.join(alike)}."
    if not room.features and any(guest.needs for guest in instance.people):
        yield "Every table is taken to suit every need. If only some do, say so: --features “step-free: 1, 2”."


class _Reader:
    def __init__(self, name: str, found: Mapping[str, list[str]], room: Room) -> None:
        self.file, self.columns, self.room = name, found, room
        self.unclear: list[tuple[int, str]] = []

    def text(self, row: SpreadsheetRow, column: str) -> str:
        """What the sheet says there; several columns of one meaning are read as one list."""
        return "\n".join(filter(None, (row.cells[heading] for heading in self.columns.get(column, ()))))

    def name(self, row: SpreadsheetRow) -> str:
        return " ".join(self.text(row, "name").split())

    def guest(self, row: SpreadsheetRow, shown: str) -> Guest:
        return Guest(
            shown,
            sector=self._kind(row, "sector"),
            familiar=self.ask(row, "familiar", self._familiar),
            lived=bool(self.ask(row, "lived", cell_values.tick)),
            needs=self.ask(row, "needs", self._needs(row)),
            present=self._present(row),
            role=self._kind(row, "role"),
            region=self._kind(row, "region"),
        )

    def _kind(self, row: SpreadsheetRow, column: str) -> str | None:
        """However it is spelled, it is the same. An empty cell is not known."""
        return bare(self.text(row, column)) or None

    def _present(self, row: SpreadsheetRow) -> frozenset[int] | None:
        """The rounds of Present without those of Sits out."""
        rounds = partial(cell_values.rounds, of=self.room.rounds)
        present = self.ask(row, "present", rounds)
        every = frozenset(range(self.room.rounds))
        absent = self.ask(row, "absent", rounds) if self.text(row, "absent") else frozenset()
        without = (every if present is None else present) - (every if absent is None else absent)
        return None if without == every else without

    def ask(self, row: SpreadsheetRow, column: str, understand: Callable[[str], Said]) -> Said:
        """What is unclear is kept for one refusal of it all, and read meanwhile as if nothing stood there."""
        try:
            return understand(self.text(row, column))
        except Unclear as unclear:
            self.unclear.append((row.line, f"{self._where(row, column)}: {unclear}."))
            return understand("")

    def sets(
        self, rows: Sequence[SpreadsheetRow], shown: Sequence[str], column: str, names: Directory
    ) -> tuple[frozenset[str], ...]:
        """Each wish once, whoever wrote it down. A name that fits nobody, or several, is kept for one refusal of them all."""
        found: dict[frozenset[str], None] = {}
        for row, one in zip(rows, shown, strict=True):
            for part in several(self.text(row, column)):
                try:
                    found[frozenset((one, names.other(part, than=one)))] = None
                except Unclear as unclear:
                    self.unclear.append((row.line, f"{self._where(row, column)}: {unclear}."))
        return tuple(found)

    def refuse_what_was_unclear(self) -> None:
        if self.unclear:
            by_line = sorted(self.unclear, key=lambda unclear: unclear[0])
            raise Unreadable("\n".join(dict.fromkeys(sentence for _, sentence in by_line)))

    def notes(self, headings: Sequence[str], printed: Sequence[str]) -> Iterator[str]:
        """How the columns were read, so that whoever wrote them sees what we took amiss."""
        read = [
            f"“{heading}” as {known}"
            for known, mine in self.columns.items()
            for heading in mine
            if bare(heading) != known
        ]
        used = {heading for mine in self.columns.values() for heading in mine} | set(printed)
        left = [f"“{heading}”" for heading in headings if heading not in used]
        if read:
            yield f"We read {', '.join(read)}."
        if left:
            yield f"Neither used nor printed: {', '.join(left)}. To print a column as it is: --print {left[0]}."

    def _where(self, row: SpreadsheetRow, column: str) -> str:
        return f"{self.file}, line {row.line}, {' / '.join(self.columns[column])}"

    def host_tables(self, rows: Sequence[SpreadsheetRow], of: int) -> list[int | None]:
        """Of each the table that they host: its number, 0 for whichever, None for nobody's host."""
        # A lone 1 is a tick, unless others name tables.
        numbered = any(cell_values.table_number(self.text(row, "host")) > 1 for row in rows)
        return [self.ask(row, "host", partial(cell_values.host_table, numbered=numbered, of=of)) for row in rows]

    def hosts(
        self,
        rows: Sequence[SpreadsheetRow],
        guests: Sequence[Guest],
        tables: Sequence[Table],
        asked: Sequence[int | None],
    ) -> Iterator[Host]:
        """A number names a table. Whoever is only ticked gets one that nobody hosts and that has what they need."""
        taken = set(asked)
        free = {table.id: table for number, table in enumerate(tables, start=1) if number not in taken}
        hosts = [(row, one, number) for row, one, number in zip(rows, guests, asked, strict=True) if number is not None]
        # Those who need something choose first.
        for row, guest, number in sorted(hosts, key=lambda host: not host[1].needs):
            suits = (table for table in free.values() if table.features >= guest.needs)
            table = tables[number - 1] if number else next(suits, next(iter(free.values()), None))
            if table is None:
                why = (
                    f"there {'is 1 table' if len(tables) == 1 else f'are {len(tables)} tables'}, and each has its host"
                )
                raise Unreadable(f"{self.file}, line {row.line}, {self.columns['host'][0]}: {why}.")
            free.pop(table.id, None)
            yield Host(guest.id, table.id)

    def _familiar(self, text: str) -> bool | None:
        """A column called Newcomer, or First time, asks the other way round."""
        said = cell_values.familiar(text)
        asks_new = any(
            "new" in bare(heading) or "first" in bare(heading) for heading in self.columns.get("familiar", ())
        )
        in_words = bare(text) in cell_values.NEW | cell_values.KNOWS
        return not said if said is not None and asks_new and not in_words else said

    def _needs(self, row: SpreadsheetRow) -> Callable[[str], frozenset[str]]:
        """A column that is itself the need (Step-free: x) counts by its heading; in a general one a tick says too little."""
        headings = [heading for heading in self.columns.get("needs", ()) if _is_ticked(row.cells[heading])]
        return lambda text: cell_values.needs(text) | {bare(heading) for heading in headings}


def _is_ticked(text: str) -> bool:
    try:
        return cell_values.tick(text) is True
    except Unclear:
        return False
