"""Our own source files, read and not imported."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGES = ("checkin", "workers")


@dataclass(frozen=True)
class Source:
    """One file of ours."""

    path: Path

    @property
    def name(self) -> str:
        return str(self.path.relative_to(ROOT))

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.path.read_text())

    def imports(self) -> set[str]:
        """Give the modules it imports, as they are written."""
        found: set[str] = set()
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                found |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                found.add(node.module)
        return found


def sources(*packages: str) -> list[Source]:
    """List the files of packages, all of ours when none is named; migrations are history and not read."""
    files = [path for package in packages or PACKAGES for path in sorted((ROOT / package).rglob("*.py"))]
    return [Source(path) for path in files if "versions" not in path.parts]


def templates() -> list[Path]:
    """List every page template."""
    return sorted((ROOT / "checkin").rglob("templates/**/*.html"))
