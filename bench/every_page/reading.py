"""What a page leads to: its links, and its forms with what stands in them."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urlsplit

HOUSE = "http://localhost:8000"
LINKS = {"a": "href", "link": "href", "script": "src", "img": "src", "form": "action"}
Filled = list[tuple[str, str]]


@dataclass
class Form:
    """A form that is sent by POST: as it stands on the page, and by which of its buttons."""

    action: str
    hidden: Filled = field(default_factory=list)
    filled: Filled = field(default_factory=list)
    buttons: Filled = field(default_factory=list)

    def ways(self) -> list[Filled]:
        """Left as it is by each of its buttons, and with everything blank."""
        buttons = [[button] for button in dict.fromkeys(self.buttons)] or [[]]
        as_it_is = [self.hidden + self.filled + button for button in buttons]
        return [*as_it_is, self.hidden + buttons[0]] if self.filled else as_it_is


class Page(HTMLParser):
    """Links and forms of one page, in their order."""

    def __init__(self, path: str, html: str) -> None:
        super().__init__()
        self.path, self.links, self.forms = path, list[str](), list[Form]()
        self.form: Form | None = None
        self.select, self.options, self.textarea = "", list[tuple[str, bool]](), ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        posts = tag == "form" and told.get("method", "").lower() == "post"
        if LINKS.get(tag) in told and not posts:
            self.links.append(told[LINKS[tag]])
        if posts:
            self.form = Form(told.get("action") or self.path)
            self.forms.append(self.form)
        elif self.form and (reads := getattr(self, f"_{tag}", None)):
            reads(self.form, told)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.form = None
        elif tag == "select" and self.form and self.options:
            chosen = [value for value, is_chosen in self.options if is_chosen] or [self.options[0][0]]
            self.form.filled += [(self.select, value) for value in chosen]
        elif tag == "textarea":
            self.textarea = ""

    def handle_data(self, data: str) -> None:
        if self.textarea and self.form:
            self.form.filled.append((self.textarea, data.removeprefix("\n")))

    def _input(self, form: Form, told: dict[str, str]) -> None:
        kind, filled = told.get("type", "text"), (told.get("name", ""), told.get("value", "on"))
        if not filled[0] or filled[0] == "csrfmiddlewaretoken" or kind == "file":
            return
        if kind == "submit":
            form.buttons.append(filled)
        elif kind == "hidden":
            form.hidden.append(filled)
        elif kind not in {"checkbox", "radio"} or "checked" in told:
            form.filled.append(filled if kind in {"checkbox", "radio"} else (filled[0], told.get("value", "")))

    def _button(self, form: Form, told: dict[str, str]) -> None:
        if told.get("name"):
            form.buttons.append((told["name"], told.get("value", "")))

    def _textarea(self, _form: Form, told: dict[str, str]) -> None:
        self.textarea = told.get("name", "")

    def _select(self, _form: Form, told: dict[str, str]) -> None:
        self.select, self.options = told.get("name", ""), []

    def _option(self, _form: Form, told: dict[str, str]) -> None:
        self.options.append((told.get("value", ""), "selected" in told))


def inside(link: str, at: str) -> str | None:
    """The path in this house that a link leads to, or nothing."""
    whole = urlsplit(link if link.startswith(("/", "?", "http")) else "")
    if link.startswith("http") and f"{whole.scheme}://{whole.netloc}" != HOUSE:
        return None
    path = whole.path or (at.partition("?")[0] if whole.query else "")
    if not path.startswith("/") or path.startswith("/static/"):
        return None
    return f"{path}?{whole.query}" if whole.query else path
