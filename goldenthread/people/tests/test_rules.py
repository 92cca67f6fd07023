"""What each condition of a rule is there for."""

import pytest
from django.utils import timezone

from goldenthread.people import rules
from goldenthread.people.audience import NOT_CLOSE
from goldenthread.people.models import Audience, Finding, Hellos, Keeping, Person, Portrait

HOST, MET = frozenset({Audience.HOSTS}), frozenset({Audience.MET})


@pytest.fixture
def on_paper(home):
    return Person.objects.create_person("A name on paper")


def test_who_kept_the_house_once_holds_it_no_more(kim, ada):
    Keeping.objects.create(person=ada, until="2022-12-01T09:00Z")

    assert rules.may_leave(kim) is False


def test_that_others_are_to_be_found_opens_no_page(ada, bo, cy):
    Finding.objects.create(person=cy)

    assert [rules.may_see_page(ada, of, NOT_CLOSE) for of in (bo, cy)] == [False, True]


def test_only_members_find_somebody(cy, on_paper):
    Finding.objects.create(person=cy)

    assert rules.may_see_page(on_paper, cy, NOT_CLOSE) is False


@pytest.mark.parametrize(("near", "may"), [(HOST, True), (MET, False), (NOT_CLOSE, False)])
def test_a_host_may_hand_a_code_to_a_name_on_paper(near, may, ada, on_paper):
    assert rules.may_print_code(ada, on_paper, near) is may


@pytest.mark.parametrize(
    "facts", [{"joined_at": "2026-03-02T09:00Z"}, {"email": "pat@example.org"}, {"is_active": False}]
)
def test_no_code_is_printed_for_who_came_or_can_be_written_to_or_is_gone(facts, kim, on_paper):
    Person.objects.filter(pk=on_paper.pk).update(**facts)
    on_paper.refresh_from_db()

    assert rules.may_print_code(kim, on_paper, HOST) is False


@pytest.mark.parametrize(
    ("lets", "near", "may"),
    [
        (Hellos.MEMBERS, NOT_CLOSE, True),
        (Hellos.MET, MET, True),
        (Hellos.MET, HOST, False),
        (Hellos.NOBODY, MET, False),
    ],
)
def test_hello_is_said_to_whoever_lets_one(lets, near, may, ada, bo):
    Portrait.objects.create(person=bo, hellos=lets)

    assert rules.may_say_hello(ada, bo, near, timezone.now()) is may


@pytest.mark.parametrize("facts", [{"joined_at": None}, {"email": None}, {"is_active": False}])
def test_hello_is_said_between_members_whom_emails_reach(facts, ada, bo, cy):
    for person in (bo, cy):
        Portrait.objects.create(person=person, hellos=Hellos.MEMBERS)
    Person.objects.filter(pk=bo.pk).update(**facts)
    bo.refresh_from_db()

    may = [rules.may_say_hello(by, to, NOT_CLOSE, timezone.now()) for by, to in [(ada, bo), (bo, cy), (ada, cy)]]

    assert may == [False, False, True]


def test_nobody_says_hello_to_themselves(bo):
    Portrait.objects.create(person=bo, hellos=Hellos.MEMBERS)

    assert rules.may_say_hello(bo, bo, NOT_CLOSE, timezone.now()) is False
