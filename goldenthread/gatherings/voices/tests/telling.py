"""Telling what was decided, for tests: the page of all e-mails, its press, and what was written."""

from django.urls import reverse

from goldenthread.outbox.models import Email

NOT_NOW = {"answer": "not_now", "reason": "The day is short.", "door": "open_hour"}
IN = {"answer": "in", "reason": "", "door": ""}


def at(name, gathering, *more):
    return reverse(f"voices:{name}", args=[gathering.slug, *more])


def written():
    return sorted(Email.objects.filter(kind__startswith="decided").values_list("address", "kind"))


def press(browser, spring, **more):
    seen = browser.get(at("telling", spring)).context["seen"]
    return browser.post(at("telling", spring), {"seen": seen} | more, follow=True)
