"""`goldenthread timetable INSTANCE.json`: a timetable at a terminal, without the house."""

from __future__ import annotations

import argparse
import sys
from dataclasses import asdict
from pathlib import Path

from goldenthread.mixing.terminal.answer_files import ENDINGS, refuse, write_answer
from goldenthread.mixing.timetable.making import Limits, make
from goldenthread.mixing.timetable.reading import Mistaken, programme_from
from goldenthread.mixing.timetable.values import NotAProgramme, Programme, Session, Timetable

HEADINGS = ("slot", "room", "session", "title", "speakers", "length")


def run(arguments: list[str]) -> int:
    """0 if every session has a place, 1 if some cannot (named on standard error), 2 for what cannot be read."""
    options = _options(arguments)
    if options.output and options.output.suffix not in ENDINGS:
        return refuse(f"{options.output}: the name should end in {', '.join(ENDINGS)}.", 2)
    seconds = options.seconds if options.seconds is not None or options.iterations is not None else 5.0
    try:
        programme = programme_from(options.instance)
        timetable = make(
            programme, Limits(seconds, options.iterations, options.seed), _tell if options.progress else None
        )
    except (Mistaken, NotAProgramme, OSError) as trouble:
        return refuse(str(trouble), 2)
    # A timetable without some sessions is still the best that there is: it is written, and the exit code says the rest.
    if options.output or not timetable.without or options.explain:
        write_answer(options.output, asdict(timetable), _rows(programme, timetable), "Timetable")
    if not timetable.without:
        return 0
    return refuse("\n".join(f"{session} has no place: {why}." for session, why in timetable.without), 1)


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser("goldenthread timetable", description="Which session goes where, and when.")
    parser.add_argument("instance", type=Path, metavar="INSTANCE.json", help="docs/timetable.md tells its fields")
    parser.add_argument("-o", dest="output", type=Path, help="the answer: .json, .csv or .xlsx")
    parser.add_argument("--seconds", type=float, help="how long to search (5, or as --iterations takes)")
    parser.add_argument("--iterations", type=int, help="how many turns: with these the seed alone decides the answer")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--progress", action="store_true", help="tell each better timetable on standard error")
    parser.add_argument("--explain", action="store_true", help="JSON on standard output also if some have no place")
    return parser.parse_args(arguments)


def _tell(cost: float, turns: int) -> None:
    sys.stderr.write(f"after {turns} turns: {cost:.0f}\n")


def _rows(programme: Programme, timetable: Timetable) -> list[tuple[str, ...]]:
    about = {one.id: one for one in programme.sessions}
    order = {slot.id: at for at, slot in enumerate(programme.slots)}
    rooms = {room.id: at for at, room in enumerate(programme.rooms)}
    placed = sorted(timetable.placed, key=lambda one: (order[one.slot], rooms[one.room]))
    return [
        HEADINGS,
        *((one.slot, one.room, *_about(about[one.session])) for one in placed),
        *(
            ("", "", name, about[name].title, f"no place: {why}", str(about[name].length))
            for name, why in timetable.without
        ),
    ]


def _about(session: Session) -> tuple[str, ...]:
    return session.id, session.title, ", ".join(sorted(session.speakers)), str(session.length)
