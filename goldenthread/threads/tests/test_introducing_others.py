"""What two people answer is nothing to anybody else, and is kept whole or not at all."""

import pytest

from goldenthread.threads import introducing
from goldenthread.threads.models import Asking, Introduction, Side, Thread

YES, NO = Asking.Answer.YES, Asking.Answer.NO


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


def breaks(*_args, **_kwargs):
    raise ZeroDivisionError


@pytest.fixture
def others_introduced(ada, cy, kim, noon):
    """Meanwhile Ada introduces Cy and Kim."""
    return introducing.introduce(cy, kim, by=ada, why="You both sing.", at=noon, is_wanted=True)


def test_what_they_say_is_nothing_to_other_introductions(ada, bo, others_introduced, says):
    says(ada, YES)
    says(bo, YES)

    assert Introduction.objects.get(pk=others_introduced.pk).agreed_at is None


def test_a_no_stays_one_while_others_are_still_asked(ada, others_introduced, says):
    says(ada, NO)

    with pytest.raises(introducing.TooLate):
        says(ada, YES)


def test_nobody_is_introduced_whom_nobody_can_ask(ada, bo, cy, noon, monkeypatch):
    monkeypatch.setattr(Asking.objects, "bulk_create", breaks)

    with pytest.raises(ZeroDivisionError):
        introducing.introduce(ada, bo, by=cy, why="You both bake.", at=noon, is_wanted=True)

    assert Introduction.objects.count() == 0


def test_an_answer_that_cannot_be_followed_is_not_kept(ada, bo, says, monkeypatch):
    says(ada, YES)
    monkeypatch.setattr(Side.objects, "update_or_create", breaks)

    with pytest.raises(ZeroDivisionError):
        says(bo, YES)

    assert (Asking.objects.get(person=bo).answer, Thread.objects.count()) == ("", 0)
