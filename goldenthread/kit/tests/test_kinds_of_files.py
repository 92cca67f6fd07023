"""What is no spreadsheet is called what it is; address cards are read."""

from contextlib import suppress

import pytest

from goldenthread.kit.cells import Unreadable
from goldenthread.kit.reading.kinds import rows
from goldenthread.kit.spreadsheets import SpreadsheetRow, read
from goldenthread.kit.tests.files.making import zipped

# As Outlook, a telephone and a mail program save them: one line is folded wrongly, one name is in another encoding.
CARDS = """BEGIN:VCARD
VERSION:2.1
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=B4r;Si=C3=A2n
FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Si=C3=A2n M=C3=B4r
EMAIL;HOME:sian@home.example.org
EMAIL;PREF;INTERNET:sian@example.org
END:VCARD
BEGIN:VCARD
VERSION:3.0
N:Weir;Pat;;;
FN:Pat Weir
PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQ
SkZJRgABAQ==
END:VCARD
"""
EVENT = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n"
MESSAGE = "x-store-info:abc\r\nReceived: from mail.example.org\r\n by mx\r\nSubject: Our list\r\n\r\nHere it is.\r\n"


def test_address_cards_are_a_list_of_names_and_addresses():
    assert read("people.vcf", CARDS.encode()).rows == (
        SpreadsheetRow(2, {"Name": "Siân Môr", "E-mail": "sian@example.org"}),
        SpreadsheetRow(3, {"Name": "Pat Weir", "E-mail": ""}),
    )


@pytest.mark.parametrize("content", [b"BEGIN:VCARD\n", b"BEGIN:VCARD\nEND:VEVENT\n", b"BEGIN:VCARD\nN\nEND:VCARD\n"])
def test_broken_cards_are_read_or_refused(content):
    with suppress(Unreadable):
        assert read("people.vcf", content).headings == ("Name", "E-mail")


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (EVENT.encode(), "a calendar"),
        (EVENT.encode("utf-16"), "a calendar"),
        (MESSAGE.encode(), "an e-mail"),
        (f"From ada@example.org Mon Mar  2 09:00:00 2026\n{MESSAGE}".encode(), "an e-mail"),
        (zipped({"word/document.xml": b"<x/>"}), "a Word document"),
        (zipped({"Index/Document.iwa": b"x"}), "a Numbers document"),
        (b"\xff\xd8\xff\xe0", "a picture"),
    ],
)
def test_another_kind_is_called_what_it_is(content, what):
    with pytest.raises(Unreadable, match=rf"^people is {what}\. "):
        read("people", content)


@pytest.mark.parametrize("content", [b"From: here,To: there\nLeeds,York\n", b"From Leeds to York\nBo\n"])
def test_a_list_that_begins_like_a_message_is_a_list(content):
    assert [line for line, _cells in rows("people.csv", content)] == [1, 2]


def test_a_zip_of_something_else_is_no_workbook():
    with pytest.raises(Unreadable, match="is damaged, or not a workbook"):
        read("people.zip", zipped({"people.txt": b"Bo"}))


@pytest.mark.parametrize(
    ("folder", "ending", "sentence"), [("calendars", "ics", "is a calendar"), ("mail", "eml", "is an e-mail")]
)
def test_files_of_other_programs_are_called_what_they_are(needed, folder, ending, sentence):
    refused = {path.name: refusal_of(path) for path in (needed("shared") / "data" / folder).glob(f"*.{ending}")}

    assert {name for name, refusal in refused.items() if sentence not in refusal} == set()
    assert len(refused) > 2


def test_cards_of_other_programs_are_read(needed):
    cards = (needed("shared") / "data" / "contacts").glob("*.vcf")

    read_here = [list(rows(path.name, path.read_bytes()))[1:] for path in cards]

    assert [all(name and "@" in address for _line, (name, address) in cards) for cards in read_here] == [True] * 6


def refusal_of(path):
    try:
        list(rows(path.name, path.read_bytes()))
    except Unreadable as refused:
        return str(refused)
    return ""
