"""Moving the clock of a sample house: the day and what came after it are alive, and gone again when it is set back."""

import pytest
from django.utils import timezone

from goldenthread.desk.sample.day import live
from goldenthread.desk.sample.loading import load
from goldenthread.desk.sample_clock import BY_WORD
from goldenthread.gatherings.afterwards.models import Certificate, Feedback, Outcome
from goldenthread.gatherings.day.held_tables import place_of
from goldenthread.gatherings.day.models import Arrival, Reflection, Standing, Tick
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.kit import clock
from goldenthread.outbox.models import Email
from goldenthread.threads.models import Encounter, Thread


@pytest.fixture
def go_to(db):
    load(timezone.now())

    def go(word):
        clock.move_to(BY_WORD[word].moment)
        live(BY_WORD[word].moment)

    return go


def made(model):
    """How many there are from the launch; the evenings before it had their own."""
    launch = Gathering.objects.get(slug="launch")
    values = {"where_key": place_of(launch)} if hasattr(model, "where_key") else {}
    return model.objects.filter(**values).count()


def standings():
    seen = Gathering.objects.get(slug="launch").arrivals.standings().values()
    return {standing: list(seen).count(standing) for standing in Standing if standing in seen}


def test_in_the_morning_many_are_here_and_nobody_has_left(go_to):
    go_to("the-day")

    assert standings() == {Standing.HERE: 34}
    assert (made(Certificate), made(Encounter)) == (0, 0)


def test_afterwards_everything_is_there(go_to):
    go_to("afterwards")

    assert standings() == {Standing.HERE: 48, Standing.LATE: 7, Standing.LEFT: 5, Standing.ABSENT: 4}
    assert (Certificate.objects.count(), Reflection.objects.count(), Feedback.objects.count()) == (60, 5, 6)
    assert (made(Encounter) > 200, made(Thread) > 10, Tick.objects.count() > 0) == (
        True,
        True,
        True,
    )
    assert (Outcome.objects.count(), Email.objects.filter(kind="certificate").count()) == (1, 0)


def test_set_back_it_has_not_happened_and_again_it_is_the_same(go_to):
    go_to("afterwards")
    threads = made(Thread)
    go_to("a-week-before")
    left = [made(model) for model in (Arrival, Certificate, Encounter, Thread, Tick, Reflection, Feedback)]

    go_to("afterwards")

    assert (left, made(Thread)) == ([0] * 7, threads)


def test_a_house_without_the_launch_has_nothing_to_live(db):
    live(timezone.now())

    assert Arrival.objects.count() == 0
