"""Lives that leave a trace in every room, for test_nothing_stays.py. Runs inside a house; every word of one life begins alike."""

from datetime import timedelta

from django.test import Client

from goldenthread.gatherings.afterwards.emails import certificate
from goldenthread.gatherings.afterwards.feeding_back import give
from goldenthread.gatherings.afterwards.issuing import issue
from goldenthread.gatherings.bookings import chores as booking_chores
from goldenthread.gatherings.bookings.answering import confirm
from goldenthread.gatherings.bookings.booking_a_place import PlaceRequest, keep_a_place
from goldenthread.gatherings.bookings.import_rows import ImportRow
from goldenthread.gatherings.bookings.importing import bring
from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.bookings.opening import open_booking
from goldenthread.gatherings.bookings.writing import begin_writing
from goldenthread.gatherings.day.models import Arrival, Tick
from goldenthread.gatherings.plan import emails as plan_emails
from goldenthread.gatherings.plan.models import ConvenorInvitation, Following, Gathering, OfferOfHelp
from goldenthread.gatherings.tables.arranging import arrange, outline_for
from goldenthread.gatherings.tables.models import Mix, Seat
from goldenthread.gatherings.tables.saving_mix import look_again
from goldenthread.gatherings.tables.wishing import ask
from goldenthread.kit import clock
from goldenthread.outbox import chores as outbox_chores
from goldenthread.outbox.previewing import preview_to
from goldenthread.people import emails
from goldenthread.people.models import Hat, Person
from goldenthread.people.telling import put_on
from goldenthread.threads import chores, introducing
from goldenthread.threads.beginning import begin
from goldenthread.threads.keep_apart import keep_apart
from goldenthread.threads.meeting import they_met
from goldenthread.threads.models import Side, Where
from tests.trust.voices_of_a_life import raise_a_voice


def life_of(word: str) -> Client:
    """Somebody who joined and did everything that one can do here. Their browser."""
    client = Client(SERVER_NAME="localhost")
    person = Person.objects.create_person(f"{word}name", f"{word}address@example.org", joined_at=clock.now())
    client.post("/sign-in/", {"email": person.email})
    client.force_login(person)
    form_data = {"chosen_name": f"{word}chosen", "pronouns": f"{word}pronouns", "language": "en-gb"}
    form_data |= {"brings": f"{word}brings", "looks_for": f"{word}looks", "access_needs": f"{word}needs"}
    assert client.post("/me/", form_data | {"letters_rhythm": "daily", "is_to_be_found": "on"}).status_code == 302
    put_on(Hat(person=person, sector="lived_experience", words=f"{word}lived"))
    put_on(Hat(person=person, words=f"{word}role", audience="members", is_for_being_found=True))
    emails.passkey_added(person)
    person = Person.objects.get(pk=person.pk)
    friend = meet_others(person, word)
    convene(person, friend, word)
    attend(keep_a_place(a_tea(friend), a_wish(word), now=clock.now()), friend, word)
    raise_a_voice(person, friend, word)
    assert f"{word}brings" in client.get("/me/everything.json").content.decode()
    return client


def only_booked(word: str) -> str:
    """Somebody who never joined. Where they press to be forgotten."""
    host = somebody(f"host.{word[::-1]}")
    tea = a_tea(host)
    booking = brought_in(tea, word, host) if word == "heron" else keep_a_place(tea, a_wish(word), now=clock.now())
    if word == "wren":
        booking = confirm(booking, clock.now())
    attend(booking, host, word)
    return f"{booking.get_absolute_url()}erasure/"


def brought_in(tea: Gathering, word: str, host: Person) -> Booking:
    bring(tea, "list.csv", [ImportRow(2, a_wish(word))], once=word[::-1], now=clock.now(), by=host)
    booking = tea.bookings.get()
    # Who has not said yet whether they come is not written to; somebody else is.
    confirm(keep_a_place(tea, PlaceRequest("Guest", f"guest.{word[::-1]}@example.org"), now=clock.now()), clock.now())
    return booking


def meet_others(person: Person, word: str) -> Person:
    """Whom they met, what was written about whom, whom they introduced, and what stands in letters to others."""
    friend, other = somebody(f"friend.{word[::-1]}"), somebody(f"other.{word[::-1]}")
    where, now = Where("gathering:1", "Tea", introduced_by=person.pk), clock.now()
    they_met([(person, friend), (person, other)], where=where, at=now)
    begin(person, friend, where=where, at=now)
    Side.objects.create(owner=person, whom=friend, note=f"{word}note", reach=f"{word}reach")
    keep_apart(other, person)
    introducing.introduce(friend, other, by=person, why=f"{word}why", at=now, is_wanted=True)
    introducing.introduce(person, other, by=friend, why=f"{word}name is kind", at=now, is_wanted=True)
    chores.ask(now)
    return friend


def convene(person: Person, friend: Person, word: str) -> None:
    """They convene, ask somebody to, follow, offer help to the other convenor, and write to those who come."""
    tea, supper = a_tea(person), Gathering.begin("Supper", by=friend)
    invitation = ConvenorInvitation.objects.create(
        gathering=tea, name="Di", email=f"di.{word[::-1]}@example.org", by=person
    )
    plan_emails.invitation_to_convene(invitation)
    Following.objects.create(gathering=supper, person=person, told=1)
    offered = OfferOfHelp.objects.create(gathering=supper, point="where", words=f"{word}offer", person=person)
    plan_emails.offer(offered, friend)
    guest = confirm(keep_a_place(tea, PlaceRequest("Guest", friend.email or ""), now=clock.now()), clock.now())
    attend(guest, person, f"of.{word[::-1]}")
    circular = begin_writing(tea, by=person, whom="all", subject="Tea", words="Bring cups.")
    preview_to(circular.circular, person)
    circular.circular.send(circular.receivers(), by=person)
    outbox_chores.write_circulars(clock.now())
    mine = keep_a_place(tea, PlaceRequest(f"{word}name", person.email or ""), now=clock.now(), person=person)
    Tick.objects.create(gathering=tea, by=mine, to=guest)


def attend(booking: Booking, host: Person, word: str) -> None:
    """They were there, sat at a table and wished something of it, gave feedback, were written to, and hold a certificate."""
    tea, now = Gathering.objects.with_facts().get(pk=booking.gathering_id), clock.now()
    invited = ConvenorInvitation.objects.create(
        gathering=tea, name=f"{word}name", email=_capital(booking.email), by=host
    )
    plan_emails.invitation_to_convene(invited)
    ask(booking, features=[], sits_out=[], apart=f"{word}apart", beside=f"{word}beside")
    laid = arrange(tea, outline_for(tea), by=host)
    mix = Mix.objects.create(arrangement=laid, number=1, by=host, done_at=now)
    mix.told = look_again(mix)
    mix.save()
    Seat.objects.create(mix=mix, round=laid.rounds.get(number=1), table=laid.tables.get(), booking=booking)
    booking_chores.write_emails(now)
    Arrival.objects.create(gathering=tea, booking=booking, standing="here", way="list", by=host)
    give(booking, {})
    issue(tea, by=host, now=now)
    certificate(booking.certificate)
    circular = begin_writing(tea, by=host, whom="all", subject="Tea", words="Dear {name}, bring cups.")
    preview_to(circular.circular, host)
    circular.circular.send(circular.receivers(), by=host)
    outbox_chores.write_circulars(now)


def a_tea(host: Person) -> Gathering:
    tea = Gathering.begin("Tea", by=host)
    tea.day = (clock.now() + timedelta(days=1)).date()
    tea.save()
    open_booking(tea, by=host, now=clock.now(), places=9, until=None, confirm_hours=72, answer_hours=24)
    return Gathering.objects.with_facts().get(pk=tea.pk)


def a_wish(word: str) -> PlaceRequest:
    values = {"needs": f"{word}needs", "line": f"{word}line", "supporter": f"{word}supporter", "has_supporter": True}
    return PlaceRequest(f"{word}name Surname", f"{word}address@example.org", sectors=["health"], **values)  # type: ignore[arg-type]


def somebody(name: str) -> Person:
    return Person.objects.create_person(name, f"{name}@example.org", joined_at=clock.now())


def _capital(address: str) -> str:
    """As somebody may type it."""
    return address.capitalize()
