"""All that the page of the convenors rests on, asked of every wing at once: in as many queries, however much there is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Count, Exists, F, Min, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from goldenthread.gatherings.afterwards.models import Afterword, Certificate, Feedback, Outcome
from goldenthread.gatherings.bookings.expecting import how_many_to_ask
from goldenthread.gatherings.bookings.models import Booking, HeldPlaces, Opening, QuietWord, State
from goldenthread.gatherings.bookings.rules import may_ask_the_expected
from goldenthread.gatherings.bookings.saying_quietly import needs_a_reader
from goldenthread.gatherings.day.rules import may_arrive
from goldenthread.gatherings.plan.models import Convening, Gathering
from goldenthread.gatherings.plan.rules import has_been
from goldenthread.gatherings.programme.models import Placing, Release, RoomClosure, Session, VoiceNews
from goldenthread.gatherings.signup.models import SignUpOpening
from goldenthread.gatherings.tables.announcing import told_to
from goldenthread.gatherings.tables.models import Announcement, Arrangement, Mix
from goldenthread.gatherings.tables.newcomers import without_a_table
from goldenthread.gatherings.voices.models import Contribution, Decision, OwedAnswer, Readership
from goldenthread.people.models import Person

# Held places are spoken of so long before they are let go.
SOON = timedelta(days=14)


@dataclass(frozen=True)
class Facts:
    """How far a gathering has come, at the moment at which a convenor looks."""

    gathering: Gathering
    now: datetime
    # What I look after; None for a keeper who steps in.
    mine: Convening | None
    opening: Opening | None
    held_soon: list[HeldPlaces]
    # Of whom so many were put on the list by others, and haven’t said yes.
    coming: int
    expected: int
    waiting: int
    to_ask: int
    # Who asked for a place, since when, and how many of them longer ago than they were said they would wait for an answer.
    asked: int
    first_asked_at: datetime | None
    unanswered: int
    # At whose bookings something about the cost waits for my answer: only where I am the one who reads it.
    said_quietly: list[int]
    # Whether what people said quietly about the cost, or could say, has nobody to read it any more.
    needs_a_cost_reader: bool
    without_a_table: int
    # What the other wings have of it, by name: `_of_every_wing`.
    known: dict[str, Any]

    @property
    def is_over(self) -> bool:
        return has_been(self.gathering, self.now)

    @property
    def is_on(self) -> bool:
        """Whether people come in at the door now."""
        return may_arrive(self.gathering, self.now) and not self.is_over

    @property
    def days_to_go(self) -> int | None:
        """None while nobody knows the day."""
        day = None if self.gathering.is_postponed else self.gathering.day
        return (day - self.today).days if day else None

    @property
    def today(self) -> date:
        return self.now.astimezone(self.gathering.zone).date()

    @property
    def shown_at(self) -> str:
        """The moment of this look, for a form to bring back."""
        return str(self.now.timestamp())

    def is_within(self, days: int) -> bool:
        return self.days_to_go is not None and self.days_to_go <= days


def facts_of(gathering: Gathering, person: Person, now: datetime) -> Facts:
    opening = Opening.objects.of(gathering).first()
    announced = None if has_been(gathering, now) else told_to(gathering)
    counts = gathering.bookings.aggregate(
        coming=Count("pk", filter=Q(state__in=[State.COMING, State.EXPECTED])),
        expected=Count("pk", filter=Q(state=State.EXPECTED)),
        waiting=Count("pk", filter=Q(state=State.WAITING)),
    )
    return Facts(
        gathering=gathering,
        now=now,
        mine=next((row for row in gathering.current_convenings if row.person_id == person.pk), None),
        opening=opening,
        said_quietly=_said_quietly(gathering, opening, person),
        needs_a_cost_reader=bool(opening and needs_a_reader(gathering, opening)),
        held_soon=_held_soon(opening, now) if opening else [],
        to_ask=how_many_to_ask(gathering) if may_ask_the_expected(gathering, now) else 0,
        without_a_table=len(without_a_table(announced, now)) if announced else 0,
        known=_of_every_wing(gathering, now),
        **counts,
        **_who_asked(gathering, opening, now),
    )


def _who_asked(gathering: Gathering, opening: Opening | None, now: datetime) -> dict[str, Any]:
    """Of those who showed that the address is theirs."""
    if opening is None or not opening.by_asking:
        return {"asked": 0, "first_asked_at": None, "unanswered": 0}
    long_ago = now - timedelta(days=opening.answer_days)
    return gathering.bookings.awaiting_an_answer().aggregate(
        asked=Count("pk"), first_asked_at=Min("at"), unanswered=Count("pk", filter=Q(at__lte=long_ago))
    )


def _said_quietly(gathering: Gathering, opening: Opening | None, person: Person) -> list[int]:
    if opening is None or opening.cost_reader_id != person.pk:
        return []
    waiting = QuietWord.objects.at(gathering).for_reader(person).unanswered()
    return list(waiting.order_by("at").values_list("booking", flat=True))


def _held_soon(opening: Opening, now: datetime) -> list[HeldPlaces]:
    """Those that anybody can have in a while, taken or not: what follows from who has booked gives away their sector."""
    today = timezone.localdate(now)
    return list(opening.held_places.filter(until__range=(today, today + SOON)).order_by("until", "sector"))


def _of_every_wing(gathering: Gathering, now: datetime) -> dict[str, Any]:
    """When each thing was done, or whether it is there."""
    of_it, of_tables = {"gathering": OuterRef("pk")}, {"arrangement__gathering": OuterRef("pk")}
    announced = Announcement.objects.filter(mix__arrangement__gathering=OuterRef("pk"), at__lte=now).order_by("-pk")
    certified = Certificate.objects.filter(**of_it).order_by("at")
    rows = Gathering.objects.filter(pk=gathering.pk).values(
        sheet_at=F("day_sheet__at"),
        call_at=F("call__at"),
        call_until=F("call__until"),
        call_closed_at=F("call__closing__at"),
        has_held_back=Exists(
            Decision.objects.held_back().filter(contribution__gathering=OuterRef("pk"), contribution__withdrawn_at=None)
        ),
        **(_of_voices() | _of_the_programme(now)),
        last_call_at=F("last_call__at"),
        has_bookings=Exists(Booking.objects.filter(**of_it)),
        is_laid_out=Exists(Arrangement.objects.filter(**of_it)),
        is_mixed=Exists(Mix.objects.mixed().filter(**of_tables)),
        announced_at=Subquery(announced.values("at")[:1]),
        certified_at=Subquery(certified.values("at")[:1]),
        is_thanked=Exists(Afterword.objects.filter(circular__dispatch__isnull=False, **of_it)),
        outcome_at=Subquery(Outcome.objects.exclude(words="").filter(**of_it).values("at")[:1]),
        has_feedback=Exists(Feedback.objects.filter(**of_it)),
    )
    return dict(rows.get())


def _of_voices() -> dict[str, Any]:
    """What was offered, and how far it is decided and told."""
    of_it = {"gathering": OuterRef("pk")}
    undecided = Contribution.objects.undecided().filter(**of_it).order_by().values("gathering")
    known = Decision.objects.made_known().filter(contribution__gathering=OuterRef("pk"))
    return {
        "undecided": Coalesce(Subquery(undecided.annotate(n=Count("pk")).values("n")), 0),
        "has_readers": Exists(Readership.objects.filter(**of_it)),
        "has_to_ring": Exists(
            OwedAnswer.objects.nobody_writes().filter(decision__contribution__gathering=OuterRef("pk"))
        ),
        "has_unplaced": Exists(
            known.still_in().exclude(Exists(Placing.objects.filter(session__contribution=OuterRef("contribution"))))
        ),
    }


def _of_the_programme(now: datetime) -> dict[str, Any]:
    """How far it is, and what is to be seen to."""
    of_it = {"gathering": OuterRef("pk")}
    return {
        "has_to_ring_of_programme": Exists(
            VoiceNews.objects.owed(now).on_paper().filter(voice__contribution__gathering=OuterRef("pk"))
        ),
        "has_closed_room": Exists(RoomClosure.objects.filter(room__gathering=OuterRef("pk"), ends_at__gt=now)),
        "has_placings": Exists(Placing.objects.filter(session__gathering=OuterRef("pk"))),
        "has_lost_voices": Exists(Session.objects.nobody_brings().filter(**of_it)),
        "shown_programme": Exists(Release.objects.shown(now).filter(**of_it)),
        "settled_programme": Exists(Release.objects.settled().shown(now).filter(**of_it)),
        "has_small_sessions": Exists(
            Placing.objects.filter(session__gathering=OuterRef("pk"), session__most_people__isnull=False)
        ),
        "has_sign_up": Exists(SignUpOpening.objects.filter(session__gathering=OuterRef("pk"))),
    }
