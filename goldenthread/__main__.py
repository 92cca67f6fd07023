"""The `goldenthread` command: everything a keeper of a house does at a terminal."""

import os
import sys

from goldenthread.mixing import commands as mixing

OURS = {
    "setup": "three questions (address, e-mail, keeper), tried out and written down; can be run again",
    "serve": "open the site: its pages and its worker",
    "work": "the worker alone, for a second machine; with --once, from cron",
    "sample": "fill an empty site with the sample: the launch of the Relational Practice Movement",
    "keeper EMAIL": "make this person a keeper (who runs the site), and print an address to sign in with, once",
    "email ADDRESS": "send a test e-mail, and say what the mail server answered",
    "backup FILE": "put the whole site into one file",
    "restore FILE": "bring a site back from such a file",
    "archive SLUG FOLDER": "a gathering as a folder of plain pages that need no server",
    "check": "look whether everything is in order",
    "migrate": "bring the database up to date, before several machines serve one site (serve does it by itself)",
    "keeping": "print what is kept about people, what for and until when",
} | mixing.WHAT


def main() -> None:
    # What a house writes down is for its owner: nobody else on this machine reads it.
    os.umask(0o077)
    arguments = sys.argv[1:]
    if not arguments or (arguments[0] in {"help", "--help", "-h"} and len(arguments) == 1):
        print(_welcome())  # noqa: T201 - this is what people see at the terminal
    elif arguments[0] in mixing.COMMANDS:
        sys.exit(mixing.run(arguments[0], arguments[1:]))
    else:
        from goldenthread.desk import commanding  # noqa: PLC0415 - tests/house/test_imports.py

        commanding.run(arguments)


def _welcome() -> str:
    width = max(map(len, OURS))
    lines = [f"  goldenthread {name:<{width}}  {what}" for name, what in OURS.items()]
    return "\n".join(
        ["Golden Thread keeps a home for a movement of people.", "", *lines, "", "Add --help to any of them for more."]
    )


if __name__ == "__main__":
    main()
