import gzip
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

from goldenthread.kit import stylesheet


@pytest.fixture
def folders(monkeypatch, tmp_path):
    """Two rooms, the lower one first."""
    places = {name: tmp_path / name for name in ("ground", "day")}
    for place in places.values():
        place.mkdir()
    monkeypatch.setattr(stylesheet, "folders", lambda: places)
    return places


def test_the_browser_gets_one_sheet_with_a_layer_for_each_room(folders):
    (folders["day"] / "wall.css").write_text(".wall { color: gold }\n")
    (folders["ground"] / "thread.css").write_text(".strand { color: gold }\n")
    (folders["ground"] / "body.css").write_text("/* why */\nbody { margin: 0 }\n")

    assert stylesheet.joined() == "@layer ground{body{margin:0}.strand{color:gold}}@layer day{.wall{color:gold}}"


def test_a_room_without_sheets_has_no_layer(folders):
    (folders["ground"] / "body.css").write_text("body { margin: 0 }\n")

    assert stylesheet.joined() == "@layer ground{body{margin:0}}"


def test_what_stands_above_comes_later():
    names = list(stylesheet.folders())

    assert (names[:2], names[-2:]) == (["ground", "kit"], ["pages", "desk"])


def test_static_files_find_the_joined_sheet():
    path = finders.find("thread.css")

    assert Path(str(path)).read_text() == stylesheet.joined()


def test_a_changed_sheet_is_found_changed(folders):
    finder = stylesheet.StylesheetFinder()
    (folders["ground"] / "body.css").write_text("a{color:red}")
    before = Path(finder.find("thread.css")).read_text()
    (folders["ground"] / "body.css").write_text("a{color:gold}")
    after = Path(finder.find("thread.css")).read_text()

    assert (before, after) == ("@layer ground{a{color:red}}", "@layer ground{a{color:gold}}")


def test_collecting_takes_the_joined_sheet_and_nothing_else():
    finder = stylesheet.StylesheetFinder()

    assert [(name, storage.exists(name)) for name, storage in finder.list([])] == [("thread.css", True)]


def test_other_files_are_looked_for_elsewhere():
    finder = stylesheet.StylesheetFinder()

    assert (finder.find("favicon.svg"), finder.find("favicon.svg", find_all=True)) == ([], [])


def test_whoever_asks_for_all_gets_a_list():
    finder = stylesheet.StylesheetFinder()

    assert [Path(path).name for path in finder.find("thread.css", find_all=True)] == ["thread.css"]


def test_an_unchanged_sheet_keeps_its_date():
    before = Path(stylesheet.StylesheetFinder().find("thread.css")).stat().st_mtime_ns

    assert Path(stylesheet.StylesheetFinder().find("thread.css")).stat().st_mtime_ns == before


def test_the_sheet_stays_light():
    assert len(gzip.compress(stylesheet.joined().encode())) <= 12 * 1024


def test_everything_the_sheet_asks_for_lies_beside_it():
    names = set(re.findall(r"url\(([^)]+)\)", stylesheet.joined()))

    assert {name for name in names if finders.find(name) is None} == set()
