"""When two pages of one person become one, nothing that hangs on either is lost: tried with every relation of the house."""

from collections.abc import Callable
from functools import partial

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.utils import timezone

from goldenthread.gatherings.afterwards import models as afterwards
from goldenthread.gatherings.bookings import models as bookings
from goldenthread.gatherings.day import models as day
from goldenthread.gatherings.plan import models as plan
from goldenthread.gatherings.tables import models as tables
from goldenthread.journal.note import note
from goldenthread.outbox import models as outbox
from goldenthread.people import emails
from goldenthread.people import models as people
from goldenthread.people.merging_people import merge_people, relations
from goldenthread.threads import models as threads
from tests.house.hanging_voices import PROGRAMME, VOICES

FACTS = ["Publication", "Settlement", "Fullness", "Postponement", "Cancellation"]


def turned_by(fact, person, tea):
    return getattr(plan, fact).objects.update_or_create(gathering=tea, defaults={"by": person})


def waiting(person, tea):
    bookings.Opening.objects.get_or_create(gathering=tea)
    return bookings.Booking.objects.create(gathering=tea, person=person, name=person.name, state="waiting")


def written(person, tea):
    return outbox.Circular.begin(by=person, subject="Tea", words="Come.", about=f"plan.Gathering:{tea.pk}")


def arrived(person, tea):
    booking = waiting(people.Person.objects.create_person("Somebody"), tea)
    return day.Arrival.objects.create(gathering=tea, booking=booking, standing="here", way="list", by=person)


def said_by(model, person, tea):
    return model.objects.update_or_create(gathering=tea, defaults={"by": person})


def mixed(person, tea):
    arrangement, _ = tables.Arrangement.objects.get_or_create(gathering=tea)
    number = tables.Mix.next_number(arrangement)
    return tables.Mix.objects.create(arrangement=arrangement, number=number, by=person)


def noted(person, tea):
    booking = bookings.Booking.objects.create(gathering=tea, name="Wished for", state="waiting")
    return tables.NotedWish.objects.create(wish=tables.TableWish.objects.create(booking=booking), by=person)


def earlier():
    """Somebody who came before everybody else, so that in a pair they stand first."""
    return people.Person.objects.get_or_create(pk=-1, defaults={"name": "Early"})[0]


def later():
    return people.Person.objects.get_or_create(pk=1_000_000, defaults={"name": "Late"})[0]


def between(model, one, other, **more):
    first, second = sorted((one, other), key=lambda person: person.pk)
    return getattr(threads, model).objects.create(one=first, other=second, **more)


def question_about(person, tea):
    introduction = between("Introduction", earlier(), person, by=later(), at=timezone.now())
    return threads.Asking.objects.create(introduction=introduction, person=person)


PLACE = {"at": timezone.now(), "where_key": "gathering:1"}
BETWEEN = {
    f"threads.{model}.{end}": partial(
        lambda model, other, more, person, tea: between(model, person, other(), **more()), model, other, more
    )
    for model, more in {
        "Encounter": lambda: PLACE,
        "Thread": lambda: PLACE,
        "Introduction": lambda: {"at": timezone.now()},
        "Ending": lambda: {"by": people.Person.objects.create_person("Ender")},
    }.items()
    for end, other in {"one": later, "other": earlier}.items()
}


# They belong to one page, or to one browser, and end with it.
STAY_BEHIND = {"people.Finding.person", "people.PaperCode.person", "usersessions.UserSession.user"}
# For each relation, how something comes to hang on a person. A new room adds its own.
HANGS: dict[str, Callable[[people.Person, plan.Gathering], object]] = {
    "plan.Convening.person": lambda person, tea: plan.Convening.objects.create(gathering=tea, person=person),
    "plan.ConvenorInvitation.by": lambda person, tea: plan.ConvenorInvitation.objects.create(
        gathering=tea, name="Di", email="di@example.org", by=person
    ),
    "plan.Following.person": lambda person, tea: plan.Following.objects.create(gathering=tea, person=person, told=1),
    "plan.OfferOfHelp.person": lambda person, tea: plan.OfferOfHelp.objects.create(
        gathering=tea, point="where", words="A hall", person=person
    ),
    "plan.HistoricalGathering.history_user": lambda person, tea: plan.Gathering.begin("Their own", by=person),
    **{f"plan.{fact}.by": partial(turned_by, fact) for fact in FACTS},
    "bookings.Booking.person": waiting,
    "bookings.Opening.by": lambda person, tea: bookings.Opening.objects.update_or_create(
        gathering=tea, defaults={"by": person}
    ),
    "bookings.Reminder.answers_to": lambda person, tea: bookings.Reminder.objects.update_or_create(
        gathering=tea, days=3, defaults={"answers_to": person}
    ),
    "bookings.BroughtIn.by": lambda person, tea: bookings.BroughtIn.objects.create(
        booking=bookings.Booking.objects.create(gathering=tea, name="On a list", state="waiting"), by=person
    ),
    "bookings.WrittenTo.by": lambda person, tea: bookings.WrittenTo.objects.create(
        booking=bookings.Booking.objects.create(gathering=tea, name="Rung", state="waiting"), by=person
    ),
    "bookings.Opening.cost_reader": lambda person, tea: bookings.Opening.objects.update_or_create(
        gathering=tea, defaults={"cost_reader": person}
    ),
    "bookings.QuietWord.reader": lambda person, tea: bookings.QuietWord.objects.create(
        booking=bookings.Booking.objects.create(gathering=tea, name="Quiet", state="waiting"),
        reader=person,
        words="Five.",
    ),
    "bookings.KindNo.by": lambda person, tea: bookings.KindNo.objects.create(
        booking=bookings.Booking.objects.create(gathering=tea, name="Asked", state="not_now"), by=person, words="Sorry."
    ),
    "bookings.BookingQuestion.by": lambda person, tea: bookings.BookingQuestion.objects.create(
        gathering=tea, by=person, words="Which train?", purpose="Taxis."
    ),
    "bookings.Import.by": lambda person, tea: bookings.Import.objects.create(
        gathering=tea, by=person, file="list.csv", once=f"once {person.pk}"
    ),
    **VOICES,
    **PROGRAMME,
    "afterwards.Certificate.person": lambda person, tea: afterwards.Certificate.objects.create(
        gathering=tea, person=person, printed={}
    ),
    "afterwards.Certificate.by": lambda person, tea: afterwards.Certificate.objects.create(
        gathering=tea, by=person, printed={}
    ),
    "afterwards.Outcome.by": partial(said_by, afterwards.Outcome),
    "day.Arrival.by": arrived,
    "day.DaySheet.by": partial(said_by, day.DaySheet),
    "day.LastCall.by": partial(said_by, day.LastCall),
    "tables.Mix.by": mixed,
    "tables.NotedWish.by": noted,
    "tables.Announcement.by": lambda person, tea: tables.Announcement.objects.create(mix=mixed(person, tea), by=person),
    "people.Portrait.person": lambda person, tea: people.Portrait.objects.create(person=person),
    "people.Finding.person": lambda person, tea: people.Finding.objects.create(person=person),
    "people.Hat.person": lambda person, tea: people.Hat.objects.create(person=person, sector="health"),
    "people.Hello.by": lambda person, tea: people.Hello.objects.create(by=person, to=earlier()),
    "people.Hello.to": lambda person, tea: people.Hello.objects.create(by=earlier(), to=person),
    "people.Keeping.person": lambda person, tea: people.Keeping.objects.create(person=person),
    "people.SignInLink.person": lambda person, tea: emails.sign_in(person.email or ""),
    "people.PaperCode.person": lambda person, tea: people.PaperCode.open_for(person, by=person),
    "people.PaperCode.by": lambda person, tea: people.PaperCode.open_for(
        people.Person.objects.create_person("On paper"), by=person
    ),
    **BETWEEN,
    "threads.Ending.by": lambda person, tea: between("Ending", person, earlier(), by=person),
    **{
        f"threads.{model}.introduced_by": partial(
            lambda model, person, tea: between(
                model, people.Person.objects.create_person("New"), later(), introduced_by=person, **PLACE
            ),
            model,
        )
        for model in ("Encounter", "Thread")
    },
    "threads.Introduction.by": lambda person, tea: between(
        "Introduction", earlier(), later(), by=person, at=timezone.now()
    ),
    "threads.Asking.person": question_about,
    "threads.ThreadNews.person": lambda person, tea: threads.ThreadNews.objects.create(
        thread=between("Thread", person, earlier(), **PLACE), person=person
    ),
    **{
        f"threads.{model}.{end}": partial(
            lambda model, end, person, tea: getattr(threads, model).objects.create(
                **{end: person, ({"owner", "whom"} - {end}).pop(): earlier()}
            ),
            model,
            end,
        )
        for model in ("KeepApart", "Side")
        for end in ("owner", "whom")
    },
    "journal.Entry.by": lambda person, tea: note(person, "waved", tea),
    "outbox.Circular.by": written,
    "outbox.CircularPreview.by": lambda person, tea: outbox.CircularPreview.objects.create(
        circular=written(person, tea), by=person
    ),
    "outbox.CircularReceiver.to": lambda person, tea: outbox.CircularReceiver.objects.create(
        circular=written(person, tea), to=person, address=person.email or ""
    ),
    "outbox.Dispatch.by": lambda person, tea: outbox.Dispatch.objects.create(circular=written(person, tea), by=person),
    "outbox.Halt.by": lambda person, tea: outbox.Halt.objects.create(circular=written(person, tea), by=person),
    "outbox.Email.to": lambda person, tea: emails.passkey_added(person),
    "outbox.Email.speaks_of": lambda person, tea: outbox.Email.objects.create(
        address="di@example.org", speaks_of=person, written_at=timezone.now(), next_try_at=timezone.now()
    ),
    "outbox.Email.answers_to": lambda person, tea: outbox.Email.objects.create(
        address="di@example.org", answers_to=person, written_at=timezone.now(), next_try_at=timezone.now()
    ),
    "account.EmailAddress.user": lambda person, tea: EmailAddress.objects.create(user=person, email=person.email),
    "mfa.Authenticator.user": lambda person, tea: Authenticator.objects.create(user=person, type="webauthn", data={}),
    "usersessions.UserSession.user": lambda person, tea: UserSession.objects.create(
        user=person, session_key=f"{person.pk}", ip="127.0.0.1", user_agent="", data={}, created_at=timezone.now()
    ),
}


def name_of(field):
    return f"{field.model._meta.label}.{field.name}"


@pytest.fixture
def tea(cy):
    return plan.Gathering.begin("Tea", by=cy)


@pytest.fixture
def other(home):
    return people.Person.objects.create_person("Boris", "boris@example.org", joined_at=home.founded_at)


def test_every_relation_is_tried():
    assert {name_of(field) for field in relations()} == set(HANGS)


@pytest.mark.parametrize("relation", sorted(HANGS))
def test_what_hangs_on_the_other_page_moves(relation, bo, other, tea):
    [field] = [field for field in relations() if name_of(field) == relation]
    HANGS[relation](other, tea)
    before = field.model._base_manager.filter(**{field.name: other}).count()

    merge_people(bo, other)

    assert before > 0
    moved = field.model._base_manager.filter(**{field.name: bo}).count()
    assert (moved >= before) is (relation not in STAY_BEHIND)
    assert list(people.Person.objects.filter(pk=other.pk)) == []


@pytest.mark.parametrize("relation", sorted(HANGS))
def test_what_hangs_on_both_stays_at_least_once(relation, bo, other, tea):
    [field] = [field for field in relations() if name_of(field) == relation]
    HANGS[relation](bo, tea)
    HANGS[relation](other, tea)

    merge_people(bo, other)

    assert field.model._base_manager.filter(**{field.name: bo}).count() >= 1
