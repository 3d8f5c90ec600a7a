"""The documentation is complete: every command, option and setting appears in it, its examples run."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import click
import pytest

from timeline.cli import cli
from timeline.config import Settings
from timeline.yamltext import parse

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
COMMANDS = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")


def commands(group: click.Group, prefix: str = "timeline") -> Iterator[tuple[str, click.Command]]:
    for name, command in sorted(group.commands.items()):
        if isinstance(command, click.Group):
            yield from commands(command, f"{prefix} {name}")
        else:
            yield f"{prefix} {name}", command


@pytest.mark.parametrize(("name", "command"), list(commands(cli)))
def test_every_command_and_option_is_documented(name: str, command: click.Command) -> None:
    assert f"`{name}" in COMMANDS
    for option in command.params:
        if isinstance(option, click.Option):
            assert any(f"`{o}" in COMMANDS for o in option.opts), f"{name} {option.opts}"


@pytest.mark.parametrize("name", sorted({f.name for f in fields(Settings)} - {"project"}))
def test_every_setting_is_documented(name: str) -> None:
    assert f"| `{name}` |" in (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_links_lead_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", text):
        if "://" not in target and not target.startswith("mailto:"):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


@pytest.mark.parametrize("page", sorted((ROOT / "docs").glob("*.md")), ids=lambda p: p.name)
def test_every_page_can_be_reached_from_the_readme(page: Path) -> None:
    reached, todo = set(), [ROOT / "README.md"]
    while todo:
        here = todo.pop()
        if here in reached or not here.is_file() or here.suffix != ".md":
            continue
        reached.add(here)
        links = re.findall(r"\]\(([^)#\s]+)", here.read_text(encoding="utf-8"))
        todo += [(here.parent / link).resolve() for link in links if "://" not in link]
    assert page.resolve() in reached


def blocks(kind: str) -> Iterator[tuple[str, str]]:
    for page in PAGES:
        found = re.findall(
            rf"^```{kind}\n(.*?)^```", page.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE
        )
        yield from ((f"{page.name}-{number}", block) for number, block in enumerate(found))


@pytest.mark.parametrize("block", [pytest.param(b, id=i) for i, b in blocks("python")])
def test_python_examples_run(block: str, capsys: pytest.CaptureFixture[str]) -> None:
    exec(compile(block, "example", "exec"), {})  # noqa: S102 - the example is ours
    printed = capsys.readouterr().out
    assert bool(printed) == ("print(" in block)


@pytest.mark.parametrize("block", [pytest.param(b, id=i) for i, b in blocks("console")])
def test_console_examples_run(block: str, tmp_path: Path) -> None:
    for line in block.splitlines():
        if line.startswith("$ "):
            command = line.removeprefix("$ ").replace(
                "timeline ", f"{shlex.quote(sys.executable)} -m timeline "
            )
            done = subprocess.run(  # noqa: S602 - the examples are ours, and pipes are part of them
                command, shell=True, cwd=tmp_path, capture_output=True, check=False
            )
            assert done.returncode == 0, done.stderr.decode()
            assert done.stdout


@pytest.mark.parametrize("block", [pytest.param(b, id=i) for i, b in blocks("yaml")])
def test_yaml_examples_can_be_read(block: str) -> None:
    assert parse(block.encode(), "example.yaml").problems == ()


def test_the_map_of_the_event_room_names_the_modules_that_are_there_and_all_of_them() -> None:
    page = (ROOT / "docs" / "events.md").read_text(encoding="utf-8")
    steps = page.split("## From an article")[1].split("## What to change")[0]
    named = set(re.findall(r"`([a-z_]+)`", steps))
    assert named ^ {path.stem for path in (ROOT / "timeline" / "events").glob("[a-z]*.py")} == set()
