"""An answer to a hello is called one, shows what it answers, and gives away nothing that was not passed on."""

import pytest
from django.test import Client

from goldenthread.outbox.models import Email
from goldenthread.people.models import Hellos, Person
from goldenthread.threads.keep_apart import keep_apart

WORDS = {"words": "I bake, too."}


def browser_of(person):
    browser = Client()
    browser.force_login(person)
    return browser


@pytest.fixture
def nia(somebody):
    nia = somebody("Nia", hellos=Hellos.MEMBERS)
    Person.objects.filter(pk=nia.pk).update(email="nia@example.org")
    return nia


@pytest.fixture
def ada_writes(ada, nia):
    """And the address at which Nia may answer."""

    def ada_writes():
        browser_of(ada).post(f"/people/{nia.portrait.token}/hello/", WORDS)
        return f"/people/{ada.portrait.token}/hello/"

    return ada_writes


def test_an_answer_is_no_first_hello(ada_writes, nia):
    to_ada, nias = ada_writes(), browser_of(nia)

    page = nias.get(to_ada).content.decode()
    nias.post(to_ada, WORDS)

    assert [words in page for words in ("I bake, too.", "Answer <bdi>Ada Foxglove</bdi>", "Say hello to")] == [1, 1, 0]
    subjects = Email.objects.filter(kind=Email.HELLO).order_by("pk").values_list("subject", flat=True)
    assert list(subjects) == ["Ada Foxglove says hello", "Nia answers your hello"]


def test_of_a_hello_that_was_not_passed_on_nobody_hears(ada_writes, ada, nia):
    keep_apart(nia, ada)

    page = browser_of(nia).get(ada_writes()).content.decode()

    assert ("I bake, too." in page, "Say hello to" in page) == (False, True)


def test_who_said_hello_reads_to_whom_among_everything_about_them(ada_writes, ada, nia):
    ada_writes()

    mine, hers = [browser_of(person).get("/me/everything/").content.decode() for person in (ada, nia)]

    assert ('<dd dir="auto">Nia</dd>' in mine or ">Nia<" in mine, ">Ada Foxglove</dd>" in hers) == (True, False)
