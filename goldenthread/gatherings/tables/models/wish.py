from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.bookings.models.feature import feature_labels
from goldenthread.kit.sealed import SealedTextField

# Far more than anybody types at once: what convenors add on the telephone must fit, whatever stands there already.
MOST_LETTERS = 2000


class TableWish(models.Model):
    """What somebody asks of the tables at one gathering, beside what stands in their booking. For the mixer alone."""

    booking = models.OneToOneField(Booking, models.CASCADE, related_name="table_wish")
    # Numbers of rounds.
    sits_out = models.JSONField(_("Would you like to sit out a round?"), default=list, blank=True)
    # Words of Feature, with spaces between.
    features = SealedTextField(_("What do you need at your table?"), blank=True, max_length=120)
    stays_put = models.BooleanField(_("I’d like to stay at one table all the time"), default=False)
    # Whoever might be the only one with lived experience at a table chooses it, or a supporter, or neither; anybody may.
    with_convenor = models.BooleanField(_("I’d like to sit with one of the convenors"), default=False)
    # Works when both name each other: nobody is tied to somebody by that person’s word alone.
    # Names, one a line.
    beside = SealedTextField(
        _("Is somebody coming to support you, with a place of their own?"), blank=True, max_length=MOST_LETTERS
    )
    # Names, one a line. They may come or not: whoever writes them learns neither.
    apart = SealedTextField(_("Is there anybody you would rather not sit with?"), blank=True, max_length=MOST_LETTERS)

    def __str__(self) -> str:
        return "a wish"

    def get_features_display(self) -> str:
        return feature_labels(self.features)
