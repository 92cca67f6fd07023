"""What was asked of a site since its backup was made is done again once, under the key that came back with it."""

import pytest

from goldenthread.desk.safekeeping.wishes_since import TO_DO, do_them_again, remember_to_do
from goldenthread.outbox.models import Email
from goldenthread.people import emails
from goldenthread.people.leaving import leave
from goldenthread.people.models import Person


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    """Where the site keeps its key and its book of wishes."""
    (tmp_path / "secret.key").write_text("the key that came back")
    settings.DATA_DIR, settings.GIVEN_SECRET_KEY = tmp_path, ""
    settings.SECRET_KEY = "the key that came back"
    return tmp_path


@pytest.fixture
def bo_is_back(bo, folder):
    """Bo left, and the backup is older."""
    number = bo.pk
    leave(bo)
    bo.pk = number
    bo.save(force_insert=True)
    return bo


def states():
    return set(Email.objects.values_list("state", flat=True))


def test_whoever_left_is_known_by_the_key_that_came_back(bo_is_back, settings, folder):
    settings.SECRET_KEY = "the key with which this process began"
    remember_to_do()

    do_them_again()

    assert not Person.objects.filter(pk=bo_is_back.pk).exists()
    assert not (folder / TO_DO).exists()


def test_a_key_that_was_given_stays(bo_is_back, settings):
    settings.GIVEN_SECRET_KEY = settings.SECRET_KEY = "the key that was given"
    remember_to_do()

    do_them_again()

    assert (settings.SECRET_KEY, Person.objects.filter(pk=bo_is_back.pk).exists()) == ("the key that was given", True)


def test_where_nothing_is_to_be_done_again_nothing_is_done(ada):
    emails.passkey_added(ada)

    do_them_again()

    assert states() == {"owed"}
