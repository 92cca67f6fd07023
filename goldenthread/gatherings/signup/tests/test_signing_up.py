"""A chair in a session, first come, first served."""

from datetime import timedelta

import pytest

from goldenthread.gatherings.bookings.models import State
from goldenthread.gatherings.plan import turns
from goldenthread.gatherings.programme.models import Placing
from goldenthread.gatherings.signup.chores import move_session_lists
from goldenthread.gatherings.signup.hours import hours_at
from goldenthread.gatherings.signup.models import OwedSession, SessionPlace
from goldenthread.gatherings.signup.opening_sign_up import SomebodyIsIn, close_sign_up, open_sign_up
from goldenthread.gatherings.signup.signing_up import AtThatHour, NoSignUp, give_back, sign_up


def owed():
    return [(row.booking.name, row.kind) for row in OwedSession.objects.order_by("pk")]


def test_who_comes_first_has_a_chair_and_who_comes_later_waits(opened, comes, sit, lists):
    for name in ("Di", "Ed", "Flo"):
        sit(comes(name), opened[0])

    assert lists(opened[0]) == [("Di", "coming"), ("Ed", "coming"), ("Flo", "waiting")]


def test_a_second_press_changes_nothing(opened, comes, sit, lists):
    di = comes("Di")

    sit(di, opened[0])
    sit(di, opened[0])

    assert lists(opened[0]) == [("Di", "coming")]


def test_there_are_as_many_chairs_as_the_session_is_for_if_those_are_fewer(opened, circle, now):
    circle.most_people = 12
    circle.save()

    assert [hour.chairs for hour in hours_at(circle.gathering, now)] == [2, 12, 2]


def test_a_supporter_has_a_chair_and_nobody_overtakes_but_who_fits(opened, comes, sit, lists):
    for booking in (comes("Di"), comes("Ed", seats=2), comes("Flo")):
        sit(booking, opened[0])

    give_back(SessionPlace.objects.get(booking__name="Di"), now=opened[0].at)

    assert lists(opened[0]) == [("Ed", "coming"), ("Flo", "waiting")]


def test_a_chair_given_back_goes_to_the_next_who_is_told(opened, comes, sit, lists, now):
    places = [sit(comes(name), opened[0]) for name in ("Di", "Ed", "Flo")]

    give_back(places[0], now=now)

    assert lists(opened[0]) == [("Ed", "coming"), ("Flo", "coming")]
    assert owed() == [("Flo", "chair")]


def test_nobody_is_in_two_at_one_hour(opened, comes, sit, lists):
    di = comes("Di")
    sit(di, opened[0])

    with pytest.raises(AtThatHour, match="A workshop"):
        sit(di, opened[2])

    sit(di, opened[2], instead=True)
    assert (lists(opened[0]), lists(opened[2])) == ([], [("Di", "coming")])


def test_a_session_held_twice_is_theirs_once(opened, comes, sit):
    di = comes("Di")
    sit(di, opened[0])

    with pytest.raises(AtThatHour, match="A workshop"):
        sit(di, opened[1])


def test_who_sits_elsewhere_is_asked_before_they_are_moved(opened, comes, sit, lists, now):
    places = [sit(comes(name), opened[0]) for name in ("Di", "Ed")]
    flo = comes("Flo")
    sit(flo, opened[2])
    sit(flo, opened[0])

    give_back(places[0], now=now)

    offer = SessionPlace.objects.get(booking=flo, title="A workshop")
    assert (offer.state, lists(opened[2]), owed()) == ("offered", [("Flo", "coming")], [("Flo", "offer")])
    # Two in the afternoon in Leeds, and four waking hours.
    assert offer.until == now + timedelta(hours=4)


def test_an_offer_that_is_taken_gives_the_other_chair_back(opened, comes, sit, lists, now):
    places = [sit(comes(name), opened[0]) for name in ("Di", "Ed")]
    flo = comes("Flo")
    sit(flo, opened[2])
    sit(flo, opened[0])
    give_back(places[0], now=now)

    sit(flo, opened[0], instead=True)

    assert (lists(opened[0]), lists(opened[2])) == ([("Ed", "coming"), ("Flo", "coming")], [])


def test_an_offer_without_an_answer_passes_on_and_they_keep_what_they_had(opened, comes, sit, lists, now):
    places = [sit(comes(name), opened[0]) for name in ("Di", "Ed")]
    flo = comes("Flo")
    sit(flo, opened[2])
    sit(flo, opened[0])
    sit(comes("Gus"), opened[0])
    give_back(places[0], now=now)

    move_session_lists(now + timedelta(hours=3))
    move_session_lists(now + timedelta(hours=5))
    move_session_lists(now + timedelta(hours=5))

    assert (lists(opened[0]), lists(opened[2])) == ([("Ed", "coming"), ("Gus", "coming")], [("Flo", "coming")])
    assert owed() == [("Flo", "offer"), ("Flo", "lapsed"), ("Gus", "chair")]


def test_who_only_waits_for_a_place_at_the_gathering_has_no_chair(opened, comes, sit):
    waiting = comes("Di")
    waiting.state = State.WAITING
    waiting.save()

    with pytest.raises(NoSignUp):
        sit(waiting, opened[0])


def test_nobody_signs_up_for_what_has_begun(opened, comes):
    with pytest.raises(NoSignUp):
        sign_up(comes("Di"), opened[0].pk, now=opened[0].starts_at)


def test_nobody_signs_up_for_what_needs_none(opened, held, hall, comes, sit, released):
    dropped_in = held("Tea", hall, 14)
    released()

    with pytest.raises(NoSignUp):
        sit(comes("Di"), dropped_in.placings.get())


def test_nobody_signs_up_where_it_is_called_off(opened, comes, sit, day, ada):
    turns.call_off(day, by=ada, because="Snow.")

    with pytest.raises(NoSignUp):
        sit(comes("Di"), opened[0])


def test_sign_up_is_taken_back_only_while_nobody_is_in_it(opened, comes, sit, day, ada, now):
    workshop, circle = opened[1].session, opened[2].session
    sit(comes("Di"), opened[1])

    with pytest.raises(SomebodyIsIn):
        close_sign_up(workshop.sign_up, day, by=ada)
    close_sign_up(circle.sign_up, day, by=ada)

    assert {hour.placing.session.uid for hour in hours_at(day, now)} == {workshop.uid}


def test_nobody_signs_up_for_what_people_were_not_shown(opened, held, comes, sit, ada, released):
    draft = held("A secret", opened[2].room, 14)
    open_sign_up([draft], draft.gathering, by=ada, now=opened[0].at, draw=None)
    hour = draft.placings.get()
    with pytest.raises(NoSignUp):
        sit(comes("Di"), hour)

    released()

    assert sit(comes("Ed"), hour).state == "coming"


def test_what_the_newest_programme_leaves_out_is_not_signed_up_for(opened, comes, sit, released):
    left_out = opened[2]
    Placing.objects.filter(pk=left_out.pk).delete()
    assert sit(comes("Di"), left_out).state == "coming"

    released()

    with pytest.raises(NoSignUp):
        sit(comes("Ed"), left_out)
