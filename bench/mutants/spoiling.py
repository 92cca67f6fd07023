"""All ways in which one file can be spoiled, one small change at a time.

Mutation testing as in DeMillo, Lipton and Sayward (1978). Ours, because mutmut and cosmic-ray do not know what guards are
made of in Django: neither leaves a condition out of a filter, a lock off a query, or a verb out of a function.
"""

import ast
from collections.abc import Callable, Iterator
from copy import copy
from dataclasses import dataclass, field
from pathlib import Path
from types import CodeType
from typing import Any

# Words of a QuerySet whose conditions are left out one by one.
CONDITIONS = {"filter", "exclude", "get", "get_object_or_404"}
# Nothing of what the house promises hangs on these: they say something, or save a query.
HARMLESS = {"close", "debug", "info", "warning", "exception"}
SPARING = {"exists", "with_introduction", "select_related"}
# A number that is larger by one is no other number from here on.
MANY = 50
OPPOSITES: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}


@dataclass(frozen=True)
class Mutant:
    """A file with one change in it, compiled. `first` and `last` are lines: of the function around it, or of the file."""

    line: int
    change: str
    first: int
    last: int
    is_in_function: bool
    code: CodeType
    source: str = field(compare=False)


def mutants_of(path: Path) -> Iterator[Mutant]:
    """Every mutant of this file."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node, function in list(_with_function(tree, None)):
        for spoiled in WAYS.get(type(node), _not_at_all)(node):
            change = f"{_short(node)} → {_short(spoiled)}"
            _Exchange(node, spoiled).visit(tree)
            code = compile(ast.fix_missing_locations(tree), str(path), "exec")
            first, last = (function.lineno, function.end_lineno or 0) if function else (0, 1_000_000)
            yield Mutant(node.lineno, change, first, last, function is not None, code, ast.unparse(tree))
            _Exchange(spoiled, node).visit(tree)


def _with_function(node: ast.AST, function: ast.FunctionDef | None) -> Iterator[tuple[Any, ast.FunctionDef | None]]:
    """Every node below, and the outermost function in which it stands. What decorates a function stands outside."""
    yield node, function
    inside = node if isinstance(node, ast.FunctionDef) and not function else function
    for child in ast.iter_child_nodes(node):
        yield from _with_function(child, inside)


class _Exchange(ast.NodeTransformer):
    def __init__(self, old: ast.AST, new: ast.AST) -> None:
        self.old, self.new = old, new

    def visit(self, node: ast.AST) -> Any:
        return self.new if node is self.old else self.generic_visit(node)


class _LeftOut(ast.If):
    """Stands there and is never run, so that the function keeps the names around it: else its code would not fit in."""

    def __init__(self, statement: ast.stmt) -> None:
        super().__init__(test=ast.Constant(value=False), body=[statement], orelse=[])


# Written down as what it is: ast.unparse goes by the name.
_LeftOut.__name__ = ast.If.__name__


def _with(node: Any, **changes: Any) -> Any:
    changed = copy(node)
    for name, value in changes.items():
        setattr(changed, name, value)
    return changed


def _without_each(nodes: list[Any]) -> Iterator[list[Any]]:
    return (nodes[:place] + nodes[place + 1 :] for place in range(len(nodes)))


def _not_at_all(_node: Any) -> Iterator[ast.AST]:
    return iter(())


def _call(node: ast.Call) -> Iterator[ast.AST]:
    word = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    if word in CONDITIONS:
        yield from (_with(node, keywords=kept) for kept in _without_each(node.keywords))
        if isinstance(node.func, ast.Attribute):
            yield from (_with(node, args=kept) for kept in _without_each(node.args))
    elif word not in SPARING and not (node.args or node.keywords):
        # A word of a chain, such as .live() or .select_for_update().
        chain = getattr(node.func, "value", None)
        if isinstance(chain, ast.Call | ast.Attribute):
            yield chain


def _if(node: ast.If) -> Iterator[ast.AST]:
    is_guard = isinstance(node.body[-1], ast.Return | ast.Raise | ast.Continue) and not node.orelse
    yield _with(node, test=ast.Constant(value=False) if is_guard else ast.UnaryOp(ast.Not(), node.test))


def _statement(node: ast.Expr) -> Iterator[ast.AST]:
    if isinstance(node.value, ast.Call) and getattr(node.value.func, "attr", "") not in HARMLESS:
        yield ast.copy_location(_LeftOut(node), node)


def _comparison(node: ast.Compare) -> Iterator[ast.AST]:
    if len(node.ops) == 1:
        yield _with(node, ops=[OPPOSITES[type(node.ops[0])]()])


def _both(node: ast.BoolOp) -> Iterator[ast.AST]:
    yield from (_with(node, values=kept) if len(kept) > 1 else kept[0] for kept in _without_each(node.values))


def _number(node: ast.Assign) -> Iterator[ast.AST]:
    if isinstance(node.value, ast.Constant) and type(node.value.value) is int and node.value.value < MANY:
        yield _with(node, value=ast.Constant(value=node.value.value + 1))


def _decorated(node: ast.FunctionDef) -> Iterator[ast.AST]:
    yield from (_with(node, decorator_list=kept) for kept in _without_each(node.decorator_list))


WAYS: dict[type[ast.AST], Callable[[Any], Iterator[ast.AST]]] = {
    ast.Call: _call,
    ast.If: _if,
    ast.Expr: _statement,
    ast.Compare: _comparison,
    ast.BoolOp: _both,
    ast.Assign: _number,
    ast.FunctionDef: _decorated,
    ast.Raise: lambda node: iter([ast.copy_location(_LeftOut(node), node)]),
    ast.IfExp: lambda node: iter([_with(node, body=node.orelse, orelse=node.body)]),
    ast.UnaryOp: lambda node: iter([node.operand] if isinstance(node.op, ast.Not) else []),
}


def _short(node: ast.AST) -> str:
    if isinstance(node, _LeftOut):
        return "pass"
    if isinstance(node, ast.FunctionDef):
        return " ".join([*(f"@{ast.unparse(each)}" for each in node.decorator_list), f"def {node.name}"])
    return f"if {ast.unparse(node.test)}" if isinstance(node, ast.If) else " ".join(ast.unparse(node).split())
