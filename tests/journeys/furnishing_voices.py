"""What people bring to a day, with long words, at each stand: sent, read, decided, told. And a wall and chairs on that same day."""

from datetime import time, timedelta

from goldenthread.gatherings.bookings.booking_a_place import PlaceRequest, keep_a_place
from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.bookings.opening import open_booking
from goldenthread.gatherings.open_hour.hanging import set_open_hour
from goldenthread.gatherings.open_hour.models import Topic, TopicNote, TopicPlacing
from goldenthread.gatherings.plan import turns
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.draft_runs import draft
from goldenthread.gatherings.programme.models import Placing, ProgrammeRoom, Session
from goldenthread.gatherings.programme.tests.showing import show
from goldenthread.gatherings.signup.models import Draw, SessionPlace, SessionWish
from goldenthread.gatherings.signup.opening_sign_up import open_sign_up, set_draw
from goldenthread.gatherings.voices.calling import KindWording, open_call
from goldenthread.gatherings.voices.deciding import decide
from goldenthread.gatherings.voices.models import (
    Contribution,
    Decision,
    HelpAsked,
    OwedAnswer,
    Readership,
    Reading,
    ReadingsOpening,
    Telling,
    Voice,
)
from goldenthread.gatherings.voices.offering import offer
from goldenthread.kit import clock
from goldenthread.people.models import Person

HOW = {"until": None, "confirm_hours": 72, "answer_hours": 24}


def let_people_bring(ada: Person, bo: Person, long: str) -> dict[str, str]:
    """Paths to that day, to what a voice, a reader and a convenor see of what is brought, to a draft, and to somebody's chairs."""
    day = a_day("A day of voices", ada)
    voices = [_brought(day, name, long) for name in ("told", "held in", "held out", "sent", "read")]
    _read(day, [voice.contribution for voice in voices], ada, bo, long)
    known, held_in, held_out = (voice.contribution for voice in voices[:3])
    for contribution, answer in ((known, "in"), (held_in, "in"), (held_out, "not_now")):
        decide(contribution, answer=answer, reason=long, door="open_hour" if answer == "not_now" else "", by=ada)
    telling = Telling.objects.create(gathering=day)
    Decision.objects.filter(contribution=known).update(telling=telling)
    asks = Person.objects.create_person(long[:80], "asks.for.help@example.com", joined_at=clock.now())
    Voice.objects.filter(pk=voices[4].pk).update(person=asks)
    return _paths(day, voices) | _decided_otherwise(day, ada, telling, long) | _sessions(day, ada, bo, long)


def _paths(day: Gathering, voices: list[Voice]) -> dict[str, str]:
    at = day.get_absolute_url()
    return {
        "brought": at,
        "voice": voices[3].get_absolute_url(),
        "told voice": f"{at}contributions/{voices[0].key}/acceptance/",
        "contribution": f"{at}contributions/{voices[1].contribution_id}/",
        "reading": f"{at}readings/{voices[4].contribution_id}/",
        "decision": f"{at}decisions/{voices[3].contribution_id}/",
        "told": f"{at}decisions/{voices[0].contribution_id}/",
        "with a voice": f"{at}contributions/voices/{voices[3].pk}/",
        "help asked": f"{at}contributions/help/{voices[4].contribution.help_asked.pk}/",
        "reader": f"{at}readings/readers/{Readership.objects.of(day).latest('pk').pk}/",
    }


def _decided_otherwise(day: Gathering, ada: Person, telling: Telling, long: str) -> dict[str, str]:
    """What is in reserve, what wants another door still, and what somebody on paper is to be rung up about."""
    reserve, unfinished, typed = (_brought(day, name, long) for name in ("reserve", "unfinished", "typed in"))
    Decision.objects.create(contribution=reserve.contribution, answer="reserve", telling=telling)
    Decision.objects.create(contribution=unfinished.contribution, answer="not_now", reason=long)
    on_paper = Decision.objects.create(contribution=typed.contribution, answer="in", telling=telling)
    Voice.objects.filter(pk=typed.pk).update(email="", typed_in_by=ada)
    OwedAnswer.objects.create(voice=typed, decision=on_paper)
    at = day.get_absolute_url()
    return {
        "promotion": f"{at}decisions/{reserve.contribution_id}/promotion/",
        "typed in": f"{at}contributions/voices/{typed.pk}/",
    }


def a_day(title: str, ada: Person) -> Gathering:
    day = Gathering.begin(title, by=ada)
    plan = {
        "day": clock.now().date() + timedelta(days=40),
        "from_time": time(9),
        "to_time": time(17),
        "venue": "The Old School",
    }
    day.replan(plan, since=day.sequence, by=ada, is_small=False)
    turns.publish(day, by=ada)
    open_booking(day, by=ada, now=clock.now(), places=40, **HOW)
    return Gathering.objects.with_facts().get(pk=day.pk)


def _brought(day: Gathering, name: str, long: str) -> Voice:
    """Sent by somebody nobody knows, who has pressed the link, with somebody beside them who has not."""
    now = clock.now()
    if not hasattr(day, "call"):
        wording = {"words": long, "looked_for": long, "until": now + timedelta(days=9), "is_blind": False}
        open_call(day, wording, [KindWording(long[:60], 20, 12, long)], now=now, by=None)
    words = {"title": f"{name} {long[:80]}", "words": f"{long}\n\n{long}", "needs": long, "minutes": 20}
    contribution = Contribution(gathering=day, kind=day.call.kinds.first(), **words)
    address = f"{name}@example.com".replace(" ", ".")
    voice = offer(contribution, Voice(name=f"{name} {long[:60]}", email=address), sends=False, now=now)
    Voice.objects.create(contribution=contribution, number=2, name=long[:80], email=f"2{address}")
    Voice.objects.filter(pk=voice.pk).update(yes_at=now)
    Contribution.objects.filter(pk=contribution.pk).update(sent_at=now)
    contribution.refresh_from_db()
    HelpAsked.objects.create(contribution=contribution, voice=voice, words=long)
    return voice


def _read(day: Gathering, brought: list[Contribution], ada: Person, bo: Person, long: str) -> None:
    """By the convenor, the member and somebody on paper; of the last, nothing is said yet."""
    until = clock.now() + timedelta(days=20)
    for reader in (ada, bo, Person.objects.create_person(long[:80])):
        Readership.objects.create(gathering=day, person=reader, until=until, by=ada, asked_as=long[:80])
        Reading.objects.bulk_create(
            Reading(contribution=contribution, reader=reader, leaning=leaning, words=long, version=1)
            for contribution, leaning in zip(brought[:3], ("in", "form", "not_now"), strict=True)
        )
    ReadingsOpening.objects.create(gathering=day, by=ada)


def _sessions(day: Gathering, ada: Person, bo: Person, long: str) -> dict[str, str]:
    """One with chairs, full, with somebody who waits; one by wishes; and a draft of what is in."""
    now, at = clock.now(), day.get_absolute_url()
    mine, other = (
        keep_a_place(day, PlaceRequest(name, address), now=now, person=person)
        for name, address, person in (("Bo", bo.email or "", bo), ("Ada", ada.email or "", ada))
    )
    full, wished, free = hours = _hours(day, long)
    draw = set_draw(day, by=ada, now=now, until=now + timedelta(days=9), most_each=2)
    open_sign_up([full.session, free.session], day, by=ada, now=now, draw=None)
    open_sign_up([wished.session], day, by=ada, now=now, draw=draw)
    show(day, by=ada, now=now)
    _sit(mine, other, hours, draw)
    _hang(day, mine, ada, long)
    run = draft(day, keeps_placed=True, by=ada)
    return {
        "draft run": f"{at}programme/draft/run/{run.number}/",
        "session list": f"{at}programme/sign-up/{full.pk}/",
        "my place": mine.get_absolute_url(),
    }


def _hours(day: Gathering, long: str) -> list[Placing]:
    rooms = [
        ProgrammeRoom.objects.create(gathering=day, number=n, name=f"{n} {long[:70]}", capacity=12) for n in (1, 2)
    ]
    full, wished, free = (
        Session.objects.create(gathering=day, title=f"{name} {long}"[:160], most_people=1)
        for name in ("full", "wished for", "free")
    )
    assert day.day
    return [
        Placing.objects.create(session=session, day=day.day, from_time=time(hour), room=room)
        for session, hour, room in ((full, 10, rooms[0]), (wished, 10, rooms[1]), (free, 14, rooms[0]))
    ]


def _sit(mine: Booking, other: Booking, hours: list[Placing], draw: Draw) -> None:
    for booking, hour, state in ((other, hours[0], "coming"), (mine, hours[0], "waiting"), (mine, hours[2], "coming")):
        session = hour.session
        SessionPlace.objects.create(
            booking=booking, session_uid=session.uid, number=1, title=session.title, state=state
        )
    SessionWish.objects.create(booking=mine, draw=draw, session=hours[1].session, rank=1)


def _hang(day: Gathering, mine: Booking, ada: Person, long: str) -> None:
    """A card of mine on the wall with a note, and one that nobody hosts beside it."""
    wall = set_open_hour(day, ["14:00 to 14:40", long[:80]], [long[:80], "Under the clock", "By the door"], by=ada)
    hung = Topic.objects.create(open_hour=wall, title=long, words=long * 2, host=mine)
    TopicPlacing.objects.create(topic=hung, round=wall.rounds.get(number=1), corner=wall.corners.get(number=1))
    TopicNote.objects.create(topic=hung, words=long * 2)
    Topic.objects.create(open_hour=wall, title="Tea for those who work nights", words=long)
