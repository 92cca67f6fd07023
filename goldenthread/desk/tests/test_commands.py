"""Whoever types a command that cannot be done reads one sentence."""

import pytest


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


def test_check_says_in_our_words_that_all_is_well(moved):
    moved.command("migrate")

    assert moved.command("check").stdout == "Everything is in order.\n"


def test_check_says_what_is_not(moved):
    moved.environment["CACHE_URL"] = "locmemcache://"

    answer = moved.command("check")

    assert (answer.returncode, answer.stdout) == (1, "")
    assert answer.stderr.startswith("Please look at this:\n- Each process would keep a cache of its own")
