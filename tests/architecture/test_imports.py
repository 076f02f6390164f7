"""The direction of imports, and how a module looks from outside."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

from tests.architecture.tree import ROOT, Source, sources

SAYS_NOTHING = {"utils", "util", "helpers", "helper", "common", "misc", "lib", "tools"}
OURS = sources()


def test_imports_go_downwards() -> None:
    command = [Path(sys.executable).with_name("lint-imports"), "--no-cache"]
    checked = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout[-3000:]
    assert "Contracts: 8 kept, 0 broken." in checked.stdout


def test_there_is_something_to_read() -> None:
    assert len(OURS) > 150


def test_no_module_is_imported_inside_a_function() -> None:
    assert [f"{source.name}:{line}" for source in OURS for line in imports_in_functions(source)] == []


def imports_in_functions(source: Source) -> list[int]:
    functions = [node for node in ast.walk(source.tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    return [
        node.lineno
        for function in functions
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]


def test_every_module_opens_with_one_sentence() -> None:
    openings = {source.name: (ast.get_docstring(source.tree) or "").partition("\n")[0] for source in OURS}
    assert [name for name, words in openings.items() if not words.endswith((".", ":"))] == []


def test_no_module_has_a_name_that_says_nothing() -> None:
    assert [source.name for source in OURS if SAYS_NOTHING & {source.path.stem, source.path.parent.name}] == []


def test_no_table_knows_another_through_an_object() -> None:
    names = {source.name: {node.id for node in ast.walk(source.tree) if isinstance(node, ast.Name)} for source in OURS}
    assert [name for name, used in names.items() if "Relationship" in used] == []


def test_checkin_never_imports_the_workers() -> None:
    assert [source.name for source in sources("checkin") if "workers" in roots(source)] == []


def roots(source: Source) -> set[str]:
    return {name.partition(".")[0] for name in source.imports()}


def test_the_rules_import_the_standard_library_and_themselves() -> None:
    foreign = {
        name
        for source in sources("checkin/domain")
        for name in source.imports()
        if name.partition(".")[0] not in sys.stdlib_module_names and not name.startswith("checkin.domain")
    }
    assert foreign == set()


def test_only_the_vendors_package_uses_the_vendors_software() -> None:
    users = {source.name for source in OURS if any(root.startswith("vonage") for root in roots(source))}
    assert users
    assert all(name.startswith("checkin/vonage/") for name in users)


def test_nobody_but_the_clock_asks_the_machine_what_time_it_is() -> None:
    ours = [source for source in OURS if not source.name.startswith("checkin/phonenet/")]
    assert [source.name for source in ours if asks_the_time(source)] == ["checkin/clock.py"]


def asks_the_time(source: Source) -> bool:
    calls = [node.func for node in ast.walk(source.tree) if isinstance(node, ast.Call)]
    asked = {
        f"{call.value.id}.{call.attr}"
        for call in calls
        if isinstance(call, ast.Attribute) and isinstance(call.value, ast.Name)
    }
    return bool(asked & {"datetime.now", "datetime.utcnow", "date.today", "datetime.today"})
