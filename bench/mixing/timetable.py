"""Timetables measured: `python -m bench.mixing.timetable`. Medians of five seeds; turns are fixed, so that the machine's
other work changes the seconds and not the answer. With conference-scheduler installed, its validator judges too."""

import importlib.util
import time
from datetime import UTC, datetime, timedelta
from statistics import median

from bench.mixing.programmes import SHAPES, programme, random_conflict
from goldenthread.mixing.timetable.making import Limits, make
from goldenthread.mixing.timetable.values import Programme, Timetable

# Those of 150 and 500 take about one and two seconds of a processor.
TURNS = {20: 3000, 60: 6000, 150: 11_000, 500: 12_000}


def conflict(sessions: int, turns: int, share: float | None = None) -> None:
    found, seconds, thrown, without = [], [], [], 0
    for seed in range(1, 6):
        asked = programme(sessions, seed, share)
        begun = time.process_time()
        made = make(asked, Limits(None, turns, seed))
        seconds.append(time.process_time() - begun)
        found.append(made.conflict)
        without += len(made.without)
        thrown += [random_conflict(asked, throw) for throw in range(5)]
    print(f"| {sessions} | {share or SHAPES[sessions][3]:g} | {turns} | {median(thrown):.0f} | {median(found)} | {min(found)}-{max(found)} "
          f"| {without} | {median(seconds):.2f} |", flush=True)  # fmt: skip


def feasible(sessions: int) -> None:
    """conference-scheduler's own model: speakers and tags apart, availability, one event in a slot of a room."""
    seconds, verdicts = [], []
    for seed in range(1, 6):
        asked = programme(sessions, seed)
        begun = time.process_time()
        made = make(asked, Limits(None, 1, seed))
        seconds.append(time.process_time() - begun)
        verdicts.append(len(made.without) == 0 and judged(asked, made))
    print(
        f"\nconference-scheduler's model at {sessions}: {median(seconds):.2f} s, {sum(verdicts)} of 5 valid", flush=True
    )


def judged(asked: Programme, made: Timetable) -> bool:
    if importlib.util.find_spec("conference_scheduler") is None:
        print("(conference-scheduler is not installed: not judged by its validator)")
        return True
    from conference_scheduler import resources, validator

    at = {slot.id: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(hours=2 * n) for n, slot in enumerate(asked.slots)}
    slots = {
        (slot.id, room.id): resources.Slot(room.id, at[slot.id], 60, room.capacity, slot.day)
        for slot in asked.slots
        for room in asked.rooms
    }
    events = {one.id: resources.Event(one.id, 60, one.demand, tags=list(one.speakers)) for one in asked.sessions}
    for one in asked.sessions:
        away = {slot for who in one.speakers for slot in asked.away.get(who, ())}
        events[one.id].add_unavailability(*(chair for (slot, _), chair in slots.items() if slot in away))
    schedule = [resources.ScheduledItem(events[one.session], slots[one.slot, one.room]) for one in made.placed]
    return bool(validator.is_valid_schedule(schedule, list(events.values()), list(slots.values())))


def main() -> None:
    # SciPy takes half a second to load, and only once.
    make(programme(20, 1), Limits(None, 1, 1))
    print(
        "| sessions | share | turns | random | conflict | from-to | without a place | s |\n|---|---|---|---|---|---|---|---|"
    )
    for sessions, turns in TURNS.items():
        conflict(sessions, turns)
    conflict(150, 50_000)
    conflict(500, 60_000)
    for share in (0.5, 0.6, 0.7):
        conflict(150, TURNS[150], share)
        conflict(500, TURNS[500], share)
    feasible(150)


if __name__ == "__main__":
    main()
