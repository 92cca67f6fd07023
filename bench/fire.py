"""What bookings are put through: a house that is killed, clients who go on asking, and somebody who counts afterwards."""

import http.client
import json
import os
import random
import re
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urlencode

from bench.processes import first_answer, kill
from bench.start import REPOSITORY

FORM = "/gatherings/launch/booking/"
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')


@dataclass
class House:
    """A house that really runs, and in which everybody can be killed at once."""

    folder: Path
    port: int
    workers: int = 4
    # Python that runs in the server before anything else: how a control is made careless.
    before: str = ""
    kills: int = 0
    process: subprocess.Popen[bytes] | None = None

    def open(self) -> None:
        where = {"DATA_DIR": str(self.folder), "PYTHONPATH": str(REPOSITORY)}
        environment = os.environ | where | {"DJANGO_SETTINGS_MODULE": "bench.rush"}
        program = ["-c", f"{self.before}\nfrom goldenthread.__main__ import main; main()"]
        command = [sys.executable, *(program if self.before else ["-m", "goldenthread"]), "serve", "--sample"]
        self.folder.mkdir(exist_ok=True)
        with (self.folder.parent / "house.log").open("ab") as log:
            self.process = subprocess.Popen(
                [*command, "--port", str(self.port), "--workers", str(self.workers)], env=environment, stdout=log, stderr=log,
                cwd=self.folder.parent, start_new_session=True,
            )  # fmt: skip
        first_answer(f"http://127.0.0.1:{self.port}/-/health")

    def web(self) -> list[int]:
        """Those who answer, without the worker who writes e-mails: they have children of their own."""
        if not self.process:
            return []
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        return [int(child) for child in children if Path(f"/proc/{child}/task/{child}/children").read_text().split()]

    def kill(self) -> None:
        """Everybody at once, without a word."""
        self.kills += 1
        if self.process:
            kill(self.process.pid)
            self.process.wait()

    def close(self) -> None:
        if self.process and self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(30)
            except subprocess.TimeoutExpired:
                self.kill()

    @contextmanager
    def is_open(self) -> Iterator[None]:
        self.open()
        try:
            yield
        finally:
            self.close()


class Browser:
    """Somebody's browser, on one connection, who presses again until there is an answer."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.line = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self.cookies: dict[str, str] = {}
        self.token = ""
        self.retries = 0

    def ask(self, path: str, fields: dict[str, str] | None = None) -> http.client.HTTPResponse:
        body = None if fields is None else urlencode(fields | {"csrfmiddlewaretoken": self.token})
        return self._send(path, body, {"Content-Type": "application/x-www-form-urlencoded"} if body else {})

    def tell(self, path: str, what: object) -> http.client.HTTPResponse:
        """As a script of the page does it."""
        return self._send(path, json.dumps(what), {"Content-Type": "application/json", "X-CSRFToken": self.token})

    def _send(self, path: str, body: str | None, headers: dict[str, str]) -> http.client.HTTPResponse:
        headers["Host"] = f"localhost:{self.port}"
        if self.cookies:
            headers["Cookie"] = "; ".join(f"{name}={word}" for name, word in self.cookies.items())
        self.line.request("GET" if body is None else "POST", path, body, headers)
        answer = self.line.getresponse()
        answer.text = answer.read().decode()  # type: ignore[attr-defined]
        for cookie in answer.headers.get_all("Set-Cookie", []):
            name, _, word = cookie.partition(";")[0].partition("=")
            self.cookies[name] = word
        return answer

    def look(self, page: str = FORM) -> None:
        """And take its token; the form that strangers share has none, and needs none."""
        found = TOKEN.search(self.ask(page).text)  # type: ignore[attr-defined]
        self.token = found[1] if found else ""

    def press(self, path: str, fields: dict[str, str], *, until: float, after: str = "") -> int:
        """The status of the answer, after however many tries; 0 when time was over. `after` is a page with a token."""
        while time.monotonic() < until:
            try:
                if after:
                    self.look(after)
                status = self.ask(path, fields).status
            except (OSError, http.client.HTTPException):
                self.line.close()
                status = 0
            if status and status < 500:
                return status
            self.retries += 1
            time.sleep(0.05)
        return 0


@dataclass
class Told:
    """What the clients were told."""

    acknowledged: set[str] = field(default_factory=set)
    statuses: Counter[int] = field(default_factory=Counter)
    waits: list[float] = field(default_factory=list)
    retries: int = 0
    seconds: float = 0.0

    def percentile(self, share: float) -> float:
        waits = sorted(self.waits)
        return waits[min(len(waits) - 1, int(len(waits) * share))] * 1000 if waits else 0.0


def rush(
    port: int, clients: int, emails: list[str], *, seconds: float, told: Told,
    then: Callable[[Browser, str], object] = lambda *_: None,
) -> Told:  # fmt: skip
    """So many browsers ask for a place for each of these addresses; every one is asked for until it is answered."""
    lock, todo, until = threading.Lock(), iter(emails), time.monotonic() + seconds

    def go() -> None:
        browser = Browser(port)
        while email := taken(todo, lock):
            begun = time.perf_counter()
            status = browser.press(FORM, {"name": "Rush", "email": email}, until=until)
            with lock:
                told.waits.append(time.perf_counter() - begun)
                told.statuses[status] += 1
                told.acknowledged |= {email} if status == HTTPStatus.FOUND else set()
            then(browser, email)
        told.retries += browser.retries

    told.seconds = at_once(clients, go)
    return told


def at_once(clients: int, go: Callable[[], None]) -> float:
    """So many of them at a time; the seconds until the last is done."""
    threads = [threading.Thread(target=go) for _ in range(clients)]
    begun = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return time.perf_counter() - begun


def taken(todo: Iterator[str], lock: threading.Lock) -> str | None:
    with lock:
        return next(todo, None)


def interrupted(house: House, kills: int, told: Callable[[], int], attempts: int, stop: threading.Event) -> None:
    """Kill everybody, and open again, each time that another share of the attempts was answered."""
    for number in range(1, kills + 1):
        goal = attempts * number / (kills + 1)
        while told() < goal and not stop.wait(0.02):
            pass
        if stop.is_set():
            return
        time.sleep(random.random() * 0.05)
        house.kill()
        house.open()
