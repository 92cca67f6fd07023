import sqlite3
import stat
import tarfile
from contextlib import closing

import pytest


@pytest.fixture
def backup(house, tmp_path):
    """A house with a picture in it and two e-mails that wait, put into a file."""
    (house.folder / "files").mkdir()
    (house.folder / "files" / "garden.jpg").write_bytes(b"a garden")
    for state in ("owed", "claimed", "sent"):
        ask(house, EMAIL.format(state=state))
    file = tmp_path / "house.tar"
    assert house.command("backup", f"{file}").returncode == 0
    return file


EMAIL = """
INSERT INTO outbox_letter (address, kind, policy, language, subject, text, html, calendar, fewer_at, about, message_id, state,
    written_at, next_try_at, tries, held_because)
VALUES ('bo@example.org', 'news', 'at_least_once', 'en-gb', 'News', '', '', '', '', '', '<{state}>', '{state}', '2022-12-14',
    '2022-12-14', 0, '')
"""


def ask(house, question):
    database = sqlite3.connect(house.folder / "house.sqlite3")
    with database:
        answer = database.execute(question).fetchall()
    database.close()
    return answer


def spoil(file):
    content = bytearray(file.read_bytes())
    middle = content.index(b"a garden")
    content[middle : middle + 8] = b"a desert"
    file.write_bytes(content)


def test_everything_is_in_one_file_that_only_its_owner_reads(backup):
    with tarfile.open(backup) as tar:
        names = tar.getnames()

    assert names == ["database.sqlite3", "secret.key", "files/garden.jpg", "house.json"]
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600


def test_a_backup_does_not_overwrite_anything(house, backup):
    before = backup.read_bytes()

    answer = house.command("backup", f"{backup}")

    assert (answer.returncode, answer.stderr) == (1, f"Sorry: {backup} is there already. Choose another name.\n")
    assert backup.read_bytes() == before


def test_a_damaged_database_is_not_put_away_as_a_backup(house, tmp_path):
    [[page, size]] = ask(
        house,
        "SELECT rootpage, page_size FROM sqlite_master, pragma_page_size() WHERE name LIKE 'sqlite_autoindex_outbox_%' LIMIT 1",
    )
    with (house.folder / "house.sqlite3").open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\x00" * size)

    answer = house.command("backup", f"{tmp_path / 'house.tar'}")

    assert answer.returncode == 1
    assert answer.stderr.startswith("Sorry: the copy of the database is damaged")
    assert not (tmp_path / "house.tar").exists()


def test_a_backup_gets_its_name_when_it_was_read_back(house, tmp_path):
    (house.folder / "files").mkdir()
    # What stands elsewhere is not in the file, and whoever restored it would miss it.
    (house.folder / "files" / "garden.jpg").symlink_to(__file__)

    answer = house.command("backup", f"{tmp_path / 'house.tar'}")

    assert answer.returncode == 1
    assert "is not a backup of Golden Thread" in answer.stderr
    assert not (tmp_path / "house.tar").exists()


def test_it_comes_back_in_an_empty_place_and_the_emails_that_waited_are_held(house, backup, moved):
    people = ask(house, "SELECT name, email FROM people_person ORDER BY id")

    answer = moved.command("restore", f"{backup}")

    assert answer.returncode == 0
    assert answer.stdout.startswith("Its settings (settings.env: its address and its mail server) are in no backup")
    assert ask(moved, "SELECT name, email FROM people_person ORDER BY id") == people
    assert ask(moved, "SELECT message_id, state, held_because FROM outbox_letter ORDER BY id") == [
        ("<owed>", "held", "restored"),
        ("<claimed>", "held", "restored"),
        ("<sent>", "sent", ""),
    ]
    assert (moved.folder / "files" / "garden.jpg").read_bytes() == b"a garden"
    assert (moved.folder / "secret.key").read_text() == (house.folder / "secret.key").read_text()
    assert stat.S_IMODE((moved.folder / "secret.key").stat().st_mode) == 0o600
    assert moved.open().ask("/")[0] == 200


def test_a_house_that_stands_there_is_not_lost(house, backup):
    refusal = house.command("restore", f"{backup}")

    assert (refusal.returncode, refusal.stderr) == (
        1,
        "Sorry: there is a site here already. To put it aside and restore all the same, add --replace.\n",
    )


def test_a_house_that_is_replaced_is_put_aside_first(house, backup):
    # Somebody looks at it meanwhile: what they wrote last lies beside the database, and must not creep into the next one.
    with closing(sqlite3.connect(house.folder / "house.sqlite3", isolation_level=None)) as looking:
        looking.execute("UPDATE kit_house SET name = 'Changed since'")
        (house.folder / "settings.env").touch()
        answer = house.command("restore", f"{backup}", "--replace")

    [aside] = (house.folder / "backups").iterdir()
    assert answer.stdout.splitlines()[0] == f"The site that was here is in {aside}."
    assert "settings.env" not in answer.stdout
    assert ask(house, "SELECT name FROM kit_house") == [("Relational Practice Movement",)]


def test_an_open_house_is_not_replaced(house, backup):
    house.open()

    answer = house.command("restore", f"{backup}", "--replace")

    assert (answer.returncode, answer.stderr) == (1, "Sorry: the site is open. Close it first, then restore.\n")


def test_a_damaged_backup_changes_nothing(house, backup):
    spoil(backup)

    answer = house.command("restore", f"{backup}", "--replace")

    assert answer.stderr == f"Sorry: {backup} is damaged: files/garden.jpg is not what was put in.\n"
    assert ask(house, "SELECT state FROM outbox_letter ORDER BY id") == [("owed",), ("claimed",), ("sent",)]


def test_any_other_file_is_no_backup(house, tmp_path):
    (tmp_path / "holiday.tar").write_text("We had a lovely time.")

    answer = house.command("restore", f"{tmp_path / 'holiday.tar'}", "--replace")

    assert answer.returncode == 1
    assert answer.stderr.startswith(f"Sorry: {tmp_path / 'holiday.tar'} is not a backup of Golden Thread")
