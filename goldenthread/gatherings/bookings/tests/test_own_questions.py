"""Questions of one gathering's own: asked with a purpose, answered with a booking, and gone on their day."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from goldenthread.gatherings.bookings.answering import confirm
from goldenthread.gatherings.bookings.asking_questions import AnsweredAlready, ask, end, reword
from goldenthread.gatherings.bookings.booking_a_place import PlaceRequest, keep_a_place
from goldenthread.gatherings.bookings.models import BookingAnswer, BookingQuestion
from goldenthread.gatherings.plan.copying import copy_plan
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.journal.models import Entry

AT, FORM = "/gatherings/spring/bookings/questions/", "/gatherings/spring/booking/"
TRAIN = {"words": "Which train?", "purpose": "To share a taxi."}
MEAL = {"words": "Which meal?", "purpose": "To order.", "shape": "one", "options": "Soup\nStew", "is_needed": True}


def words():
    return [answer.words for answer in BookingAnswer.objects.order_by("pk")]


def test_a_convenor_asks_and_says_what_for_and_until_when(convenor, room):
    answer = convenor.post(AT, {**TRAIN, "shape": "line", "keep_days": "7"})

    question = BookingQuestion.objects.get()
    assert answer.status_code == 302
    assert (question.words, question.purpose, question.keep_days, question.is_needed) == (
        "Which train?",
        "To share a taxi.",
        7,
        False,
    )


@pytest.mark.parametrize(
    "wrong",
    [{"purpose": ""}, {"keep_days": "91"}, {"keep_days": "0"}, {"shape": "one", "options": "Only one"}],
)
def test_without_a_purpose_too_long_or_without_choices_it_is_not_asked(convenor, room, wrong):
    answer = convenor.post(AT, {**TRAIN, "shape": "line", "keep_days": "7", **wrong})

    assert (answer.status_code, BookingQuestion.objects.count()) == (422, 0)


def test_five_are_enough_and_ended_ones_do_not_count(convenor, room, ada, now):
    five = [ask(room, TRAIN, now=now, by=ada) for _ in range(5)]
    sixth = {**TRAIN, "shape": "line", "keep_days": "7"}

    refused = convenor.post(AT, sixth).status_code
    end(five[0], now=now, by=ada)

    assert (refused, convenor.post(AT, sixth).status_code) == (422, 302)


def test_before_anybody_knows_the_day_it_says_how_long_after(train):
    undated = Gathering(title="Some day")

    assert train.until_in_words(undated) == "Deleted 7 days after the gathering"


def test_the_form_says_what_for_and_the_day_on_which_the_answer_is_deleted(client, train):
    page = client.get(FORM).content.decode()

    assert "What it’s for: To share a taxi." in page
    assert "Seen by the convenors. Deleted on 27 April 2027" in page


def test_what_is_needed_is_asked_before_the_rest_and_nobody_books_without(client, meal, train):
    page = client.get(FORM)
    form = page.context["form"]
    without = client.post(FORM, {"name": "Ann", "email": "ann@example.org"})
    with_it = client.post(FORM, {"name": "Ann", "email": "ann@example.org", f"question_{meal.pk}": "Stew"})

    assert "A name and an e-mail address are enough" not in page.content.decode()
    assert [field.label for field in form.asked_of_everybody()][2:] == ["Which meal?"]
    assert form.asked_if_you_like()[0].label == "Which train?"
    assert (without.status_code, with_it.status_code, words()) == (422, 302, ["Stew"])


def test_only_a_choice_that_is_there_is_an_answer(client, meal):
    answer = client.post(FORM, {"name": "Ann", "email": "ann@example.org", f"question_{meal.pk}": "Cake"})

    assert (answer.status_code, words()) == (422, [])


def test_of_several_choices_as_many_as_fit(client, room, ada, now):
    days = ask(room, {**MEAL, "shape": "several", "is_needed": False}, now=now, by=ada)

    client.post(FORM, {"name": "Ann", "email": "ann@example.org", f"question_{days.pk}": ["Soup", "Stew"]})

    assert BookingAnswer.objects.get().in_words == "Soup, Stew"


def test_a_question_without_an_answer_is_reworded_and_one_with_an_answer_is_not(convenor, room, train, ada, now):
    other = reword(train, {**TRAIN, "words": "Which bus?"}, by=ada)
    wish = PlaceRequest("Ann", "ann@example.org", answers={train.pk: "The 9:04", other.pk: "The 23"})
    keep_a_place(room, wish, now=now)

    with pytest.raises(AnsweredAlready):
        reword(other, TRAIN, by=ada)
    # Who had the form open before answered a question that is not there any more.
    assert words() == ["The 23"]
    assert convenor.get(f"{AT}{other.pk}/wording/").status_code == 302


def test_an_ended_question_is_not_asked_and_its_answers_stay_until_their_day(client, answered, train, ada, now):
    end(train, now=now, by=ada)
    is_asked = "Which train?" in client.get(FORM).content.decode()
    mine = client.get(answered.get_absolute_url()).content.decode()

    assert (is_asked, "The 9:04" in mine, words()) == (False, True, ["The 9:04"])


def test_an_ended_question_that_nobody_answered_is_gone(train, ada, now):
    end(train, now=now, by=ada)

    assert BookingQuestion.objects.count() == 0


def test_a_copy_asks_the_same_and_nobody_answered(room, answered, meal, ada):
    copied = copy_plan(room, "Autumn", by=ada)

    rows = BookingQuestion.objects.of(copied).in_order()
    assert [(row.words, row.purpose, row.options, row.answers.count()) for row in rows] == [
        ("Which train?", "To share a taxi.", "", 0),
        ("Which meal?", "To order.", "Soup\nStew", 0),
    ]


def test_reading_the_answers_is_written_down_once(convenor, answered, train, ada):
    for _ in range(2):
        convenor.get(f"{AT}{train.pk}/")

    assert [entry.by for entry in Entry.objects.filter(did="read what people answered")] == [ada]


def test_no_public_page_tells_an_answer_or_a_member_reads_the_page_of_answers(client, answered, bo, train):
    client.force_login(bo)

    assert client.get(f"{AT}{train.pk}/").status_code == 403
    assert b"9:04" not in client.get("/gatherings/spring/").content


def test_a_list_asks_as_many_questions_for_one_as_for_many(convenor, room, ada, now):
    type(room).objects.update(places=None)
    five = [ask(room, TRAIN, now=now, by=ada) for _ in range(5)]
    pages = [f"{AT}{five[0].pk}/", AT, "/gatherings/spring/bookings/list.csv"]

    def book(*numbers):
        for number in numbers:
            wish = PlaceRequest("Ann", f"ann{number}@example.org", answers={row.pk: "The 9:04" for row in five})
            confirm(keep_a_place(room, wish, now=now), now)

    def count(page):
        with CaptureQueriesContext(connection) as queries:
            assert convenor.get(page).status_code == 200
        return len(queries)

    book(0)
    # The first reading of an hour is written down.
    [convenor.get(page) for page in pages]
    for_one = [count(page) for page in pages]
    book(*range(1, 12))

    assert [count(page) for page in pages] == for_one
