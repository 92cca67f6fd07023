from datetime import timedelta

import pytest
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.html import strip_tags

from goldenthread.outbox.chores import forget_old_emails, send_emails, write_circulars
from goldenthread.outbox.models import Circular, Email
from goldenthread.outbox.models.circular import AlreadySent, NotSent
from goldenthread.outbox.previewing import preview_to, samples
from goldenthread.outbox.tests.conftest import FRIENDS


def addresses():
    return sorted(Email.objects.values_list("address", flat=True))


def test_stopped_on_its_way_no_more_go(previewed, ada, way_out):
    previewed.send(FRIENDS[:3], by=ada)
    write_circulars(timezone.now())
    Email.objects.filter(address="guest-0@example.org").update(state=Email.State.SENT)

    previewed.stop(by=ada)
    previewed.stop(by=ada)
    write_circulars(timezone.now())
    send_emails(timezone.now())

    assert way_out.receivers == []
    assert (previewed.progress().gone, previewed.progress().waiting) == (1, 2)


def test_a_stop_can_be_taken_back(on_its_way, ada, way_out):
    write_circulars(timezone.now())
    on_its_way.stop(by=ada)

    on_its_way.go_on()
    write_circulars(timezone.now())
    send_emails(timezone.now())

    assert sorted(way_out.receivers) == [["guest-0@example.org"], ["guest-1@example.org"], ["guest-2@example.org"]]


def test_what_is_not_on_its_way_cannot_be_stopped(previewed, ada):
    with pytest.raises(NotSent):
        previewed.stop(by=ada)


def test_it_says_how_many_went_and_how_many_are_held(on_its_way, way_out):
    way_out.hung_up_on["guest-1@example.org"] = "at the end"
    write_circulars(timezone.now())

    send_emails(timezone.now())

    progress = on_its_way.progress()
    assert (progress.meant, progress.gone, progress.waiting, progress.held) == (3, 2, 0, 1)


def test_the_held_ones_go_again_only_when_somebody_says_so(on_its_way, way_out):
    way_out.hung_up_on["guest-1@example.org"] = "at the end"
    write_circulars(timezone.now())
    send_emails(timezone.now())
    way_out.hung_up_on.clear()

    send_emails(timezone.now())
    by_itself = len(way_out.arrived)
    again = on_its_way.send_held_again()
    send_emails(timezone.now())

    assert (by_itself, again, len(way_out.arrived)) == (3, 1, 4)
    assert on_its_way.progress().gone == 3


def test_the_held_ones_can_be_let_be(on_its_way):
    write_circulars(timezone.now())
    Email.objects.update(state=Email.State.HELD)

    let = on_its_way.let_held_be()

    assert (let, on_its_way.send_held_again(), on_its_way.progress().let_be) == (3, 0, 3)


def test_a_second_press_sends_nothing(on_its_way, ada):
    with pytest.raises(AlreadySent):
        on_its_way.send(FRIENDS, by=ada)

    write_circulars(timezone.now())
    write_circulars(timezone.now())

    assert addresses() == ["guest-0@example.org", "guest-1@example.org", "guest-2@example.org"]


def test_an_email_on_its_way_is_not_rewritten_nor_previewed(on_its_way, ada):
    with pytest.raises(AlreadySent):
        on_its_way.rewrite(subject="Tea", words="Cake")
    with pytest.raises(AlreadySent):
        preview_to(on_its_way, ada)


def progress_in_words(circular):
    page = {"progress": circular.progress(), "is_stopped": circular.is_stopped, "csrf_token": "x"}
    return " ".join(strip_tags(render_to_string("outbox/_circular_progress.html", page)).split())


def test_a_page_tells_in_words_how_far_it_came(on_its_way, ada):
    write_circulars(timezone.now())
    before = progress_in_words(on_its_way)
    Email.objects.filter(address="guest-0@example.org").update(state=Email.State.SENT)
    Email.objects.filter(address="guest-1@example.org").update(state=Email.State.HELD)

    on_its_way.stop(by=ada)

    assert before == "0 of 3 e-mails have gone. 3 are still to go. Stop sending"
    assert progress_in_words(on_its_way) == (
        "1 of 3 e-mails have gone. You stopped it. No more e-mails go out. We don’t know whether 1 e-mail arrived. You can send"
        " it again, but it may then arrive twice. Send these again Don’t send them Carry on sending"
    )


def test_a_page_shows_the_samples(circular):
    page = render_to_string("outbox/_circular_samples.html", {"samples": samples(circular, FRIENDS)})

    assert [f"Dear Guest {number}," in page for number in (0, 30, 59)] == [True, True, True]


def test_what_was_written_about_something_is_listed_newest_first_and_forgotten_after_a_year(circular, ada):
    another = Circular.begin(by=ada, subject="Tea", words="Tea.", about=circular.about)
    Circular.begin(by=ada, subject="Other", words="Other.", about="plan.gathering:13")

    listed = list(Circular.objects.about(circular.about))
    forget_old_emails(timezone.now() + timedelta(days=366))

    assert (listed, Circular.objects.count()) == ([another, circular], 0)
