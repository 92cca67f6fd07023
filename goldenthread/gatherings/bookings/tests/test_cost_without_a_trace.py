"""Whether somebody said something about the cost is read off nothing: no prompt, no subject, and no e-mail names somebody else."""

import pytest
from django.test import Client

from goldenthread.gatherings.bookings import chores
from goldenthread.gatherings.bookings.answering import confirm
from goldenthread.gatherings.bookings.models import Booking, QuietWord
from goldenthread.gatherings.bookings.saying_quietly import answer
from goldenthread.gatherings.plan.models import Convening
from goldenthread.outbox.models import Email


@pytest.fixture
def written(read_by, cy, press, now):
    """Ann wrote to Cy."""
    read_by(cy)
    press("ann")
    confirm(Booking.objects.get(), now)
    chores.write_emails(now)
    Email.objects.all().delete()
    return QuietWord.objects.get()


def unnamed(read_by, cy, now):
    read_by(None)
    Convening.objects.filter(person=cy).update(until=now)


def steps(convenor):
    return [step.what for step in convenor.get("/gatherings/spring/convening/").context["steps"]]


@pytest.mark.parametrize("goes", [lambda read_by, cy, now: cy.delete(), unnamed])
def test_convenors_are_asked_for_a_reader_whether_or_not_anybody_wrote(goes, convenor, written, read_by, cy, now):
    goes(read_by, cy, now)
    after_a_word = steps(convenor)
    QuietWord.objects.all().delete()

    assert steps(convenor) == after_a_word
    assert "Choose who reads what people say quietly about the cost" in after_a_word


def test_the_subject_is_that_of_other_e_mails_about_a_place(written, ada, read_by, now):
    answer(written, "Come for nothing.", now=now)
    chores.write_emails(now)
    subjects = set(Email.objects.values_list("subject", flat=True))
    Client().post("/gatherings/spring/booking/", {"name": "Bea", "email": "bea@example.org"})
    chores.write_emails(now)

    assert subjects == {Email.objects.get(address="bea@example.org").subject}


def test_an_answer_names_who_gave_it_or_nobody(written, ada, cy, read_by, now):
    answer(written, "Come for nothing.", now=now)
    cy.delete()
    read_by(ada)
    chores.write_emails(now)

    email = Email.objects.get(kind="booking: cost")
    assert (email.answers_to, email.speaks_of, "Ada" in email.text) == (None, None, False)
    assert "There’s an answer to what you wrote" in email.text
    assert "If you answer this e-mail" not in email.text


def test_both_read_on_the_way_to_it_that_there_is_an_answer(written, cy, client, now):
    booking, reads = written.booking, Client()
    reads.force_login(cy)
    pages = [(reads, "/gatherings/spring/bookings/"), (reads, f"/gatherings/spring/bookings/{booking.pk}/")]
    before = ["· answered" in browser.get(page).content.decode() for browser, page in pages]
    answer(written, "Come for nothing.", now=now)

    assert before == [False, False]
    assert ["· answered" in browser.get(page).content.decode() for browser, page in pages] == [True, True]
    assert "Read the answer about the cost" in client.get(booking.get_absolute_url()).content.decode()
