"""docs/keeping.md, made from what every room says that it keeps."""

from collections.abc import Iterator

from django.utils import translation

from goldenthread.kit.keeping import Kept
from goldenthread.kit.personal_fields import everything_kept

INTRODUCTION = """# What is kept about people

Made from the `keeping.py` of every room by `script/fix`: change it there. Every column from which one can find a person
has its line here, or a test fails. The program itself forgets, at the moment that the last column names."""


def page() -> str:
    """The whole page, in Markdown and in English, for those who keep the house."""
    models = sorted({kept.model for kept in everything_kept()})
    with translation.override("en-gb"):
        return "\n".join([INTRODUCTION, *(line for model in models for line in _about(model))]) + "\n"


def _about(model: str) -> Iterator[str]:
    yield from ["", f"## {model}", "", "| Fields | What for | Kept |", "|---|---|---|"]
    yield from (_row(kept) for kept in everything_kept() if kept.model == model)


def _row(kept: Kept) -> str:
    return f"| {', '.join(f'`{field}`' for field in kept.fields)} | {kept.purpose} | {kept.until.words} |"
