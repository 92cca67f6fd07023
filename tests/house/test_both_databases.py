"""Nothing that a database can change is left out on PostgreSQL by accident."""

import subprocess
import sys
from types import SimpleNamespace
from typing import Any

import pytest

from goldenthread.kit.models import House
from tests.both_databases import ON_BOTH, ONCE, asks_postgresql, pytest_fixture_setup
from tests.house.tree import ROOT


def test_every_name_in_the_lists_is_there():
    assert [name for name in (*ON_BOTH, *ONCE) if not (ROOT / name.partition("::")[0]).exists()] == []


def test_every_single_test_in_the_lists_is_there():
    single = [name.split("::") for name in ONCE if "::" in name]

    assert [(path, test) for path, test in single if f"def {test}(" not in (ROOT / path).read_text()] == []


def test_what_asks_a_database_asks_both(request, db):
    assert asks_postgresql(request.node)


def test_what_asks_none_runs_once(request):
    assert not asks_postgresql(request.node)


def test_a_process_that_nobody_thought_about_is_refused():
    with pytest.raises(pytest.fail.Exception, match="starts a process of ours"):
        subprocess.run([sys.executable, "-c", ""], check=False)


def test_a_database_that_comes_along_unseen_is_refused():
    """Asked by hand: a fixture that really failed on its way would be missing to whoever needs it next."""
    database: Any = SimpleNamespace(argname="_django_db_helper")

    with pytest.raises(pytest.fail.Exception, match="is given a database unseen"):
        pytest_fixture_setup(database)


def test_a_database_is_given_by_that_name(db, request):
    assert "_django_db_helper" in request.fixturenames


def test_a_query_without_a_database_is_refused():
    with pytest.raises(RuntimeError, match="Database access not allowed"):
        House.objects.count()
