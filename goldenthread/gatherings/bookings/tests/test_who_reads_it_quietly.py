"""Who reads what was said quietly about the cost: one convenor, while they convene, and nobody after them."""

from datetime import date, timedelta

import pytest
from django.test import Client

from goldenthread.gatherings.bookings import chores
from goldenthread.gatherings.bookings.answering import confirm
from goldenthread.gatherings.bookings.giving_up import give_up
from goldenthread.gatherings.bookings.listing import as_file
from goldenthread.gatherings.bookings.models import Booking, Opening, Owed, QuietWord, State
from goldenthread.gatherings.bookings.saying_quietly import stamp_of
from goldenthread.gatherings.plan.convening import step_back
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.journal.models import Entry
from goldenthread.outbox.models import Email
from goldenthread.people.leaving import leave
from goldenthread.people.models import Keeping, Person

AT, FORM = "/gatherings/spring/bookings/", "/gatherings/spring/booking/"
SAID = "Ten pounds would be possible."


@pytest.fixture
def ann(read_by, cy, press, now):
    """Ann said it to Cy, and showed that the address is hers."""
    read_by(cy)
    press("ann")
    booking = confirm(Booking.objects.get(email="ann@example.org"), now)
    chores.write_emails(now)
    Email.objects.all().delete()
    return booking


def browser_of(person):
    browser = Client()
    browser.force_login(person)
    return browser


def test_only_the_one_who_is_named_is_told_and_can_open_it(ann, ada, cy):
    page_of_it = f"{AT}{ann.pk}/cost/"
    keeper = Person.objects.create_person("Kay", "kay@example.org", joined_at=ann.at)
    Keeping.objects.create(person=keeper)
    answers = {
        person.name: [
            browser_of(person).get(page_of_it).status_code,
            "said something about the cost" in browser_of(person).get(AT).content.decode(),
            "said something about the cost" in browser_of(person).get(f"{AT}{ann.pk}/").content.decode(),
        ]
        for person in (cy, ada, keeper)
    }

    assert answers == {
        "Cy Larkspur": [200, True, True],
        "Ada Foxglove": [404, False, False],
        "Kay": [404, False, False],
    }
    assert browser_of(ada).post(page_of_it, {"answer": "No."}).status_code == 404


def test_the_answer_is_e_mailed_without_its_words_and_stands_on_my_page(ann, cy, now):
    browser_of(cy).post(f"{AT}{ann.pk}/cost/", {"answer": "Come for nothing."})
    chores.write_emails(now)

    email = Email.objects.get()
    assert (email.kind, email.answers_to, email.speaks_of) == ("booking: cost", cy, cy)
    assert "Come for nothing" not in email.text + email.subject
    assert f"{ann.key}/cost/" in email.text
    page = Client().get(f"/gatherings/spring/booking/{ann.key}/cost/").content.decode()
    assert ("Come for nothing." in page, SAID in page) == (True, True)


def test_it_is_taken_back_by_whoever_said_it(ann, cy, room):
    page_of_it = f"/gatherings/spring/booking/{ann.key}/cost/"
    Client().post(page_of_it, {"cost": "", "cost_for": stamp_of(room, cy)})

    assert QuietWord.objects.count() == 0


def test_who_steps_back_is_followed_by_nobody(ann, ada, cy, room, read_by):
    step_back(Gathering.objects.with_facts().get(pk=room.pk), cy)
    page = browser_of(ada).get("/gatherings/spring/convening/").content.decode()
    form = Client().get(FORM).content.decode()

    assert "Choose who reads what people say quietly about the cost" in page
    assert "the cost is too much" not in form
    assert browser_of(cy).get(f"{AT}{ann.pk}/cost/").status_code == 403
    assert list(QuietWord.objects.for_reader(ada)) == []
    assert "isn’t convening any more" in Client().get(f"/gatherings/spring/booking/{ann.key}/cost/").content.decode()


def test_who_is_named_next_reads_nothing_of_before_and_people_may_say_it_again(ann, ada, cy, room, read_by, now):
    step_back(Gathering.objects.with_facts().get(pk=room.pk), cy)

    read_by(ada)
    chores.write_emails(now)

    assert QuietWord.objects.count() == 0
    email = Email.objects.get()
    assert (email.kind, email.speaks_of) == ("booking: cost_anew", ada)
    assert "Ada Foxglove reads such lines now." in email.text
    Client().post(f"/gatherings/spring/booking/{ann.key}/cost/", {"cost": SAID, "cost_for": stamp_of(room, ada)})
    assert [word.words for word in QuietWord.objects.for_reader(ada)] == [SAID]


def test_another_is_named_while_the_first_convenes_and_each_reads_their_own(ann, ada, cy, read_by, press, now):
    read_by(ada)
    press("ben")
    confirm(Booking.objects.get(email="ben@example.org"), now)

    assert QuietWord.objects.for_reader(cy).by_booking() == {"written": {ann.pk}, "answered": set()}
    assert [word.booking.name for word in QuietWord.objects.for_reader(ada)] == ["Ben"]
    assert Owed.objects.filter(kind=Owed.Kind.COST_ANEW).count() == 0


def test_who_leaves_this_site_takes_the_reading_with_them(ann, ada, cy, room):
    leave(cy)

    word = QuietWord.objects.get()
    assert (word.reader, Opening.objects.get().cost_reader) == (None, None)
    page = browser_of(ada).get("/gatherings/spring/convening/").content.decode()
    assert "Choose who reads what people say quietly about the cost" in page


def test_an_agreement_stays_with_whoever_it_is_for(ann, ada, cy, room, read_by):
    browser_of(cy).post(f"{AT}{ann.pk}/cost/", {"answer": "Come for nothing."})
    step_back(Gathering.objects.with_facts().get(pk=room.pk), cy)
    read_by(ada)

    assert QuietWord.objects.get().answer == "Come for nothing."
    assert list(QuietWord.objects.for_reader(ada)) == []


def test_no_list_file_or_journal_says_that_anything_was_said(ann, ada, cy, room):
    before = Entry.objects.count()
    browser_of(cy).post(f"{AT}{ann.pk}/cost/", {"answer": "Come for nothing."})
    pages = ["", f"{ann.pk}/", f"{ann.pk}/correction/", "needs/", "needs/food/", "print/", "?q=pounds", "opening/"]
    shown = "".join(browser_of(ada).get(AT + page).content.decode() for page in pages)
    shown += as_file(room, "csv")[0].decode()

    assert "pounds would" not in shown
    assert "Come for nothing" not in shown
    # A reading of the page with needs is one; what was said quietly is none.
    assert [entry.did for entry in Entry.objects.order_by("pk")[before:] if "cost" in entry.did] == []


def test_it_goes_with_the_needs_two_weeks_after(ann, room):
    Gathering.objects.filter(pk=room.pk).update(day=date(2026, 5, 1))
    chores.forget_needs(ann.at.replace(year=2026, month=5, day=14))
    kept = QuietWord.objects.count()
    chores.forget_needs(ann.at.replace(year=2026, month=5, day=16) + timedelta(days=1))

    assert (kept, QuietWord.objects.count()) == (1, 0)


def test_it_goes_with_the_place(ann, now):
    give_up(ann, State.CANCELLED, now=now, by=None)

    assert QuietWord.objects.count() == 0


def test_the_forms_of_convenors_do_not_ask_it(ann, ada):
    pages = [f"{AT}paper/", f"{AT}{ann.pk}/correction/"]

    assert "the cost is too much" not in "".join(browser_of(ada).get(page).content.decode() for page in pages)


def test_convenors_choose_among_those_who_convene_now(ann, ada, cy, bo):
    form = browser_of(ada).get(f"{AT}opening/").context["form"]

    assert set(form.fields["cost_reader"].queryset) == {ada, cy}


def test_correcting_an_address_leads_nobody_to_it(read_by, cy, press, correct):
    read_by(cy)
    press("ann")
    correct(Booking.objects.get(), name="Ann", email="anne@example.org")

    assert (Booking.objects.get().email, QuietWord.objects.count()) == ("anne@example.org", 0)
