"""A real browser with a pretended key: WebAuthn works on https, and on http://localhost only."""

import re

import pytest
from allauth.mfa.models import Authenticator
from playwright.sync_api import expect, sync_playwright

from goldenthread.outbox.models import Email
from goldenthread.people.signing_in import email_link

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
FLAGS = ["--no-sandbox", "--disable-background-networking"]
KEY = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture(autouse=True)
def _the_browser_drives_a_loop_of_its_own(monkeypatch):
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


@pytest.fixture
def page(needed, live_server, settings):
    settings.ALLOWED_HOSTS = ["localhost"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=needed("chromium"), args=FLAGS)
        page = browser.new_context(base_url=live_server.url).new_page()
        yield page
        browser.close()


@pytest.fixture
def key(page):
    """A device that keeps passkeys, and whose owner always touches it."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    return devtools.send("WebAuthn.addVirtualAuthenticator", {"options": KEY})["authenticatorId"]


def test_one_makes_a_passkey_and_comes_in_with_it(page, key, ada):
    come_in(page, ada)
    page.goto("/me/passkeys/")
    page.get_by_label("A name for it").fill("My telephone")
    page.get_by_role("button", name="Make a passkey").click()
    expect(page.get_by_role("status").first).to_contain_text("Your passkey is saved.")

    sign_out(page)
    page.goto("/sign-in/?next=/me/letters/")
    page.get_by_role("button", name="Sign in with a passkey").click()

    expect(page).to_have_url(re.compile("/me/letters/$"))
    expect(page.get_by_role("link", name="A passkey was added to your page on Home")).to_be_visible()
    assert (Authenticator.objects.get().wrap().name, Email.objects.latest("pk").to) == ("My telephone", ada)


def test_a_removed_passkey_opens_nothing(page, key, ada):
    come_in(page, ada)
    page.goto("/me/passkeys/")
    page.get_by_role("button", name="Make a passkey").click()
    page.get_by_role("button", name="Remove My passkey").click()
    expect(page.get_by_role("status").first).to_contain_text("Removed. You can’t sign in with that passkey any more.")

    sign_out(page)
    page.goto("/sign-in/")
    page.get_by_role("button", name="Sign in with a passkey").click()

    expect(page.get_by_role("alert")).to_contain_text("That passkey didn’t work.")


def test_a_passkey_of_a_closed_page_opens_nothing(page, key, ada):
    come_in(page, ada)
    page.goto("/me/passkeys/")
    page.get_by_role("button", name="Make a passkey").click()
    expect(page.get_by_role("status").first).to_contain_text("Your passkey is saved.")
    type(ada).objects.update(is_active=False)

    page.goto("/sign-in/")
    page.get_by_role("button", name="Sign in with a passkey").click()

    expect(page.get_by_role("alert")).to_contain_text("That passkey didn’t work.")


def test_a_device_without_passkeys_says_so_and_loses_nothing(page, ada):
    page.goto("/sign-in/")
    page.get_by_role("textbox", name="E-mail").fill("ada@example.org")
    page.evaluate("() => { navigator.credentials.get = () => Promise.reject(new Error('none here')) }")

    page.get_by_role("button", name="Sign in with a passkey").click()

    expect(page.get_by_text("That did not work. You can try again, or ask for a code.")).to_be_focused()
    expect(page.get_by_role("textbox", name="E-mail")).to_have_value("ada@example.org")


def come_in(page, person):
    page.goto(email_link(person))
    page.get_by_role("button", name="Sign in").click()
    expect(page.locator(".signed-in")).to_be_visible()


def sign_out(page):
    page.locator(".signed-in summary").click()
    page.get_by_role("button", name="Sign out").click()
