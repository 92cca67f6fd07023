"""Walks through all states of all pages at once, four at a time, and remembers what was found in each."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.async_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Error,
    Page,
    Request,
    Response,
    Route,
    async_playwright,
)

from tests.journeys.looking import HEIGHT, WIDE, look
from tests.journeys.state import State

AT_ONCE = 4
# For pages that no house can be brought to show: they may not do more than the others.
POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'"


@dataclass(frozen=True)
class Furnished:
    """An open house, and what stands in it."""

    address: str
    sessions: dict[str, str] = field(default_factory=dict)
    paths: dict[str, str] = field(default_factory=dict)
    broken: dict[str, str] = field(default_factory=dict)


@dataclass
class Seen:
    """A state as it was found: how the house answered, the page as it came, and what is wrong with it."""

    status: int = 0
    html: str = ""
    wrong: list[str] = field(default_factory=list)


@dataclass
class Window:
    """A page of a browser, and the state that is being looked at in it."""

    page: Page
    seen: Seen = field(default_factory=Seen)


@dataclass
class Walk:
    """One browser for everybody. Who presses something gets a fresh window; those who only look, one after the other, share theirs.

    A window is dearer than the look through it: a process to start, styles to fetch, and axe to read anew.
    """

    houses: dict[str, Furnished]
    chromium: Path
    flags: list[str]
    axe: Path
    idle: defaultdict[tuple[str, str], list[Window]] = field(default_factory=lambda: defaultdict(list))

    def through(self, states: Iterable[State]) -> dict[State, Seen]:
        return asyncio.run(self._through(list(states)))

    async def _through(self, states: list[State]) -> dict[State, Seen]:
        doors = asyncio.Semaphore(AT_ONCE)
        async with async_playwright() as playwright:
            browser = await playwright.chromium.launch(executable_path=self.chromium, args=self.flags)
            seen = await asyncio.gather(*(self._visit(browser, doors, state) for state in states))
            await browser.close()
            self.idle.clear()
        return dict(zip(states, seen, strict=True))

    async def _visit(self, browser: Browser, doors: asyncio.Semaphore, state: State) -> Seen:
        async with doors:
            window = await self._window(browser, state)
            seen = window.seen = Seen()
            try:
                response = await self._arrive(window.page, self.houses[state.house], state)
                seen.status, seen.html = response.status, await response.text()
                seen.wrong += await look(window.page)
                keep = not state.presses
            except Error as error:
                # Of this state only; the others are walked to all the same.
                seen.wrong.append(str(error))
                keep = False
            if keep:
                self.idle[state.house, state.who].append(window)
            else:
                await window.page.context.close()
            return seen

    async def _window(self, browser: Browser, state: State) -> Window:
        if (idle := self.idle[state.house, state.who]) and not state.presses:
            window = idle.pop()
            await window.page.set_viewport_size({"width": WIDE, "height": HEIGHT})
            return window
        house = self.houses[state.house]
        context = await self._context(browser, house, state)
        await context.add_init_script(path=self.axe)
        window = Window(await context.new_page())
        accompany(window, house)
        return window

    async def _context(self, browser: Browser, house: Furnished, state: State) -> BrowserContext:
        context = await browser.new_context(
            viewport={"width": WIDE, "height": HEIGHT},
            locale="en-GB",
            # Colours that are still on their way to others would be measured half way.
            reduced_motion="reduce",
            extra_http_headers={"X-Forwarded-For": "192.0.2.1"},
        )
        if session := house.sessions.get(state.who):
            await context.add_cookies([{"name": "sessionid", "value": session, "url": house.address}])
        if waiting := house.paths.get("mixing"):
            await context.route(house.address + waiting, stand_still)
        for name, html in house.broken.items():
            await context.route(f"**/-/{name}", answer_with(html))
        return context

    async def _arrive(self, page: Page, house: Furnished, state: State) -> Response:
        response = await page.goto(house.address + state.path.format_map(Known(house.paths)))
        if state.presses:
            await page.evaluate("document.querySelectorAll('form').forEach((form) => { form.noValidate = true })")
            for label, words in state.writes.items():
                await write(page, label, words)
            for button in state.presses.split(", then "):
                async with page.expect_navigation() as navigation:
                    await page.get_by_role("button", name=button, exact=True).click()
                response = await navigation.value
        assert response
        return response


class Known(dict[str, str]):
    """Paths by name."""


async def write(page: Page, label: str, words: str) -> Any:
    """What somebody types, however long; or what a form carries along unseen; or what stands in a file that they choose."""
    hidden = page.locator(f"input[type=hidden][name='{label}']")
    where = hidden if await hidden.count() else page.get_by_label(label, exact=True)
    if await where.get_attribute("type") == "file":
        return await where.set_input_files({"name": "list.csv", "mimeType": "text/csv", "buffer": words.encode()})
    return await where.evaluate("(it, words) => { it.value = words }", words)


async def stand_still(route: Route) -> None:
    """A page that looks again by itself would leave while it is judged."""
    answer = await route.fetch()
    headers = {name: value for name, value in answer.headers.items() if name != "refresh"}
    await route.fulfill(response=answer, headers=headers)


def answer_with(html: str) -> Any:
    headers = {"Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": POLICY}
    return lambda route: route.fulfill(body=html, headers=headers)


def accompany(window: Window, house: Furnished) -> None:
    """Hear what the console says and see who is asked for anything."""

    def wrong(what: str) -> None:
        window.seen.wrong.append(what)

    def listen(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and "the server responded with a status" not in message.text:
            wrong(f"console: {message.text}")

    def watch(request: Request) -> None:
        if not request.url.startswith(f"{house.address}/"):
            wrong(f"a third party is asked: {request.url}")

    def hear_of(response: Response) -> None:
        if response.status >= 400 and not response.request.is_navigation_request():
            wrong(f"{response.status} for {response.url}")

    window.page.on("console", listen)
    window.page.on("pageerror", lambda error: wrong(f"script: {error}"))
    window.page.on("request", watch)
    window.page.on("response", hear_of)
