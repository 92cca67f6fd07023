from datetime import timedelta

from django.test import Client

from goldenthread.gatherings.voices import chores
from goldenthread.gatherings.voices.models import Contribution, Voice
from goldenthread.gatherings.voices.offer_rules import first_of
from goldenthread.gatherings.voices.tests.conftest import AT, WORDS
from goldenthread.kit.tests.scanners import changed_by_scanners

SAM = {"name": "Sam", "email": "sam@example.org"}


def ask(voice, **who):
    return Client().post(f"{AT}{voice.key}/voices/", SAM | who)


def sam():
    return Voice.objects.get(email="sam@example.org")


def how_they_stand(contribution):
    return [(voice.name, voice.is_in) for voice in contribution.voices.that_stay().order_by("number")]


def test_another_is_asked_by_e_mail_and_says_yes_themselves(jude, press, emails):
    ask(jude)
    before = how_they_stand(jude.contribution)
    press(sam(), "yes")

    assert emails() == [("sam@example.org", "voice: asked_to_join")]
    assert (before, how_they_stand(jude.contribution)) == (
        [("Jude", True), ("Sam", False)],
        [("Jude", True), ("Sam", True)],
    )


def test_no_scanner_says_yes_for_them(jude):
    ask(jude)

    assert changed_by_scanners(sam().get_absolute_url(), lambda: Voice.objects.values_list("yes_at", "left_at")) == []


def test_they_can_still_answer_when_the_call_has_closed(jude, press, close):
    ask(jude)
    close()
    press(sam(), "yes")

    assert sam().is_in


def test_an_answer_can_be_changed(jude, press):
    ask(jude)
    press(sam(), "no")
    page = Client().get(sam().get_absolute_url()).text
    press(sam(), "yes")

    assert ("You said: No, leave me out" in page, sam().is_in) == (True, True)


def test_the_same_address_is_asked_once(jude, emails):
    ask(jude)
    answer = ask(jude)

    assert (answer.status_code, len(emails())) == (422, 1)


def test_when_the_first_leaves_it_passes_on(jude, press):
    ask(jude)
    press(sam(), "yes")
    press(jude, "me", "withdrawal/")

    assert (first_of(jude.contribution), Contribution.objects.sent().count()) == (sam(), 1)


def test_somebody_who_has_not_answered_is_not_left_with_it(jude, press):
    ask(jude)
    press(jude, "all", "withdrawal/")
    answer = press(sam(), "yes")

    assert (answer.status_code, sam().is_in) == (200, False)


def test_whoever_was_removed_keeps_no_access(jude, press):
    ask(jude)
    press(sam(), "yes")
    link = sam().get_absolute_url()
    press(jude, "remove", f"voices/{sam().pk}/removal/")

    assert (Client().get(link).status_code, how_they_stand(jude.contribution)) == (404, [("Jude", True)])


def test_only_the_first_removes(jude, press):
    ask(jude)
    press(sam(), "yes")
    press(sam(), "remove", f"voices/{jude.pk}/removal/")

    assert how_they_stand(jude.contribution) == [("Jude", True), ("Sam", True)]


def test_who_has_not_said_yes_asks_nobody_and_changes_nothing(jude, press):
    ask(jude)
    Client().post(f"{AT}{sam().key}/voices/", {"name": "Kit", "email": "kit@example.org"})
    press(sam(), "save", **WORDS | {"title": "Mine now"})

    assert (Voice.objects.count(), Contribution.objects.get().title) == (2, "Eleven chairs")


def test_on_a_page_of_somebody_who_was_asked_no_address_stands(jude):
    ask(jude)

    assert "jude@example.org" not in Client().get(sam().get_absolute_url()).text


def test_when_the_last_one_leaves_nobody_brings_it(jude, press):
    ask(jude)
    press(sam(), "yes")
    press(jude, "me", "withdrawal/")
    press(sam(), "all", "withdrawal/")

    assert not Contribution.objects.sent().exists()


def test_until_they_say_yes_only_the_one_who_asked_is_shown_their_name(jude, press, client, ada):
    ask(jude)
    ask(jude, name="Kit", email="kit@example.org")
    press(sam(), "yes")
    client.force_login(ada)

    pages = [
        Client().get(jude.get_absolute_url()),
        Client().get(sam().get_absolute_url()),
        client.get(AT),
        client.get(f"{AT}{jude.contribution_id}/"),
    ]
    assert [("Kit" in page.text, "Sam" in page.text) for page in pages] == [
        (True, True),
        (False, True),
        (False, True),
        (False, True),
    ]


def test_a_link_is_never_used_up_by_a_no(jude, press, now):
    ask(jude)
    press(sam(), "no")
    chores.forget_refused(now + timedelta(days=1))
    press(sam(), "yes")

    assert how_they_stand(jude.contribution) == [("Jude", True), ("Sam", True)]
