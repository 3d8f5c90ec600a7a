"""Slips by which a file stops being YAML, told in the words of somebody who edits it.

The parser says where it gave up and what it would have needed there; the slip is often in the line above.
Each function below knows one slip by how the lines look, and answers where it is, what it is and how it is
mended, or None. `slip` asks them in turn; where none knows, the parser's own words stay.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from timeline.yamltext.nodes import Page


@dataclass(frozen=True, slots=True)
class Slip:
    """What is wrong, at an offset into the page's text, and what to do."""

    offset: int
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class Stop:
    """Where the parser gave up: what it says, the offset, and the line with those above it, nearest first."""

    page: Page
    says: str
    offset: int
    line: str
    start: int  # offset of the line
    above: tuple[tuple[int, str], ...]  # offset and text of each line above that is neither blank nor comment

    @property
    def indent(self) -> int:
        """How many characters stand before the first word or dash of the line."""
        return _indent(self.line)


_CONFLICT = re.compile(r"^<{7} ", re.MULTILINE)
_EMPTY = re.compile(r"\s*(?:#.*)?")
_KEY = re.compile(r"(?P<lead> *(?:- +)*)(?P<key>[\w-]+) *:(?= |$)")
_DASH = re.compile(r" *- ")
_NO_SPACE = re.compile(r" *(?:- +)?(?P<dash>-)(?=\w+:)|(?P<colon> *(?:- +)?[A-Za-z_][\w-]*:)(?=[^ \t/])")
_MEANS_SOMETHING = re.compile(r"[*&]\S|[|>]\s*[^\s\d#+-]|[?-] |\[.*\]\s*[^\s#,]|\{.*\}\s*[^\s#,]")
_BLOCK = re.compile(r".*:\s*[|>][-+\d]*\s*")
_NEAR = 2_000  # characters within which a bracket is looked for
_CURLED = "“”„‘’«»"


def slip(page: Page, says: str, offset: int) -> Slip | None:
    """Return the slip that made the parser give up at an offset, None where it is none of those known."""
    if conflict := _CONFLICT.search(page.text):
        hint = (
            "keep the lines that are right, and take out those that begin with <<<<<<<, ======= and >>>>>>>"
        )
        return Slip(conflict.start(), "git left a conflict here", hint)
    stop = _stop(page, says, offset)
    return next((found for look in _SLIPS if (found := look(stop))), None)


def _stop(page: Page, says: str, offset: int) -> Stop:
    number = page.where(offset).line
    starts = page.starts[: number - page.first_line + 1]
    lines = [(start, page.line(page.first_line + index)) for index, start in enumerate(starts)]
    above = tuple(one for one in reversed(lines[:-1]) if not _EMPTY.fullmatch(one[1]))
    start, line = lines[-1]
    return Stop(page, says, offset, line, start, above)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _tab(stop: Stop) -> Slip | None:
    """Look for a tab before the first word: YAML indents with spaces alone."""
    at = stop.line[: stop.indent].find("\t")
    if at < 0:
        return None
    return Slip(stop.start + at, "a tab stands before this line", "indent with spaces, not tabs")


def _no_space(stop: Stop) -> Slip | None:
    """Look for `-title: A` and `title:A`: texts to YAML, to which the next line cannot belong."""
    for start, line in ((stop.start, stop.line), *stop.above[:1]):
        found = _NO_SPACE.match(line)
        if found and found["dash"]:
            at = found.start("dash")
            return Slip(start + at, "a space is missing behind the dash", f"write `- {line[at + 1 :]}`")
        if found:
            at = found.end()
            hint = f"write `{found[0].strip()} {line[at:].strip()}`"
            other = ": what stands there is a no-break space" if line[at : at + 1].isspace() else ""
            return Slip(start + at, f"a space is missing behind the colon{other}", hint)
    return None


def _block(stop: Stop) -> Slip | None:
    """Look for a text below `|` that is not indented deeper than its key."""
    opened = next((line for _, line in stop.above if _indent(line) <= stop.indent), "")
    if not _BLOCK.fullmatch(opened) or stop.indent > _column(opened):
        return None
    hint = f"indent it by {_column(opened) + 2} spaces, as every line of the text"
    return Slip(stop.start + stop.indent, "the text below | is not indented deeper than its key", hint)


def _deeper(stop: Stop) -> Slip | None:
    """Look for a key that is indented deeper than the one above it, which has a value already."""
    key = _KEY.match(stop.line)
    if not (key and stop.above and "mapping values" in stop.says and stop.offset < stop.start + key.end()):
        return None
    other = _KEY.match(stop.above[0][1])
    if not other or key.end("lead") <= other.end("lead"):
        return None
    return _misplaced(stop, "deeper than", other)


def _crooked(stop: Stop) -> Slip | None:
    """Look for a key or a dash that stands between the columns of those above."""
    if "did not find expected" not in stop.says or stop.offset != stop.start + stop.indent:
        return None
    form = _DASH if _DASH.match(stop.line) else _KEY
    if not form.match(stop.line):
        return None
    others = [found for _, line in stop.above if (found := form.match(line))]
    if not others or any(_begins(one) == stop.indent for one in others):
        return None
    near = min(
        others, key=lambda one: abs(_begins(one) - stop.indent)
    )  # the nearest line of the nearest column
    return _misplaced(stop, "otherwise than", near)


def _misplaced(stop: Stop, how: str, other: re.Match[str]) -> Slip:
    line = other.string.strip()
    shown = line if len(line) <= _SHOWN else line[:_SHOWN] + "…"
    hint = f"begin it in column {_begins(other) + 1}, with {_begins(other)} spaces before it"
    return Slip(stop.start + stop.indent, f"this line is indented {how} `{shown}` above it", hint)


_SHOWN = 30  # characters of a line that a message repeats


def _begins(found: re.Match[str]) -> int:
    """Return the indent that a line beside this one needs: that of the key behind a dash, or of the dash."""
    return found.end("lead") if found.re is _KEY else _indent(found.string)


def _column(line: str) -> int:
    """Return the indent of the key in a line, that behind a dash included."""
    found = _KEY.match(line)
    return found.end("lead") if found else _indent(line)


def _left_open(stop: Stop) -> Slip | None:
    """Look for a quotation mark that is never closed, or only by that of another value further down."""
    text, end = stop.page.text, stop.offset
    if "unexpected end of stream" not in stop.says:
        closing = re.search(r"[\"'](?=[ \t]*\Z)", text[stop.start : stop.offset])
        if not closing or "did not find expected" not in stop.says:
            return None
        closed = stop.start + closing.start()
        end = text.rfind(text[closed], 0, closed)
        between = text[end:closed].split("\n")[1:]
        if end < 0 or not any(map(_KEY.match, between)):
            return None
    hint = "write the same mark at the end of the text"
    return Slip(end, "a quotation mark is opened here and not closed", hint)


def _closed_early(stop: Stop) -> Slip | None:
    """Look for a quotation mark or apostrophe inside a quoted text, which ends it."""
    before = stop.page.text[stop.start : stop.offset]
    found = re.search(r"[\"'] *$", before)
    if not found or "did not find expected" not in stop.says or not stop.line[len(before) :].strip():
        return None
    mark = found[0][0]
    message = f"the text ends at this {mark}, and more stands behind it"
    hint = (
        "write '' for an apostrophe inside single quotation marks, or use double ones"
        if mark == "'"
        else "put the whole value between ' and '; an apostrophe in it is then written ''"
    )
    return Slip(stop.start + found.start(), message, hint)


def _colon(stop: Stop) -> Slip | None:
    """Look for a text that holds a colon and a space."""
    if "mapping values" not in stop.says:
        return None
    value = stop.line.partition(":")[2].strip()
    straight = "; curled ones are letters to YAML" if value[:1] in _CURLED else ""
    hint = f'put quotation marks round a text that holds ": "{straight}'
    return Slip(stop.offset, "a second colon with a space behind it", hint)


def _odd_start(stop: Stop) -> Slip | None:
    """Look for a text that begins with a sign that means something to YAML."""
    key = _KEY.match(stop.line)
    value = stop.line[key.end() :].lstrip() if key else ""
    at = stop.start + len(stop.line) - len(value)
    if value and _MEANS_SOMETHING.match(value) and at <= stop.offset:
        return Slip(at, f"a text may not begin with {value[0]}", "put quotation marks round the whole text")
    if not any(words in stop.says for words in ("cannot start any token", "alphabetic or numeric")):
        return None
    at = stop.offset if "token" in stop.says else stop.start + max(stop.line.find("*"), stop.line.find("&"))
    sign = stop.page.text[at : at + 1]
    return Slip(at, f"a text may not begin with {sign}", "put quotation marks round the whole text")


def _unclosed(stop: Stop) -> Slip | None:
    """Look for a bracket that is open at the end of the file: the parser points below its last line."""
    text = stop.page.text
    if "node content" not in stop.says or text[stop.offset :].strip():
        return None
    closed = 0
    for offset in range(len(text) - 1, max(-1, len(text) - _NEAR), -1):
        closed += (text[offset] in "]}") - (text[offset] in "[{")
        if closed < 0:
            end = "]" if text[offset] == "[" else "}"
            return Slip(offset, "this bracket is not closed", f"write {end} behind what stands in it")
    return None


_SLIPS: tuple[Callable[[Stop], Slip | None], ...] = (
    _tab,
    _unclosed,
    _left_open,
    _closed_early,
    _no_space,
    _block,
    _deeper,
    _crooked,
    _odd_start,
    _colon,
)
