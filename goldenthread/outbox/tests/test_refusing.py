import pytest
from django.test import Client
from django.utils import timezone

from goldenthread.kit import wishes
from goldenthread.outbox import post
from goldenthread.outbox.chores import send_emails, write_circulars
from goldenthread.outbox.forgetting import forget_address
from goldenthread.outbox.models import Circular, Email, Refusal
from goldenthread.outbox.previewing import preview_to

LAUNCH, OTHER = "plan.gathering:12", "plan.gathering:13"
ONE_CLICK = {"List-Unsubscribe": "One-Click"}


@pytest.fixture(autouse=True)
def _book(settings, tmp_path):
    """A book of wishes of this test's own."""
    settings.DATA_DIR = tmp_path


@pytest.fixture
def news(email_to):
    return email_to("ada@example.org", context={"about": LAUNCH})


def place_of(email):
    return email.fewer_at.removeprefix("http://localhost:8000")


def test_mailboxes_learn_where_to_get_fewer(way_out, email_to, settings):
    settings.HOUSE_ADDRESS = "https://home.example.org"
    email = email_to("ada@example.org", context={"about": "plan.gathering:12"})

    send_emails(timezone.now())

    message = way_out.arrived[0].message
    assert message["List-Unsubscribe"].strip() == f"<{email.fewer_at}>"
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_where_nothing_is_secret_no_mailbox_is_told_to_press_by_itself(way_out, email_to):
    email_to("ada@example.org", context={"about": "plan.gathering:12"})

    send_emails(timezone.now())

    assert way_out.arrived[0].message["List-Unsubscribe-Post"] is None


@pytest.mark.parametrize("times", [1, 2])
def test_one_press_of_a_mail_program_is_enough_and_twice_is_once(news, times):
    mail_program = Client(enforce_csrf_checks=True)

    answers = [mail_program.post(place_of(news), ONE_CLICK) for _ in range(times)]

    assert [(answer.status_code, len(answer.cookies)) for answer in answers] == [(200, 0)] * times
    assert [(refusal.kind, refusal.about) for refusal in Refusal.objects.all()] == [("news", LAUNCH)]


def test_opening_the_link_refuses_nothing(news, client):
    answer = client.get(place_of(news))

    assert (answer.status_code, Refusal.objects.count()) == (200, 0)
    assert "No more of these" in answer.content.decode()


def test_they_can_be_wanted_again(news, client):
    client.post(place_of(news))

    client.post(place_of(news), {"wish": "again"})

    assert Refusal.objects.count() == 0


def test_a_ticket_that_we_did_not_give_out_refuses_nothing(news, client):
    forged = place_of(news).replace("/fewer/W", "/fewer/X")

    assert (client.post(forged).status_code, Refusal.objects.count()) == (404, 0)


def test_what_is_refused_is_not_written(news, client, email_to):
    client.post(place_of(news))

    with pytest.raises(post.Refused):
        email_to("Ada@Example.org", context={"about": LAUNCH})


@pytest.mark.parametrize(
    ("address", "kind", "about"),
    [("ada@example.org", "news", OTHER), ("ada@example.org", "circular", LAUNCH), ("bo@example.org", "news", LAUNCH)],
)
def test_everything_else_still_comes(news, client, email_to, address, kind, about):
    client.post(place_of(news))

    assert email_to(address, kind=kind, context={"about": about}).state == Email.State.OWED


def test_an_email_that_was_asked_for_comes_whatever_was_refused(news, client, email_to, way_out):
    client.post(place_of(news))
    email_to("ada@example.org")

    send_emails(timezone.now())

    assert way_out.receivers == [["ada@example.org"]]
    assert way_out.arrived[0].message["List-Unsubscribe"] is None


def test_what_was_refused_after_it_was_written_does_not_go(news, client, way_out):
    client.post(place_of(news))

    send_emails(timezone.now())

    news.refresh_from_db()
    assert (way_out.receivers, news.state) == ([], Email.State.UNWANTED)


def test_unless_nobody_asked_again_it_would_have_gone(news, client, way_out, monkeypatch):
    client.post(place_of(news))
    monkeypatch.setattr(Email, "is_wanted", True)

    send_emails(timezone.now())

    assert way_out.receivers == [["ada@example.org"]]


def test_of_many_receivers_only_those_who_want_it_get_it(ada, house, way_out):
    circular = Circular.begin(by=ada, subject="Tea", words="Tea.", about=LAUNCH)
    preview_to(circular, ada).delete()
    Refusal(whose=wishes.unreadable("eve@example.org"), kind=Circular.KIND, about=LAUNCH).declare()
    circular.send([(None, "eve@example.org", {}), (None, "flo@example.org", {})], by=ada)

    write_circulars(timezone.now())
    send_emails(timezone.now())

    assert way_out.receivers == [["flo@example.org"]]
    assert (circular.progress().gone, circular.progress().refused) == (1, 1)


def test_neither_the_ticket_nor_the_row_nor_the_book_names_anybody(news, client):
    client.post(place_of(news))

    kept = news.fewer_at + repr(list(Refusal.objects.values())) + wishes.book().read_text()
    assert [word for word in ("ada@", "foxglove") if word in kept.lower()] == []


def test_what_was_wished_before_a_restore_is_taken_up_without_a_second_line(house):
    matter = (wishes.unreadable("ada@example.org"), "news", LAUNCH)

    Refusal.take_up("fewer", *matter)
    Refusal.take_up("fewer", *matter)

    assert Refusal.objects.stands("ada@example.org", "news", LAUNCH)
    assert list(wishes.all_of_them()) == []


def test_to_forget_an_address_forgets_what_was_meant_for_it_and_no_refusal(house, ada, email_to, news, client):
    client.post(place_of(news))
    circular = Circular.begin(by=ada, subject="Tea", words="Tea.", about=LAUNCH)
    preview_to(circular, ada)
    circular.send([(None, "ada@example.org", {}), (None, "flo@example.org", {})], by=ada)

    forget_address("ada@example.org")

    assert not Email.objects.filter(address="ada@example.org").exists()
    assert [row.address for row in circular.receivers.all()] == ["flo@example.org"]
    assert Refusal.objects.count() == 1
