"""What `goldenthread mix` asks of whoever sits at the terminal, and says where nobody does."""

import os
import pty
import subprocess
import sys

import pytest

from goldenthread.mixing.terminal.mix import run

ALONE = "Name,Lived\nAnn,yes\nBo,\nCy,\nDee,\n"
# Two who would have company in each other, and ask not to.
APART = "Name,Lived,Apart\nAnn,yes,Bo\nBo,yes,\nCy,,\nDee,,\n"
PEOPLE = "Name,Dislikes\nAnn,Bo\nBo,\nCy,\nDee,\n"
HOW = ["--size", "2", "--rounds", "1", "--iterations", "300"]


@pytest.fixture
def people(tmp_path):
    def write(text: str = PEOPLE) -> str:
        (tmp_path / "people.csv").write_text(text, encoding="utf-8")
        return str(tmp_path / "people.csv")

    return write


@pytest.fixture
def at_a_terminal(people, tmp_path):
    """Mixes a list with these lines typed; the exit status, what was shown, and the tables."""

    def typed(text: str, *lines: str) -> tuple[int, str, str]:
        ours, theirs = pty.openpty()
        command = [
            sys.executable,
            "-m",
            "goldenthread.mixing",
            "mix",
            people(text),
            *HOW,
            "-o",
            str(tmp_path / "o.csv"),
        ]
        mixing = subprocess.Popen(command, stdin=theirs, stderr=theirs, stdout=subprocess.DEVNULL)
        os.write(ours, "".join(f"{line}\n" for line in lines).encode() or b"\x04")
        status = mixing.wait(timeout=60)
        shown = os.read(ours, 100_000).decode()
        file = tmp_path / "o.csv"
        return status, shown, file.read_text(encoding="utf-8-sig") if file.exists() else ""

    return typed


def test_a_column_that_is_not_understood_is_asked_about(at_a_terminal):
    status, shown, tables = at_a_terminal(PEOPLE, "apart")

    where = dict(line.split(",") for line in tables.splitlines())
    assert (status, where["Ann"] != where["Bo"], "Dislikes" in tables) == (0, True, False)
    assert "We don’t know what this column of people.csv should do:" in shown


def test_who_types_nothing_mixes_nothing(at_a_terminal):
    status, shown, tables = at_a_terminal(PEOPLE)

    assert (status, shown.split()[-3:], tables) == (2, ["Nothing", "was", "mixed."], "")


def test_without_a_terminal_nothing_is_mixed_before_it_is_clear(people, capsys, tmp_path):
    status = run([people(), *HOW, "-o", str(tmp_path / "o.csv")])

    assert (status, (tmp_path / "o.csv").exists()) == (2, False)
    assert "--column “Dislikes=apart”" in capsys.readouterr().err


def test_a_flag_answers(people, capsys):
    assert run([people(), *HOW, "--column", "Dislikes=apart"]) == 0


def where(tables: str) -> dict[str, str]:
    return dict(line.split(",") for line in tables.splitlines())


def test_who_would_be_the_only_one_with_lived_experience_may_be_told(at_a_terminal):
    status, shown, tables = at_a_terminal(ALONE, "told")

    assert (status, sorted(where(tables))) == (0, ["Ann", "Bo", "Cy", "Dee", "Name"])
    assert "in one round nobody else who has it can sit at their table." in shown


def test_or_sits_with_a_supporter_or_a_convenor(at_a_terminal):
    status, shown, tables = at_a_terminal(ALONE, "Eve", "ann", "dee")

    assert (status, where(tables)["Ann"] == where(tables)["Dee"]) == (0, True)
    assert "There is nobody called “Eve” in the list of names." in shown


def test_each_of_two_is_asked_about(at_a_terminal):
    status, _shown, tables = at_a_terminal(APART, "told", "told")

    assert (status, where(tables)["Ann"] != where(tables)["Bo"]) == (0, True)


@pytest.mark.parametrize("choice", ["Ann=told", "ann=Dee", "Ann = told"])
def test_a_flag_chooses_without_a_terminal(people, choice):
    assert (run([people(ALONE), *HOW]), run([people(ALONE), *HOW, "--alone", choice])) == (1, 0)


@pytest.mark.parametrize(
    ("choice", "sentence"),
    [
        ("Eve=told", "--alone “Eve=told”: there is nobody called “Eve” in the list of names.\n"),
        ("Ann=Eve", "--alone “Ann=Eve”: there is nobody called “Eve” in the list of names.\n"),
        ("Ann=Ann", "--alone “Ann=Ann”: it names Ann themselves.\n"),
        ("told", "--alone “told”: there is nobody called “” in the list of names.\n"),
    ],
)
def test_a_choice_that_names_nobody_is_refused(people, capsys, choice, sentence):
    assert (run([people(ALONE), *HOW, "--alone", choice]), capsys.readouterr().err) == (2, sentence)
