import re
from io import StringIO

import pytest
from django.core.management import call_command

from goldenthread.desk.sorry import Sorry
from goldenthread.journal.models import Entry
from goldenthread.people.models import Keeping, Person


def make_a_keeper(email, **more):
    output = StringIO()
    call_command("keeper", email, stdout=output, **more)
    return re.sub(r"letter/[^/]+/", "letter/…/", output.getvalue())


@pytest.fixture(autouse=True)
def _opened_here(settings, tmp_path):
    (tmp_path / "address.txt").write_text("http://localhost:8123")
    settings.DATA_DIR = tmp_path


def test_somebody_who_is_known_becomes_a_keeper_and_may_sign_in_once(bo):
    output = make_a_keeper("Bo@example.org")

    assert output == "Bo Hazelmoor runs this site now. To sign in, once: http://localhost:8123/sign-in/letter/…/\n"
    assert bo.is_keeper
    assert [(entry.did, entry.kind) for entry in Entry.objects.all()] == [("made a keeper", "people.keeping")]


def test_somebody_new_is_let_in(home):
    make_a_keeper("dee@example.org", name="Dee")

    assert Person.objects.get(email="dee@example.org").known_as == "Dee"


def test_asking_twice_makes_one_keeper(bo):
    make_a_keeper("bo@example.org")
    make_a_keeper("bo@example.org")

    assert Keeping.objects.count() == 1


def test_something_that_is_no_address_is_refused(home):
    with pytest.raises(Sorry) as refusal:
        make_a_keeper("bo")

    assert str(refusal.value) == "bo is not an e-mail address."


def test_somebody_who_left_does_not_come_back_by_this_door(bo):
    bo.is_active = False
    bo.save()

    with pytest.raises(Sorry) as refusal:
        make_a_keeper("bo@example.org")

    assert str(refusal.value) == "Bo Hazelmoor may not sign in here."
    assert Keeping.objects.count() == 0
