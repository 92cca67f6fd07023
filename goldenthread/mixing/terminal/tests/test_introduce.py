import json
import subprocess
import sys

import pytest

from goldenthread.kit.spreadsheets import read
from goldenthread.mixing.terminal.introduce import run

HEAD = "name;sector;interests;offers;needs;known;never;limit;pauses\n"
TWO = "Ada;health;Housing, youth;mentoring;law;;;;\nBen;justice;housing;law;Mentoring;;;2;\n"


@pytest.fixture
def sheet(tmp_path):
    def write(text):
        (tmp_path / "people.csv").write_text(HEAD + text, encoding="utf-8-sig")
        return str(tmp_path / "people.csv")

    return write


def test_introductions_come_as_json(sheet, capsys):
    code = run([sheet(TWO)])

    met = [(one["one"], one["other"], one["score"]) for one in json.loads(capsys.readouterr().out)["introductions"]]
    assert (code, met) == (0, [("Ada", "Ben", 5)])


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_introductions_come_as_a_sheet(sheet, tmp_path, ending):
    file = tmp_path / f"out.{ending}"

    code = run([sheet(TWO), "-o", str(file)])

    rows = read(file.name, file.read_bytes()).rows
    assert (code, [(row.cells["one"], row.cells["other"]) for row in rows]) == (0, [("Ada", "Ben")])


def test_it_says_when_nobody_can_be_introduced(sheet, capsys):
    code = run([sheet(TWO.replace("youth;mentoring;law;;;;", "youth;mentoring;law;;Ben;;")), "--explain"])

    told = capsys.readouterr()
    assert (code, json.loads(told.out)["introductions"], told.err.splitlines()[0]) == (
        1,
        [],
        "Nobody can be introduced.",
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (";health;;;;;;;\n", "Line 2, column name: somebody has neither a name nor an id.\n"),
        ("Ada;;;;;;;two;\n", "Line 2, column limit: 'two' is not a whole number.\n"),
        ("Ada;;;;;;;;maybe\n", "Line 2, column pauses: 'maybe' is neither yes nor no.\n"),
        ("Ada;;;;;;Eve;;\n", "Line 2, column never: there is nobody else called 'eve'.\n"),
        (TWO + "Ada;;;;;;;;\n", "Line 4, column name: 'Ada' is in line 2 too. A column id tells them apart.\n"),
    ],
)
def test_what_cannot_be_read_is_said_with_its_place(sheet, capsys, text, said):
    code = run([sheet(text)])

    assert (code, capsys.readouterr().err) == (2, said)


def test_an_ending_that_we_cannot_write_is_said(sheet, capsys):
    code = run([sheet(TWO), "-o", "out.doc"])

    assert (code, capsys.readouterr().err) == (2, "out.doc: the name should end in .json, .csv, .xlsx.\n")


def test_scipy_is_not_loaded_for_introductions():
    names = "terminal.introduce", "terminal.timetable"
    lines = [f"import goldenthread.mixing.{name}" for name in names]

    code = "; ".join(["import sys", *lines, "sys.exit('scipy' in sys.modules or 'django' in sys.modules)"])

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
