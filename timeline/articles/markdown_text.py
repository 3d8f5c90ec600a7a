"""The plain text of an article that is written in Markdown.

Sentences, dates and quotations are looked for in plain text, so emphasis, links, headings, lists and tags
are taken down to their words. `plain_text(markdown)` gives paragraphs with an empty line between them;
inside a paragraph a line break is kept only where it meant something (a list item, a hard break, a short
line such as a headline), and is a space where the line was merely wrapped.

A Markdown package is not used: it would cost every run 50 ms to make HTML that is thrown away. Every
pattern here is linear in the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from timeline.articles.inline import plain_inline, protect_escapes
from timeline.articles.wrapping import SENTENCE_ENDS, Line, column_widths, joined, longest_wrap

# A noncharacter: stands for a page break while the text is being made, and is never left in it.
PAGE = "\ufffe"

_ODD = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f\x85\u00ad\u200b\u2028\u2029\u2060\ufdd0-\ufdef\ufeff\ufffe\uffff]"
)
_BREAKS = "\x0b\x85\u2028\u2029"
_PAGE_COMMENT = re.compile(r"\s*page\s+(\S{1,20})\s*", re.IGNORECASE)
_PAGE_END = re.compile(r"(?<!\\)<!--|\f")
_QUOTE_MARK = re.compile(r"(?:[ \t]*>)+[ \t]?")
_HEADING = re.compile(r"#{1,6}(?:[ \t]+|$)")
_TITLE = re.compile(r"\s*#[ \t]+(.{1,300}?)(?:[ \t]+#+)?[ \t]*(?:\n|\Z)")
_HEADING_TAIL = re.compile(r"(?:^|[ \t])#+[ \t]*$")
_UNDERLINE = re.compile(r"(?:=+|-+)[ \t]*$")
_RULE = re.compile(r"([-*_])(?:[ \t]*\1){2,}[ \t]*$")
_FENCE = re.compile(r"(?:```|~~~)[^`]*$")
_BULLET = re.compile(r"[-*+][ \t]+")
_NUMBER = re.compile(r"(\d{1,3})[.)][ \t]+")
_TABLE_RULE = re.compile(r"[\s:|-]*-[\s:|-]*$")
_DEFINITION = re.compile(
    r"\[([^\[\]^]{1,200})\]:[ \t]*<?(?=[^\s<>]*[/.#:])[^\s<>]+>?(?:[ \t]+[\"'(][^\"')]*[\"')])?[ \t]*$"
)
_EDGE = re.compile(r"(?<![ \t])[ \t]*\n[ \t]*")  # what a picture or tag that was taken out left behind
_GAP = re.compile(r"\n{3,}")
_FOOTNOTE = re.compile(r"\[\^[^\[\]]{1,50}\]:[ \t]*")


@dataclass(frozen=True, slots=True)
class PlainText:
    """Text, and where its pages begin: pairs of an offset in code points and the page's name ("4", "xii")."""

    text: str
    pages: tuple[tuple[int, str], ...] = ()


def plain_text(markdown: str, *, is_markdown: bool = True, is_print: bool = False) -> PlainText:
    """Return the words of a Markdown text; of another text, only join the lines that were wrapped.

    `is_print`: the lines were set in letters of different widths, and none is as long as the next.
    """
    text, names = _mark_pages(clean(markdown))
    lines = text.split("\n")
    blocks = _Blocks(longest_wrap(lines), is_print=is_print)
    if is_markdown:
        for line in lines:
            blocks.take(line)
    else:
        widths = column_widths([line.strip(PAGE + " \t") for line in lines]) if is_print else [0] * len(lines)
        for line, width in zip(lines, widths, strict=True):
            blocks.take_plain(line, width)
    words = "\n\n".join(blocks.finished())
    if is_markdown:
        words = plain_inline(words, blocks.labels)
    if " \n" in words or "\n " in words or "\n\n\n" in words:
        words = _GAP.sub("\n\n", _EDGE.sub("\n", words))
    return without_marks(words.strip(), names)


def title_heading(markdown: str, title: str = "") -> tuple[str, str]:
    """Return the heading of level 1 on top of a text, and the rest, where it is the title; else "" and all.

    Any such heading is taken for the title of a text that has none.
    """
    found = _TITLE.match(markdown)
    if found is None:
        return "", markdown
    heading = plain_text(found[1]).text
    if title and _letters(heading) != _letters(title):
        return "", markdown
    return heading, markdown[found.end() :]


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()


def clean(text: str) -> str:
    """Return the text with plain newlines, without control characters and such as only steer layout."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _ODD.sub(_mended, text)


def _mended(found: re.Match[str]) -> str:
    if found[0] in _BREAKS:
        return "\n"
    return " " if found[0] < "\x80" else ""


def page_mark(name: str) -> str:
    """Return the Markdown that says "here begins page NAME"."""
    return f"<!-- page {name} -->"


def with_marks(plain: PlainText) -> str:
    """Return a text with `PAGE` where each page begins."""
    ends = [*(start for start, _ in plain.pages), len(plain.text)]
    pieces = [plain.text[start:end] for start, end in pairwise([0, *ends])]
    return PAGE.join(pieces)


def one_paragraph_a_line(plain: PlainText) -> PlainText:
    """Return a text in which every line is a paragraph; its pages begin at the same words."""
    lines = (line.strip() for line in with_marks(plain).split("\n"))
    return without_marks("\n\n".join(line for line in lines if line), [name for _, name in plain.pages])


def without_marks(text: str, names: list[str]) -> PlainText:
    """Return a text without its `PAGE` marks, which begin pages of these names."""
    if not names:
        return PlainText(text)
    parts = text.split(PAGE)
    pages = []
    offset = len(parts[0])
    for name, part in zip(names, parts[1:], strict=False):
        pages.append((offset, name))
        offset += len(part)
    return PlainText("".join(parts), tuple(pages))


def _mark_pages(text: str) -> tuple[str, list[str]]:
    """Take comments out and put a mark where each page begins; form feeds count pages from 1."""
    names: list[str] = []
    if "\f" in text:
        text = "\f" + text.rstrip()  # the last page has an end as well, and none after it
    elif "<!--" not in text:
        return text, names
    pieces = []
    position = 0
    for found in _PAGE_END.finditer(text):
        if found.start() < position:
            continue
        end, name = _break(text, found, len(names) + 1)
        if end < 0:
            break
        pieces.append(text[position : found.start()] + (PAGE if name else ""))
        names += [name] if name else []
        position = end
    return "".join(pieces) + text[position:], names


def _break(text: str, found: re.Match[str], count: int) -> tuple[int, str]:
    """Return where the comment or form feed ends (-1 = nowhere) and the page that it names ("" = none)."""
    if found[0] == "\f":
        return found.end(), str(count)
    close = text.find("-->", found.end())
    if close < 0:
        return -1, ""
    named = _PAGE_COMMENT.fullmatch(text, found.end(), close)
    return close + 3, named[1] if named else ""


class _Blocks:
    """Takes lines and makes paragraphs of them."""

    def __init__(self, width: int, *, is_print: bool = False) -> None:
        self._width, self._is_print = width, is_print
        self._done: list[str] = []
        self._lines: list[Line] = []
        self._page = ""
        self._in_fence = False
        self._number = 0
        self.labels: set[str] = set()

    def finished(self) -> list[str]:
        self._end()
        if self._page and self._done:
            self._done[-1] += self._page
        return self._done

    def take_plain(self, line: str, width: int = 0) -> None:
        """Take a line; `width` is that of its column, where it is another one than that of the text."""
        if stripped := self._without_page(line.strip()):
            self._append(stripped, width=width)
        elif PAGE not in line:
            self._end()

    def take(self, line: str) -> None:
        stripped = line.strip()
        if stripped[:1] == ">":
            stripped = _QUOTE_MARK.sub("", stripped, count=1).strip()
        if PAGE in stripped and not (stripped := self._without_page(stripped)):
            return
        if not stripped:
            self._end()
        elif self._in_fence or (stripped[0] in "`~" and _FENCE.match(stripped)):
            self._take_code(stripped)
        elif stripped[0].isalpha():
            self._add(stripped, line)
        else:
            self._take_marked(stripped, line)

    def _take_code(self, line: str) -> None:
        if _FENCE.match(line):
            self._in_fence = not self._in_fence
            self._end()
        else:
            self._append(protect_escapes(line), begins=True)

    def _take_marked(self, line: str, raw: str) -> None:
        if heading := _HEADING.match(line):
            self._end()
            self._append(_HEADING_TAIL.sub("", line[heading.end() :]))
            self._end()
        elif (self._lines and _UNDERLINE.match(line)) or _RULE.match(line):
            self._end()
        elif line[0] == "|" or (self._lines and _TABLE_RULE.match(line)):
            self._take_row(line)
        elif defined := _DEFINITION.match(line):
            self.labels.add(" ".join(defined[1].split()).casefold())
        else:
            self._take_item(line, raw)

    def _take_row(self, line: str) -> None:
        if not _TABLE_RULE.match(line):
            cells = (cell.strip() for cell in line.strip("|").split("|"))
            self._append(" | ".join(cells), begins=True)

    def _take_item(self, line: str, raw: str) -> None:
        if item := _BULLET.match(line) or _FOOTNOTE.match(line):
            self._append(line[item.end() :], begins=True)
        elif (item := _NUMBER.match(line)) and int(item[1]) in {1, self._number + 1}:
            # "15. März 2024" opens a sentence: only 1 and what counts on from it is a list.
            self._number = int(item[1])
            self._append(line[item.end() :], begins=True)
        else:
            self._add(line, raw)

    def _add(self, line: str, raw: str) -> None:
        if raw.endswith("  ") or line.endswith("\\"):
            self._append(line.removesuffix("\\"))
            self._append("", begins=True)
        else:
            self._append(line)

    def _append(self, text: str, *, begins: bool | None = None, width: int = 0) -> None:
        if self._page and begins is None and self._lines:
            # A page that ends between two lines ends no sentence, unless that was at its end.
            begins = self._lines[-1].text.endswith(SENTENCE_ENDS)
        self._lines.append(Line(self._page + text, width or self._width, begins=begins))
        self._page = ""

    def _without_page(self, line: str) -> str:
        """Hold page breaks back for the next words, so that they do not cut a sentence."""
        words = line.lstrip(PAGE + " ")
        self._page += PAGE * line.count(PAGE, 0, len(line) - len(words))
        return words

    def _end(self) -> None:
        if self._lines:
            self._done.append(joined(self._lines, PAGE, is_print=self._is_print))
            self._lines = []
