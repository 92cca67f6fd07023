"""Introductions that the house suggests: to those who asked, once a month, across sectors first, the same two never again."""

from datetime import timedelta

import pytest
from django.utils import timezone

from goldenthread.kit import clock
from goldenthread.people.models import Person, Portrait
from goldenthread.threads import chores
from goldenthread.threads.keep_apart import keep_apart
from goldenthread.threads.models import Asking, Ending, Introduction, SuggestionRound, pair_of
from goldenthread.threads.models.round import A_CLAIM_LASTS
from goldenthread.threads.suggesting import suggest

A_MONTH = timedelta(days=31)


def suggested():
    return Introduction.objects.filter(by=None).pairs()


def test_two_who_fit_are_suggested_to_each_other(baker, singer, now):
    assert suggest(now) == 1
    assert suggested() == {pair_of(baker, singer)}
    assert set(Asking.objects.values_list("person", flat=True)) == {baker.pk, singer.pk}


@pytest.mark.parametrize("introductions", ["", "not_now", "no"])
def test_only_those_who_asked_are_suggested(baker, singer, now, introductions):
    Portrait.objects.filter(person=singer).update(introductions=introductions)

    assert suggest(now) == 0


@pytest.mark.parametrize("change", [{"joined_at": None}, {"is_active": False}])
def test_nobody_who_is_not_here_is_suggested(baker, singer, now, change):
    Person.objects.filter(pk=singer.pk).update(**change)

    assert suggest(now) == 0


@pytest.mark.parametrize("why_not", ["met", "thread", "ended", "apart", "by somebody"])
def test_those_who_know_each_other_or_would_rather_not_are_not_suggested(baker, singer, met, begun, why_not):
    (one, other), now = pair_of(baker, singer), clock.now()
    cy = Person.objects.create_person("Cy")
    make_so = {
        "met": lambda: met(baker, singer),
        "thread": lambda: begun(baker, singer),
        "ended": lambda: Ending.declare(by=baker, other=singer),
        "apart": lambda: keep_apart(singer, baker),
        "by somebody": lambda: Introduction.objects.create(one_id=one, other_id=other, by=cy, at=now),
    }
    make_so[why_not]()

    assert suggest(now) == 0


def test_the_same_two_never_again(baker, singer, now):
    suggest(now)

    assert suggest(now + 5 * A_MONTH) == 0


def test_across_sectors_first(baker, seeks, now):
    near = seeks("Near", sector="health", brings="A choir", looks_for="Bread")
    far = seeks("Far", sector="education", brings="A choir", looks_for="Bread")

    suggest(now)

    assert suggested() == {pair_of(baker, far)}
    assert not Asking.objects.filter(person=near).exists()


def test_those_who_are_left_meet_within_their_sector(baker, seeks, now):
    near = seeks("Near", sector="health", brings="A choir", looks_for="Bread")

    suggest(now)

    assert suggested() == {pair_of(baker, near)}


def test_nobody_is_in_two_in_a_month(baker, singer, seeks, now):
    seeks("Third", sector="policy", brings="A choir and bread", looks_for="Bread, a choir")
    suggest(now)

    again = suggest(now + timedelta(days=27))

    assert (again, Introduction.objects.count()) == (0, 1)


def test_a_month_later_somebody_else_may_be_suggested(baker, singer, seeks, now):
    third = seeks("Third", sector="policy", brings="A choir and bread", looks_for="Bread, a choir")
    suggest(now)
    met_first = Introduction.objects.get()

    suggest(now + A_MONTH)

    assert Introduction.objects.count() == 2
    assert {third.pk} & set(Introduction.objects.exclude(pk=met_first.pk).get().pair) or third.pk in met_first.pair


def test_an_empty_house_suggests_nobody(now):
    assert suggest(now) == 0


def test_the_chore_runs_once_a_month(baker, singer, now):
    chores.suggest(now)
    first = SuggestionRound.objects.get()
    chores.suggest(now)
    chores.suggest(now + A_MONTH)

    then, second = SuggestionRound.objects.order_by("month")
    assert (then.pairs, then.done_at, second.pairs) == (1, first.done_at, 0)
    assert first.done_at is not None


def test_another_worker_leaves_alone_what_one_is_doing(baker, singer, now):
    SuggestionRound.claim(timezone.localdate(now).replace(day=1), timezone.now())

    chores.suggest(now)

    assert Introduction.objects.count() == 0


def test_another_worker_goes_on_where_one_stopped(baker, singer, seeks, now):
    suggest(now)
    month = timezone.localdate(now).replace(day=1)
    SuggestionRound.claim(month, timezone.now() - A_CLAIM_LASTS - timedelta(minutes=1))
    others = [
        seeks("Fifer", brings="A flute", looks_for="A drum"),
        seeks("Drummer", brings="A drum", looks_for="A flute"),
    ]

    chores.suggest(now)

    assert suggested() == {pair_of(baker, singer), pair_of(*others)}
    assert SuggestionRound.objects.get().pairs == 1


def test_a_suggestion_becomes_an_email(baker, singer, now):
    chores.suggest(now)
    chores.ask(now)

    assert Asking.objects.exclude(asked_at=None).count() == 2
