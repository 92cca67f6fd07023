"""Where no e-mail goes, the page after a press says so, and says the same of every address."""

import pytest
from django.utils import timezone

from goldenthread.outbox.models import Outage

WAITS = "E-mail isn’t going out from this site at the moment."


def page_after_a_press(client, name):
    typed = {"name": name, "email": f"{name}@example.org"}
    return client.post("/gatherings/spring/booking/", typed, follow=True).content.decode()


@pytest.fixture
def outage(room, now):
    Outage.note(Outage.Cause.NO_SERVER, "", now=timezone.now())


def test_the_page_after_a_press_says_that_its_e_mail_waits(client, outage):
    page = page_after_a_press(client, "nan")

    assert (page.count(WAITS), page.count("We’ve e-mailed")) == (1, 0)
    assert "Ours to you is written and goes as soon as it can." in page


def test_somebody_signed_in_reads_it_too(client, outage, bo):
    client.force_login(bo)

    page = page_after_a_press(client, "bo")

    assert (page.count("What is written waits here"), page.count("We’ve e-mailed")) == (1, 0)


def test_while_e_mails_go_it_says_where_to_look(client, room):
    page = page_after_a_press(client, "nan")

    assert (page.count(WAITS), page.count("We’ve e-mailed")) == (0, 1)
