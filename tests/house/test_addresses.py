"""Nothing in the tree may point to one machine, or to one place where packages come from."""

import re

from tests.house.tree import files, text

INDEX = re.compile("(py" + "pi|python" + "hosted|npm" + r"js)\.(org|com)", re.IGNORECASE)
THIS_MACHINE = re.compile(r"(?<![\w.])/(work|root|farm)/")


def test_no_file_names_a_package_index():
    assert [path for path in files() if INDEX.search(text(path))] == []


def test_a_package_index_would_be_noticed():
    assert INDEX.search("https://files." + "python" + "hosted.org/x")


def test_no_file_names_a_place_on_one_machine():
    assert [path for path in files() if THIS_MACHINE.search(text(path))] == []


def test_a_place_on_one_machine_would_be_noticed():
    assert THIS_MACHINE.search("cd /" + "work/main")
