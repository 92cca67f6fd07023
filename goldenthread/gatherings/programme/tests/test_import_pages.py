"""Convenors choose a file, look at what it would bring, press once, and can undo it."""

import random
import re
import string
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.html import strip_tags

from goldenthread.gatherings.programme.models import Placing, ProgrammeImport, Session

HERE = "/gatherings/spring/programme/imports/"
LIST = "Title,Day,From,Room,Who,Colour\nBread,20/5/2027,9:30,Hall,Ann\nSalt,21/5/2027,9:30,Hall,Bo\n,,10:00,,,red\n"


@pytest.fixture
def press(client, ada, spring):
    client.force_login(ada)

    def press(content=LIST, days="move"):
        looked = look(client, content)
        packed = re.search(r'name="packed" value="([^"]+)"', looked.content.decode())
        assert packed
        return looked, client.post(f"{HERE}sessions/", {"packed": unescape(packed[1]), "days": days}, follow=True)

    return press


def look(client, content):
    return client.post(HERE, {"file": SimpleUploadedFile("day.csv", content.encode())})


def words(answer):
    return " ".join(unescape(strip_tags(answer.content.decode())).split())


def test_it_is_looked_at_first_and_then_brought_in(press):
    looked, brought = press()

    seen = words(looked)
    expected = [
        "2 sessions would be added. Nothing has been saved yet.",
        "Begin on Tuesday 20 April 2027, the first day of the gathering",
        "Keep the days of the file, from Thursday 20 May 2027",
        "Line 4: There’s no title.",
        "Nothing says how long “Bread” takes: 45 minutes.",
        "This column isn’t read: Colour",
        "Hall (2)",
        "Thursday 20 May 2027 1 session",
    ]
    assert [sentence for sentence in expected if sentence not in seen] == []
    assert "2 sessions were added." in words(brought)
    assert [str(day) for day in Placing.objects.in_order().values_list("day", flat=True)] == [
        "2027-04-20",
        "2027-04-21",
    ]


def test_the_days_of_the_file_can_be_kept_and_the_next_file_goes_by_that(press, client):
    press(days="keep")
    again = words(look(client, LIST))

    assert [str(day) for day in Placing.objects.in_order().values_list("day", flat=True)] == [
        "2027-05-20",
        "2027-05-21",
    ]
    assert "There’s nothing new in this file." in again


def test_a_second_press_changes_nothing(press):
    press()
    _looked, again = press()

    assert "There’s nothing new in this file, so nothing has changed." in words(again)
    assert (Session.objects.count(), ProgrammeImport.objects.count()) == (2, 1)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("[" * 100_000, "day.csv is damaged, or not a programme that we can read."),
        ('<!DOCTYPE schedule [<!ENTITY a "aa">]><schedule>&a;</schedule>', "defines words of its own"),
        ("Title,Room\n", "There are no sessions in day.csv"),
        ("", "There’s nothing in this file."),
    ],
)
def test_what_cannot_be_read_is_said_in_words(client, ada, spring, content, sentence):
    client.force_login(ada)
    answer = look(client, content)

    assert (answer.status_code, sentence in words(answer)) == (422, True)


def choose(client, looked, *columns, **more):
    """Look once more, with columns chosen by hand."""
    sheet = re.search(r'name="sheet" value="([^"]+)"', looked.content.decode())
    assert sheet
    chosen = {f"column_{number}": what for number, what in enumerate(columns)}
    return client.post(f"{HERE}columns/", {"sheet": unescape(sheet[1])} | chosen | more)


def test_columns_that_nobody_understands_are_chosen_by_hand(client, ada, spring):
    client.force_login(ada)
    unread = look(client, "Beitrag,Zeit,Saal,Von\nBrot,20/4/2027 9:30,Halle,Ann\n")
    chosen = choose(client, unread, "title", "starts", "room", "who")
    packed = re.search(r'name="packed" value="([^"]+)"', chosen.content.decode())
    assert packed
    client.post(f"{HERE}sessions/", {"packed": unescape(packed[1])})

    assert "Which column says what each session is called?" in words(unread)
    assert "For example: Brot" in words(unread)
    assert "1 session would be added." in words(chosen)
    placing = Placing.objects.get()
    assert (str(placing.session), str(placing.from_time), str(placing.room)) == ("Brot", "09:30:00", "Halle")
    assert [speaker.name for speaker in placing.session.speakers.all()] == ["Ann"]


def test_a_list_without_headings_is_read_from_its_first_line(client, ada, spring):
    client.force_login(ada)
    chosen = choose(client, look(client, "Brot,9:30\nSalz,10:30\n"), "title", "starts", is_headless="on")

    assert "2 sessions would be added." in words(chosen)


@pytest.mark.parametrize(
    ("columns", "sentence"),
    [
        (("", "starts"), "Choose which column says what each session is called."),
        (("title", "title"), "Only one column can hold this: What it is called"),
    ],
)
def test_a_choice_that_cannot_be_is_said_in_words(client, ada, spring, columns, sentence):
    client.force_login(ada)
    answer = choose(client, look(client, "Brot,Zeit\nSalz,9:30\n"), *columns)

    assert (answer.status_code, sentence in words(answer)) == (422, True)


def test_what_another_program_saved_has_no_columns_to_choose(client, ada, spring):
    client.force_login(ada)
    answer = look(client, '{"schedule": {"conference": {"days": [{"rooms": {"A": [{"title": "Bread"}]}}]}}}')

    assert (answer.status_code, "Choose the columns by hand" in words(answer)) == (200, False)


def test_a_list_that_was_tampered_with_is_chosen_once_more(client, ada, spring):
    client.force_login(ada)

    assert "Please choose the file once more." in words(client.post(f"{HERE}columns/", {"sheet": "x"}, follow=True))


def test_what_does_not_fit_into_a_page_is_refused(client, ada, spring):
    client.force_login(ada)
    letters = random.Random(7)  # noqa: S311 - letters that no compression makes fewer
    words = ("".join(letters.choices(string.ascii_letters, k=3_900)) for _session in range(900))
    answer = look(client, "Title,Words\n" + "".join(f"Bread,{each}\n" for each in words))

    assert answer.status_code == 422
    assert b"is too large to be brought in at once" in answer.content


def test_a_press_that_was_tampered_with_brings_nothing(client, ada, spring):
    client.force_login(ada)
    answer = client.post(f"{HERE}sessions/", {"packed": "x"}, follow=True)

    assert "Please choose the file once more." in words(answer)
    assert not Session.objects.exists()


def test_it_can_be_undone_and_what_goes_is_said_before(press, client):
    press()
    Session.objects.filter(title="Salt").update(title="Sea salt")
    removal = f"{HERE}{ProgrammeImport.objects.get().pk}/removal/"
    before = words(client.get(removal))
    after = words(client.post(removal, follow=True))

    assert "1 session is removed when you press the button" in before
    assert "something was changed or built on them since: Sea salt" in before
    assert "1 session was removed. 1 session stays" in after
    assert list(Session.objects.values_list("title", flat=True)) == ["Sea salt"]


def test_members_and_strangers_bring_nothing_in(client, bo, spring):
    strangers = client.get(HERE).status_code
    client.force_login(bo)

    assert (strangers, client.get(HERE).status_code, look(client, LIST).status_code) == (302, 403, 403)


def test_a_room_in_capitals_is_one_room_and_what_came_in_leads_to_the_draft(press, client):
    looked, _brought = press("Title,Day,From,Room\nBread,20/4/2027,9:30,Main Hall\nSalt,20/4/2027,10:30,main hall\n")

    assert "Main Hall (2)" in words(looked)
    assert "See it in the draft" in words(client.get(HERE))
