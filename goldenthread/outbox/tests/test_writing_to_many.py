import pytest
from django.contrib.auth import get_user_model
from django.utils import timezone

from goldenthread.outbox.chores import send_emails, write_circulars
from goldenthread.outbox.forms import CircularForm
from goldenthread.outbox.models import CircularReceiver, Email
from goldenthread.outbox.models.circular import NobodyToWriteTo, NotPreviewed
from goldenthread.outbox.previewing import preview_to, samples
from goldenthread.outbox.tests.conftest import FRIENDS, WORDS


def test_its_writer_reads_it_first_as_a_real_email(circular, ada):
    email = preview_to(circular, ada)

    assert (email.address, email.subject, email.state) == ("ada@example.org", "For Ada Ŵyn", Email.State.OWED)
    assert email.text.startswith("Dear Ada Ŵyn,\n\nbring **tea**.\n")
    assert "<strong>tea</strong>" in email.html
    assert email.fewer_at == ""


def test_it_does_not_go_before_its_writer_had_it(circular, ada):
    with pytest.raises(NotPreviewed):
        circular.send(FRIENDS, by=ada)

    assert CircularReceiver.objects.count() == 0


def test_words_that_change_are_previewed_anew(previewed, ada):
    previewed.rewrite(subject="Tea", words="Bring cake.")

    with pytest.raises(NotPreviewed):
        previewed.send(FRIENDS, by=ada)


def test_words_that_stay_need_no_second_preview(previewed, ada):
    previewed.rewrite(subject="For {name}", words=WORDS)

    assert previewed.send(FRIENDS, by=ada).by == ada


def test_three_see_it_as_it_will_look_for_them_and_nothing_goes(circular):
    shown = samples(circular, FRIENDS)

    assert [email.subject for email in shown] == ["For Guest 0", "For Guest 30", "For Guest 59"]
    assert "Dear Guest 30" in shown[1].html
    # Whoever looks refuses nothing for them, and does not learn whether they did.
    assert [("/fewer/" in email.text, "(a personal link)" in email.text) for email in shown] == [(False, True)] * 3
    assert Email.objects.count() == 0


@pytest.mark.parametrize(("how_many", "shown"), [(0, 0), (1, 1), (2, 2), (3, 3), (4, 3)])
def test_few_receivers_are_all_shown(circular, how_many, shown):
    assert len(samples(circular, FRIENDS[:how_many])) == shown


def test_each_gets_it_alone_with_their_own_name(on_its_way, way_out):
    write_circulars(timezone.now())
    send_emails(timezone.now())

    assert way_out.receivers == [["guest-0@example.org"], ["guest-1@example.org"], ["guest-2@example.org"]]
    assert [email.message["Subject"] for email in way_out.arrived] == ["For Guest 0", "For Guest 1", "For Guest 2"]
    assert {email.policy for email in Email.objects.all()} == {Email.Policy.AT_MOST_ONCE}


def test_more_than_fit_in_one_transaction_all_get_it(previewed, ada):
    previewed.send(FRIENDS, by=ada)

    write_circulars(timezone.now())

    assert Email.objects.count() == 60


def test_one_mailbox_gets_it_once_however_often_it_is_listed(previewed, ada):
    twice = [(None, "Eve@example.org", {"name": "Eve"}), (ada, "eve@example.org", {}), (None, "", {})]

    previewed.send(twice, by=ada)

    assert [(row.address, row.to, row.name) for row in previewed.receivers.all()] == [
        ("eve@example.org", ada, "Ada Ŵyn")
    ]


def test_without_anybody_to_write_to_nothing_begins(previewed, ada):
    with pytest.raises(NobodyToWriteTo):
        previewed.send([(None, "no address", {})], by=ada)

    assert not previewed.is_sent


def test_a_name_makes_no_link_and_no_markup(circular):
    [email] = samples(circular, [(None, "eve@example.org", {"name": "[x](https://evil.example) <b>evil.example</b>"})])

    assert "https://evil.example&quot;" not in email.html
    assert 'href="http' not in email.html.partition("<div dir")[2].partition("</div>")[0]
    assert "&lt;b&gt;evil.example&lt;/b&gt;" in email.html


def test_whoever_has_no_name_is_a_friend(circular):
    [email] = samples(circular, [(None, "eve@example.org", {})])

    assert email.text.startswith("Dear friend,")


def test_what_we_do_not_know_of_people_is_not_promised(house):
    form = CircularForm({"subject": "Tea", "words": "Dear {nmae}"})

    assert form.errors == {"words": ["We can fill in only {name}. {nmae} would be sent as it is."]}


def test_a_member_who_leaves_takes_their_line_along(previewed, ada, house):
    bo = get_user_model().objects.create_person("Bo", "bo@example.org")
    previewed.send([(bo, "bo@example.org", {})], by=ada)

    bo.delete()

    assert previewed.receivers.count() == 0
