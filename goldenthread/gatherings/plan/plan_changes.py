"""What a new version of a plan means for those who were asked to convene it and for those who follow it."""

from goldenthread.gatherings.plan import emails
from goldenthread.gatherings.plan.above import Preview
from goldenthread.gatherings.plan.models import ConvenorInvitation, Following, Gathering
from goldenthread.gatherings.plan.models.convening import ConvenorInvitationQuerySet
from goldenthread.gatherings.plan.urgent_changes import is_urgent
from goldenthread.outbox.previewing import as_a_sample


def plan_changed(before: Gathering, after: Gathering, written_to: set[str]) -> None:
    """Whoever has heard of it by an e-mail about their place is not written to a second time."""
    if not is_urgent(before, after):
        return
    after.followings.filter(person__email__in=written_to).update(told=after.news)
    others = _invited(after).exclude(email__in=written_to)
    others.filter(owed_since=None).update(owed_since=before.sequence)


def preview(gathering: Gathering) -> Preview:
    invited = list(_invited(gathering).filter(owed_since__isnull=False).order_by("pk"))
    return Preview(
        people=len(invited),
        emails=tuple(as_a_sample(emails.invitation_changed(invitation)) for invitation in invited[:1]),
        followers=Following.objects.filter(gathering=gathering, told__lt=gathering.news).count(),
    )


def _invited(gathering: Gathering) -> ConvenorInvitationQuerySet:
    return ConvenorInvitation.objects.open().filter(gathering=gathering)
