"""What goes with somebody who leaves is theirs, all of it, and nobody else's. It is promised beyond every backup."""

import pytest
from django.utils import timezone

from goldenthread.kit import wishes
from goldenthread.outbox.chores import write_circulars
from goldenthread.outbox.models import Circular, Email
from goldenthread.outbox.previewing import preview_to
from goldenthread.people.leaving import forget_again, leave, mark_of
from goldenthread.people.models import Person, SignInLink
from goldenthread.people.signing_in import email_link


@pytest.fixture(autouse=True)
def _book(settings, tmp_path):
    """A book of wishes of this test's own."""
    settings.DATA_DIR = tmp_path


def test_others_stay_signed_in(client, other_client, ada, bo):
    client.post(email_link(ada))
    other_client.post(email_link(bo))

    client.post("/me/leave/")

    assert (client.get("/me/").status_code, other_client.get("/me/").status_code) == (302, 200)


def test_the_browser_keeps_no_session(client, ada):
    client.force_login(ada)

    assert client.post("/me/leave/").cookies["sessionid"].value == ""


def test_what_an_address_was_sent_goes_and_what_others_were_sent_stays(client, ada, bo):
    for person in (ada, bo):
        client.post("/sign-in/", {"email": person.email})
    Email.objects.update(to=None)

    leave(ada)

    assert [email.address for email in Email.objects.all()] == ["bo@example.org"]
    assert [link.address for link in SignInLink.objects.all()] == ["bo@example.org"]


def test_what_they_wrote_to_many_stays_without_their_name(ada, bo):
    circular = Circular.begin(by=ada, subject="Tea", words="Tea.", about="plan.gathering:12")
    preview_to(circular, ada)
    circular.send([(None, "flo@example.org", {})], by=ada)
    write_circulars(timezone.now())
    written = Email.objects.get(address="flo@example.org")

    leave(ada)

    kept = Email.objects.get(pk=written.pk)
    assert [("Ada Foxglove" in each.text, "Ada Foxglove" in each.html) for each in (written, kept)] == [
        (True, True),
        (False, False),
    ]


def test_it_is_written_in_the_book_of_wishes(ada):
    mark = mark_of(ada)

    leave(ada)

    assert list(wishes.all_of_them()) == [["gone", mark]]


def test_nobody_half_leaves_when_the_book_cannot_be_written(ada, settings, tmp_path):
    settings.DATA_DIR = tmp_path / "nowhere"

    with pytest.raises(FileNotFoundError):
        leave(ada)

    assert [person.name for person in Person.objects.all()] == ["Ada Foxglove"]


def test_who_left_after_a_backup_is_forgotten_again_and_nobody_else(ada, bo):
    forgotten = forget_again({mark_of(ada)})

    assert (forgotten, list(Person.objects.all())) == (1, [bo])


@pytest.mark.parametrize(("page", "method"), [("/me/leave/", "put"), ("/goodbye/", "post")])
def test_these_pages_answer_to_nothing_else(client, ada, page, method):
    client.force_login(ada)

    assert getattr(client, method)(page).status_code == 405
