"""What is asked of the programs of PostgreSQL, and what they say. They need not be on this machine."""

import json
import sys
from pathlib import Path

import pytest
from django.db import connections

from goldenthread.desk.safekeeping.databases import PostgreSQL
from goldenthread.desk.sorry import Sorry

FILE = Path("house.pgdump")
WHERE = {"HOST": "db.example", "PORT": "", "USER": "ada", "PASSWORD": "sea", "NAME": "home", "OPTIONS": {}}
ITSELF = f"""#!{sys.executable}
import json, os, sys
from pathlib import Path
Path(__file__).with_name("asked").write_text(json.dumps([sys.argv[1:], os.environ.get("PGPASSWORD")]))
"""


@pytest.fixture(autouse=True)
def programs(tmp_path, monkeypatch):
    """The only folder in which programs are looked for."""
    monkeypatch.setenv("PATH", f"{tmp_path}")
    monkeypatch.delenv("PGPASSWORD", raising=False)
    monkeypatch.setattr(connections["default"], "settings_dict", connections["default"].settings_dict | WHERE)
    return tmp_path


@pytest.fixture
def program(programs):
    def write(name, words):
        (programs / name).write_text(words)
        (programs / name).chmod(0o700)

    return write


def asked(programs):
    return json.loads((programs / "asked").read_text())


def test_one_that_is_missing_is_named():
    with pytest.raises(Sorry, match=r"^pg_restore is missing\. On Debian: apt-get install postgresql-client$"):
        PostgreSQL().check(FILE)


def test_one_that_could_not_do_it_says_why(program):
    program("pg_restore", "#!/bin/sh\necho 'the file is empty' >&2\nexit 1\n")

    with pytest.raises(Sorry, match=r"^pg_restore could not do it: the file is empty\Z"):
        PostgreSQL().check(FILE)


def test_whoever_reads_the_database_is_told_where_it_is_and_the_password_in_confidence(program, programs):
    program("pg_dump", ITSELF)

    PostgreSQL().copy_to(FILE)

    options = ["--format=custom", "--no-owner", "--no-privileges", "--file=house.pgdump"]
    assert asked(programs) == [[*options, "-U", "ada", "-h", "db.example", "home"], "sea"]


def test_whoever_reads_a_file_is_told_of_no_database(program, programs):
    program("pg_restore", ITSELF)

    PostgreSQL().check(FILE)

    assert asked(programs)[0] == ["--list", "house.pgdump"]


def test_where_there_is_no_password_none_is_told(program, programs, monkeypatch):
    monkeypatch.setitem(connections["default"].settings_dict, "PASSWORD", "")
    program("pg_dump", ITSELF)

    PostgreSQL().copy_to(FILE)

    assert asked(programs)[1] is None
