"""An address that a convenor typed in hears of a decision once it has said yes; the yes that was given on paper stands meanwhile."""

import pytest

from goldenthread.gatherings.voices.chores import tell_of_decisions
from goldenthread.gatherings.voices.deciding import decide
from goldenthread.gatherings.voices.models import Contribution, OwedAnswer, Voice
from goldenthread.gatherings.voices.standing_together import say_yes
from goldenthread.gatherings.voices.tests.offered import offer
from goldenthread.gatherings.voices.tests.telling import IN, NOT_NOW, at, press, written
from goldenthread.gatherings.voices.typing_in import give_their_link, type_in
from goldenthread.kit import clock


@pytest.fixture
def as_ada(client, ada):
    client.force_login(ada)
    return client


@pytest.fixture
def pat(spring, ada):
    """Told it on paper, with a yes; an address was typed in later."""
    decide(offer(spring, "On paper", "Pat Paper"), by=ada, **NOT_NOW)
    voice = Voice.objects.get()
    give_their_link(voice, "pat@example.org", by=ada, now=clock.now())
    return voice


def is_to_ring(browser, spring):
    return "Please tell them yourself" in browser.get(at("decisions", spring)).text


def test_an_address_that_a_convenor_typed_in_hears_nothing_before_its_yes(as_ada, spring, pat):
    press(as_ada, spring)
    tell_of_decisions(clock.now())
    before = (written(), is_to_ring(as_ada, spring))
    say_yes(pat, now=clock.now())
    tell_of_decisions(clock.now())

    assert before == ([], True)
    assert (written(), is_to_ring(as_ada, spring)) == ([("pat@example.org", "decided: not_now")], False)


def test_nor_is_one_shown_as_told_by_email(as_ada, spring, pat):
    page = as_ada.get(at("telling", spring))

    [preview] = page.context["previews"]
    assert (preview.emails, preview.on_paper, preview.unanswered) == ((), (), ("Pat Paper",))
    assert "Pat Paper hasn’t answered yet whether what was typed in is right." in page.text


def test_their_yes_and_their_name_stand_all_the_same(pat):
    assert list(Voice.objects.in_it().named()) == [pat]


def test_whoever_was_rung_up_meanwhile_hears_it_once(as_ada, spring, pat):
    press(as_ada, spring)
    as_ada.post(at("ringing", spring, pat.pk))
    say_yes(pat, now=clock.now())
    tell_of_decisions(clock.now())

    assert (written(), OwedAnswer.objects.count()) == ([], 0)


def test_the_link_opens_no_decision_before_its_yes(as_ada, client, spring, pat):
    before = client.get(at("decision_answer", spring, pat.key)).headers.get("Location")
    press(as_ada, spring)
    client.logout()
    after = client.get(at("decision_answer", spring, pat.key)).headers.get("Location")
    say_yes(pat, now=clock.now())

    assert before == after == pat.get_absolute_url()
    assert client.get(at("decision_answer", spring, pat.key)).status_code == 200


def test_what_they_say_meanwhile_a_convenor_writes_down(as_ada, spring, ada):
    decide(offer(spring, "On paper", "Pat Paper"), by=ada, **IN)
    pat = Voice.objects.get()
    give_their_link(pat, "pat@example.org", by=ada, now=clock.now())
    press(as_ada, spring)
    as_ada.post(at("answer_for_them", spring, pat.pk), {"reply": "accept"})

    pat.refresh_from_db()
    assert pat.accepted_at is not None


def test_nothing_about_a_fee_goes_there_and_the_link_shows_none(as_ada, client, spring, pat, emails):
    as_ada.post(f"/gatherings/spring/contributions/voices/{pat.pk}/terms/", {"fee": "£120"})
    client.logout()

    assert emails() == [("pat@example.org", "voice: typed_in")]
    assert client.get(at("terms", spring, pat.key)).headers["Location"] == pat.get_absolute_url()


def test_convenors_read_beside_the_address_that_it_waits(as_ada, spring, pat):
    waits = "Hasn’t said yes at this address yet"
    before = waits in as_ada.get(at("contribution", spring, pat.contribution_id)).text
    say_yes(pat, now=clock.now())

    assert (before, waits in as_ada.get(at("contribution", spring, pat.contribution_id)).text) == (True, False)


def test_it_is_owed_also_when_the_convenor_who_typed_it_in_has_left(as_ada, spring, ada, now):
    voice = Voice(name="Tel", email="tel@example.org")
    type_in(Contribution(gathering=spring, title="By telephone"), voice, by=ada, now=now)
    Voice.objects.update(typed_in_by=None)
    decide(voice.contribution, by=ada, **NOT_NOW)
    press(as_ada, spring)

    assert [owed.voice for owed in OwedAnswer.objects.to_ring(spring)] == [voice]
