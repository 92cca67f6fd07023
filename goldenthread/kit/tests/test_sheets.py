import gzip
import re
from pathlib import Path

from django.contrib.staticfiles import finders

from goldenthread.kit import sheets


def test_the_browser_gets_one_sheet_in_the_order_of_the_names(monkeypatch, tmp_path):
    (tmp_path / "20-thread.css").write_text(".strand { color: gold }\n")
    (tmp_path / "10-ground.css").write_text("/* why */\nbody { margin: 0 }\n")
    monkeypatch.setattr(sheets, "SHEETS", tmp_path)

    assert sheets.joined() == "body{margin:0}.strand{color:gold}"


def test_static_files_find_the_joined_sheet():
    found = finders.find("thread.css")

    assert Path(str(found)).read_text() == sheets.joined()


def test_a_changed_sheet_is_found_changed(monkeypatch, tmp_path):
    monkeypatch.setattr(sheets, "SHEETS", tmp_path)
    finder = sheets.SheetFinder()
    (tmp_path / "10-ground.css").write_text("a{color:red}")
    before = Path(finder.find("thread.css")).read_text()
    (tmp_path / "10-ground.css").write_text("a{color:gold}")

    assert (before, Path(finder.find("thread.css")).read_text()) == ("a{color:red}", "a{color:gold}")


def test_collecting_takes_the_joined_sheet_and_nothing_else():
    finder = sheets.SheetFinder()

    assert [(name, storage.exists(name)) for name, storage in finder.list([])] == [("thread.css", True)]


def test_other_files_are_looked_for_elsewhere():
    finder = sheets.SheetFinder()

    assert (finder.find("favicon.svg"), finder.find("favicon.svg", find_all=True)) == ([], [])


def test_whoever_asks_for_all_gets_a_list():
    finder = sheets.SheetFinder()

    assert [Path(found).name for found in finder.find("thread.css", find_all=True)] == ["thread.css"]


def test_an_unchanged_sheet_keeps_its_date():
    before = Path(sheets.SheetFinder().find("thread.css")).stat().st_mtime_ns

    assert Path(sheets.SheetFinder().find("thread.css")).stat().st_mtime_ns == before


def test_the_sheet_stays_light():
    assert len(gzip.compress(sheets.joined().encode())) <= 12 * 1024


def test_everything_the_sheet_asks_for_lies_beside_it():
    asked = set(re.findall(r"url\(([^)]+)\)", sheets.joined()))

    assert {name for name in asked if finders.find(name) is None} == set()
