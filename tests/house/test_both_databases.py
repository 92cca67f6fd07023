"""Nothing that a database can change is left out on PostgreSQL by accident."""

import subprocess
import sys

import pytest

from goldenthread.kit.models import House
from tests.both_databases import ON_BOTH, ONCE, asks_postgresql
from tests.house.tree import ROOT


def test_every_name_in_the_lists_is_there():
    assert [name for name in (*ON_BOTH, *ONCE) if not (ROOT / name).exists()] == []


def test_what_asks_a_database_asks_both(request, db):
    assert asks_postgresql(request.node)


def test_what_asks_none_runs_once(request):
    assert not asks_postgresql(request.node)


def test_a_process_that_nobody_thought_about_is_refused():
    with pytest.raises(pytest.fail.Exception, match="starts a process of ours"):
        subprocess.run([sys.executable, "-c", ""], check=False)


def test_a_database_that_comes_along_unseen_is_refused(request):
    with pytest.raises(pytest.fail.Exception, match="is given a database unseen"):
        request.getfixturevalue("db")


def test_a_query_without_a_database_is_refused():
    with pytest.raises(RuntimeError, match="Database access not allowed"):
        House.objects.count()
