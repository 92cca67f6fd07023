"""What an e-mail address is, and what never is one."""

import pytest
from django.core.validators import validate_email
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.provisional import domains

from goldenthread.kit.email_address import (
    INVALID,
    NEVER_SENT,
    UNUSUAL_LETTERS,
    EmailAddressField,
    NotAnAddress,
    as_sent,
    email_address,
    in_one_spelling,
    is_address,
    limit_key,
)


@pytest.mark.parametrize(
    "typed",
    [
        "ann@example.org",
        " Ann@Example.ORG ",
        "ann@example.org.",
        "ann@example.org,",
        "\u200bann@example.org\u00a0",
        "mailto:ann@example.org?subject=Tea",
        "MAILTO:ann%40example.org",
        "Ann Lee <ann@example.org>",
        "Lee, Ann <ann@example.org>",
        '"=?utf-8?q?eve=40example.net?=" <ann@example.org>',
        "<ann@example.org>",
        "ann@example.org <ann@example.org>",
        "ann@\uff45xample.org",
        "ann@example。org",
    ],
)
def test_it_is_found_in_what_people_type_and_paste(typed):
    assert email_address(typed) == "ann@example.org"


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "ann",
        "ann@",
        "@example.org",
        "ann@example",
        "ann@localhost",
        "ann@example.invalid",
        "ann@127.0.0.1",
        "ann@[127.0.0.1]",
        "ann@@example.org",
        "ann@eve@example.org",
        "ann@example.org, eve@example.org",
        "eve@example.org, Ann <ann@example.org>",
        "Ann <ann@example.org> <eve@example.org>",
        '"ann lee"@example.org',
        "ann(eve)@example.org",
        "ann lee@example.org",
        "ann..lee@example.org",
        ".ann@example.org",
        "ann@example..org",
        "ann@-example.org",
        "ann@exam_ple.org",
        "ann\x00@example.org",
        "ann@example.org\x00",
        "ann\n@example.org",
        "ann@example.org\nBcc: eve@example.org",
        "ann\ud800@example.org\n",
        f"{'a' * 65}@example.org",
        f"ann@{'a.' * 124}example.org",
    ],
)
def test_what_is_no_address_is_refused(typed):
    with pytest.raises(NotAnAddress) as refused:
        email_address(typed)

    assert refused.value.messages in ([str(INVALID)], [str(UNUSUAL_LETTERS)])


@pytest.mark.parametrize(
    "typed",
    ["=?utf-8?q?eve=40example.net?=@example.test", "ann%example.net@example.test", "example.net!ann@example.test"],
)
def test_an_address_that_is_read_in_two_ways_is_refused(typed):
    with pytest.raises(NotAnAddress) as refused:
        email_address(typed)

    assert refused.value.messages == [str(NEVER_SENT)]


def test_letters_that_we_cannot_send_are_said():
    with pytest.raises(NotAnAddress) as refused:
        email_address("änn@example.org")

    assert refused.value.messages == [str(UNUSUAL_LETTERS)]


def test_two_addresses_are_one_too_many_whatever_their_letters():
    with pytest.raises(NotAnAddress) as refused:
        email_address("änn@eve@example.org")

    assert refused.value.messages == [str(INVALID)]


@pytest.mark.parametrize(("typed", "is_one"), [("Ann <ann@example.org>", True), ("Ann", False)])
def test_it_can_be_asked_without_a_refusal(typed, is_one):
    assert is_address(typed) is is_one


def test_a_domain_is_shown_in_its_own_letters_and_sent_to_in_ascii():
    kept = email_address("Ann@Exämple.test")

    assert (kept, as_sent(kept)) == ("ann@exämple.test", "ann@xn--exmple-cua.test")
    assert email_address("ann@xn--exmple-cua.test") == kept


def test_a_sharp_s_is_not_two():
    # Django would send to fass.de, whose mailbox is another.
    assert as_sent(email_address("ann@faß.de")) == "ann@xn--fa-hia.de"


def test_an_address_from_before_is_sent_to_in_its_one_spelling():
    assert as_sent("Ann@Example.ORG") == "ann@example.org"


def test_letters_whose_lower_case_databases_know_differently_stay_in_ascii():
    assert email_address("ann@\u13a0\u13a1\u13a2.org") == "ann@xn--58dcd.org"


def test_letters_that_django_does_not_know_stay_in_ascii():
    assert email_address("ann@\U00020bb7.org") == "ann@xn--7l3i.org"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ann@example.org", "Ann+news@example.org"),
        ("ann.lee@gmail.com", "a.n.n.lee+x@googlemail.com"),
        ("ann@exämple.test", "ann@xn--exmple-cua.test"),
    ],
)
def test_one_mailbox_has_one_limit(one, other):
    assert limit_key(one) == limit_key(other)


@pytest.mark.parametrize(
    ("one", "other"), [("ann.lee@example.org", "annlee@example.org"), ("+ann@example.org", "+eve@example.org")]
)
def test_two_mailboxes_have_two_limits(one, other):
    assert limit_key(one) != limit_key(other)


def test_what_is_no_address_can_still_be_compared():
    assert in_one_spelling(" No Address ") == "no address"


def test_a_form_keeps_the_one_spelling():
    assert EmailAddressField().clean("Ann <Ann@Exämple.test>") == "ann@exämple.test"


@settings(deadline=None, max_examples=60)
@given(st.emails(domains=domains()) | st.builds("{}@{}".format, st.text(max_size=8), domains()) | st.text(max_size=20))
def test_every_address_has_one_spelling_that_django_takes(typed):
    try:
        kept = email_address(typed)
    except NotAnAddress:
        return

    validate_email(kept)
    assert (email_address(kept), email_address(as_sent(kept)), kept.lower()) == (kept, kept, kept)
    assert as_sent(kept).isascii()
