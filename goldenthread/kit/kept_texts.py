"""Texts that take long to write, kept in this process under all that decides what they say."""

from collections import OrderedDict
from collections.abc import Callable, Iterable
from hashlib import blake2b
from threading import Lock


class KeptTexts:
    """The newest of them. Under a digest, for what a text is made of may name people, and may be long."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.texts: OrderedDict[bytes, bytes] = OrderedDict()
        self.lock = Lock()

    def get(self, made_of: Iterable[object], write: Callable[[], bytes]) -> bytes:
        """`made_of` are plain values, each of which says all of itself in its `repr`."""
        key = blake2b(repr(tuple(made_of)).encode(), digest_size=20).digest()
        with self.lock:
            text = self.texts.get(key)
            if text is not None:
                self.texts.move_to_end(key)
                return text
        text = write()
        with self.lock:
            self.texts[key] = text
            while len(self.texts) > self.most:
                self.texts.popitem(last=False)
        return text
