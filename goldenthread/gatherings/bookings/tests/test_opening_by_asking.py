"""Convenors choose that people ask, or need not ask any more."""

import pytest

from goldenthread.gatherings.bookings import chores
from goldenthread.gatherings.bookings.answering import confirm
from goldenthread.gatherings.bookings.models import Booking, Opening
from goldenthread.gatherings.bookings.tests.asking import let_them_ask
from goldenthread.outbox.models import Email

AT = "/gatherings/spring/bookings/"


@pytest.fixture
def browser(client, ada):
    client.force_login(ada)
    return client


@pytest.fixture
def by_asking(room, ada, now):
    return let_them_ask(room, ada, now, looks_at="Half of us are new to this.")


@pytest.fixture
def ann(by_asking, ask, now):
    booking = confirm(ask("Ann", line="I work nights."), now)
    chores.write_emails(now)
    Email.objects.all().delete()
    return booking


def test_convenors_open_it_by_asking(browser, spring):
    typed = {"places": "9", "confirm_hours": "72", "answer_hours": "24", "by_asking": "True", "answer_days": "3"}
    browser.post(f"{AT}opening/", typed | {"looks_at": "Who is new."})

    opened = Opening.objects.get()
    assert (opened.by_asking, opened.answer_days, opened.looks_at) == (True, 3, "Who is new.")


def test_first_come_again_is_seen_before_it_happens(browser, ann, ask, now):
    typed = {"places": "9", "confirm_hours": "72", "answer_hours": "24", "by_asking": "False"}
    seen = browser.post(f"{AT}opening/", typed)
    unchanged = Opening.objects.get().by_asking
    # Somebody asks while the page is open: the convenor has not seen them.
    confirm(ask("Ben"), now)
    browser.post(f"{AT}opening/", typed | {"seen": "1"})
    still = Opening.objects.get().by_asking
    browser.post(f"{AT}opening/", typed | {"seen": "2"})

    assert "they get a place if there is one" in seen.content.decode()
    assert (unchanged, still, Opening.objects.get().by_asking) == (True, True, False)
    assert set(Booking.objects.values_list("state", flat=True)) == {"coming"}


def test_first_come_needs_no_second_look_where_nobody_asked(browser, by_asking):
    typed = {"places": "9", "confirm_hours": "72", "answer_hours": "24", "by_asking": "False"}

    assert browser.post(f"{AT}opening/", typed).status_code == 302
