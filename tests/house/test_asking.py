"""What PostgreSQL is asked, and what others ask it anyway."""

from tests.asking import OTHERS, asked_elsewhere, not_needed, shape
from tests.house.tree import ROOT

SECONDS = {"long.py": 9.0, "short.py": 1.0}


def test_every_name_in_the_list_is_there():
    assert [name for name in asked_elsewhere() if not (ROOT / name).exists()] == []


def test_a_statement_is_the_same_whatever_its_values_are_and_however_many():
    assert shape("SELECT 1 WHERE a IN (%s, %s)") == shape("SELECT 2 WHERE a IN (%s, %s, %s)")
    assert shape("INSERT INTO a VALUES (%s, %s), (%s, %s)") == shape("INSERT INTO a VALUES (%s, %s)*")
    assert shape("SELECT a") != shape("SELECT b")


def test_what_enough_others_ask_is_not_asked_again():
    heard = {name: {"a"} for name in ["long.py", "short.py", *(f"{n}.py" for n in range(OTHERS))]}

    assert not_needed(heard, tuple(f"{n}.py" for n in range(OTHERS)), SECONDS) == ["long.py", "short.py"]


def test_the_longest_goes_first_and_enough_stay():
    heard = {name: {"a"} for name in ["long.py", *(f"{n}.py" for n in range(OTHERS))]}

    assert not_needed(heard, (), SECONDS) == ["long.py"]


def test_what_asks_something_alone_or_is_asked_always_stays():
    heard = {"long.py": {"a", "b"}, "short.py": {"a"}, "1.py": {"a"}, "2.py": {"a"}}

    assert not_needed(heard, ("short", "1", "2"), SECONDS) == []
