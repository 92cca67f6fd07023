"""My thread: the people I have met, in time, for nobody but me."""

from dataclasses import replace
from datetime import timedelta

import pytest

from goldenthread.people.models import Audience, Hat, Person, Portrait
from goldenthread.threads.in_words import how_often
from goldenthread.threads.mine import key_of_tie, tie_with, ties_of
from goldenthread.threads.models import Side, Where


@pytest.fixture
def bo_is_in(client, bo):
    client.force_login(bo)
    return client


@pytest.fixture
def with_ada(bo, ada):
    return f"/me/thread/{key_of_tie(bo.pk, ada.pk)}/"


def shown(browser, page="/me/thread/"):
    return browser.get(page).content.decode()


def test_it_invites_whoever_has_met_nobody(bo_is_in):
    assert "It begins with the first person you meet." in shown(bo_is_in)


def test_the_newest_place_comes_first_and_everybody_once(bo_is_in, ada, cy, met, autumn, noon):
    bo = Person.objects.get(email="bo@example.org")
    met(bo, ada)
    met(bo, cy, where=autumn, at=noon + timedelta(days=100))
    met(bo, ada, where=autumn, at=noon + timedelta(days=100))

    knots = bo_is_in.get("/me/thread/").context["knots"]

    assert [(knot.where, [seen.name for _tie, seen in people]) for knot, people in knots] == [
        ("An autumn evening", ["Cy Kestrelby"]),
        ("A spring day", ["Ada Foxglove"]),
    ]


def test_a_thread_is_told_with_its_day(bo_is_in, bo, ada, begun):
    begun(bo, ada)

    page = shown(bo_is_in)

    assert ('class="tied"' in page, "2 March 2026" in page) == (True, True)


def test_whom_i_keep_near_comes_first(bo_is_in, bo, ada, cy, met):
    met(bo, ada)
    met(bo, cy)
    Side.objects.create(owner=bo, whom=cy, is_near=True)

    context = bo_is_in.get("/me/thread/").context

    assert [seen.name for _tie, seen in context["near"]] == ["Cy Kestrelby"]
    assert [seen.name for _knot, people in context["knots"] for _tie, seen in people] == ["Ada Foxglove"]


def test_many_stand_on_several_pages(bo_is_in, bo, met, spring_day):
    people = Person.objects.bulk_create(Person(name=f"Person {number}", password="!") for number in range(61))
    [met(bo, person) for person in people]

    pages = [bo_is_in.get(f"/me/thread/?page={page}").context["page"] for page in ("1", "2", "nonsense")]

    assert [len(page.object_list) for page in pages] == [60, 1, 60]


@pytest.mark.parametrize("how_many", [1, 3])
def test_it_costs_the_same_for_however_many(bo_is_in, bo, met, how_many, django_assert_num_queries):
    people = Person.objects.bulk_create(Person(name=f"Person {number}", password="!") for number in range(how_many))
    [met(bo, person) for person in people]
    Hat.objects.bulk_create(Hat(person=person, sector="health", audience=Audience.MET) for person in people)

    with django_assert_num_queries(15):
        bo_is_in.get("/me/thread/")


def test_each_shows_what_they_chose_to_share(bo_is_in, bo, ada, cy, met, with_ada):
    Portrait.objects.create(person=ada, brings="Bread", brings_audience="met", looks_for="Salt")
    Portrait.objects.filter(person=ada).update(looks_for_audience="only_me")
    met(bo, ada)

    page = shown(bo_is_in, with_ada)

    assert [word in page for word in ("Bread", "Salt")] == [True, False]


def test_i_see_what_they_see_of_me(bo_is_in, bo, ada, met, with_ada):
    Portrait.objects.create(
        person=bo, brings="A kettle", brings_audience="met", looks_for="Cups", looks_for_audience="only_me"
    )
    met(bo, ada)

    page = shown(bo_is_in, with_ada)

    assert [word in page for word in ("A kettle", "Cups")] == [True, False]


def test_every_place_is_remembered(bo_is_in, bo, ada, met, spring_day, with_ada):
    met(bo, ada)
    met(bo, ada, where=replace(spring_day, round=2, table="7"))

    page = shown(bo_is_in, with_ada)

    assert ("A spring day, round 1, Table 4" in page, "A spring day, round 2, table 7" in page) == (True, True)


def test_who_introduced_us_is_remembered(bo, ada, cy, begun):
    begun(bo, ada, where=Where("introduction:1", introduced_by=cy.pk))
    begun(bo, cy, where=Where("introduction:2"))

    assert {tie.where for tie in ties_of(bo)} == {"Introduced by Cy Kestrelby", "Introduced here"}


def test_a_place_without_a_name_is_a_gathering(bo_is_in, bo, ada, met):
    met(bo, ada, where=Where("gathering:9"))

    assert [tie.where for tie in ties_of(bo)] == ["A gathering"]


def test_my_note_is_mine_alone(bo_is_in, client, bo, ada, met, with_ada):
    met(bo, ada)
    bo_is_in.post(with_ada, {"note": "Likes marmalade"})
    mine = [shown(bo_is_in, page) for page in ("/me/thread/", with_ada, "/me/everything/", "/me/everything.json")]

    client.force_login(ada)
    theirs = ["/me/thread/", f"/me/thread/{key_of_tie(ada.pk, bo.pk)}/", "/me/everything/", "/me/everything.json"]

    assert ["Likes marmalade" in page for page in mine] == [True] * 4
    assert ["marmalade" in shown(client, page) for page in theirs] == [False] * 4


def test_what_i_write_is_lost_by_no_mistake(bo_is_in, bo, ada, met, with_ada):
    met(bo, ada)

    answer = bo_is_in.post(with_ada, {"note": "x" * 4001})

    assert (answer.status_code, "x" * 4001 in answer.content.decode(), Side.objects.count()) == (422, True, 0)


@pytest.mark.parametrize("page", ["", "reach/", "ending/"])
def test_no_address_of_mine_opens_for_others(client, bo, ada, met, page, with_ada):
    met(bo, ada)
    client.force_login(ada)

    assert client.get(f"{with_ada}{page}").status_code == 404


def test_an_address_tells_nobody_whom_it_is_about(bo, ada, with_ada):
    assert [str(person.pk) == with_ada.split("/")[-2] for person in (bo, ada)] == [False, False]


def test_somebody_i_never_met_cannot_be_told_from_nobody(bo_is_in, with_ada):
    assert bo_is_in.get(with_ada).status_code == 404


def test_what_was_kept_at_the_same_moment_is_not_written_over(bo_is_in, bo, ada, met, with_ada, monkeypatch):
    met(bo, ada)

    def meanwhile(person, key):
        tie = tie_with(person, key)
        Side.objects.create(owner=bo, whom=ada, reach="Ring me")
        return tie

    monkeypatch.setattr("goldenthread.threads.views.mine.tie_with", meanwhile)
    answer = bo_is_in.post(with_ada, {"note": "Bakes bread."})

    kept = Side.objects.get()
    assert (answer.status_code, kept.note, kept.reach) == (302, "Bakes bread.", "Ring me")


@pytest.mark.parametrize(("times", "words"), [(1, ""), (2, "You met twice"), (3, "You met 3 times")])
def test_how_often_is_said_as_people_say_it(times, words):
    assert how_often(times) == words
