"""Saved pages: their text, the day and address that they state, and what is no page."""

import time
from types import SimpleNamespace

import pytest
from pieces import LEAD, read, read_or_refused, stated

from timeline.articles.readers import Unreadable
from timeline.articles.readers.piece import Words


def test_a_saved_page(make: SimpleNamespace) -> None:
    (piece,) = read("page.html", make.page())
    assert piece.text.split("\n\n")[0] == LEAD
    assert "“We are leaving a café in order,” a general said." in piece.text
    assert not {"Read more", "Home", "Copyright"} & set(piece.text.split("\n\n"))
    assert "another story" not in piece.text
    assert stated(piece) == {
        "title": "Troops leave Niger",
        "publisher": "The Sahel Post",
        "author": "Awa Reporter",
        "url": "https://sahelpost.example/2024/05/troops",
        "language": "en",
    }
    assert "published" not in piece.stated
    assert piece.proposed["published"].value == "2024-05-02T23:30-04:00"


DAYS = [
    # head of the page, day, words of where it was found
    ('<meta property="article:published_time" content="2024-05-02T08:00:00Z">', "2024-05-02T08:00Z", "meta"),
    ('<meta name="date" content="May 2, 2024">', "2024-05-02", "meta date"),
    ('<meta itemprop="datePublished" content="2024-05-02">', "2024-05-02", "meta datepublished"),
    ('<time datetime="2024-05-02" class="published">Thursday</time>', "2024-05-02", "time element"),
    ('<meta name="date" content="whenever">', None, ""),
]


@pytest.mark.parametrize(("head", "day", "origin"), DAYS)
def test_the_day_that_a_page_states(make: SimpleNamespace, head: str, day: str | None, origin: str) -> None:
    (piece,) = read("page.html", make.page(head))
    found = piece.proposed.get("published")
    if day is None:
        assert found is None or "htmldate" in found.origin
    else:
        assert found is not None
        assert found.value == day
        assert origin in found.origin


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- saved from url=(0031)https://x.example/saved?a=b -->",
        "<!--\n Page saved with SingleFile \n url: https://x.example/saved?a=b \n saved date: Thu -->",
    ],
)
def test_the_address_that_a_browser_wrote(make: SimpleNamespace, comment: str) -> None:
    (piece,) = read("page.html", make.page().replace("<html", f"{comment}\n<html", 1))
    assert stated(piece)["url"] == "https://x.example/saved?a=b"


SMALL_PAGES = [
    ("<h1>Title</h1><p>The last soldiers left on Sunday.</p>", "The last soldiers left on Sunday."),
    (
        "<article><h1>T</h1><p>One thing happened here.</p><p>Then another.</p></article>",
        "One thing happened here.\n\nThen another.",
    ),
    (
        "<ul><li>One thing happened here</li><li>Then another</li></ul>",
        "One thing happened here\n\nThen another",
    ),
    (
        "<table><tr><td>2012</td><td>Agreement signed in the capital.</td></tr></table>",
        "2012 | Agreement signed in the capital.",
    ),
]


@pytest.mark.parametrize(("html", "text"), SMALL_PAGES)
@pytest.mark.parametrize("whole", [True, False])
def test_small_pages_and_parts_of_pages(html: str, text: str, *, whole: bool) -> None:
    (piece,) = read("p.html", f"<html><body>{html}</body></html>" if whole else html)
    assert piece.text == text


def test_an_older_encoding(make: SimpleNamespace) -> None:
    html = make.page().replace('<meta charset="utf-8">', '<meta charset="windows-1252">')
    (piece,) = read("page.htm", html.encode("cp1252"))
    assert "“We are leaving a café in order,” a general said." in piece.text


@pytest.mark.parametrize("name", ["page.mhtml", "page.mht", "page.webarchive"])
def test_pages_saved_into_one_file(make: SimpleNamespace, name: str) -> None:
    form = make.webarchive if name.endswith("webarchive") else make.mhtml
    (piece,) = read(name, form(make.page(), "https://x.example/from-the-archive"))
    assert piece.text.startswith(LEAD)
    assert "café" in piece.text
    assert stated(piece)["url"] == "https://x.example/from-the-archive"
    assert piece.proposed["published"].value.startswith("2024-05-02")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("page.html", "<html><body></body></html>"),
        ("page.html", b"\x00\x01\x02"),
        ("page.mhtml", "From: nobody\n\nno page"),
        ("page.webarchive", b"bplist00nonsense"),
        ("page.webarchive", b"bplist00" + b"\xff" * 40),
    ],
)
def test_what_is_no_page(name: str, data: bytes | str) -> None:
    with pytest.raises(Unreadable) as error:
        read(name, data)
    assert error.value.hint


HOSTILE_PAGES = [
    "<div>" * 50_000 + "text",
    "<p>" + "<b>" * 20_000,
    "<table>" * 3_000,
    "<!--" * 50_000,
    "<a href='" * 20_000,
    "&" * 200_000,
    "<p>" + "word " * 50_000,
    "<script type='application/ld+json'>" + '"datePublished":"' * 20_000 + "</script>",
]


@pytest.mark.parametrize("html", HOSTILE_PAGES, ids=lambda html: html[:12])
def test_hostile_pages_are_bounded(html: str) -> None:
    begin = time.process_time()
    assert read_or_refused("page.html", f"<html><body>{html}</body></html>")
    assert time.process_time() - begin < 20


BLAST = (
    "<p>Two former managers of the Brackenridge coal mine were charged Tuesday with manslaughter in the "
    "deaths of 11 people.</p><p>They will appear in court on Feb. 21, the Crown Prosecution Service said.</p>"
)


@pytest.mark.parametrize(
    ("title", "behind", "publisher"),
    [
        ("Two charged over mine blast", " - The Valley Tribune", "The Valley Tribune"),
        ("Two charged over U.K. mine blast", " - The Valley Tribune", "The Valley Tribune"),
        ("Two charged over mine blast", " | World | Valley News", "Valley News"),
        ("Two charged over mine blast", " – live", ""),
        ("Two charged over mine blast", " - And what the families of the eleven men said", ""),
        ("Two charged over U.K. mine blast", "", ""),
    ],
)
def test_a_site_is_looked_for_behind_the_title_and_only_proposed(
    title: str, behind: str, publisher: str
) -> None:
    page = f"<html><head><title>{title}{behind}</title></head><body><h1>{title}</h1>{BLAST}</body></html>"
    (piece,) = read("page.html", page)
    assert piece.stated["title"].value == title
    assert "publisher" not in piece.stated
    assert piece.proposed.get("publisher", Words("", "")).value == publisher
