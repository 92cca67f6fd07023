from datetime import timedelta

from django.test import Client

from goldenthread.gatherings.voices import chores
from goldenthread.gatherings.voices.models import Contribution, Voice
from goldenthread.gatherings.voices.tests.conftest import AT, JUDE, WORDS
from goldenthread.kit.tests.scanners import changed_by_scanners
from goldenthread.outbox.models import Email
from goldenthread.people.models import Person

SEND, SAVE = {"press": "send"}, {"press": "save"}
TWO = ["bo@example.org", "jude@example.org"]
TOGETHER = {**WORDS, **JUDE}


def wording():
    return Contribution.objects.values_list("title", "words", "sent_at", "version")


def test_a_title_and_three_lines_are_enough_and_nobody_reads_it_before_the_address_is_proved(client, call, emails):
    answer = client.post(AT, TOGETHER | SEND)

    assert answer.status_code == 302
    assert emails() == [("jude@example.org", "voice: offered")]
    assert not Contribution.objects.sent().exists()


def test_the_email_after_send_it_asks_to_open_the_link_to_send_it(client, call):
    client.post(AT, TOGETHER | SEND)
    client.post(AT, TOGETHER | SAVE | {"title": "Twelve chairs"})
    pressed, saved = Email.objects.order_by("pk")

    assert pressed.subject == "Open this link to send it: “Eleven chairs”"
    assert "Open this link and press “Send it” there" in " ".join(pressed.text.split())
    assert saved.subject.startswith("What you’d like to bring")


def test_a_title_that_is_too_long_is_said_plainly(client, call):
    answer = client.post(AT, TOGETHER | SEND | {"title": "x" * 121})

    assert (answer.status_code, "120 characters at most, please" in answer.text) == (422, True)


def test_the_page_after_it_is_the_same_whoever_has_the_address(call, bo, client):
    there = {email: client.post(AT, TOGETHER | SEND | {"email": email}).headers["Location"] for email in TWO}
    pages = [client.get(at).text.replace(at, "").replace(email, "") for email, at in there.items()]

    assert pages[0] == pages[1]


def test_whoever_opens_the_link_and_presses_has_sent_it(client, call, press, spring):
    client.post(AT, TOGETHER | SEND)
    voice = Voice.objects.get()

    answer = press(voice, "send", **WORDS)

    voice.refresh_from_db()
    assert answer.headers["Location"] == voice.get_absolute_url()
    assert list(Contribution.objects.sent()) == [voice.contribution]
    assert voice.person == Person.objects.get(email="jude@example.org")


def test_no_scanner_sends_or_claims_it(client, call):
    client.post(AT, TOGETHER | SEND)
    voice = Voice.objects.get()

    assert changed_by_scanners(voice.get_absolute_url(), lambda: Voice.objects.values_list("yes_at", "left_at")) == []
    assert changed_by_scanners(voice.get_absolute_url(), wording) == []


def test_a_draft_comes_back_by_its_link(client, call, press):
    client.post(AT, TOGETHER | SAVE)
    voice = Voice.objects.get()
    page = Client().get(voice.get_absolute_url())
    press(voice, "save", **WORDS | {"title": "Twelve chairs"})

    assert "How we learned to sit in a circle." in page.text
    assert list(wording()) == [("Twelve chairs", WORDS["words"], None, 1)]


def test_a_draft_needs_a_title_only(client, call):
    client.post(AT, JUDE | SAVE | {"title": "Eleven chairs"})

    assert [title for title, *_ in wording()] == ["Eleven chairs"]


def test_what_is_sent_needs_words_and_nothing_typed_is_lost(client, call):
    answer = client.post(AT, JUDE | SEND | {"title": "Eleven chairs"})

    assert (answer.status_code, 'value="Eleven chairs"' in answer.text) == (422, True)
    assert not Contribution.objects.exists()


def test_pressed_twice_it_is_brought_once(client, call, emails):
    client.post(AT, TOGETHER | SEND)
    client.post(AT, TOGETHER | SEND)

    assert (Contribution.objects.count(), len(emails())) == (1, 1)


def test_a_member_sends_it_at_once(client, call, bo, spring):
    client.force_login(bo)
    answer = client.post(AT, WORDS | SEND)

    voice = Voice.objects.get()
    assert answer.headers["Location"] == voice.get_absolute_url()
    assert (voice.person, list(Contribution.objects.sent())) == (bo, [voice.contribution])


def test_a_member_finds_it_at_home(client, call, bo):
    client.force_login(bo)
    client.post(AT, WORDS | SAVE)

    page = client.get("/").text

    assert Voice.objects.get().get_absolute_url() in page


def test_what_a_stranger_typed_with_a_members_address_is_not_on_their_home(client, call, bo):
    Client().post(AT, TOGETHER | SEND | {"email": "bo@example.org"})
    client.force_login(bo)

    assert "Eleven chairs" not in client.get("/").text


def test_closed_meanwhile_the_words_are_kept_as_a_draft_and_it_says_so(client, call, close):
    close()

    answer = client.post(AT, TOGETHER | SEND, follow=True)

    assert "kept as a draft" in answer.text
    assert [(title, sent_at) for title, _words, sent_at, _version in wording()] == [("Eleven chairs", None)]
    assert Contribution.objects.get().pressed_at is None


def test_pressed_in_time_it_is_not_too_late_a_day_after(client, call, close, press):
    client.post(AT, TOGETHER | SEND)
    voice = Voice.objects.get()
    close()

    press(voice, "send", **WORDS)

    assert Contribution.objects.sent().exists()


def test_pressed_long_before_it_is(client, call, close, press, now):
    client.post(AT, TOGETHER | SEND)
    Contribution.objects.update(pressed_at=now - timedelta(days=4))
    close()

    answer = press(Voice.objects.get(), "send", **WORDS)

    assert (answer.status_code, Contribution.objects.sent().exists()) == (422, False)


def test_without_a_call_nothing_is_kept(client, spring):
    answer = client.post(AT, TOGETHER | SEND)

    assert (answer.status_code, "Eleven chairs" in answer.text, Contribution.objects.exists()) == (409, True, False)


def test_a_title_leads_nowhere(client, call):
    answer = client.post(AT, TOGETHER | SEND | {"title": "Win at www.example.com"})

    assert (answer.status_code, Email.objects.count()) == (422, 0)


def test_who_says_that_it_is_not_theirs_has_a_quarter_of_an_hour(client, call, press, now):
    client.post(AT, TOGETHER | SEND)
    voice = Voice.objects.get()
    press(voice, "no")
    chores.forget_refused(now + timedelta(minutes=14))
    waiting = Contribution.objects.count()
    chores.forget_refused(now + timedelta(minutes=16))

    assert (waiting, Contribution.objects.count(), Voice.objects.count()) == (1, 0, 0)


def test_a_yes_undoes_the_no(client, call, press, now):
    client.post(AT, TOGETHER | SEND)
    voice = Voice.objects.get()
    press(voice, "no")
    press(voice, "yes")
    chores.forget_refused(now + timedelta(minutes=16))

    assert list(Contribution.objects.sent()) == [voice.contribution]


def test_pressed_twice_by_somebody_we_know_it_is_brought_once(client, call, bo, emails):
    client.force_login(bo)
    client.post(AT, WORDS | SAVE)
    client.post(AT, WORDS | SEND)
    client.post(AT, WORDS | SEND)

    assert (Contribution.objects.count(), Contribution.objects.sent().count()) == (1, 1)
    assert emails() == [("bo@example.org", "voice: offered")]
