"""Four processes guess one code at the same moment, and after a restart four others go on."""

import os
import shutil
import subprocess
import sys

import pytest

AT_ONCE, EACH = 4, 125


@pytest.fixture
def house(house_to_copy, tmp_path):
    """A house of its own on a file, which several processes open, and in it one code."""
    ours = {
        name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "CACHE_URL", "SITE_ADDRESS"}
    }
    house = ours | {"DATA_DIR": str(tmp_path / "house"), "DJANGO_SETTINGS_MODULE": "goldenthread.settings"}
    shutil.copytree(house_to_copy.folder, house["DATA_DIR"])
    begun(house, "prepare").communicate(timeout=120)
    return house


def test_of_a_thousand_guesses_three_are_listened_to(house):
    first, after_a_restart = all_at_once(house), all_at_once(house)

    assert (sum(first), sum(after_a_restart)) == (3, 0)


def test_tries_that_are_read_and_written_back_would_be_noticed(house):
    assert sum(all_at_once(house, "naively")) > 3


def all_at_once(house, *how):
    """How many guesses of each process were listened to."""
    processes = [begun(house, "guess", str(EACH), *how) for _ in range(AT_ONCE)]
    assert [process.stdout.readline() for process in processes] == ["ready\n"] * AT_ONCE
    [process.stdin.write("begin\n") for process in processes]
    [process.stdin.flush() for process in processes]
    return [int(process.communicate(timeout=120)[0]) for process in processes]


def begun(house, *words):
    command = [sys.executable, "-W", "ignore", "-m", "goldenthread.people.tests.guesser", *words]
    return subprocess.Popen(command, env=house, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
