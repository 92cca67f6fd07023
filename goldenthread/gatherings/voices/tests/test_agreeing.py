import pytest
from django.test import Client

from goldenthread.gatherings.voices.agreeing import stamp_of
from goldenthread.gatherings.voices.models import Decision, Telling, Voice, VoiceTerms
from goldenthread.gatherings.voices.tests.conftest import AT
from goldenthread.kit.tests.scanners import changed_by_scanners
from goldenthread.outbox.models import Email

TERMS = {"fee": "£120", "expenses": "The train from Leeds", "supporter": "Kit"}


@pytest.fixture
def write(client, ada, jude):
    client.force_login(ada)

    def write(**terms):
        client.post(f"{AT}voices/{jude.pk}/terms/", TERMS | terms)
        return VoiceTerms.objects.get()

    return write


def agree(press, voice, terms):
    press(voice, "yes", "terms/", as_of=stamp_of(terms))
    return VoiceTerms.objects.get().agreed_at


def test_a_convenor_writes_and_the_voice_agrees_on_their_page(write, jude, press, emails):
    terms = write()

    assert emails() == [("jude@example.org", "voice: terms")]
    assert agree(press, jude, terms) is not None


def test_a_change_asks_again(write, jude, press, emails):
    agree(press, jude, write())
    changed = write(fee="£100")

    assert (changed.agreed_at, len(emails())) == (None, 2)


def test_the_same_once_more_asks_nobody(write, jude, press, emails):
    agree(press, jude, write())
    same = write()

    assert (same.agreed_at is not None, len(emails())) == (True, 1)


def test_nobody_agrees_to_what_they_have_not_read(write, jude, press):
    before = write()
    VoiceTerms.objects.all().delete()
    write(fee="£1")

    assert agree(press, jude, before) is None


def test_no_scanner_agrees(write, jude):
    write()

    assert changed_by_scanners(f"{AT}{jude.key}/terms/", lambda: VoiceTerms.objects.values_list("agreed_at")) == []


def test_it_stands_in_no_e_mail_and_on_no_list(write, client, jude):
    write()

    assert ["£120" in text for text in [Email.objects.get().text, client.get(AT).text]] == [False, False]


def test_other_voices_of_it_do_not_read_it(write, jude, press):
    write()
    Client().post(f"{AT}{jude.key}/voices/", {"name": "Sam", "email": "sam@example.org"})
    sam = Voice.objects.get(email="sam@example.org")
    press(sam, "yes")

    assert "£120" not in Client().get(sam.get_absolute_url(), follow=True).text
    assert Client().get(f"{AT}{sam.key}/terms/").status_code == 302


def test_a_member_may_not_write_them(client, jude, bo):
    client.force_login(bo)

    assert client.post(f"{AT}voices/{jude.pk}/terms/", TERMS).status_code == 403


def test_before_it_is_told_the_e_mail_hints_at_no_decision(write, jude, spring, ada, client):
    decision = Decision.objects.create(contribution=jude.contribution, answer="in")
    write()
    page = f"{AT}{jude.key}/terms/"
    held = client.get(page).text
    decision.telling = Telling.objects.create(gathering=spring, by=ada)
    decision.save()
    write(fee="£100")

    before, after = Email.objects.order_by("pk")
    hints = ["neither yes nor no" in text for text in (before.text, held, after.text, client.get(page).text)]
    assert hints == [True, True, False, False]
