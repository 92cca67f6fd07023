"""Words by which people are found, and the one seam between the full-text searches of SQLite and PostgreSQL."""

import re
import unicodedata
from typing import Any

from django.db.models import BooleanField, Func, Value

# More words than anybody types; each of them costs a look into the index.
MOST_WORDS = 8
# As the index says it, or PostgreSQL would not see that it could use the index.
ON_POSTGRESQL = (
    "setweight(to_tsvector('simple', people_finding.brings), 'A')"
    " || setweight(to_tsvector('simple', people_finding.words), 'B')"
)
WORD = re.compile(r"[^\W_]+")


def fold(text: str) -> str:
    """The same words without capitals, accents and marks, so that both databases understand them alike."""
    return " ".join(words_of(text))


def words_of(text: str) -> list[str]:
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    return WORD.findall(bare.casefold())


def tag(kind: str, value: str) -> str:
    """One word that stands for a choice: somebody who types it finds what the choice would have found."""
    return f"{kind}{value}".replace("_", "")


class Matches(Func):
    """Whether a Finding holds all of these: words (or beginnings of words), words among what people bring, tags."""

    output_field = BooleanField()

    def __init__(self, *, words: str = "", brings: str = "", tags: tuple[str, ...] = ()) -> None:
        self.words, self.brings, self.tags = _asked(words), _asked(brings), tags
        super().__init__(Value(""))

    @property
    def asks_nothing(self) -> bool:
        return not (self.words or self.brings or self.tags)

    def as_sqlite(self, *_more: Any, **_even_more: Any) -> Any:
        terms = [f'"{word}" *' for word in self.words] + [f'brings : "{word}" *' for word in self.brings]
        return (
            # The plus keeps SQLite from fetching every match before it sorts: it walks in the order of names instead, and
            # stops when the page is full (6 ms instead of 19 for half of 100,000 people).
            "+people_finding.id IN (SELECT rowid FROM people_finding_words WHERE people_finding_words MATCH %s)",
            [" AND ".join([*terms, *(f'"{tag}"' for tag in self.tags)])],
        )

    def as_postgresql(self, *_more: Any, **_even_more: Any) -> Any:
        terms = [f"'{word}':*" for word in self.words] + [f"'{word}':*A" for word in self.brings]
        return (
            f"({ON_POSTGRESQL}) @@ to_tsquery('simple', %s)",
            [" & ".join([*terms, *(f"'{tag}'" for tag in self.tags)])],
        )


def _asked(text: str) -> list[str]:
    """A single letter would find nearly everybody; a single sign of another script is a word."""
    return [word for word in words_of(text) if len(word) > 1 or not word.isascii()][:MOST_WORDS]
