"""What has to be done about plans as time goes by."""

from contextlib import suppress
from datetime import datetime

from django.db import transaction

from goldenthread.gatherings.plan import emails
from goldenthread.gatherings.plan.models import ConvenorInvitation, Following, Gathering, PendingChanges
from goldenthread.gatherings.plan.models.convening import ConvenorInvitationQuerySet
from goldenthread.gatherings.plan.models.following import FollowingQuerySet
from goldenthread.gatherings.plan.pending_changes import AlreadyGone, send
from goldenthread.gatherings.plan.urgent_changes import is_still_so
from goldenthread.outbox import post


def send_changes(now: datetime) -> None:
    """What gathered for an hour may be written."""
    for pending in PendingChanges.objects.due(now).order_by("pk"):
        with suppress(AlreadyGone):  # Another worker was quicker, or somebody has just changed the plan once more.
            send(pending)


def tell_followers(now: datetime) -> None:
    """Write to everybody who has not heard of the newest version, at the rhythm they chose. A refusal ends the following."""
    _tell(Following.objects.owed_news(now), now)


def write_about(gathering: Gathering, now: datetime) -> None:
    """What is owed about one plan."""
    _tell(Following.objects.owed_news(now).filter(gathering=gathering), now)
    _write_to(ConvenorInvitation.objects.filter(gathering=gathering))


def write_to_invited(_now: datetime) -> None:
    """Those who were asked to convene hear that the day moved, as those do who have a place."""
    _write_to(ConvenorInvitation.objects.all())


def forget_invitations(now: datetime) -> None:
    ConvenorInvitation.objects.to_forget(now).delete()


def _tell(owed: FollowingQuerySet, now: datetime) -> None:
    for following in owed.select_related("gathering", "person").order_by("pk"):
        with transaction.atomic():
            newest = following.gathering.news
            mine = Following.objects.filter(pk=following.pk, told=following.told).update(told=newest, told_at=now)
            if not mine:  # Another worker was quicker.
                continue
            try:
                emails.news(following)
            except post.Refused:
                following.delete()


def _write_to(invitations: ConvenorInvitationQuerySet) -> None:
    for invitation in invitations.owed_a_change().order_by("pk"):
        with transaction.atomic():
            # Whoever changes the plan locks it, too: no change falls between the words and the mark that they are written.
            gathering = Gathering.objects.select_for_update().get(pk=invitation.gathering_id)
            mine = ConvenorInvitation.objects.owed_a_change().filter(pk=invitation.pk, owed_since=invitation.owed_since)
            if mine.update(owed_since=None) and is_still_so(gathering, invitation.owed_since):
                invitation.gathering = gathering
                emails.invitation_changed(invitation).save(force_insert=True)
