"""What the mixer does at a terminal. None of it needs the house, so none of it waits for Django."""

from __future__ import annotations

WHAT = {
    "mix FILE": "work out who sits together, from a list of people or an instance",
    "introduce FILE": "suggest who to introduce to each other, and why",
    "timetable FILE": "put sessions into rooms and slots",
}


def run(name: str, arguments: list[str]) -> int:
    """One of COMMANDS; it answers with its exit status."""
    return COMMANDS[name](arguments)


def _mix(arguments: list[str]) -> int:
    from goldenthread.mixing.terminal.mix import run

    return run(arguments)


def _introduce(arguments: list[str]) -> int:
    from goldenthread.mixing.terminal.introduce import run

    return run(arguments)


def _timetable(arguments: list[str]) -> int:
    from goldenthread.mixing.terminal.timetable import run

    return run(arguments)


COMMANDS = {"mix": _mix, "introduce": _introduce, "timetable": _timetable}
