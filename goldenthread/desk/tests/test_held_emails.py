import pytest
from django.utils import timezone

from goldenthread.journal.models import Entry
from goldenthread.outbox.models import Email

PLACE = "/letters/held/"


@pytest.fixture
def held(home):
    """Two e-mails that nobody took, and a code that came too late."""
    return [email("News", "news"), email("More news", "news"), email("Your code", Email.SIGN_IN)]


def email(subject, kind):
    now = timezone.now()
    return Email.objects.create(
        address="bo@example.org", kind=kind, policy="at_most_once", language="en-gb", subject=subject, text="Secret words",
        html="", written_at=now, next_try_at=now, state=Email.State.HELD, held_because="We don’t know whether it arrived.",
    )  # fmt: skip


def states():
    return dict(Email.objects.values_list("subject", "state"))


def test_a_keeper_sees_what_waits_and_why_but_not_what_it_says(client, kim, held):
    client.force_login(kim)

    page = client.get(PLACE)

    assert [email.subject for email in page.context["emails"]] == ["More news", "News"]
    assert "We don’t know whether it arrived." in page.content.decode()
    assert "Secret words" not in page.content.decode()


@pytest.mark.parametrize(("act", "state", "did"), [
    ("send-again", Email.State.OWED, "sent held letters again"),
    ("let-be", Email.State.LET_BE, "let held letters be"),
])  # fmt: skip
def test_a_keeper_decides_about_those_they_chose(client, kim, held, act, state, did):
    client.force_login(kim)

    client.post(PLACE, {"letter": [held[0].pk], "act": act})
    client.post(PLACE, {"letter": [held[0].pk], "act": act})

    assert states() == {"News": state, "More news": Email.State.HELD, "Your code": Email.State.HELD}
    assert [(entry.by, entry.did) for entry in Entry.objects.filter(kind="kit.house")] == [(kim, did)]


def test_a_code_is_not_sent_again(client, kim, held):
    client.force_login(kim)

    client.post(PLACE, {"letter": [held[2].pk], "act": "send-again"})

    assert states()["Your code"] == Email.State.HELD


def test_whoever_does_not_keep_the_house_decides_nothing(client, bo, held):
    client.force_login(bo)

    answer = client.post(PLACE, {"letter": [held[0].pk], "act": "send-again"})

    assert (answer.status_code, states()["News"]) == (403, Email.State.HELD)


def test_a_keeper_is_told_of_them_where_they_come_in(client, kim, held):
    client.force_login(kim)
    response = client.get("/").content.decode()
    Email.objects.held().let_be()

    assert ('href="/letters/held/"' in response, "2 e-mails wait for you to decide" in response) == (True, True)
    assert "/letters/held/" not in client.get("/").content.decode()


def test_nobody_else_is_told_of_them(client, bo, held):
    client.force_login(bo)

    assert "/letters/held/" not in client.get("/").content.decode()
