"""A house with an address of its own, as settings make it: asked in a process of its own, for settings are read once."""

import json
import os
import subprocess
import sys

import pytest

from tests.needed import ROOT

OUTSIDE = {
    "SITE_ADDRESS": "https://home.example.org",
    "TRUSTED_PROXIES": "1",
    "EMAIL_URL": "smtp+tls://mail.example.org:587",
    "DATABASE_URL": "",
    "DJANGO_SETTINGS_MODULE": "goldenthread.settings",
    "PYTHONPATH": str(ROOT),
}
WALK = """
import json
import django
django.setup()
from django.test import Client
from goldenthread.kit import clock, house
from goldenthread.kit.models import House
House.objects.create(pk=1, name="Home", sentence="Ours.", founded_at=clock.now())
house.forget()
from goldenthread.people.models import Person
from goldenthread.people.signing_in import email_link
browser = Client(HTTP_HOST="home.example.org", HTTP_X_FORWARDED_PROTO="https", REMOTE_ADDR="127.0.0.1", HTTP_X_FORWARDED_FOR="198.51.100.7")
def told(answer):
    return {"status": answer.status_code, "headers": dict(answer.headers), "cookies": {
        name: {key: value for key, value in cookie.items() if value} for name, cookie in answer.cookies.items()}}
link = email_link(Person.objects.create_person("Bo", "bo@example.org"))
stranger = Client(HTTP_HOST="home.example.org")
print(json.dumps({
    "plain": told(stranger.get("/gatherings/?a=b")),
    "elsewhere": told(Client(HTTP_HOST="evil.example", HTTP_X_FORWARDED_PROTO="https").get("/")),
    "read": told(browser.get("/gatherings/")),
    "form": told(browser.get("/join/")),
    "in": told(browser.post(link)),
    "home": told(browser.get("/me/")),
}))
"""


@pytest.fixture(scope="module")
def outside(house_to_copy, tmp_path_factory):
    house = house_to_copy.copied_to(tmp_path_factory.mktemp("outside"))
    environment = os.environ | OUTSIDE | {"DATA_DIR": str(house.folder)}
    del environment["DATABASE_URL"]

    def ask(*words):
        command = [sys.executable, *words]
        return subprocess.run(
            command, check=False, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=100
        )

    ask("-m", "django", "collectstatic", "--noinput")
    return ask


@pytest.fixture(scope="module")
def answers(outside):
    done = outside("-c", WALK)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def test_django_itself_finds_nothing_to_say(outside):
    done = outside("-m", "django", "check", "--deploy", "--fail-level", "WARNING")

    assert (done.returncode, done.stdout.strip()) == (0, "Everything is in order.")


def test_whoever_comes_over_plain_http_is_led_away(answers):
    plain = answers["plain"]

    assert (plain["status"], plain["headers"]["Location"]) == (301, "https://home.example.org/gatherings/?a=b")


def test_another_name_is_not_answered(answers):
    assert answers["elsewhere"]["status"] == 400


def test_browsers_are_told_to_stay_with_https(answers):
    policies = {name: answer["headers"].get("Strict-Transport-Security") for name, answer in answers.items()}

    assert policies == dict.fromkeys(answers, "max-age=31536000; includeSubDomains; preload") | {
        "plain": None,
        "elsewhere": policies["elsewhere"],
    }


def test_reading_needs_no_cookie(answers):
    assert answers["read"]["cookies"] == {}


def test_cookies_stay_on_this_address_and_away_from_scripts(answers):
    cookies = answers["form"]["cookies"] | answers["in"]["cookies"]

    strict = {"path": "/", "secure": True, "httponly": True, "samesite": "Lax"}
    kept = {name: {key: cookie.get(key) for key in strict} for name, cookie in cookies.items()}
    assert kept == {"__Host-csrftoken": strict, "__Host-sessionid": strict}
    # With a domain, the browser would refuse such a name.
    assert [name for name, cookie in cookies.items() if "domain" in cookie] == []


def test_who_signed_in_is_at_home(answers):
    assert (answers["in"]["status"], answers["home"]["status"]) == (302, 200)
