"""How a gathering stands at a moment, from the facts and the clock."""

from datetime import datetime

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from goldenthread.gatherings.plan.models import Gathering


class Status(TextChoices):
    """One word for how a gathering stands; the strongest that is true."""

    CANCELLED = "cancelled", _("Called off")
    POSTPONED = "postponed", _("Postponed")
    PAST = "past", _("Over")
    UNDER_WAY = "under-way", _("Under way")
    FULL = "full", _("Full")
    TOMORROW = "tomorrow", _("Tomorrow")
    SETTLED = "settled", _("Going ahead")
    DRAFT = "draft", _("Draft plan")
    BY_LINK = "by-link", _("Draft, only for people with the link")

    @property
    def is_draft(self) -> bool:
        return self in {Status.DRAFT, Status.BY_LINK}

    @property
    def is_over(self) -> bool:
        return self is Status.PAST

    @property
    def is_to_come(self) -> bool:
        """People may still make up their minds about it."""
        return self not in {Status.CANCELLED, Status.PAST}


def status_of(gathering: Gathering, now: datetime) -> Status:
    """The strongest thing that is true of it now."""
    facts = {
        Status.CANCELLED: gathering.is_called_off,
        Status.POSTPONED: gathering.is_postponed,
        Status.PAST: bool(gathering.ends_at and gathering.ends_at < now),
        Status.UNDER_WAY: bool(gathering.starts_at and gathering.starts_at <= now),
        Status.FULL: gathering.is_full,
        # On the eve nobody asks any more whether it is a draft.
        Status.TOMORROW: gathering.is_public and _is_the_day_before(gathering, now),
        Status.SETTLED: gathering.is_settled,
        Status.DRAFT: gathering.is_public,
        Status.BY_LINK: True,
    }
    return next(word for word, is_true in facts.items() if is_true)


def _is_the_day_before(gathering: Gathering, now: datetime) -> bool:
    return gathering.day is not None and (gathering.day - now.astimezone(gathering.zone).date()).days == 1
