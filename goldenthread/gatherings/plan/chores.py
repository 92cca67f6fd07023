"""What has to be done about plans as time goes by."""

from datetime import datetime

from django.db import transaction

from goldenthread.gatherings.plan import letters
from goldenthread.gatherings.plan.models import ConvenorInvitation, Following
from goldenthread.outbox import post


def tell_followers(now: datetime) -> None:
    """Write to everybody who has not heard of the newest version, at the rhythm they chose. A refusal ends the following."""
    for following in Following.objects.owed_news(now).select_related("gathering", "person").order_by("pk"):
        with transaction.atomic():
            newest = following.gathering.news
            mine = Following.objects.filter(pk=following.pk, told=following.told).update(told=newest, told_at=now)
            if not mine:  # Another worker was quicker.
                continue
            try:
                letters.news(following)
            except post.Refused:
                following.delete()


def forget_invitations(now: datetime) -> None:
    ConvenorInvitation.objects.to_forget(now).delete()
