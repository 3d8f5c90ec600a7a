"""Articles: what came in from outside, as files that a person can read and mend.

`read_articles` reads `content/articles/` for a run; `propose_all` and `accept` take new files in (`timeline
add`). Front matter stands in `front_matter.py` and `fields.py`, the plain text of Markdown in
`markdown_text.py`, near-identical texts in `twins.py`, and the readers of each form of file in `readers/`.
"""

from timeline.articles.adding import accept, propose, propose_all
from timeline.articles.folder import article_files, check_days, read_article, read_articles, slug
from timeline.articles.originals import check_originals
from timeline.articles.proposal import Proposal, Question

__all__ = [
    "Proposal",
    "Question",
    "accept",
    "article_files",
    "check_days",
    "check_originals",
    "propose",
    "propose_all",
    "read_article",
    "read_articles",
    "slug",
]
