"""Nobody reads what others wrote about what may be theirs, or was too close; nor learns what is decided about their own."""

from datetime import timedelta
from typing import Any

import pytest

from goldenthread.gatherings.plan.models import Convening
from goldenthread.gatherings.voices.asking_readers import ConvenesThere, end
from goldenthread.gatherings.voices.deciding import decide, readings_for
from goldenthread.gatherings.voices.giving_readings import give_reading
from goldenthread.gatherings.voices.models import CallAnswer, CallQuestion, Contribution, Readership, Reading, Voice
from goldenthread.gatherings.voices.standing_together import ask_another, leave, say_yes
from goldenthread.gatherings.voices.tests.offered import begin_to_read, offer, reads
from goldenthread.kit import clock
from goldenthread.people.everything import everything_about

SAYS: dict[str, Any] = {"leaning": "in", "words": "It would warm the room.", "version": 1}


@pytest.fixture
def read(spring, ada, bo, cy):
    """Bo and Cy read; Cy has."""
    contribution = offer(spring, "Eleven chairs", "Jude Larkspur")
    begin_to_read(spring, ada, bo, cy)
    give_reading(contribution, cy, **SAYS | {"words": "Cy’s words."})
    return contribution


@pytest.fixture
def page(client, bo, spring, read):
    """Of it, as Bo reads it."""
    client.force_login(bo)
    return lambda: client.get(f"/gatherings/spring/readings/{read.pk}/").text


@pytest.fixture
def bo_convenes(spring, bo):
    Convening.objects.create(gathering=spring, person=bo)


@pytest.fixture
def telling(client, bo, bo_convenes, spring):
    client.force_login(bo)
    return lambda: client.get("/gatherings/spring/decisions/telling/")


def typed_in_with(address, contribution):
    return Voice.objects.create(contribution=contribution, number=9, name="Bo", email=address)


def test_where_their_address_was_typed_in_the_others_words_stay_closed_until_their_no(page, read, bo):
    voice = typed_in_with(bo.email, read)
    give_reading(read, bo, **SAYS)
    before = ("Cy’s words." in page(), "Your e-mail address was typed in" in page())
    leave(voice, now=clock.now())

    assert (before, "Cy’s words." in page()) == ((False, True), True)


def test_that_holds_for_who_convenes(read, cy, ada):
    typed_in_with(ada.email, read)

    assert readings_for(ada, read) == []


def test_what_they_wrote_of_it_does_not_stand_once_it_is_theirs(read, bo):
    give_reading(read, bo, **SAYS)
    say_yes(typed_in_with(bo.email, read), now=clock.now())

    assert [reading.words for reading in Reading.objects.all()] == ["Cy’s words."]


def test_once_it_was_too_close_the_others_words_stay_closed(page, read, bo):
    give_reading(read, bo, **SAYS | {"leaning": "close"})
    give_reading(read, bo, **SAYS)

    assert ("Cy’s words." in page(), readings_for(bo, read)) == (False, [])


def test_who_could_read_all_as_a_convenor_does_not_read_again(read, spring, ada, bo, bo_convenes):
    Readership.objects.update(since=clock.now() - timedelta(days=1))
    end(Readership.objects.get(person=bo), by=bo)

    with pytest.raises(ConvenesThere):
        reads(spring, bo, ada)


def test_that_is_said_in_words(client, read, spring, ada):
    client.force_login(ada)
    form = {"name": "Ada", "email": ada.email, "last_day": str(clock.now().date())}

    assert "They convene this gathering" in client.post("/gatherings/spring/readings/readers/", form).text


@pytest.mark.parametrize("answer", ["in", "reserve", None])
def test_a_convenor_reads_the_same_whatever_is_decided_about_their_own(telling, spring, ada, bo, answer):
    other, own = offer(spring, "Eleven chairs", "Jude"), offer(spring, "Bo’s own", bo)
    decide(other, answer="in", reason="", door="", by=ada)
    before = telling()
    if answer:
        decide(own, answer=answer, reason="", door="", by=ada)
    after = telling()

    assert ("own" in after.text.split("<main")[1].split("isn’t shown")[0], after.context["seen"]) == (
        False,
        before.context["seen"],
    )
    assert "Bo’s own" not in before.text


def test_one_press_tells_it_with_all_the_others(telling, client, spring, ada, bo):
    other, own = offer(spring, "Eleven chairs", "Jude"), offer(spring, "Bo’s own", bo)
    for contribution in (other, own):
        decide(contribution, answer="in", reason="", door="", by=ada)
    client.post("/gatherings/spring/decisions/telling/", {"seen": telling().context["seen"]})

    assert [bool(row.decision.telling) for row in Contribution.objects.order_by("pk")] == [True, True]


def test_the_file_shows_whoever_was_only_asked_no_more_than_their_page(call, brought, bo, now):
    first = brought(needs="No flashing lights", is_sent=False)
    question = CallQuestion.objects.create(call=call, words="Your health?", purpose="x", seen_by="convenors")
    CallAnswer.objects.create(question=question, contribution=first.contribution, words="I take lithium")
    voice = ask_another(first, name="Bo", email=bo.email, now=now)
    before = _file_of(bo)
    say_yes(voice, now=now)
    after = _file_of(bo)

    assert [words in before for words in ("flashing", "lithium")] == [False, False]
    assert [words in after for words in ("flashing", "lithium")] == [True, True]


def _file_of(person):
    return " ".join(
        field.value for table in everything_about(person) for row in table.in_words(person) for field in row
    )
