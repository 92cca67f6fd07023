from __future__ import annotations

from django.db import models, transaction
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from goldenthread.journal.note import note
from goldenthread.kit import clock
from goldenthread.people.models import Person
from goldenthread.threads.models.pairs import Between, BetweenQuerySet, Who, in_order, pair_of
from goldenthread.threads.models.where import Somewhere


class NotOneOfThem(Exception):
    """Only one of the two may end what is between them."""


class Ending(Between):
    """That one of two people ended what was between them. It closes for both, whatever they shared before, encounters too.

    No reason is asked. The other cannot undo it; only a later yes of both begins a thread anew.
    """

    by = models.ForeignKey(Person, models.CASCADE, related_name="+")
    at = models.DateTimeField(_("when"), default=clock.now)

    objects = BetweenQuerySet["Ending"].as_manager()

    class Meta:
        verbose_name = _("ending")
        constraints = [
            in_order("an_ending_is_written_one_way"),
            models.UniqueConstraint(fields=["one", "other"], name="two_end_once"),
        ]

    def __str__(self) -> str:
        return "it ended"

    @classmethod
    @transaction.atomic
    def declare(cls, *, by: Person, other: Who) -> None:
        """Twice is once. The journal keeps that it ended, not by whom."""
        one, two = pair_of(by, other)
        ending, is_new = cls.objects.get_or_create(one_id=one, other_id=two, defaults={"by": by})
        if is_new:
            note(None, "ended", ending)


class ThreadQuerySet(BetweenQuerySet["Thread"]):
    """Questions about threads."""

    def live(self) -> ThreadQuerySet:
        ended = Ending.objects.filter(one=OuterRef("one"), other=OuterRef("other"))
        return self.filter(~Exists(ended))


class Thread(Between, Somewhere):
    """A relationship that two people own: agreed by both, begun somewhere that is remembered, seen alike by both."""

    at = models.DateTimeField(_("when"))

    objects = ThreadQuerySet.as_manager()

    class Meta:
        verbose_name = _("thread")
        constraints = [
            in_order("a_thread_is_written_one_way"),
            models.UniqueConstraint(fields=["one", "other"], name="two_share_one_thread"),
        ]
        indexes = [models.Index(fields=["at"], name="threads_in_time")]

    def __str__(self) -> str:
        return f"a thread since {self.at:%Y}"

    def end(self, *, by: Person) -> None:
        if not self.is_of(by):
            raise NotOneOfThem
        Ending.declare(by=by, other=self.other_than(by))
