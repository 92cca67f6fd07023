"""An address that a convenor typed in hears of a decision once it has said yes."""

import pytest

from goldenthread.gatherings.voices.chores import tell_of_decisions
from goldenthread.gatherings.voices.deciding import decide
from goldenthread.gatherings.voices.models import Voice
from goldenthread.gatherings.voices.standing_together import say_yes
from goldenthread.gatherings.voices.tests.offered import offer
from goldenthread.gatherings.voices.tests.test_telling_decisions import NOT_NOW, at, press, written
from goldenthread.gatherings.voices.typing_in import give_their_link
from goldenthread.kit import clock


@pytest.fixture
def as_ada(client, ada):
    client.force_login(ada)
    return client


def test_an_address_that_a_convenor_typed_in_hears_nothing_before_its_yes(as_ada, spring, ada):
    decide(offer(spring, "On paper", "Pat Paper"), by=ada, **NOT_NOW)
    pat = Voice.objects.get()
    press(as_ada, spring)
    give_their_link(pat, "pat@example.org", by=ada)
    tell_of_decisions(clock.now())
    before = (written(), "Please tell them yourself" in as_ada.get(at("decisions", spring)).text)
    say_yes(pat, now=clock.now())
    tell_of_decisions(clock.now())

    assert before == ([], True)
    assert written() == [("pat@example.org", "decided: not_now")]


def test_nor_is_one_shown_as_told_by_email(as_ada, spring, ada):
    decide(offer(spring, "On paper", "Pat Paper"), by=ada, **NOT_NOW)
    Voice.objects.update(typed_in_by=ada)
    give_their_link(Voice.objects.get(), "pat@example.org", by=ada)

    page = as_ada.get(at("telling", spring))

    assert [preview.emails for preview in page.context["previews"]] == [()]
    assert "Pat Paper has no e-mail address, or" in page.text
