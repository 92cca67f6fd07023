"""What convenors read of a draw that was held: when, and how many went without."""

from __future__ import annotations

from django.db.models import Count, Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from goldenthread.gatherings.bookings.in_words import a_moment
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.signup.models import Draw, SessionWish
from goldenthread.kit.suppression import rounded


def what_was_drawn(gathering: Gathering) -> str:
    """Of the last draw; empty before one was held. No number is said by which one of a few could be made out."""
    draw = Draw.objects.of(gathering).held().first()
    if draw is None or draw.drawn_at is None:
        return ""
    wished = SessionWish.objects.filter(draw=draw).values("booking").order_by()
    drawn = list(wished.annotate(got=Count("pk", filter=Q(is_drawn=True))).values_list("got", flat=True))
    words = _("Chairs were drawn on %(when)s, and everybody who wished was e-mailed.")
    return f"{words % {'when': a_moment(draw.drawn_at, gathering.zone)}} {_without(drawn)}".rstrip()


def _without(drawn: list[int]) -> str:
    if not drawn:
        # Nobody wished, or what they wished for is forgotten.
        return ""
    went_without = drawn.count(0)
    if not went_without:
        return _("Everybody who wished got a chair.")
    shown = rounded({"got": len(drawn) - went_without, "without": went_without}).get("without")
    if not shown:
        return _("How many went without isn’t said here: somebody could be made out.")
    return ngettext("%(n)s person or more went without.", "%(n)s people or more went without.", shown) % {"n": shown}
