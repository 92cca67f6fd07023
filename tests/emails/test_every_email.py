"""Every kind of e-mail: complete as plain text, and its HTML fit for everybody."""

import json
import re
import subprocess
from typing import Any

import pytest
from playwright.sync_api import sync_playwright

from goldenthread.gatherings.bookings.models import Owed
from goldenthread.gatherings.signup.models import OwedSession
from goldenthread.outbox.models import Email
from goldenthread.people.models import Person
from tests.emails.about_voices import ABOUT_VOICES
from tests.emails.every import NAME, WRITTEN_BY, written
from tests.emails.of_programmes import of_programmes
from tests.emails.of_voices import OF_VOICES, UNASKED
from tests.house.tree import templates

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# How an e-mail is looked at, and what can differ when it is looked at so: in other colours, only whether one can read it.
WAYS: list[tuple[Any, list[str]]] = [
    ({"viewport": {"width": 1280, "height": 800}}, RULES),
    ({"viewport": {"width": 320, "height": 640}}, ["target-size"]),
    ({"color_scheme": "dark"}, ["color-contrast"]),
    ({"forced_colors": "active"}, ["color-contrast"]),
]
ONCE, AGAIN = Email.Policy.AT_MOST_ONCE, Email.Policy.AT_LEAST_ONCE
# What is done where nobody knows whether it went; and whether one press refuses all like it.
PROMISED = {
    **{f"bookings/emails/booking_{kind}": (AGAIN, False) for kind in Owed.Kind.values},
    **{name: (AGAIN, name in UNASKED) for name in OF_VOICES},
    # They did not ask for it.
    "bookings/emails/booking_expected": (AGAIN, True),
    # Nobody needs to be reminded.
    "bookings/emails/booking_ahead": (AGAIN, True),
    "bookings/emails/booking_corrected": (AGAIN, False),
    "bookings/emails/to_ring": (AGAIN, False),
    "afterwards/emails/certificate": (AGAIN, False),
    "plan/emails/invitation_changed": (AGAIN, False),
    "plan/emails/invitation_to_convene": (AGAIN, False),
    "plan/emails/news": (ONCE, True),
    "plan/emails/offer": (AGAIN, False),
    "plan/emails/offer_withdrawn": (AGAIN, False),
    "outbox/emails/circular": (ONCE, True),
    "outbox/emails/test": (AGAIN, False),
    "tables/emails/table_changed": (AGAIN, False),
    **dict.fromkeys(ABOUT_VOICES, (AGAIN, False)),
    **dict.fromkeys(of_programmes(""), (AGAIN, True)),
    **{f"signup/emails/session_{kind}": (AGAIN, False) for kind in OwedSession.SessionNews.values},
    "people/emails/code": (ONCE, False),
    "people/emails/hello": (AGAIN, True),
    "people/emails/nobody": (ONCE, False),
    "people/emails/passkey_added": (AGAIN, False),
    "people/emails/passkey_removed": (AGAIN, False),
    "threads/emails/introduction": (AGAIN, True),
    "threads/emails/suggestion": (ONCE, True),
    "threads/emails/asked_for": (AGAIN, True),
    "threads/emails/introduced": (AGAIN, False),
    "threads/emails/did_you_meet": (ONCE, True),
    "threads/emails/new_threads": (AGAIN, False),
    "voices/emails/call_ends": (AGAIN, True),
}
PLANTED = '<!DOCTYPE html><html><head><title>Bad</title></head><body><img src="x"><p>Words</body></html>'


@pytest.fixture
def reader(home):
    return Person.objects.create_person(NAME, "reader@example.org")


@pytest.fixture
def pages(reader, spring):
    """The HTML of every e-mail, by name."""
    return {name: written(name, reader, spring).html for name in WRITTEN_BY}


@pytest.fixture
def axe(needed):
    """What axe and the width of the window say about some pages, looked at in every way."""
    chromium, script = needed("chromium"), needed("axe").read_text()

    def look(tab, page, rules):
        tab.set_content(page)
        faults = tab.evaluate('rules => axe.run({runOnly: rules, resultTypes: ["violations"]})', rules)["violations"]
        wide = tab.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
        return [violation["id"] for violation in faults] + ["scrolls sideways"] * wide

    def judge(pages):
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
            tabs = [(browser.new_context(**way).new_page(), rules) for way, rules in WAYS]
            # Once for each window: what is put into it afterwards leaves it there.
            [tab.evaluate(f"{script}; undefined") for tab, _rules in tabs]
            return {name: [look(tab, page, rules) for tab, rules in tabs] for name, page in pages.items()}

    return judge


@pytest.fixture
def vnu(needed, tmp_path):
    """What vnu says about some pages."""
    command = [needed("java"), "-jar", needed("vnu"), "--format", "json", "--exit-zero-always"]

    def judge(pages):
        files = [tmp_path / f"{name.replace('/', '-')}.html" for name in pages]
        [file.write_text(page) for file, page in zip(files, pages.values(), strict=True)]
        process = subprocess.run([*command, *files], capture_output=True, text=True, check=True).stderr
        return [(message["url"].rsplit("/")[-1], message["message"]) for message in json.loads(process)["messages"]]

    return judge


def test_every_email_of_this_house_is_judged_here():
    names = {
        str(path).partition("templates/")[2].removesuffix(".txt") for path in templates() if "emails" in path.parts
    }

    assert {name for name in names if not name.endswith((".subject", ".html"))} == WRITTEN_BY.keys()


def test_axe_finds_nothing_in_any_email(pages, axe):
    assert axe(pages) == {name: [[], [], [], []] for name in WRITTEN_BY}


def test_axe_would_find_something(axe):
    assert "image-alt" in axe({"planted": PLANTED})["planted"][0]


def test_vnu_finds_nothing_in_any_email(pages, vnu):
    assert vnu(pages) == []


def test_vnu_would_find_something(vnu):
    assert len(vnu({"planted": PLANTED})) >= 1


@pytest.mark.parametrize("name", WRITTEN_BY)
def test_every_email_keeps_the_promise_of_its_kind(reader, spring, name):
    email = written(name, reader, spring)

    assert (email.policy, bool(email.fewer_at)) == PROMISED[name]


@pytest.mark.parametrize("name", WRITTEN_BY)
def test_every_email_says_in_one_sentence_or_two_why_it_came(reader, spring, name):
    email = written(name, reader, spring)

    [why] = re.findall(r'<div class="foot">\s*<p>([^<]+)</p>', email.html)
    assert "because you take part, or" not in why
    assert why.replace("&#x27;", "'") in email.text


@pytest.mark.parametrize("name", WRITTEN_BY)
def test_plain_text_says_all_that_html_says(reader, spring, name):
    email = written(name, reader, spring)

    links = re.findall(r'href="([^"]+)"', email.html)
    assert [link for link in links if link not in email.text] == []
    assert "&amp;" not in email.text
    assert "8000http" not in email.text
    assert "{" not in email.text


@pytest.mark.parametrize("name", WRITTEN_BY)
def test_an_email_asks_nobody_else_for_anything(reader, spring, name):
    email = written(name, reader, spring)

    assert re.findall(r"<(?:img|link|script|iframe|form|object)|url\(|@import", email.html) == []
    assert {link[:22] for link in re.findall(r'href="([^"]+)"', email.html)} == {"http://localhost:8000/"}
