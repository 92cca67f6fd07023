"""Names, addresses, codes and links stay where they belong: out of logs, of addresses and of other people's pages.

What pages load from elsewhere, which would tell where somebody is: test_every_page.py.
"""

import logging
import re

import pytest
from django.test import Client

from goldenthread.outbox.models import Email
from goldenthread.people.signing_in import email_link

CANARY_NAME, CANARY_ADDRESS = "Canarina Songbird", "canary.songbird@example.org"
LOADED = re.compile(
    r"""<(?:link(?![^>]*rel="(?:canonical|alternate)")|script|img|iframe|source|object|embed)\b[^>]*?(?:href|src|srcset|data)="([^"]*)"""
)


@pytest.fixture
def all_logs(caplog, settings):
    """Everything that any part would say, however talkative it is set."""
    caplog.set_level(logging.DEBUG)
    loggers = [logging.getLogger(name) for name in ("django", "django.request", "django.security", "allauth")]
    before = [(logger, logger.propagate, logger.level) for logger in loggers]
    for logger in loggers:
        logger.propagate = True
        logger.setLevel(logging.INFO)
    yield caplog
    for logger, propagate, level in before:
        logger.propagate = propagate
        logger.setLevel(level)


class Canary(Client):
    """A browser that remembers where it was led, and with which code it came in."""

    addresses: list[str]
    code: str


@pytest.fixture
def canary(home):
    """Somebody who joins, mistypes the code, and comes in by the e-mail; with all addresses they were led to."""
    browser = Canary()
    led = [browser.post("/join/", {"name": CANARY_NAME, "email": CANARY_ADDRESS, "next": "/gatherings/"})]
    led.append(browser.post("/sign-in/code/", {"code": "000000"}))
    email = Email.objects.get(address=CANARY_ADDRESS)
    [code] = re.findall(r"\b\d{3} \d{3}\b", email.text)
    led.append(browser.post("/sign-in/code/", {"code": code}))
    led.append(browser.post("/me/", {"chosen_name": CANARY_NAME, "language": "en-gb", "letters_rhythm": "daily"}))
    led.append(browser.get("/unheard-of/"))
    browser.addresses, browser.code = [answer.get("Location", "") for answer in led], code.replace(" ", "")
    return browser


def test_no_log_knows_who_came(all_logs, canary):
    log = "\n".join(f"{record.getMessage()} {record.args}" for record in all_logs.records)

    assert [word for word in (CANARY_NAME, CANARY_ADDRESS, "songbird", canary.code) if word in log] == []


def test_a_name_in_a_log_would_be_noticed(all_logs):
    logging.getLogger("django.request").warning("hello %s", CANARY_NAME)

    assert CANARY_NAME in all_logs.records[-1].getMessage()


def test_no_address_names_who_came(canary):
    assert canary.addresses == ["/sign-in/code/", "", "/gatherings/", "/me/", ""]


def test_no_stranger_reads_who_is_here(canary, client, spring):
    pages = ["/", "/gatherings/", "/gatherings/spring/", "/gatherings/spring/changes/", "/gatherings.ics"]

    shown = "".join(client.get(page).content.decode() for page in pages)

    assert [word for word in (CANARY_NAME, CANARY_ADDRESS, "ada@example.org") if word in shown] == []


def test_a_link_that_signs_in_is_told_to_nobody_else(home, bo):
    answer = Client().get(email_link(bo))

    # The page with the button may send nobody the address it was opened by.
    assert answer["Referrer-Policy"] == "same-origin"
    assert outside(answer) == []


def test_something_from_elsewhere_would_be_noticed():
    planted = '<link rel="canonical" href="http://a/"><script src="https://evil.example/x.js"></script><img src="//evil.example">'

    assert [address for address in LOADED.findall(planted) if not is_ours(address)] == [
        "https://evil.example/x.js",
        "//evil.example",
    ]


def outside(answer):
    if not answer.get("Content-Type", "").startswith("text/html"):
        return []
    return [address for address in LOADED.findall(answer.content.decode()) if not is_ours(address)]


def is_ours(address):
    return address.startswith("/") and not address.startswith("//")
