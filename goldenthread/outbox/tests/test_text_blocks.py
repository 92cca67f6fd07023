import pytest

from goldenthread.outbox.text_blocks import TextBlock, TextPiece, blocks, path_here

TEXT = """\
Dear Ada,
here it is: http://localhost:8000/gatherings/launch/, or http://elsewhere.example/.

123 456

What changed:
- the date
* the place: http://localhost:8000/here/
Goodbye.

http://localhost:8000/me/
"""


def test_an_email_is_read_in_blocks():
    launch = TextPiece("http://localhost:8000/gatherings/launch/", "/gatherings/launch/")
    place = TextPiece("http://localhost:8000/here/", "/here/")

    assert blocks(TEXT) == [
        TextBlock(
            [
                [TextPiece("Dear Ada,")],
                [TextPiece("here it is: "), launch, TextPiece(", or http://elsewhere.example/.")],
            ]
        ),
        TextBlock([[TextPiece("123 456")]]),
        TextBlock([[TextPiece("What changed:")]]),
        TextBlock([[TextPiece("the date")], [TextPiece("the place: "), place]], is_list=True),
        TextBlock([[TextPiece("Goodbye.")]]),
        TextBlock([[TextPiece("http://localhost:8000/me/", "/me/")]]),
    ]


def test_a_code_and_a_lone_link_stand_out():
    text_blocks = blocks(TEXT)

    assert [block.code for block in text_blocks] == ["", "123 456", "", "", "", ""]
    assert [block.is_way for block in text_blocks] == [False, False, False, False, False, True]


@pytest.mark.parametrize("words", ["123456", "123 456", "123\u00a0456"])
def test_six_figures_are_a_code(words):
    assert blocks(words)[0].code == words


@pytest.mark.parametrize("words", ["12345", "1234567", "123456 people", "Code: 123456"])
def test_other_figures_are_not(words):
    assert blocks(words)[0].code == ""


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("https://home.example.org/me/?a=b#c", "/me/?a=b#c"),
        ("https://home.example.org", "/"),
        ("https://home.example.org//evil.example/", "/evil.example/"),
        ("https://home.example.org.evil.example/", ""),
        ("https://home.example.org@evil.example/", ""),
        ("https://home.example.org:444/", ""),
        ("http://home.example.org/", ""),
        ("http://localhost:8000/", ""),
        ("http://[::1/", ""),
        ("https://evil.example/", ""),
    ],
)
def test_only_addresses_of_this_house_lead_somewhere(settings, address, path):
    settings.SITE_ADDRESS = settings.HOUSE_ADDRESS = "https://home.example.org"

    assert path_here(address) == path


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("http://127.0.0.1:8123/me/", "/me/"),
        ("http://localhost/me/", "/me/"),
        ("http://localhost:8000.evil.example/", ""),
        ("http://127.0.0.1.evil.example/", ""),
    ],
)
def test_a_house_without_an_address_is_on_this_machine_at_any_port(address, path):
    assert path_here(address) == path


def test_a_backslash_ends_an_address():
    assert blocks(r"http://localhost:8000/\evil.example/")[0].lines == [
        [TextPiece("http://localhost:8000/", "/"), TextPiece(r"\evil.example/")]
    ]
