"""The page of whoever runs this site: what it says of itself, whether its e-mails go, and when it was last backed up."""

import pytest
from django.core.management import call_command
from django.utils import timezone

from goldenthread.desk.models import OwnWords
from goldenthread.desk.tests.reading_pages import way, words
from goldenthread.desk.working import beat
from goldenthread.outbox.models import Email, Outage
from goldenthread.people import emails

NO_BACKUP, NO_WORKER = "We know of no backup of this site.", "What goes by itself stands still"


@pytest.fixture
def read(client, kim):
    """The page as its keeper reads it; and again, one press from home."""
    client.force_login(kim)
    return lambda: words(client.get(way(client.get("/").content.decode(), "Look after this site")).content.decode())


def test_nobody_else_is_shown_the_way(client, ada):
    client.force_login(ada)

    assert "Look after this site" not in client.get("/").content.decode()
    assert client.get("/keeper/").status_code == 403


def test_it_says_that_none_was_ever_backed_up_and_how(read):
    assert NO_BACKUP in read()
    assert "goldenthread backup FILE" in read()


@pytest.mark.django_db(transaction=True)
def test_it_says_when_the_last_backup_was_made(read, tmp_path):
    call_command("backup", tmp_path / "house.tar")

    assert NO_BACKUP not in read()
    assert f"The last backup was made on {timezone.localtime():%A}" in read()


def test_it_says_whether_e_mails_go_and_what_waits(read, bo):
    before = read()
    emails.passkey_added(bo)
    Outage.note(Outage.Cause.CLOSED, "Connection refused", now=timezone.now())
    during = read()

    assert "E-mails go out." in before
    assert "the mail server doesn’t answer" in during
    assert "1 e-mail waits, and goes as soon as it can." in during


def test_held_e_mails_are_one_press_away(client, read, bo):
    emails.passkey_added(bo)
    Email.objects.update(state=Email.State.HELD)

    assert "1 e-mail waits for you to decide" in read()


def test_it_says_how_people_reach_their_keeper(read):
    before = read()
    OwnWords.objects.create(part="reach", words="Ring Kim.")

    assert "Nobody can read yet how to reach you." in before
    assert "Ring Kim." in read()


def test_a_worker_that_stands_still_is_spoken_of(read):
    before = read()
    beat()

    assert (NO_WORKER in before, NO_WORKER in read()) == (True, False)
