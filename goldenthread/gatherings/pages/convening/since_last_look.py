"""What happened since a convenor last looked: how many, and who of the convenors did what. Never what somebody told in confidence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import CharField, Count, Q
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from goldenthread.gatherings.bookings.models import Booking, State
from goldenthread.gatherings.bookings.models.presses import PROVED
from goldenthread.gatherings.pages.convening.how_it_stands import Facts
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.tables.acts import OWN_CHANGE
from goldenthread.gatherings.tables.models import Announcement
from goldenthread.gatherings.voices.models import Contribution
from goldenthread.journal.above import acts_by_did
from goldenthread.journal.models import Entry
from goldenthread.people.models import Person

# What is longer ago is no news to anybody.
LONGEST = timedelta(days=30)
MOST_ACTS = 8
GIVEN_UP = [State.CANCELLED, State.APOLOGIES, State.GIVEN]
# Put down by a convenor, from a list or from paper.
BY_CONVENORS = Q(brought_in__isnull=False) | Q(email="")
CORRECTED = "corrected what they told for a gathering"
# What the other convenors did, as the journal knows it. Who read or took away a list is no news.
ACTS = {
    "opened the booking",
    "opened the call for voices",
    "kept the call for voices open",
    "opened the call for voices again",
    "closed the call for voices",
    "changed the booking",
    "held places",
    "brought in a list",
    "took back a list",
    "laid out the tables",
    "laid the tables out anew",
    "closed the list of arrivals",
    "opened the list of arrivals again",
    "issued certificates",
    "began to convene",
    "stepped back from convening",
}
# Who has left since has no name here.
SOMEBODY = gettext_lazy("A convenor")

Lately = tuple[datetime, datetime]


@dataclass(frozen=True)
class News:
    """One thing that happened, when if it was one thing, and where it can be looked at."""

    words: str
    at: datetime | None
    path: str


def last_look(facts: Facts) -> datetime:
    """A keeper who steps in has never looked, and sees the last weeks."""
    looked_at = (facts.mine.looked_at or facts.mine.since) if facts.mine else facts.now - LONGEST
    return max(looked_at, facts.now - LONGEST)


def news_for(person: Person, facts: Facts) -> list[News]:
    gathering, since = facts.gathering, last_look(facts)
    # In a sample house, whose clock is set to and fro, some of it is still to come.
    lately = (since, facts.now)
    acts = [*_versions(gathering, person, lately), *_acts(gathering, person, lately)]
    acts += _announcements(gathering, person, lately)
    acts.sort(key=lambda news: news.at or since, reverse=True)
    by_others = [*_of_offers(gathering, lately), *_of_contributions(gathering, lately)]
    return [*_of_bookings(facts, lately), *by_others, *acts[:MOST_ACTS]]


def _of_bookings(facts: Facts, lately: Lately) -> list[News]:
    gathering, new = facts.gathering, Q(at__range=lately)
    counted = gathering.bookings.aggregate(
        came=Count("pk", filter=new & ~BY_CONVENORS & (PROVED if _is_by_asking(facts) else Q())),
        added=Count("pk", filter=new & BY_CONVENORS),
        gave_up=Count("pk", filter=Q(ended_at__range=lately, state__in=GIVEN_UP)),
    )
    came, added, gave_up = counted["came"], counted["added"], counted["gave_up"]
    sentences = [
        _came_by_themselves(facts, came) if came else "",
        ngettext("%(n)s person was added to the list", "%(n)s people were added to the list", added) % {"n": added}
        if added
        else "",
        ngettext("%(n)s person gave up their place", "%(n)s people gave up their place", gave_up) % {"n": gave_up}
        if gave_up
        else "",
        # How many, and who, would say too much where few are coming.
        _("Some people changed what they told us") if _has_corrected(gathering, lately) else "",
    ]
    path = reverse("bookings:bookings", args=[gathering.slug])
    return [News(words, None, path) for words in sentences if words]


def _came_by_themselves(facts: Facts, n: int) -> str:
    if _is_by_asking(facts):
        return ngettext("%(n)s person asked for a place", "%(n)s people asked for a place", n) % {"n": n}
    return ngettext("%(n)s person booked", "%(n)s people booked", n) % {"n": n}


def _is_by_asking(facts: Facts) -> bool:
    return facts.opening is not None and facts.opening.by_asking


def _has_corrected(gathering: Gathering, lately: Lately) -> bool:
    keys = gathering.bookings.order_by().values_list(Cast("pk", CharField()))
    corrected = Entry.objects.filter(kind=Booking._meta.label_lower, did=CORRECTED, at__range=lately)
    return corrected.filter(key__in=keys).exists()


def _of_offers(gathering: Gathering, lately: Lately) -> list[News]:
    n = gathering.offers.filter(at__range=lately).count()
    words = ngettext("%(n)s person offered to help", "%(n)s people offered to help", n) % {"n": n}
    return [News(words, None, reverse("plan:offers", args=[gathering.slug]))] if n else []


def _of_contributions(gathering: Gathering, lately: Lately) -> list[News]:
    """Those that were sent: a draft is nobody's news. And how many stepped back, once they knew that it is in."""
    counted = (
        Contribution.objects.of(gathering)
        .sent()
        .aggregate(
            came=Count("pk", filter=Q(sent_at__range=lately), distinct=True),
            back=Count("voices", filter=Q(voices__left_at=None, voices__stepped_back_at__range=lately), distinct=True),
        )
    )
    came, back = counted["came"], counted["back"]
    sentences = [
        ngettext("%(n)s contribution came", "%(n)s contributions came", came) % {"n": came} if came else "",
        ngettext(
            "%(n)s person stepped back from what they bring", "%(n)s people stepped back from what they bring", back
        )
        % {"n": back}
        if back
        else "",
    ]
    path = reverse("voices:contributions", args=[gathering.slug])
    return [News(words, None, path) for words in sentences if words]


def _versions(gathering: Gathering, person: Person, lately: Lately) -> list[News]:
    """Such as "Rex: the plan changed". Who convenes it is told by the journal."""
    versions = gathering.history.filter(history_date__range=lately).exclude(turn=Gathering.Turn.CONVENORS)
    others = versions.exclude(history_user=person).select_related("history_user")
    path = reverse("plan:changes", args=[gathering.slug])
    only = ("turn", "history_date", "history_user")
    return [
        News(f"{_name(row.history_user)}: {Gathering.Turn(row.turn).label}", row.history_date, path)
        for row in others.only(*only).order_by("-history_date")[:MOST_ACTS]
    ]


def _acts(gathering: Gathering, person: Person, lately: Lately) -> list[News]:
    about = Entry.objects.filter(
        kind=Gathering._meta.label_lower, key=str(gathering.pk), did__in=ACTS, at__range=lately
    )
    others = about.exclude(by=person).select_related("by").order_by("-at", "-pk")
    acts = acts_by_did()
    return [News(acts[row.did].sentence(row.by), row.at, "") for row in others[:MOST_ACTS]]


def _announcements(gathering: Gathering, person: Person, lately: Lately) -> list[News]:
    made = Announcement.objects.filter(mix__arrangement__gathering=gathering, at__range=lately)
    path = reverse("tables:tables", args=[gathering.slug])
    return [
        News(_announced(row), row.at, path)
        for row in made.exclude(by=person).select_related("by", "mix").order_by("-at")[:MOST_ACTS]
    ]


def _announced(row: Announcement) -> str:
    if row.mix.is_own_change:
        return str(OWN_CHANGE)
    return acts_by_did()["announced tables"].sentence(row.by)


def _name(by: Any) -> str:
    return str(by.known_as if by else SOMEBODY)
