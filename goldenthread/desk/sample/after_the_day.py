"""What came of the launch: who met, threads, certificates, what people said. All of it is made up."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from goldenthread.desk.sample.day import LINES, MARK, come_in, made_up, write_on_the_wall
from goldenthread.gatherings.afterwards.issuing import issue
from goldenthread.gatherings.afterwards.models import Feedback, Outcome
from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.day.chores import tie_threads, write_down_encounters
from goldenthread.gatherings.day.models import LastCall, Tick
from goldenthread.gatherings.day.ticking import sat_with
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.kit import clock

SAID = [
    ("The tables.", "The lift.", "The same again, further north."),
    ("Being met at the door.", "", "Bring somebody from housing."),
    ("Silence before lunch.", "It was over too soon.", ""),
    ("That nobody sold anything.", "I would have liked it to begin later.", "An evening, for those who work days."),
    ("The tea.", "", "Meet the people from the second table again."),
    ("Three tables, three new friends.", "Loud in the hall at noon.", ""),
]
OUTCOME = (
    "- Two dates to come: an evening of soup and stories in Bristol on 14 September, and a day in Leeds on 17 October\n"
    "- An open letter about time for people, which twelve of us would like to write\n"
    "- Many threads between people who had never met\n\n*(Made up for this sample.)*"
)


def close(launch: Gathering, _now: datetime) -> None:
    """Visitors who said nothing were not there. Those who were tick and are ticked back; whatever they said or pressed stays."""
    now = clock.now()
    come_in(launch, now)
    LastCall.objects.get_or_create(gathering=launch, defaults={"at": now})
    write_on_the_wall(launch, LINES)
    write_down_encounters(now)
    _tick(launch, now)
    _say_what_it_was_like(launch)
    tie_threads(now)
    if not launch.certificates.exists():
        issue(launch, by=None, now=now)


def tell(launch: Gathering, _now: datetime) -> None:
    Outcome.objects.get_or_create(gathering=launch, defaults={"words": OUTCOME})


def _tick(launch: Gathering, now: datetime) -> None:
    """Everybody answers a visitor's tick. Of the sample, once, every third ticks the first they sat with, and most tick back."""
    is_first = not Feedback.objects.filter(gathering=launch, pk__startswith=MARK).exists()
    people = made_up(launch)
    theirs = Tick.objects.filter(gathering=launch)
    if not is_first:
        theirs = theirs.exclude(by__in=people.values())
    pairs = [(to, by) for by, to in theirs.values_list("by", "to")]
    pairs += _pairs(list(people.values())[::3], now) if is_first else []
    Tick.objects.bulk_create((Tick(gathering=launch, by_id=by, to_id=to) for by, to in pairs), ignore_conflicts=True)


def _pairs(bookings: Iterable[Booking], now: datetime) -> list[tuple[int, int]]:
    pairs = []
    for number, booking in enumerate(bookings):
        tables = sat_with(booking, now)
        if tables:
            pairs.append((booking.pk, tables[0].bookings[0].pk))
            pairs += [pairs[-1][::-1]] if number % 4 else []
    return pairs


def _say_what_it_was_like(launch: Gathering) -> None:
    Feedback.objects.bulk_create(
        (
            Feedback(pk=f"{MARK}-{number}", gathering=launch, good=good, hard=hard, next=next_)
            for number, (good, hard, next_) in enumerate(SAID)
        ),
        ignore_conflicts=True,
    )
