"""What a new version of a plan means for those who were asked to convene it and for those who follow it."""

from goldenthread.gatherings.plan import emails
from goldenthread.gatherings.plan.above import Preview
from goldenthread.gatherings.plan.models import ConvenorInvitation, Following, Gathering, PendingChanges
from goldenthread.gatherings.plan.models.convening import ConvenorInvitationQuerySet
from goldenthread.gatherings.plan.net_changes import net_changes
from goldenthread.gatherings.plan.pending_changes import gather
from goldenthread.gatherings.plan.urgent_changes import is_still_so, is_urgent
from goldenthread.outbox.models import Email
from goldenthread.outbox.previewing import as_a_sample


def plan_changed(before: Gathering, after: Gathering, written_to: set[str]) -> None:
    """Whoever has heard of it by an e-mail about their place is not written to a second time."""
    after.followings.filter(person__email__in=written_to).update(told=after.news)
    others = _invited(after).exclude(email__in=written_to) if is_urgent(before, after) else _invited(after).none()
    is_owed = others.filter(owed_since=None).update(owed_since=before.sequence)
    if written_to or is_owed or after.followings.filter(told__lt=after.news).exists():
        gather(before, after)


def changes_dropped(gathering: Gathering, pending: PendingChanges) -> None:
    _invited(gathering).filter(owed_since__gte=pending.since).update(owed_since=None)


def preview(gathering: Gathering) -> Preview:
    owed = _invited(gathering).filter(owed_since__isnull=False).order_by("pk")
    invited = [invitation for invitation in owed if is_still_so(gathering, invitation.owed_since)]
    followers = _who_hear(gathering)
    return Preview(
        people=len(invited),
        emails=tuple(_invitation_changed(invitation, gathering) for invitation in invited[:1]),
        followers=len(followers),
        news=_news(followers, gathering),
    )


def _who_hear(gathering: Gathering) -> list[Following]:
    """Those to whom something is new, as far as they have heard. Most know the same version, so it is looked at once."""
    behind = list(gathering.followings.filter(told__lt=gathering.news).select_related("person").order_by("pk"))
    is_news = {number: bool(net_changes(gathering, number)) for number in {following.told for following in behind}}
    return [following for following in behind if is_news[following.told]]


def _invitation_changed(invitation: ConvenorInvitation, gathering: Gathering) -> Email:
    invitation.gathering = gathering
    return as_a_sample(emails.invitation_changed(invitation))


def _news(followers: list[Following], gathering: Gathering) -> tuple[Email, ...]:
    """As the first of them will read it."""
    for following in followers:
        following.gathering = gathering
        if email := emails.a_sample_of_news(following):
            return (email,)
    return ()


def _invited(gathering: Gathering) -> ConvenorInvitationQuerySet:
    return ConvenorInvitation.objects.open().filter(gathering=gathering)
