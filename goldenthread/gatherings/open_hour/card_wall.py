"""The wall as everybody sees it: rounds and corners with their cards, cards without a corner, and what is free."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.open_hour.models import Corner, OpenHour, Topic, TopicRound


@dataclass(frozen=True)
class WallCell:
    """One corner in one round, and the card that hangs there."""

    corner: Corner
    topic: Topic | None


@dataclass(frozen=True)
class OpenHourWall:
    """One look at all of it."""

    corners: Sequence[Corner]
    rounds: Sequence[tuple[TopicRound, Sequence[WallCell]]]
    topics: Sequence[Topic]

    @property
    def without_a_corner(self) -> list[Topic]:
        return [topic for topic in self.topics if not hasattr(topic, "placing")]

    @property
    def free(self) -> list[tuple[str, str]]:
        """What a card can be hung at, in words."""
        return [
            (f"{round_.pk}-{cell.corner.pk}", f"{round_}, {cell.corner}")
            for round_, cells in self.rounds
            for cell in cells
            if cell.topic is None
        ]


def wall_of(open_hour: OpenHour) -> OpenHourWall:
    """Four queries, however many cards."""
    topics = list(Topic.objects.on_the_wall(open_hour))
    hangs = {(topic.placing.round_id, topic.placing.corner_id): topic for topic in topics if hasattr(topic, "placing")}
    corners = list(open_hour.corners.order_by("number", "pk"))
    rounds = [
        (round_, [WallCell(corner, hangs.get((round_.pk, corner.pk))) for corner in corners])
        for round_ in open_hour.rounds.order_by("number", "pk")
    ]
    return OpenHourWall(corners, rounds, topics)


def ways_to_open_hour(booking: Booking) -> list[tuple[str, str]]:
    """From the page of a booking: in words, and where it leads."""
    if not booking.is_coming or not OpenHour.objects.of(booking.gathering).exists():
        return []
    return [(_("The open hour"), reverse("open_hour:wall_of", args=[booking.gathering.slug, booking.key]))]
