from datetime import UTC, datetime

import pytest
import time_machine
from django.urls import reverse

from goldenthread.gatherings.plan import turns
from goldenthread.gatherings.plan.confirmation_pages import fitting
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.plan.status import status_of
from goldenthread.journal.models import Entry
from goldenthread.kit import clock

BEFORE = datetime(2027, 4, 1, tzinfo=UTC)
ON_THE_DAY = datetime(2027, 4, 20, 12, tzinfo=UTC)
AFTER = datetime(2027, 4, 21, 12, tzinfo=UTC)


def fresh():
    return Gathering.objects.with_facts().get()


def test_a_draft_is_opened_to_everybody(client, ada, draft):
    client.force_login(ada)

    answer = client.post(reverse("plan:turn", args=[draft.slug, "publication"]))

    # What comes next, and not the page that everybody reads: there is more to do.
    assert answer["Location"] == f"/gatherings/{draft.slug}/convening/"
    assert status_of(fresh(), BEFORE) == "draft"
    assert draft.title in client.get("/gatherings/").content.decode()


@pytest.mark.parametrize(
    ("acts", "now", "word"),
    [
        ([], BEFORE, "draft"),
        ([turns.settle], BEFORE, "settled"),
        ([turns.settle, turns.close], BEFORE, "full"),
        ([turns.settle, turns.close], ON_THE_DAY, "under-way"),
        ([turns.settle, turns.close], AFTER, "past"),
        ([turns.postpone], AFTER, "postponed"),
        ([turns.postpone, turns.resume], BEFORE, "draft"),
        ([turns.postpone, turns.call_off], BEFORE, "cancelled"),
        ([turns.settle, turns.unsettle], BEFORE, "draft"),
        ([turns.close, turns.reopen], BEFORE, "draft"),
    ],
)
def test_the_strongest_true_word_is_told(spring, ada, acts, now, word):
    for act in acts:
        act(fresh(), by=ada, because="Snow")

    assert status_of(fresh(), now) == word


def test_calling_off_wants_a_reason(client, ada, spring):
    client.force_login(ada)

    answer = client.post(reverse("plan:turn", args=["spring", "cancellation"]), {"because": " "})

    assert answer.status_code == 422
    assert not fresh().is_called_off


def test_what_is_called_off_stays_and_says_why(client, ada, spring):
    turns.call_off(spring, by=ada, because="The river rose.")

    page = client.get(spring.get_absolute_url()).content.decode()

    assert "This gathering is called off." in page
    assert "The river rose." in page
    assert [noun for noun, _saying in fitting(fresh(), clock.now())] == ["reinstatement"]


def test_saying_it_twice_changes_nothing(client, ada, spring):
    turns.settle(spring, by=ada)
    version = fresh().sequence
    client.force_login(ada)

    answer = client.post(reverse("plan:turn", args=["spring", "settlement"]), follow=True)

    assert "Nothing to change: it was like that already." in answer.content.decode()
    assert fresh().sequence == version


def test_the_journal_remembers_what_was_taken_back(spring, ada):
    turns.postpone(spring, by=ada, because="Snow")
    turns.resume(spring, by=ada)

    entries = Entry.objects.order_by("-pk").values_list("did", "why")[:2]

    assert list(entries) == [("resumed", ""), ("postponed", "Snow")]


def test_an_unknown_turn_is_not_found(client, ada, spring):
    client.force_login(ada)

    assert client.get(reverse("plan:turn", args=["spring", "explosion"])).status_code == 404


@pytest.mark.parametrize("noun", ["cancellation", "postponement", "fullness"])
def test_what_has_been_is_not_called_off_any_more(client, ada, spring, noun):
    at = reverse("plan:turn", args=[spring.slug, noun])
    with time_machine.travel(AFTER, tick=False):
        client.force_login(ada)
        page = client.get(spring.get_absolute_url()).content.decode()
        answer = client.post(at, {"because": "Snow"})

    assert (at in page, answer.url, fresh().turn) == (False, spring.get_absolute_url(), spring.turn)
    assert noun in [fits for fits, _saying in fitting(fresh(), BEFORE)]


@pytest.mark.parametrize(
    ("moment", "standing"), [("2027-04-18T12:00:00Z", "draft"), ("2027-04-19T12:00:00Z", "tomorrow")]
)
def test_on_the_eve_it_is_no_draft_any_more(spring, moment, standing):
    assert status_of(spring, datetime.fromisoformat(moment)) == standing


def test_a_postponed_gathering_shows_no_day_that_it_will_not_be_on(client, spring, ada):
    turns.postpone(spring, by=ada, because="Snow.")

    pages = [
        client.get(path).content.decode().partition("<main")[2] for path in ("/", "/gatherings/", "/gatherings/spring/")
    ]

    assert ["Tuesday 20 April 2027" in page for page in pages] == [False] * 3
