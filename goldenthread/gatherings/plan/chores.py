"""What has to be done about plans as time goes by."""

from datetime import datetime

from django.db import transaction

from goldenthread.gatherings.plan import letters
from goldenthread.gatherings.plan.models import ConvenorInvitation, Following


def tell_followers(now: datetime) -> None:
    """Write to everybody who has not heard of the newest version, at the rhythm they chose."""
    for following in Following.objects.owed_news(now).select_related("gathering", "person").order_by("pk"):
        with transaction.atomic():
            newest = following.gathering.news
            mine = Following.objects.filter(pk=following.pk, told=following.told).update(told=newest, told_at=now)
            if mine:  # Another worker may have been quicker.
                letters.news(following)


def forget_invitations(now: datetime) -> None:
    ConvenorInvitation.objects.to_forget(now).delete()
