"""What people answer to the convenors' own questions: theirs to change, and gone with their place or on its day."""

from datetime import UTC, datetime

import pytest

from goldenthread.gatherings.bookings import chores
from goldenthread.gatherings.bookings.answering import confirm
from goldenthread.gatherings.bookings.booking_a_place import PlaceRequest, keep_a_place
from goldenthread.gatherings.bookings.giving_up import give_up
from goldenthread.gatherings.bookings.leaving import forget
from goldenthread.gatherings.bookings.models import Booking, BookingAnswer, State
from goldenthread.people.everything import everything_about
from goldenthread.people.models import Person

AT, FORM = "/gatherings/spring/bookings/questions/", "/gatherings/spring/booking/"


def words():
    return [answer.words for answer in BookingAnswer.objects.order_by("pk")]


def test_what_anybody_typed_for_an_address_is_no_answer_until_it_is_confirmed(convenor, room, train, now):
    kept = keep_a_place(room, PlaceRequest("Ann", "ann@example.org", answers={train.pk: "=The 9:04"}), now=now)
    pages = [f"{AT}{train.pk}/", f"/gatherings/spring/bookings/{kept.pk}/", "/gatherings/spring/bookings/list.csv"]
    before = [b"The 9:04" in convenor.get(page).content for page in pages]
    confirm(kept, now)
    after = [convenor.get(page).content for page in pages]

    assert (before, [b"The 9:04" in page for page in after]) == ([False] * 3, [True] * 3)
    # A spreadsheet takes it for no formula, and the question is its heading.
    assert (b"Line,Which train?" in after[2], b",'=The 9:04" in after[2]) == (True, True)


def test_an_answer_typed_again_counts_when_its_owner_confirms_it(room, answered, train, now):
    press = keep_a_place(room, PlaceRequest("Ann", "ann@example.org", answers={train.pk: "The 10:04"}), now=now)
    before = [answer.words for answer in answered.answers.all()]
    confirm(press, now)

    assert (before, [answer.words for answer in answered.answers.all()]) == (["The 9:04"], ["The 10:04"])
    assert BookingAnswer.objects.count() == 1


def test_what_a_stranger_typed_first_goes_when_the_owner_types_anew(room, bo, train, now):
    keep_a_place(room, PlaceRequest("Bo", bo.email, answers={train.pk: "Nonsense"}), now=now)
    mine = keep_a_place(room, PlaceRequest("Bo", bo.email), now=now, person=bo)

    assert (mine.person, words()) == (bo, [])


def test_the_answer_stands_on_ones_page_and_can_be_changed_there(client, answered, train):
    page_of_words = f"{answered.get_absolute_url()}told/"
    before = client.get(answered.get_absolute_url()).content.decode()
    shown = client.get(page_of_words).context["form"][f"question_{train.pk}"].value()
    client.post(page_of_words, {"name": "Ann", f"question_{train.pk}": "The 11:04"})
    changed = words()
    client.post(page_of_words, {"name": "Ann"})

    assert ("The 9:04" in before, shown, changed, words()) == (True, "The 9:04", ["The 11:04"], [])


def test_who_booked_before_it_was_asked_finds_it_on_their_page_and_is_not_held_up(client, ann, meal):
    page = client.get(ann.get_absolute_url()).content.decode()
    page_of_words = f"{ann.get_absolute_url()}told/"
    saved = client.post(page_of_words, {"name": "Ann", "needs": "Tea"})
    client.post(page_of_words, {"name": "Ann", f"question_{meal.pk}": "Soup"})
    emptied = client.post(page_of_words, {"name": "Ann"})

    assert "Which meal?" in page
    assert (saved.status_code, emptied.status_code, words()) == (302, 422, ["Soup"])


def test_somebody_on_a_list_finds_it_too_once_they_said_that_it_is_them(client, nan, train, now):
    confirm(nan, now)

    assert "Which train?" in client.get(nan.get_absolute_url()).content.decode()


def test_answers_are_deleted_on_their_day_and_not_before(answered):
    chores.forget_answers(datetime(2027, 4, 26, 12, tzinfo=UTC))
    before = words()
    chores.forget_answers(datetime(2027, 4, 27, 12, tzinfo=UTC))
    chores.forget_answers(datetime(2027, 4, 27, 12, tzinfo=UTC))

    assert (before, words()) == (["The 9:04"], [])


@pytest.mark.parametrize(
    "go",
    [
        lambda booking, now: give_up(booking, State.CANCELLED, now=now, by=None),
        lambda booking, now: forget(Booking.objects.filter(pk=booking.pk)),
    ],
)
def test_who_is_not_coming_or_is_forgotten_has_answered_nothing(answered, now, go):
    go(answered, now)

    assert words() == []


def test_everything_about_me_holds_my_answers_and_not_those_to_my_questions(answered, ada):
    def rows(person):
        return [drawer.rows.count() for drawer in everything_about(person) if drawer.model is BookingAnswer]

    assert (rows(Person.objects.get(email="ann@example.org")), rows(ada)) == ([1], [0])


def test_an_address_that_a_convenor_gives_reads_no_answer(client, answered):
    Booking.objects.filter(pk=answered.pk).update(told_elsewhere=True)

    assert "The 9:04" not in client.get(answered.get_absolute_url()).content.decode()
