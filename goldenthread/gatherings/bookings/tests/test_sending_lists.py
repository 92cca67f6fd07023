"""A list comes from somebody's machine: whatever it is, the page answers soon and in a sentence."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from goldenthread.kit.reading import file_queue
from goldenthread.kit.reading.limits import BYTES

AT = "/gatherings/spring/bookings/imports/"
CARD = b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ann Lee\r\nEMAIL:ann@example.org\r\nEND:VCARD\r\n"


@pytest.fixture(autouse=True)
def _where_turns_are_kept(settings, tmp_path):
    settings.DATA_DIR = tmp_path


@pytest.fixture
def send(client, ada, room):
    client.force_login(ada)

    def send(content, name="list.csv"):
        return client.post(AT, {"file": SimpleUploadedFile(name, content)})

    return send


def refusal(answer):
    return answer.status_code, answer.context["form"].errors["file"]


def test_address_cards_are_looked_at_like_a_list(send):
    lines = send(CARD, "people.vcf").context["looked"].lines

    assert [(line.wish.name, line.wish.email) for line in lines] == [("Ann Lee", "ann@example.org")]


def test_addresses_are_understood_as_people_keep_them(send):
    looked = send(
        "Name;E-mail\nAnn;Ann <ANN@Bücher.example>\nBen;mailto:ben@example.org\nEve;=?utf-8?q?x?=@example.org\n".encode()
    ).context["looked"]

    assert [line.wish.email for line in looked.lines] == ["ann@bücher.example", "ben@example.org"]
    assert [(line.number, line.why) for line in looked.left_out] == [
        (4, "Eve: “=?utf-8?q?x?=@example.org” is not an e-mail address.")
    ]


def test_headings_without_end_are_refused(send):
    assert refusal(send(b",".join([b"Needs"] * 2_400))) == (
        422,
        ["list.csv has more than 200 columns. Please keep only those that matter."],
    )


def test_a_page_reads_no_more_than_it_can_show(send):
    assert refusal(send(b"Name\n" + b"Bo\n" * 5_001)) == (422, ["list.csv has more than 5000 lines."])


def test_a_file_that_is_too_large_is_not_even_opened(send):
    wanted = [422, ["This file is larger than 10 MB. Please keep only the columns you need."]]

    assert list(refusal(send(b" " * (BYTES + 1)))) == wanted


def test_one_list_is_read_after_the_other(send):
    with file_queue.a_turn():
        answer = send(CARD)

    wanted = ["Another list is being read just now. Please choose yours once more in a moment."]
    assert refusal(answer) == (422, wanted)
    assert send(CARD).status_code == 200


def test_nobody_sends_lists_without_end(send, settings):
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | {"list": "2/10m/key"}

    answers = [send(CARD).status_code for _ in range(3)]

    assert answers == [200, 200, 422]
