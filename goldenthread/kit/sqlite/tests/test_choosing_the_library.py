import subprocess
import sys
from types import SimpleNamespace

import pytest
from django.core.exceptions import ImproperlyConfigured

from goldenthread.kit.sqlite import library

SENTENCE = (
    "Golden Thread needs SQLite 3.51.3 or newer and found 3.51.2, which can lose what people wrote. "
    "Install the Python package pysqlite3 0.6.1 or newer, or use PostgreSQL (DATABASE_URL)."
)


def test_a_library_that_can_lose_commits_is_refused():
    with pytest.raises(ImproperlyConfigured) as refusal:
        library.refuse_if_unsafe(SimpleNamespace(sqlite_version="3.51.2", sqlite_version_info=(3, 51, 2)))

    assert str(refusal.value) == SENTENCE


def test_a_library_that_keeps_them_is_welcome():
    library.refuse_if_unsafe(SimpleNamespace(sqlite_version="3.51.3", sqlite_version_info=(3, 51, 3)))


def test_the_bundled_library_is_used_even_when_another_was_there_first():
    program = """
import sqlite3 as first
from goldenthread.kit.sqlite import base
import sqlite3 as second, pysqlite3
assert first is not second
print(second is pysqlite3, base.django_base.Database is pysqlite3.dbapi2)
"""

    answer = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert answer.stdout == "True True\n"


def test_the_command_tells_it_in_one_sentence(tmp_path, monkeypatch):
    old = tmp_path / "pysqlite3"
    old.mkdir()
    (old / "__init__.py").write_text(
        "from sqlite3 import *\nfrom sqlite3 import dbapi2\n"
        "dbapi2.sqlite_version, dbapi2.sqlite_version_info = '3.51.2', (3, 51, 2)\n"
    )
    monkeypatch.setenv("PYTHONPATH", f"{tmp_path}")
    monkeypatch.setenv("DATA_DIR", f"{tmp_path / 'data'}")
    monkeypatch.delenv("DATABASE_URL", raising=False)

    answer = subprocess.run(
        [sys.executable, "-m", "goldenthread", "check"], capture_output=True, text=True, check=False
    )

    assert (answer.returncode, answer.stdout, answer.stderr) == (1, "", f"{SENTENCE}\n")
