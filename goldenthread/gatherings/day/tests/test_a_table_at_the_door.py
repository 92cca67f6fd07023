"""Whoever comes in late has a table at once; two of one name are told apart, and hosts read the word of the day."""

import pytest

from goldenthread.gatherings.day.models import Standing
from goldenthread.gatherings.tables.mine import my_tables
from goldenthread.people.models import Person

BEGUN = "This round has begun. A host will find you a seat: please ask."


@pytest.fixture
def host(client, ada, now):
    client.force_login(ada)
    return client


def messages(answer):
    return [str(message) for message in answer.context["messages"]]


def test_a_walk_in_has_a_table_in_the_rounds_to_come_and_the_host_reads_where(host, send, sat):
    answer = send("arrivals/walk-ins/", {"name": "Zoe Larkspur", "once": "door"}, follow=True)

    assert messages(answer) == ["Zoe Larkspur is here. Round 2: Table 1."]


def test_who_had_no_table_has_one_once_they_are_here(send, sat, bos):
    before = [sitting.why for sitting in my_tables(bos)]
    send(f"of/{bos.key}/arrival/")

    assert before == [
        BEGUN,
        "You don’t have a table yet: you’ll get one once you’re here. Press “I am here”, or say hello to a host.",
    ]
    assert [sitting.why for sitting in my_tables(bos)] == [BEGUN, ""]


def test_the_chair_of_who_left_is_free(sat, press, send, host):
    for name in ("Ann", "Cat"):
        press(sat[name], Standing.LEFT, 5)
    sat["Ann"].gathering.arrangement.tables.update(most=2)
    answer = send("arrivals/walk-ins/", {"name": "Zoe Larkspur", "once": "door"}, follow=True)

    # At the other table both chairs are taken, and at this one nobody sits any more.
    assert messages(answer) == ["Zoe Larkspur is here."]


def test_hosts_read_the_word_of_the_day(host, ask, sheet):
    words = "The word of the day is <strong"
    pages = ["", "arrivals/"]

    assert [(words in page, "Golden Kettle" in page) for page in (ask(at).content.decode() for at in pages)] == [
        (True, True)
    ] * 2


def test_without_one_they_are_led_to_it(host, ask, today):
    assert "Choose a word of the day" in ask("arrivals/").content.decode()


@pytest.fixture
def two_bens(sat):
    """Cat goes by Ben, too; both have told nobody more than a first name."""
    Person.objects.filter(pk__in=[sat["Ben"].person_id, sat["Cat"].person_id]).update(joined_at=None)
    Person.objects.filter(pk=sat["Cat"].person_id).update(name="Ben Weir", chosen_name="")
    return sat


def test_two_of_one_first_name_are_told_apart_by_their_table(seat, ask, client):
    people = seat({1: {1: "Ann Ben Cat", 2: "Dot Eli"}, 2: {1: "Ann Ben Dot", 2: "Cat Eli"}})
    Person.objects.filter(pk__in=[people["Ben"].person_id, people["Cat"].person_id]).update(joined_at=None)
    Person.objects.filter(pk=people["Cat"].person_id).update(name="Ben Moon")
    names = [neighbour.name for neighbour in my_tables(people["Ann"])[0].neighbours]

    assert names == ["Ben (the one at Table 1 in “Round 2”)", "Ben (the one at Table 2 in “Round 2”)"]
    assert [neighbour.name for neighbour in my_tables(people["Ann"])[1].neighbours if "Ben" in neighbour.name] == [
        "Ben"
    ]


def test_hosts_tell_them_apart_by_the_address(host, ask, two_bens):
    page = ask("arrivals/").content.decode()

    assert "<bdi>Ben Weir (ben@example.org)</bdi>" in page
    assert "<bdi>Ben Weir (cat@example.org)</bdi>" in page
    assert "<bdi>Ann Weir</bdi>" in page
    assert "Ben Weir (cat@example.org)</option>" in ask("slips/").content.decode()
