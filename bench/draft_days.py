"""The days that `bench.drafting` has drafted, and what it measures of them."""

import time
from dataclasses import replace
from datetime import date, timedelta
from datetime import time as hour
from statistics import median
from typing import Any

from django.core.management import call_command
from django.test import Client

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.chores import draft_programmes
from goldenthread.gatherings.programme.drafted import drafted
from goldenthread.gatherings.programme.drafting_hours import hours_of
from goldenthread.gatherings.programme.loading import programme_of
from goldenthread.gatherings.programme.models import DraftRun, ProgrammeRoom, Session, SessionVoice
from goldenthread.kit import clock
from goldenthread.mixing.timetable.values import Programme
from goldenthread.people.models import Person

THE_DAY = date(2027, 5, 30)
LAUNCH, LARGE, REPEATS = (24, 4), 150, 5


def gathering(by: Person, rooms: int, days: int = 1, **plan_given: Any) -> Gathering:
    plan: dict[str, Any] = {"from_time": hour(9, 30), "to_time": hour(17), "places": 180} | plan_given
    last_day = THE_DAY + timedelta(days=days - 1) if days > 1 else None
    begun = Gathering.begin("A day", by=by, day=THE_DAY, last_day=last_day, **plan)
    for number in range(1, rooms + 1):
        ProgrammeRoom.objects.create(gathering=begun, number=number, name=f"Room {number}", capacity=20 * number)
    return begun


def launch(by: Person) -> Gathering:
    """Stories, workshops and questions: of 30, 45 and 90 minutes, two of them by the same voice now and then."""
    sessions, rooms = LAUNCH
    day = gathering(by, rooms)
    for n in range(sessions):
        session = Session.objects.create(gathering=day, title=f"Session {n}", minutes=(30, 45, 45, 90)[n % 4])
        SessionVoice.objects.create(session=session, number=1, name=f"Voice {n % 19}")
    return day


def pressed(client: Client, day: Gathering) -> tuple[float, float]:
    """Seconds by the clock on the wall, and of the processor."""
    begun, spent = time.perf_counter(), time.process_time()
    page = client.post(f"/gatherings/{day.slug}/programme/draft/run/", {"keeps_placed": "on"}, follow=True)
    run = DraftRun.objects.of(day).latest("pk")
    if not run.is_done:
        draft_programmes(clock.now())
        page = client.get(run.get_absolute_url())
    assert page.status_code == 200
    return time.perf_counter() - begun, time.process_time() - spent


def asked_for(seed: int) -> Programme:
    # Not before: the first press of a process is measured with what it has to wake.
    from bench.mixing.programmes import programme

    return replace(programme(LARGE, seed), away={})


def as_at_a_terminal(by: Person, seed: int) -> tuple[int, int, float, float]:
    """The conflict through the web and at a terminal, with the same seed and turns; and the seconds of each."""
    from goldenthread.mixing.timetable.making import Limits, make

    asked = asked_for(seed)
    rooms = len(asked.rooms)
    # As many slots of an hour: seven, nine and five. Absences are left out on both sides, and everybody finds a chair.
    day = gathering(by, rooms, days=3, from_time=hour(11), to_time=hour(14), places=20 * rooms)
    assert len(asked.slots) == sum((span.ends_at - span.starts_at).seconds // 3600 for span in hours_of(day))
    rows = Session.objects.bulk_create(Session(gathering=day, title=one.id, minutes=60) for one in asked.sessions)
    SessionVoice.objects.bulk_create(
        SessionVoice(session=row, number=1, name=next(iter(one.speakers)))
        for row, one in zip(rows, asked.sessions, strict=True)
    )
    keys = {row.title: row.pk for row in rows}
    interest = {(keys[a], keys[b]): people for a, b, people in asked.interest}
    run = DraftRun(gathering=day, number=1, seed=seed, seconds=60, iterations=11_000)
    begun = time.perf_counter()
    outcome, _turns = drafted(programme_of(day), run, lambda _share: False, interest)
    web = time.perf_counter() - begun
    at = {move["session"]: (move["day"], move["from_time"]) for move in outcome["moves"]}
    conflict = sum(people for (a, b), people in interest.items() if a in at and at[a] == at.get(b))
    begun = time.perf_counter()
    made = make(asked, Limits(None, 11_000, seed))
    return conflict, made.conflict, web, time.perf_counter() - begun


def measure() -> None:
    call_command("migrate", verbosity=0)
    call_command("sample", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    ada = Person.objects.create_person("Ada", email="ada@example.org")
    client = Client(HTTP_HOST="localhost")
    client.force_login(ada)
    first, later = pressed(client, launch(ada)), [pressed(client, launch(ada)) for _ in range(REPEATS)]
    wall, spent = (median(run[column] for run in later) for column in range(2))
    print(
        f"{LAUNCH[0]} sessions, {LAUNCH[1]} rooms, first press of a process: {first[0]:.2f} s, processor {first[1]:.2f} s"
    )
    print(f"... every later one, median of {REPEATS}: {wall:.2f} s, processor {spent:.2f} s")
    rows = [as_at_a_terminal(ada, seed) for seed in range(1, REPEATS + 1)]
    web, terminal, web_seconds, seconds = (median(row[column] for row in rows) for column in range(4))
    print(f"{LARGE} sessions, 11,000 turns: conflict {web:.0f} through the web, {terminal:.0f} at a terminal")
    print(f"... seconds: {web_seconds:.2f} and {seconds:.2f}, {web_seconds / seconds:.2f} times")
