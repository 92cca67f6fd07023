"""How often places are asked for, and how many e-mails one can cause. A real convenor never meets these numbers."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.bookings.opening import open_booking
from goldenthread.outbox.models import Dispatch, Email
from goldenthread.people.models import Allowance

AT, PAPER = "/gatherings/spring/booking/", "/gatherings/spring/bookings/paper/"
TOLD = {"name": "Nan", "needs": "No nuts, please.", "line": "I bring a cake."}


@pytest.fixture(autouse=True)
def _one_moment(room, ada, now):
    open_booking(room, by=ada, now=now, places=None, until=None, confirm_hours=72, answer_hours=24)
    with time_machine.travel(timezone.now(), tick=False):
        yield


@pytest.fixture
def convenor(client, ada):
    client.force_login(ada)
    return client


def press(address, machine=1, **more):
    return Client(REMOTE_ADDR=f"192.0.2.{machine}").post(AT, TOLD | {"email": address} | more)


def test_a_room_of_twenty_behind_one_address_books_and_a_machine_does_not_fill_a_gathering():
    answers = [press(f"p{number}@example.org").status_code for number in range(40)]

    assert (answers, Booking.objects.count()) == ([302] * 30 + [429] * 10, 30)


def test_one_machine_books_a_hundred_and_fifty_places_an_hour(settings):
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | {"booking": "3/h/ip,5/10m/key,300/m/gathering"}
    with time_machine.travel(timezone.now(), tick=False) as moment:
        answers = []
        for number in range(4):
            answers.append(press(f"p{number}@example.org").status_code)
            moment.shift(timedelta(minutes=15))
        moment.shift(timedelta(minutes=5))
        later = press("p9@example.org").status_code

    assert (answers, later) == ([302] * 3 + [429], 302)


def test_one_address_is_written_to_five_times_in_ten_minutes_whoever_presses():
    answers = [press("ann@example.org", machine, line=f"{machine}").status_code for machine in range(1, 8)]

    assert answers == [302] * 5 + [429] * 2


def test_writing_the_address_otherwise_does_not_help():
    for address in ["ann@example.org", "ANN@example.org", " Ann@Example.org ", "aNN@example.org", "anN@example.org"]:
        press(address)

    assert press("AnN@ExamplE.org").status_code == 429


def test_from_everywhere_at_once_a_gathering_takes_so_many_a_minute(settings):
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | {"booking": "30/m/ip,3/m/gathering"}

    assert [press(f"p{number}@example.org", number).status_code for number in range(5)] == [302] * 3 + [429] * 2


def test_what_was_typed_is_still_there_and_taken_some_minutes_later():
    [press("ann@example.org", line=f"{number}") for number in range(5)]

    page = press("ann@example.org")

    shown = page.content.decode()
    assert [page.context["form"][name].value() for name in TOLD] == list(TOLD.values())
    assert "A lot of places were asked for just now" in shown
    with time_machine.travel(timezone.now() + timedelta(minutes=10), tick=False):
        assert press("ann@example.org").status_code == 302


def test_what_is_refused_counts_for_nobody():
    """A machine that is over its own limit cannot use up that of somebody's address."""
    [press(f"p{number}@example.org") for number in range(30)]
    [press("ann@example.org") for _ in range(9)]

    assert press("ann@example.org", machine=2).status_code == 302


def test_a_mistake_in_the_form_counts_for_nobody():
    [press("ann@") for _ in range(40)]

    assert Allowance.objects.count() == 0


def test_a_convenor_types_in_sixty_sheets_and_cannot_write_to_one_address_for_ever(convenor):
    sheets = [convenor.post(PAPER, {"name": f"P {n}", "email": f"p{n}@example.org"}).status_code for n in range(60)]
    again = [convenor.post(PAPER, {"name": "Ann", "email": "ann@example.org", "needs": f"{n}"}) for n in range(6)]

    assert (sheets, [page.status_code for page in again]) == ([302] * 60, [302] * 5 + [429])
    assert again[-1].context["form"]["needs"].value() == "5"


def test_sheets_without_an_address_are_not_counted(convenor):
    [convenor.post(PAPER, {"name": f"P {number}"}) for number in range(7)]

    assert (Booking.objects.count(), Allowance.objects.count()) == (7, 0)


def test_a_place_is_not_given_to_one_address_for_ever(client, ask, settings):
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | {"write_to_somebody": "1/10m/key,9/h/sender"}
    gifts = [f"{ask(name).get_absolute_url()}gift/" for name in ["Ann", "Ben"]]

    answers = [client.post(at, {"name": "Flo", "email": "flo@example.org"}).status_code for at in gifts]

    assert answers == [302, 429]


def test_somebody_is_asked_to_convene_five_times_at_most(convenor):
    form = {"name": "Flo", "email": "flo@example.org"}
    answers = [convenor.post("/gatherings/spring/convenors/", form).status_code for _ in range(7)]

    assert (answers, Email.objects.filter(address="flo@example.org").count()) == ([302] * 5 + [429] * 2, 5)


def test_whoever_has_written_to_many_six_times_today_goes_on_tomorrow(convenor, ada, ask):
    ask("Ann")
    at = "/gatherings/spring/bookings/letters/"
    pages = [convenor.post(at, {"whom": "all", "subject": "S", "words": "W"}).url for _ in range(7)]
    [convenor.post(page, {"act": "preview"}) for page in pages]

    messages = [
        [str(words) for words in convenor.post(page, {"act": "send"}, follow=True).context["messages"]][-1]
        for page in pages
    ]
    with time_machine.travel(timezone.now() + timedelta(days=1), tick=False):
        convenor.force_login(ada)
        convenor.post(pages[-1], {"act": "send"})

    assert [words[:16] for words in messages] == ["It’s on its way:"] * 6 + ["You have already"]
    assert Dispatch.objects.count() == 7


def test_a_code_for_a_place_is_guessed_thirty_times_a_minute():
    browser = Client()
    at = browser.post(AT, TOLD | {"email": "ann@example.org"}).headers["Location"]

    answers = [browser.post(at, {"code": "000000"}).status_code for _ in range(31)]

    assert answers == [422] * 30 + [429]
