"""What coverage looks at, and what goes without."""

import os
import sys

from tests.covering import TOLD, UNSEEN, covered_elsewhere, is_seen, nothing_new
from tests.house.tree import ROOT


def test_every_name_in_the_list_is_there():
    assert [name for name in (*UNSEEN, *covered_elsewhere()) if not (ROOT / name).exists()] == []


def test_nobody_looks_at_a_walk_nor_at_the_processes_that_it_starts(request):
    assert (is_seen(request.node.nodeid), sys.gettrace(), TOLD in os.environ) == (False, None, False)


def test_a_test_of_a_room_is_looked_at():
    assert is_seen("goldenthread/kit/tests/test_text.py::test_a")


def test_a_file_whose_every_line_others_touch_is_not_looked_at():
    assert not is_seen("tests/a.py::test_a", frozenset({"tests/a.py"}))


def test_the_longest_goes_of_those_that_touch_the_same():
    arc, other = ("kit.py", (1, 2)), ("kit.py", (2, 3))
    touched = {"long.py": {arc, other}, "short.py": {arc}, "other.py": {other}}

    assert nothing_new(touched, {"long.py": 9, "short.py": 1, "other.py": 2}) == ["long.py"]


def test_what_touches_something_alone_stays():
    arc, other = ("kit.py", (1, 2)), ("kit.py", (2, 3))

    assert nothing_new({"long.py": {arc, other}, "short.py": {arc}}, {"long.py": 9, "short.py": 1}) == ["short.py"]
