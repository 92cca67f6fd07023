"""What people write in Markdown, under attack."""

from html.parser import HTMLParser
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goldenthread.gatherings.plan.models.gathering import LONGEST_TEXT
from goldenthread.kit.prose import prose

TAGS = {"p", "br", "em", "strong", "a", "ul", "ol", "li", "blockquote", "code", "pre", "hr", "h3"}
ATTRIBUTES = {("a", "href"), ("a", "rel"), ("ol", "start")}
SCHEMES = ("http:", "https:", "mailto:", "tel:", "/", "#", "?", ".")
ATTACKS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<iframe src='http://evil.example'></iframe>",
    "<p style='position:fixed' onclick='alert(1)'>x</p>",
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    "<math><mtext></p><style><img src onerror=alert(1)>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java\tscript:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](\x01javascript:alert(1))",
    "[x](vbscript:x) [y](data:text/html,<script>alert(1)</script>)",
    "[x][1]\n\n[1]: javascript:alert(1)",
    "<javascript:alert(1)>",
    "<data:text/html;base64,PHNjcmlwdD4=>",
    "![x](http://evil.example/pixel.png)",
    "![x](x\"onerror='alert(1)')",
    '[x](http://a.example/"onclick="alert(1))',
    '[x](http://a.example "title\\" onclick=alert(1)")',
    "[<b>x](javascript:alert(1)) `</code><script>`",
    "```html\" onclick=alert(1)\n</code></pre><script>alert(1)</script>\n```",
    "> " * 200 + "<script>",
    "[[[[x](http://a)](http://b)](javascript:c)](http://d)",
    "http://a.example/<script>alert(1)</script>",
    "www.a.example/\"onmouseover=alert(1)",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "# <script>\n###### x\n\nx\n===",
]  # fmt: skip
# What slow readers of Markdown stumble over.
LONG = ["[", "![", "[a](", "](", ">", "> ", "*a_ ", "**", "_a", "<", "<![CDATA[", "`", "&#x", "a\n", "1. ", "- ", "\t",
        "http://", "www.", "a@", "[a]: b\n", "//a", "|", "x"]  # fmt: skip


class Found(HTMLParser):
    """The tags, attributes and links of some HTML."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.attributes, self.links = set(), set(), []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes |= {(tag, name) for name, _value in attrs}
        self.links += [value or "" for name, value in attrs if name in {"href", "src"}]


def unwanted(text):
    """What stands in the page that should not."""
    page = Found(prose(text))
    elsewhere = [link for link in page.links if ":" in link.split("/")[0] and not link.lower().startswith(SCHEMES)]
    return (page.tags - TAGS, page.attributes - ATTRIBUTES, elsewhere)


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_comes_to_nothing(attack):
    assert unwanted(attack) == (set(), set(), [])


def test_an_attack_that_succeeds_would_be_noticed(monkeypatch):
    monkeypatch.setattr("nh3.clean", lambda html, **_rules: html + '<b onclick="x"></b><a href="javascript:x">x</a>')

    assert unwanted("Tea") == ({"b"}, {("b", "onclick")}, ["javascript:x"])


@settings(deadline=None, max_examples=100, database=None, derandomize=True)
@given(st.text() | st.text("<>[]()!`*_#&;:/\"'=\\ \nabdhjsvtpx1-", max_size=200))
def test_nothing_that_anybody_can_write_leads_further(text):
    assert unwanted(text) == (set(), set(), [])


@pytest.mark.parametrize("text", LONG)
def test_the_longest_text_does_not_stop_the_house(text):
    longest = (text * LONGEST_TEXT)[:LONGEST_TEXT]
    begun = process_time()

    prose(longest)

    # Half a second on a quiet machine; what this refuses is the minutes that a quadratic reader takes.
    assert process_time() - begun < 20


def test_all_that_is_meant_is_kept():
    html = prose(
        "# Tea\n\nWith *friends* and **more**, [here](https://example.org/x?a=1&b=2):\n\n1. one\n2. two\n\n> so\n\n`x`"
    )

    assert html == (
        "<h3>Tea</h3>\n<p>With <em>friends</em> and <strong>more</strong>, "
        '<a href="https://example.org/x?a=1&amp;b=2" rel="nofollow noopener">here</a>:</p>\n'
        "<ol>\n<li>one</li>\n<li>two</li>\n</ol>\n<blockquote>\n<p>so</p>\n</blockquote>\n<p><code>x</code></p>\n"
    )
