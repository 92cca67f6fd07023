"""Who writes to many can be answered, if they let their address be read; and says so before it goes."""

import pytest
from django.utils import timezone

from goldenthread.outbox.chores import send_emails, write_circulars
from goldenthread.outbox.forms import MailingForm
from goldenthread.outbox.models import Circular, Email
from goldenthread.outbox.previewing import preview_to, samples
from goldenthread.outbox.tests.conftest import FRIENDS


@pytest.fixture
def sends(ada, way_out):
    """What goes out of a circular, once its writer has read it in their own mailbox."""

    def sends(circular):
        preview_to(circular, ada)
        circular.send(FRIENDS[:1], by=ada)
        write_circulars(timezone.now())
        send_emails(timezone.now())
        return {email.recipients[0]: email.message["Reply-To"] for email in way_out.arrived}

    return sends


@pytest.fixture
def to_be_answered(circular):
    Circular.objects.update(shows_address=True)
    return Circular.objects.get()


def test_answers_go_to_whoever_wrote_it(to_be_answered, sends):
    answers = sends(to_be_answered)

    assert set(answers) == {"ada@example.org", "guest-0@example.org"}
    assert [str(to).endswith(" <ada@example.org>") for to in answers.values()] == [True, True]


def test_whoever_does_not_show_their_address_is_not_answered(circular, sends):
    assert set(sends(circular).values()) == {None}


def test_whoever_has_left_is_not_answered_any_more(to_be_answered, ada, way_out):
    preview_to(to_be_answered, ada)
    Email.objects.all().delete()
    to_be_answered.send(FRIENDS[:1], by=ada)
    write_circulars(timezone.now())
    ada.delete()
    send_emails(timezone.now())

    assert [email.message["Reply-To"] for email in way_out.arrived] == [None]


def test_the_preview_says_where_answers_go(to_be_answered):
    [email] = samples(to_be_answered, FRIENDS[:1])

    assert email.answers_go_to == "ada@example.org"


def test_the_box_names_the_address(ada):
    form = MailingForm(whom=Email.Policy, writer=ada)

    assert "Answers go to ada@example.org" in str(form["shows_address"].help_text)


@pytest.mark.parametrize("writer", ["nobody", "without an address"])
def test_without_an_address_to_show_there_is_no_box(ada, writer):
    ada.email = None

    form = MailingForm(whom=Email.Policy, writer=ada if writer != "nobody" else None)

    assert list(form.fields) == ["whom", "subject", "words"]
