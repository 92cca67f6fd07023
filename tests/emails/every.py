"""Every e-mail that this house can write, as it would be written to somebody."""

from collections.abc import Callable
from datetime import timedelta

from django.utils import timezone

from goldenthread.gatherings.afterwards import emails as afterwards_emails
from goldenthread.gatherings.afterwards.issuing import issue
from goldenthread.gatherings.afterwards.models import Certificate
from goldenthread.gatherings.bookings.booking_a_place import PlaceRequest, keep_a_place
from goldenthread.gatherings.bookings.chores import write_emails
from goldenthread.gatherings.bookings.models import Booking, KindNo, Owed, Reminder
from goldenthread.gatherings.bookings.opening import open_booking
from goldenthread.gatherings.bookings.ringing import please_ring
from goldenthread.gatherings.bookings.telling_corrections import tell_there
from goldenthread.gatherings.day.models import Arrival
from goldenthread.gatherings.plan import emails as plan_emails
from goldenthread.gatherings.plan.chores import send_changes, write_to_invited
from goldenthread.gatherings.plan.models import ConvenorInvitation, Following, Gathering, OfferOfHelp
from goldenthread.gatherings.signup.models import OwedSession
from goldenthread.gatherings.tables import emails as table_emails
from goldenthread.gatherings.tables.arranging import arrange, outline_for
from goldenthread.gatherings.tables.changed_tables import ChangedTable
from goldenthread.kit import clock
from goldenthread.outbox import emails as outbox_emails
from goldenthread.outbox.chores import write_circulars
from goldenthread.outbox.models import Circular, Email
from goldenthread.outbox.models.refusal import about
from goldenthread.outbox.previewing import preview_to
from goldenthread.people import emails as people_emails
from goldenthread.people.models import Person, Portrait
from goldenthread.people.saying_hello import say_hello
from goldenthread.threads import emails as thread_emails
from goldenthread.threads.beginning import begin
from goldenthread.threads.models import Asking, Introduction, Where, pair_of
from goldenthread.threads.new_threads import new_threads_of
from tests.emails.about_voices import ABOUT_VOICES
from tests.emails.of_calls import call_ends
from tests.emails.of_programmes import of_programmes
from tests.emails.of_sessions import about_a_session
from tests.emails.of_voices import OF_VOICES

NAME = "Llanfair\u00adpwllgwyngyll Ŵyn 🌱 \u0646\u0648\u0631 " + "x" * 40


def code(reader: Person, spring: Gathering) -> object:
    return people_emails.sign_in(reader.email or "")


def nobody(reader: Person, spring: Gathering) -> object:
    return people_emails.sign_in("stranger@example.org")


def passkey_added(reader: Person, spring: Gathering) -> object:
    return people_emails.passkey_added(reader)


def passkey_removed(reader: Person, spring: Gathering) -> object:
    return people_emails.passkey_removed(reader)


def hello(reader: Person, spring: Gathering) -> object:
    """From somebody with the longest name, about bread."""
    by = Person.objects.create_person(NAME[:80], "di@example.org", joined_at=clock.now())
    Person.objects.filter(pk=reader.pk).update(joined_at=clock.now())
    Portrait.objects.create(person=by)
    words = f"I bring bread & <b>tea</b>.\n\n123 456\n{NAME}"
    say_hello(by, reader)
    return people_emails.hello(by, reader, words=words, shows_address=True, is_passed_on=True)


def news(reader: Person, spring: Gathering) -> object:
    earlier = spring.news - 1
    return plan_emails.news(Following.objects.create(gathering=spring, person=reader, told=earlier))


def invitation_to_convene(reader: Person, spring: Gathering) -> object:
    convenor = spring.convenings.get().person
    return plan_emails.invitation_to_convene(
        ConvenorInvitation.objects.create(gathering=spring, name=NAME, email="di@example.org", by=convenor)
    )


def invitation_changed(reader: Person, spring: Gathering) -> object:
    invitation_to_convene(reader, spring)
    spring = Gathering.objects.get(pk=spring.pk)
    spring.replan({"venue": NAME}, since=spring.sequence, by=spring.convenings.get().person, is_small=False)
    send_changes(clock.now() + timedelta(hours=3))
    write_to_invited(clock.now())
    return spring


def offer(reader: Person, spring: Gathering) -> object:
    words = f"I bring bread & <b>tea</b>: {NAME}"
    bread = OfferOfHelp.objects.create(gathering=spring, point="cost", words=words, person=reader)
    return plan_emails.offer(bread, spring.convenings.get().person)


def offer_withdrawn(reader: Person, spring: Gathering) -> object:
    bread = OfferOfHelp.objects.create(gathering=spring, point="cost", words=NAME, person=reader)
    return plan_emails.offer_withdrawn(bread, spring.convenings.get().person)


def circular(reader: Person, spring: Gathering) -> object:
    words = f"Dear {{name}},\n\nbring **bread** & <b>tea</b>:\n\n* {NAME}"
    written = Circular.begin(by=reader, subject="Bread & tea", words=words, about=about(spring), why="You come.")
    preview_to(written, reader)
    sent = written.send([(reader, reader.email or "", {})], by=reader)
    write_circulars(timezone.now())
    return sent


def certificate(reader: Person, spring: Gathering) -> object:
    theirs = {"name": NAME[:80], "email": reader.email or "", "language": "en-gb", "state": "coming"}
    booking, _ = Booking.objects.get_or_create(gathering=spring, person=reader, defaults=theirs)
    Arrival.objects.create(gathering=spring, booking=booking, standing="here", way="list")
    issue(Gathering.objects.with_facts().get(pk=spring.pk), by=None, now=clock.now())
    return afterwards_emails.certificate(Certificate.objects.get(booking=booking))


def table_changed(reader: Person, spring: Gathering) -> object:
    """They have a place, and sit at a table with the longest name."""
    theirs = {"name": NAME[:80], "email": reader.email or "", "language": "en-gb", "state": "coming"}
    booking, _ = Booking.objects.get_or_create(gathering=spring, person=reader, defaults=theirs)
    laid = arrange(spring, outline_for(spring), by=spring.convenings.get().person)
    round_, table = laid.rounds.order_by("number")[0], laid.tables.order_by("number")[0]
    return table_emails.table_changed(booking, [ChangedTable(round_, table, table, clock.now())])


def corrected(reader: Person, spring: Gathering) -> object:
    """By a convenor, who was rung up."""
    theirs = {"name": NAME[:80], "email": reader.email or "", "language": "en-gb", "state": "coming"}
    booking, _ = Booking.objects.get_or_create(gathering=spring, person=reader, defaults=theirs)
    return tell_there(booking, ["name", "needs"], by=spring.convenings.get().person)


def about_a_place(kind: str) -> Callable[[Person, Gathering], object]:
    """To somebody who booked, or waits; with everything that such an e-mail can tell."""

    def written(reader: Person, spring: Gathering) -> object:
        how = {"until": None, "confirm_hours": 72, "answer_hours": 24}
        open_booking(spring, by=None, now=clock.now(), places=1, **how)
        booking = keep_a_place(spring, PlaceRequest(NAME[:80], reader.email or ""), now=clock.now(), person=reader)
        Booking.objects.filter(pk=booking.pk).update(until=clock.now())
        if kind == Owed.Kind.NO:
            more = {"words": f"Bread & <b>tea</b>: {NAME}", "is_to_follow": True, "next_gathering": spring}
            KindNo.objects.create(booking=booking, by=spring.convenings.get().person, **more)
        booking.owed.update(kind=kind, since=1)
        write_emails(clock.now())
        return booking

    return written


def ahead(reader: Person, spring: Gathering) -> object:
    """With a line of the convenors, the way there, and what they told; and it can be answered."""
    convenor = spring.convenings.get().person
    Gathering.objects.filter(pk=spring.pk).update(getting_there=f"By bread & <b>tea</b>: {NAME}")
    theirs = {"name": NAME[:80], "email": reader.email or "", "language": "en-gb", "state": "coming", "needs": NAME}
    booking, _ = Booking.objects.update_or_create(gathering=spring, person=reader, defaults=theirs)
    line = {"line": f"Bring **bread**: {NAME}", "answers_to": convenor}
    reminder, _ = Reminder.objects.update_or_create(gathering=spring, days=7, defaults=line)
    Owed.objects.create(booking=booking, kind=Owed.Kind.AHEAD, reminder=reminder)
    write_emails(clock.now())
    return booking


def to_ring(reader: Person, spring: Gathering) -> object:
    """To a convenor, about somebody with the longest name whom no e-mail reaches."""
    somebody = Person.objects.create_person(NAME[:80])
    waiting = Booking.objects.create(gathering=spring, person=somebody, name=somebody.name, language="en-gb")
    return please_ring(waiting, spring, spring.convenings.get().person)


def about_an_introduction(write: Callable[[Asking], Email]) -> Callable[[Person, Gathering], object]:
    """By the convenor, to somebody who might like to meet somebody."""

    def written(reader: Person, spring: Gathering) -> object:
        one, other = pair_of(reader, Person.objects.create_person("Di"))
        by, now = spring.convenings.get().person, clock.now()
        introduction = Introduction.objects.create(one_id=one, other_id=other, by=by, at=now)
        why = f"Bread & <b>tea</b>: {NAME}"
        return write(Asking.objects.create(introduction=introduction, person=reader, why=why, asked_at=now))

    return written


def new_threads(reader: Person, spring: Gathering) -> object:
    """They and the convenor ticked each other."""
    convenor = spring.convenings.get().person
    begin(reader, convenor, where=Where(f"gathering:{spring.pk}", NAME), at=clock.now(), is_news=True)
    return thread_emails.new_threads(reader, new_threads_of(reader))


def trial(reader: Person, spring: Gathering) -> object:
    email = outbox_emails.trial(reader.email or "")
    email.save()
    return email


THREADS = [
    thread_emails.introduction,
    thread_emails.suggestion,
    thread_emails.asked_for,
    thread_emails.introduced,
    thread_emails.did_you_meet,
]
ABOUT_PLACES = {f"bookings/emails/booking_{kind}": about_a_place(kind) for kind in Owed.Kind.values}
WRITTEN_BY: dict[str, Callable[[Person, Gathering], object]] = {
    **ABOUT_PLACES,
    **OF_VOICES,
    "bookings/emails/booking_ahead": ahead,
    "bookings/emails/booking_corrected": corrected,
    "bookings/emails/to_ring": to_ring,
    "afterwards/emails/certificate": certificate,
    "plan/emails/invitation_changed": invitation_changed,
    "plan/emails/invitation_to_convene": invitation_to_convene,
    "plan/emails/news": news,
    "plan/emails/offer": offer,
    "plan/emails/offer_withdrawn": offer_withdrawn,
    "outbox/emails/circular": circular,
    "outbox/emails/test": trial,
    "tables/emails/table_changed": table_changed,
    **ABOUT_VOICES,
    **of_programmes(NAME),
    **{f"signup/emails/session_{kind}": about_a_session(kind, NAME[:80]) for kind in OwedSession.SessionNews.values},
    "people/emails/code": code,
    "people/emails/hello": hello,
    "people/emails/nobody": nobody,
    "people/emails/passkey_added": passkey_added,
    "people/emails/passkey_removed": passkey_removed,
    "threads/emails/new_threads": new_threads,
    "voices/emails/call_ends": call_ends,
    **{f"threads/emails/{write.__name__}": about_an_introduction(write) for write in THREADS},
}


def written(name: str, reader: Person, spring: Gathering) -> Email:
    WRITTEN_BY[name](reader, spring)
    return Email.objects.newest_first()[0]
