"""Who gets no e-mail, and why: their convenors read it before. And what nobody said has no heading."""

from datetime import timedelta

import pytest
import time_machine

from goldenthread.gatherings.afterwards.models import Feedback
from goldenthread.gatherings.afterwards.writing import begin_afterword
from goldenthread.gatherings.bookings.models import Booking, BroughtIn
from goldenthread.gatherings.day.models import Standing
from goldenthread.people.models import Person


@pytest.mark.parametrize(
    ("whom", "left_out"),
    [
        (
            "missed",
            {"Never confirmed a place": ["Fay Weir"], "No e-mail address, so ring them or write on paper": ["Gus"]},
        ),
        ("came", {"A convenor put them down, and they haven’t said yes by e-mail": ["Cat Weir"]}),
    ],
)
def test_its_writer_reads_who_does_not_get_it_and_why(convenor, to, today, ada, sat, come, press, whom, left_out):  # noqa: PLR0913
    fay = come("Fay")["Fay"]
    Booking.objects.filter(pk=fay.pk).update(state="released")
    Booking.objects.filter(pk=sat["Cat"].pk).update(confirmed_at=None)
    BroughtIn.objects.create(booking=sat["Cat"], by=ada)
    gus = Booking.objects.create(gathering=today, name="Gus", language="en-gb", state="coming")
    for booking in (fay, gus):
        press(booking, Standing.ABSENT, 300)

    afterword = begin_afterword(today, by=ada, whom=whom, subject="x", words="x")

    assert dict(afterword.left_out()) == left_out
    assert f"<dt>{next(iter(left_out))}</dt>" in to.get(f"afterwards/letters/{afterword.pk}/").content.decode()


def test_whoever_nobody_has_spoken_of_is_left_out_of_both(today, ada, come):
    come("Fay")

    afterword = begin_afterword(today, by=ada, whom="missed", subject="x", words="x")

    reason = "Nobody has said whether they came: close the list of arrivals first"
    assert dict(afterword.left_out())[reason][-1] == "Fay Weir"


def test_those_whom_no_email_reaches_are_named_to_be_printed(convenor, to, issued, sat, ada, evening):
    reached = to.get("afterwards/")
    Booking.objects.filter(pk=sat["Ben"].pk).update(email="")
    Person.objects.filter(pk=sat["Ben"].person_id).update(email=None)
    Booking.objects.filter(pk=sat["Cat"].pk).update(confirmed_at=None)
    BroughtIn.objects.create(booking=sat["Cat"], by=ada)

    page = to.get("afterwards/")

    assert [certificate.printed["name"] for certificate in page.context["on_paper"]] == ["Ben Weir", "Cat Weir"]
    assert "Print these yourself" not in reached.content.decode()
    assert '<li dir="auto">Ben Weir</li>' in page.content.decode()
    theirs, everybodys = (to.get(f"afterwards/certificates.pdf{which}").content for which in ("?on-paper", ""))
    assert len(theirs) < len(everybodys)


def test_it_says_where_anybody_can_check_it(client, to, issued, sat):
    address = f"http://localhost:8000/certificates/{issued['Ann'].code}/"

    mine = to.get(f"day/of/{sat['Ann'].key}/certificate/").content.decode()

    assert f'href="{address}"' in mine
    assert client.get(address.removeprefix("http://localhost:8000")).status_code == 200


def test_a_question_that_nobody_answered_heads_nothing(to, today, evening):
    for number in range(5):
        Feedback.objects.create(gathering=today, good=f"Good {number}", next="Again." * (number == 0))

    with time_machine.travel(evening + timedelta(days=8), tick=False):
        page = to.get("feedback/")

    assert [question for question, _answers in page.context["questions"]] == [
        "What was good?",
        "What should happen next?",
    ]
    assert "What was hard, or missing?" not in page.content.decode()


def test_a_printed_plan_says_where_it_came_from(to, today):
    assert '<p class="on-paper">http://testserver/gatherings/spring/</p>' in to.get("").content.decode()
