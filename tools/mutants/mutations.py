"""The small faults that can be put into a module: boundaries, signs, constants, filters, left-out steps."""

from __future__ import annotations

import ast
import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_COMPARED: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
_COUNTED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.Pow: ast.Mult,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
    ast.LShift: ast.RShift,
    ast.RShift: ast.LShift,
}
_TWINS = {"min": "max", "any": "all", "idxmin": "idxmax", "argmin": "argmax", "minimum": "maximum"}
_SWAPPED = _TWINS | {twin: name for name, twin in _TWINS.items()}
# Texts for people, and words for the type checker: a fault in them is no fault of reckoning.
_PASSED_OVER = {"N_", "cast", "TypeVar"}
_OPTIONS = {
    "ascending", "axis", "default", "drop", "fill_value", "how", "ignore_index", "keep", "key", "maxsplit",
    "reverse", "skipna", "sort", "start", "where",
}  # fmt: skip


@dataclass(frozen=True)
class Mutation:
    """
    One small fault.

    Attributes
    ----------
    nth
        Which of the module's mutations, in the order of the source.
    line, column
        Where the changed expression begins.
    block
        Line of the first statement of the innermost block it stands in, 0 at the top of the module.
    label
        What is changed into what.
    """

    nth: int
    line: int
    column: int
    block: int
    label: str


def mutations(source: str) -> list[Mutation]:
    """
    List the mutations of a module.

    Parameters
    ----------
    source
        Text of the module.

    Returns
    -------
    list of Mutation
        In the order of the source.
    """
    return [
        Mutation(nth, node.lineno, node.col_offset, block, label)
        for nth, (node, block, label, _put) in enumerate(_changes(ast.parse(source)))
    ]


def mutated(source: str, nth: int) -> ast.Module:
    """
    Parse a module and put one mutation in.

    Parameters
    ----------
    source
        Text of the module.
    nth
        Which of its mutations.

    Returns
    -------
    ast.Module
        Tree of the changed module, ready to be compiled.
    """
    tree = ast.parse(source)
    for at, (_node, _block, _label, put) in enumerate(_changes(tree)):
        if at == nth:
            put()
            return ast.fix_missing_locations(tree)
    message = f"The module has no mutation {nth}."
    raise IndexError(message)


_Change = tuple[ast.expr | ast.stmt, int, str, "Callable[[], None]"]


def _changes(tree: ast.Module) -> Iterator[_Change]:
    """Every change with the node it changes, its block and how to make it."""
    yield from _inside(tree, 0)


def _inside(parent: ast.AST, block: int) -> Iterator[_Change]:
    """Go through the changes of a node's children, in the order of the source."""
    for field, value in ast.iter_fields(parent):
        if field in {"annotation", "returns", "decorator_list", "type_comment", "op", "ops", "ctx"}:
            continue
        if isinstance(value, list):
            inner = value[0].lineno if value and isinstance(value[0], ast.stmt) else block
            inner = 0 if isinstance(parent, (ast.Module, ast.ClassDef)) else inner
            for at, child in enumerate(value):
                if isinstance(child, ast.AST):
                    yield from _of(child, inner, _Slot(value, at))
        elif isinstance(value, ast.AST):
            yield from _of(value, block, _Slot(parent, field))


def _of(node: ast.AST, block: int, slot: _Slot) -> Iterator[_Change]:
    """Go through the changes of a node, then those inside it."""
    if _is_passed_over(node):
        return
    if isinstance(node, (ast.expr, ast.stmt)):
        for label, new in _alternatives(node):
            yield node, block, label, lambda new=new: slot.put(new)
    if isinstance(node, ast.comprehension):
        for test in node.ifs:
            yield test, block, "filter left out", lambda test=test: node.ifs.remove(test)
    if isinstance(node, ast.Call):
        for keyword in node.keywords:
            if keyword.arg in _OPTIONS:
                label = f"{keyword.arg}= left out"
                yield keyword.value, block, label, lambda keyword=keyword: node.keywords.remove(keyword)
    yield from _inside(node, block)


def _is_passed_over(node: ast.AST) -> bool:
    """Whether a part says nothing about how the module reckons: imports, annotations, texts, messages."""
    if isinstance(node, (ast.Import, ast.ImportFrom, ast.Raise)):
        return True
    if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
        return True
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _PASSED_OVER


def _alternatives(node: ast.expr | ast.stmt) -> Iterator[tuple[str, ast.AST]]:
    """Tell what could stand in place of an expression or statement."""
    yield from _of_logic(node)
    yield from _of_reckoning(node)
    if isinstance(node, ast.stmt):
        yield from _of_steps(node)


def _of_logic(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    """Change comparisons, conditions and truth values."""
    match node:
        case ast.Compare(ops=[op]):
            for other in _COMPARED[type(op)]:
                yield f"{_name(op)} becomes {other.__name__}", _with(node, ops=[other()])
        case ast.BoolOp(op=op, values=values):
            other = ast.Or() if isinstance(op, ast.And) else ast.And()
            yield f"{_name(op)} becomes {_name(other)}", _with(node, op=other)
            for at in range(len(values)):
                rest = [value for on, value in enumerate(values) if on != at]
                yield f"part {at + 1} left out", rest[0] if len(rest) == 1 else _with(node, values=rest)
        case ast.IfExp(body=body, orelse=orelse):
            yield "condition turned round", _with(node, body=orelse, orelse=body)
        case ast.Constant(value=bool(value)):
            yield f"{value} becomes {not value}", ast.Constant(not value)


def _of_reckoning(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    """Change signs, numbers, least and greatest."""
    match node:
        case ast.BinOp(op=op) | ast.AugAssign(op=op) if type(op) in _COUNTED:
            other = _COUNTED[type(op)]
            yield f"{_name(op)} becomes {other.__name__}", _with(node, op=other())
        case ast.UnaryOp(op=op, operand=operand):
            yield f"{_name(op)} left out", operand
        case ast.Constant(value=int(value) | float(value)) if not isinstance(value, bool):
            yield f"{value} becomes {value + 1}", ast.Constant(value + 1)
        case ast.Name(id=name) | ast.Attribute(attr=name) if name in _SWAPPED:
            field = "id" if isinstance(node, ast.Name) else "attr"
            yield f"{name} becomes {_SWAPPED[name]}", _with(node, **{field: _SWAPPED[name]})


def _of_steps(node: ast.stmt) -> Iterator[tuple[str, ast.AST]]:
    """Turn branches round, leave calls out, end loops too early or too late."""
    match node:
        case ast.If(test=test):
            yield "condition turned round", _with(node, test=ast.UnaryOp(ast.Not(), test))
        case ast.Continue():
            yield "Continue becomes Break", ast.Break()
        case ast.Break():
            yield "Break becomes Continue", ast.Continue()
        case ast.Expr(value=ast.Call()):
            yield "call left out", ast.Pass()


def _with(node: ast.AST, **fields: object) -> ast.AST:
    """Copy of a node with other fields; its children are the same."""
    new = copy.copy(node)
    for name, value in fields.items():
        setattr(new, name, value)
    return new


def _name(operator: ast.AST) -> str:
    return type(operator).__name__


@dataclass(frozen=True)
class _Slot:
    """Where a node hangs on its parent."""

    parent: ast.AST | list[ast.AST]
    at: str | int

    def put(self, new: ast.AST) -> None:
        """Hang another node there."""
        if isinstance(self.parent, list):
            self.parent[self.at] = new  # type: ignore[index]
        else:
            setattr(self.parent, self.at, new)  # type: ignore[arg-type]
