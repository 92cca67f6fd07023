"""More of everything that a page may list, beside the one of each that conftest.py makes."""

from allauth.mfa.models import Authenticator
from django.utils import timezone

from goldenthread.gatherings.afterwards.models import Certificate, Feedback, FeedbackGiven
from goldenthread.gatherings.afterwards.writing import begin_afterword
from goldenthread.gatherings.bookings.booking_a_place import PlaceRequest
from goldenthread.gatherings.bookings.import_rows import ImportRow
from goldenthread.gatherings.bookings.importing import bring
from goldenthread.gatherings.bookings.models import Booking, State
from goldenthread.gatherings.bookings.writing import begin_writing
from goldenthread.gatherings.day.models import Arrival, Reflection, Source, Standing, Tick
from goldenthread.gatherings.plan import turns
from goldenthread.gatherings.plan.models import ConvenorInvitation, Following, Gathering, OfferOfHelp
from goldenthread.gatherings.tables.models import Arrangement, Mix, Seat, TableWish
from goldenthread.kit import clock
from goldenthread.people import emails
from goldenthread.people.models import Hat, Person, Portrait
from goldenthread.people.telling import tell
from goldenthread.threads.keep_apart import keep_apart
from goldenthread.threads.meeting import they_met
from goldenthread.threads.models import Asking, Introduction, Thread, Where, pair_of
from tests.house.offered_things import more_offered

WHERE = Where("gathering:1", "A spring day")


def add_rows(count, gathering, convenor, member):
    """So many newcomers, each met by both, and with each one more of everything else."""
    for number in range(count):
        newcomer = _newcomer(number)
        _gathering(number, convenor, member)
        _of_the_gathering(gathering, convenor, newcomer)
        _seated(gathering, newcomer)
        _of_the_member(number, member, newcomer, convenor)


def _newcomer(number):
    newcomer = Person.objects.create_person(
        f"Newcomer {number}", f"newcomer{number}@example.org", joined_at=clock.now()
    )
    Hat.objects.create(person=newcomer, sector="health", audience="members", is_for_being_found=True)
    tell(newcomer, known={}, portrait=Portrait(person=newcomer, region="wales"), is_to_be_found=True)
    return newcomer


def _gathering(number, convenor, member):
    """Every second one is open to everybody; the member follows them all."""
    gathering = Gathering.begin(f"Supper {number}", by=convenor)
    Following.begin(gathering, member)
    if number % 2 == 0:
        turns.publish(gathering, by=convenor)


def _of_the_gathering(gathering, convenor, newcomer):
    words = {"subject": "Tea", "words": "Bring cups."}
    fresh = Gathering.objects.with_facts().get(pk=gathering.pk)
    fresh.replan({"lede": newcomer.name}, since=fresh.sequence, by=convenor, is_small=False)
    ConvenorInvitation.objects.create(gathering=gathering, name=newcomer.name, email=f"c{newcomer.email}", by=convenor)
    OfferOfHelp.objects.create(gathering=gathering, point="where", words="I could ask.", person=newcomer)
    begin_writing(gathering, by=convenor, whom="all", **words)
    begin_afterword(gathering, by=convenor, whom="came", **words)
    lines = [ImportRow(2, PlaceRequest("Pat Paper"))]
    bring(gathering, "list.csv", lines, once=newcomer.email, now=clock.now(), by=convenor)
    for is_read in (True, False):
        Reflection.objects.create(gathering=gathering, words="We laughed.", is_read=is_read)
    Feedback.objects.create(gathering=gathering, good="The tea.")
    more_offered(gathering, convenor, newcomer)


def _seated(gathering, newcomer):
    """They come, are here, sit with the member and with everybody before them, and have a certificate."""
    booking = Booking.objects.create(
        gathering=gathering, person=newcomer, name=newcomer.name, email=newcomer.email, language="en-gb",
        state=State.COMING, confirmed_at=clock.now(), needs="No stairs.", sectors=["health"], seats=1,
    )  # fmt: skip
    mix = Mix.objects.get(arrangement__gathering=gathering, number=1)
    first = Seat.objects.filter(mix=mix).order_by("pk")[0]
    Seat.objects.create(mix=mix, round=first.round, table=first.table, booking=booking)
    Tick.objects.create(gathering=gathering, by=booking, to=first.booking)
    TableWish.objects.create(booking=booking)
    FeedbackGiven.objects.create(booking=booking)
    Arrival.objects.create(gathering=gathering, booking=booking, standing=Standing.HERE, way=Source.LIST)
    printed = Certificate.objects.order_by("pk").values_list("printed", flat=True)[0]
    Certificate.objects.create(gathering=gathering, booking=booking, printed=printed)


def _of_the_member(number, member, newcomer, convenor):
    Authenticator.objects.create(user=member, type="webauthn", data={"name": f"Telephone {number}"})
    Hat.objects.create(person=member, words=f"Cook {number}")
    emails.passkey_added(member)
    they_met([(member, newcomer), (convenor, newcomer)], where=WHERE, at=clock.now())
    other = Person.objects.create_person(f"Other {number}", joined_at=clock.now())
    keep_apart(member, other)
    one, two = pair_of(member, newcomer)
    Thread.objects.create(one_id=one, other_id=two, at=clock.now(), **WHERE.columns())
    introduction = Introduction.objects.create(one_id=one, other_id=two, by=convenor, why="Tea.", at=clock.now())
    Asking.objects.create(introduction=introduction, person=member, why="Tea.", asked_at=clock.now())


def add_tables(count, gathering):
    """More tables, rounds and versions, as many as an arrangement may have."""
    arrangement = Arrangement.objects.get(gathering=gathering)
    for number in range(count):
        arrangement.tables.create(number=100 + number, label=f"Oak {number}")
        Mix.objects.create(arrangement=arrangement, number=100 + number, done_at=timezone.now())
    for number in range(min(count, 10)):
        arrangement.rounds.create(number=20 + number, minutes=20)
