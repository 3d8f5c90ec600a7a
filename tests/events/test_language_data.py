"""The data of a language: nothing in it is said twice, since the later would silently win."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

import timeline
from timeline.events import language
from timeline.events.furniture import is_anchored

ROOT = Path(timeline.__file__).parent
FILES = sorted(ROOT.glob("*/languages/*.yaml"))


def repeated(node: yaml.Node) -> list[str]:
    """Return every key that a mapping below a node holds twice, with its line."""
    if isinstance(node, yaml.SequenceNode):
        return [one for item in node.value for one in repeated(item)]
    if not isinstance(node, yaml.MappingNode):
        return []
    seen: set[str] = set()
    found: list[str] = []
    for key, value in node.value:
        if key.value in seen:
            found.append(f"line {key.start_mark.line + 1}: {key.value}")
        seen.add(key.value)
        found += repeated(value)
    return found


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.parent.name}-{file.stem}")
def test_no_key_stands_twice(file: Path) -> None:
    assert repeated(yaml.compose(file.read_text("utf-8"), Loader=yaml.SafeLoader)) == []


def test_a_repeated_key_would_be_seen() -> None:
    assert repeated(yaml.compose("a: {b: 1, c: 2, b: 3}\nd: 4\n")) == ["line 1: b"]


ANCHORED = [
    (r"(?i)^\W*(read more|see also)\b\W", True),
    (r"^(?i:by)\s+[A-Z][\w.]+(\s*[,|].*)?$", True),
    (r"(?i)^\W*(correction|update)s?\s*[:(—-]", True),
    (r"(?i)\b(getty images|alamy)\b", False),
    (r"(?i)(^\W*(sign up|subscribe)|newsletters?\W*$)", False),
    (r"^one|two", False),
]


@pytest.mark.parametrize(("pattern", "anchored"), ANCHORED)
def test_what_can_only_stand_at_the_beginning_of_a_line(pattern: str, anchored: bool) -> None:
    assert is_anchored(pattern) is anchored


FURNITURE = [
    (pattern, words)
    for file in (ROOT / "events" / "languages").glob("*.yaml")
    for _, pattern, *words in yaml.safe_load(file.read_text("utf-8"))["furniture"]
    if words
]


@pytest.mark.parametrize(("pattern", "words"), FURNITURE)
@settings(max_examples=20, deadline=None)
@given(data=st.data())
def test_no_furniture_lacks_the_words_that_it_is_looked_for_by(
    pattern: str, words: list[str], data: st.DataObject
) -> None:
    line = data.draw(st.from_regex(re.compile(pattern, re.ASCII)))
    assert any(word in line.lower() for word in words)


def test_values_are_put_together_and_taken_apart(english: language.Language) -> None:
    words = english.words
    assert english.union("articles", "of") == words["articles"] | words["of"]
    assert english.difference("articles", "determiners", "of") == (
        words["articles"] - words["determiners"] - words["of"]
    )
    assert english.union("articles") == english.difference("articles", "zones") == words["articles"]


@pytest.mark.parametrize("relation", ["opposites", "kindred"])
def test_only_kinds_of_deed_are_related_to_each_other(relation: str, english: language.Language) -> None:
    told = {word for line in english.data[relation] for word in line.split()}
    assert told - english.words["deed_names"] == set()


def test_only_kinds_of_deed_last(english: language.Language) -> None:
    assert english.words["lasting_deeds"] - english.words["deed_names"] == set()


FORMS = [
    ("acquitted", "acquit"),
    ("nabbed", "arrest"),
    ("cancelled", "cancel"),
    ("canceled", "cancel"),
    ("travelled", "travel"),
    ("traveled", "travel"),
    ("kidnapped", "kidnap"),
    ("stabbed", "stab"),
    ("admitted", "hospitalise"),
    ("docked", "punish"),
    ("opened", "open"),
    ("visited", "travel"),
]


@pytest.mark.parametrize(("form", "deed"), FORMS)
def test_a_verb_tells_its_deed_in_all_its_forms(form: str, deed: str, english: language.Language) -> None:
    assert deed in english.deeds(form, verb=True)
