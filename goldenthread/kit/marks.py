"""Marks by which a form that is sent twice is taken once."""

from django.utils.crypto import salted_hmac


def mark_at(purpose: str, where: int, once: str) -> str:
    """What is kept of the mark of a page. The same page sent to another gathering is another matter there."""
    return salted_hmac(f"goldenthread.{purpose}", f"{where} {once}", algorithm="sha256").hexdigest()[:40]
