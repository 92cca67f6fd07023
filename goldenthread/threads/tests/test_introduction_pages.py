"""Introductions, as people come to them: nothing of the other is shown before both have said yes."""

from datetime import timedelta

import pytest
from django.test import Client

from goldenthread.kit import clock
from goldenthread.people.models import Introductions, Portrait
from goldenthread.threads import chores, introducing
from goldenthread.threads.keep_apart import keep_apart
from goldenthread.threads.mine import key_of_tie
from goldenthread.threads.models import Asking, Encounter, Introduction

HOME = "/me/thread/introductions/"
MADE = "Thank you. We are asking them both, each on their own."


def browser_of(person):
    browser = Client()
    browser.force_login(person)
    return browser


@pytest.fixture
def cy_knows_both(ada, bo, cy, met):
    met(cy, ada)
    met(cy, bo)
    return browser_of(cy)


@pytest.fixture
def sent(ada, bo, cy):
    return {"one": key_of_tie(cy.pk, ada.pk), "other": key_of_tie(cy.pk, bo.pk), "why": "You both bake."}


@pytest.fixture
def open_question(ada, bo, cy):
    """Cy introduced Ada and Bo, and both have their e-mail."""
    now = clock.now()
    introducing.introduce(ada, bo, by=cy, why="You both bake.", at=now, is_wanted=True)
    chores.ask(now)
    return {asking.person: f"{HOME}{asking.key}/" for asking in Asking.objects.all()}


def test_somebody_who_knows_both_introduces_them(cy_knows_both, ada, bo, sent):
    answer = cy_knows_both.post(f"{HOME}new/", sent, follow=True)

    assert set(Asking.objects.values_list("person", flat=True)) == {ada.pk, bo.pk}
    assert [MADE in answer.content.decode(), "You both bake." in answer.content.decode()] == [True, True]


def test_a_hundred_introductions_by_one_person_wait_until_tomorrow(cy_knows_both, sent):
    answers = [cy_knows_both.post(f"{HOME}new/", sent | {"why": f"Because {number}"}) for number in range(11)]
    assert [answer.status_code for answer in answers] == [302] * 10 + [422]
    assert "Because 10" in answers[-1].content.decode()


@pytest.mark.parametrize("why_not", ["a wish", "a thread", "in peace"])
def test_whoever_introduces_learns_nothing_of_those_who_are_not_asked(cy_knows_both, ada, bo, sent, begun, why_not):
    make_so = {
        "a wish": lambda: keep_apart(bo, ada),
        "a thread": lambda: begun(ada, bo),
        "in peace": lambda: Portrait.objects.create(person=bo, introductions=Introductions.NO),
    }
    make_so[why_not]()

    answer = cy_knows_both.post(f"{HOME}new/", sent, follow=True)

    assert (MADE in answer.content.decode(), Asking.objects.count()) == (True, 0)


@pytest.mark.parametrize("change", [{"why": ""}, {"one": ""}, {"other": "nobody"}, {"why": "x" * 601}])
def test_what_is_missing_is_said_and_nothing_is_lost(cy_knows_both, sent, change):
    answer = cy_knows_both.post(f"{HOME}new/", sent | change)

    assert (answer.status_code, Introduction.objects.count()) == (422, 0)


def test_one_person_cannot_be_introduced_to_themselves(cy_knows_both, sent):
    answer = cy_knows_both.post(f"{HOME}new/", sent | {"other": sent["one"]})

    assert "Please choose two different people." in answer.content.decode()


def test_two_people_are_needed(ada):
    assert "You need to have met two people first." in browser_of(ada).get(f"{HOME}new/").content.decode()


def test_the_way_from_somebodys_page_names_them(cy_knows_both, sent):
    page = cy_knows_both.get(f"{HOME}new/?one={sent['one']}").content.decode()

    assert f'<option value="{sent["one"]}" selected>Ada Foxglove</option>' in page


def test_before_both_say_yes_nothing_of_the_other_is_shown(ada, bo, open_question):
    Portrait.objects.create(person=bo, brings="A choir", brings_audience="everyone")
    pages = [open_question[ada], HOME, "/me/thread/", "/me/everything/", "/me/everything.json"]

    shown = "".join(browser_of(ada).get(page).content.decode() for page in pages)

    assert [word in shown for word in ("You both bake.", "Hazelmoor", "bo@example.org", "choir")] == [
        True,
        False,
        False,
        False,
    ]


def test_nothing_of_an_answer_is_shown_to_anybody_else(ada, bo, cy, open_question):
    before = [browser_of(person).get(HOME).context["made"].count() for person in (cy,)]
    browser_of(ada).post(open_question[ada], {"answer": "no"})

    mine = browser_of(bo).get(open_question[bo])
    theirs = browser_of(cy).get(HOME).content.decode()
    assert (mine.status_code, mine.context["may_answer"], before) == (200, True, [1])
    assert [word in theirs for word in ("Foxglove", "Hazelmoor", "Not now")] == [False, False, False]


def test_yes_and_yes_lead_to_the_thread(ada, bo, open_question):
    browser_of(ada).post(open_question[ada], {"answer": "yes", "reach": "Ring after six"})
    answer = browser_of(bo).post(open_question[bo], {"answer": "yes"}, follow=True)

    page = answer.content.decode()
    assert [word in page for word in ("Ada Foxglove", "Ring after six", "Introduced by Cy")] == [True] * 3
    assert browser_of(ada).get(open_question[ada])["Location"] == f"/me/thread/{key_of_tie(ada.pk, bo.pk)}/"


@pytest.mark.parametrize(
    ("choice", "words"), [("no", "Nobody else knows."), ("not_now", "say yes later"), ("yes", "If you both say yes")]
)
def test_every_answer_is_thanked_for(ada, open_question, choice, words):
    answer = browser_of(ada).post(open_question[ada], {"answer": choice}, follow=True)

    assert words in answer.content.decode()


@pytest.mark.parametrize("sent", [{"answer": "perhaps"}, {}, {"answer": "yes", "reach": "x" * 301}])
def test_an_answer_that_is_none_is_asked_for_again(ada, open_question, sent):
    answer = browser_of(ada).post(open_question[ada], sent)

    assert (answer.status_code, Asking.objects.exclude(answer="").count()) == (422, 0)


def test_after_a_no_there_is_nothing_more_to_answer(ada, open_question):
    browser = browser_of(ada)
    browser.post(open_question[ada], {"answer": "no"})

    answers = browser.get(open_question[ada]), browser.post(open_question[ada], {"answer": "yes"})

    assert ("This is over." in answers[0].content.decode(), answers[1].status_code) == (True, 403)


def test_nobody_else_may_answer(bo, cy, ada, open_question):
    assert [browser_of(person).get(open_question[ada]).status_code for person in (bo, cy)] == [404, 404]


def test_a_page_that_no_email_told_of_is_not_there(ada, bo, cy):
    introducing.introduce(ada, bo, by=cy, why="You both bake.", at=clock.now(), is_wanted=True)

    assert browser_of(ada).get(f"{HOME}{Asking.objects.get(person=ada).key}/").status_code == 404


@pytest.fixture
def three_weeks_later(ada, bo, open_question):
    """Both said yes; three weeks have passed, and both have an e-mail with a question."""
    browser_of(ada).post(open_question[ada], {"answer": "yes"})
    browser_of(bo).post(open_question[bo], {"answer": "yes"})
    chores.ask_whether_they_met(clock.now() + timedelta(days=22))
    return open_question


@pytest.mark.parametrize(("met", "encounters"), [("yes", 1), ("no", 0), ("", 0)])
def test_one_question_three_weeks_later(ada, three_weeks_later, met, encounters):
    page = three_weeks_later[ada]
    browser = browser_of(ada)
    asks = [browser.get(where).content.decode() for where in (page, HOME, "/me/thread/")]

    browser.post(f"{page}meeting/", {"met": met})

    assert ["Did you meet?" in shown for shown in asks] == [True, True, True]
    assert (Encounter.objects.count(), browser.get(page).status_code) == (encounters, 302)


def test_it_is_asked_once(ada, three_weeks_later):
    browser, page = browser_of(ada), f"{three_weeks_later[ada]}meeting/"
    browser.post(page, {"met": "no"})

    assert browser.post(page, {"met": "yes"}).status_code == 404


def test_suggestions_are_paused_with_one_press(ada):
    Portrait.objects.create(person=ada, introductions=Introductions.YES)
    browser = browser_of(ada)
    before = browser.get(HOME).content.decode()

    after = browser.post(f"{HOME}pause/", follow=True).content.decode()

    assert ("Once a month at most" in before, "Once a month at most" in after) == (True, False)
    assert Portrait.objects.get(person=ada).introductions == Introductions.NOT_NOW
