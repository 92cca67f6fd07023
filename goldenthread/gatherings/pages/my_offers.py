"""What I offered to help with, for my own eyes."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from goldenthread.gatherings.plan.aspects import BY_KEY
from goldenthread.gatherings.plan.models import Gathering, OfferOfHelp
from goldenthread.people.models import Person

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise

MOST = 20

Offers = list[tuple[OfferOfHelp, "StrPromise"]]


def my_offers(person: Person, now: datetime) -> Offers:
    """With what is still to come, the newest first, and what each is about in words."""
    to_come = Gathering.objects.to_come(now).order_by().values("pk")
    return _in_words(
        list(OfferOfHelp.objects.by(person).filter(gathering__in=to_come).select_related("gathering")[:MOST])
    )


def my_offers_to(gathering: Gathering, person: Person) -> Offers:
    offers = list(OfferOfHelp.objects.by(person).filter(gathering=gathering))
    for offer in offers:
        offer.gathering = gathering
    return _in_words(offers)


def _in_words(offers: list[OfferOfHelp]) -> Offers:
    return [(offer, BY_KEY[offer.point].label) for offer in offers if offer.point in BY_KEY]
