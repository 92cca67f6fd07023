from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django.asserts import assertInHTML

from goldenthread.kit.models import House
from goldenthread.outbox.models import Email
from goldenthread.people.models import Person

TEXT = """\
Hello Bo,

123 456

http://localhost:8000/me/?a=b

<b>http://elsewhere.example/</b>
"""


@pytest.fixture
def house(db):
    return House.objects.create(
        pk=1, name="Home", sentence="Ours.", is_sample=True, founded_at=datetime(2022, 12, 14, tzinfo=UTC)
    )


@pytest.fixture
def email(house):
    """Writes an e-mail to Bo that says this."""
    bo = Person.objects.create_person("Bo Ŵyn", "bo@example.org")
    moment = datetime(2022, 12, 14, 10, 31, tzinfo=UTC)

    def written(subject="News", text=TEXT):
        return Email.objects.create(
            to=bo, address="bo@example.org", kind="news", policy=Email.Policy.AT_LEAST_ONCE, language="en-gb",
            subject=subject, text=text, html="<p>never shown</p>", state=Email.State.KEPT,
            written_at=moment, next_try_at=moment,
        )  # fmt: skip

    return written


def page_of(email):
    return reverse("desk:post_room_email", args=[email.pk])


def test_everybody_may_read_what_would_have_gone(client, email):
    email("First")
    email("Second")

    answer = client.get(reverse("desk:post_room"))

    assert [shown.subject for shown in answer.context["page"]] == ["Second", "First"]
    assert "To bo@example.org, Bo Ŵyn" in answer.text


def test_an_empty_post_room_invites(client, house):
    answer = client.get(reverse("desk:post_room"))

    assert f'<a href="{reverse("people:join")}">Join</a>' in answer.text
    assert "No e-mails yet." in answer.text


def test_an_email_is_shown_with_code_and_working_links(client, email):
    answer = client.get(page_of(email()))

    assert '<p class="code">123 456</p>' in answer.text
    assertInHTML('<a href="/me/?a=b">http://localhost:8000/me/?a=b</a>', answer.text, count=1)


def test_what_people_wrote_is_neither_html_nor_a_way_out(client, email):
    answer = client.get(page_of(email()))

    assert "&lt;b&gt;http://elsewhere.example/&lt;/b&gt;" in answer.text
    assert 'href="http://elsewhere.example' not in answer.text
    assert "never shown" not in answer.text


def test_a_real_house_has_no_post_room(client, house, email):
    House.objects.update(is_sample=False)

    assert client.get(reverse("desk:post_room")).status_code == 404
    assert client.get(page_of(email())).status_code == 404


def test_fifty_emails_lie_on_one_page(client, email):
    [email(f"Letter {number}") for number in range(51)]

    first, second = (client.get(reverse("desk:post_room"), {"page": number}) for number in (1, 2))

    assert (len(first.context["page"]), len(second.context["page"])) == (50, 1)
    assert '<a class="textlink" href="?page=2">Older</a>' in first.text
    assert '<a class="textlink" href="?page=1">Newer</a>' in second.text


@pytest.mark.parametrize("page", ["0", "-1", "many", "99"])
def test_any_page_number_shows_emails(client, email, page):
    email()

    assert len(client.get(reverse("desk:post_room"), {"page": page}).context["page"]) == 1


def test_more_emails_cost_no_more_queries(client, email, django_assert_num_queries):
    email()
    queries = count_queries(client)
    email()
    email()

    with django_assert_num_queries(queries):
        client.get(reverse("desk:post_room"))


def count_queries(client):
    with CaptureQueriesContext(connection) as seen:
        client.get(reverse("desk:post_room"))
    return len(seen)
