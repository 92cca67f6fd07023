"""What whoever stands before the wall may do with a card, and where each press goes."""

from __future__ import annotations

from dataclasses import dataclass

from django import template
from django.utils.translation import gettext as _

from goldenthread.gatherings.open_hour.http import BeforeTheWall
from goldenthread.gatherings.open_hour.models import Topic

register = template.Library()


@dataclass(frozen=True)
class CardMoves:
    """Addresses of what may be done with one card."""

    move: str
    # Empty before the day: nothing has come of it yet.
    note: str
    presses: list[tuple[str, str]]


@register.simple_tag
def moves(who: BeforeTheWall, topic: Topic) -> CardMoves:
    at = f"{who.at}topics/{topic.pk}/"
    presses = []
    if who.convenor:
        # Who hosts it may have no telephone, and tell it at the desk.
        presses += (
            [(_("Its host can’t host it after all"), f"{at}leaving/?host={topic.host_id}")] if topic.is_hosted else []
        )
        presses.append((_("Delete this card"), f"{at}removal/"))
    elif who.may_move(topic):
        presses.append((_("I can’t host it after all"), f"{at}leaving/"))
    elif not topic.is_hosted and who.takes_cards:
        presses.append((_("I’ll host it"), f"{at}adoption/"))
    may_hang = who.takes_cards and who.may_move(topic)
    may_note = who.takes_notes and not who.is_before_the_day
    return CardMoves(f"{at}placing/" if may_hang else "", f"{at}note/" if may_note else "", presses)
