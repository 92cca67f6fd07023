"""Somebody in front of a browser, in the words of what they do."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass, field

from playwright.sync_api import BrowserContext, ConsoleMessage, Locator, Page, Request, expect

# A refusal is an answer; Chromium still tells of it in the console.
AN_ANSWER = re.compile(r"status of (4\d\d|503)")
# The worker looks once a second whether there is something to tell.
SECONDS_FOR_THE_POST = 15.0
IS_TOO_WIDE = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
OUR_LETTERS = "document.documentElement.offsetHeight && document.fonts.ready.then(() => null)"
# Two rows on a telephone, where a long name of the movement may take three lines of the first.
ROWS_OF_THE_HEAD = 140


@dataclass
class Visitor:
    """One person with one browser. What went wrong on the way is remembered in `troubles`."""

    context: BrowserContext
    house: str
    troubles: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.context.on("page", self._accompany)
        self.page = self.context.new_page()

    # ---- doing

    def goes_to(self, path: str) -> None:
        self.page.goto(path if path.startswith("http") else self.house + path)
        self._looks_around()

    def goes_back(self) -> None:
        self.page.go_back()

    def writes(self, label: str, words: str) -> None:
        self.page.get_by_label(label, exact=True).fill(words)

    def chooses(self, label: str, choice: str) -> None:
        self.page.get_by_label(label, exact=True).select_option(label=choice)

    def ticks(self, label: str) -> None:
        self.page.get_by_label(label, exact=True).check()

    def presses(self, name: str) -> None:
        with self.page.expect_navigation():
            self.page.get_by_role("button", name=name, exact=True).click()
        self._looks_around()

    def follows(self, name: str) -> None:
        with self.page.expect_navigation():
            self.page.get_by_role("link", name=name, exact=True).first.click()
        self._looks_around()

    # ---- several of these together

    def joins(self, name: str, email: str) -> None:
        self.goes_to("/join/")
        self.writes("What shall we call you?", name)
        self.writes("E-mail", email)
        self.presses("Join")
        self.types_the_code_sent_to(email, press="Join")

    def signs_in(self, email: str) -> None:
        self.goes_to("/sign-in/")
        self.writes("E-mail", email)
        self.presses("Send me a code")
        self.types_the_code_sent_to(email)

    def signs_out(self) -> None:
        self.page.locator(".signed-in summary").click()
        self.presses("Sign out")

    def looks_at_their_page(self) -> None:
        self.page.locator(".signed-in summary").click()
        self.follows("Your page")

    def types_the_code_sent_to(self, email: str, *, press: str = "Sign in") -> None:
        code = self.code_in_the_email_to(email)
        self.writes("Six digits from our e-mail", code)
        self.presses(press)

    def opens_the_email_to(self, email: str, *, about: str = "") -> Page:
        """The newest e-mail to this address, in another tab of the post room. Some are written only a moment later."""
        tab = self.context.new_page()
        link = tab.locator("main li", has_text=email).filter(has_text=about).get_by_role("link").first
        until = time.monotonic() + SECONDS_FOR_THE_POST
        tab.goto(f"{self.house}/post-room/")
        while not link.count() and time.monotonic() < until:
            tab.wait_for_timeout(200)
            tab.reload()
        with tab.expect_navigation():
            link.click()
        return tab

    def follows_the_link_in_the_email(self, which: int = 0) -> None:
        with self.page.expect_navigation():
            self.page.locator("article a").nth(which).click()

    def code_in_the_email_to(self, email: str) -> str:
        tab = self.opens_the_email_to(email)
        code = tab.locator("article .code").inner_text()
        tab.close()
        return code.replace(" ", "")

    def begins_a_draft(self, title: str) -> str:
        """Its address, for those who are given it."""
        self.goes_to("/gatherings/new/")
        self.writes("What is it called?", title)
        self.presses("Begin the draft")
        return self.path

    # ---- seeing

    @property
    def path(self) -> str:
        return self.page.url.removeprefix(self.house)

    @property
    def heading(self) -> str:
        return self.page.locator("h1").inner_text()

    @property
    def message(self) -> str:
        return self.page.locator(".messages").inner_text()

    @property
    def standing(self) -> str:
        return self.page.locator(".hero .badge").inner_text()

    @property
    def fields(self) -> list[str]:
        """What a form asks: the labels of the fields that one can see."""
        return self.page.locator("main form label").all_inner_texts()

    def value_of(self, label: str) -> str:
        return self.page.get_by_label(label, exact=True).input_value()

    def sees(self, words: str | re.Pattern[str]) -> None:
        expect(self.page.get_by_text(words).first).to_be_visible()

    def does_not_see(self, words: str) -> None:
        expect(self.page.get_by_text(words)).to_have_count(0)

    def part(self, heading: str) -> Locator:
        """The section under this heading."""
        return self.page.locator("section", has=self.page.get_by_role("heading", name=heading, exact=True))

    # ---- noticing what is wrong

    def _accompany(self, page: Page) -> None:
        page.on("console", self._listen)
        page.on("pageerror", lambda error: self.troubles.append(f"{page.url}: {error}"))
        page.on("request", self._watch)

    def _listen(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and not AN_ANSWER.search(message.text):
            self.troubles.append(f"{message.location.get('url')}: {message.text}")

    def _watch(self, request: Request) -> None:
        if not request.url.startswith(f"{self.house}/"):
            self.troubles.append(f"a stranger was asked for {request.url}")

    def _looks_around(self) -> None:
        # In other letters than ours the head is higher; they may still be under way.
        self.page.evaluate(OUR_LETTERS)
        if self.page.evaluate(IS_TOO_WIDE):
            self.troubles.append(f"{self.page.url} scrolls sideways")
        head = self.page.locator(".masthead").evaluate("it => it.offsetHeight")
        if head > ROWS_OF_THE_HEAD:
            self.troubles.append(f"{self.page.url} has a head of {head} px")
