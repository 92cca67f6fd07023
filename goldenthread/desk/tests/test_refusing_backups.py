"""A file that this site cannot use is refused before anything here has changed."""

import json
import tarfile
from datetime import UTC, datetime

import pytest

from goldenthread.desk.safekeeping.databases import copyist
from goldenthread.desk.safekeeping.packing import pack
from goldenthread.desk.safekeeping.restoring import restore
from goldenthread.desk.sorry import Sorry

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    """Where the site keeps its files."""
    settings.DATA_DIR = tmp_path / "site"
    settings.DATA_DIR.mkdir()
    return settings.DATA_DIR


@pytest.fixture
def parcel(tmp_path):
    return tmp_path / "parcel.tar"


@pytest.fixture
def damaged(parcel, tmp_path):
    """Unpacked as it was packed, and yet no database."""
    (tmp_path / "nonsense").write_text("We had a lovely time. " * 100)
    pack(parcel, [(copyist().part, tmp_path / "nonsense")])
    return parcel


def test_one_of_a_later_version_is_refused(parcel, tmp_path):
    (tmp_path / "house.json").write_text(json.dumps({"golden_thread": "99.0.0", "contents": {}}))
    with tarfile.open(parcel, "w") as tar:
        tar.add(tmp_path / "house.json", "house.json")

    with pytest.raises(Sorry, match=r"^this backup comes from Golden Thread 99\.0\.0, and this is "):
        restore(parcel, replace=True, now=NOW)


def test_one_from_another_kind_of_database_is_refused(parcel):
    pack(parcel, [])

    with pytest.raises(Sorry, match=r"^this backup was made on another kind of database\."):
        restore(parcel, replace=True, now=NOW)


def test_one_whose_database_is_damaged_is_refused_where_nobody_has_founded_a_house(db, damaged, folder):
    with pytest.raises(Sorry, match=r"the copy of the database is damaged|pg_restore could not do it"):
        restore(damaged, replace=False, now=NOW)

    assert [file.name for file in folder.iterdir()] == ["in-use"]
