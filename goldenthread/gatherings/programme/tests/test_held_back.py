"""What is held back stays the convenors' alone, and no convenor learns from the draft what the others decided about them."""

import pytest
from django.urls import reverse

from goldenthread.gatherings.plan.models import Convening, Gathering
from goldenthread.gatherings.programme.draft_runs import draft
from goldenthread.gatherings.programme.models import Session
from goldenthread.gatherings.voices.models import Decision, Telling, Voice
from goldenthread.kit import clock

DRAFT = "/gatherings/spring/programme/draft/"
OWN = "whatever the others decide, until everybody is told"


@pytest.fixture
def of_bo(spring, bo, offered):
    """Bo convenes with Ada, and brings something himself."""
    Convening.objects.create(gathering=spring, person=bo)
    contribution = offered("Eleven chairs", "Bo Hazelmoor")
    contribution.voices.update(person=bo, yes_at=clock.now())
    return contribution


@pytest.fixture
def draft_as(client):
    """What stands there without an hour, for one of them."""

    def read(person):
        client.force_login(person)
        return client.get(DRAFT).content.decode().partition("Without an hour yet")[2].partition("</section>")[0]

    return read


def place(client, contribution):
    return client.post(f"/gatherings/spring/programme/contributions/{contribution.pk}/")


@pytest.mark.parametrize("answer", ["in", "not_now", "reserve"])
def test_a_convenor_reads_nothing_of_what_is_held_about_their_own(draft_as, of_bo, bo, answer):
    Decision.objects.update(answer=answer)
    decided = draft_as(bo)
    Decision.objects.all().delete()

    undecided = draft_as(bo)

    assert ("Eleven chairs" in decided, OWN in decided, "Place it" in decided) == (True, True, False)
    assert decided == undecided


def test_the_others_place_it_once_it_is_told(client, draft_as, of_bo, ada, spring):
    held = draft_as(ada)
    place(client, of_bo)
    assert ("One of you brings it" in held, "Place it" in held, Session.objects.count()) == (True, False, 0)

    Decision.objects.update(telling=Telling.objects.create(gathering=spring))
    place(client, of_bo)

    assert Session.objects.get().contribution == of_bo


def test_a_draft_by_machine_places_nothing_of_a_convenor_before(of_bo, offered, ada, bo, hall, with_hours):
    offered("Tea", "Jude Oakmoor")

    draft(Gathering.objects.with_facts().get(pk=with_hours.pk), keeps_placed=True, by=bo)

    assert [session.title for session in Session.objects.all()] == ["Tea"]


def test_who_convenes_alone_places_their_own(client, draft_as, offered, ada, spring):
    offered("Eleven chairs", "Ada Foxglove")

    assert "Place it" in draft_as(ada)


def test_a_keeper_reads_no_draft_while_somebody_convenes(client, spring, kim):
    client.force_login(kim)
    addresses = [reverse(f"programme:{name}", args=["spring"]) for name in ("draft", "releases", "draft_printing")]
    addresses += [reverse("signup:sign_up", args=["spring"]), reverse("programme:new_session", args=["spring"])]

    assert [client.get(address).status_code for address in addresses] == [403] * 5
    assert DRAFT not in client.get("/gatherings/spring/convening/").content.decode()


def test_a_keeper_steps_in_where_nobody_convenes(client, spring, kim):
    Convening.objects.update(until=clock.now())
    client.force_login(kim)

    assert client.get(DRAFT).status_code == 200
    assert DRAFT in client.get("/gatherings/spring/convening/").content.decode()


def test_a_keeper_reads_no_terms_while_somebody_convenes(client, offered, kim, ada):
    voice = Voice.objects.get(contribution=offered("Eleven chairs", "Jude Oakmoor"))
    terms = reverse("voices:voice_terms", args=["spring", voice.pk])
    page = reverse("voices:contribution", args=["spring", voice.contribution_id])
    client.force_login(kim)

    assert (client.get(terms).status_code, terms in client.get(page).content.decode()) == (403, False)

    client.force_login(ada)
    assert (client.get(terms).status_code, terms in client.get(page).content.decode()) == (200, True)
