"""What people eat, counted for the caterer by the words that they wrote. Words are found, not understood: the page says so."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Sum
from django.utils.translation import gettext_lazy as _

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.plan.models import Gathering

# In English and Welsh, and in the stems that both languages change at the beginning.
WORDS = {
    _("Vegan"): r"\b[vf]egan|\bfigan",
    _("Vegetarian"): r"\bvegetarian|\bveggie|llysieu[yw]",
    _("Gluten or wheat"): r"gluten|c(o?)eliac|\bwheat|[gn]lwten|gwenith|wenith",
    _("Milk or lactose"): r"\bdairy|\bmilk|lacto|\bl?laeth|llaeth",
    _("Nuts"): r"\bnuts?\b|peanut|almond|\b(ch)?[cg]nau\b",
    _("Fish or shellfish"): r"\bfish|shellfish|seafood|prawn|b?[pb]ysgod",
    _("Eggs"): r"\beggs?\b|\bwyau?\b",
    _("Soya"): r"\bsoya?\b",
    _("Sesame"): r"sesam",
    _("Pork"): r"\bpork\b|\b[pb]orc\b",
    _("Halal"): r"\b[hc]alal",
    _("Kosher"): r"\bkosher|\bcoser",
    _("Diabetes"): r"diabet",
}
FOOD = {label: re.compile(pattern, re.IGNORECASE) for label, pattern in WORDS.items()}


@dataclass(frozen=True)
class Dish:
    """A word about food, and who wrote it."""

    label: str
    names: list[str]


def people_to_feed(gathering: Gathering) -> int:
    """Everybody who has a place, and those who come to support them."""
    return gathering.bookings.seated().aggregate(n=Sum("seats"))["n"] or 0


def counted(bookings: Iterable[Booking]) -> tuple[list[Dish], int]:
    """The most wanted first, and how many wrote something in which none of these words stands."""
    names: dict[str, list[str]] = {}
    others = 0
    for booking in bookings:
        mine = [str(label) for label, pattern in FOOD.items() if pattern.search(booking.needs)]
        others += not mine
        for label in mine:
            names.setdefault(label, []).append(booking.known_as)
    dishes = [Dish(label, who) for label, who in names.items()]
    return sorted(dishes, key=lambda dish: -len(dish.names)), others
