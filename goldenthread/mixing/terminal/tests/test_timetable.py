import json

import pytest

from goldenthread.kit.spreadsheets import read
from goldenthread.mixing.terminal.timetable import run

ASKED = {
    "slots": [{"id": "ten", "day": "Mon"}, {"id": "eleven", "day": "Mon"}],
    "rooms": [{"id": "hall", "capacity": 20}],
    "sessions": [{"id": "s1", "title": "Listening", "speakers": ["Ada"]}, {"id": "s2", "after": "s1"}],
}


@pytest.fixture
def file(tmp_path):
    def write(asked):
        (tmp_path / "asked.json").write_text(asked if isinstance(asked, str) else json.dumps(asked))
        return str(tmp_path / "asked.json")

    return write


def test_a_timetable_comes_as_json(file, capsys):
    code = run([file(ASKED), "--iterations", "5"])

    placed = json.loads(capsys.readouterr().out)["placed"]
    assert (code, [(one["session"], one["slot"]) for one in placed]) == (0, [("s1", "ten"), ("s2", "eleven")])


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_a_timetable_comes_as_a_sheet(file, tmp_path, ending):
    out = tmp_path / f"out.{ending}"

    code = run([file(ASKED), "--iterations", "5", "-o", str(out)])

    rows = read(out.name, out.read_bytes()).rows
    assert (code, [(row.cells["slot"], row.cells["title"]) for row in rows]) == (
        0,
        [("ten", "Listening"), ("eleven", "")],
    )


def test_a_session_of_two_slots_stands_once_with_its_length(file, tmp_path):
    out = tmp_path / "out.csv"
    asked = {**ASKED, "sessions": [{"id": "s1", "length": 2}, {"id": "s2", "length": 2}]}

    code = run([file(asked), "--iterations", "5", "-o", str(out)])

    rows = read(out.name, out.read_bytes()).rows
    assert (code, [(row.cells["slot"], row.cells["length"]) for row in rows]) == (1, [("ten", "2"), ("", "2")])


def test_a_session_without_a_place_is_named(file, capsys):
    code = run([file({**ASKED, "sessions": [{"id": "s1", "needs": ["loop"]}]}), "--iterations", "5"])

    assert (code, capsys.readouterr().err) == (1, "s1 has no place: no room has loop.\n")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ('{"slots": [\n}', "asked.json, line 2, column 1: Expecting value.\n"),
        ([], "asked.json, line 1: a programme is an object with slots, rooms and sessions.\n"),
        ({"slots": []}, "The field rooms is missing.\n"),
        ({**ASKED, "sessions": [{"id": 3}]}, "The field sessions[0].id is not a text.\n"),
        ({**ASKED, "sessions": [3]}, "The field sessions[0] is not an object.\n"),
        (
            {**ASKED, "sessions": [{"id": "s", "demand": "many"}]},
            "The field sessions[0].demand is not a whole number from 0 to 10000000.\n",
        ),
        (
            {**ASKED, "sessions": [{"id": "s", "length": 0}]},
            "The field sessions[0].length is not a whole number from 1 to 96.\n",
        ),
        ({**ASKED, "rooms": [{"id": "r", "features": "stage"}]}, "The field rooms[0].features is not a list.\n"),
        ({**ASKED, "interest": [["s1"]]}, "The field interest[0] is not [session, session, people].\n"),
        ({**ASKED, "away": []}, "The field away is not an object.\n"),
    ],
)
def test_what_cannot_be_read_is_said_with_its_place(file, capsys, asked, said):
    code = run([file(asked)])

    assert (code, capsys.readouterr().err) == (2, said)
