from __future__ import annotations

from pathlib import Path

import pytest
import sample

from timeline.public import PublicSource
from timeline.render.publications import sources_pages
from timeline.render.source_views import source_view
from timeline.render.wording import Wording
from timeline.wording.dates import Dates
from timeline.wording.strings import load_strings

ENGLISH = load_strings("en")
WORDING = Wording(sample.settings(Path()), ENGLISH, Dates(ENGLISH))


def test_one_page_of_publications_leads_nowhere_else() -> None:
    (page,) = sources_pages(sample.timeline(), WORDING)
    assert (page.path, page.links) == ("sources.html", ())
    assert [p.source.title for p in page.publications] == [p.title for p in sample.timeline().publications]


def test_a_story_without_sources_has_the_page_all_the_same() -> None:
    (page,) = sources_pages(sample.timeline(()), WORDING)
    assert (page.path, page.publications, page.links) == ("sources.html", (), ())


def test_many_publications_are_divided_and_each_page_leads_to_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timeline.render.publications._MOST_ON_PAGE", 2)
    whole = sample.timeline()
    pages = sources_pages(whole, WORDING)
    paths = ["sources.html", *(f"sources-{n}.html" for n in range(2, len(pages) + 1))]
    assert len(pages) == -(-len(whole.publications) // 2) > 1
    assert [page.path for page in pages] == paths
    assert [p.source.title for page in pages for p in page.publications] == [
        p.title for p in whole.publications
    ]
    for page in pages:
        assert [link.path for link in page.links] == paths
        assert [link.path for link in page.links if link.is_here] == [page.path]


def test_a_publication_has_the_entries_that_rest_on_it_once_each() -> None:
    (page,) = sources_pages(sample.timeline(), WORDING)
    for shown, known in zip(page.publications, sample.timeline().publications, strict=True):
        resting = [e.title for e in sample.timeline().events if known.key in {s.key for s in e.sources}]
        assert [entry.title for entry in shown.entries] == resting != []


@pytest.mark.parametrize(
    ("more", "facts"),
    [
        ({"publisher": "Post", "title": "Bridge opens"}, ("Post",)),
        ({"title": "Bridge opens", "author": "A. Reed"}, ("A. Reed",)),
        ({"title": "Bridge opens", "collection": "Box 4", "identifier": "7"}, ("Box 4, 7",)),
        ({"url": "https://post.example/bridge"}, ("post.example",)),
        ({"title": "Bridge opens"}, ()),
    ],
)
def test_the_title_of_a_publication_stands_there_once(more: dict[str, str], facts: tuple[str, ...]) -> None:
    view = source_view(PublicSource(key="k", **more), (), WORDING)
    assert view.facts == facts
