"""Who looks around in the sample convenes the day in Leeds: they read, decide, see every e-mail, and tell; and the clock takes it back."""

import pytest
from django.utils import timezone

from goldenthread.desk.sample.going_back import take_away
from goldenthread.desk.sample.living import live
from goldenthread.desk.sample.loading import load
from goldenthread.desk.sample_clock import BY_WORD
from goldenthread.gatherings.voices.chores import tell_of_decisions
from goldenthread.gatherings.voices.models import Decision, OwedAnswer, Readership, Telling, Voice
from goldenthread.kit import clock
from goldenthread.outbox.models import Email
from goldenthread.people.models import Person

AT = "/gatherings/day-in-leeds/"
# Of six: to read, read, nothing decided, held back, every e-mail about them, told, and voices who said that they come.
PLANNING = [6, 0, 6, 0, 0, 0, 0]
HELD_BACK = [1, 5, 1, 5, 5, 0, 0]
TOLD = [0, 0, 1, 0, 0, 5, 4]
STANDS = {
    "planning": PLANNING,
    "a-week-before": HELD_BACK,
    "the-day": HELD_BACK,
    "afterwards": TOLD,
    "a-week-after": TOLD,
}


@pytest.fixture
def keeper(client, db):
    load(timezone.now())
    client.force_login(Person.objects.get(email="keeper@example.org"))
    return client


def go_to(word):
    """As the press of the clock does it."""
    if clock.now() > BY_WORD[word].moment:
        take_away(BY_WORD[word].moment)
    live(BY_WORD[word].moment)


def stand(keeper):
    reading, decided, telling = (
        keeper.get(f"{AT}{page}/").context for page in ("readings", "decisions", "decisions/telling")
    )
    overview = decided["overview"]
    lists = (overview.to_decide, overview.held_back, telling["previews"], overview.told_already)
    accepted = Voice.objects.filter(contribution__gathering__slug="day-in-leeds", accepted_at__isnull=False)
    return [len(reading["to_read"]), len(reading["read"]), *map(len, lists), accepted.count()]


def test_at_every_stand_of_the_clock_there_is_something_to_read_or_decide_or_tell(keeper):
    forth, back = {}, {}
    for word in STANDS:
        go_to(word)
        forth[word] = stand(keeper)
    for word in reversed(STANDS):
        go_to(word)
        back[word] = stand(keeper)

    assert (forth, back) == (STANDS, STANDS)
    # Nothing costs as much here as filling the sample, so this is asked of the same one.
    assert [address for address in addresses() if not address.endswith("@example.org")] == []
    assert (len(addresses()), "ade up for this sample" in keeper.get(f"{AT}call/").content.decode()) == (9, True)


def addresses():
    """Of all who bring something, or read."""
    voices = Voice.objects.filter(contribution__gathering__slug="day-in-leeds").exclude(email="")
    readers = Readership.objects.filter(gathering__slug="day-in-leeds")
    return [*voices.values_list("email", flat=True), *readers.values_list("person__email", flat=True)]


def test_what_the_keeper_tells_is_held_back_again_when_the_clock_goes_back(keeper):
    go_to("a-week-before")
    seen = keeper.get(f"{AT}decisions/telling/").context["seen"]
    keeper.post(f"{AT}decisions/telling/", {"seen": seen})
    owed = OwedAnswer.objects.count()
    tell_of_decisions(clock.now())
    go_to("the-day")
    after_telling = stand(keeper)

    go_to("a-week-before")

    assert (owed, after_telling) == (6, [1, 5, 1, 0, 0, 5, 0])
    assert stand(keeper) == HELD_BACK
    assert (Telling.objects.filter(gathering__slug="day-in-leeds").count(), OwedAnswer.objects.count()) == (0, 0)
    assert Email.objects.filter(kind__startswith="decided").count() == 0


def test_what_the_keeper_decided_meanwhile_stays_when_the_clock_goes_on(keeper):
    question = Voice.objects.get(contribution__gathering__slug="day-in-leeds", name__startswith="Jude").contribution
    keeper.post(f"{AT}decisions/{question.pk}/", {"answer": "in"})

    go_to("afterwards")

    assert Decision.objects.get(contribution=question).answer == "in"
    assert stand(keeper) == [*TOLD[:-1], TOLD[-1] + 1]
