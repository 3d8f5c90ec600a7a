"""Articles: what came in from outside, as files that a person can read and mend.

`read_articles` reads `content/articles/` for a run; `propose_all` and `accept` take new files in (`timeline
add`). Front matter stands in `front_matter.py` and `fields.py`, the plain text of Markdown in
`markdown_text.py`, near-identical texts in `twins.py`, and the readers of each form of file in `readers/`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline.articles.folder import Kept, article_files, check_days, read_article, read_articles, slug

if TYPE_CHECKING:
    from timeline.articles.adding import accept, propose, propose_all
    from timeline.articles.checking import check, check_languages
    from timeline.articles.originals import check_originals
    from timeline.articles.proposal import Proposal, Question, check_answer

# Taking articles in is rare, and every run would wait for its modules.
_LATER = {
    "accept": "adding",
    "propose": "adding",
    "propose_all": "adding",
    "check": "checking",
    "check_languages": "checking",
    "check_originals": "originals",
    "Proposal": "proposal",
    "Question": "proposal",
    "check_answer": "proposal",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - a module's attribute may be anything
    """Import what only `timeline add` needs when it is asked for."""
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_LATER[name]}"), name)


__all__ = [
    "Kept",
    "Proposal",
    "Question",
    "accept",
    "article_files",
    "check",
    "check_answer",
    "check_days",
    "check_languages",
    "check_originals",
    "propose",
    "propose_all",
    "read_article",
    "read_articles",
    "slug",
]
