"""Everybody of the permission matrix, and the things that its addresses name."""

from datetime import time, timedelta

import pytest
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.sessions.backends.db import SessionStore
from django.core import signing
from django.test import Client

from goldenthread.gatherings.afterwards.models import Certificate
from goldenthread.gatherings.afterwards.writing import begin_afterword
from goldenthread.gatherings.bookings.asking_questions import ask
from goldenthread.gatherings.bookings.booking_a_place import PlaceRequest, keep_a_place
from goldenthread.gatherings.bookings.import_rows import ImportRow
from goldenthread.gatherings.bookings.importing import bring
from goldenthread.gatherings.bookings.opening import open_booking
from goldenthread.gatherings.bookings.views.booking import SALT
from goldenthread.gatherings.bookings.writing import begin_writing
from goldenthread.gatherings.day.door_qr_code import slip_of
from goldenthread.gatherings.day.models import Reflection
from goldenthread.gatherings.plan.models import ConvenorInvitation, Gathering, OfferOfHelp
from goldenthread.gatherings.programme.models import DraftRun, ProgrammeImport, ProgrammeRoom, RoomClosure, Session
from goldenthread.gatherings.programme.placing import Spot, place
from goldenthread.gatherings.programme.tests.showing import held, show
from goldenthread.gatherings.tables.arranging import arrange, outline_for
from goldenthread.gatherings.tables.models import Mix, Seat
from goldenthread.gatherings.tables.saving_mix import look_again
from goldenthread.gatherings.voices.call_questions import add_question
from goldenthread.gatherings.voices.models import Contribution, Decision
from goldenthread.gatherings.voices.tests.calls import a_call_at
from goldenthread.kit import clock, house
from goldenthread.kit.models import House
from goldenthread.kit.sealed import seal
from goldenthread.outbox.models import Email, Refusal
from goldenthread.outbox.models.refusal import about
from goldenthread.people import emails
from goldenthread.people.models import Hat, Person, Portrait, SignInLink
from goldenthread.people.signing_in import hand_out
from goldenthread.people.telling import tell
from goldenthread.threads.beginning import begin
from goldenthread.threads.keep_apart import keep_apart
from goldenthread.threads.meeting import they_met
from goldenthread.threads.mine import key_of_tie
from goldenthread.threads.models import Asking, Introduction, KeepApart, Where, pair_of
from tests.house.brought import brought_to
from tests.house.offered_things import to_read_and_decide
from tests.house.signed_up import signed_up


@pytest.fixture
def in_a_house(home):
    """Somewhere to live: a sample house, or a real one."""

    def settle(kind):
        House.objects.update(is_sample=kind == "sample")
        house.forget()

    return settle


@pytest.fixture
def client_of(ada, bo, cy, kim):
    """The browser of each; a stranger is nobody."""
    everybody = {"member": bo, "convenor": ada, "other convenor": cy, "keeper": kim}

    def browser(role):
        client = Client()
        if role in everybody:
            client.force_login(everybody[role])
        return client

    return browser


@pytest.fixture
def things(spring, ada, bo, cy):
    """What stands in braces in the table. Personal things are Bo's, the member's; the draft is Cy's; Di wants to be found."""
    invitation = ConvenorInvitation.objects.create(gathering=spring, name="Di", email="di@example.org", by=ada)
    emails.passkey_added(bo)
    booking = a_booking(spring, ada, bo)
    return {
        "hat": Hat.objects.create(person=bo, sector="policy").pk,
        "hidden": Portrait.objects.create(person=bo).token,
        "found": somebody_to_find(bo).portrait.token,
        "on_paper": Person.objects.create_person("A name on paper").pk,
        "gathering": spring.slug,
        "draft": Gathering.begin("Supper", by=cy).slug,
        "invitation": invitation.token,
        "link": hand_out(SignInLink(person=bo, address=bo.email)).path.split("/")[-2],
        "ticket": Refusal.ticket(bo.email, "news", about(spring)),
        "booking": booking.pk,
        "key": booking.key,
        "signed": signing.dumps(seal(booking.key), salt=SALT),
        "circular": begin_writing(spring, by=ada, whom="all", subject="Tea", words="Bring cups.").pk,
        **to_sign_in_with(bo),
        **of_lists_and_the_day(spring, ada),
        "letter": Email.objects.get(to=bo).pk,
        **(tables_at(spring, ada, booking) | programme_at(spring, ada)),
        **of_his(spring, bo, ada, cy),
    }


def to_sign_in_with(bo):
    telephone = Authenticator.objects.create(user=bo, type="webauthn", data={"name": "Telephone"})
    return {"session": open_session(bo).pk, "passkey": telephone.pk}


def of_his(spring, bo, ada, cy):
    hall = OfferOfHelp.objects.create(gathering=spring, point="where", words="I know a hall.", person=bo)
    theirs = brought_to(spring, bo, ada, cy) | to_read_and_decide(spring, ada, bo)
    held = a_programme_of(spring)
    # After the programme was shown: it can be undone still.
    brought = ProgrammeImport.objects.create(gathering=spring, by=ada, file="camp.xml")
    return {"held": held.uid, "programme_import": brought.pk, "offer": hall.pk, **on_his_thread(bo, ada, cy), **theirs}


def on_his_thread(bo, ada, cy):
    """The member met the convenor and has a new thread with her, would rather be apart from the other one, and is asked about an introduction."""
    they_met([(ada, bo)], where=Where("gathering:1", "A spring day"), at=clock.now())
    keep_apart(bo, cy)
    begin(ada, bo, where=Where("gathering:1", "A spring day"), at=clock.now(), is_news=True)
    one, other = pair_of(bo, cy)
    introduction = Introduction.objects.create(one_id=one, other_id=other, by=ada, why="Tea.", at=clock.now())
    asking = Asking.objects.create(introduction=introduction, person=bo, why="Tea.", asked_at=clock.now())
    return {"tie": key_of_tie(bo.pk, ada.pk), "wish": KeepApart.objects.get().pk, "asking": asking.key}


def of_lists_and_the_day(gathering, convenor):
    words = dict.fromkeys(["name", "title", "when", "where", "aims", "hosted_by", "hours"], "Bo")
    printed = {**words, "convenors": [], "sessions": []}
    certificate = Certificate.objects.create(gathering=gathering, printed=printed)
    thanks = begin_afterword(gathering, by=convenor, whom="came", subject="Tea", words="Thank you.")
    line = Reflection.objects.create(gathering=gathering, words="We laughed.")
    brought = bring(
        gathering, "list.csv", [ImportRow(2, PlaceRequest("Pat"))], once="once", now=clock.now(), by=convenor
    )
    question = a_question(gathering, convenor).pk
    reminder = gathering.reminders.get(days=7)
    wording = {"words": "Which train?", "purpose": "To share a taxi."}
    in_a_call = add_question(a_call_at(gathering, convenor), wording, now=clock.now(), by=convenor)
    return {
        "call_question": in_a_call.pk,
        "question": question,
        "import": brought.pk,
        "reminder": reminder.pk,
        "certificate": certificate.code,
        "afterword": thanks.pk,
        "reflection": line.pk,
        **signed_up(gathering, convenor),
    }


def somebody_to_find(bo):
    di = Person.objects.create_person("Di Larkspur", "di@example.org", joined_at=bo.joined_at)
    tell(di, known={}, portrait=Portrait(person=di, region="wales"), is_to_be_found=True)
    return di


def a_question(gathering, convenor):
    wording = {"words": "Which train?", "purpose": "To share a taxi."}
    return ask(gathering, wording, now=clock.now(), by=convenor)


def a_booking(gathering, convenor, person):
    """Kept for the member, who has not confirmed it."""
    how = {"until": None, "confirm_hours": 72, "answer_hours": 24}
    open_booking(gathering, by=convenor, now=clock.now(), places=40, **how)
    return keep_a_place(gathering, PlaceRequest("Bo", person.email, needs="No stairs."), now=clock.now())


def tables_at(gathering, convenor, booking):
    """One version that is done, with the member's seat. Nobody waits for the mixer here."""
    laid = arrange(gathering, outline_for(gathering), by=convenor)
    done = Mix.objects.create(arrangement=laid, number=1, by=convenor, done_at=clock.now())
    done.told = look_again(done)
    seat = Seat.objects.create(mix=done, round=laid.rounds.get(number=1), table=laid.tables.get(), booking=booking)
    return {"seat": seat.pk, "slip": slip_of(booking)}


def programme_at(gathering, convenor):
    """A session in a room that is closed for a while, and something that waits for an hour."""
    hall = ProgrammeRoom.objects.create(gathering=gathering, number=1, name="Main hall")
    now = clock.now()
    closure = RoomClosure.objects.create(room=hall, starts_at=now, ends_at=now + timedelta(hours=1))
    session = Session.objects.create(gathering=gathering, title="Eleven chairs")
    spot = Spot(gathering.day, time(10), room=hall)
    place(session, 1, spot, since_version=0, by=convenor, now=now)
    waiting = Contribution.objects.create(gathering=gathering, title="Bread", sent_at=now)
    Decision.objects.create(contribution=waiting, answer="in")
    move = session.changes.get().pk
    draft = {
        "seed": 1,
        "seconds": 1,
        "iterations": 1,
        "done_at": now,
        "content": {"moves": [], "without": [], "seen": {}},
    }
    DraftRun.objects.create(gathering=gathering, number=1, by=convenor, **draft)
    return {"session_uid": session.uid, "move": move, "closure": closure.pk, "waiting": waiting.pk}


def a_programme_of(gathering):
    """Shown to everybody, with one session in it."""
    session = held(gathering, "Eleven chairs", names=["Jude Oakmoor"])
    show(gathering, now=clock.now())
    return session


def open_session(person):
    store = SessionStore()
    store.set_expiry(timedelta(days=1))
    store.create()
    return UserSession.objects.create(
        user=person, session_key=store.session_key, ip="127.0.0.1", user_agent="", data={}
    )
