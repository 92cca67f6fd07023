"""`goldenthread mix`: 0 with a plan, 1 when it cannot be done, 2 for what cannot be read."""

import json
import os
import pty
import signal
import subprocess
import sys
from dataclasses import replace

import pytest

from goldenthread.kit.spreadsheets import read
from goldenthread.mixing.tables.input import reading
from goldenthread.mixing.tables.input.writing import instance_as_json
from goldenthread.mixing.tables.instance.score import tally
from goldenthread.mixing.tables.instance.values import Guest, Instance, Table
from goldenthread.mixing.tables.search.mix import mix
from goldenthread.mixing.terminal.mix import run

TWELVE = Instance(
    rounds=3,
    people=tuple(Guest(f"p{n}", sector="arts" if n % 2 else "health") for n in range(12)),
    tables=tuple(Table(f"t{n}", 4, 4) for n in range(3)),
    apart=(frozenset({"p0", "p1"}),),
)
ALONE = Instance(1, (Guest("ann", lived=True), Guest("bo")), (Table("t0"),))
QUICK = ["--iterations", "300", "--seed", "1"]


@pytest.fixture
def file(tmp_path):
    def write(name: str, text: str) -> str:
        (tmp_path / name).write_text(text, encoding="utf-8")
        return str(tmp_path / name)

    return write


def test_a_plan_is_written_and_keeps_every_hard_wish(file, tmp_path, capsys):
    status = run([file("twelve.json", instance_as_json(TWELVE)), "-o", str(tmp_path / "out.json"), *QUICK])

    plan = reading.plan("out.json", (tmp_path / "out.json").read_text(), TWELVE)
    assert (status, tally(TWELVE, plan).hard, capsys.readouterr().out) == (0, 0, "")


def test_what_matters_most_is_said_in_a_word(file, capsys):
    people = tuple(Guest(f"p{n}", sector=f"s{n % 3}") for n in range(12))
    trio = replace(TWELVE, people=people, apart=(), rounds=5)
    at = file("trio.json", instance_as_json(trio))
    above = []
    for word in ("people", "kinds"):
        run([at, "--matters", word, *QUICK])
        above.append(tally(trio, reading.plan("out", capsys.readouterr().out, trio)).spread["sector"].above)

    assert above[0] > above[1] == 0


def test_without_a_file_the_plan_is_printed(file, capsys):
    status = run([file("twelve.json", instance_as_json(TWELVE)), *QUICK])

    out = capsys.readouterr().out
    assert (status, tally(TWELVE, reading.plan("out", out, TWELVE)).hard) == (0, 0)


def test_past_rounds_stay_as_they_were(file, capsys):
    held = '{"rounds": [[["p0","p2","p4","p6"],["p1","p3","p5","p7"],["p8","p9","p10","p11"]]]}'

    run([file("twelve.json", instance_as_json(TWELVE)), "--past", file("past.json", held), *QUICK])

    assert json.loads(capsys.readouterr().out)["rounds"][0] == json.loads(held)["rounds"][0]


def test_it_explains_itself(file, capsys):
    run([file("twelve.json", instance_as_json(TWELVE)), "--explain", *QUICK])

    printed = capsys.readouterr()
    said = json.loads(printed.out)
    assert (len(said["rounds"]), len(said["explanation"]["seats"])) == (3, 36)
    assert "No plan can have fewer than 9." in printed.err
    assert "apart" not in printed.out + printed.err


def test_what_cannot_be_done_is_said_and_nothing_is_written(file, tmp_path, capsys):
    status = run([file("alone.json", instance_as_json(ALONE)), "-o", str(tmp_path / "out.json")])

    assert (status, (tmp_path / "out.json").exists()) == (1, False)
    assert capsys.readouterr().err.splitlines() == [
        "Round 1 cannot be seated:",
        "  - Only one person in this round has lived experience.",
        "  - ann should not be the only one with lived experience at their table.",
        (
            "This doesn’t have to stop you. Please choose for ann: --alone “ann=told”, and they sit like anybody else, and you tell them before the"
            " day; or --alone “ann=NAME”, and they sit with that person: their supporter, or a convenor."
        ),
    ]


def test_with_explain_the_reasons_are_json_too(file, capsys):
    run([file("alone.json", instance_as_json(ALONE)), "--explain"])

    assert json.loads(capsys.readouterr().out)["impossible"]["wishes"] == [
        {"kind": "company", "people": ["ann"], "table": "", "needs": []}
    ]


@pytest.mark.parametrize(
    ("name", "text", "more", "sentence"),
    [
        (
            "a.json",
            '{"rounds": 1,\n "people": 3}',
            [],
            "a.json, line 2, field people: this should be a list in [brackets].",
        ),
        ("a.csv", "Name,Lived\nBo,perhaps\nIda,\n", ["--size", "2", "--rounds", "1"], "a.csv, line 2, Lived: "),
        ("a.csv", "Name\nBo\nIda\n", [], "A list of people also needs --size"),
        ("a.csv", "Name\nBo\nIda\n", ["-o", "out.doc"], "out.doc: we write .json, .csv, .xlsx, .html, .pdf"),
        ("a.json", "{}", ["--past", "/nowhere/past.json"], "a.json, line 1: the field “rounds” is missing."),
    ],
)
def test_what_cannot_be_read_is_refused(file, capsys, name, text, more, sentence):
    status = run([file(name, text), *more])

    assert (status, capsys.readouterr().err.startswith(sentence)) == (2, True)


def test_a_file_that_is_not_there_is_named(capsys):
    assert run(["/nowhere/people.json"]) == 2
    assert capsys.readouterr().err == "/nowhere/people.json: No such file or directory.\n"


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_facilitators_sheet_becomes_tables(file, tmp_path, kind):
    people = "Name,Phone\n" + "".join(f"Person {n},+44 {n}\n" for n in range(9))

    of_three = ["--size", "3", "--rounds", "3", "--print", "phone"]
    run([file("people.csv", people), *of_three, "-o", str(tmp_path / f"out.{kind}"), *QUICK])

    sheet = read("out", (tmp_path / f"out.{kind}").read_bytes())
    assert sheet.headings == ("Name", "Phone", "Round 1", "Round 2", "Round 3")
    assert [row.cells["Phone"] for row in sheet.rows] == [f"+44 {n}" for n in range(9)]


def test_the_mixer_starts_without_django():
    asked = "import sys, goldenthread.mixing.terminal.mix, goldenthread.__main__; print({'django', 'scipy', 'openpyxl', 'typst'} & set(sys.modules))"

    assert subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True).stdout == "set()\n"


def test_it_works_by_itself(file):
    command = [
        sys.executable,
        "-m",
        "goldenthread.mixing",
        "mix",
        file("twelve.json", instance_as_json(TWELVE)),
        *QUICK,
    ]

    assert json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout).keys() == {"rounds"}


def test_somebody_who_watches_sees_the_best_so_far_and_takes_it_with_ctrl_c(file):
    # Three tables of four cannot be without repeats, so it would go on looking for an hour.
    command = [sys.executable, "-m", "goldenthread.mixing", "mix", file("twelve.json", instance_as_json(TWELVE))]
    ours, theirs = pty.openpty()
    mixing = subprocess.Popen([*command, "--seconds", "3600"], stdout=subprocess.PIPE, stderr=theirs)

    seen = read_until(ours, b"best so far: ")
    mixing.send_signal(signal.SIGINT)
    out, _ = mixing.communicate(timeout=60)

    assert b"(Ctrl-C takes it)" in seen + os.read(ours, 1000)
    assert (mixing.returncode, tally(TWELVE, reading.plan("out", out.decode(), TWELVE)).hard) == (0, 0)


def read_until(terminal: int, words: bytes, seen: bytes = b"") -> bytes:
    return seen if words in seen else read_until(terminal, words, seen + os.read(terminal, 1000))


def test_a_plan_from_the_bank_lets_nobody_meet_twice(file, capsys):
    # Fifteen people by threes for seven rounds: every pair exactly once, which the search alone does not find.
    everybody = Instance(7, tuple(Guest(f"p{n}") for n in range(15)), tuple(Table(f"t{n}", 3, 3) for n in range(5)))

    run([file("schoolgirls.json", instance_as_json(everybody)), "--iterations", "50", "--seed", "1"])

    plan = reading.plan("out", capsys.readouterr().out, everybody)
    assert (tally(everybody, plan).repeats, tally(everybody, mix(everybody, iterations=50, seed=1)).repeats > 0) == (
        0,
        True,
    )
