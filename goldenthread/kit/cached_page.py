"""One page as it lies in memory, ready to be sent in each of the forms that a browser may ask for."""

import gzip
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from functools import lru_cache
from hashlib import blake2b
from typing import Any, Protocol

from django.utils.http import parse_etags

from goldenthread.kit.page_questions import PageQuestions

Headers = list[tuple[str, str]]


class StartResponse(Protocol):
    """What a WSGI server gives us to begin an answer with."""

    def __call__(self, status: str, headers: Headers, exc_info: Any = None, /) -> Callable[[bytes], object]: ...


# These speak of one form of the page; each form gets its own.
OF_ONE_FORM = {"content-length", "content-encoding", "content-type", "etag"}


@dataclass(frozen=True, slots=True)
class CachedPage:
    """A whole answer to a stranger: plain, compressed, and as "you have it already"."""

    stamp: str
    made_at: float
    made_before_at: float
    etag: str
    plain: tuple[Headers, list[bytes]]
    zipped: tuple[Headers, list[bytes]]
    unchanged: Headers
    size: int
    questions: PageQuestions = field(default_factory=PageQuestions)
    # To those questions, under the same stamp; None where that cannot be said.
    answers: str | None = None

    @classmethod
    def made(cls, headers: Headers, content: bytes, stamp: str, made_at: float, made_before_at: float) -> "CachedPage":
        """From the headers and the content as Django gave them."""
        # Weak, because one tag stands for both forms; from the content, so that it outlives commits that change nothing.
        etag = f'W/"{blake2b(content, digest_size=12).hexdigest()}"'
        compressed = gzip.compress(content, compresslevel=6, mtime=0)
        shared = [(name, value) for name, value in headers if name.lower() not in OF_ONE_FORM] + [("ETag", etag)]
        kind = [(name, value) for name, value in headers if name.lower() == "content-type"]
        plain = [*shared, *kind, ("Content-Length", str(len(content)))]
        zipped = [*shared, *kind, ("Content-Encoding", "gzip"), ("Content-Length", str(len(compressed)))]
        size = len(content) + len(compressed) + 2048
        return cls(
            stamp, made_at, made_before_at, etag, (plain, [content]), (zipped, [compressed]), shared, size
        )  # fmt: skip

    def under(self, stamp: str) -> "CachedPage | None":
        """The same page under a newer stamp, if making it anew would change nothing."""
        is_the_same = self.answers is not None and self.answers == self.questions.answers()
        return replace(self, stamp=stamp) if is_the_same else None

    def answer(self, environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
        """This page, in the form asked for."""
        known = environ.get("HTTP_IF_NONE_MATCH")
        if known and (known == self.etag or _matches(known, self.etag)):
            start_response("304 Not Modified", self.unchanged)
            return []
        headers, body = self.zipped if takes_gzip(environ.get("HTTP_ACCEPT_ENCODING", "")) else self.plain
        start_response("200 OK", headers)
        return [] if environ["REQUEST_METHOD"] == "HEAD" else body


@lru_cache(maxsize=256)
def takes_gzip(accepted: str) -> bool:
    """Whether this Accept-Encoding header allows gzip."""
    for offer in accepted.lower().split(","):
        name, _, weight = offer.partition(";")
        if name.strip() in {"gzip", "x-gzip"}:
            return weight.replace(" ", "").rstrip("0.") != "q="
    return False


def _matches(known: str, etag: str) -> bool:
    """Weak comparison: the mark of weakness does not count."""
    return known.strip() == "*" or etag.removeprefix("W/") in [tag.removeprefix("W/") for tag in parse_etags(known)]
