from collections.abc import Callable
from functools import partial

import pytest
from django.apps import apps
from django.test import Client

from goldenthread.journal.models import Entry
from goldenthread.journal.reading import TOOK
from goldenthread.outbox.models import Email
from goldenthread.people.signing_in import email_link
from goldenthread.people.urls import pages


@pytest.fixture
def places(ada, client):
    """Every address of this room, leading to something that is there."""
    client.post("/sign-in/", {"email": ada.email})
    numbered = {"<int:pk>": str(Email.objects.get().pk), "<str:token>": email_link(ada).split("/")[3]}
    return {str(page.pattern): fill(f"/{page.pattern}", numbered) for page in pages}


@pytest.fixture(params=["nobody", "ada"])
def somebody(request, ada):
    browser = Client()
    doings: dict[str, Callable[[], None]] = {"nobody": browser.logout, "ada": partial(browser.force_login, ada)}
    doings[request.param]()
    return browser


@pytest.mark.parametrize("pattern", [str(page.pattern) for page in pages])
def test_no_get_changes_a_row(somebody, places, pattern):
    before = everything()

    answer = somebody.get(places[pattern])

    assert (everything() == before, answer.status_code < 500) == (True, True)


def test_a_change_of_a_row_would_be_noticed(client, ada):
    before = everything()

    client.post("/sign-in/", {"email": ada.email})

    assert everything() != before


def fill(address, parts):
    for name, value in parts.items():
        address = address.replace(name, value)
    return address


def everything():
    """All rows of all tables that a model speaks for, but for what the journal tells of readings."""
    rows = {model._meta.label: sorted(map(repr, model._default_manager.values_list())) for model in apps.get_models()}
    entries = Entry.objects.exclude(did__startswith=TOOK).values_list()
    return rows | {"journal.Entry": sorted(map(repr, entries))}
