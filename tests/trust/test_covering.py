"""What coverage looks at, and what goes without."""

import os
import sys

from tests.covering import TOLD, UNSEEN, is_seen
from tests.house.tree import ROOT


def test_every_name_in_the_list_is_there():
    assert [name for name in UNSEEN if not (ROOT / name).exists()] == []


def test_nobody_looks_at_a_walk_nor_at_the_processes_that_it_starts(request):
    assert (is_seen(request.node.nodeid), sys.gettrace(), TOLD in os.environ) == (False, None, False)


def test_a_test_of_a_room_is_looked_at():
    assert is_seen("goldenthread/kit/tests/test_text.py::test_a")
