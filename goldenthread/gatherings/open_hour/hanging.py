"""Cards on the wall: brought, hung at a round and corner, left by their host and taken on by another. All stand in one line per wall."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.open_hour.models import Corner, OpenHour, Topic, TopicPlacing, TopicRound
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.journal.note import note
from goldenthread.people.models import Person

Cell = tuple[int, int]


class CellTaken(Exception):
    """Another card hangs there, perhaps since a second ago."""


class HostsAnother(Exception):
    """Whoever hosts it hosts another card in that round."""


class AlreadyHosted(Exception):
    """Somebody was quicker."""


class CardsHangThere(Exception):
    """A round or corner that is to go has a card."""


@transaction.atomic
def set_open_hour(gathering: Gathering, rounds: Sequence[str], corners: Sequence[str], *, by: Person) -> OpenHour:
    """In this order. What is called as before stays, with its cards. Raises `CardsHangThere`."""
    open_hour, _is_new = OpenHour.objects.get_or_create(gathering=gathering, defaults={"by": by})
    _in_turn(open_hour)
    for model, lines in ((TopicRound, rounds), (Corner, corners)):
        gone = model.objects.filter(open_hour=open_hour).exclude(words__in=lines)
        if gone.filter(placings__isnull=False).exists():
            raise CardsHangThere
        gone.delete()
        for number, line in enumerate(lines, 1):
            model.objects.update_or_create(open_hour=open_hour, words=line, defaults={"number": number})
    note(by, "set the open hour", gathering)
    return open_hour


@transaction.atomic
def hang(topic: Topic, cell: Cell | None) -> None:
    """At this round and corner, and nowhere else; or back among the cards without a corner."""
    _in_turn(topic.open_hour)
    # As it is now: another host may have taken it on since it was looked at.
    topic = Topic.objects.select_related("open_hour").get(pk=topic.pk)
    TopicPlacing.objects.filter(topic=topic).delete()
    if cell is None:
        return
    in_that_round = TopicPlacing.objects.filter(round=cell[0])
    if in_that_round.filter(corner=cell[1]).exists():
        raise CellTaken
    if topic.host_id and in_that_round.filter(topic__host=topic.host_id).exists():
        raise HostsAnother
    TopicPlacing.objects.create(
        topic=topic,
        round=topic.open_hour.rounds.get(pk=cell[0]),
        corner=topic.open_hour.corners.get(pk=cell[1]),
    )


@transaction.atomic
def take_on(topic: Topic, booking: Booking) -> None:
    """Host a card that nobody hosts. It stays where it hangs, if they host nothing else then."""
    _in_turn(topic.open_hour)
    fresh = Topic.objects.select_related("host", "placing").get(pk=topic.pk)
    if fresh.is_hosted:
        raise AlreadyHosted
    placing = TopicPlacing.objects.filter(topic=topic).first()
    if placing and TopicPlacing.objects.filter(round=placing.round_id, topic__host=booking).exists():
        raise HostsAnother
    Topic.objects.filter(pk=topic.pk).update(host=booking)


def leave(topic: Topic, *, by: Person | None = None) -> bool:
    """The card stays, and somebody else may host it. Whoever took it on since stays, and it is False. `by` is a convenor whom its
    host told."""
    is_left = bool(Topic.objects.filter(pk=topic.pk, host=topic.host_id).update(host=None))
    if is_left and by:
        note(by, "took a host off a card", topic.open_hour.gathering)
    return is_left


@transaction.atomic
def take_down(topic: Topic, *, by: Person) -> None:
    topic.delete()
    note(by, "took a card down", topic.open_hour.gathering)


def _in_turn(open_hour: OpenHour) -> None:
    """Until we commit, nobody else hangs a card on this wall."""
    OpenHour.objects.select_for_update(no_key=True).get(pk=open_hour.pk)
