"""The page about articles names every key and every form of file, and its examples are right."""

import re
from pathlib import Path

import pytest

from timeline.articles import propose_all, read_article
from timeline.articles.dates import read_publication
from timeline.articles.fields import KEYS
from timeline.articles.readers import SUFFIXES
from timeline.config import Settings

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "articles.md").read_text(encoding="utf-8")
TABLE_OF_KEYS = PAGE.partition("## What may stand on top")[2].partition("###")[0]


@pytest.mark.parametrize("key", KEYS)
def test_every_key_is_explained(key: str) -> None:
    assert any(f"`{key}`" in row.split("|")[1] for row in TABLE_OF_KEYS.splitlines() if row.startswith("|"))


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_every_form_of_file_is_explained(suffix: str) -> None:
    assert f"`{suffix}`" in PAGE


def test_the_days_of_the_table_are_read() -> None:
    table = PAGE.partition("| you write | it means |")[2].partition("\n\n")[0]
    for row in table.splitlines()[2:]:
        for text in re.findall(r"`([^`]+)`", row.split("|")[1]):
            assert read_publication(text, "fr" if "mai" in text else "en") is not None


@pytest.mark.parametrize("page", ["articles.md", "getting-started.md"])
def test_the_articles_shown_can_be_read(page: str, tmp_path: Path) -> None:
    shown = re.findall(r"```markdown\n(.*?)```", (DOCS / page).read_text(encoding="utf-8"), re.DOTALL)
    assert shown
    for number, text in enumerate(shown):
        path = tmp_path / f"shown-{number}.md"
        path.write_text(text, encoding="utf-8")
        article, problems = read_article(path, Settings(project=tmp_path))
        assert problems == ()
        assert article is not None
        assert article.text


def test_the_catalogue_shown_can_be_used(tmp_path: Path) -> None:
    (tmp_path / "box").mkdir()
    for name in ("0001.txt", "0002.txt"):
        (tmp_path / "box" / name).write_text(f"Something was told in {name}.")
    catalogue = tmp_path / "catalogue.csv"
    catalogue.write_text(re.findall(r"```csv\n(.*?)```", PAGE, re.DOTALL)[0])
    settings = Settings(project=tmp_path)
    proposals = list(propose_all([tmp_path / "box"], settings=settings, given={}, metadata=catalogue))
    assert [proposal.values.get("published") for proposal in proposals] == ["1914-03-02", "1914-03?"]
    assert all(proposal.problems == () for proposal in proposals)
