"""What the mixer does at a terminal. None of it needs the house, so none of it waits for Django."""

import importlib

COMMANDS = {
    "mix": "goldenthread.mixing.tables.command",
    "introduce": "goldenthread.mixing.introductions.command",
    "timetable": "goldenthread.mixing.timetable.command",
}

WHAT = {
    "mix FILE": "say who sits with whom, from a list of people or an instance",
    "introduce FILE": "say who should be introduced to whom, and why",
    "timetable FILE": "put sessions into rooms and slots",
}


def run(name: str, arguments: list[str]) -> int:
    """One of COMMANDS; it answers with its exit status."""
    return int(importlib.import_module(COMMANDS[name]).run(arguments))
