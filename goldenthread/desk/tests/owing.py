"""A house that owes e-mails of every kind that anything here writes by itself."""

from datetime import UTC, datetime, timedelta

from goldenthread.gatherings.afterwards.models import Certificate
from goldenthread.gatherings.bookings.booking_a_place import PlaceRequest, keep_a_place
from goldenthread.gatherings.bookings.models import Booking, State
from goldenthread.gatherings.bookings.opening import open_booking
from goldenthread.gatherings.day.models import Arrival, Source, Standing
from goldenthread.gatherings.plan import turns
from goldenthread.gatherings.plan.models import Following, Gathering
from goldenthread.kit import clock, house
from goldenthread.kit.models import House
from goldenthread.outbox.models import Circular, CircularPreview
from goldenthread.people.models import Person
from goldenthread.threads.beginning import begin
from goldenthread.threads.introducing import introduce
from goldenthread.threads.models import Asking, Introduction, Where

KINDS = {
    "booking: coming", "booking: kept", "booking: lapsed", "booking: offer", "booking: reminder",
    "booking: waiting", "certificate", "circular", "did_you_meet", "introduced", "introduction",
    "new_threads", "news",
}  # fmt: skip
LONG_AGO = timedelta(days=30)


def run_up_debts():
    """In a house that is empty, or has only just been founded."""
    House.objects.get_or_create(
        pk=1, defaults={"name": "Home", "sentence": "Ours.", "founded_at": datetime(2026, 1, 1, tzinfo=UTC)}
    )
    house.forget()
    ada, bo, cy, di = (
        Person.objects.create_person(name, f"{name.lower()}@debts.example", joined_at=clock.now() - LONG_AGO)
        for name in ("Ada", "Bo", "Cy", "Di")
    )
    tea = Gathering.begin("Tea", by=ada)
    turns.publish(tea, by=ada)
    _bookings(tea, ada, bo)
    _emails_to_many(tea, ada, cy)
    _introductions(ada, [(bo, cy), (cy, di), (bo, di)])
    begin(ada, cy, where=Where("gathering:1", "Tea"), at=clock.now(), is_news=True)


def _bookings(tea, ada, bo):
    now = clock.now()
    open_booking(tea, by=ada, now=now, places=4, until=None, confirm_hours=72, answer_hours=24)
    keep_a_place(tea, PlaceRequest("Bo", bo.email), now=now, person=bo)
    booked = {
        name: keep_a_place(tea, PlaceRequest(name, f"{name}@debts.example"), now=now)
        for name in ("kept", "late", "offered", "waits")
    }
    Booking.objects.filter(pk=booked["late"].pk).update(remind_at=now)
    Booking.objects.filter(pk=booked["offered"].pk).update(state=State.OFFERED, until=now)
    Booking.objects.filter(pk=booked["waits"].pk).update(state=State.WAITING, confirmed_at=now)
    came = booked["kept"]
    Arrival.objects.create(gathering=tea, booking=came, standing=Standing.HERE, way=Source.LIST)
    Certificate.objects.create(gathering=tea, booking=came, printed={"title": "Tea"})


def _emails_to_many(tea, ada, cy):
    Following.objects.create(gathering=tea, person=cy, told=0)
    Gathering.objects.filter(pk=tea.pk).update(news=9)
    circular = Circular.begin(by=ada, subject="Cups", words="Bring cups.", about="plan.gathering:1")
    CircularPreview.objects.create(circular=circular, by=ada)
    circular.send([(cy, cy.email, {})], by=ada)


def _introductions(ada, pairs):
    """One that nobody was asked about yet, one that is agreed and not told, and one after which nobody asked."""
    unanswered, agreed, past = (
        introduce(one.pk, other.pk, by=ada, why="Tea.", at=clock.now(), is_wanted=True) for one, other in pairs
    )
    assert unanswered.askings.count() == len(pairs[0])
    for made, at in ((agreed, clock.now()), (past, clock.now() - LONG_AGO)):
        Introduction.objects.filter(pk=made.pk).update(agreed_at=at)
        Asking.objects.filter(introduction=made).update(asked_at=at, answer=Asking.Answer.YES)
    Asking.objects.filter(introduction=past).update(told_at=clock.now() - LONG_AGO)
