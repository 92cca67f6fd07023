from __future__ import annotations

from datetime import datetime, timedelta

from django.db import models, transaction
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from goldenthread.journal.note import note
from goldenthread.kit import clock
from goldenthread.people.models import Person
from goldenthread.threads.models.pairs import Between, BetweenQuerySet, Pair, Who, in_order, key_of, pair_of
from goldenthread.threads.models.where import Somewhere

# Who has not said by then how they may be reached still can, on the page of the thread.
NEWS_FOR = timedelta(days=60)


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


class ThreadNewsQuerySet(models.QuerySet["ThreadNews"]):
    """Questions about who has a new thread. Of what has ended, nobody hears any more."""

    def of(self, person: Who) -> ThreadNewsQuerySet:
        live = Thread.objects.live().of(person)
        return self.filter(person=key_of(person), thread__in=live).select_related("thread", "thread__introduced_by")

    def of_pair(self, pair: Pair) -> ThreadNewsQuerySet:
        return self.filter(thread__one=pair[0], thread__other=pair[1])

    def to_tell(self) -> ThreadNewsQuerySet:
        return self.filter(told_at=None, thread__in=Thread.objects.live())

    def to_forget(self, now: datetime) -> ThreadNewsQuerySet:
        return self.filter(thread__at__lt=now - NEWS_FOR)


class ThreadNews(models.Model):
    """That somebody has a new thread, and has not said yet how the other may reach them. It goes when they have.

    Both get theirs at one moment, so that it tells neither who wished for it first.
    """

    thread = models.ForeignKey(Thread, models.CASCADE, related_name="news")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    # The e-mail is owed until its moment is filled in.
    told_at = models.DateTimeField(_("told"), null=True, blank=True)

    objects = ThreadNewsQuerySet.as_manager()

    class Meta:
        verbose_name = _("news of a thread")
        constraints = [models.UniqueConstraint(fields=["thread", "person"], name="a_thread_is_news_once_for_each")]

    def __str__(self) -> str:
        return "news of a thread"
