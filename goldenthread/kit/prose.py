"""What people write, in Markdown, as safe HTML."""

import re

import nh3
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

_markdown = MarkdownIt("commonmark", {"html": False, "linkify": True, "breaks": True}).enable("linkify")
# No pictures: they would come from another origin. Headings stand below ours, whatever level was typed.
_TAGS = {"p", "br", "em", "strong", "a", "ul", "ol", "li", "blockquote", "code", "pre", "hr", "h3"}
_LEVELS = ("h1", "h2", "h4", "h5", "h6")
# What XML may not carry, and a calendar should not; lines may break.
_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


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
    return _UNSEEN.sub("", text)
