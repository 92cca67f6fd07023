import pytest
from django.core.exceptions import FieldError
from django.db import connection

from goldenthread.kit.sealed import CannotBeOpened, open_sealed, seal
from goldenthread.people.models import Portrait

NEEDS = "a canary near the door"


@pytest.fixture
def portrait(bo):
    return Portrait.objects.create(person=bo, access_needs=NEEDS)


def in_the_row(column):
    with connection.cursor() as cursor:
        cursor.execute("SELECT access_needs, brings FROM people_portrait")
        return dict(zip(["access_needs", "brings"], cursor.fetchone(), strict=True))[column]


def test_it_reads_as_it_was_written(portrait):
    assert Portrait.objects.get().access_needs == NEEDS


@pytest.mark.parametrize(("column", "lies_open"), [("access_needs", False), ("brings", True)])
def test_it_does_not_lie_open_and_other_text_does(portrait, column, lies_open):
    Portrait.objects.update(brings=NEEDS, access_needs=NEEDS)

    assert ("canary" in in_the_row(column)) is lies_open


def test_the_same_words_never_look_the_same():
    assert seal(NEEDS) != seal(NEEDS)


def test_nothing_stays_nothing(bo):
    Portrait.objects.create(person=bo)

    assert (in_the_row("access_needs"), Portrait.objects.get().access_needs) == ("", "")


def test_a_former_secret_still_opens(settings):
    sealed = seal(NEEDS)
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another secret of the house"

    assert open_sealed(sealed) == NEEDS


def test_a_lost_secret_says_what_to_do(settings):
    sealed = seal(NEEDS)
    settings.SECRET_KEY = "another secret of the house"

    with pytest.raises(CannotBeOpened, match="SECRET_KEY_FALLBACKS"):
        open_sealed(sealed)


def test_words_that_nobody_sealed_are_not_taken_for_ours():
    with pytest.raises(CannotBeOpened):
        open_sealed(NEEDS)


def test_nobody_searches_what_is_sealed(db):
    with pytest.raises(FieldError):
        Portrait.objects.order_by().filter(("access_needs__contains", "canary"))
