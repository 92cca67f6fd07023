"""What convenors see of voices: when to ask for them, that the call ends, what has come, and that something waits to be told."""

from datetime import UTC, datetime, timedelta

import pytest

from goldenthread.gatherings.pages.convening.every_page import every_page
from goldenthread.gatherings.pages.convening.how_it_stands import facts_of
from goldenthread.gatherings.pages.convening.since_last_look import news_for
from goldenthread.gatherings.pages.convening.way_to_the_day import way_to_the_day
from goldenthread.gatherings.pages.convening.what_comes_next import what_comes_next
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.models import (
    Placing,
    Release,
    Session,
)
from goldenthread.gatherings.programme.tests.showing import held, show
from goldenthread.gatherings.signup.models import SignUpOpening
from goldenthread.gatherings.voices.calling import close_call
from goldenthread.gatherings.voices.models import Contribution, Decision, OwedAnswer, Telling, Voice
from goldenthread.gatherings.voices.tests.calls import END, a_call_at
from goldenthread.kit import clock

BEGINS = datetime(2027, 4, 20, tzinfo=UTC)


def facts(gathering, person, now):
    return facts_of(Gathering.objects.with_facts().get(pk=gathering.pk), person, now)


def steps(gathering, person, now):
    return {step.what: step.path for step in what_comes_next(facts(gathering, person, now))}


@pytest.fixture
def call(spring, ada):
    Gathering.objects.update(from_time="10:00")
    return a_call_at(spring, ada)


@pytest.mark.parametrize(("days", "is_asked"), [(60, True), (28, False)])
def test_voices_are_asked_for_while_there_is_time_to_read_them(spring, ada, days, is_asked):
    assert ("Ask who would like to say something" in steps(spring, ada, BEGINS - timedelta(days=days))) == is_asked


def test_asked_once_and_not_of_a_draft_for_a_few(spring, draft, ada, call):
    now = clock.now()

    assert "Ask who would like to say something" not in steps(spring, ada, now)
    spring.publication.delete()
    call.delete()
    assert "Ask who would like to say something" not in steps(spring, ada, now)


@pytest.mark.parametrize(("before", "is_said"), [(4, False), (2, True), (-1, False)])
def test_that_the_call_ends_is_said_three_days_before(spring, ada, call, before, is_said):
    shown = steps(spring, ada, END - timedelta(days=before))

    assert (shown.get("The call for voices ends on 1 March") == "/gatherings/spring/call/extension/") == is_said


def test_of_a_closed_call_nothing_ends(spring, ada, call):
    close_call(call, now=clock.now(), by=ada)

    assert "The call for voices ends on 1 March" not in steps(spring, ada, END - timedelta(days=2))


def test_what_came_is_counted_and_a_draft_is_not(spring, ada, call):
    now = clock.now()
    for sent_at in (now, now, None):
        Contribution.objects.create(gathering=spring, title="Eleven chairs", sent_at=sent_at)
    Contribution.objects.create(gathering=spring, title="Back", sent_at=now, withdrawn_at=now)

    news = {row.words: row.path for row in news_for(ada, facts(spring, ada, clock.now()))}
    assert news["2 contributions came"] == "/gatherings/spring/contributions/"


def test_decisions_that_wait_are_told_of_to_the_convenors_alone(spring, ada, kim, call):
    chairs = Contribution.objects.create(gathering=spring, title="Eleven chairs", sent_at=clock.now())
    Decision.objects.create(contribution=chairs, answer="not_now", reason="Canary", by=ada)
    tell = "Tell people what you decided"
    now = clock.now()

    assert steps(spring, ada, now)[tell] == "/gatherings/spring/decisions/telling/"
    assert tell not in steps(spring, kim, now)
    Contribution.objects.update(withdrawn_at=now)
    assert tell not in steps(spring, ada, now)


def test_what_comes_next_goes_from_reading_to_the_programme(spring, ada, kim, call):
    rows = [Contribution.objects.create(gathering=spring, title=title, sent_at=END) for title in ("One", "Two")]
    after = END + timedelta(days=1)

    def theirs(person, now):
        return [path.removeprefix("/gatherings/spring/") for path in steps(spring, person, now).values()]

    assert "readers/" in " ".join(theirs(ada, END - timedelta(days=5)))
    assert ("decisions/" in theirs(ada, after), "decisions/" in theirs(kim, after)) == (True, False)
    telling = Telling.objects.create(gathering=spring, by=ada)
    decided = [Decision.objects.create(contribution=row, answer="in", telling=telling) for row in rows]
    assert ("decisions/" in theirs(ada, after), "programme/draft/" in theirs(ada, after)) == (False, True)
    paper = Voice.objects.create(contribution=rows[0], number=1, name="Jude", yes_at=END)
    OwedAnswer.objects.create(voice=paper, decision=decided[0])
    assert "Tell some people yourself" in steps(spring, ada, after)
    place(rows[0])
    assert steps(spring, ada, after)["Give everything that is in an hour"] == "/gatherings/spring/programme/draft/"
    place(rows[1])
    assert ("programme/draft/" in theirs(ada, after), "programme/releases/" in theirs(ada, after)) == (False, True)


def place(contribution):
    session = Session.objects.create(gathering=contribution.gathering, title="One", contribution=contribution)
    Placing.objects.create(session=session, number=1, day=BEGINS.date(), from_time="10:00")


def test_from_a_draft_on_show_it_goes_on_to_settling_and_to_sign_up(spring, ada, kim):
    def theirs(person=ada):
        return [what for what in steps(spring, person, now) if "rogramme" in what or "sign up" in what]

    now = clock.now()
    session = held(spring, "Clay", most_people=12)
    before = theirs()
    release = show(spring, now=now)
    Release.objects.update(is_draft=True)
    as_draft = theirs()
    Release.objects.filter(pk=release.pk).update(is_draft=False)
    settled = theirs(), theirs(kim)
    SignUpOpening.objects.create(session=session)

    assert (before, as_draft) == (["Show the programme to everybody"], ["Settle the programme"])
    assert (settled, theirs()) == ((["Let people sign up for small sessions"], []), [])


def test_the_way_to_the_day_knows_the_call(spring, ada, call):
    def done(now):
        return [stage.words for stage in way_to_the_day(facts(spring, ada, now)) if stage.has_been]

    assert done(END - timedelta(days=2)) == ["Shown to everybody"]
    assert done(END + timedelta(days=2)) == ["Shown to everybody", "Call for voices"]


def test_pages_of_a_call_are_offered_once_there_is_one_and_not_when_it_is_over(spring, ada):
    def links(now):
        pages = {str(heading): links for heading, links in every_page(facts(spring, ada, now))}
        return [path.removeprefix("/gatherings/spring/") for _words, path in pages["Voices"]]

    before = links(clock.now())
    a_call_at(spring, ada)

    always, to_type_in = ["call/", "contributions/"], ["contributions/paper/", "call/opening/"]
    deciding = ["readings/readers/", "decisions/", "decisions/telling/"]
    of_a_call = ["call/extension/", "call/closing/", "call/kinds/", "call/questions/"]
    assert before == [*always, *to_type_in, *deciding]
    assert links(clock.now()) == [*always, *to_type_in, *of_a_call, *deciding]
    assert links(BEGINS + timedelta(days=9)) == [*always, *deciding]


def test_once_there_is_a_call_standing_up_is_no_open_point(client, spring, ada):
    def asks():
        return "Who would stand up and say something?" in client.get("/gatherings/spring/").content.decode()

    before = asks()
    a_call_at(spring, ada)

    assert (before, asks()) == (True, False)


def test_who_stepped_back_is_counted(spring, ada, call):
    chairs = Contribution.objects.create(gathering=spring, title="Eleven chairs", sent_at=call.at - timedelta(days=90))
    for number, since in enumerate((clock.now(), None), 1):
        Voice.objects.create(contribution=chairs, number=number, name="Jude", yes_at=call.at, stepped_back_at=since)

    news = [row.words for row in news_for(ada, facts(spring, ada, clock.now()))]
    assert [words for words in news if "what they bring" in words] == ["1 person stepped back from what they bring"]
