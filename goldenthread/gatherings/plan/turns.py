"""The turns in a gathering's life: what its convenors can say of it, and take back."""

from collections.abc import Callable

from django.db import transaction

from goldenthread.gatherings.plan.models import (
    Cancellation,
    FormerAddress,
    Fullness,
    Gathering,
    Postponement,
    Publication,
    Settlement,
)
from goldenthread.gatherings.plan.models.facts import Fact
from goldenthread.journal.note import note
from goldenthread.people.models import Person

Turn = Gathering.Turn
Verb = Callable[..., None]


class AlreadySo(Exception):
    """It has been said already, perhaps by another convenor a moment ago."""


class AddressTaken(Exception):
    """Another gathering goes by this address, or did once."""


def publish(gathering: Gathering, *, by: Person | None, because: str = "") -> None:
    """Open the draft to everybody."""
    _say(Publication, Turn.PUBLISHED, gathering, by, because)


def settle(gathering: Gathering, *, by: Person | None, because: str = "") -> None:
    _say(Settlement, Turn.SETTLED, gathering, by, because)


def unsettle(gathering: Gathering, *, by: Person | None, because: str = "") -> None:
    _take_back(Settlement, Turn.UNSETTLED, gathering, by, because)


def close(gathering: Gathering, *, by: Person | None, because: str = "") -> None:
    """Say that every place is taken."""
    _say(Fullness, Turn.FULL, gathering, by, because)


def reopen(gathering: Gathering, *, by: Person | None, because: str = "") -> None:
    _take_back(Fullness, Turn.NOT_FULL, gathering, by, because)


def postpone(gathering: Gathering, *, by: Person | None, because: str = "") -> None:
    _say(Postponement, Turn.POSTPONED, gathering, by, because)


def resume(gathering: Gathering, *, by: Person | None, because: str = "") -> None:
    _take_back(Postponement, Turn.RESUMED, gathering, by, because)


def call_off(gathering: Gathering, *, by: Person | None, because: str = "") -> None:
    """Nothing vanishes: the page stays, and says so."""
    _say(Cancellation, Turn.CANCELLED, gathering, by, because)


def reinstate(gathering: Gathering, *, by: Person | None, because: str = "") -> None:
    """It takes place after all."""
    _take_back(Cancellation, Turn.REINSTATED, gathering, by, because)


@transaction.atomic
def move_to_address(gathering: Gathering, slug: str, *, by: Person) -> None:
    """Give it an address people can say aloud. The former one leads here for good."""
    taken = Gathering.objects.filter(slug=slug).exclude(pk=gathering.pk).exists()
    if taken or FormerAddress.objects.filter(slug=slug).exclude(gathering=gathering).exists():
        raise AddressTaken
    FormerAddress.objects.get_or_create(slug=gathering.slug, gathering=gathering)
    FormerAddress.objects.filter(slug=slug).delete()
    gathering.slug = slug
    Gathering.objects.filter(pk=gathering.pk).update(slug=slug)
    note(by, "moved to another address", gathering)


@transaction.atomic
def _say(fact: type[Fact], turn: Gathering.Turn, gathering: Gathering, by: Person | None, because: str) -> None:
    now = Gathering.objects.select_for_update().get(pk=gathering.pk)
    _row, is_new = fact._default_manager.get_or_create(gathering=now, defaults={"by": by, "because": because})
    if not is_new:
        raise AlreadySo
    now.record(turn, by=by, because=because)
    note(by, turn.value, now, why=because)


@transaction.atomic
def _take_back(fact: type[Fact], turn: Gathering.Turn, gathering: Gathering, by: Person | None, because: str) -> None:
    now = Gathering.objects.select_for_update().get(pk=gathering.pk)
    gone, _rows = fact._default_manager.filter(gathering=now).delete()
    if not gone:
        raise AlreadySo
    now.record(turn, by=by, because=because)
    note(by, turn.value, now, why=because)
