from __future__ import annotations

import secrets
from datetime import datetime, timedelta

from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.utils.translation import gettext_lazy as _

from goldenthread.kit.sealed import SealedTextField
from goldenthread.outbox.models import Email
from goldenthread.people.models import Person
from goldenthread.threads.models.pairs import Between, BetweenQuerySet, in_order
from goldenthread.threads.models.side import LONGEST_WAY
from goldenthread.threads.models.thread import Ending
from goldenthread.threads.models.where import BY_INTRODUCTION, Where

LONGEST_WHY = 600
# Nobody waits for an answer longer than this; then it is as if nobody had been asked.
OPEN_FOR = timedelta(days=90)
THREE_WEEKS = timedelta(days=21)


class IntroductionQuerySet(BetweenQuerySet["Introduction"]):
    """Questions about introductions."""

    def made_by(self, person: Person) -> IntroductionQuerySet:
        return self.filter(by=person)

    def asked_for_by(self, person: Person) -> IntroductionQuerySet:
        """To whom this person asked to be introduced."""
        return self.made_by(person).filter(is_asked_for=True)

    def with_what_was_asked(self) -> IntroductionQuerySet:
        """As the one who asked for it reads it, with the name: `asked`. Nothing where somebody introduces two others."""
        mine = Asking.objects.filter(introduction=OuterRef("pk"), person=OuterRef("by"))
        return self.annotate(asked=Subquery(mine.values("why")[:1]))

    def to_forget(self, now: datetime) -> IntroductionQuerySet:
        """Nobody answered in time, or it is long over."""
        unanswered = Q(agreed_at=None, at__lt=now - OPEN_FOR)
        return self.filter(unanswered | Q(agreed_at__lt=now - OPEN_FOR))


class Introduction(Between):
    """That two people might like to meet: so says somebody who knows both, one of them, or the house. Who the two are is told
    to neither before both say yes, except to the one who asked."""

    # Empty where the house suggests it.
    by = models.ForeignKey(Person, models.CASCADE, null=True, blank=True, related_name="+")
    # That one of the two asked to be introduced to the other: then it is `by` them, and nobody else is told so.
    is_asked_for = models.BooleanField(_("asked for by one of you"), default=False)
    why = models.TextField(_("why"), max_length=LONGEST_WHY, blank=True)
    at = models.DateTimeField(_("when"))
    agreed_at = models.DateTimeField(_("agreed"), null=True, blank=True)

    objects = IntroductionQuerySet.as_manager()

    class Meta:
        verbose_name = _("introduction")
        constraints = [
            in_order("an_introduction_is_written_one_way"),
            models.UniqueConstraint(fields=["one", "other"], condition=Q(by=None), name="the_house_suggests_two_once"),
            models.UniqueConstraint(fields=["one", "other", "by"], name="somebody_introduces_two_once"),
            models.CheckConstraint(
                condition=Q(is_asked_for=True) | (~Q(by=F("one")) & ~Q(by=F("other"))),
                name="nobody_introduces_themselves",
            ),
        ]
        indexes = [
            models.Index(fields=["at"], name="introductions_in_time"),
            models.Index(fields=["agreed_at"], condition=~Q(agreed_at=None), name="introductions_agreed"),
        ]

    def __str__(self) -> str:
        return "an introduction"

    @property
    def introducer(self) -> Person | None:
        """Whoever brings the two together and may be named to them: never one of the two."""
        return None if self.is_asked_for else self.by

    @property
    def where(self) -> Where:
        """Where a thread begins that it brings about."""
        introduced_by = None if self.is_asked_for else self.by_id
        return Where(f"{BY_INTRODUCTION}:{self.pk}", introduced_by=introduced_by)


def new_key() -> str:
    return secrets.token_urlsafe(12)


class AskingQuerySet(models.QuerySet["Asking"]):
    """Questions about who is asked, and who is owed an e-mail."""

    def known_to(self, person: Person) -> AskingQuerySet:
        """What this person may know of: what they have been asked."""
        return self.filter(person=person).exclude(asked_at=None)

    def open_to(self, person: Person, now: datetime) -> AskingQuerySet:
        """What this person can still answer. A no is a no."""
        unanswered = self.known_to(person).filter(introduction__agreed_at=None, introduction__at__gte=now - OPEN_FOR)
        return unanswered.exclude(answer=Asking.Answer.NO)

    def unanswered(self) -> AskingQuerySet:
        return self.filter(answer="")

    def to_ask(self) -> AskingQuerySet:
        return self.filter(asked_at=None)

    def to_tell(self) -> AskingQuerySet:
        """Both said yes, and this one has not been told."""
        return self.filter(told_at=None, introduction__agreed_at__isnull=False)

    def to_wonder_about(self, now: datetime) -> AskingQuerySet:
        """Three weeks after both said yes, unless it has ended: did they meet?"""
        ended = Ending.objects.filter(one=OuterRef("introduction__one"), other=OuterRef("introduction__other"))
        return self.filter(~Exists(ended), wondered_at=None, introduction__agreed_at__lte=now - THREE_WEEKS)

    def told_to(self, person: Person, now: datetime) -> AskingQuerySet:
        """Both said yes, and this person knows it. Until they are asked whether they met."""
        ended = Ending.objects.filter(one=OuterRef("introduction__one"), other=OuterRef("introduction__other"))
        mine = self.filter(~Exists(ended), person=person, told_at__isnull=False, wondered_at=None)
        return mine.filter(introduction__agreed_at__gt=now - THREE_WEEKS)

    def wondered_about(self, person: Person) -> AskingQuerySet:
        """Asked whether they met, and not answered."""
        return self.filter(person=person, met="").exclude(wondered_at=None)

    def with_introduction(self) -> AskingQuerySet:
        return self.select_related("introduction", "introduction__by", "person")


class Asking(models.Model):
    """That one of two people is asked whether they would like to be introduced, and what they said. Only they read it."""

    class Answer(models.TextChoices):
        YES = "yes", _("Yes, please")
        NOT_NOW = "not_now", _("Not now")
        NO = "no", _("No")

    class Met(models.TextChoices):
        YES = "yes", _("Yes, we met")
        NO = "no", _("Not yet")

    introduction = models.ForeignKey(Introduction, models.CASCADE, related_name="askings")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    # In the address of its page.
    key = models.CharField(max_length=16, unique=True, default=new_key)
    # In the language of whoever is asked.
    why = models.TextField(_("why"), max_length=1000, blank=True)
    answer = models.CharField(_("answer"), max_length=10, choices=Answer, blank=True)
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)
    # Shown to the other once both have said yes.
    reach = SealedTextField(_("How may they reach you?"), max_length=LONGEST_WAY, blank=True)
    # Each e-mail is owed until its moment is filled in.
    asked_at = models.DateTimeField(_("asked"), null=True, blank=True)
    told_at = models.DateTimeField(_("told"), null=True, blank=True)
    wondered_at = models.DateTimeField(_("asked whether you met"), null=True, blank=True)
    met = models.CharField(_("Did you meet?"), max_length=10, choices=Met, blank=True)
    # The e-mail that asked: it goes when one of the two leaves, because it speaks of both.
    letter = models.ForeignKey(Email, models.SET_NULL, null=True, blank=True, related_name="+")

    objects = AskingQuerySet.as_manager()

    class Meta:
        verbose_name = _("question about an introduction")
        constraints = [
            models.UniqueConstraint(fields=["introduction", "person"], name="one_is_asked_once"),
        ]
        indexes = [models.Index(fields=["id"], condition=Q(asked_at=None), name="still_to_be_asked")]

    def __str__(self) -> str:
        return "a question about an introduction"

    @property
    def is_by_me(self) -> bool:
        """That whoever is asked here had asked for it themselves."""
        return self.introduction.is_asked_for and self.introduction.by_id == self.person_id

    @property
    def other(self) -> int:
        """The key of the other one, whom nobody is told about before both say yes."""
        return self.introduction.other_than(self.person_id)
