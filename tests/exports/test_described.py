"""docs/json.md speaks of every file, format and key; its example keeps to the schema."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from timeline import exports
from timeline.exports.intake import column_names
from timeline.exports.records import events_schema

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "json.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [*exports.SITE_FILES, *exports.FORMATS])
def test_every_file_and_format(name: str) -> None:
    assert f"`{name}`" in PAGE


def keys(part: Any) -> set[str]:
    if not isinstance(part, dict):
        return set()
    inner = [part.get("properties", {}), part.get("$defs", {})]
    own = set(part.get("properties", {}))
    return own.union(*(keys(v) for group in inner for v in group.values()), keys(part.get("items")))


def test_every_key() -> None:
    described = set(re.findall(r"`([\w$]+)`", PAGE))
    assert keys(json.loads(events_schema())) - described == set()


def test_the_example_keeps_to_the_schema() -> None:
    (example,) = re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)
    jsonschema.validate(json.loads(example), json.loads(events_schema()))


def test_the_column_names_that_are_told_are_known() -> None:
    table = PAGE.split("| holds | column names |")[1].split("\n\n")[0]
    known = {name for names in column_names().values() for name in names}
    for row in table.strip().splitlines()[1:]:
        for name in re.split(r"[,;] (?:or |and )?", row.split("|")[2].strip()):
            assert name.removesuffix(" in columns of their own") in known, name


def test_publishing_names_what_new_writes() -> None:
    page = (DOCS / "publishing.md").read_text(encoding="utf-8")
    for name in (
        ".github/workflows/pages.yml",
        "publish: reviewed",
        "base_url",
        "embed-fragment.txt",
        ".nojekyll",
    ):
        assert name in page
