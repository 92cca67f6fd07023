"""Strings that break forms, and the forms of this house with what they keep."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.core.cache import cache
from django.test import Client
from django.utils.html import escape

# For words.
NAUGHTY = [
    "tea\x00time",
    "tea\udfff",
    "\u202eevil\u202c\u200b\ufeff",
    "\x01\x08\x1b[31m\x7f",
    "tea\r\nBcc: everybody@example.org\r\n\r\nHello",
    "=?utf-8?q?planted?=",
    "'; DROP TABLE people_person; -- ' OR 1=1",
    "</textarea></title></script><script>alert(1)</script><img src=x onerror=alert(1)>",
    "{{ settings.SECRET_KEY }}{% debug %}%(title)s %s %n {0} ${7*7}",
    "javascript:alert(1)",
    "👩‍👩‍👧‍👦🏳️‍🌈 لقاء Z̷̡͔͎̺͖a̸l̴g̸o ﬃ İ ß ẞ",
    "x" * 80,
    "ﷺ" * 80,
    "🧵" * 10_000,
    " ",
    "",
]
# For days, hours, numbers, choices and addresses.
ODD = [
    "\x00",
    "\ud800",
    "x" * 10_000,
    "99999999999999999999999999999999",
    "-1",
    "NaN",
    "0000-00-00",
    "0001-01-01",
    "9999-12-31",
    "[]",
    "//evil.example",
    "x" * 240 + "@example.org",
    "x\r\ny@example.org",
    "“x y”@exämple.org",
]


@dataclass(frozen=True)
class Form:
    """Where it is sent, what fits, which fields take words, and what is kept of them."""

    address: str
    good: dict[str, str]
    words: tuple[str, ...] = ()
    kept: Callable[[], Any] | None = None
    # What shows it afterwards.
    pages: tuple[str, ...] = ()
    # Fields of other kinds that are tried alone; without saying, all of them.
    alone: tuple[str, ...] = ()
    # Makes ready for the next try, and says what else is sent with it.
    fresh: Callable[[], dict[str, str]] = dict


def faults(browser: Client, form: Form) -> list[str]:
    """What went wrong when each string was written into all words at once, and into each other field alone."""
    tries = [(dict.fromkeys(form.words, text), text) for text in NAUGHTY if form.words]
    tries += [({name: text}, text) for text in ODD for name in form.alone or set(form.good) - set(form.words)]
    return [
        f"{sorted(written)} {text[:40]!r}: {fault}" for written, text in tries for fault in _try(browser, form, written)
    ]


def _try(browser: Client, form: Form, written: dict[str, str]) -> list[str]:
    cache.clear()
    answer = send(browser, form.address, form.good | form.fresh() | written)
    words = {name: arrived(text) for name, text in written.items() if name in form.words}
    if answer.status_code >= 500:
        return [str(answer.status_code)]
    if answer.status_code == 422:
        typed = answer.content.decode()
        return [f"{name} is lost" for name, text in words.items() if escape(text) not in typed]
    if answer.status_code != 302:
        return []
    kept = form.kept() if form.kept else {}
    wrong = [f"{page} {status}" for page in form.pages if (status := browser.get(page).status_code) >= 500]
    return wrong + [f"{name} became {kept[name]!r:.200}" for name, text in words.items() if kept[name] != text.strip()]


def send(browser: Client, address: str, fields: dict[str, str]) -> Any:
    """As a browser would, and also what no browser would: halves of characters."""
    return browser.post(
        address, urlencode(fields, errors="surrogatepass"), content_type="application/x-www-form-urlencoded"
    )


def arrived(text: str) -> str:
    """What is left of halves of characters, which UTF-8 does not know."""
    return text.encode(errors="surrogatepass").decode(errors="replace")
