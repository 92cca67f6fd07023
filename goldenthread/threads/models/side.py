from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from goldenthread.kit.sealed import SealedTextField
from goldenthread.people.models import Person

LONGEST_NOTE, LONGEST_WAY = 4000, 300


class Side(models.Model):
    """One person's side of what is between them and another: a note for themselves, and how the other may reach them."""

    owner = models.ForeignKey(Person, models.CASCADE, related_name="+")
    whom = models.ForeignKey(Person, models.CASCADE, related_name="+", verbose_name=_("about"))
    # Read by its owner and by nobody else, ever.
    note = SealedTextField(_("Your note"), max_length=LONGEST_NOTE, blank=True)
    # Read by the other while there is a thread between the two.
    reach = SealedTextField(_("How may they reach you?"), max_length=LONGEST_WAY, blank=True)
    is_near = models.BooleanField(_("Keep near the top"), default=False)

    class Meta:
        verbose_name = _("side of a thread")
        constraints = [
            models.UniqueConstraint(fields=["owner", "whom"], name="one_side_for_each"),
            models.CheckConstraint(condition=~Q(owner=F("whom")), name="nobody_is_their_own_other"),
        ]

    def __str__(self) -> str:
        return "a side of a thread"
