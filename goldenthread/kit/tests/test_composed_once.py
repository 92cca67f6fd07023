"""Questions that are composed once, and asked of one after the other."""

from datetime import UTC, datetime

import pytest

from goldenthread.kit.composed_once import ComposedOnce
from goldenthread.kit.models import Heartbeat

pytestmark = pytest.mark.django_db
THEN = datetime(2027, 3, 1, 9, tzinfo=UTC)


@pytest.fixture
def two():
    Heartbeat.objects.create(name="one", at=THEN)
    Heartbeat.objects.create(name="other", at=THEN)


def test_a_question_is_composed_once_and_answers_for_each_as_it_is_now(two):
    composed = []

    def question(name):
        composed.append(name)
        return Heartbeat.objects.filter(name=name).values_list("name", "at")

    times = ComposedOnce(question, "?")

    before = [times.ask(name) for name in ("one", "other", "third")]
    Heartbeat.objects.filter(name="one").delete()

    assert before == [[("one", THEN)], [("other", THEN)], []]
    assert (times.ask("one"), composed) == ([], ["?"])


def test_rows_come_as_those_of_any_question(two):
    rows = ComposedOnce(lambda name: Heartbeat.objects.filter(name=name)[:1], "?")

    assert rows.ask("one") == list(Heartbeat.objects.filter(name="one"))


def test_what_would_be_asked_twice_or_nowhere_is_refused(two):
    nowhere = ComposedOnce(lambda _name: Heartbeat.objects.filter(name="one"), "?")

    with pytest.raises(ValueError, match="once"):
        nowhere.ask("one")
