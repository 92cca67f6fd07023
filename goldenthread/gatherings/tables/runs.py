"""A version is asked for, mixed, and kept. The row is the job: whoever claims it mixes it, and a claim that falls silent is
taken up again."""

from __future__ import annotations

import secrets
from contextlib import suppress
from dataclasses import dataclass, replace
from time import monotonic, sleep
from typing import Any

from django.db import transaction
from django.utils import timezone

from goldenthread.gatherings.tables.clashing import clash
from goldenthread.gatherings.tables.hard_needs import held_to_needs
from goldenthread.gatherings.tables.joining_tables import joined
from goldenthread.gatherings.tables.keep_apart_by_chance import drawn
from goldenthread.gatherings.tables.leaning import leanings_of
from goldenthread.gatherings.tables.mixer_input import MixerInput, mixer_input_of
from goldenthread.gatherings.tables.models import Arrangement, Emphasis, Mix
from goldenthread.gatherings.tables.obstacles import in_the_way
from goldenthread.gatherings.tables.saving_mix import keep
from goldenthread.journal.note import note
from goldenthread.kit import clock, jobs
from goldenthread.kit.jobs import BETWEEN_BEATS
from goldenthread.mixing.tables import CannotBeDone, Instance, Plan, Progress, mix
from goldenthread.people.models import Person


class AlreadyMixing(Exception):
    """A version of this arrangement is being mixed, asked for by somebody else or by a second press."""

    def __init__(self, running: Mix) -> None:
        self.running = running
        super().__init__()


@dataclass(frozen=True)
class MixRequest:
    """How a version is to be made."""

    base: Mix | None = None
    from_round: int = 1
    seconds: float = 5
    keeps_told: bool = False
    only_present: bool = False
    emphasis: str = Emphasis.PEOPLE


@transaction.atomic
def ask_for(arrangement: Arrangement, mix_request: MixRequest, *, by: Person | None, claim: str = "") -> Mix:
    """A new version, to be mixed by a worker; with a claim, by whoever asks."""
    locked = Arrangement.objects.select_for_update().get(pk=arrangement.pk)
    if running := Mix.objects.filter(arrangement=locked).unfinished().first():
        _give_way(running, mix_request)
    version = Mix.objects.create(
        arrangement=arrangement,
        number=Mix.next_number(locked),
        by=by,
        base=mix_request.base,
        from_round=mix_request.from_round,
        seed=secrets.randbelow(2**31),
        seconds=mix_request.seconds,
        keeps_told=mix_request.keeps_told,
        only_present=mix_request.only_present,
        emphasis=mix_request.emphasis,
        claim=claim,
        beat_at=timezone.now() if claim else None,
        tries=1 if claim else 0,
    )
    note(by, "asked for a mix", version)
    return version


def _give_way(running: Mix, mix_request: MixRequest) -> None:
    """On the day nobody waits for a version that was asked for in calmer hours."""
    if running.keeps_told or not mix_request.keeps_told:
        raise AlreadyMixing(running)
    Mix.objects.filter(pk=running.pk).update(failed_at=clock.now(), told={"what": "overtaken"})


def take_up() -> Mix | None:
    """The longest waiting run, if nobody else has it: claimed for us."""
    return jobs.take_up(Mix.objects.select_related("arrangement__gathering"), _give_up)


def _give_up(version: Mix) -> None:
    _fail(version, {"what": "worker"})


def carry_out(version: Mix) -> None:
    """Mix it, as long as it is ours."""
    mixer_input = mixer_input_of(version)
    if version.keeps_told:
        mixer_input = joined(mixer_input)
    if trouble := in_the_way(mixer_input):
        _fail(version, trouble)
        return
    listening = Listening(version)
    try:
        plan = _plan(mixer_input, version, listening)
    except CannotBeDone:
        _fail(version, clash(mixer_input))
    else:
        listening.wait()
        _finish(version, mixer_input, plan)


def _plan(mixer_input: MixerInput, version: Mix, listening: Listening) -> Plan:
    """Whether there is one depends on nothing that anybody wished in private."""
    instance = mixer_input.instance()
    held = held_to_needs(mixer_input, instance)
    # By the secret of the site: whoever reads the seed in an export cannot mix it again without a wish, and compare.
    seed = drawn(f"version {version.seed}")
    how: dict[str, Any] = {"seconds": version.seconds, "seed": seed, "progress": listening, "start": _from_the_bank}
    # Where more people need something than have room at the tables that have it, as many of them as fit.
    for variant in [held, instance] if held != instance else [instance]:
        if as_told := mixer_input.as_told(variant):
            return as_told
        with suppress(CannotBeDone):
            return mix(replace(_drawn_anew(variant, seed), leanings=leanings_of(mixer_input)), **how)
    return mix(_drawn_anew(instance, seed), **how)


def _drawn_anew(instance: Instance, seed: int) -> Instance:
    people = sorted(instance.people, key=lambda guest: drawn(f"{seed} {guest.id}"))
    return replace(instance, people=tuple(people))


@transaction.atomic
def stop(running: Mix, *, by: Person) -> None:
    """The best so far is enough. A run that nobody has begun yet is begun, and stops with its first plan."""
    if Mix.objects.unfinished().filter(pk=running.pk, is_enough=False).update(is_enough=True):
        note(by, "took the best so far", running)


class Listening:
    """Tells how far a run is, and hears whether it is enough."""

    def __init__(self, version: Mix) -> None:
        self.version, self.told_at = version, -BETWEEN_BEATS
        self.until = monotonic() + version.seconds

    def __call__(self, so_far: Progress) -> bool:
        if so_far.seconds < self.told_at + BETWEEN_BEATS:
            return False
        self.told_at = so_far.seconds
        return self.version.beat(so_far.share)

    def wait(self) -> None:
        """A plan is told when its time is over, however soon it was found: what was easy says what nobody wished."""
        while (left := self.until - monotonic()) > 0 and not self.version.beat(1 - left / self.version.seconds):
            sleep(min(left, BETWEEN_BEATS))


@transaction.atomic
def _finish(version: Mix, mixer_input: MixerInput, plan: Plan) -> None:
    version.finish()
    keep(version, mixer_input, plan)


def _fail(version: Mix, trouble: dict[str, Any]) -> None:
    version.fail(told=trouble)


def _from_the_bank(tables: int, size: int, rounds: int) -> Any:
    from goldenthread.mixing.designs import bank  # noqa: PLC0415 - tests/house/test_imports.py

    return bank.design(tables, size, rounds)
