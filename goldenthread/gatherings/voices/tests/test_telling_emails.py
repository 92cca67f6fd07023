"""The e-mails that tell: nothing that people typed is a link in them, and answers go to somebody."""

import pytest

from goldenthread.gatherings.voices.chores import tell_of_decisions
from goldenthread.gatherings.voices.deciding import decide
from goldenthread.gatherings.voices.telling_decisions import previews_for, stamp_of, tell
from goldenthread.gatherings.voices.telling_emails import plain
from goldenthread.gatherings.voices.tests.offered import offer
from goldenthread.kit import clock
from goldenthread.outbox.models import Email

IN = {"answer": "in", "reason": "", "door": ""}


def tell_all(spring, ada):
    tell(spring, seen=stamp_of(previews_for(spring, by=ada)), not_yet=(), by=ada)
    tell_of_decisions(clock.now())


@pytest.mark.parametrize(
    ("title", "plainly"),
    [
        ("Win at https://evil.example/x", "Win at https evil example x"),
        ("Mail jude@evil.example now", "Mail jude evil example now"),
        ("About 2.5 hours, and/or more", "About 2.5 hours, and/or more"),
        ("**Bold** [x](y)", "**Bold** [x](y)"),
    ],
)
def test_a_title_is_never_a_link(title, plainly):
    assert plain(title) == plainly


def test_nothing_that_people_typed_is_a_link_in_an_email(spring, ada, bo):
    decide(offer(spring, "See testserver/x at http://testserver/x <b>", bo), by=ada, **IN)

    tell_all(spring, ada)

    html = Email.objects.get(kind="decided: in").html
    assert ('href="http://testserver/x"' in html, "<b>" in html) == (False, False)


def test_answers_go_to_whoever_pressed(spring, ada, bo):
    decide(offer(spring, "Eleven chairs", bo), by=ada, **IN)

    tell_all(spring, ada)

    assert {email.answers_to for email in Email.objects.filter(kind="decided: in")} == {ada}
