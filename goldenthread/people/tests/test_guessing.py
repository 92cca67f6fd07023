"""How often one may ask and guess, from wherever. Several processes: test_guessing_at_once.py."""

import hashlib
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from goldenthread.outbox.models import Email
from goldenthread.people.chores import forget_allowances
from goldenthread.people.models import Allowance


@pytest.mark.parametrize("address", ["ada@example.org", "eve@example.org"])
def test_one_address_gets_five_emails_in_ten_minutes_whoever_asks(ada, address):
    answers = [ask(address, from_machine=number) for number in range(7)]

    assert answers == [302] * 5 + [429] * 2
    assert Email.objects.count() == 5


def test_writing_the_address_otherwise_does_not_help(ada):
    [
        ask(address)
        for address in ["ada@example.org", "ADA@example.org", " Ada@Example.org ", "aDa@example.org", "adA@example.org"]
    ]

    assert ask("AdA@ExamplE.orG") == 429


def test_nor_do_the_many_names_of_one_mailbox(home):
    spellings = [
        *(f"eve+{number}@exämple.test" for number in range(3)),
        "eve@xn--exmple-cua.test",
        "Eve <eve@exämple.test>",
    ]
    answers = [ask(address) for address in [*spellings, "eve+more@exämple.test"]]

    assert answers == [302] * 5 + [429]


def test_an_address_that_mail_programs_would_decode_is_refused(home):
    assert ask("=?utf-8?q?eve=40example.net?=@example.test") == 422
    assert Email.objects.count() == 0


@pytest.mark.parametrize("page", ["/join/", "/sign-in/code/another/"])
def test_joining_and_asking_for_another_email_count_as_well(ada, page):
    browser = Client()
    browser.post("/sign-in/", {"email": "ada@example.org"})

    answers = [browser.post(page, {"name": "Ada", "email": "ada@example.org"}).status_code for _ in range(5)]

    assert answers == [302] * 4 + [429]


def test_after_a_while_one_may_ask_again(ada):
    now = timezone.now()
    with time_machine.travel(now, tick=False):
        [ask("ada@example.org") for _ in range(5)]

    with time_machine.travel(now + timedelta(minutes=10), tick=False):
        assert ask("ada@example.org") == 302


def test_twenty_emails_a_day_are_enough_for_anybody(ada):
    begun = timezone.now()
    answers = [ask_at(begun + timedelta(minutes=11 * number)) for number in range(22)]

    assert answers == [302] * 20 + [429] * 2


def test_one_machine_asks_for_twenty_emails_a_minute(db):
    with time_machine.travel(timezone.now(), tick=False):
        answers = [ask(f"somebody{number}@example.org") for number in range(22)]

    assert answers == [302] * 20 + [429] * 2


def test_one_machine_guesses_thirty_times_a_minute(ada):
    browser = Client()
    browser.post("/sign-in/", {"email": "ada@example.org"})
    with time_machine.travel(timezone.now(), tick=False):
        answers = [browser.post("/sign-in/code/", {"code": "000000"}).status_code for _ in range(31)]

    assert answers == [422] * 30 + [429]


def test_an_invented_forwarded_address_does_not_help(ada):
    with time_machine.travel(timezone.now(), tick=False):
        answers = [ask(f"somebody{number}@example.org", forwarded_for=f"198.51.100.{number}") for number in range(21)]

    assert answers[-1] == 429


def test_behind_our_own_proxy_everybody_is_counted_apart(ada, settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    with time_machine.travel(timezone.now(), tick=False):
        apart = [ask(f"somebody{number}@example.org", forwarded_for=f"198.51.100.{number}") for number in range(21)]
        forged = [
            ask(f"nobody{number}@example.org", forwarded_for=f"203.0.113.{number}, 198.51.100.99")
            for number in range(21)
        ]

    assert (apart[-1], forged[-1]) == (302, 429)


def test_the_count_is_kept_outside_this_process(ada):
    [ask("ada@example.org") for _ in range(5)]

    # A second process, or this one after a restart, sees nothing but the table.
    assert Allowance.objects.filter(times=5).count() == 3
    Allowance.objects.all().delete()

    assert ask("ada@example.org") == 302


def test_no_address_can_be_read_in_a_count(ada):
    ask("ada@example.org", from_machine=7)

    kept = " ".join(Allowance.objects.values_list("key", flat=True))
    # "ada" and "192" alone are digits of a digest now and then.
    words = ("ada@", "@example", "192.0", hashlib.sha256(b"ada@example.org").hexdigest()[:32])
    assert [word for word in words if word in kept] == []


def test_counts_are_forgotten_when_their_time_is_over(ada):
    ask("ada@example.org")
    forget_allowances(timezone.now())
    before = Allowance.objects.count()

    with time_machine.travel(timezone.now() + timedelta(days=1, seconds=1), tick=False):
        forget_allowances(timezone.now())

    assert (before, Allowance.objects.count()) == (3, 0)


def test_asking_for_many_addresses_does_not_wash_counts_away(ada):
    [ask(f"somebody{number}@example.org", from_machine=number) for number in range(150)]

    # By machine, by address in ten minutes, by address in a day.
    assert Allowance.objects.count() == 450


def test_being_refused_is_said_in_plain_words(ada):
    [ask("ada@example.org") for _ in range(5)]

    answer = Client().post("/sign-in/", {"email": "ada@example.org"})

    assert (answer.status_code, "A little slower, please" in answer.content.decode()) == (429, True)


def ask(address, *, from_machine=0, forwarded_for=None):
    headers = {"x-forwarded-for": forwarded_for} if forwarded_for else {}
    return (
        Client(REMOTE_ADDR=f"192.0.2.{from_machine}").post("/sign-in/", {"email": address}, headers=headers).status_code
    )


def ask_at(moment):
    with time_machine.travel(moment, tick=False):
        return ask("ada@example.org")
