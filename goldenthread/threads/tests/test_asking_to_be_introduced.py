"""Asking to be introduced to somebody whose page one has found: they are asked, and nobody learns what they keep quiet."""

import pytest
from django.test import Client

from goldenthread.kit import clock
from goldenthread.outbox.models import Email
from goldenthread.people.everything import rows_of
from goldenthread.people.merging_people import merge_people
from goldenthread.people.models import Person, Portrait
from goldenthread.people.telling import tell
from goldenthread.threads import chores
from goldenthread.threads.keep_apart import keep_apart
from goldenthread.threads.mine import key_of_tie
from goldenthread.threads.models import Asking, Introduction, Thread

SENT = {"why": "We both bake in prisons.", "reach": "Ring me"}


def browser_of(person):
    browser = Client()
    browser.force_login(person)
    return browser


def mine(client):
    """What I see of what I asked for."""
    page = client.get("/me/thread/introductions/")
    return " ".join(asking.why for asking in page.context["open"]) if page.status_code == 200 else ""


@pytest.fixture
def nia(seeks):
    nia = seeks("Nia")
    tell(nia, known={}, portrait=nia.portrait, is_to_be_found=True)
    return nia


@pytest.fixture
def ada_asks(client, ada, nia):
    client.force_login(ada)
    return lambda **more: client.post(f"/me/thread/introductions/to/{nia.portrait.token}/", SENT | more, follow=True)


@pytest.fixture
def question(ada_asks, nia):
    """What Nia is asked, when her e-mail has gone."""
    ada_asks()
    chores.ask(clock.now())
    return Asking.objects.get(person=nia)


def test_she_reads_why_and_not_who(question, nia):
    page = browser_of(nia).get(f"/me/thread/introductions/{question.key}/").content.decode()
    home = browser_of(nia).get("/me/thread/introductions/").content.decode()

    text = Email.objects.get(to=nia).text
    assert [SENT["why"] in place for place in (page, home, text)] == [True] * 3
    assert [word for word in ("Ada", "Ring me") if word in f"{page}{home}{text}"] == []


@pytest.mark.parametrize("link", ["https://evil.example/sign-in", "evil.com/login", "https:evil.com", "me@evil.com"])
def test_no_link_goes_under_our_name(ada_asks, link):
    answer = ada_asks(why=f"Your place lapses: {link}")

    assert (answer.status_code, link in answer.content.decode(), Asking.objects.count()) == (422, True, 0)


def test_her_yes_is_enough(question, ada, nia):
    browser_of(nia).post(f"/me/thread/introductions/{question.key}/", {"answer": "yes", "reach": "nia@example.org"})

    thread = Thread.objects.get()
    page = browser_of(nia).get(f"/me/thread/{key_of_tie(nia.pk, ada.pk)}/").content.decode()
    assert (set(thread.pair), thread.introduced_by) == ({ada.pk, nia.pk}, None)
    assert ("Ring me" in page, "Introduced here" in page) == (True, True)


@pytest.mark.parametrize("answer", ["no", "not_now"])
def test_any_other_answer_is_told_to_nobody(ada_asks, question, client, nia, answer):
    before = mine(client)

    browser_of(nia).post(f"/me/thread/introductions/{question.key}/", {"answer": answer})

    assert (mine(client), before, Thread.objects.exists()) == (before, "You asked to be introduced to Nia.", False)


@pytest.mark.parametrize("why_not", ["a wish", "in peace", "never said"])
def test_i_learn_nothing_of_somebody_who_is_not_asked(ada_asks, client, ada, nia, why_not):
    {
        "a wish": lambda: keep_apart(nia, ada),
        "in peace": lambda: Portrait.objects.filter(person=nia).update(introductions="no"),
        "never said": lambda: Portrait.objects.filter(person=nia).update(introductions=""),
    }[why_not]()

    page = ada_asks().content.decode()
    chores.ask(clock.now())

    assert ("You asked to be introduced to Nia." in page, "Thank you. We ask them if" in page) == (True, True)
    assert (Asking.objects.filter(person=nia).exists(), Email.objects.filter(to=nia).exists()) == (False, False)
    assert (len(rows_of(nia, Introduction)), len(rows_of(ada, Introduction))) == (0, 1)


@pytest.mark.parametrize("likes", ["yes", "no"])
def test_who_has_asked_reads_so_instead_of_the_form(ada_asks, client, nia, likes):
    Portrait.objects.filter(person=nia).update(introductions=likes)
    at = f"/me/thread/introductions/to/{nia.portrait.token}/"
    before = client.get(at).content.decode()
    ada_asks()

    pages = [client.get(page).content.decode() for page in (at, f"/people/{nia.portrait.token}/")]
    mine = client.get("/me/thread/introductions/").content.decode()
    assert ["<textarea" in page for page in (before, pages[0])] == [True, False]
    assert ("You asked on " in pages[0], SENT["why"] in pages[0]) == (True, True)
    assert ("You asked to be introduced" in pages[1], ">Ask to be introduced<" in pages[1]) == (True, False)
    assert "<strong>You asked to be introduced to Nia.</strong>" in mine


def test_twice_is_once(ada_asks):
    ada_asks()
    ada_asks()

    assert (Introduction.objects.count(), Asking.objects.count()) == (1, 2)


def test_somebody_i_have_met_i_need_not_ask(client, ada, nia, met):
    client.force_login(ada)
    met(ada, nia)

    answer = client.get(f"/me/thread/introductions/to/{nia.portrait.token}/")

    assert answer.url == f"/me/thread/{key_of_tie(ada.pk, nia.pk)}/"
    assert answer.url in client.get(f"/people/{nia.portrait.token}/").content.decode()


def test_whoever_has_no_page_for_me_is_not_there(client, ada, seeks):
    client.force_login(ada)

    assert client.get(f"/me/thread/introductions/to/{seeks('Hidden').portrait.token}/").status_code == 404


def test_it_moves_with_her_when_two_pages_become_one(question, ada, nia):
    earlier = Person.objects.create_person("Ada F.", joined_at=clock.now())

    merge_people(earlier, ada)

    [introduction] = Introduction.objects.all()
    assert (introduction.is_asked_for, introduction.by, set(introduction.pair)) == (True, earlier, {earlier.pk, nia.pk})
