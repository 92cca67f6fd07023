"""E-mails about a plan."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goldenthread.gatherings.plan import in_words
from goldenthread.gatherings.plan.aspects import BY_KEY
from goldenthread.gatherings.plan.models import ConvenorInvitation, Following, Gathering, OfferOfHelp
from goldenthread.gatherings.plan.net_changes import net_changes
from goldenthread.gatherings.plan.reasons import reasons_since
from goldenthread.gatherings.plan.urgent_changes import WHEN_AND_WHERE, differences_since, urgent_turns_since
from goldenthread.kit.address import absolute
from goldenthread.outbox import post
from goldenthread.outbox.models import Email
from goldenthread.outbox.models.refusal import about
from goldenthread.outbox.previewing import as_a_sample
from goldenthread.people.models import Person

# In one line of a mailbox, where one thing moved.
NEW = {"when": gettext_lazy("A new day"), "hours": gettext_lazy("New hours"), "where": gettext_lazy("A new venue")}
CHANGED = gettext_lazy("A change of plan")
WHY_AN_INVITATION = gettext_lazy("You get this because somebody asked you to convene a gathering with them.")
WHY_A_CONVENOR = gettext_lazy("You get this because you convene this gathering.")


def news(following: Following) -> Email | None:
    """What changed since this follower last heard; none if it is as they know it. Raises post.Refused."""
    return post.write(**_news(following)) if net_changes(following.gathering, following.told) else None


def a_sample_of_news(following: Following) -> Email | None:
    """For whoever looks before it goes. None where this follower refused it meanwhile."""
    with suppress(post.Refused):
        return as_a_sample(post.compose(**_news(following)))
    return None


def _news(following: Following) -> dict[str, Any]:
    gathering = following.gathering
    its_end = {"why": _("You follow this plan."), "about": about(gathering)}
    with translation.override(following.person.language):  # changes are told in words, here and now
        changes = net_changes(gathering, following.told)
    return {
        "kind": Following.EMAILS,
        "to": following.person,
        "address": following.person.email or "",
        "template": "plan/emails/news",
        "context": _about(gathering) | its_end | {"changes": changes},
        # To many at once, so never twice.
        "policy": Email.Policy.AT_MOST_ONCE,
    }


def invitation_to_convene(invitation: ConvenorInvitation) -> Email:
    return post.write(
        kind="invitation to convene",
        to=None,
        address=invitation.email,
        template="plan/emails/invitation_to_convene",
        context=_about(invitation.gathering)
        | {"invitation": invitation, "speaks_of": invitation.by, "why": WHY_AN_INVITATION},
    )


def invitation_changed(invitation: ConvenorInvitation) -> Email:
    """The day moved, or is off, of what they were asked to convene. Not a row yet."""
    gathering = invitation.gathering
    return post.compose(
        kind="invitation changed",
        to=None,
        address=invitation.email,
        template="plan/emails/invitation_changed",
        context=_about(gathering)
        | what_changed(gathering, invitation.owed_since)
        | {"invitation": invitation, "why": WHY_AN_INVITATION},
    )


def what_changed(gathering: Gathering, since: int | None) -> dict[str, Any]:
    """For an e-mail that says at once what moved since a version of the plan, or how the gathering stands now."""
    fact = (
        gathering.cancellation
        if gathering.is_called_off
        else gathering.postponement
        if gathering.is_postponed
        else None
    )
    differences = [] if since is None or gathering.is_called_off else differences_since(gathering, since)
    goes_ahead = _goes_ahead(gathering, since)
    return {
        "headline": _headline(
            gathering,
            [difference.key for difference in differences if difference.key in WHEN_AND_WHERE],
            goes_ahead=goes_ahead,
        ),
        "goes_ahead": goes_ahead,
        "because": fact.because if fact else "\n\n".join(reasons_since(gathering, since or 0)),
        "differences": differences,
        "when": in_words.when(gathering),
        "hours": in_words.hours(gathering),
        "where": in_words.where(gathering),
    }


def _goes_ahead(gathering: Gathering, since: int | None) -> bool:
    """Also if something else of the plan was changed after that was said."""
    turns = {gathering.turn} if since is None else urgent_turns_since(gathering, since)
    return bool(turns & {Gathering.Turn.RESUMED, Gathering.Turn.REINSTATED}) and not gathering.is_called_off


def _headline(gathering: Gathering, moved: list[str], *, goes_ahead: bool) -> str:
    if gathering.is_called_off:
        return _("Called off")
    if gathering.is_postponed:
        return _("Postponed")
    if goes_ahead:
        return _("It’s going ahead")
    return str(NEW.get(moved[0], CHANGED) if len(moved) == 1 else CHANGED)


def offer(offer: OfferOfHelp, convenor: Person) -> Email:
    """Somebody offered to help: to one of the convenors."""
    return post.write(
        kind="offer of help",
        to=convenor,
        address=convenor.email or "",
        template="plan/emails/offer",
        context=_about(offer.gathering)
        | {"offer": offer, "point": BY_KEY[offer.point].label, "speaks_of": offer.person, "why": WHY_A_CONVENOR},
    )


def offer_withdrawn(offer: OfferOfHelp, convenor: Person) -> Email:
    """Somebody who had offered to help cannot: to one of the convenors."""
    return post.write(
        kind="offer of help",
        to=convenor,
        address=convenor.email or "",
        template="plan/emails/offer_withdrawn",
        context=_about(offer.gathering)
        | {"offer": offer, "point": BY_KEY[offer.point].label, "speaks_of": offer.person, "why": WHY_A_CONVENOR},
    )


def tell_convenors(write: Callable[[OfferOfHelp, Person], Email], offer: OfferOfHelp, gathering: Gathering) -> None:
    """Each of those who have an address."""
    for convening in gathering.current_convenings:
        if convening.person.email:
            write(offer, convening.person)


def _about(gathering: Gathering) -> dict[str, Any]:
    return {"gathering": gathering, "address": absolute(gathering.get_absolute_url())}
