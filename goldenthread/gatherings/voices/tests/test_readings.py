"""Reading: in words, in an order of one's own, others' words after one's own; and nothing of what is one's own."""

import pytest
from django.urls import reverse

from goldenthread.gatherings.voices.asking_readers import still_reading
from goldenthread.gatherings.voices.deciding import decide
from goldenthread.gatherings.voices.models import Reading
from goldenthread.gatherings.voices.pile import order_of, pile_of
from goldenthread.gatherings.voices.telling_decisions import previews_for, stamp_of, tell
from goldenthread.gatherings.voices.tests.offered import begin_to_read, call_at, change, offer
from goldenthread.kit import clock

SAYS = {"leaning": "in", "words": "It would warm the room.", "version": 1}


def at(name, gathering, *more):
    return reverse(f"voices:{name}", args=[gathering.slug, *more])


@pytest.fixture
def chairs(spring, ada, bo, cy):
    contribution = offer(spring, "Eleven chairs", "Jude Larkspur")
    begin_to_read(spring, ada, bo, cy)
    return contribution


@pytest.fixture
def as_bo(client, bo):
    client.force_login(bo)
    return client


def test_a_reader_says_what_they_think(as_bo, spring, chairs, bo):
    as_bo.post(at("reading", spring, chairs.pk), SAYS)

    reading = Reading.objects.get()
    assert (reading.reader, reading.leaning, reading.words, reading.version) == (bo, "in", SAYS["words"], 1)


def test_a_second_word_takes_the_place_of_the_first(as_bo, spring, chairs):
    as_bo.post(at("reading", spring, chairs.pk), SAYS)
    as_bo.post(at("reading", spring, chairs.pk), SAYS | {"leaning": "form"})

    assert Reading.objects.get().leaning == "form"


def test_without_a_leaning_it_asks_again_and_keeps_the_words(as_bo, spring, chairs):
    answer = as_bo.post(at("reading", spring, chairs.pk), SAYS | {"leaning": ""})

    assert (answer.status_code, Reading.objects.count()) == (422, 0)
    assert SAYS["words"] in answer.text


def test_others_are_read_after_ones_own(as_bo, spring, chairs, cy):
    Reading.objects.create(contribution=chairs, reader=cy, leaning="not_now", words="canary", version=1)

    before = as_bo.get(at("reading", spring, chairs.pk)).text
    as_bo.post(at("reading", spring, chairs.pk), SAYS)
    after = as_bo.get(at("reading", spring, chairs.pk)).text

    assert ("canary" in before, "canary" in after) == (False, True)


def test_too_close_hides_what_others_wrote(as_bo, spring, chairs, cy):
    Reading.objects.create(contribution=chairs, reader=cy, leaning="not_now", words="canary", version=1)

    as_bo.post(at("reading", spring, chairs.pk), SAYS | {"leaning": "close"})

    assert "canary" not in as_bo.get(at("reading", spring, chairs.pk)).text


def test_nobody_reads_what_they_bring(as_bo, spring, chairs, bo):
    own = offer(spring, "My own", bo)

    assert as_bo.get(at("reading", spring, own.pk)).status_code == 404
    assert "My own" not in as_bo.get(at("readings", spring)).text


@pytest.mark.parametrize("fact", ["sent_at", "withdrawn_at"])
def test_drafts_and_what_was_taken_back_are_not_read(as_bo, spring, chairs, fact):
    setattr(chairs, fact, None if fact == "sent_at" else clock.now())
    chairs.save(update_fields=[fact])

    assert as_bo.get(at("reading", spring, chairs.pk)).status_code == 404
    assert "Eleven chairs" not in as_bo.get(at("readings", spring)).text


def test_nobody_is_asked_to_read_what_was_told(as_bo, spring, chairs, ada):
    before = as_bo.get(at("readings", spring)).context["to_read"]
    assert still_reading(spring)
    decide(chairs, by=ada, answer="in", reason="", door="")
    held_back = as_bo.get(at("readings", spring)).context["to_read"]
    tell(spring, seen=stamp_of(previews_for(spring, by=ada)), not_yet=(), by=ada)
    after = as_bo.get(at("readings", spring)).context["to_read"]

    assert [chairs in [sheet.contribution for sheet in pile] for pile in (before, held_back, after)] == [
        True,
        True,
        False,
    ]


def test_a_blind_reader_sees_no_names_anywhere(as_bo, spring, chairs):
    call_at(spring, is_blind=True)

    shown = as_bo.get(at("readings", spring)).text + as_bo.get(at("reading", spring, chairs.pk)).text

    assert ("For readers of Eleven chairs" in shown, "Words of Eleven" in shown, "Larkspur" in shown) == (
        True,
        False,
        False,
    )


def test_otherwise_they_see_who_brings_it(as_bo, spring, chairs):
    shown = as_bo.get(at("reading", spring, chairs.pk)).text

    assert ("Words of Eleven chairs" in shown, "Jude" in shown) == (True, True)


def test_a_blind_reader_sees_no_names_in_what_changed(as_bo, spring, chairs):
    call_at(spring, is_blind=True)
    as_bo.post(at("reading", spring, chairs.pk), SAYS)

    change(chairs, "By Jude Larkspur.")

    shown = as_bo.get(at("reading", spring, chairs.pk)).text
    assert ("It has changed since you read it." in shown, "Larkspur" in shown) == (True, False)


def test_what_changed_since_is_said_until_they_say_it_anew(as_bo, spring, chairs):
    as_bo.post(at("reading", spring, chairs.pk), SAYS)
    change(chairs, "Twelve.")

    before = as_bo.get(at("readings", spring)).text
    old = as_bo.get(at("reading", spring, chairs.pk)).text
    as_bo.post(at("reading", spring, chairs.pk), SAYS | {"version": 2})
    after = as_bo.get(at("readings", spring)).text

    assert ("changed since" in before, "Words of Eleven chairs." in old, "changed since" in after) == (
        True,
        True,
        False,
    )


def test_a_reader_is_remembered_with_the_words_they_had_before_them(as_bo, spring, chairs):
    as_bo.get(at("reading", spring, chairs.pk))
    change(chairs, "Twelve.")
    as_bo.post(at("reading", spring, chairs.pk), SAYS)

    assert Reading.objects.get().version == 1


def test_everybody_has_an_order_of_their_own(spring, bo, cy):
    offered = [offer(spring, f"Number {number}", "Jude") for number in range(8)]

    orders = [[sheet.contribution for sheet in pile_of(person, spring)] for person in (bo, cy)]

    assert orders[0] != orders[1] != offered
    assert orders[0] == sorted(offered, key=lambda contribution: order_of(bo, contribution))


def test_no_leaning_changes_the_order(as_bo, spring, chairs, bo):
    offer(spring, "Twelve", "Jude")
    before = [sheet.number for sheet in pile_of(bo, spring)]

    Reading.objects.create(contribution=chairs, reader=bo, leaning="not_now", version=1)

    assert [sheet.number for sheet in pile_of(bo, spring)] == before


def test_a_member_who_was_not_asked_reads_nothing(client, spring, chairs, kim):
    client.force_login(kim)

    assert client.get(at("readings", spring)).status_code == 403


def test_what_one_wrote_goes_when_they_leave(chairs, bo):
    Reading.objects.create(contribution=chairs, reader=bo, leaning="in", words="Mine.", version=1)

    bo.delete()

    assert not Reading.objects.exists()


@pytest.mark.parametrize("number", [1, 5])
def test_a_pile_asks_the_same_however_long_it_is(as_bo, spring, chairs, number, django_assert_num_queries):
    [offer(spring, f"Number {title}", "Jude") for title in range(number)]
    as_bo.get(at("readings", spring))

    with django_assert_num_queries(12):
        as_bo.get(at("readings", spring))
