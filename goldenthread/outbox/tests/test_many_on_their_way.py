import pytest
from django.utils import timezone

from goldenthread.outbox.chores import send_letters, write_circulars
from goldenthread.outbox.models import Letter
from goldenthread.outbox.models.circular import AlreadySent, NotSent
from goldenthread.outbox.previewing import preview_to
from goldenthread.outbox.tests.conftest import FRIENDS


def addresses():
    return sorted(Letter.objects.values_list("address", flat=True))


def test_stopped_on_its_way_no_more_go(previewed, ada, way_out):
    previewed.send(FRIENDS[:3], by=ada)
    write_circulars(timezone.now())
    Letter.objects.filter(address="guest-0@example.org").update(state=Letter.State.SENT)

    previewed.stop(by=ada)
    previewed.stop(by=ada)
    write_circulars(timezone.now())
    send_letters(timezone.now())

    assert way_out.receivers == []
    assert (previewed.progress().gone, previewed.progress().waiting) == (1, 2)


def test_a_stop_can_be_taken_back(on_its_way, ada, way_out):
    write_circulars(timezone.now())
    on_its_way.stop(by=ada)

    on_its_way.go_on()
    write_circulars(timezone.now())
    send_letters(timezone.now())

    assert sorted(way_out.receivers) == [["guest-0@example.org"], ["guest-1@example.org"], ["guest-2@example.org"]]


def test_what_is_not_on_its_way_cannot_be_stopped(previewed, ada):
    with pytest.raises(NotSent):
        previewed.stop(by=ada)


def test_it_says_how_many_went_and_how_many_are_held(on_its_way, way_out):
    way_out.hung_up_on["guest-1@example.org"] = "at the end"
    write_circulars(timezone.now())

    send_letters(timezone.now())

    progress = on_its_way.progress()
    assert (progress.meant, progress.gone, progress.waiting, progress.held) == (3, 2, 0, 1)


def test_the_held_ones_go_again_only_when_somebody_says_so(on_its_way, way_out):
    way_out.hung_up_on["guest-1@example.org"] = "at the end"
    write_circulars(timezone.now())
    send_letters(timezone.now())
    way_out.hung_up_on.clear()

    send_letters(timezone.now())
    by_itself = len(way_out.arrived)
    again = on_its_way.send_held_again()
    send_letters(timezone.now())

    assert (by_itself, again, len(way_out.arrived)) == (3, 1, 4)
    assert on_its_way.progress().gone == 3


def test_the_held_ones_can_be_let_be(on_its_way):
    write_circulars(timezone.now())
    Letter.objects.update(state=Letter.State.HELD)

    let = on_its_way.let_held_be()

    assert (let, on_its_way.send_held_again(), on_its_way.progress().let_be) == (3, 0, 3)


def test_a_second_press_sends_nothing(on_its_way, ada):
    with pytest.raises(AlreadySent):
        on_its_way.send(FRIENDS, by=ada)

    write_circulars(timezone.now())
    write_circulars(timezone.now())

    assert addresses() == ["guest-0@example.org", "guest-1@example.org", "guest-2@example.org"]


def test_a_letter_on_its_way_is_not_rewritten_nor_previewed(on_its_way, ada):
    with pytest.raises(AlreadySent):
        on_its_way.rewrite(subject="Tea", words="Cake")
    with pytest.raises(AlreadySent):
        preview_to(on_its_way, ada)
