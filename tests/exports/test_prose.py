from __future__ import annotations

import time
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.exports.prose import safe_url, to_html, to_plain, without_control


@pytest.mark.parametrize(
    ("text", "html", "plain"),
    [
        (
            "Plain words\nover two lines.",
            "<p>Plain words\nover two lines.</p>",
            "Plain words over two lines.",
        ),
        ("One.\n\nTwo.", "<p>One.</p>\n<p>Two.</p>", "One.\n\nTwo."),
        ("*a* **b**", "<p><em>a</em> <strong>b</strong></p>", "a b"),
        ("- one\n- two", "<ul>\n<li>one</li>\n<li>two</li>\n</ul>", "- one\n- two"),
        (
            "[x](https://a.example/?a=1&b=2)",
            '<p><a href="https://a.example/?a=1&amp;b=2" rel="noopener">x</a></p>',
            "x",
        ),
        ("a <b>b</b> & c", "<p>a &lt;b&gt;b&lt;/b&gt; &amp; c</p>", "a <b>b</b> & c"),
        ("[within](#e-1), [root](/x)", '<p>within, <a rel="noopener">root</a></p>', "within, root"),
        ("", "", ""),
        ("\n\n", "", ""),
    ],
)
def test_markdown(text: str, html: str, plain: str) -> None:
    assert to_html(text) == html
    assert to_plain(text) == plain


def test_links_from_one_entry_to_another() -> None:
    text = "See [the plan](#e-1)."
    assert '<a href="https://news.example/index.html#e-1"' in to_html(text, "https://news.example/")
    assert to_html(text) == "<p>See the plan.</p>"


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "![a](https://tracker.example/x.png)",
        "[x](javascript:alert(1))",
        "[x](data:text/html,x)",
        "<a href='https://a.example' onclick='x()'>x</a>",
        "```\n<script>\n```",
        "[x]: javascript:alert(1)\n\n[x]",
    ],
)
def test_nothing_runs(text: str) -> None:
    made = to_html(text).lower()
    for bad in ("<script", "<img", "javascript:", "data:", "<a href='https"):
        assert bad not in made or "&lt;" in made.split(bad)[0] or f'"{bad}' not in made
    assert "<script" not in made
    assert "<img" not in made
    assert 'href="javascript' not in made
    assert 'href="data' not in made


@given(st.text(max_size=200))
def test_any_text_becomes_well_formed_xml_that_xml_can_hold(text: str) -> None:
    made = to_html(text).replace("<br>", "<br/>").replace("<hr>", "<hr/>").replace("&nbsp;", " ")
    ET.fromstring(f"<div>{made}</div>")  # noqa: S314 - our own output


@pytest.mark.parametrize("text", ["[" * 50_000, "*" * 50_000, "`" * 20_001, "[a](" * 10_000, "> " * 20_000])
def test_hostile_text_is_read_in_little_time(text: str) -> None:
    began = time.process_time()
    to_html(text)
    assert time.process_time() - began < 1


@given(st.text())
def test_xml_has_a_place_for_every_character_that_is_left(text: str) -> None:
    for character in without_control(text):
        code = ord(character)
        assert code in {9, 10, 13} or code >= 32
        assert not 0xD800 <= code <= 0xDFFF
        assert code not in {0xFFFE, 0xFFFF}


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://a.example/x", True),
        ("HTTP://a.example", True),
        ("mailto:a@b.example", True),
        ("javascript:alert(1)", False),
        ("java\nscript:alert(1)", False),
        ("https://a.example/ x", False),
        ("//a.example", False),
        ("", False),
    ],
)
def test_addresses(url: str, *, safe: bool) -> None:
    assert bool(safe_url(url)) is safe
