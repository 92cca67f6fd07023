"""Whoever types `goldenthread` reads of every command, and whoever mistypes reads one sentence."""

import pytest
from django.core.management import get_commands

from goldenthread.__main__ import OURS
from goldenthread.mixing.commands import COMMANDS

# Django's own, which whoever runs several machines needs by name.
OF_DJANGO = {"migrate"}


def test_help_names_every_command_there_is():
    ours = {name for name, app in get_commands().items() if app.startswith("goldenthread.")}

    assert {name.split()[0] for name in OURS} == ours | set(COMMANDS) | OF_DJANGO
    assert [name for name, what in OURS.items() if not what] == []


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["keeper", "ada@example.org"], "Sorry: the database says: no such table: people_person. "),
        (["restore", "/nowhere.tar"], "Sorry: there is no file /nowhere.tar."),
    ],
)
def test_a_house_that_was_never_open_says_so(moved, words, sentence):
    answer = moved.command(*words)

    assert (answer.returncode, answer.stderr.count("\n")) == (1, 1)
    assert answer.stderr.startswith(sentence)


def test_a_folder_that_cannot_be_made_is_one_sentence(moved):
    moved.environment["DATA_DIR"] = "/proc/house"

    answer = moved.command("check")

    assert (answer.returncode, answer.stderr.count("\n")) == (1, 1)


def test_a_file_that_cannot_be_written_is_one_sentence(moved, tmp_path):
    (tmp_path / "file").touch()

    answer = moved.command("backup", f"{tmp_path}/file/house.tar")

    assert (answer.returncode, answer.stderr) == (1, f"Sorry: {tmp_path}/file: File exists.\n")
