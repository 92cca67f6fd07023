from __future__ import annotations

from datetime import datetime, timedelta

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

# While no e-mail falls due, the worker looks so often whether the mail server is back.
LOOK_AGAIN_AFTER = timedelta(minutes=1)


class OutageQuerySet(models.QuerySet["Outage"]):
    """Questions about whether e-mails go out."""

    def to_look_at(self, now: datetime) -> OutageQuerySet:
        """Over as soon as the mail server lets us in. Whether it takes our sender again, only an e-mail can tell."""
        return self.filter(looked_at__lte=now - LOOK_AGAIN_AFTER).exclude(cause=Outage.Cause.REFUSED)

    def end(self) -> None:
        # Asked first: with nothing to delete, nothing is committed, and no page is made anew.
        if self.exists():
            self.all().delete()


class Outage(models.Model):
    """That no e-mail goes out: since when, and why. The worker writes it down and takes it back; nobody's address is in it."""

    class Cause(models.TextChoices):
        NO_SERVER = "no_server", _("no mail server has been set up")
        CLOSED = "closed", _("the mail server doesn’t answer")
        NO_ENTRY = "no_entry", _("the mail server doesn’t let this site sign in")
        REFUSED = "refused", _("the mail server doesn’t take e-mails from this site’s address")

    # On the real clock, as all that has to do with mail servers.
    since = models.DateTimeField()
    looked_at = models.DateTimeField()
    cause = models.CharField(max_length=10, choices=Cause)
    # What the mail server said, for whoever looks after it.
    answer = models.CharField(max_length=300, blank=True)

    objects = OutageQuerySet.as_manager()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(pk=1), name="there_is_one_outage")]

    def __str__(self) -> str:
        return str(self.get_cause_display())

    @classmethod
    def note(cls, cause: Outage.Cause, answer: str, *, now: datetime) -> None:
        """It goes on, or begins."""
        seen = {"looked_at": now, "cause": cause, "answer": answer}
        cls.objects.update_or_create(pk=1, defaults=seen, create_defaults=seen | {"since": now})
