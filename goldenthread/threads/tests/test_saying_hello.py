"""Saying hello through this site: words go, addresses do not, and nobody can pester or find out what others keep quiet."""

import pytest
from django.db.models import Value
from django.db.models.functions import Concat

from goldenthread.journal.models import Entry
from goldenthread.kit import clock
from goldenthread.outbox.models import Email, Refusal
from goldenthread.outbox.models.refusal import about
from goldenthread.people.models import Finding, Hellos, Person, Portrait
from goldenthread.threads.keep_apart import keep_apart
from goldenthread.threads.meeting import they_met
from goldenthread.threads.models import Where
from goldenthread.threads.tests.hellos import WORDS, browser_of, hellos

THANKS = "Thank you. We send your words on, unless they have asked us not to."


def test_her_page_leads_on(client, ada, nia, to_nia):
    client.force_login(ada)

    page = client.get(f"/people/{nia.portrait.token}/").content.decode()

    assert (to_nia in page, f"/me/thread/introductions/to/{nia.portrait.token}/" in page) == (True, True)


def test_words_go_and_no_address_is_shown(ada_writes, nia):
    page = ada_writes().content.decode()

    [email] = hellos()
    assert (email.address, "> I bake, too." in email.text, "Ada Foxglove" in email.subject) == (
        "nia@example.org",
        True,
        True,
    )
    assert ("ada@example.org" in f"{email.text}{email.html}", "nia@example.org" in page) == (False, False)


def test_mine_is_shown_if_i_tick_so(ada_writes):
    ada_writes(shows_address="on")

    assert "ada@example.org" in hellos().get().text


def test_nobody_makes_a_code_of_ours(ada_writes):
    ada_writes()

    assert [block.code for block in hellos().get().blocks if block.code] == []


@pytest.mark.parametrize("link", ["https://evil.example/", "WWW.evil.example", "evil.com/login", "https:evil.com"])
def test_no_link_goes_under_our_name(ada_writes, link):
    answer = ada_writes(words=f"Look: {link}")

    assert (answer.status_code, link in answer.content.decode(), hellos().count()) == (422, True, 0)


def test_then_it_is_their_turn(ada_writes, ada, nia):
    ada_writes()

    again = ada_writes()

    assert ("Now it’s their turn" in again.content.decode(), hellos().count()) == (True, 1)
    browser_of(nia).post(f"/people/{ada.portrait.token}/hello/", WORDS)
    ada_writes()
    assert [email.to for email in hellos()] == [nia, ada, nia]


def test_whoever_had_one_may_answer_whatever_the_other_lets(ada_writes, ada, nia, bo):
    ada_writes()

    answers = [browser_of(who).get(f"/people/{ada.portrait.token}/hello/").status_code for who in (nia, bo)]

    assert (Finding.objects.filter(person=ada).exists(), answers) == (False, [200, 404])


@pytest.mark.parametrize(("lets", "status"), [("nobody", 403), ("met", 403), ("members", 200)])
def test_each_says_who_may(client, ada, nia, to_nia, lets, status):
    client.force_login(ada)
    Portrait.objects.filter(person=nia).update(hellos=lets)

    assert client.get(to_nia).status_code == status
    assert client.post(to_nia, WORDS, follow=True).status_code == status
    assert (to_nia in client.get(f"/people/{nia.portrait.token}/").content.decode()) == (status == 200)


def test_people_i_have_met_may_if_i_say_nothing(client, ada, nia, to_nia):
    client.force_login(ada)
    Portrait.objects.filter(person=nia).update(hellos=Portrait().hellos)
    they_met([(ada, nia)], where=Where("gathering:1", "Supper"), at=clock.now())

    assert client.get(to_nia).status_code == 200


def test_i_switch_it_off_on_my_page(client, nia):
    client.force_login(nia)

    client.post("/me/", {"chosen_name": "", "language": "en-gb", "letters_rhythm": "weekly", "hellos": "nobody"})

    assert Portrait.objects.get(person=nia).hellos == Hellos.NOBODY


@pytest.mark.parametrize("quietly", ["a wish to be apart", "a wish of her own", "no more of these"])
def test_what_is_not_passed_on_looks_the_same(ada_writes, ada, bo, nia, to_nia, quietly):
    browser_of(bo).post(to_nia, WORDS)
    {
        "a wish to be apart": lambda: keep_apart(nia, ada),
        "a wish of her own": lambda: keep_apart(ada, nia),
        "no more of these": lambda: Refusal.of(nia.email or "nia@example.org", Email.HELLO, about(ada)).declare(),
    }[quietly]()

    answer = ada_writes()

    assert [email.speaks_of for email in hellos()] == [bo]
    assert [str(message) for message in answer.context["messages"]] == [THANKS]
    assert "Now it’s their turn" in answer.content.decode()


def test_one_press_refuses_her_for_good(ada_writes, client, nia, ada):
    ada_writes()

    client.post(hellos().get().fewer_at)

    assert Refusal.objects.stands("nia@example.org", Email.HELLO, about(ada))


def test_ten_in_a_day_are_enough(client, ada, somebody):
    client.force_login(ada)
    people = [somebody(f"p{number}", hellos=Hellos.MEMBERS) for number in range(11)]
    Person.objects.filter(name__startswith="p").update(email=Concat("name", Value("@example.org")))

    answers = [client.post(f"/people/{person.portrait.token}/hello/", WORDS).status_code for person in people]

    assert answers == [302] * 10 + [422]


def test_hellos_that_are_not_sent_use_up_nobodys_day(client, ada, somebody):
    client.force_login(ada)
    first, *others = [somebody(name, hellos=Hellos.MEMBERS) for name in ("pat", "quin")]
    Person.objects.filter(name__in=["pat", "quin"]).update(email=Concat("name", Value("@example.org")))

    for _press in range(12):
        client.post(f"/people/{first.portrait.token}/hello/", WORDS)

    assert client.post(f"/people/{others[0].portrait.token}/hello/", WORDS).status_code == 302


def test_the_journal_knows_that_it_happened_and_not_to_whom(ada_writes, ada, nia):
    ada_writes()

    entry = Entry.objects.get(did="said hello")
    assert (entry.by, entry.kind, entry.why) == (ada, "people.hello", "")
