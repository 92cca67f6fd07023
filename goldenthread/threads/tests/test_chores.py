"""Every e-mail about an introduction once, whoever works; and what was answered is forgotten."""

from datetime import timedelta

import pytest

from goldenthread.kit.wishes import unreadable
from goldenthread.outbox.models import Email, Refusal
from goldenthread.people.leaving import leave
from goldenthread.people.models import Introductions, Person, Portrait
from goldenthread.threads import chores, introducing
from goldenthread.threads.emails import ABOUT, BY_A_PERSON, BY_THE_HOUSE
from goldenthread.threads.keep_apart import keep_apart
from goldenthread.threads.models import Asking, Ending, Introduction, Weave, pair_of


@pytest.fixture
def introduced(ada, bo, cy, now):
    return introducing.introduce(ada, bo, by=cy, why="You both bake.", at=now, is_wanted=True)


@pytest.fixture
def suggested(ada, bo, now):
    """By the house."""
    one, other = pair_of(ada, bo)
    introduction = Introduction.objects.create(one_id=one, other_id=other, at=now)
    Asking.objects.bulk_create(
        Asking(introduction=introduction, person=person, why="Both of you speak of bread.") for person in (ada, bo)
    )
    return introduction


def agree(now):
    for asking in Asking.objects.all():
        introducing.answer(asking, "yes", reach="By post", at=now, is_free=True)


def kinds():
    return sorted(Email.objects.values_list("kind", "to__name"))


def test_both_are_asked_once(introduced, now):
    chores.ask(now)
    chores.ask(now)

    assert kinds() == [("introduction", "Ada Foxglove"), ("introduction", "Bo Hazelmoor")]


def test_the_email_says_why_and_who_introduces_and_not_whom(bo, introduced, now):
    chores.ask(now)

    email = Email.objects.get(to=bo)
    asking = Asking.objects.get(person=bo)
    assert email.subject == "Cy Kestrelby would like to introduce you to somebody"
    assert [word in email.text for word in ("You both bake.", "Ada", asking.key)] == [True, False, True]


def test_a_suggestion_is_another_kind_of_email(suggested, now):
    chores.ask(now)

    assert [kind for kind, _name in kinds()] == [BY_THE_HOUSE, BY_THE_HOUSE]
    assert {email.policy for email in Email.objects.all()} == {Email.Policy.AT_MOST_ONCE}


def test_nobody_is_asked_against_a_wish_that_came_between(ada, bo, introduced, now):
    keep_apart(bo, ada)

    chores.ask(now)

    assert (Email.objects.count(), Asking.objects.count(), Introduction.objects.count()) == (0, 0, 1)


def test_somebody_without_an_address_is_asked_on_their_page(bo, introduced, now):
    Person.objects.filter(pk=bo.pk).update(email=None)

    chores.ask(now)

    assert (Asking.objects.known_to(bo).count(), Email.objects.filter(to=bo).count()) == (1, 0)


def test_whoever_refuses_emails_about_introductions_is_asked_on_their_page(bo, introduced, now):
    Refusal(whose=unreadable(bo.email), kind=BY_A_PERSON, about=ABOUT).declare()

    chores.ask(now)

    assert (Asking.objects.known_to(bo).count(), kinds()) == (1, [("introduction", "Ada Foxglove")])
    assert not Portrait.objects.filter(person=bo).exists()


def test_whoever_refuses_suggestions_has_paused_them(bo, suggested, now):
    Refusal(whose=unreadable(bo.email), kind=BY_THE_HOUSE, about=ABOUT).declare()

    chores.ask(now)

    assert Portrait.objects.get(person=bo).introductions == Introductions.NOT_NOW


def test_both_are_told_once_that_both_said_yes(introduced, now):
    chores.ask(now)
    agree(now)
    chores.tell(now)
    chores.tell(now)

    assert [kind for kind, _name in kinds()] == ["introduced"] * 2 + ["introduction"] * 2


def test_nobody_is_told_before_both_said_yes(bo, introduced, now):
    chores.ask(now)
    introducing.answer(Asking.objects.get(person=bo), "yes", reach="", at=now, is_free=True)

    chores.tell(now)

    assert [kind for kind, _name in kinds()] == ["introduction"] * 2


def test_three_weeks_later_both_are_asked_once_whether_they_met(introduced, now):
    agree(now)
    for days in (20, 21, 22):
        chores.ask_whether_they_met(now + timedelta(days=days))

    assert [kind for kind, _name in kinds()] == ["did_you_meet"] * 2


def test_nobody_is_asked_about_what_has_ended(ada, bo, introduced, now):
    agree(now)
    Ending.declare(by=ada, other=bo)

    chores.ask_whether_they_met(now + timedelta(days=30))

    assert kinds() == []


def test_what_nobody_answered_is_forgotten_after_three_months(introduced, now):
    chores.forget_introductions(now + timedelta(days=90))
    before = Introduction.objects.count()

    chores.forget_introductions(now + timedelta(days=91))

    assert (before, Introduction.objects.count(), Asking.objects.count()) == (1, 0, 0)


def test_that_the_house_suggested_two_is_remembered(suggested, now):
    chores.forget_introductions(now + timedelta(days=91))

    assert (Introduction.objects.count(), Asking.objects.count()) == (1, 0)


def test_who_was_asked_and_why_is_forgotten_after_both_said_yes(introduced, now):
    agree(now)

    chores.forget_introductions(now + timedelta(days=91))

    assert (Introduction.objects.get().why, Asking.objects.count()) == ("", 0)


@pytest.mark.parametrize("who", ["ada", "bo", "cy"])
def test_when_one_leaves_emails_that_spoke_of_them_go_too(request, introduced, now, who):
    chores.ask(now)

    leave(request.getfixturevalue(who))

    assert (Email.objects.count(), Introduction.objects.count(), Asking.objects.count()) == (0, 0, 0)


def test_emails_to_others_stay(ada, bo, kim, introduced, now):
    chores.ask(now)

    leave(kim)

    assert Email.objects.count() == 2


def counted_at(moment):
    chores.weave(moment)
    return Weave.objects.get().counted_at


def test_the_weave_is_counted_once_a_day(now):
    moments = [now, now + timedelta(hours=23), now + timedelta(hours=25)]

    assert [counted_at(moment) for moment in moments] == [moments[0], moments[0], moments[2]]
