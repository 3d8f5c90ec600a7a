"""Articles: what came in from outside, as files that a person can read and mend.

`read_articles` reads `content/articles/` for a run; `propose` and `accept` take a new file in (`timeline
add`). Front matter stands in `front_matter.py`, the plain text of Markdown in `markdown_text.py`,
near-identical texts in `twins.py`.
"""

from timeline.articles.folder import article_files, check_days, read_article, read_articles, slug

__all__ = ["article_files", "check_days", "read_article", "read_articles", "slug"]
