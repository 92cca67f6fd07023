"""Filling an empty house with the sample. Only its command does so: no process that serves pages needs to know how."""

from datetime import datetime

from goldenthread.desk.sample.about import say_what_it_is
from goldenthread.desk.sample.bookings import book
from goldenthread.desk.sample.launch import announce, offer_help
from goldenthread.desk.sample.leeds_programme import IN_LEEDS
from goldenthread.desk.sample.more_gatherings import plan_more
from goldenthread.desk.sample.people import move_in
from goldenthread.desk.sample.programme import AT_THE_LAUNCH, draft_programme
from goldenthread.desk.sample.tables import seat
from goldenthread.desk.sample.threads import let_them_meet
from goldenthread.desk.sample.voices import ask_for_voices, gatherings_that_ask
from goldenthread.desk.sample_clock import BY_WORD
from goldenthread.gatherings.bookings.counting import count_sectors
from goldenthread.kit import house
from goldenthread.kit.models import House


def load(now: datetime) -> None:
    """Fill an empty house. `now` is the real moment, from which its clock is set."""
    planning = BY_WORD["planning"].moment
    House.objects.create(
        pk=1,
        name="Relational Practice Movement",
        sentence="The quality of relationships is the foundation of all effective work with people.",
        is_sample=True,
        clock_offset=planning - now,
        founded_at=planning,
    )
    house.forget()
    say_what_it_is()
    people = move_in(planning)
    launch = announce()
    offer_help(launch, planning)
    book(launch, people, planning)
    plan_more(people, planning)
    for gathering in gatherings_that_ask().order_by("pk"):
        ask_for_voices(gathering, people, planning)
        draft_programme(gathering, AT_THE_LAUNCH if gathering == launch else IN_LEEDS, planning)
    count_sectors(planning)
    seat(launch, planning)
    let_them_meet(planning)
