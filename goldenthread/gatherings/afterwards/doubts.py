"""What certificates would lack or say wrongly, told before they are made."""

from __future__ import annotations

from django.utils.translation import gettext as _

from goldenthread.gatherings.afterwards.attending import has_hours
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.kit.address import house_address, is_found_by_others
from goldenthread.kit.house import the_house


def doubts(gathering: Gathering) -> list[str]:
    """In sentences. Nothing stops anybody: some gatherings have no hours, and some certificates are never checked."""
    return [*_of_the_address(), *_of_the_hours(gathering)]


def _of_the_address() -> list[str]:
    house = the_house()
    # Nobody shows a certificate of the sample.
    if is_found_by_others() or (house and house.is_sample):
        return []
    words = _(
        "The certificates would say that they can be checked at %(address)s, which only this computer can open."
        " Please ask the keeper (who runs this site) to give it an address first."
    )
    return [words % {"address": house_address()}]


def _of_the_hours(gathering: Gathering) -> list[str]:
    if has_hours(gathering):
        return []
    if gathering.last_day and gathering.last_day != gathering.day:
        return [_("It lasted longer than a day, so the certificates name the days and no hours.")]
    return [_("The plan doesn’t say from when until when it lasted, so the certificates would say no hours.")]
