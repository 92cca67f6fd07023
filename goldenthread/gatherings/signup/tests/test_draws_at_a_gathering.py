"""Wishes, the draw, and what each is told of it."""

from datetime import timedelta

import pytest

from goldenthread.gatherings.bookings.models import State
from goldenthread.gatherings.programme.models import Placing, Session
from goldenthread.gatherings.signup.chores import draw_sessions, forget_session_wishes, write_of_sessions
from goldenthread.gatherings.signup.draw_in_words import draw_in_words
from goldenthread.gatherings.signup.drawing import WishesAreClosed, wish
from goldenthread.gatherings.signup.drawn_in_words import what_was_drawn
from goldenthread.gatherings.signup.models import Draw, OwedSession, SessionPlace, SessionWish
from goldenthread.gatherings.signup.opening_sign_up import set_draw
from goldenthread.gatherings.signup.signing_up import NoSignUp, give_back, sign_up
from goldenthread.outbox.models import Email


@pytest.fixture
def closed(now):
    return now + timedelta(days=2, hours=1)


def test_the_seed_is_there_before_anybody_wishes_and_stays(drawn_in_two_days, day, ada, now):
    later = set_draw(day, by=ada, now=now, until=now + timedelta(days=3), most_each=1)

    assert (later.pk, later.seed) == (drawn_in_two_days.pk, drawn_in_two_days.seed)
    assert 100_000 <= later.seed < 1_000_000


def test_wishes_can_be_changed_until_they_close(drawn_in_two_days, comes, workshop, circle, now, closed):
    di = comes("Di")

    wish(di, drawn_in_two_days, [workshop, circle], now=now)
    wish(di, drawn_in_two_days, [circle, workshop], now=now)

    assert SessionWish.objects.by_booking() == {di.pk: [circle.pk, workshop.pk]}
    with pytest.raises(WishesAreClosed):
        wish(di, drawn_in_two_days, [workshop], now=closed)


def test_before_the_draw_nobody_is_first(drawn_in_two_days, comes, workshop, now):
    with pytest.raises(NoSignUp):
        sign_up(comes("Di"), workshop.placings.first().pk, now=now)


@pytest.mark.parametrize(
    ("people", "sentence"),
    [
        (6, "Everybody who wished got a chair."),
        (7, "somebody could be made out"),
        (16, "10 people or more went without."),
    ],
)
def test_convenors_read_that_it_was_drawn_and_never_how_few_went_without(
    drawn_in_two_days, comes, circle, closed, people, sentence
):
    draw, circle.most_people = drawn_in_two_days, 6
    circle.save()
    before = what_was_drawn(draw.gathering)
    for number in range(people):
        wish(comes(f"P{number}"), draw, [circle], now=draw.at)

    draw_sessions(closed)

    after = what_was_drawn(draw.gathering)
    assert (before, after.startswith("Chairs were drawn on "), sentence in after) == ("", True, True)


def test_nobody_goes_without_if_there_is_a_way(drawn_in_two_days, comes, workshop, circle, now, closed):
    """Five want the workshop, which has two chairs at each of its hours; there is one in the circle."""
    circle.most_people = 1
    circle.save()
    for name in ("Di", "Ed", "Flo", "Gus", "Hal"):
        wish(comes(name), drawn_in_two_days, [workshop, circle], now=now)

    draw_sessions(closed)
    draw_sessions(closed)

    assert set(SessionPlace.objects.values_list("booking__name", flat=True)) == {"Di", "Ed", "Flo", "Gus", "Hal"}
    assert SessionPlace.objects.count() == 5
    assert OwedSession.objects.count() == 5


def test_it_is_not_drawn_before_wishes_close(drawn_in_two_days, comes, workshop, now):
    wish(comes("Di"), drawn_in_two_days, [workshop], now=now)

    draw_sessions(now)

    assert (Draw.objects.get().drawn_at, SessionPlace.objects.count()) == (None, 0)


def test_who_gave_up_their_place_is_not_drawn(drawn_in_two_days, comes, workshop, now, closed):
    di = comes("Di")
    wish(di, drawn_in_two_days, [workshop], now=now)
    di.state = State.CANCELLED
    di.save()

    draw_sessions(closed)

    assert (SessionPlace.objects.count(), OwedSession.objects.count()) == (0, 0)


def test_who_was_typed_in_before_keeps_their_chair(drawn_in_two_days, comes, circle, ada, now, closed):
    di, workshop = comes("Di"), Session.objects.get(title="A workshop")
    sign_up(di, circle.placings.get().pk, now=now, by=ada)
    wish(di, drawn_in_two_days, [circle, workshop], now=now)

    draw_sessions(closed)

    hours = SessionPlace.objects.order_by("pk").values_list("title", "number")
    assert list(hours) == [("A circle", 1), ("A workshop", 2)]


def test_who_was_put_on_the_waiting_list_before_can_be_drawn(drawn_in_two_days, comes, circle, ada, now, closed):
    circle.most_people = 1
    circle.save()
    placing = circle.placings.get().pk
    first, di = (sign_up(comes(name), placing, now=now, by=ada) for name in ("Ed", "Di"))
    wish(di.booking, drawn_in_two_days, [circle], now=now)
    give_back(first, now=now)

    draw_sessions(closed)

    assert list(SessionPlace.objects.values_list("booking__name", "state")) == [("Di", "coming")]


def test_what_is_left_is_first_come_afterwards(drawn_in_two_days, comes, workshop, circle, now, closed):
    wish(comes("Di"), drawn_in_two_days, [workshop], now=now)
    draw_sessions(closed)

    place = sign_up(comes("Ed"), circle.placings.get().pk, now=closed)

    assert place.state == "coming"


def test_each_is_told_in_a_sentence_which_wishes_they_got_and_why_not_the_others(
    drawn_in_two_days, comes, workshop, circle, now, closed
):
    for n in range(12):
        wish(comes(f"Di{n}"), drawn_in_two_days, [workshop, circle], now=now)
    draw_sessions(closed)
    missed = SessionPlace.objects.filter(title="A circle").exclude(booking__session_places__title="A workshop")[0]

    write_of_sessions(closed)
    write_of_sessions(closed)

    text = Email.objects.get(address=missed.booking.email).text
    assert "You got your 2nd wish." in text
    assert "A circle: Tuesday 20 April, 10:00" in text
    # Twelve wished for it, which is told rounded down to a five.
    assert "“A workshop” was wanted by 10 people or more, for 4 chairs." in text
    assert Email.objects.filter(kind="session news").count() == 12


def test_how_many_is_not_said_of_a_few(drawn_in_two_days, comes, workshop, small_room, now, closed):
    small_room.capacity = 1
    small_room.save()
    for name in ("Di", "Ed", "Flo"):
        wish(comes(name), drawn_in_two_days, [workshop], now=now)

    draw_sessions(closed)
    write_of_sessions(closed)

    without = SessionPlace.objects.values("booking")
    text = Email.objects.exclude(address__in=without.values("booking__email")).get().text
    assert "You got none of the sessions that you wished for." in text
    assert "There was no chair for you in “A workshop”." in text


def test_wishes_are_forgotten_two_weeks_after(drawn_in_two_days, comes, workshop, now):
    wish(comes("Di"), drawn_in_two_days, [workshop], now=now)

    forget_session_wishes(now + timedelta(days=20))
    assert SessionWish.objects.count() == 1

    forget_session_wishes(now + timedelta(days=22))
    assert SessionWish.objects.count() == 0


def test_a_chair_from_before_the_draw_is_said_as_the_reason(
    drawn_in_two_days, comes, workshop, circle, released, closed
):
    di = comes("Di")
    Placing.objects.filter(session=workshop).exclude(pk=workshop.placings.first().pk).delete()
    there = workshop.placings.get()
    Placing.objects.filter(session=circle).update(day=there.day, from_time=there.from_time)
    now = released().at
    sign_up(di, circle.placings.get().pk, now=now, by=drawn_in_two_days.gathering.current_convenings[0].person)
    wish(di, drawn_in_two_days, [workshop], now=now)

    draw_sessions(closed)

    in_words = draw_in_words(di, Draw.objects.get(), closed)
    assert in_words.missed == ("“A workshop”: you have a chair in “A circle” at that hour.",)
    assert in_words.sentence == "You got none of the sessions that you wished for. Some sessions may still have chairs."
