"""What programs do that look at an e-mail before its reader does. A page behind a link must stand all of it."""

import time
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

from django.test import Client

from goldenthread.kit.replying import SOONEST, stamp


class Page(HTMLParser):
    """The links of a page, and its forms: where each goes, and what its first button would send."""

    def __init__(self, html):
        super().__init__()
        self.links, self.forms, self._form = [], [], None
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag == "a" and given.get("href"):
            self.links.append(given["href"])
        if tag == "form":
            self._form = {"action": given.get("action") or "", "method": given.get("method", "get"), "typed": {}}
            self.forms.append(self._form)
        if tag in {"input", "button", "textarea", "select"} and self._form is not None and given.get("name"):
            self._form["typed"].setdefault(given["name"], given.get("value") or "on")

    def handle_endtag(self, tag):
        if tag == "form":
            self._form = None


def fetch(path):
    return Client().get(path)


def head(path):
    return Client().head(path)


def follow_every_link(path):
    """On this site, as they stand on the page."""
    browser = Client()
    there = [urljoin(path, link) for link in Page(browser.get(path).content.decode()).links]
    return [browser.get(link) for link in there if not urlsplit(link).scheme and "#" not in link]


def press_the_first_form(path):
    """The hostile one: as soon as it has the page."""
    browser = Client()
    presses = [form for form in Page(browser.get(path).content.decode()).forms if form["method"] == "post"]
    return [browser.post(urljoin(path, form["action"]), form["typed"]) for form in presses[:1]]


SCANNERS = (fetch, head, follow_every_link, press_the_first_form)


def changed_by_scanners(path, rows):
    """The names of those that changed something, to be none: `rows` is asked before, and after each of them."""
    changed, before = [], list(rows())
    for scan in SCANNERS:
        scan(path)
        if list(rows()) != before:
            changed.append(scan.__name__)
    return changed


def read(**typed):
    """What the form of somebody brings who took the time to read."""
    return {"shown_at": stamp(time.time() - SOONEST - 1), **typed}
