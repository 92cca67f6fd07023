"""Where readings are blind, what is meant for the convenors reaches no reader by itself."""

import pytest

from goldenthread.gatherings.voices.models import Contribution
from goldenthread.gatherings.voices.offering import NotNow, send
from goldenthread.gatherings.voices.standing_together import say_yes
from goldenthread.gatherings.voices.tests.conftest import AT, JUDE, WORDS
from goldenthread.gatherings.voices.tests.offered import reads
from goldenthread.kit import clock

NAMED = {"title": "Eleven chairs", "words": "I am Bo Hazelmoor, and I sat in Leeds."}


@pytest.fixture
def blind(call):
    call.is_blind = True
    call.save()
    return call


@pytest.fixture
def as_bo(client, bo):
    client.force_login(bo)
    return client


def test_nothing_is_sent_before_there_is_a_second_wording(as_bo, blind):
    refused = as_bo.post(AT, NAMED | {"press": "send"})

    assert (refused.status_code, Contribution.objects.count()) == (422, 0)
    assert "Please write here what they may read" in refused.text


def test_the_same_words_are_for_readers_by_a_tick(as_bo, blind):
    as_bo.post(AT, NAMED | {"press": "send", "same_for_readers": "on"})

    sent = Contribution.objects.sent().get()
    assert (sent.words_for_readers, sent.versions.get().words_for_readers) == (NAMED["words"], NAMED["words"])


def test_what_is_written_counts_more_than_a_tick(as_bo, blind):
    as_bo.post(AT, NAMED | {"press": "send", "same_for_readers": "on", "words_for_readers": "Somebody sat."})

    assert Contribution.objects.get().words_for_readers == "Somebody sat."


def test_a_draft_is_saved_without_and_is_sent_by_nothing_else(as_bo, blind):
    as_bo.post(AT, NAMED | {"press": "save"})

    draft = Contribution.objects.get()
    with pytest.raises(NotNow):
        send(draft, now=clock.now(), by=None)
    assert (draft.words_for_readers, draft.is_draft) == ("", True)


def test_saved_and_sent_a_moment_later_it_is_sent_with_both(as_bo, blind):
    as_bo.post(AT, NAMED | {"press": "save"})
    as_bo.post(AT, NAMED | {"press": "send", "words_for_readers": "Somebody sat."})

    assert [row.words_for_readers for row in Contribution.objects.sent()] == ["Somebody sat."]


def test_what_a_stranger_pressed_before_readings_became_blind_waits_for_words(call, client):
    client.post(AT, WORDS | JUDE | {"press": "send"})
    call.is_blind = True
    call.save()
    contribution = Contribution.objects.get()
    say_yes(contribution.voices.get(), now=clock.now())

    assert list(Contribution.objects.sent()) == []


def test_what_is_typed_in_from_paper_has_words_for_readers(client, ada, blind):
    client.force_login(ada)
    typed = NAMED | {"name": "Pat", "email": ""}
    refused = client.post(f"{AT}paper/", typed)
    client.post(f"{AT}paper/", typed | {"words_for_readers": "Somebody sat."})

    assert (refused.status_code, "what would show it: names" in refused.text) == (422, True)
    assert Contribution.objects.get().words_for_readers == "Somebody sat."


def test_somebody_who_reads_there_is_shown_only_the_second(client, spring, ada, cy, bo, blind):
    client.force_login(bo)
    client.post(AT, NAMED | {"press": "send", "words_for_readers": "Somebody sat."})
    reads(spring, cy, ada)
    client.force_login(ada)
    client.post("/gatherings/spring/readings/opening/")
    client.force_login(cy)
    page = client.get(f"/gatherings/spring/readings/{Contribution.objects.get().pk}/").text

    assert ("Somebody sat." in page, "Leeds" in page) == (True, False)
