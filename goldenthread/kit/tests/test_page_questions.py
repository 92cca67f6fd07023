"""A commit that has nothing to do with a kept page leaves it as it is; any other throws it away."""

from datetime import UTC, datetime

import pytest

from goldenthread.kit import database_version
from goldenthread.kit.models import House
from goldenthread.kit.tests import strangers
from goldenthread.kit.tests.strangers import World, moments, renders

# As in a site that runs: Django closes at each request what a transaction would keep open.
pytestmark = pytest.mark.django_db(transaction=True)
FOUNDED = datetime(2026, 1, 5, 12, tzinfo=UTC)


@pytest.fixture
def world(settings):
    settings.ROOT_URLCONF = strangers.__name__
    settings.MIDDLEWARE = strangers.MIDDLEWARE
    settings.TEMPLATES = []
    renders.clear()
    House.objects.create(pk=1, name="Ada's house", sentence="Come in", founded_at=FOUNDED)
    yield World()
    moments.clear()


def commit(world, **facts):
    House.objects.update(**facts)
    world.stamp += "+"


def test_what_it_was_made_of_is_the_same(world, django_assert_num_queries):
    first = world.ask("/house/")
    commit(world, sentence="Do come in")

    with django_assert_num_queries(1):
        again = world.ask("/house/")

    assert (renders, again) == (["/house/"], first)


def test_and_is_asked_once_for_each_commit(world, django_assert_num_queries):
    world.ask("/house/")
    commit(world, sentence="Do come in")
    world.ask("/house/")

    with django_assert_num_queries(0):
        world.ask("/house/")


def test_what_it_was_made_of_has_changed(world):
    world.ask("/house/")
    commit(world, name="Eve's house")

    assert b"Eve&#x27;s house" in world.ask("/house/").body.replace(b"'", b"&#x27;")
    assert renders == ["/house/", "/house/"]


def test_who_asks_until_a_moment_would_ask_something_else_by_now(world):
    moments.append(FOUNDED)
    world.ask("/house/")
    commit(world, sentence="Do come in")

    world.ask("/house/")

    assert renders == ["/house/", "/house/"]


def test_a_commit_while_it_was_made_may_be_in_the_answers_and_not_in_the_page(world):
    stamps = iter(["before", "after", "after", "after"])
    world.memory.read_stamp = lambda: next(stamps)
    world.ask("/house/")

    world.ask("/house/")

    assert renders == ["/house/", "/house/"]


def test_it_lives_no_longer_for_it(world):
    world.ask("/house/")
    world.time += 59
    commit(world, sentence="Do come in")
    world.ask("/house/")
    world.time += 2

    world.ask("/house/")

    assert renders == ["/house/", "/house/"]


def test_the_stamp_that_is_compared_is_of_this_moment():
    database_version.close()
    before = database_version.current()
    House.objects.create(pk=1, name="Ada's house", sentence="Come in", founded_at=FOUNDED)

    database_version.ask_anew()

    assert database_version.current() != before
