from __future__ import annotations

import re
import time
from html import unescape

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from timeline.wording import markdown

SHOWN = [
    ("One line.", "<p>One line.</p>"),
    ("One.\n\nTwo.", "<p>One.</p>\n<p>Two.</p>"),
    ("*so* and **so**", "<p><em>so</em> and <strong>so</strong></p>"),
    ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
    ("[x](https://a.example/b)", '<p><a href="https://a.example/b" rel="noopener">x</a></p>'),
    ("[x](mailto:a@b.example)", '<p><a href="mailto:a@b.example" rel="noopener">x</a></p>'),
    ("[x](#e-1)", f'<p><a href="{markdown.ROOT}index.html#e-1" rel="noopener">x</a></p>'),
    ("[x](files/a.pdf)", f'<p><a href="{markdown.ROOT}files/a.pdf" rel="noopener">x</a></p>'),
    ("", ""),
    ("  \n ", ""),
]


@pytest.mark.parametrize(("text", "html"), SHOWN)
def test_markdown(text: str, html: str) -> None:
    assert markdown.to_html(text) == html


HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](  javascript:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](data:text/html,<script>1</script>)",
    "[x](vbscript:x)",
    "[x](//evil.example/)",
    "[x](/etc/passwd)",
    "[x](../../secret)",
    "![x](https://evil.example/a.gif)",
    "<https://a.example/><svg onload=1>",
    "[a]: javascript:alert(1)\n\n[x][a]",
    "<!-- secret -->",
    "**<iframe src=x>**",
    '[x](https://a.example "\'onmouseover=1")',
    "# <b onclick=x>heading",
    "\x02root\x03 <b>",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_harmful_comes_through(text: str) -> None:
    html = str(markdown.to_html(text))
    low = html.lower().replace("&lt;", "«")
    for bad in (
        "<script",
        "<img",
        "<iframe",
        "<svg",
        "<b ",
        "<b>",
        'href="javascript',
        'href="data',
        'href="vbs',
        "<!--",
    ):
        assert bad not in low
    assert 'href="/' not in low
    assert "../" not in low.replace("](../", "")


@pytest.mark.parametrize(
    "text", ["[" * 40_000, "*a " * 20_000, "![" * 30_000, "x" * 200_000, "> " * 20_000, "`" * 40_000]
)
def test_hostile_length_is_answered_at_once(text: str) -> None:
    start = time.process_time()
    assert markdown.to_html(text)
    assert time.process_time() - start < 2.0


def tidy(html: str) -> str:
    """Quotation marks may be written as entities, and spaces at an end are not seen."""
    return re.sub(r"\s+(?=\n|<)", "", unescape(html))


@given(st.text(st.sampled_from("ab .,;'\"–()-1\n:"), max_size=60))
@example("1) one\n2) two")
@example("a\n-\nb")
@example("a  \nb")
@settings(max_examples=400, deadline=None)
def test_plain_text_reads_as_markdown_would_have_it(text: str) -> None:
    """The short way past Python-Markdown gives what the long way gives."""
    if not text.strip() or not markdown._is_plain(text.strip("\n")):
        return
    long_way = markdown._clean(markdown._converter().reset().convert(text))
    assert tidy(markdown.to_html(text)) == tidy(long_way)


URLS = [
    ("https://a.example/x?y=1#z", True),
    ("HTTP://a.example", True),
    ("mailto:a@b.example", True),
    ("javascript:alert(1)", False),
    ("java\nscript:alert(1)", False),
    ("data:text/html,x", False),
    ("ftp://a.example", False),
    ("//a.example", False),
    ("a.example", False),
    ("https://a.example/ b", False),
    ("", False),
]


@pytest.mark.parametrize(("url", "is_safe"), URLS)
def test_addresses_by_their_scheme(url: str, is_safe: bool) -> None:
    assert bool(markdown.safe_url(url)) is is_safe
