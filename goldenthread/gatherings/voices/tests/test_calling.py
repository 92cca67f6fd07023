"""A call is opened, kept open for longer, closed, and opened again: each is a fact, and each is written down."""

from datetime import UTC, date, datetime, timedelta

import pytest

from goldenthread.gatherings.plan import turns
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.voices.calling import (
    AlreadyCalled,
    KindWording,
    change_kinds,
    close_call,
    keep_open,
    reword_call,
)
from goldenthread.gatherings.voices.models import Call, CallClosing, CallExtension, Contribution, ContributionKind
from goldenthread.gatherings.voices.tests.calls import END, a_call_at
from goldenthread.journal.models import Entry
from goldenthread.kit import clock

LATER = END + timedelta(days=9)


@pytest.fixture
def call(spring, ada):
    return a_call_at(spring, ada)


def fresh(gathering):
    return Call.objects.with_its_gathering().get(gathering=gathering)


def written_down():
    return list(Entry.objects.filter(did__contains="call").order_by("pk").values_list("did", flat=True))


def test_each_step_is_a_row_and_an_entry(spring, call, ada):
    now = clock.now()
    keep_open(call, LATER, now=now, by=ada)
    close_call(call, now=now, by=ada)
    is_closed = fresh(spring).is_closed
    keep_open(call, LATER, now=now, by=ada)

    extension = CallExtension.objects.get()
    assert (extension.before, extension.until, fresh(spring).until) == (END, LATER, LATER)
    assert (is_closed, CallClosing.objects.count()) == (True, 0)
    assert written_down() == [
        "opened the call for voices",
        "kept the call for voices open",
        "closed the call for voices",
        "opened the call for voices again",
    ]


def test_two_convenors_open_one_call(spring, call, ada):
    with pytest.raises(AlreadyCalled):
        a_call_at(spring, ada)


def test_it_is_open_until_its_end_and_only_where_the_gathering_takes_place(spring, call, ada):
    now = clock.now()
    before = (fresh(spring).is_open(now), fresh(spring).is_open(END), Call.objects.is_open_at(now).count())
    turns.postpone(spring, by=ada)
    postponed = (fresh(spring).is_open(now), Call.objects.is_open_at(now).count())
    turns.resume(spring, by=ada)
    turns.call_off(spring, by=ada)

    assert (before, postponed) == ((True, False, 1), (False, 0))
    assert (fresh(spring).is_open(now), Call.objects.is_open_at(now).count()) == (False, 0)


def test_a_day_that_moves_to_before_its_end_ends_it_sooner(spring, call):
    Gathering.objects.update(day=date(2027, 2, 10), from_time="10:00")

    moved = fresh(spring)
    assert moved.ends_at == datetime(2027, 2, 10, 10, tzinfo=UTC)
    assert (moved.is_open(moved.ends_at - timedelta(minutes=1)), moved.is_open(moved.ends_at)) == (True, False)


def test_a_kind_that_somebody_chose_stays_and_is_not_offered_any_more(spring, ada):
    call = a_call_at(spring, ada, kinds=[KindWording("A story", 10), KindWording("A talk", 20)])
    story, talk = call.kinds.order_by("number")
    chosen = Contribution.objects.create(gathering=spring, title="Eleven chairs", kind=story)
    left = [
        KindWording("A story", 10, is_offered=False, pk=story.pk),
        KindWording("A talk", 20, is_offered=False, pk=talk.pk),
        KindWording("A song", 5),
    ]

    change_kinds(call, left, by=ada)

    assert [kind.name for kind in ContributionKind.objects.offered_at(call)] == ["A song"]
    assert [kind.name for kind in ContributionKind.objects.offered_at(call, besides=story.pk)] == ["A story", "A song"]
    assert (ContributionKind.objects.count(), Contribution.objects.get(pk=chosen.pk).kind) == (2, story)


def test_who_was_promised_a_reading_without_names_keeps_it(spring, ada):
    call = a_call_at(spring, ada, is_blind=True)
    reword_call(call, {"is_blind": False}, by=ada)
    before = fresh(spring).is_blind
    reword_call(call, {"is_blind": True}, by=ada)
    Contribution.objects.create(gathering=spring, title="Eleven chairs", sent_at=clock.now())

    reword_call(fresh(spring), {"is_blind": False, "words": "Anew"}, by=ada)

    assert (before, fresh(spring).is_blind, fresh(spring).words) == (False, True, "Anew")
