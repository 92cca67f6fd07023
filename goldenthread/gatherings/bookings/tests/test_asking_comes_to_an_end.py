"""Where asking ends: it is taken back, nobody need ask any more, the day is over, or the answer is a yes a day before."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils.html import strip_tags

from goldenthread.gatherings.bookings.expecting import ask_each, to_ask
from goldenthread.gatherings.bookings.giving_up import decline, end_for
from goldenthread.gatherings.bookings.models import Booking, Reminder, State
from goldenthread.gatherings.bookings.places_by_asking import say_yes
from goldenthread.gatherings.bookings.reminding import to_remind
from goldenthread.gatherings.bookings.tests.asking import let_them_ask
from goldenthread.gatherings.bookings.withdrawing import stay_after_all, withdraw
from goldenthread.gatherings.plan.models import Gathering

AT, FORM = "/gatherings/spring/bookings/", "/gatherings/spring/booking/"


def words_of(answer):
    return " ".join(strip_tags(answer.content.decode()).split())


def test_who_is_taking_it_back_gets_no_place_when_nobody_need_ask_any_more(askers, room, ada, now, stands):
    withdraw(askers["Ann"], State.CANCELLED, now=now)
    let_them_ask(room, ada, now, by_asking=False)
    before = stands(askers)
    stay_after_all(askers["Ann"], now=now)

    assert (before["Ann"], before["Ben"]) == (State.ASKED, State.COMING)
    assert stands(askers)["Ann"] == State.COMING


def test_after_the_day_nobody_is_offered_an_answer(askers, convenor, now):
    Gathering.objects.update(day=(now - timedelta(days=1)).date())
    theirs = words_of(Client().get(askers["Ann"].get_absolute_url()))
    page, listed = (words_of(convenor.get(at)) for at in (f"{AT}{askers['Ann'].pk}/", AT))

    assert "You asked for a place, and nobody answered you. We’re sorry about that." in theirs
    assert ("Your answer" in page, "answered yet" in listed) == (False, False)


def test_who_said_no_for_good_is_not_to_be_put_back(nan, room, convenor, now):
    ask_each(to_ask(room), now=now)
    decline(nan, now=now)

    assert "Put them back" not in words_of(convenor.get(f"{AT}{nan.pk}/"))


def test_who_took_back_a_request_does_not_have_a_place_again(askers, convenor, ada, now):
    end_for(askers["Ann"], apologies=False, now=now, by=ada)
    page = words_of(convenor.get(f"{AT}{askers['Ann'].pk}/"))

    assert ("they have it again" in page, "Then you’ve said yes to them" in page) == (False, True)


@pytest.mark.parametrize(("ago", "names"), [(1, []), (3, ["Ann"])])
def test_no_reminder_follows_at_once_upon_a_yes(askers, room, ada, now, ago, names):
    room = Gathering.objects.get(pk=room.pk)
    Gathering.objects.filter(pk=room.pk).update(day=(now + timedelta(days=30)).date())
    reminder = Reminder.objects.filter(gathering=room, days=1).get()
    reminder.gathering.refresh_from_db()
    Booking.objects.update(confirmed_at=now - timedelta(days=9))
    goes_at = reminder.goes_at
    assert goes_at
    say_yes(askers["Ann"], now=goes_at - timedelta(days=ago), by=ada)

    assert [booking.name for booking in to_remind(reminder)] == names


def test_a_form_with_a_mistake_still_asks_as_before(room, ada, now):
    let_them_ask(room, ada, now)
    page = words_of(Client().post(FORM, {"name": "", "email": ""}))

    assert "A line for the convenors, who read it before they answer" in page
    assert ("confirm your place" in page, "a line about you" in page) == (False, False)
