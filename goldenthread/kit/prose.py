"""What people write, in Markdown, as safe HTML."""

import re

import nh3
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.token import Token

_options = {"html": False, "linkify": True, "breaks": True}
_markdown = MarkdownIt("commonmark", _options).enable("linkify")
# For words: an address that was typed as it is stays as it was typed, so nobody looks for those without a scheme.
_reader = MarkdownIt("commonmark", _options).enable("linkify")
_reader.core.ruler.disable("linkify")
# Half a megabyte of patterns, once for both.
_reader.linkify = _markdown.linkify
# No pictures: they would come from another origin. Headings stand below ours, whatever level was typed.
_TAGS = {"p", "br", "em", "strong", "a", "ul", "ol", "li", "blockquote", "code", "pre", "hr", "h3"}
_LEVELS = ("h1", "h2", "h4", "h5", "h6")
# What XML may not carry, and a calendar should not; lines may break.
_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
# Paragraphs in which nothing can be a mark, as most are: to read them as Markdown takes twenty times as long.
_LINE = r"(?:[^\W\d_]|[“‘\"'(])(?:[^\\`*_\[\]<>&\r\n]*[^\\`*_\[\]<>&\s])?"
_WITHOUT_MARKS = re.compile(rf"{_LINE}(?:\n\n?{_LINE})*")
_ITEM = re.compile(r"\* |\d+[.)] ")


def prose(text: str) -> SafeString:
    """Paragraphs, lists, emphasis, links; nothing that runs, loads or hides."""
    html = _markdown.render(text)
    for level in _LEVELS:
        html = html.replace(f"<{level}>", "<h3>").replace(f"</{level}>", "</h3>")
    clean = nh3.clean(
        html,
        tags=_TAGS,
        attributes={"a": {"href"}, "ol": {"start"}, "*": set()},
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel="nofollow noopener",
    )
    return mark_safe(clean)  # noqa: S308  # cleaned in the lines above, which a test attacks


def plain(text: str) -> str:
    """The same words for feeds and calendars, without control characters that would make them unreadable."""
    # Nothing unseen can be printed; to ask that of all lines takes a quarter of looking for each letter.
    is_seen = text.replace("\n", "").replace("\r", "").isprintable()
    return text if is_seen else _UNSEEN.sub("", text)


def unmarked(text: str) -> str:
    """The same words for an e-mail that is all text: paragraphs and lists, without the marks of Markdown."""
    words = plain(text).replace("\r\n", "\n")
    if "://" not in words and _WITHOUT_MARKS.fullmatch(words):
        return words
    written, item = "", ""
    for token in _reader.parse(words):
        if token.type == "list_item_open":
            item = f"{token.info}{token.markup} " if token.info else "* "
        elif token.type in {"inline", "fence", "code_block"}:
            part = _words(token.children) if token.children else token.content.strip()
            written += f"{_gap(written, item)}{item}{part}"
            item = ""
    return written


def _gap(written: str, item: str) -> str:
    """Between what stands already and what follows: an item follows an item in the next line."""
    is_list = bool(item) and bool(_ITEM.match(written.rpartition("\n")[2]))
    return ("\n" if is_list else "\n\n") if written else ""


def _words(pieces: list[Token]) -> str:
    """Of a link, where it leads, too."""
    words, href = "", ""
    for piece in pieces:
        if piece.type in {"softbreak", "hardbreak"}:
            words += "\n"
        elif piece.type == "link_open":
            href = str(piece.attrs.get("href", "")) if piece.markup != "linkify" else ""
        elif piece.type == "link_close":
            words += f" ({href.removeprefix('mailto:').removeprefix('tel:')})" if href and href not in words else ""
        else:
            words += piece.content
    return words
