"""Lists of unsubscribed and cleaned addresses bring nobody in: they are kept so that no list writes to them."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from goldenthread.gatherings.bookings.expecting import ask_each, to_ask
from goldenthread.gatherings.bookings.importing import bring, look
from goldenthread.gatherings.bookings.models import Booking, Import, Owed
from goldenthread.journal.models import Entry
from goldenthread.kit import wishes
from goldenthread.outbox.models import Refusal

AT = "/gatherings/spring/bookings/"
OF_ALL = "Email Address,First Name,Last Name,MEMBER_RATING,OPTIN_TIME,LAST_CHANGED"
UNSUBSCRIBED = f"""{OF_ALL},UNSUB_TIME,UNSUB_CAMPAIGN_TITLE,UNSUB_CAMPAIGN_ID,UNSUB_REASON,LEID,EUID,NOTES,TAGS
nan@example.org,Nan,Weir,2,2018-02-12 10:54:27,2023-04-21 11:16:57,2023-04-21 11:16:57,May news,1,NORMAL,1,2,,
eli@example.org,,,2,2018-02-12 10:54:27,2023-04-21 11:16:57,2023-04-21 11:16:57,May news,1,NORMAL,1,2,,
"""
CLEANED = f"""{OF_ALL},CLEAN_TIME,CLEAN_CAMPAIGN_TITLE,CLEAN_CAMPAIGN_ID,LEID,EUID,NOTES,TAGS
nan@example.org,Nan,Weir,2,2018-02-12 10:54:27,2023-04-21 11:16:57,2023-04-21 11:16:57,May news,1,1,2,,
"""
MIXED = """Name,Email,Status
Ann,ann@example.org,active
Nan,nan@example.org,inactive
Eli,eli@example.org,Unsubscribed
Pat,,inactive
"""
WITHOUT_NAMES = "email,status,created_at\nnan@example.org,inactive,2024\n"


@pytest.fixture
def browser(client, ada, room):
    client.force_login(ada)
    return client


@pytest.fixture
def upload(browser):
    return lambda content: browser.post(f"{AT}imports/", {"file": SimpleUploadedFile("list.csv", content.encode())})


def sorted_out(gathering, content):
    looked = look(gathering, "list.csv", content.encode(), "en-gb")
    return [line.wish.name for line in looked.lines], looked.unsubscribed


@pytest.mark.parametrize(
    ("content", "brought", "left"),
    [
        (UNSUBSCRIBED, [], ["nan@example.org", "eli@example.org"]),
        (CLEANED, [], ["nan@example.org"]),
        (MIXED, ["Ann", "Pat"], ["nan@example.org", "eli@example.org"]),
        (WITHOUT_NAMES, [], ["nan@example.org"]),
        (MIXED.replace("Status", "Stood"), ["Ann", "Nan", "Eli"], []),
    ],
)
def test_who_left_is_known_by_the_columns(room, content, brought, left):
    names, unsubscribed = sorted_out(room, content)

    assert (names[:3], unsubscribed) == (brought, left)


def test_the_page_says_so_and_what_can_be_done_and_nothing_is_written(upload):
    page = " ".join(upload(MIXED).content.decode().split())

    assert "2 people on this list have left a mailing list" in page
    assert "choose “Leave this column out” for it below" in page
    assert (Refusal.objects.count(), Booking.objects.count()) == (0, 0)


def test_the_column_may_mean_something_else(browser, upload):
    again = browser.post(
        f"{AT}imports/columns/",
        {"sheet": upload(MIXED).context["sheet"], "column_0": "name", "column_1": "email", "column_2": ""},
    )

    assert ([line.wish.name for line in again.context["looked"].lines], again.context["looked"].unsubscribed) == (
        ["Ann", "Nan", "Eli", "Pat"],
        [],
    )


def test_it_is_remembered_and_no_list_writes_to_them(browser, upload, room, ada, now):
    browser.post(f"{AT}imports/lines/", {"packed": upload(UNSUBSCRIBED).context["packed"], "remember": "on"})

    later = look(room, "list.csv", b"Name,E-mail\nNan,nan@example.org\nBo,bo@example.org\n", "en-gb")
    bring(room, later.file, later.lines, once="later", now=now, by=ada)
    ask_each(to_ask(room), now=now)

    assert [debt.booking.email for debt in Owed.objects.filter(kind=Owed.Kind.EXPECTED)] == ["bo@example.org"]
    assert (room.bookings.count(), Import.objects.count()) == (2, 1)


def test_neither_the_rows_nor_the_book_nor_the_journal_name_anybody(browser, upload):
    browser.post(f"{AT}imports/lines/", {"packed": upload(UNSUBSCRIBED).context["packed"], "remember": "on"})

    kept = repr(list(Refusal.objects.values())) + wishes.book().read_text() + repr(list(Entry.objects.values()))
    assert (Refusal.objects.count(), "nan" in kept, "example.org" in kept) == (2, False, False)


def test_twice_is_once_and_unpressed_is_not_remembered(browser, upload):
    packed = upload(UNSUBSCRIBED).context["packed"]
    browser.post(f"{AT}imports/lines/", {"packed": packed})
    before, book = Refusal.objects.count(), len(list(wishes.all_of_them()))

    for _ in range(2):
        browser.post(f"{AT}imports/lines/", {"packed": packed, "remember": "on"})

    assert (before, Refusal.objects.count(), len(list(wishes.all_of_them())) - book) == (0, 2, 2)
