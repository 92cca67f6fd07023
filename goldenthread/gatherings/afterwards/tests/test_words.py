"""Thanks, feedback, and what came of it."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection

from goldenthread.gatherings.afterwards.feeding_back import give, shown_back
from goldenthread.gatherings.afterwards.forms import OutcomeForm
from goldenthread.gatherings.afterwards.models import Afterword, Feedback, FeedbackGiven, Outcome
from goldenthread.gatherings.afterwards.writing import begin_afterword
from goldenthread.gatherings.bookings.models import Booking
from goldenthread.outbox.models import Circular

THANKS = {"whom": "came", "subject": "Thank you", "words": "Dear {name}, thank you."}


def names(afterword):
    return [receiver.name for receiver in afterword.receivers()]


@pytest.mark.parametrize(
    ("whom", "to_whom"), [("came", ["Ann Weir", "Ben Weir", "Cat Weir", "Dot Weir"]), ("missed", ["Eli Weir"])]
)
def test_thanks_go_to_those_who_came_and_the_others_are_missed(today, ada, evening, whom, to_whom):
    assert names(begin_afterword(today, by=ada, whom=whom, subject="x", words="x")) == to_whom


def test_an_email_is_read_by_its_writer_first(convenor, to):
    there = to.post("afterwards/letters/", THANKS).url.removeprefix("/gatherings/spring/")
    to.post(there, {"act": "send"})
    before = Circular.objects.get().is_sent

    for act in ["preview", "send", "send", "nonsense"]:
        to.post(there, {"act": act})

    assert (before, Circular.objects.get().receivers.count()) == (False, 4)
    assert to.get(there).context["progress"].meant == 4


@pytest.mark.parametrize("act", ["stop", "go-on", "send-held-again", "let-held-be"])
def test_an_email_that_goes_can_be_stopped_and_looked_after(convenor, to, act):
    there = to.post("afterwards/letters/", THANKS).url.removeprefix("/gatherings/spring/")
    for before in ("preview", "send"):
        to.post(there, {"act": before})

    assert to.post(there, {"act": act}).status_code == 302
    assert Circular.objects.get().is_stopped is (act == "stop")


def test_nobody_is_written_to_where_nobody_was_missed(convenor, to, sat):
    sat["Eli"].delete()
    there = to.post("afterwards/letters/", THANKS | {"whom": "missed"}).url.removeprefix("/gatherings/spring/")

    for act in ("preview", "send"):
        to.post(there, {"act": act})

    assert Circular.objects.get().is_sent is False


@pytest.mark.parametrize(("whom", "subject"), [("missed", "We missed you"), ("nonsense", "Thank you for coming")])
def test_there_are_words_to_begin_with(convenor, to, whom, subject):
    assert to.get(f"afterwards/letters/?whom={whom}").context["form"]["subject"].value() == subject


def test_an_email_without_words_is_given_back(convenor, to):
    assert to.post("afterwards/letters/", THANKS | {"words": ""}).status_code == 422
    assert Afterword.objects.count() == 0


# ---- feedback


def test_those_who_were_there_answer_once_and_nothing_ties_the_two_rows(to, sat, evening):
    for words in ("The soup.", "Again."):
        to.post(f"day/of/{sat['Ann'].key}/feedback/", {"good": words})

    assert [(feedback.good, feedback.hard) for feedback in Feedback.objects.all()] == [("The soup.", "")]
    assert {field.name for field in Feedback._meta.get_fields()} == {"id", "gathering", "good", "hard", "next"}
    assert {field.name for field in FeedbackGiven._meta.get_fields()} == {"id", "booking"}


def test_three_empty_answers_are_an_answer_without_words(to, sat, evening):
    to.post(f"day/of/{sat['Ann'].key}/feedback/")

    assert (FeedbackGiven.objects.count(), Feedback.objects.count()) == (1, 0)


def test_an_answer_that_is_too_long_is_given_back(to, sat, evening):
    assert to.post(f"day/of/{sat['Ann'].key}/feedback/", {"good": "x" * 601}).status_code == 422


def test_whoever_was_not_there_has_no_such_page(to, sat, evening):
    assert to.get(f"day/of/{sat['Eli'].key}/feedback/").status_code == 404


@pytest.mark.parametrize(
    ("later", "is_open"), [(timedelta(days=-1), False), (timedelta(days=6), True), (timedelta(days=8), False)]
)
def test_it_is_asked_for_a_week(to, sat, evening, later, is_open):
    with time_machine.travel(evening + later, tick=False):
        page = to.get(f"day/of/{sat['Ann'].key}/feedback/")
        to.post(f"day/of/{sat['Ann'].key}/feedback/", {"good": "The soup."})

    assert (page.context["is_open"], Feedback.objects.count()) == (is_open, int(is_open))


@pytest.mark.parametrize(("answers", "days", "shown"), [(5, 8, 5), (4, 8, None), (5, 6, None)])
def test_everybody_reads_it_at_the_same_moment_and_never_fewer_than_five(to, today, evening, answers, days, shown):
    for number in range(answers):
        Feedback.objects.create(gathering=today, good=f"Good {number}")

    with time_machine.travel(evening + timedelta(days=days), tick=False):
        response = to.get("feedback/").context["feedback"]

    assert (response and len(response)) == shown


def test_where_no_day_is_known_nothing_is_shown(today, evening):
    today.day = None

    assert shown_back(today, evening) is None


# ---- for everybody


def test_what_came_of_it_stands_on_the_page_of_the_gathering(convenor, to, ada, evening):
    to.post("afterwards/outcome/", {"words": "Three new *circles*."})
    to.post("afterwards/outcome/", {"words": "Four new *circles*."})

    assert (Outcome.objects.get().by, Outcome.objects.get().at) == (ada, evening)
    assert "Four new <em>circles</em>." in to.get("").content.decode()


def test_an_outcome_that_is_too_long_is_given_back(convenor, to):
    assert to.post("afterwards/outcome/", {"words": "x" * 20_001}).status_code == 422


def test_where_answers_lie_in_the_database_tells_nothing_of_who_came_first(sat, monkeypatch):
    for name, lot in [("Ann", "c"), ("Ben", "a"), ("Cat", "b")]:
        monkeypatch.setattr(Feedback._meta.get_field("id"), "_get_default", lambda lot=lot: lot)
        give(sat[name], {"good": name, "hard": "", "next": ""})

    where = "ctid" if connection.vendor == "postgresql" else "rowid"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT id FROM afterwards_feedback ORDER BY {where}")  # noqa: S608 (one of two words)
        assert [lot for (lot,) in cursor.fetchall()] == ["a", "b", "c"]


@pytest.mark.parametrize("state", ["kept", "offered", "given"])
def test_whoever_never_said_that_they_come_is_not_missed(today, ada, sat, evening, state):
    Booking.objects.filter(pk=sat["Eli"].pk).update(state=state)

    assert names(begin_afterword(today, by=ada, whom="missed", subject="x", words="x")) == []


def test_two_convenors_may_say_what_came_of_it_at_the_same_moment(convenor, to, today, monkeypatch):
    def meanwhile(form):
        Outcome.objects.create(gathering=today, words="Soup.")
        return form.cleaned_data

    monkeypatch.setattr(OutcomeForm, "clean", meanwhile)

    answer = to.post("afterwards/outcome/", {"words": "Bread."})
    assert (answer.status_code, Outcome.objects.get().words) == (302, "Bread.")
