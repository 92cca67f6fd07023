"""What a page heads, and whether anything stands below it."""

from html.parser import HTMLParser


class Headings(HTMLParser):
    """Headings in `main` below which nothing stands before the next one of their level, or of a higher one.

    Not those of a section that is hidden: a script shows it when something comes to stand in it.
    """

    SEEN = ("img", "svg", "input", "textarea", "button", "select", "meter")

    def __init__(self, page):
        super().__init__()
        self.bare, self.open, self.inside, self.level, self.words = [], [], 0, 0, ""
        self.is_hidden = False
        self.feed(page)
        self._next(0)

    def handle_starttag(self, tag, attrs):
        self.inside += tag == "main"
        if tag == "section":
            self.is_hidden = ("hidden", None) in attrs
        if self.inside and not self.is_hidden and tag in {"h1", "h2", "h3", "h4"}:
            self.level, self.words = int(tag[1]), ""
            self._next(self.level)
        if tag in self.SEEN:
            self.open.clear()

    def handle_endtag(self, tag):
        self.inside -= tag == "main"
        self.is_hidden = self.is_hidden and tag != "section"
        if self.level and tag == f"h{self.level}":
            self.open.append((self.level, " ".join(self.words.split())))
            self.level = 0

    def handle_data(self, data):
        if self.level:
            self.words += data
        elif self.inside and data.strip():
            self.open.clear()

    def _next(self, level):
        """Whatever stands above and is not higher ends here."""
        self.bare += [words for above, words in self.open if above >= level]
        self.open = [(above, words) for above, words in self.open if above < level]
