"""How old one must be to read a page: the automated readability index, which counts letters, words and sentences.

No list of words has to be fetched for it, as textstat does since it counts syllables with a dictionary from the network.
"""

import re
from html.parser import HTMLParser

# What is read as prose; a fact in a table or a name on a button is no sentence.
PROSE = {"p", "li", "dd", "dt", "label", "summary"}
# The age at which children of the first grade read.
FIRST_GRADE = 5
SENTENCE_ENDS = re.compile(r"[.?](?=\s|$)")
# A caption, a date, a name or a button is no sentence, and would make a page look easier than it is.
FEWEST_WORDS = 5


class _Paragraphs(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.paragraphs: list[str] = []
        self.is_main = False
        self.inside = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.is_main = self.is_main or tag == "main"
        if tag in PROSE and self.is_main:
            self.inside += 1
            self.paragraphs.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag == "main":
            self.is_main = False
        if tag in PROSE and self.inside:
            self.inside -= 1

    def handle_data(self, data: str) -> None:
        if self.inside and self.is_main:
            self.paragraphs[-1] += data


def mains(page: str) -> list[str]:
    """The sentences in the main part of a page, paragraph by paragraph."""
    parser = _Paragraphs()
    parser.feed(page)
    paragraphs = [" ".join(paragraph.split()) for paragraph in parser.paragraphs]
    return [words for words in paragraphs if SENTENCE_ENDS.search(words) and len(words.split()) >= FEWEST_WORDS]


def reading_age(paragraphs: list[str]) -> float:
    """In years, as schools count them."""
    words = [word for paragraph in paragraphs for word in re.findall(r"[\w’'-]+", paragraph)]
    ends = sum(max(1, len(SENTENCE_ENDS.findall(paragraph))) for paragraph in paragraphs)
    letters = sum(len(re.findall(r"\w", word)) for word in words)
    grade = 4.71 * letters / len(words) + 0.5 * len(words) / ends - 21.43
    return FIRST_GRADE + grade
