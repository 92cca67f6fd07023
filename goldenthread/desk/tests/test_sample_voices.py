"""In the sample the call is open first, then what came is read, decided and told; and all of it is taken back when one goes back."""

from django.utils import timezone

from goldenthread.desk.sample.going_back import take_away
from goldenthread.desk.sample.launch import CONVENORS
from goldenthread.desk.sample.living import live
from goldenthread.desk.sample.loading import load
from goldenthread.desk.sample.voices import CALLS
from goldenthread.desk.sample_clock import BY_WORD
from goldenthread.gatherings.voices.models import Call, Contribution, Decision, OwedAnswer, Readership, Reading, Voice
from goldenthread.journal.models import Entry
from goldenthread.people.models import Person

READ_AT = CALLS["launch"].read_at


def stand(client):
    page = client.get("/gatherings/launch/call/").content.decode()
    brought = Contribution.objects.filter(gathering__slug="launch")
    decisions = Decision.objects.filter(contribution__in=brought)
    return {
        "open": "Offer something" in page,
        "readings": Reading.objects.filter(contribution__in=brought).count(),
        "held back": decisions.held_back().count(),
        "told": decisions.made_known().count(),
        "accepted": Voice.objects.filter(accepted_at__isnull=False, contribution__in=brought).count(),
    }


PLANNING = {"open": True, "readings": 0, "held back": 0, "told": 0, "accepted": 0}
LATER = {"open": False, "readings": 7, "held back": 0, "told": 4, "accepted": 4}


def test_the_call_of_the_launch_goes_its_way_with_the_clock(client, db):
    load(timezone.now())
    planning, week_before = BY_WORD["planning"].moment, BY_WORD["a-week-before"].moment
    first = stand(client)
    live(week_before)
    once = stand(client)
    live(week_before)
    twice = stand(client)
    take_away(READ_AT)
    live(READ_AT)
    read = stand(client)
    take_away(planning)
    live(planning)

    assert (first, once, twice, stand(client)) == (PLANNING, LATER, LATER, PLANNING)
    assert read == LATER | {"held back": 4, "told": 0, "accepted": 0}


def test_what_is_there_at_first_and_that_no_real_person_says_a_word_of_it(db):
    load(timezone.now())
    live(BY_WORD["a-week-before"].moment)
    real = Person.objects.filter(name__in=CONVENORS)

    brought = Contribution.objects.filter(gathering__slug="launch")
    by_voices = sorted(row.voices.count() for row in brought)
    assert (by_voices, brought.filter(sent_at=None).count()) == ([1, 1, 1, 1, 2], 1)
    assert Voice.objects.filter(email="", typed_in_by__isnull=False, contribution__in=brought).count() == 1
    assert (Voice.objects.filter(person__in=real).count(), Readership.objects.filter(person__in=real).count()) == (0, 0)
    assert set(Call.objects.values_list("by", flat=True)) == {None}
    assert (Entry.objects.filter(by__in=real).count(), OwedAnswer.objects.count()) == (0, 0)
