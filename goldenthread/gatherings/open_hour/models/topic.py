from __future__ import annotations

from django.db import models

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.open_hour.models.open_hour import Corner, OpenHour, TopicRound
from goldenthread.kit import clock
from goldenthread.mixing.sheet.names import first_name


class TopicQuerySet(models.QuerySet["Topic"]):
    """Questions about cards."""

    def on_the_wall(self, open_hour: OpenHour) -> TopicQuerySet:
        """The newest last, with all that stands on them."""
        cards = self.filter(open_hour=open_hour).order_by("pk")
        return cards.select_related("host__person", "placing__round", "placing__corner").prefetch_related("notes")


class Topic(models.Model):
    """A card: what somebody would like to talk about, and who hosts it. Who went there is written down nowhere."""

    open_hour = models.ForeignKey(OpenHour, models.CASCADE, related_name="topics")
    title = models.CharField(max_length=120)
    words = models.CharField(max_length=400, blank=True)
    # None: whoever brought it has left it, and somebody else may take it on.
    host = models.ForeignKey(Booking, models.SET_NULL, null=True, related_name="topics")
    at = models.DateTimeField(default=clock.now)

    objects = TopicQuerySet.as_manager()

    def __str__(self) -> str:
        return self.title

    @property
    def is_hosted(self) -> bool:
        """Whoever gave up their place at the gathering hosts nothing there."""
        return self.host is not None and self.host.is_seated

    @property
    def hosted_by(self) -> str:
        """By first name, as at a table; empty for nobody."""
        return first_name(self.host.known_as) if self.host and self.host.is_seated else ""


class TopicPlacing(models.Model):
    """That a card hangs at one round and corner of the wall. No two hang on one."""

    topic = models.OneToOneField(Topic, models.CASCADE, related_name="placing")
    round = models.ForeignKey(TopicRound, models.RESTRICT, related_name="placings")
    corner = models.ForeignKey(Corner, models.RESTRICT, related_name="placings")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["round", "corner"], name="one_card_hangs_at_a_round_and_corner")]

    def __str__(self) -> str:
        return f"{self.topic}: {self.round}, {self.corner}"

    @property
    def cell(self) -> str:
        """As a form names it."""
        return f"{self.round_id}-{self.corner_id}"


class TopicNote(models.Model):
    """A line on what came of a topic. Who wrote it is kept nowhere."""

    topic = models.ForeignKey(Topic, models.CASCADE, related_name="notes")
    words = models.CharField(max_length=400)

    def __str__(self) -> str:
        return self.words
