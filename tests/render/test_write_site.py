"""The whole site of the made-up story: all is there, it holds together, writing it again changes nothing."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
import sample

from timeline import render
from timeline.problems import CannotStart, Severity


class Links(HTMLParser):
    """Collects ids, links and elements of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[tuple[str, str]] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attrs:
            if name == "id" and value:
                self.ids.append(value)
            if name in {"href", "src"} and value is not None:
                self.links.append((tag, value))


def read(path: Path) -> Links:
    parser = Links()
    parser.feed(path.read_text("utf-8"))
    return parser


def pages(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


def test_every_page_is_there(site: Path) -> None:
    names = {p.relative_to(site).as_posix() for p in pages(site)}
    entries = {f"e/{e.id}.html" for e in sample.EVENTS} | {"e/e-0zzzzzzzzz.html"}
    beside = {"sources.html", "corrections.html", "about.html", "embed.html", "404.html"}
    assert names == entries | beside | {"index.html"}


def test_every_link_within_the_site_leads_somewhere(site: Path) -> None:
    broken = []
    for page in pages(site):
        if page.name == "404.html":
            continue
        for _, link in read(page).links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            assert not link.startswith("/"), (page.name, link)
            target = (page.parent / unquote(parts.path)).resolve() if parts.path else page
            there = target.is_file()
            if there and parts.fragment and target.suffix == ".html":
                there = parts.fragment in read(target).ids
            if not there:
                broken.append((page.name, link))
    assert broken == []


def test_no_page_has_an_id_twice(site: Path) -> None:
    for page in pages(site):
        ids = read(page).ids
        assert len(ids) == len(set(ids)), page


def test_nothing_is_asked_of_other_servers(site: Path) -> None:
    base = "https://ferry.example/story/"
    for page in pages(site):
        loaded = [u for tag, u in read(page).links if tag in {"script", "img", "iframe"}]
        assert [u for u in loaded if urlsplit(u).netloc and not u.startswith(base)] == []
        style = (site / "style.css").read_text("utf-8")
        assert "url(" not in style
        assert "@import" not in style


def test_every_page_carries_a_policy_and_no_inline_code(site: Path) -> None:
    for page in pages(site):
        text = page.read_text("utf-8")
        assert text.index("Content-Security-Policy") < text.index("<title>")
        assert not re.search(r"\son[a-z]+=", text)
        assert not re.search(r'<[a-z][^>]*\sstyle="', text)
        assert re.findall(r"<script(?![^>]*(?:src=|ld\+json))", text) == []


def test_the_404_page_works_at_any_depth(site: Path) -> None:
    found = read(site / "404.html")
    own = [u for tag, u in found.links if not urlsplit(u).scheme]
    assert own
    assert all(u.startswith(("/story/", "#")) for u in own)
    assert "style" in found.tags


def test_a_second_run_touches_nothing(tmp_path: Path) -> None:
    sample.put_picture(tmp_path)
    first = render.write_site(sample.timeline(), sample.settings(tmp_path), tmp_path / "site", sample.FILES)
    before = {
        p: (p.read_bytes(), p.stat().st_mtime_ns, p.stat().st_ino)
        for p in (tmp_path / "site").rglob("*")
        if p.is_file()
    }
    second = render.write_site(sample.timeline(), sample.settings(tmp_path), tmp_path / "site", sample.FILES)
    after = {
        p: (p.read_bytes(), p.stat().st_mtime_ns, p.stat().st_ino)
        for p in (tmp_path / "site").rglob("*")
        if p.is_file()
    }
    assert before == after
    assert len(first.changed) == second.unchanged
    assert second.changed == ()


def test_an_edit_changes_only_the_pages_that_show_it(tmp_path: Path) -> None:
    settings = sample.settings(tmp_path, base_url="")
    render.write_site(sample.timeline(), settings, tmp_path / "site", {})
    untouched = (tmp_path / "site" / "e" / "e-0aaaaaaaaa.html").stat().st_mtime_ns
    edited = (*sample.EVENTS[:-1], replace(sample.EVENTS[-1], text="For two days."))
    report = render.write_site(sample.timeline(edited), settings, tmp_path / "site", {})
    assert report.changed == ("e/2024-03-strike.html", "index.html")
    assert (tmp_path / "site" / "e" / "e-0aaaaaaaaa.html").stat().st_mtime_ns == untouched


def test_the_same_content_gives_the_same_bytes_in_another_folder(site: Path, tmp_path: Path) -> None:
    sample.put_picture(tmp_path)
    render.write_site(sample.timeline(), sample.settings(tmp_path), tmp_path / "elsewhere", sample.FILES)
    for path in site.rglob("*"):
        if path.is_file():
            assert (tmp_path / "elsewhere" / path.relative_to(site)).read_bytes() == path.read_bytes(), path


def test_without_an_address_nothing_absolute_is_written(tmp_path: Path) -> None:
    render.write_site(
        sample.timeline(), sample.settings(tmp_path, base_url="", contact=""), tmp_path / "site", {}
    )
    for page in pages(tmp_path / "site"):
        text = page.read_text("utf-8")
        assert "og:" not in text
        assert "canonical" not in text
        assert "challenge" not in text.lower()
        assert all(cited.rstrip().endswith(".") for cited in re.findall(r'class="reference">([^<]*)<', text))
    assert not (tmp_path / "site" / "card.png").exists()


def test_withdrawn_entries_show_their_notice_and_nothing_else(site: Path) -> None:
    text = (site / "e" / "e-0jjjjjjjjj.html").read_text("utf-8")
    assert "another ship of the same name" in text
    assert 'content="noindex"' in text


def test_an_empty_timeline_is_a_page(tmp_path: Path) -> None:
    report = render.write_site(sample.timeline(()), sample.settings(tmp_path), tmp_path / "site", {})
    assert report.pages == 6
    assert "0 events" in (tmp_path / "site" / "index.html").read_text("utf-8")


def test_a_named_theme_that_is_missing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CannotStart, match="no theme folder newsroom"):
        render.write_site(
            sample.timeline(), sample.settings(tmp_path, theme="newsroom"), tmp_path / "site", {}
        )
    assert not (tmp_path / "site").exists()


def test_a_theme_takes_the_place_of_single_files_and_extends_them(tmp_path: Path) -> None:
    theme = tmp_path / "theme"
    theme.mkdir()
    (theme / "style.css").write_text("body{color:red}", "utf-8")
    (theme / "base.html").write_text(
        '{% extends "default/base.html" %}{% block footer %}<p>Ours</p>{% endblock %}', "utf-8"
    )
    render.write_site(sample.timeline(), sample.settings(tmp_path), tmp_path / "site", {})
    assert (tmp_path / "site" / "style.css").read_text("utf-8") == "body{color:red}"
    text = (tmp_path / "site" / "index.html").read_text("utf-8")
    assert "<p>Ours</p>" in text
    assert "Council buys the ferry" in text


def test_the_example_theme_is_small_and_lies_over_the_default(tmp_path: Path) -> None:
    example = Path(__file__).parents[2] / "docs" / "example-theme" / "extra.css"
    assert example.read_text("utf-8").count("\n") < 60
    theme = tmp_path / "ledger"
    (theme / "fonts").mkdir(parents=True)
    shutil.copy(example, theme)
    (theme / "fonts" / "own.woff2").write_bytes(b"font")
    (theme / ".hidden.css").write_text("x", "utf-8")
    render.write_site(sample.timeline(), sample.settings(tmp_path, theme="ledger"), tmp_path / "site", {})
    assert (tmp_path / "site" / "extra.css").read_bytes() == example.read_bytes()
    assert (tmp_path / "site" / "fonts" / "own.woff2").is_file()
    assert not (tmp_path / "site" / ".hidden.css").exists()
    page = (tmp_path / "site" / "e" / "e-0bbbbbbbbb.html").read_text("utf-8")
    assert page.index('href="../style.css"') < page.index('href="../extra.css"')
    assert "Ledger" in (tmp_path / "site" / "404.html").read_text("utf-8")


def test_a_card_made_by_hand_is_used(tmp_path: Path) -> None:
    sample.put_picture(tmp_path)
    settings = sample.settings(tmp_path, card="alma.jpg")
    render.write_site(sample.timeline(()), settings, tmp_path / "site", {})
    page = (tmp_path / "site" / "index.html").read_text("utf-8")
    assert 'property="og:image" content="https://ferry.example/story/images/alma.jpg"' in page
    assert 'property="og:image:width" content="1280"' in page
    assert not (tmp_path / "site" / "card.png").exists()


def test_static_files_are_copied_and_links_are_not_followed(tmp_path: Path) -> None:
    static = tmp_path / "content" / "static"
    (static / "docs").mkdir(parents=True)
    (static / "docs" / "letter.pdf").write_bytes(b"%PDF")
    (tmp_path / "secret.txt").write_text("secret", "utf-8")
    (static / "leak.txt").symlink_to(tmp_path / "secret.txt")
    report = render.write_site(sample.timeline(), sample.settings(tmp_path), tmp_path / "site", {})
    assert (tmp_path / "site" / "docs" / "letter.pdf").read_bytes() == b"%PDF"
    assert not (tmp_path / "site" / "leak.txt").exists()
    assert [p.severity for p in report.problems if "leak" in p.message] == [Severity.WARNING]


def test_an_unknown_language_is_said_and_dates_still_speak_it(tmp_path: Path) -> None:
    report = render.write_site(
        sample.timeline(), sample.settings(tmp_path, language="pt"), tmp_path / "site", {}
    )
    assert ["no interface words" in p.message for p in report.problems if p.severity is Severity.NOTE] == [
        True
    ]
