"""Lays a mutant into a house that runs already, and takes it out again."""

import gc
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import _lru_cache_wrapper
from pathlib import Path
from types import CodeType, FunctionType, ModuleType
from typing import Any

from django.urls import URLPattern

from bench.mutants.guards import ROOT
from bench.mutants.spoiling import Mutant


def can_be_tried(file: str, mutant: Mutant) -> bool:
    """Django registers a model once, so what decorates its verbs can only be spoiled by hand."""
    return mutant.is_in_function or "models" not in Path(file).parts


def is_run_by(file: str, mutant: Mutant, lines: Mapping[str, set[int]]) -> bool:
    """Whether whoever ran these lines of files may notice it."""
    return any(mutant.first < line <= mutant.last for line in lines.get(str(ROOT / file), ()))


class Living:
    """The functions of these files, as they stand in the memory of this process."""

    def __init__(self, files: set[str]) -> None:
        self.files = {str(ROOT / file) for file in files}
        self.look_around()

    def look_around(self) -> None:
        """After a test, which may have made more of them. To look for each mutant anew took longer than to run most tests."""
        self.functions: defaultdict[tuple[str, str, int], list[FunctionType]] = defaultdict(list)
        self.keepers: list[Any] = []
        for thing in gc.get_objects():
            if type(thing) is FunctionType and thing.__code__.co_filename in self.files:
                code = thing.__code__
                self.functions[code.co_filename, code.co_qualname, code.co_firstlineno].append(thing)
            elif type(thing) is _lru_cache_wrapper and _file_of(thing) in self.files:
                self.keepers.append(thing)

    @contextmanager
    def spoiled(self, file: str, mutant: Mutant) -> Iterator[None]:
        path = str(ROOT / file)
        undo = self._replace_names(file, mutant) if not mutant.is_in_function else self._replace_code(path, mutant)
        self._forget()
        try:
            yield
        finally:
            for target, name, old in undo:
                setattr(target, name, old)
            self._forget()

    def _forget(self) -> None:
        """What was answered before, or while something was spoiled, is no answer now."""
        for keeper in self.keepers:
            keeper.cache_clear()

    def _replace_code(self, path: str, mutant: Mutant) -> list[tuple[Any, str, Any]]:
        """In every function that lives, also those that a decorator made."""
        undo: list[tuple[Any, str, Any]] = []
        for code in _codes(mutant.code):
            for function in self.functions.get((path, code.co_qualname, code.co_firstlineno), ()):
                if function.__code__ != code and function.__code__.co_freevars == code.co_freevars:
                    undo.append((function, "__code__", function.__code__))
                    function.__code__ = code
        return undo

    def _replace_names(self, file: str, mutant: Mutant) -> list[tuple[Any, str, Any]]:
        """What stands outside functions is made anew, and laid wherever the old was imported or has an address."""
        module = sys.modules[file.removesuffix(".py").replace("/", ".")]
        old, new = vars(module).copy(), vars(module).copy()
        exec(mutant.code, new)  # noqa: S102 - the file itself, with one change in it
        undo: list[tuple[Any, str, Any]] = []
        for other in _ours():
            for name, value in list(vars(other).items()):
                if name in new and name in old and value is old[name] and new[name] is not value:
                    undo.append((other, name, value))
                    setattr(other, name, new[name])
        for pattern in (thing for thing in gc.get_objects() if type(thing) is URLPattern):
            name = getattr(pattern.callback, "__name__", "")
            if name in new and pattern.callback is old.get(name):
                undo.append((pattern, "callback", pattern.callback))
                pattern.callback = new[name]
        return undo


def _file_of(kept: Any) -> str:
    """Where the function stands whose answers are kept. What is not written in Python stands nowhere."""
    return kept.__wrapped__.__code__.co_filename if isinstance(kept.__wrapped__, FunctionType) else ""


def _ours() -> list[ModuleType]:
    return [module for name, module in list(sys.modules.items()) if name.partition(".")[0] in {"goldenthread", "tests"}]


def _codes(code: CodeType) -> Iterator[CodeType]:
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield constant
            yield from _codes(constant)
