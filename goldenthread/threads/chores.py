"""What happens to introductions by itself: letters, and forgetting."""

from datetime import datetime

from django.db import transaction

from goldenthread.threads.models import Asking, Introduction


@transaction.atomic
def forget_introductions(now: datetime) -> None:
    """Three months later nobody needs to know who was asked and what they said. That the house suggested two is remembered,
    so that it never does so again."""
    old = Introduction.objects.to_forget(now)
    Asking.objects.filter(introduction__in=old.values("pk")).delete()
    old.filter(agreed_at=None, by__isnull=False).delete()
    old.exclude(why="").update(why="")
