"""Anything may stand where a page would send a number: it is answered with a page, and does nothing."""

import pytest

from goldenthread.gatherings.voices.deciding import decide
from goldenthread.gatherings.voices.models import Telling
from goldenthread.gatherings.voices.telling_decisions import previews_for, stamp_of
from goldenthread.gatherings.voices.tests.conftest import AT
from goldenthread.gatherings.voices.tests.offered import offer

NO_NUMBERS = ["9" * 400, "9" * 5000, "²", "٣", "-1", "", "1 or 1"]


@pytest.mark.parametrize("number", NO_NUMBERS)
def test_in_what_is_to_wait(client, spring, ada, number):
    decide(offer(spring, "Eleven chairs", "Pat Paper"), by=ada, answer="in", reason="", door="")
    client.force_login(ada)
    seen = stamp_of(previews_for(spring, by=ada))

    answer = client.post("/gatherings/spring/decisions/telling/", {"seen": seen, "not_yet": number})

    assert (answer.status_code, Telling.objects.count()) == (302, 1)


@pytest.mark.parametrize("number", NO_NUMBERS)
def test_in_an_hour_to_be_there_after_all(client, jude, number):
    assert client.post(f"{AT}{jude.key}/absences/", {"away": number}).status_code == 302


@pytest.mark.parametrize("number", NO_NUMBERS)
def test_in_a_kind_to_look_through(client, jude, ada, number):
    client.force_login(ada)

    shown = client.get(AT, {"kind": number})

    assert [row.pk for row in shown.context["contributions"]] == [jude.contribution_id]


@pytest.mark.parametrize("number", ["9" * 400, "9" * 5000, "²"])
def test_in_an_address(client, spring, ada, number):
    client.force_login(ada)

    paths = [f"{AT}{number}/", f"/gatherings/spring/decisions/{number}/", f"{AT}voices/{number}/terms/"]
    assert {client.get(path).status_code for path in paths} == {404}
