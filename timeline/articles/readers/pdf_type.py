"""The title of a PDF by its type: words larger than the rest at the top of its first page.

Newspapers set a headline larger than its text in every layout, while few of their PDFs name a title in the
file's properties. Sizes are those on the paper: font size × text matrix × page matrix (ISO 32000-1, 9.4.4).
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdf import PageObject

LARGER = 1.2  # times the size of the text; less is emphasis
LONGEST = 200  # characters; more is a pull quote or a leaflet
LONGEST_MASTHEAD = 4  # words
FEWEST_WORDS = 2  # one word is a section ("Business") or the name of the paper
SAME = 0.5  # points by which lines of one headline may differ


def large_title(page: PageObject) -> str:
    """Return the words in the largest type of a page, "" where no type stands out or it is no title.

    The size of the text is that of most letters. Raises what pypdf raises on a broken page.
    """
    runs = _runs(page)
    letters: Counter[float] = Counter()
    for size, text in runs:
        letters[size] += sum(map(str.isalpha, text))
    if len(letters) < 2:  # noqa: PLR2004 - one size, or no text
        return ""
    usual = letters.most_common(1)[0][0]
    sizes = sorted((size for size in letters if size >= LARGER * usual), reverse=True)
    heads = [head for size in sizes if _may_be_title(head := _first_of(runs, size))]
    if len(heads) > 1 and _may_be_masthead(heads[0]) and len(heads[1].split()) > len(heads[0].split()):
        return heads[1]
    return heads[0] if heads else ""


def _may_be_title(words: str) -> bool:
    return len(words.split()) >= FEWEST_WORDS and len(words) <= LONGEST


def _may_be_masthead(words: str) -> bool:
    """Tell whether words may be the paper's name, which is often set larger than any headline."""
    names = words.split()
    return len(names) <= LONGEST_MASTHEAD and not any(name[0].islower() for name in names)


def _runs(page: PageObject) -> list[tuple[float, str]]:
    """Return the page's text in the order of the file, each stretch with its size in points."""
    runs: list[tuple[float, str]] = []

    def visit(text: str, page_matrix: list[float], text_matrix: list[float], _: object, size: float) -> None:
        if text.strip():
            scale = abs(text_matrix[3] or text_matrix[1]) * abs(page_matrix[3] or page_matrix[1])
            runs.append((round(size * scale, 1), text))

    page.extract_text(visitor_text=visit)
    return runs


def _first_of(runs: list[tuple[float, str]], size: float) -> str:
    """Return the first unbroken words of a size; a line of another ends them."""
    words: list[str] = []
    for other, text in runs:
        if abs(other - size) <= SAME:
            words += text.split()
        elif words:
            break
    return " ".join(words)
