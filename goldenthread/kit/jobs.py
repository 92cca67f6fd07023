"""Work that takes seconds: the row is the job. Whoever claims it does it, and a claim that falls silent is taken up again."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any, Self, TypeVar

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from goldenthread.kit import clock

# Whoever works says so more often than this. After a silence, another worker takes the job up again.
SILENT_FOR = timedelta(seconds=15)
# Seconds between two words of whoever works: each is a commit, and lets all processes look at their pages afresh.
BETWEEN_BEATS = 1.0
# A job that ended its worker so often would end every worker.
MOST_TRIES = 3

J = TypeVar("J", bound="Job")


class ClaimLost(Exception):
    """Another worker took this job up, because we were silent for too long, or it was removed."""


class JobQuerySet(models.QuerySet[J]):
    """Questions about jobs. Those of workers go by the real clock: the house's own may be moved."""

    def unfinished(self) -> Self:
        return self.filter(done_at=None, failed_at=None)

    def to_take_up(self, real_now: datetime) -> Self:
        """Nobody works on them, or whoever did has fallen silent."""
        return self.unfinished().filter(Q(beat_at=None) | Q(beat_at__lt=real_now - SILENT_FOR))


class Job(models.Model):
    """A row that is also a job: who works on it holds its claim, and says now and then how far it is."""

    claim = models.CharField(max_length=32, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    beat_at = models.DateTimeField(null=True)
    percent = models.PositiveSmallIntegerField(default=0)
    # Somebody said that the best so far will do.
    is_enough = models.BooleanField(default=False)
    done_at = models.DateTimeField(null=True)
    failed_at = models.DateTimeField(null=True)

    class Meta:
        abstract = True

    @property
    def is_done(self) -> bool:
        return self.done_at is not None

    @property
    def has_failed(self) -> bool:
        return self.failed_at is not None

    def beat(self, share: float) -> bool:
        """Say how far it is, and hear whether it is enough. Raises ClaimLost."""
        ours = self._ours()
        if not ours.update(beat_at=timezone.now(), percent=min(100, round(share * 100))):
            raise ClaimLost
        return ours.filter(is_enough=True).exists()

    def finish(self, **fields: Any) -> None:
        """Raises ClaimLost."""
        self._end(done_at=clock.now(), percent=100, **fields)

    def fail(self, **fields: Any) -> None:
        """Raises ClaimLost."""
        self._end(failed_at=clock.now(), **fields)

    def _end(self, **fields: Any) -> None:
        if not self._ours().update(**fields):
            raise ClaimLost

    def _ours(self) -> models.QuerySet[Self]:
        jobs = type(self)._default_manager.filter(done_at=None, failed_at=None)
        return jobs.filter(pk=self.pk, claim=self.claim)


def claimed_at_once() -> dict[str, Any]:
    """Of a job that whoever asks for it does at once."""
    return {"claim": secrets.token_hex(16), "beat_at": timezone.now(), "tries": 1}


def take_up(jobs: JobQuerySet[J], give_up: Callable[[J], None]) -> J | None:
    """The longest waiting job, if nobody else has it: claimed for us. One that was tried too often is given up."""
    now, claim = timezone.now(), secrets.token_hex(16)
    waiting = jobs.to_take_up(now)
    for job in waiting.order_by("pk")[:1]:
        if job.tries >= MOST_TRIES:
            with suppress(ClaimLost):
                give_up(job)
        elif waiting.filter(pk=job.pk).update(claim=claim, beat_at=now, tries=F("tries") + 1):
            return jobs.get(pk=job.pk)
    return None
