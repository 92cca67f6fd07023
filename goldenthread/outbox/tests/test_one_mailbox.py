"""An address that is taken reaches one mailbox, byte for byte; one that could be read in two ways reaches none."""

import pytest
from django.core.mail import EmailMessage
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from goldenthread.kit.email_address import NotAnAddress, as_sent, email_address
from goldenthread.outbox.chores import send_emails
from goldenthread.outbox.envelope import message_of
from goldenthread.outbox.models import Email, Refusal
from goldenthread.outbox.smtp import EmailBackend

TWO_WAYS = "=?utf-8?q?eve=40example.net?=@example.test"
ODD_SIGNS = st.text("abcXYZ09.+-_=?/'`{}|~^*&#$!%\"<>@ ", min_size=1, max_size=20)
DOMAINS = st.sampled_from(
    ["example.test", "Example.TEST", "exämple.test", "faß.example", "bücher.example", "例え.test"]
)


@pytest.fixture
def hand_over(way_out, house):
    """Sends to one address, and answers to whom it came."""

    def sent(address):
        way_out.arrived.clear()
        email = Email(address=address, subject="News", text="Hello.", html="<p>Hello.</p>", written_at=timezone.now())
        EmailBackend().send_messages([message_of(email)])
        return way_out.receivers

    return sent


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(local=ODD_SIGNS, domain=DOMAINS)
def test_an_address_that_is_taken_reaches_one_mailbox(hand_over, local, domain):
    try:
        address = email_address(f"{local}@{domain}")
    except NotAnAddress:
        return

    assert hand_over(address) == [[as_sent(address)]]


def test_a_domain_with_other_emails_is_sent_to(way_out, email_to):
    email_to(email_address("ann@bücher.example"))

    send_emails(timezone.now())

    assert way_out.receivers == [["ann@xn--bcher-kva.example"]]
    assert way_out.arrived[0].message["To"].addresses[0].addr_spec == "ann@xn--bcher-kva.example"


def test_an_address_from_before_that_reads_in_two_ways_is_held(way_out, email_to):
    email = email_to(TWO_WAYS)

    send_emails(timezone.now())

    email.refresh_from_db()
    assert (email.state, email.held_because) == (Email.State.HELD, "No e-mail can be sent to this address.")
    assert way_out.receivers == []


def test_the_wire_takes_no_such_address_from_anybody(way_out):
    message = EmailMessage("News", "Hello.", "letters@localhost", [TWO_WAYS])

    with pytest.raises((NotAnAddress, ValueError)):
        EmailBackend().send_messages([message])

    assert way_out.receivers == []


@pytest.mark.parametrize(
    "name", ['Eve" <eve@example.net>, "', "eve@example.net,", "=?utf-8?q?=3Ceve=40example.net=3E?="]
)
def test_a_name_adds_no_receiver(way_out, email_to, name, ada):
    ada.name = name
    ada.save()
    email_to("ann@example.org", to=ada)

    send_emails(timezone.now())

    assert way_out.receivers == [["ann@example.org"]]
    assert [message.addr_spec for message in way_out.arrived[0].message["To"].addresses] == ["ann@example.org"]


def test_a_refusal_stands_for_every_spelling_of_an_address(house):
    refusal = Refusal.of_ticket(Refusal.ticket("ann@exämple.test", "news", "plan.gathering:12"))
    assert refusal

    refusal.declare()

    assert Refusal.objects.stands("Ann@xn--exmple-cua.test", "news", "plan.gathering:12")
