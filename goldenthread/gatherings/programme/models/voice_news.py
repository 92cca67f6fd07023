from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import models
from django.db.models import Exists, OuterRef

from goldenthread.gatherings.plan.models import Gathering, PendingChanges
from goldenthread.gatherings.voices.models import Voice


class VoiceNewsQuerySet(models.QuerySet["VoiceNews"]):
    """Questions about what voices know of the programme."""

    def of(self, gathering: Gathering) -> VoiceNewsQuerySet:
        return self.filter(voice__contribution__gathering=gathering)

    def due(self, now: datetime) -> VoiceNewsQuerySet:
        """Those to be written now, with all that an e-mail needs. Where an address has not proved to be theirs, it waits until it has:
        who is in the programme was decided, and nobody else is to hear of that."""
        return self.owed(now).exclude(voice__in=Voice.objects.on_paper()).with_voices()

    def to_ring(self, now: datetime) -> VoiceNewsQuerySet:
        """Those whom no e-mail reaches: a convenor tells them, and says so."""
        return self.owed(now).on_paper().with_voices()

    def on_paper(self) -> VoiceNewsQuerySet:
        return self.filter(voice__in=Voice.objects.in_it().on_paper())

    def owed(self, now: datetime) -> VoiceNewsQuerySet:
        """Not what moved while changes of the plan gather: it goes with them."""
        pending = PendingChanges.objects.filter(gathering=OuterRef("voice__contribution__gathering"))
        gathers = Exists(pending.filter(first_at__lte=OuterRef("due_at"), goes_at__gt=now))
        return self.filter(due_at__lte=now).exclude(gathers, heard__isnull=False)

    def moved(self, now: datetime) -> VoiceNewsQuerySet:
        """What would go with the changes of a plan, to those who have heard of their place."""
        return self.filter(due_at__lte=now, heard__isnull=False).with_voices()

    def with_voices(self) -> VoiceNewsQuerySet:
        about = self.select_related("voice__person", "voice__contribution__gathering")
        return about.prefetch_related("voice__appearances").order_by("pk")


class VoiceNews(models.Model):
    """How much of the programme one voice knows: up to which release, since when, and when the next e-mail is due."""

    voice = models.OneToOneField(Voice, models.CASCADE, related_name="programme_news")
    # The number of a release; None until the first e-mail.
    heard = models.PositiveIntegerField(null=True, blank=True)
    heard_at = models.DateTimeField(null=True, blank=True)
    # None: they know all that concerns them.
    due_at = models.DateTimeField(null=True, blank=True, db_index=True)
    # The keys by which releases name this voice in sessions that were removed since, so that it hears that they are gone.
    former_speakers = models.JSONField(default=list, blank=True)

    objects = VoiceNewsQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "voice news"

    def __str__(self) -> str:
        return f"what {self.voice} knows of the programme"

    def remember(self, speakers: Iterable[int]) -> None:
        """Of a session that is about to be removed."""
        self.former_speakers = sorted({*self.former_speakers, *speakers})
        self.save(update_fields=["former_speakers"])
