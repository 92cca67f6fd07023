from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from goldenthread.kit import clock
from goldenthread.people.models import Person


class KeepApart(models.Model):
    """That somebody would rather not sit with, or be introduced to, somebody. Nobody but they themselves ever reads it.

    Whoever has to act on it asks `goldenthread.threads.keep_apart` for pairs, which say nothing of whose wish it is.
    """

    owner = models.ForeignKey(Person, models.CASCADE, related_name="+")
    whom = models.ForeignKey(Person, models.CASCADE, related_name="+", verbose_name=_("apart from"))
    at = models.DateTimeField(_("when"), default=clock.now)

    class Meta:
        verbose_name = _("wish to be apart")
        constraints = [
            models.UniqueConstraint(fields=["owner", "whom"], name="one_wishes_it_once"),
            models.CheckConstraint(condition=~Q(owner=F("whom")), name="nobody_is_kept_from_themselves"),
        ]

    def __str__(self) -> str:
        # Said nowhere, not even in a traceback.
        return "a wish"
