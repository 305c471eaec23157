"""Import modules of the core with a change of their tree: a mutation, or marks that tell which blocks run."""

from __future__ import annotations

import ast
import builtins
import sys
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import CodeType, ModuleType

    Change = Callable[[str, str], ast.Module | None]

_MARK = "_block_was_reached"


def install(change: Change) -> None:
    """
    Change modules of the core from now on as they are imported.

    Parameters
    ----------
    change
        Gets a module's path from the root, such as ``corridor/routing/risk.py``, and its text; gives the tree
        to compile, or None to leave the module as it is.
    """
    sys.meta_path.insert(0, _Finder(change))


def marked(path: str, source: str, reached: set[tuple[str, int]], *, compiled_too: bool) -> ast.Module:
    """
    Parse a module so that each block tells when it is run.

    Parameters
    ----------
    path
        The module's path, under which blocks are told.
    source
        Its text.
    reached
        Gets path and first line of each block that runs; line 0 stands for the top of the module.
    compiled_too
        Whether to mark functions that numba would compile; only without its compiler.

    Returns
    -------
    ast.Module
        Tree of the module with marks.
    """
    setattr(builtins, _MARK, reached.add)
    tree = ast.parse(source)
    for node in list(ast.walk(tree)):
        if isinstance(node, ast.FunctionDef) and (compiled_too or not _is_compiled(node)):
            _mark(node, path)
    reached.add((path, 0))
    return ast.fix_missing_locations(tree)


def _is_compiled(function: ast.FunctionDef) -> bool:
    return any("njit" in ast.unparse(decorator) for decorator in function.decorator_list)


def _mark(node: ast.AST, path: str) -> None:
    """Put a mark at the start of each block of a function, functions inside it left to themselves."""
    for field in ("body", "orelse", "finalbody"):
        block = getattr(node, field, None)
        if not isinstance(block, list) or not block:
            continue
        for child in block:
            if not isinstance(child, (ast.FunctionDef, ast.ClassDef)):
                _mark(child, path)
        mark = ast.parse(f"{_MARK}({(path, block[0].lineno)!r})").body[0]
        has_docstring = isinstance(node, ast.FunctionDef) and ast.get_docstring(node) is not None
        block.insert(1 if has_docstring else 0, mark)
    for child in (*getattr(node, "handlers", ()), *getattr(node, "cases", ())):
        _mark(child, path)


class _Finder(MetaPathFinder):
    def __init__(self, change: Change) -> None:
        self.change = change

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname.partition(".")[0] != "corridor":
            return None
        spec = PathFinder.find_spec(fullname, path, target)
        if spec is not None and isinstance(spec.loader, SourceFileLoader):
            spec.loader = _Loader(fullname, spec.loader.path, self.change)
        return spec


class _Loader(SourceFileLoader):
    def __init__(self, fullname: str, path: str, change: Change) -> None:
        super().__init__(fullname, path)
        self.change = change

    def get_code(self, fullname: str) -> CodeType | None:
        file = Path(self.path)
        relative = file.resolve().relative_to(Path.cwd()).as_posix()
        tree = self.change(relative, file.read_text(encoding="utf-8"))
        return super().get_code(fullname) if tree is None else compile(tree, self.path, "exec")
