"""By when whoever asks is answered: the same on the form, in the e-mail and on their page; and what convenors may choose."""

from datetime import timedelta

import pytest
from django.test import Client

from goldenthread.gatherings.bookings.answering import confirm
from goldenthread.gatherings.bookings.tests.asking import let_them_ask
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.kit import clock

FORM = "/gatherings/spring/booking/"


def words_of(at):
    return " ".join(Client().get(at).content.decode().split())


@pytest.mark.parametrize(
    ("ahead", "words"), [(100, "answer by e-mail within 5 days."), (2, "answer by e-mail before the gathering begins.")]
)
def test_it_is_said_alike_everywhere(room, ada, ask, emails, ahead, words):
    now = clock.now()
    Gathering.objects.update(day=(now + timedelta(days=ahead)).date())
    let_them_ask(room, ada, now, answer_days=5)
    ann = ask("Ann")
    confirm(ann, now)
    read = [words_of(FORM), words_of(ann.get_absolute_url()), emails()["Ann"].text]

    assert [words in text for text in read] == [True, True, True]


@pytest.mark.parametrize(
    ("number", "typed", "words"),
    [
        ("answer_days", "0", "Choose a number from 1 to 31."),
        ("answer_days", "-1", "Choose a number from 1 to 31."),
        ("confirm_hours", "1", "Choose a number from 2 to 744."),
    ],
)
def test_a_number_that_cannot_be_is_refused_in_plain_words(convenor, room, number, typed, words):
    good = {"places": "9", "confirm_hours": "72", "answer_hours": "24", "by_asking": "True", "answer_days": "3"}
    answer = convenor.post("/gatherings/spring/bookings/opening/", good | {number: typed})

    assert (answer.status_code, answer.context["form"].errors[number]) == (422, [words])


def test_so_are_the_days_of_a_reminder(convenor, room):
    answer = convenor.post("/gatherings/spring/bookings/reminders/", {"days": "0"})

    assert answer.context["form"].errors["days"] == ["Choose a number from 1 to 30."]
