from datetime import timedelta

import pytest
from django.urls import reverse

from goldenthread.gatherings.plan import chores, convening, emails
from goldenthread.gatherings.plan.models import Convening, ConvenorInvitation
from goldenthread.kit import clock
from goldenthread.outbox.models import Email
from goldenthread.people.models import Person


@pytest.fixture
def invitation(spring, ada):
    return ConvenorInvitation.objects.create(gathering=spring, name="Di Appletree", email="di@example.org", by=ada)


def convenors(gathering):
    return [row.person.known_as for row in gathering.convenings.filter(until=None).order_by("pk")]


def test_somebody_is_asked_by_email(client, ada, spring):
    client.force_login(ada)

    client.post(reverse("plan:convenors", args=["spring"]), {"name": "Di", "email": "di@example.org"})

    email, invitation = Email.objects.get(), ConvenorInvitation.objects.get()
    assert email.address == "di@example.org"
    assert f"/gatherings/spring/convenors/invitation/{invitation.token}/" in email.text


def test_opening_the_invitation_accepts_nothing(client, spring, invitation):
    client.get(reverse("plan:acceptance", args=["spring", invitation.token]))

    assert convenors(spring) == ["Ada Foxglove"]


def test_one_press_accepts_without_an_account(client, spring, invitation):
    client.post(reverse("plan:acceptance", args=["spring", invitation.token]))

    assert convenors(spring) == ["Ada Foxglove", "Di Appletree"]
    assert client.get(reverse("plan:plan", args=["spring"])).status_code == 200


def test_an_invitation_works_once(client, spring, invitation):
    client.post(reverse("plan:acceptance", args=["spring", invitation.token]))

    again = client.post(reverse("plan:acceptance", args=["spring", invitation.token]))

    assert again.status_code == 404


def test_two_presses_at_once_accept_once(spring, invitation, bo):
    convening.accept(invitation, bo)

    with pytest.raises(convening.InvitationUsed):
        convening.accept(invitation, bo)


def test_handing_over_ends_my_part(spring, invitation, ada, bo):
    invitation.takes_over = True
    invitation.save()

    convening.accept(invitation, bo)

    assert convenors(spring) == ["Bo Hazelmoor"]
    assert Convening.objects.get(person=ada).until is not None


def test_the_only_convenor_is_asked_to_hand_over_first(client, spring, ada):
    client.force_login(ada)

    answer = client.post(reverse("plan:departure", args=["spring"]), follow=True)

    assert "You are the only convenor." in answer.content.decode()
    assert convenors(spring) == ["Ada Foxglove"]


@pytest.mark.parametrize(("others", "is_offered"), [(0, False), (1, True)])
def test_stepping_back_is_offered_to_one_of_several(client, spring, ada, bo, others, is_offered):
    Convening.objects.bulk_create(Convening(gathering=spring, person=bo) for _ in range(others))
    client.force_login(ada)

    page = client.get(reverse("plan:convenors", args=["spring"])).content.decode()

    assert ("Step back from convening" in page) is is_offered


def test_the_keeper_who_steps_in_is_not_offered_to_step_back(client, kim, spring, bo):
    Convening.objects.create(gathering=spring, person=bo)
    client.force_login(kim)

    page = client.get(reverse("plan:convenors", args=["spring"])).content.decode()

    assert "Step back from convening" not in page


def test_one_of_two_steps_back(client, spring, ada, invitation, bo):
    convening.accept(invitation, bo)
    client.force_login(ada)

    client.post(reverse("plan:departure", args=["spring"]))

    assert convenors(spring) == ["Bo Hazelmoor"]


def test_an_invited_member_stays_one_person(client, spring, bo, ada):
    invitation = ConvenorInvitation.objects.create(gathering=spring, name="Robert", email="BO@example.org", by=ada)

    client.post(reverse("plan:acceptance", args=["spring", invitation.token]))

    assert Person.objects.filter(email="bo@example.org").count() == 1
    assert convenors(spring) == ["Ada Foxglove", "Bo Hazelmoor"]


@pytest.mark.parametrize("who", ["bo", "kim"])
def test_nobody_comes_in_by_an_invitation_as_somebody_who_is_here_already(client, spring, ada, who, request):
    person = request.getfixturevalue(who)
    invitation = ConvenorInvitation.objects.create(gathering=spring, name="X", email=person.email, by=ada)

    answer = client.post(reverse("plan:acceptance", args=["spring", invitation.token]))

    assert (answer.status_code, "_auth_user_id" in client.session) == (302, False)
    assert convenors(spring) == ["Ada Foxglove", person.known_as]


def test_who_was_asked_is_forgotten_after_sixty_days(invitation):
    chores.forget_invitations(invitation.at + timedelta(days=60))
    kept = ConvenorInvitation.objects.count()

    chores.forget_invitations(invitation.at + timedelta(days=60, seconds=1))
    chores.forget_invitations(invitation.at + timedelta(days=60, seconds=1))

    assert (kept, ConvenorInvitation.objects.count()) == (1, 0)


def test_what_another_worker_told_meanwhile_is_not_told_again(spring, ada, monkeypatch):
    _di, ed = (
        ConvenorInvitation.objects.create(
            gathering=spring, name=name, email=f"{name}@example.org", by=ada, owed_since=1
        )
        for name in ("di", "ed")
    )
    compose = emails.invitation_changed

    def told_meanwhile(invitation):
        ConvenorInvitation.objects.filter(pk=ed.pk).update(owed_since=None)
        return compose(invitation)

    monkeypatch.setattr(emails, "invitation_changed", told_meanwhile)
    chores.write_to_invited(clock.now())

    assert [email.address for email in Email.objects.all()] == ["di@example.org"]


def test_nobody_asks_a_whole_town(client, ada, spring, invitation):
    ConvenorInvitation.objects.bulk_create(
        ConvenorInvitation(gathering=spring, name="X", email=f"x{number}@example.org", by=ada) for number in range(20)
    )
    client.force_login(ada)

    answer = client.post(reverse("plan:convenors", args=["spring"]), {"name": "Di", "email": "di@example.org"})

    assert answer.status_code == 422
    assert "You’ve asked a lot of people today." in answer.content.decode()
