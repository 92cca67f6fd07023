"""Deciding: held back until all are told, with a reason and another door, and changeable until then."""

import pytest

from goldenthread.gatherings.plan.models import Convening
from goldenthread.gatherings.voices.deciding import AlreadyTold, NoLongerOffered, decide, take_back
from goldenthread.gatherings.voices.models import Decision, Reading
from goldenthread.gatherings.voices.telling_decisions import previews_for, stamp_of, tell
from goldenthread.gatherings.voices.tests.offered import begin_to_read, offer
from goldenthread.gatherings.voices.tests.telling import NOT_NOW, at
from goldenthread.kit import clock


@pytest.fixture
def chairs(spring):
    return offer(spring, "Eleven chairs", "Jude")


def test_a_convenor_decides_and_nobody_is_told(as_ada, spring, chairs):
    as_ada.post(at("decision", spring, chairs.pk), NOT_NOW)

    decision = Decision.objects.held_back().get()
    assert (decision.answer, decision.reason, decision.door) == tuple(NOT_NOW.values())


@pytest.mark.parametrize(
    ("decided", "wrong"),
    [
        (NOT_NOW | {"reason": ""}, ["reason"]),
        (NOT_NOW | {"door": ""}, ["door"]),
        ({"answer": "not_now", "reason": " "}, ["reason", "door"]),
        ({"answer": "another"}, ["door"]),
        ({"answer": ""}, ["answer"]),
        ({"answer": "in", "reason": "See www.example.org"}, ["reason"]),
    ],
)
def test_what_is_missing_is_asked_for_kindly(as_ada, spring, chairs, decided, wrong):
    answer = as_ada.post(at("decision", spring, chairs.pk), decided)

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, wrong)
    assert not Decision.objects.exists()


@pytest.mark.parametrize("answer", ["in", "reserve"])
def test_a_yes_and_a_reserve_need_no_reason(as_ada, spring, chairs, answer):
    as_ada.post(at("decision", spring, chairs.pk), {"answer": answer})

    assert Decision.objects.get().answer == answer


def test_it_can_be_decided_otherwise_and_left_open(as_ada, spring, chairs):
    as_ada.post(at("decision", spring, chairs.pk), NOT_NOW)
    as_ada.post(at("decision", spring, chairs.pk), {"answer": "in"})
    assert Decision.objects.get().answer == "in"

    as_ada.post(at("decision_removal", spring, chairs.pk))
    assert not Decision.objects.exists()


def test_once_told_it_stands(spring, chairs, ada):
    decide(chairs, by=ada, **NOT_NOW)
    tell(spring, seen=stamp_of(previews_for(spring, by=ada)), not_yet=(), by=ada)

    with pytest.raises(AlreadyTold):
        decide(chairs, by=ada, answer="in", reason="", door="")
    with pytest.raises(AlreadyTold):
        take_back(chairs, by=ada)


def test_what_was_taken_back_is_not_decided(spring, chairs, ada):
    chairs.withdrawn_at = clock.now()
    chairs.save(update_fields=["withdrawn_at"])

    with pytest.raises(NoLongerOffered):
        decide(chairs, by=ada, **NOT_NOW)


def test_a_convenor_reads_what_was_said_and_counts_nothing(as_ada, spring, chairs, ada, bo):
    Reading.objects.create(contribution=chairs, reader=bo, leaning="form", words="Shorter.", version=1)

    shown = as_ada.get(at("decision", spring, chairs.pk)).text

    assert ("Shorter." in shown, "In another form" in shown) == (True, True)


def test_the_page_leads_on_to_all_that_was_sent_and_once_told_to_the_answers(as_ada, spring, chairs, ada):
    before = as_ada.get(at("decision", spring, chairs.pk)).text
    decide(chairs, by=ada, **NOT_NOW)
    tell(spring, seen=stamp_of(previews_for(spring, by=ada)), not_yet=(), by=ada)
    after = as_ada.get(at("decision", spring, chairs.pk)).text

    assert (at("contribution", spring, chairs.pk) in before, "please see to it that there is" in before) == (True, True)
    assert "See what they answered" in after


def test_a_convenor_who_reads_gives_their_own_first(as_ada, spring, chairs, ada, bo):
    begin_to_read(spring, ada, ada, bo)
    Reading.objects.create(contribution=chairs, reader=bo, leaning="form", words="canary", version=1)

    before = as_ada.get(at("decision", spring, chairs.pk)).text
    mine = Reading.objects.create(contribution=chairs, reader=ada, leaning="in", version=1)
    after = as_ada.get(at("decision", spring, chairs.pk)).text
    Reading.objects.filter(pk=mine.pk).update(leaning="close")
    too_close = as_ada.get(at("decision", spring, chairs.pk)).text

    assert ["canary" in page for page in (before, after, too_close)] == [False, True, False]


def test_what_a_convenor_brings_the_others_decide_about(as_ada, spring, ada, bo):
    own = offer(spring, "My own", ada)
    Convening.objects.create(gathering=spring, person=bo)

    assert as_ada.get(at("decision", spring, own.pk)).status_code == 404
    assert "My own" not in as_ada.get(at("decisions", spring)).text


def test_where_nobody_else_convenes_they_decide_themselves(as_ada, spring, ada):
    own = offer(spring, "My own", ada)

    assert as_ada.get(at("decision", spring, own.pk)).status_code == 200


def test_the_order_is_that_of_sending_whatever_was_said(as_ada, spring, chairs, bo):
    later = offer(spring, "Twelve", "Jude")
    Reading.objects.create(contribution=later, reader=bo, leaning="in", version=1)
    Reading.objects.create(contribution=chairs, reader=bo, leaning="not_now", version=1)

    overview = as_ada.get(at("decisions", spring)).context["overview"]

    assert overview.to_decide == [chairs, later]


@pytest.mark.parametrize("who", ["bo", "kim"])
@pytest.mark.parametrize("page", ["decisions", "telling", "readers"])
def test_nobody_else_sees_it(client, spring, request, who, page):
    client.force_login(request.getfixturevalue(who))

    assert client.get(at(page, spring)).status_code == 403
