"""Somebody who has never been there, and books by form: as a browser does it that loads neither pictures nor scripts.

The booking is made when the answer to the last press says where it can be seen; nobody goes there.
"""

import http.client
import json
import re
from dataclasses import dataclass, field
from urllib.parse import urlencode, urljoin, urlsplit

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
TICKET = re.compile(r'name="(item_\d+)"')
INDICO_TOKEN = re.compile(r'id="csrf-token"[^>]*content="([^"]+)"|content="([^"]+)"[^>]*id="csrf-token"')
A_BROWSER_GIVES_UP, STEPS = 20, 6
# Indico asks this of whoever has no session yet.
NO_SESSION = "00000000-0000-0000-0000-000000000000"
OUR_FORM, PRETIX_SHOP, INDICO_FORM = "/gatherings/launch/booking/", "/bench/launch/", "/event/1/registrations/1/"


class Refused(Exception):
    """It was not booked: the last status, and where that was."""


@dataclass
class Answer:
    status: int
    where: str
    text: str
    leads_to: str


@dataclass
class Visitor:
    host: str
    cookies: dict[str, str] = field(default_factory=dict)
    asked: int = 0

    def __post_init__(self) -> None:
        place = urlsplit(f"//{self.host}")
        self.line = http.client.HTTPConnection("127.0.0.1", place.port, timeout=120)

    def ask(self, where: str, body: str | None = None, **headers: str) -> Answer:
        headers = {name.replace("_", "-"): value for name, value in headers.items()}
        told = {"Host": self.host, "Accept": "text/html", "Accept-Language": "en"} | headers
        if self.cookies:
            told["Cookie"] = "; ".join(f"{name}={word}" for name, word in self.cookies.items())
        self.line.request("GET" if body is None else "POST", where, body, told)
        answer = self.line.getresponse()
        text = answer.read().decode()
        self.asked += 1
        for cookie in answer.headers.get_all("Set-Cookie", []):
            name, _, word = cookie.partition(";")[0].partition("=")
            self.cookies[name] = word
        leads_to = urlsplit(urljoin(where, answer.headers.get("Location", "")))
        return Answer(
            answer.status, where, text, f"{leads_to.path}?{leads_to.query}" if leads_to.query else leads_to.path
        )

    def go(self, where: str) -> Answer:
        return self.follow(self.ask(where))

    def follow(self, answer: Answer) -> Answer:
        for _ in range(A_BROWSER_GIVES_UP):
            if answer.status not in {301, 302, 303}:
                break
            answer = self.ask(answer.leads_to)
        if answer.status != 200:
            raise Refused(f"{answer.status} at {answer.where}")
        return answer

    def press(self, page: Answer, where: str, fields: dict[str, str]) -> Answer:
        body = urlencode(fields | {"csrfmiddlewaretoken": found(TOKEN, page)})
        return self.ask(where, body, Content_Type="application/x-www-form-urlencoded")


def found(what: re.Pattern[str], page: Answer) -> str:
    if not (match := what.search(page.text)):
        raise Refused(f"{page.status} at {page.where}, without {what.pattern}")
    return next(group for group in match.groups() if group)


def book_with_us(visitor: Visitor, email: str) -> None:
    visitor.go(OUR_FORM)
    body = urlencode({"name": "Bench", "email": email})
    answer = visitor.ask(OUR_FORM, body, Content_Type="application/x-www-form-urlencoded")
    if answer.status != 302:
        raise Refused(f"{answer.status} at {OUR_FORM}")


def book_with_pretix(visitor: Visitor, email: str) -> None:
    """Into the cart, to the checkout, and through whatever it asks until there is an order."""
    page = visitor.go(PRETIX_SHOP)
    visitor.follow(visitor.press(page, f"{PRETIX_SHOP}cart/add", {found(TICKET, page): "1"}))
    page = visitor.go(f"{PRETIX_SHOP}checkout/start")
    for _ in range(STEPS):
        answer = visitor.press(page, page.where, {"email": email})
        if "/order/" in answer.leads_to:
            return
        page = visitor.follow(answer)
    raise Refused(f"{page.status} at {page.where}")


def book_with_indico(visitor: Visitor, email: str) -> None:
    register(visitor, email, found(INDICO_TOKEN, visitor.go(INDICO_FORM)))


def press_only_with_indico(visitor: Visitor, email: str) -> None:
    """Without ever having seen the form."""
    register(visitor, email, NO_SESSION)


def register(visitor: Visitor, email: str, token: str) -> None:
    about = json.dumps({"email": email, "first_name": "Bench", "last_name": "Bench"})
    answer = visitor.ask(
        INDICO_FORM, about, Content_Type="application/json", X_CSRF_Token=token, X_Requested_With="XMLHttpRequest"
    )
    if answer.status != 200 or '"redirect"' not in answer.text:
        raise Refused(f"{answer.status} at {INDICO_FORM}")
