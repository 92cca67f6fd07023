"""What is in reserve: its voices are told at once when a place falls free."""

import pytest
from django.urls import reverse

from goldenthread.gatherings.voices.chores import tell_of_decisions
from goldenthread.gatherings.voices.deciding import NoLongerOffered, decide
from goldenthread.gatherings.voices.telling_decisions import (
    move_up,
    previews_for,
    stamp_of,
    tell,
)
from goldenthread.gatherings.voices.tests.offered import offer
from goldenthread.kit import clock
from goldenthread.outbox.models import Email

RESERVE = {"answer": "reserve", "reason": "", "door": ""}


def at(name, gathering, *more):
    return reverse(f"voices:{name}", args=[gathering.slug, *more])


def tell_all(spring, ada):
    tell(spring, seen=stamp_of(previews_for(spring, by=ada)), not_yet=(), by=ada)


def written():
    return sorted(Email.objects.filter(kind__startswith="decided").values_list("address", "kind"))


def test_a_reserve_is_told_when_a_place_falls_free(client, spring, ada, bo):
    contribution = offer(spring, "In reserve", bo)
    decide(contribution, by=ada, **RESERVE)
    tell_all(spring, ada)
    tell_of_decisions(clock.now())
    client.force_login(ada)

    page = at("promotion", spring, contribution.pk)
    seen = client.get(page).context["seen"]
    client.post(page, {"seen": seen})
    client.post(page, {"seen": seen})
    tell_of_decisions(clock.now())

    assert [kind for _address, kind in written()] == ["decided: in", "decided: reserve"]


def test_the_e_mail_is_seen_first_and_says_nothing_of_the_reserve(client, spring, ada, bo):
    contribution = offer(spring, "In reserve", bo)
    decide(contribution, by=ada, answer="reserve", reason="The day is full.", door="")
    tell_all(spring, ada)
    tell_of_decisions(clock.now())
    client.force_login(ada)

    page = client.get(at("promotion", spring, contribution.pk))
    client.post(at("promotion", spring, contribution.pk), {"seen": page.context["seen"]})
    tell_of_decisions(clock.now())

    assert "<h1>If a place falls free</h1>" in page.text
    [shown] = page.context["preview"].emails
    sent = Email.objects.get(kind="decided: in")
    assert (shown.subject, "The day is full." in shown.text, "The day is full." in sent.text) == (
        sent.subject,
        False,
        False,
    )


def test_what_was_not_seen_is_not_sent(client, spring, ada, bo):
    contribution = offer(spring, "In reserve", bo)
    decide(contribution, by=ada, **RESERVE)
    tell_all(spring, ada)
    client.force_login(ada)

    client.post(at("promotion", spring, contribution.pk))

    contribution.decision.refresh_from_db()
    assert contribution.decision.answer == "reserve"


def test_a_held_reserve_cannot_be_moved_up(client, spring, ada, bo):
    contribution = offer(spring, "In reserve", bo)
    decide(contribution, by=ada, **RESERVE)
    client.force_login(ada)

    assert client.post(at("promotion", spring, contribution.pk)).status_code == 404


def test_a_reserve_that_was_taken_back_stays_so(spring, ada, bo):
    contribution = offer(spring, "In reserve", bo)
    decision = decide(contribution, by=ada, **RESERVE)
    tell_all(spring, ada)
    contribution.withdrawn_at = clock.now()
    contribution.save(update_fields=["withdrawn_at"])
    decision.contribution.withdrawn_at = clock.now()

    with pytest.raises(NoLongerOffered):
        move_up(decision, seen="", by=ada)
