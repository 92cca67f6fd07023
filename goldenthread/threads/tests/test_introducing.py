"""Two people are asked, each alone. When both say yes a thread begins; any other answer is silent."""

from datetime import timedelta

import pytest

from goldenthread.people.models import Introductions, Portrait
from goldenthread.threads import introducing, rules
from goldenthread.threads.acquaintance import ties_among
from goldenthread.threads.keep_apart import keep_apart
from goldenthread.threads.models import Asking, Ending, Introduction, Side, Thread, pair_of

YES, NO, NOT_NOW = Asking.Answer.YES, Asking.Answer.NO, Asking.Answer.NOT_NOW


@pytest.fixture
def introduced(ada, bo, cy, noon):
    """Cy introduces Ada and Bo."""
    return introducing.introduce(bo, ada, by=cy, why="You both bake.", at=noon, is_wanted=True)


@pytest.fixture
def says(introduced, noon):
    def says(person, answer, *, reach="", is_free=True):
        asking = Asking.objects.get(person=person)
        return introducing.answer(asking, answer, reach=reach, at=noon, is_free=is_free)

    return says


def test_both_are_asked_with_the_same_reason(ada, bo, introduced):
    assert dict(Asking.objects.values_list("person", "why")) == {ada.pk: "You both bake.", bo.pk: "You both bake."}


def test_twice_is_once(ada, bo, cy, introduced, noon):
    again = introducing.introduce(ada, bo, by=cy, why="Again.", at=noon, is_wanted=True)

    assert (again, Asking.objects.count()) == (introduced, 2)


def test_where_it_is_not_wanted_nobody_is_asked(ada, bo, cy, noon):
    introducing.introduce(ada, bo, by=cy, why="You both bake.", at=noon, is_wanted=False)

    assert (Introduction.objects.count(), Asking.objects.count()) == (1, 0)


def test_when_both_say_yes_a_thread_begins(ada, bo, cy, introduced, says):
    first, second = says(ada, YES, reach="Ada by post"), says(bo, YES, reach="Bo by telephone")

    thread = Thread.objects.get()
    assert (first, second, thread.pair, thread.introduced_by) == (False, True, pair_of(ada, bo), cy)
    assert thread.where.key == f"introduction:{introduced.pk}"


def test_then_both_know_how_to_reach_each_other(ada, bo, says):
    says(ada, YES, reach="Ada by post")
    says(bo, YES, reach="Bo by telephone")

    assert {side.owner: side.reach for side in Side.objects.all()} == {ada: "Ada by post", bo: "Bo by telephone"}


@pytest.mark.parametrize("answer", [NO, NOT_NOW])
def test_any_other_answer_begins_nothing(ada, bo, says, answer):
    says(ada, YES, reach="Ada by post")
    says(bo, answer, reach="Bo by telephone")

    assert (Thread.objects.count(), Side.objects.count()) == (0, 0)
    assert Asking.objects.get(person=bo).reach == ""


def test_not_now_may_become_yes(ada, bo, says):
    says(ada, YES)
    says(bo, NOT_NOW)

    assert says(bo, YES) is True


def test_a_yes_may_be_taken_back_before_the_other_says_yes(ada, bo, says):
    says(ada, YES)
    says(ada, NOT_NOW)

    assert (says(bo, YES), Thread.objects.count()) == (False, 0)


def test_a_no_is_a_no(ada, says):
    says(ada, NO)

    with pytest.raises(introducing.TooLate):
        says(ada, YES)


def test_after_both_said_yes_it_is_too_late_for_a_no(ada, bo, says):
    says(ada, YES)
    says(bo, YES)

    with pytest.raises(introducing.TooLate):
        says(ada, NO)


def test_nothing_begins_for_those_who_are_not_free_any_more(ada, bo, introduced, says):
    says(ada, YES)

    assert says(bo, YES, is_free=False) is False
    assert Introduction.objects.get(pk=introduced.pk).agreed_at is None


def test_nothing_begins_against_a_wish_that_came_between(ada, bo, introduced, says):
    says(ada, YES)
    keep_apart(ada, bo)

    assert says(bo, YES) is False
    assert (Thread.objects.count(), Introduction.objects.get(pk=introduced.pk).agreed_at) == (0, None)


@pytest.mark.parametrize(("met", "ties"), [(Asking.Met.YES, 2), (Asking.Met.NO, 1)])
def test_that_they_met_is_written_down_by_one_yes(ada, bo, says, noon, met, ties):
    says(ada, YES)
    says(bo, YES)

    introducing.tell_whether_they_met(Asking.objects.get(person=bo), met, at=noon + timedelta(days=21))

    assert ties_among([ada, bo]) == {pair_of(ada, bo): ties}
    assert {asking.person: asking.met for asking in Asking.objects.all()} == {ada: "", bo: met}


def test_pausing_is_one_press_with_or_without_a_portrait(ada):
    introducing.pause(ada)
    introducing.pause(ada)

    assert Portrait.objects.get(person=ada).introductions == Introductions.NOT_NOW


def test_one_introduces_only_those_one_has_met(ada, bo, cy, met):
    met(cy, ada)
    before = rules.may_introduce(cy, ada.pk, bo.pk)
    met(cy, bo)

    assert (before, rules.may_introduce(cy, ada.pk, bo.pk), rules.may_introduce(cy, ada.pk, ada.pk)) == (
        False,
        True,
        False,
    )


def test_nor_those_with_whom_it_has_ended(ada, bo, cy, met):
    met(cy, ada)
    met(cy, bo)
    Ending.declare(by=bo, other=cy)

    assert rules.may_introduce(cy, ada.pk, bo.pk) is False


def test_those_are_free_between_whom_nothing_is(ada, bo):
    assert rules.are_free(pair_of(ada, bo)) is True


def test_a_thread_an_ending_and_a_wish_make_them_unfree(ada, bo, cy, kim, begun):
    begun(ada, bo)
    Ending.declare(by=ada, other=cy)
    keep_apart(kim, ada)

    assert [rules.are_free(pair_of(ada, other)) for other in (bo, cy, kim)] == [False, False, False]


@pytest.mark.parametrize(("introductions", "is_asked"), [("", True), ("yes", True), ("not_now", False), ("no", False)])
def test_nobody_is_asked_who_does_not_like_to_be(ada, bo, introductions, is_asked):
    Portrait.objects.create(person=bo, introductions=introductions)

    assert rules.would_be_asked(pair_of(ada, bo)) is is_asked


def test_what_a_third_likes_is_nothing_to_them(ada, bo, cy):
    Portrait.objects.create(person=cy, introductions=Introductions.NO)

    assert rules.would_be_asked(pair_of(ada, bo)) is True


@pytest.mark.parametrize("change", [{"joined_at": None}, {"is_active": False}])
def test_nobody_is_asked_who_is_not_here(ada, bo, change):
    type(bo).objects.filter(pk=bo.pk).update(**change)

    assert rules.would_be_asked(pair_of(ada, bo)) is False


def test_an_answer_is_waited_for_for_three_months(ada, introduced, noon):
    asking = Asking.objects.with_introduction().get(person=ada)

    days = [rules.may_answer(asking, noon + timedelta(days=days)) for days in (0, 90, 91)]

    assert days == [True, True, False]


def test_no_answer_is_waited_for_when_both_have_said_yes(ada, bo, says, noon):
    says(ada, YES)
    says(bo, YES)

    assert rules.may_answer(Asking.objects.with_introduction().get(person=ada), noon) is False
