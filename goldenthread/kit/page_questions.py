"""What a page asked the database while it was made. As long as the answers are the same, so is the page.

Any commit makes a kept page doubtful, also one that has nothing to do with it: that somebody sent a list was counted. To ask its
few questions once more takes a tenth of making it anew. See docs/decisions/0002-the-version-stamp.md.
"""

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import blake2b
from typing import Any

from django.db import Error, connection

# Whoever asks "until now" asks something else a moment later, and what was committed meanwhile may be in that answer only.
A_MOMENT = re.compile(r"\d{4}-\d\d-\d\d[ T]\d\d:")


class PageQuestions:
    """In the order in which they were asked."""

    def __init__(self) -> None:
        self.statements: list[tuple[str, Any]] = []
        self.may_be_repeated = True

    @contextmanager
    def listening(self) -> Iterator[None]:
        with connection.execute_wrapper(self._listen):
            yield

    def answers(self) -> str | None:
        """As they are now, in one digest; None if asking them again would not tell."""
        if not (self.statements and self.may_be_repeated):
            return None
        digest = blake2b(digest_size=16)
        try:
            with connection.cursor() as cursor:
                for statement, values in self.statements:
                    cursor.execute(statement, values)
                    digest.update(repr(cursor.fetchall()).encode())
        except Error:
            return None
        return digest.hexdigest()

    def _listen(self, execute: Callable[..., Any], statement: str, values: Any, many: bool, context: Any) -> Any:  # noqa: FBT001 - as Django calls it
        is_question = statement.lstrip()[:6].upper() == "SELECT" and not many
        self.may_be_repeated &= is_question and not any(A_MOMENT.match(str(value)) for value in values or ())
        # One text for all pages that ask the same.
        self.statements.append((sys.intern(statement), values))
        return execute(statement, values, many, context)
