from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from timeline.temporal.edtf import When
from timeline.wording.dates import Dates
from timeline.wording.strings import SHIPPED, load_strings

LANGUAGES = ["en", "fr", "es", "de", "ar"]
ENGLISH = yaml.safe_load((SHIPPED / "en.yaml").read_text("utf-8"))


def fields(text: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_everything(language: str) -> None:
    own = yaml.safe_load((SHIPPED / f"{language}.yaml").read_text("utf-8"))
    for part in ("dates", "phrases", "ui", "counts"):
        assert own[part].keys() == ENGLISH[part].keys(), part
    assert len(own["about"]) == len(ENGLISH["about"])


def test_facts_of_a_line_stand_apart_as_the_language_writes_it() -> None:
    assert load_strings("en").listed(["3 events", "", "2024"]) == "3 events, 2024"
    assert load_strings("ar").listed(["3", "2024"]) == "3، 2024"
    days = When.parse("{2024-05-02,2024-05-04,2024-05-07}")
    assert "," not in Dates(load_strings("ar"), "ar").text(days)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phrase_uses_the_values_that_it_is_given(language: str) -> None:
    own = yaml.safe_load((SHIPPED / f"{language}.yaml").read_text("utf-8"))
    for key, text in own["phrases"].items():
        assert fields(text) == fields(ENGLISH["phrases"][key]), key
    for key, text in own["dates"].items():
        if isinstance(text, str):
            allowed = {"number", "roman"} if key == "century" else fields(ENGLISH["dates"][key])
            assert fields(text) <= allowed, key


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_plural_form_of_the_language_is_there(language: str) -> None:
    from babel import Locale

    strings = load_strings(language)
    for key in strings.counts:
        for number in (0, 1, 2, 3, 11, 100, 1_000_000):
            assert strings.count(key, number)
    needed = {"one", "other"} if language != "ar" else Locale("ar").plural_form.tags | {"other"}
    assert needed - {"zero"} <= set(strings.counts["events"]) | {"zero"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_is_shown_to_nobody(language: str) -> None:
    """Every key is used by a template or by the code: dead words are not translated."""
    root = Path(__file__).parents[2]
    sources = [*(root / "theme").glob("*.html"), *(root / "timeline" / "render").glob("*.py")]
    code = "\n".join(path.read_text("utf-8") for path in sources)
    strings = load_strings(language)
    assert [key for key in (*strings.ui, *strings.phrases) if not re.search(rf"\b{key}\b", code)] == []


COUNTED = [
    ("en", 1, "1 event"),
    ("en", 2, "2 events"),
    ("en", 12_345, "12,345 events"),
    ("fr", 0, "0 événement"),
    ("ar", 2, "حدثان"),
    ("ar", 5, "5 أحداث"),
    ("de", 10_000, "10.000 Ereignisse"),
]


@pytest.mark.parametrize(("language", "number", "words"), COUNTED)
def test_counts(language: str, number: int, words: str) -> None:
    assert load_strings(language).count("events", number) == words


def test_a_project_can_add_and_change_words(tmp_path: Path) -> None:
    folder = tmp_path / "languages"
    folder.mkdir()
    (folder / "it.yaml").write_text("direction: ltr\nui: {why: Perché questa data}\n", "utf-8")
    strings = load_strings("it", (tmp_path,))
    assert strings.found
    assert strings.ui["why"] == "Perché questa data"
    assert strings.ui["cite"] == "Cite"
    assert not load_strings("it").found
