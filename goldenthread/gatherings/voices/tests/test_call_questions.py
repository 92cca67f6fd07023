"""Questions of one call: asked with a purpose, answered with a contribution, seen by those it says, and gone on their day."""

from datetime import UTC, datetime, timedelta

import pytest
from django import forms
from django.db import connection

from goldenthread.gatherings.voices.call_questions import add_question, end_question
from goldenthread.gatherings.voices.chores import forget_call_answers
from goldenthread.gatherings.voices.models import CallAnswer, CallQuestion, Contribution, Voice
from goldenthread.gatherings.voices.question_forms import CallQuestionsMixin
from goldenthread.gatherings.voices.tests.calls import a_call_at
from goldenthread.kit import clock

AT = "/gatherings/spring/call/questions/"
TRAIN = {"words": "Which train?", "purpose": "To share a taxi."}
FORM = {**TRAIN, "shape": "line", "seen_by": "convenors", "keep_days": "7"}


class Offering(CallQuestionsMixin, forms.Form):
    """As the form of whoever offers something will ask them."""


@pytest.fixture
def call(spring, ada):
    return a_call_at(spring, ada)


@pytest.fixture
def ask(call, ada):
    return lambda **more: add_question(call, TRAIN | more, now=clock.now(), by=ada)


@pytest.fixture
def chairs(spring):
    return Contribution.objects.create(gathering=spring, title="Eleven chairs", sent_at=clock.now())


def answer(question, contribution, words):
    return CallAnswer.objects.create(question=question, contribution=contribution, words=words)


def offering(call, contribution, typed=None, *, is_draft=False):
    form = Offering(typed)
    form.ask_questions(call, contribution, is_draft=is_draft)
    return form


def test_a_convenor_asks_and_says_who_sees_it(client, ada, call):
    client.force_login(ada)
    saved = client.post(AT, FORM | {"seen_by": "readers"})

    question = CallQuestion.objects.get()
    assert (saved.status_code, question.seen_by, question.by) == (302, "readers", ada)
    assert "Which train?" in client.get(AT).content.decode()


@pytest.mark.parametrize("wrong", [{"purpose": ""}, {"keep_days": "91"}, {"seen_by": ""}, {"shape": "one"}])
def test_without_a_purpose_too_long_or_for_nobody_it_is_not_asked(client, ada, call, wrong):
    client.force_login(ada)

    assert (client.post(AT, FORM | wrong).status_code, CallQuestion.objects.count()) == (422, 0)


def test_five_are_enough(client, ada, call, ask):
    client.force_login(ada)
    five = [ask() for _ in range(5)]
    refused = client.post(AT, FORM).status_code
    client.post(f"{AT}{five[0].pk}/ending/")

    assert (refused, client.post(AT, FORM).status_code, CallQuestion.objects.count()) == (422, 302, 5)


@pytest.mark.parametrize(
    ("seen_by", "says"),
    [
        ("convenors", "Seen by the convenors. Deleted on 27 April 2027"),
        ("readers", "Seen by the convenors, and by those who read what people offer. Deleted on 27 April 2027"),
        ("everybody", "Seen by everybody, once it’s in the programme. Deleted on 27 April 2027"),
    ],
)
def test_who_sees_the_answer_and_until_when_stands_beside_it(call, chairs, ask, seen_by, says):
    question = ask(seen_by=seen_by)

    field = offering(call, chairs).fields[f"question_{question.pk}"]
    assert (field.who_sees, field.help_text) == (says, "What it’s for: To share a taxi.")


def test_a_draft_is_saved_without_an_answer_and_nothing_is_sent_without(call, chairs, ask):
    name = f"question_{ask(is_needed=True).pk}"

    draft, sent = offering(call, chairs, {}, is_draft=True), offering(call, chairs, {})
    assert (draft.is_valid(), sent.is_valid(), sent.needed_questions()) == (True, False, [name])


def test_what_is_said_now_counts_and_what_is_empty_is_forgotten(call, chairs, ask):
    train, bus = f"question_{ask().pk}", f"question_{ask().pk}"

    def say(typed):
        form = offering(call, chairs, typed)
        assert form.is_valid()
        form.save_answers(chairs)
        return [row.words for row in CallAnswer.objects.in_order()]

    assert say({train: "The 9:04", bus: "The 23"}) == ["The 9:04", "The 23"]
    assert say({train: "The 10:12", bus: ""}) == ["The 10:12"]
    assert offering(call, chairs).initial == {train: "The 10:12"}


def test_a_question_that_is_gone_meanwhile_is_not_answered(call, chairs, ask, ada):
    question = ask()
    form = offering(call, chairs, {f"question_{question.pk}": "The 9:04"})
    end_question(CallQuestion.objects.get(), now=clock.now(), by=ada)

    assert form.is_valid()
    form.save_answers(chairs)
    assert (CallAnswer.objects.count(), CallQuestion.objects.count()) == (0, 0)


def test_ended_its_answers_stay(call, chairs, ask, ada):
    question = ask()
    answer(question, chairs, "The 9:04")
    end_question(question, now=clock.now(), by=ada)

    assert (offering(call, chairs).questions, CallAnswer.objects.get().in_words) == ({}, "The 9:04")


def test_each_word_leaves_out_what_its_readers_may_not_see(spring, chairs, ask):
    draft = Contribution.objects.create(gathering=spring, title="A draft")
    for seen_by in ("convenors", "readers", "everybody"):
        question = ask(seen_by=seen_by)
        answer(question, chairs, f"for {seen_by}")
        answer(question, draft, "unsent")

    def words(rows):
        return [row.words for row in rows.in_order()]

    everything = ["for convenors", "for readers", "for everybody"]
    assert words(CallAnswer.objects.for_convenors()) == everything
    assert words(CallAnswer.objects.for_readers()) == everything[1:]
    assert words(CallAnswer.objects.for_everybody()) == everything[2:]


def test_it_is_sealed_and_theirs_while_they_are_in_it(chairs, ask, bo, answers_of):
    answer(ask(), chairs, "The 9:04")
    voice = Voice.objects.create(contribution=chairs, number=1, name="Bo", person=bo, yes_at=clock.now())
    rows = answers_of("voices").owned_rows()[CallAnswer]
    with connection.cursor() as cursor:
        cursor.execute("SELECT words FROM voices_callanswer")
        assert "9:04" not in cursor.fetchone()[0]
    before = rows(bo).count()
    Voice.objects.filter(pk=voice.pk).update(left_at=clock.now())

    assert (before, rows(bo).count()) == (1, 0)


def test_answers_are_forgotten_on_the_day_that_was_said(chairs, ask):
    answer(ask(), chairs, "The 9:04")
    day = datetime(2027, 4, 27, 3, tzinfo=UTC)

    def left(now):
        forget_call_answers(now)
        return CallAnswer.objects.count()

    assert [left(day - timedelta(days=1)), left(day), left(day)] == [1, 0, 0]
