"""A plan becomes rows, and counts that may be shown."""

from __future__ import annotations

from typing import Any

from goldenthread.gatherings.tables.guests import SECOND
from goldenthread.gatherings.tables.kinds_in_words import in_fives, kinds_at_mixing
from goldenthread.gatherings.tables.mixer_input import MixerInput, mixer_input_as_seated
from goldenthread.gatherings.tables.models import Mix, Seat
from goldenthread.gatherings.tables.obstacles import missing
from goldenthread.mixing.tables import Instance, Plan, least_repeats, tally

# Rows written at a time.
A_BATCH = 500


def keep(version: Mix, mixer_input: MixerInput, plan: Plan) -> None:
    """Rounds that were held are taken over as they were, with those who have left since."""
    held = [
        Seat(mix=version, round_id=s.round_id, table_id=s.table_id, booking_id=s.booking_id) for s in mixer_input.held
    ]
    locks = {(seat.round_id, seat.booking_id, seat.table_id) for seat in mixer_input.locked}
    fresh = [
        Seat(mix=version, round_id=key[0], booking_id=key[1], table_id=key[2], is_locked=key in locks)
        for key in _places(mixer_input, plan)
    ]
    Seat.objects.bulk_create([*held, *fresh], batch_size=A_BATCH)
    instance = mixer_input.instance()
    is_fixed = 2 * (len(held) + len(locks)) > len(held) + len(fresh)
    kinds = at_mixing(instance, plan, Mix.objects.mixed_before(version), is_fixed=is_fixed)
    Mix.objects.filter(pk=version.pk).update(told=counted(instance, plan) | kinds | {"missing": missing(version)})


def look_again(changed: Mix) -> dict[str, Any]:
    """Count anew after a hand has moved something. What mixing alone could know of hats is not told any more."""
    mixer_input = mixer_input_as_seated(changed)
    plan = Plan(mixer_input.as_rounds(list(changed.seats.order_by("pk"))))
    counts = counted(mixer_input.instance(), plan) | {"missing": changed.told.get("missing", [])}
    Mix.objects.filter(pk=changed.pk).update(told=counts)
    return counts


def counted(instance: Instance, plan: Plan) -> dict[str, Any]:
    """Of what can be seen in the room. What people asked for is not asked here, so that nothing is said of it."""
    counts = tally(instance, plan)
    faces = (counts.usual_new_faces, counts.fewest_new_faces)
    usual, fewest = (None if share is None else round(100 * share) for share in faces)
    return {
        "people": len(instance.people),
        "repeats": counts.repeats,
        "least": least_repeats(instance),
        "usual": usual,
        "fewest": fewest,
        "moved": counts.moved,
    }


def at_mixing(instance: Instance, plan: Plan, earlier: Mix | None, *, is_fixed: bool) -> dict[str, Any]:
    counts, known = tally(instance, plan), earlier.told if earlier else {}
    before = {"familiar": known["familiar"]} if "familiar" in known else {}
    familiar = in_fives(before, {"familiar": sum(guest.familiar is not None for guest in instance.people)})
    kinds = kinds_at_mixing(instance, counts.spread, known, is_fixed=is_fixed)
    # Whoever fixed the seats around somebody would read off what that one told.
    return {"kinds": kinds} | familiar | ({} if is_fixed else {"orphans": counts.orphans})


def _places(wanted: MixerInput, plan: Plan) -> list[tuple[int, int, int]]:
    """(round, booking, table) by their keys, for the rounds that were mixed."""
    return [
        (wanted.rounds[number].pk, int(person), wanted.tables[table].pk)
        for number, table, person in plan.seats()
        if number >= wanted.from_round - 1 and not person.endswith(SECOND)
    ]
