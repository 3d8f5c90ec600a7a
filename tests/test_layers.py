"""The rooms of the program import downwards only.

A test reads the imports and fails on an arrow up, sideways or in a circle.
"""

from __future__ import annotations

import ast
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "timeline"

# From the top down. Rooms of one row are workers: they do not import each other.
LAYERS = (
    ("__main__",),
    ("cli",),
    ("server",),
    ("pipeline", "reading"),
    ("articles", "events", "store", "render", "exports", "scaffold"),
    ("public", "wording"),
    ("config",),
    ("model", "identity"),
    ("temporal", "yamltext"),
    ("problems", "collecting"),
)
HEIGHT = {room: -row for row, rooms in enumerate(LAYERS) for room in rooms}


def modules() -> dict[str, Path]:
    """Return the package's modules by dotted name without the leading `timeline.`."""
    return {
        ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix(".__init__"): path
        for path in sorted(PACKAGE.rglob("*.py"))
        if path != PACKAGE / "__init__.py"
    }


def imported(path: Path) -> set[str]:
    """Return the dotted names below `timeline` that a module imports, wherever in the module."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            names |= {f"{node.module}.{alias.name}" for alias in node.names} | {node.module or ""}
    return {name.removeprefix("timeline.") for name in names if name.startswith("timeline.")}


@pytest.mark.parametrize("name", modules())
def test_every_module_belongs_to_a_room(name: str) -> None:
    assert name.split(".", maxsplit=1)[0] in HEIGHT


@pytest.mark.parametrize(("name", "path"), modules().items())
def test_arrows_point_downwards(name: str, path: Path) -> None:
    room = name.split(".", maxsplit=1)[0]
    for target in imported(path):
        other = target.split(".")[0]
        if other in (room, "__version__"):
            continue
        assert HEIGHT[other] < HEIGHT[room], f"timeline/{name} imports {target}"


def test_no_circles() -> None:
    known = modules()
    graph = {}
    for name, path in known.items():
        targets = {t if t in known else t.rpartition(".")[0] for t in imported(path)}
        graph[name] = {t for t in targets if t in known and t != name and not name.startswith(f"{t}.")}
    tuple(TopologicalSorter(graph).static_order())


def test_only_the_command_line_prints_or_asks_for_the_date() -> None:
    forbidden = {"print", "input", "exit", "quit"}
    for name, path in modules().items():
        if name.split(".")[0] in ("cli", "__main__"):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                called = ast.unparse(node.func)
                assert called not in forbidden, f"{path}:{node.lineno} calls {called}"
                assert called not in {
                    "date.today",
                    "datetime.now",
                    "datetime.today",
                    "datetime.utcnow",
                    "time.time",
                }, f"{path}:{node.lineno} asks for the date"
