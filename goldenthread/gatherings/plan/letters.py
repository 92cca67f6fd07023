"""Letters about a plan."""

from typing import Any

from django.utils import translation
from django.utils.translation import gettext_lazy as _

from goldenthread.gatherings.plan.aspects import BY_KEY
from goldenthread.gatherings.plan.changes import changes_since
from goldenthread.gatherings.plan.models import ConvenorInvitation, Following, Gathering, OfferOfHelp
from goldenthread.kit.address import absolute
from goldenthread.outbox import post
from goldenthread.outbox.models import Letter
from goldenthread.outbox.models.refusal import about
from goldenthread.people.models import Person


def news(following: Following) -> Letter:
    """What changed since this follower last heard. Raises post.Refused."""
    gathering = following.gathering
    its_end = {"why": _("You follow this plan."), "about": about(gathering)}
    with translation.override(following.person.language):  # changes are told in words, here and now
        changes = changes_since(gathering, following.told)
    return post.write(
        kind=Following.LETTERS,
        to=following.person,
        address=following.person.email or "",
        template="gatherings/letters/news",
        context=_about(gathering) | its_end | {"changes": changes},
        # To many at once, so never twice.
        policy=Letter.Policy.AT_MOST_ONCE,
    )


def invitation_to_convene(invitation: ConvenorInvitation) -> Letter:
    return post.write(
        kind="invitation to convene",
        to=None,
        address=invitation.email,
        template="gatherings/letters/invitation_to_convene",
        context=_about(invitation.gathering) | {"invitation": invitation, "speaks_of": invitation.by},
    )


def offer(offer: OfferOfHelp, convenor: Person) -> Letter:
    """Somebody offered to help: to one of the convenors."""
    return post.write(
        kind="offer of help",
        to=convenor,
        address=convenor.email or "",
        template="gatherings/letters/offer",
        context=_about(offer.gathering)
        | {"offer": offer, "point": BY_KEY[offer.point].label, "speaks_of": offer.person},
    )


def _about(gathering: Gathering) -> dict[str, Any]:
    return {"gathering": gathering, "address": absolute(gathering.get_absolute_url())}
