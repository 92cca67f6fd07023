"""A draft by machine is asked for, made, and kept to be looked at. The row is the job (`kit.jobs`)."""

from __future__ import annotations

import secrets
from time import monotonic

from django.db import transaction

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.drafted import drafted
from goldenthread.gatherings.programme.drafting_hours import hours_of, stretches
from goldenthread.gatherings.programme.drafting_input import to_place_of
from goldenthread.gatherings.programme.loaded import LoadedProgramme
from goldenthread.gatherings.programme.loading import programme_of
from goldenthread.gatherings.programme.models import DraftRun
from goldenthread.gatherings.programme.session_changes import session_from
from goldenthread.gatherings.programme.waiting import to_become_sessions
from goldenthread.journal.note import note
from goldenthread.kit import jobs
from goldenthread.kit.jobs import BETWEEN_BEATS
from goldenthread.people.models import Person

# Up to here whoever presses waits for it; more sessions are placed by the worker.
MOST_AT_ONCE = 60
ITERATIONS, ITERATIONS_FOR_MANY = 3000, 11_000
# Far more than the turns take on a slow machine.
MOST_SECONDS = 30.0


class AlreadyDrafting(Exception):
    """A draft of this programme is being made, asked for by somebody else or by a second press."""

    def __init__(self, running: DraftRun) -> None:
        self.running = running
        super().__init__()


def draft(gathering: Gathering, *, keeps_placed: bool, by: Person) -> DraftRun:
    """At once if there are few sessions; by a worker if there are many. What is decided in becomes a session first."""
    for contribution in to_become_sessions(by, gathering):
        session_from(contribution, by=by)
    programme = programme_of(gathering)
    is_small = len(to_place_of(programme, keeps_placed=keeps_placed)) <= MOST_AT_ONCE
    run = ask_for(gathering, keeps_placed=keeps_placed, by=by, is_small=is_small)
    if is_small:
        _make(run, programme)
        run.refresh_from_db()
    return run


@transaction.atomic
def ask_for(gathering: Gathering, *, keeps_placed: bool, by: Person, is_small: bool) -> DraftRun:
    """A small one is claimed by whoever asks."""
    locked = Gathering.objects.select_for_update().get(pk=gathering.pk)
    if running := DraftRun.objects.of(locked).unfinished().first():
        raise AlreadyDrafting(running)
    run = DraftRun.objects.create(
        gathering=gathering,
        number=DraftRun.next_number(locked),
        by=by,
        keeps_placed=keeps_placed,
        seed=secrets.randbelow(2**31),
        seconds=MOST_SECONDS,
        iterations=ITERATIONS if is_small else ITERATIONS_FOR_MANY,
        **(jobs.claimed_at_once() if is_small else {}),
    )
    note(by, "asked for a draft by machine", gathering)
    return run


def take_up() -> DraftRun | None:
    """The longest waiting draft, if nobody else has it: claimed for us."""
    return jobs.take_up(DraftRun.objects.select_related("gathering"), _give_up)


def _give_up(run: DraftRun) -> None:
    run.fail(content={"trouble": "worker"})


def carry_out(run: DraftRun) -> None:
    """Make it, as long as it is ours."""
    _make(run, programme_of(run.gathering))


def _make(run: DraftRun, programme: LoadedProgramme) -> None:
    if trouble := _in_the_way(programme, run):
        run.fail(content={"trouble": trouble})
        return
    outcome, turns = drafted(programme, run, Watching(run))
    run.finish(content=outcome, turns=turns)


def _in_the_way(programme: LoadedProgramme, run: DraftRun) -> str:
    if not programme.rooms:
        return "rooms"
    if not hours_of(programme.gathering):
        return "hours"
    if not to_place_of(programme, keeps_placed=run.keeps_placed):
        return "nothing"
    return "" if stretches(programme) else "full"


@transaction.atomic
def stop(run: DraftRun, *, by: Person) -> None:
    """The best so far is enough. A draft that nobody has begun yet is begun, and stops at once."""
    if DraftRun.objects.unfinished().filter(pk=run.pk, is_enough=False).update(is_enough=True):
        note(by, "took the best draft so far", run.gathering)


class Watching:
    """Tells now and then how far a draft is, and hears whether it is enough."""

    def __init__(self, run: DraftRun) -> None:
        self.run, self.told_at = run, monotonic() - BETWEEN_BEATS

    def __call__(self, share: float) -> bool:
        if monotonic() < self.told_at + BETWEEN_BEATS:
            return False
        self.told_at = monotonic()
        return self.run.beat(share)
