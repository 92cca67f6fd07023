"""How a gathering stands at a moment, from the facts and the clock."""

from datetime import datetime

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from goldenthread.gatherings.plan.models import Gathering


class Standing(TextChoices):
    """One word for how a gathering stands; the strongest that is true."""

    CANCELLED = "cancelled", _("Called off")
    POSTPONED = "postponed", _("Postponed")
    PAST = "past", _("It has been")
    UNDER_WAY = "under-way", _("Under way")
    FULL = "full", _("Full")
    SETTLED = "settled", _("Settled")
    DRAFT = "draft", _("Draft plan")
    BY_LINK = "by-link", _("Draft, for those with the link")


def standing(gathering: Gathering, now: datetime) -> Standing:
    """The strongest thing that is true of it now."""
    facts = {
        Standing.CANCELLED: gathering.is_called_off,
        Standing.POSTPONED: gathering.is_postponed,
        Standing.PAST: bool(gathering.ends_at and gathering.ends_at < now),
        Standing.UNDER_WAY: bool(gathering.starts_at and gathering.starts_at <= now),
        Standing.FULL: gathering.is_full,
        Standing.SETTLED: gathering.is_settled,
        Standing.DRAFT: gathering.is_public,
        Standing.BY_LINK: True,
    }
    return next(word for word, is_true in facts.items() if is_true)
