"""Where no e-mail goes, pages say so, and say the same whoever asks."""

import pytest
from django.utils import timezone

from goldenthread.outbox.models import Outage

WAITS = "E-mail isn’t going out from this site at the moment."


@pytest.fixture
def outage(db):
    Outage.note(Outage.Cause.CLOSED, "nobody at mail.example.org", now=timezone.now())


def words_after_asking(client, address):
    answer = client.post("/sign-in/", {"email": address}, follow=True)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_code_page_says_that_no_code_can_arrive(client, home, outage):
    page = words_after_asking(client, "ada@example.org")

    assert (page.count(WAITS), page.count("We have sent"), page.count("mail.example.org")) == (1, 0, 0)
    assert "So a code can’t reach you yet. Please try again later." in page
    assert "/about/#reach" in page
    assert "<code>goldenthread keeper ADDRESS</code> prints a link that signs you in" in " ".join(page.split())


def test_it_is_said_alike_to_whoever_asks(client, home, ada, outage):
    known, unknown = (words_after_asking(client, address) for address in (ada.email, "xyz@example.org"))

    assert (WAITS in known, WAITS in unknown) == (True, True)


def test_asking_again_promises_nothing(client, home, outage):
    words_after_asking(client, "ada@example.org")

    page = client.post("/sign-in/code/another/", follow=True).content.decode()

    assert (page.count(WAITS), page.count("on its way")) == (1, 0)


def test_while_e_mails_go_the_page_says_where_it_was_sent(client, home):
    page = words_after_asking(client, "ada@example.org")

    assert (page.count(WAITS), page.count("We have sent")) == (0, 1)
