"""One kept page in all the forms that a browser may ask for."""

import gzip

import pytest

from goldenthread.kit.cached_page import CachedPage, takes_gzip

CONTENT = b"<p>Supper at Ada's.</p>" * 50
HEADERS = [("Content-Type", "text/html"), ("Content-Length", "1"), ("Content-Security-Policy", "default-src 'none'")]


def ask(**environ):
    page = CachedPage.made(HEADERS, CONTENT, "stamp", 0.0, 0.0)
    answers = []

    def start_response(status, headers, _exc_info=None):
        answers.append((status, dict(headers)))
        return lambda _data: None

    body = b"".join(page.answer({"REQUEST_METHOD": "GET", **environ}, start_response))
    return *answers[0], body


def test_plain_for_whoever_does_not_ask_for_more():
    status, headers, body = ask()

    assert status == "200 OK"
    assert body == CONTENT
    assert headers["Content-Length"] == str(len(CONTENT))
    assert headers.get("Content-Encoding") is None


def test_compressed_for_whoever_takes_it():
    _, headers, body = ask(HTTP_ACCEPT_ENCODING="br, gzip")

    assert gzip.decompress(body) == CONTENT
    assert headers["Content-Encoding"] == "gzip"
    assert headers["Content-Length"] == str(len(body))


def test_both_forms_and_every_making_carry_the_same_tag():
    tags = {ask()[1]["ETag"], ask(HTTP_ACCEPT_ENCODING="gzip")[1]["ETag"]}

    assert len(tags) == 1


def test_a_head_request_gets_the_head_only():
    _, headers, body = ask(REQUEST_METHOD="HEAD")

    assert body == b""
    assert headers["Content-Length"] == str(len(CONTENT))


@pytest.mark.parametrize("spelling", ["{}", '"other", {}', "W/{0}, x", "*", " * "])
def test_whoever_has_it_already_is_told_so(spelling):
    etag = ask()[1]["ETag"].removeprefix("W/")

    status, headers, body = ask(HTTP_IF_NONE_MATCH=spelling.format(etag))

    assert status == "304 Not Modified"
    assert body == b""
    assert sorted(headers) == ["Content-Security-Policy", "ETag"]


@pytest.mark.parametrize("other", ['"other"', 'W/"other"', "", "nonsense"])
def test_whoever_has_another_one_gets_this_one(other):
    status, _, _ = ask(HTTP_IF_NONE_MATCH=other)

    assert status == "200 OK"


@pytest.mark.parametrize("accepted", ["gzip", "GZIP", "deflate, gzip;q=0.5", "gzip; q=1.0", "x-gzip", "br,gzip"])
def test_gzip_is_taken(accepted):
    assert takes_gzip(accepted) is True


@pytest.mark.parametrize("accepted", ["", "identity", "br", "gzip;q=0", "gzip; q=0.0", "gzip;q=0.000", "*"])
def test_gzip_is_not_taken(accepted):
    assert takes_gzip(accepted) is False
