"""One introduction's e-mails are nothing to the others, and each is owed until it is written."""

from datetime import timedelta

import pytest

from goldenthread.outbox.models import Email
from goldenthread.people.models import Introductions, Portrait
from goldenthread.threads import chores, emails, introducing
from goldenthread.threads.keep_apart import keep_apart
from goldenthread.threads.models import Asking, Introduction


@pytest.fixture
def introduced(ada, bo, cy, now):
    return introducing.introduce(ada, bo, by=cy, why="You both bake.", at=now, is_wanted=True)


def agree(now):
    for asking in Asking.objects.all():
        introducing.answer(asking, "yes", reach="By post", at=now, is_free=True)


def kinds():
    return sorted(Email.objects.values_list("kind", "to__name"))


def breaks(*_args):
    raise ZeroDivisionError


def test_one_pair_that_came_apart_leaves_the_others_asked(ada, bo, cy, kim, introduced, now):
    introducing.introduce(cy, kim, by=ada, why="You both sing.", at=now, is_wanted=True)
    keep_apart(bo, ada)

    chores.ask(now)

    assert [name for _kind, name in kinds()] == ["Cy Kestrelby", "Kim Dewpond"]


def test_nobody_is_asked_who_would_rather_not_by_now(bo, introduced, now):
    Portrait.objects.create(person=bo, introductions=Introductions.NO)

    chores.ask(now)

    assert (kinds(), Asking.objects.count()) == ([], 0)


def test_what_somebody_was_asked_is_not_taken_away_by_a_worker_who_comes_late(ada, bo, introduced, now):
    late = list(Asking.objects.to_ask().with_introduction())
    chores.ask(now)
    keep_apart(bo, ada)

    for asking in late:
        chores._ask(asking, now)

    assert Asking.objects.count() == 2


def test_an_email_that_cannot_be_written_is_still_owed(introduced, now, monkeypatch):
    agree(now)
    monkeypatch.setattr(emails, "introduced", breaks)

    with pytest.raises(ZeroDivisionError):
        chores.tell(now)

    assert set(Asking.objects.values_list("told_at", flat=True)) == {None}


def test_an_email_without_its_asking_is_still_owed(introduced, now, monkeypatch):
    monkeypatch.setattr(emails, "introduction", lambda asking: Email())

    with pytest.raises(ValueError, match="Unsaved"):
        chores.ask(now)

    assert set(Asking.objects.values_list("asked_at", flat=True)) == {None}


def test_what_is_young_is_remembered_when_the_old_is_forgotten(ada, cy, kim, introduced, now):
    later = now + timedelta(days=91)
    introducing.introduce(cy, kim, by=ada, why="You both sing.", at=later, is_wanted=True)

    chores.forget_introductions(later)

    assert (Introduction.objects.count(), Asking.objects.count()) == (1, 2)
