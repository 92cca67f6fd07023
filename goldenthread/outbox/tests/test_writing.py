import unicodedata

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from goldenthread.kit import clock
from goldenthread.outbox import post
from goldenthread.outbox.models import Email
from goldenthread.outbox.words import UNSEEN, one_line

WHY = "You follow this plan."


def test_an_email_is_owed_as_soon_as_it_is_written(house, ada, template, settings):
    email = post.write(
        kind="news", to=ada, address="ada@example.org", template=template("Hello.\n"), context={"why": WHY}
    )

    assert list(Email.objects.all()) == [email]
    assert (email.to, email.address, email.kind, str(email)) == (ada, "ada@example.org", "news", "News")
    assert (email.state, email.policy) == (Email.State.OWED, Email.Policy.AT_LEAST_ONCE)
    assert email.text == f"Hello.\n\n{WHY}\n\nTŷ Cyfeillion\nhttp://localhost:8000/\n"


def test_an_email_goes_away_with_the_fact_that_it_told(email_to):
    with transaction.atomic():
        email_to("ada@example.org")
        transaction.set_rollback(True)

    assert list(Email.objects.all()) == []


def test_templates_know_the_house_and_its_address(email_to, settings):
    settings.HOUSE_ADDRESS = "https://home.example.org"

    email = email_to("ada@example.org", "From {{ house.name }}: {{ house_address }}/me/\n")

    assert email.text.splitlines()[0] == "From Tŷ Cyfeillion: https://home.example.org/me/"
    assert email.message_id.endswith("@home.example.org>")


def test_a_house_that_nobody_founded_yet_can_write(db, template):
    email = post.write(
        kind="news", to=None, address="ada@example.org", template=template("Hello.\n"), context={"why": WHY}
    )

    assert email.text == f"Hello.\n\n{WHY}\n\nGolden Thread\nhttp://localhost:8000/\n"


def test_it_is_written_in_the_receivers_language(house, ada, template):
    ada.language = "cy"
    words = "{% load i18n %}{% get_current_language as said %}{{ said }} {{ more }}\n"

    with translation.override("en-gb"):
        email = post.write(
            kind="news", to=ada, address="ada@example.org", template=template(words), context={"more": _("English")}
        )

    assert email.language == "cy"
    assert email.text.split()[0] == "cy"
    assert '<html lang="cy">' in email.html


def test_somebody_unknown_gets_the_language_they_read(email_to):
    with translation.override("cy"):
        email = email_to("eve@example.org")

    assert email.language == "cy"


def test_it_says_why_it_comes_and_how_to_get_fewer(email_to):
    context = {"why": _("You follow this plan."), "about": "plan.gathering:12"}

    email = email_to("ada@example.org", context=context)

    assert email.text.splitlines()[2:4] == [
        "You follow this plan.",
        f"To get fewer e-mails: {email.fewer_at}",
    ]
    assert email.fewer_at.startswith("http://localhost:8000/letters/fewer/")
    assert f'<a href="{email.fewer_at}">Get fewer e-mails</a>' in email.html


def test_plain_text_stays_plain_and_html_is_escaped(email_to):
    email = email_to("ada@example.org", "{{ words }}\n", context={"words": "Ada's <b>tea</b> & cake"})

    assert email.text.splitlines()[0] == "Ada's <b>tea</b> & cake"
    assert "Ada&#x27;s &lt;b&gt;tea&lt;/b&gt; &amp; cake" in email.html


def test_an_email_may_bring_html_of_its_own(house, template):
    name = template("Hello.\n", html='{% extends "outbox/email.html" %}{% block words %}<p>A table.</p>{% endblock %}')

    email = post.write(kind="news", to=None, address="ada@example.org", template=name, context={})

    assert "<p>A table.</p>" in email.html
    assert "Hello." not in email.html


@pytest.mark.parametrize(
    "words",
    [
        "Tea\r\nBcc: everybody@example.org",
        "Tea\nBcc: everybody@example.org",
        "Tea\rBcc: everybody@example.org",
        "Tea\u2028Bcc: everybody@example.org",
        "Tea\x85Bcc: everybody@example.org",
        "Tea\x00\x0bBcc:\teverybody@example.org",
    ],
)
def test_nobody_can_begin_a_new_header_in_a_subject(house, template, words):
    name = template(subject="{{ words }}")

    email = post.write(kind="news", to=None, address="ada@example.org", template=name, context={"words": words})

    assert email.subject == "Tea Bcc: everybody@example.org"


def test_a_long_subject_is_cut_and_says_so():
    assert one_line("x" * 300) == "x" * 199 + "…"


def test_signs_that_turn_writing_around_stay_out_of_headers():
    assert one_line("Ada \u202emoc.live\u2066 said") == "Ada moc.live said"


def test_what_a_mail_program_would_decode_is_shown_as_it_is():
    assert one_line("=?utf-8?q?Bcc?=") == "= ?utf-8?q?Bcc?="


def test_signs_that_join_others_stay():
    family, persian = "👩\u200d👩\u200d👧", "\u0646\u0631\u06af\u0633\u200c\u0647\u0627"

    assert one_line(f"{family} {persian}") == f"{family} {persian}"


@pytest.mark.parametrize(
    "address", ["", "nobody", "a@b@c.org", "ada@example.org\nBcc: x@example.org", "x" * 250 + "@example.org"]
)
def test_what_is_no_address_is_refused(email_to, address):
    with pytest.raises(ValidationError):
        email_to(address)

    assert list(Email.objects.all()) == []


def test_in_the_sample_house_emails_are_kept_from_the_first_moment(sample_house, email_to):
    assert email_to("ada@example.org").state == Email.State.KEPT


def test_emails_bear_the_time_of_the_house(sample_house, email_to, settings):
    clock.move_to(clock.now().replace(year=2022, month=12, day=14))

    email = email_to("ada@example.org")

    assert email.written_at.year == 2022
    assert email.next_try_at.year > 2022


def test_no_two_emails_share_a_message_id(email_to):
    assert email_to("ada@example.org").message_id != email_to("ada@example.org").message_id


def test_my_emails_are_mine_and_newest_first(house, ada, email_to):
    email_to("ada@example.org")
    first, second = email_to("ada@example.org", to=ada), email_to("ada@example.org", to=ada)

    assert list(Email.objects.of(ada)) == [second, first]


def test_controls_and_halves_of_signs_stay_out_of_emails_and_nothing_else_does():
    every_sign = [chr(number) for number in range(0x110000)]
    unseen = {sign for sign in every_sign if unicodedata.category(sign) in {"Cc", "Cs"}}

    assert {sign for sign in every_sign if UNSEEN.fullmatch(sign)} == unseen
