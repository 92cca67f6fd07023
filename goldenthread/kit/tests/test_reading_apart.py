"""A file that means harm is read in a process of its own, which ends early; whoever sent it is told in a sentence."""

import resource
import subprocess
import sys
import time

import pytest

from goldenthread.kit.cells import Unreadable
from goldenthread.kit.reading import apart, limits
from goldenthread.kit.reading.limits import COMMAND, PAGE, Limits
from goldenthread.kit.spreadsheets import read
from goldenthread.kit.tests.files.making import SHEET, STRINGS, cell, ods, row, sheet_with, small_book, with_parts

LONG = b"x" * 32_000
ENTITIES = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet>&b;</worksheet>'
LARGE, MANY, WIDE, MUCH = (
    "is too large to be read",
    "has more than 50000 lines",
    "has more than 200 columns",
    "holds more",
)


def strings_bomb():
    """One long string, named by each of forty thousand cells."""
    named = b"".join(b'<row r="%d"><c r="A%d" t="s"><v>0</v></c></row>' % (line, line) for line in range(2, 40_000))
    strings = b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>%s</t></si></sst>' % LONG
    return with_parts(sheet_with(named), {STRINGS: strings})


def far_cell():
    """Two cells, and between them every other cell that a sheet can have."""
    return sheet_with(b'<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>far</t></is></c></row>')


BOMBS = {
    "repeated headings": (lambda: b",".join([b"Needs"] * 2_400), WIDE),
    "every column": (lambda: ods(row(cell("Name", 16_384))), WIDE),
    "every row": (lambda: ods(row(cell("Name"), 1_048_576)), MANY),
    "every cell": (lambda: ods(row(cell("Name", 16_384), 1_048_576)), "is damaged"),
    "a far cell": (far_cell, LARGE),
    "strings": (strings_bomb, LARGE),
    "zip": (lambda: with_parts(small_book(), {SHEET: b" " * 250_000_000}), LARGE),
    "entities": (lambda: with_parts(small_book(), {SHEET: ENTITIES}), "is empty"),
    "long cells": (lambda: b"Name\n" + (LONG + b"\n") * 300, "holds more"),
}


@pytest.mark.parametrize(("make", "sentence"), BOMBS.values(), ids=BOMBS)
def test_a_bomb_is_refused_in_a_moment(make, sentence):
    bomb = make()
    began = time.monotonic()

    with pytest.raises(Unreadable, match=sentence):
        read("list", bomb, limits=PAGE if sentence == MUCH else COMMAND)

    assert time.monotonic() - began < limits.SECONDS


def test_a_page_takes_in_less_than_a_command():
    content = b"Name\n" + b"Bo\n" * PAGE.rows

    assert len(read("list.csv", content).rows) == PAGE.rows
    with pytest.raises(Unreadable, match="has more than 5000 lines"):
        read("list.csv", content, limits=PAGE)


@pytest.mark.parametrize(("bound", "sentence"), [("rows", "more than 1 lines"), ("cells", MUCH), ("characters", MUCH)])
def test_every_limit_holds(bound, sentence):
    few = Limits(50, 50, 50)._replace(**{bound: 1})

    with pytest.raises(Unreadable, match=sentence):
        read("list.csv", b"Name,Needs\nBo,tea\n", limits=few)


@pytest.mark.parametrize(
    ("does", "sentence"),
    [
        ("import time; time.sleep(60)", "takes too long"),
        ("import os; os.kill(os.getpid(), 24)", "takes too long"),
        ("import os; os.abort()", "is too large"),
        ("raise SystemExit(69)", "is too large"),
        ("raise RuntimeError", "is damaged"),
    ],
)
def test_whatever_becomes_of_the_process_is_told_in_a_sentence(monkeypatch, does, sentence):
    monkeypatch.setattr(apart, "PROCESS", [sys.executable, "-c", does])
    monkeypatch.setattr(apart, "SECONDS", 0.5)

    with pytest.raises(Unreadable, match=sentence):
        list(apart.rows("list.csv", b"Name\nBo\n", COMMAND))


def test_the_process_binds_itself():
    asks = (
        "from goldenthread.kit.reading import process; import resource; process.bind_itself();"
        "print([resource.getrlimit(one)[0] for one in (resource.RLIMIT_AS, resource.RLIMIT_CPU, resource.RLIMIT_FSIZE)])"
    )

    process = subprocess.run([sys.executable, "-c", asks], capture_output=True, text=True, check=True, cwd=apart.ROOT)

    assert process.stdout.strip() == str([limits.MEMORY, limits.CPU_SECONDS, 0])
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] == resource.RLIM_INFINITY


def test_the_process_is_told_no_secret(monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "the key of the house")
    monkeypatch.setattr(
        apart,
        "PROCESS",
        [sys.executable, "-c", "import os; print([1, *[name for name in os.environ if 'KEY' in name]])"],
    )

    assert list(apart.rows("list.csv", b"", COMMAND)) == [(1, [])]
