"""A wish to be apart is known to whoever wishes it and to nobody else; the mixer gets pairs without a direction."""

import json

import pytest
from django.db import IntegrityError, transaction

from goldenthread.journal.models import Entry
from goldenthread.outbox.models import Email
from goldenthread.threads.keep_apart import keep_apart, let_be, pairs_among, wishes_of
from goldenthread.threads.models import KeepApart, OnePerson, pair_of

PAGES = ["/me/everything/", "/me/everything.html", "/me/everything.json"]


def everything(client):
    return [client.get(page).content.decode() for page in PAGES]


@pytest.mark.parametrize("owner", [0, 1])
def test_the_mixer_cannot_tell_whose_wish_it_is(ada, bo, cy, owner):
    pair = [ada, bo]
    keep_apart(pair[owner], pair[1 - owner])

    assert pairs_among([ada, bo, cy]) == {pair_of(ada, bo)}


def test_a_wish_of_both_is_one_pair(ada, bo):
    keep_apart(ada, bo)
    keep_apart(bo, ada)

    assert pairs_among([ada.pk, bo.pk]) == {pair_of(ada, bo)}


def test_only_those_who_are_there_are_told_apart(ada, bo, cy):
    keep_apart(ada, bo)

    assert pairs_among([ada, cy]) == set()


def test_twice_is_once_and_it_can_be_let_be(ada, bo):
    keep_apart(ada, bo)
    keep_apart(ada, bo)
    before = KeepApart.objects.count()

    let_be(ada, bo)

    assert (before, KeepApart.objects.count()) == (1, 0)


def test_the_other_cannot_take_it_back(ada, bo):
    keep_apart(ada, bo)

    let_be(bo, ada)

    assert [wish.whom for wish in wishes_of(ada)] == [bo]


def test_letting_one_be_ends_nobody_elses_wish_and_none_about_others(ada, bo, cy):
    for owner, whom in ((ada, bo), (ada, cy), (cy, bo)):
        keep_apart(owner, whom)

    let_be(ada, bo)

    assert ([wish.whom for wish in wishes_of(ada)], [wish.whom for wish in wishes_of(cy)]) == ([cy], [bo])


def test_a_wish_of_somebody_who_is_not_there_is_no_pair(ada, bo, cy):
    keep_apart(cy, ada)

    assert pairs_among([ada, bo]) == set()


def test_nobody_is_kept_from_themselves(ada):
    with pytest.raises(OnePerson):
        keep_apart(ada, ada)
    with pytest.raises(IntegrityError), transaction.atomic():
        KeepApart.objects.create(owner=ada, whom=ada)


def test_it_leaves_no_trace_in_the_journal_or_in_emails(ada, bo):
    before = Entry.objects.count(), Email.objects.count()

    keep_apart(ada, bo)
    let_be(ada, bo)

    assert (Entry.objects.count(), Email.objects.count()) == before


def test_no_word_of_python_tells_whose_it_is(ada, bo):
    keep_apart(ada, bo)

    assert (str(KeepApart.objects.get()), repr(KeepApart.objects.get())) == ("a wish", "<KeepApart: a wish>")


def test_whoever_wishes_it_finds_it_among_everything_about_them(client, ada, bo):
    keep_apart(ada, bo)
    client.force_login(ada)

    shown = everything(client)

    assert ["Bo Hazelmoor" in page for page in shown] == [True] * 3
    assert ["People you would rather not sit with" in page for page in shown[:2]] == [True, True]


def test_of_whom_it_is_wished_finds_nothing_of_it(client, ada, bo):
    client.force_login(bo)
    before = everything(client)
    keep_apart(ada, bo)

    after = everything(client)

    kept = [json.loads(pages[2])["kept"] for pages in (before, after)]
    assert kept[0] == kept[1]
    assert ["People you would rather not sit with" in page for page in after[:2]] == [False, False]
