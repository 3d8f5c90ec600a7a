"""The picture that social networks show beside a link: title, span of years, and the strip of bars.

Drawn with the fonts that lie beside this module (Noto, OFL: Latin, Greek and Cyrillic), so that the same
content gives the same picture everywhere. Not taken: the font inside Pillow, which has no accented letter.
A title in other letters is left out; the bars speak for it, or `card:` in timeline.yml names a picture made
by hand.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cache
from importlib import resources
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

WIDTH, HEIGHT = 1200, 630

_RECIPE = "3"
_MARGIN = 72
_PAPER, _INK, _MUTED, _ACCENT = "#fbf9f5", "#1d1b19", "#615b54", "#a5321f"
_BARS_TOP, _BARS_BOTTOM = 400, 540
_MOST_LINES = 3
_SERIF, _SANS = "NotoSerif-Bold.ttf", "NotoSans-Regular.ttf"


def card(title: str, lines: Sequence[str], bars: Sequence[tuple[int, str]], folder: Path) -> bytes:
    """Return the card as PNG.

    What was drawn once is kept in `folder`. A bar is its height from 0 to 8 and its label, of which the first
    and the last are written.
    """
    name = hashlib.sha256(repr((_RECIPE, title, tuple(lines), tuple(bars))).encode()).hexdigest()[:32]
    kept = folder / f"card-{name}.png"
    if kept.is_file() and not kept.is_symlink():
        return kept.read_bytes()
    data = _draw(title, lines, bars)
    folder.mkdir(parents=True, exist_ok=True)
    kept.write_bytes(data)
    return data


def _draw(title: str, lines: Sequence[str], bars: Sequence[tuple[int, str]]) -> bytes:
    from PIL import Image, ImageDraw

    picture = Image.new("RGB", (WIDTH, HEIGHT), _PAPER)
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, 0, 14, HEIGHT), fill=_ACCENT)
    _write(pen, title, lines)
    _bars(pen, bars)
    out = BytesIO()
    picture.quantize(64).save(out, "PNG", optimize=True)
    return out.getvalue()


def _write(pen: ImageDraw, title: str, lines: Sequence[str]) -> None:
    size, wrapped = _fit(pen, title)
    y = _MARGIN
    for line in wrapped:
        pen.text((_MARGIN, y), line, font=_font(size, _SERIF), fill=_INK)
        y += int(size * 1.22)
    for line in lines:
        if not _is_drawable(line):
            continue
        short = _shorten(pen, line, _font(30))
        pen.text((_MARGIN, y + 14), short, font=_font(30), fill=_MUTED)
        y += 44


def _fit(pen: ImageDraw, title: str) -> tuple[int, list[str]]:
    """Find the largest size at which the title takes no more than three lines."""
    if not _is_drawable(title, _SERIF):
        return 30, []
    for size in (76, 66, 56, 48, 40):
        wrapped = _wrap(pen, title, _font(size, _SERIF))
        if len(wrapped) <= (_MOST_LINES if size < _TWO_LINES_FROM else 2):
            return size, wrapped
    last = _shorten(pen, " ".join(wrapped[_MOST_LINES - 1 :]), _font(40, _SERIF))
    return 40, [*wrapped[: _MOST_LINES - 1], last]


_TWO_LINES_FROM = 66


def _wrap(pen: ImageDraw, text: str, font: FreeTypeFont) -> list[str]:
    lines: list[str] = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if pen.textlength(longer, font) <= WIDTH - 2 * _MARGIN:
            lines[-1] = longer
        else:
            lines.append(word)
    return [line for line in lines if line]


def _shorten(pen: ImageDraw, text: str, font: FreeTypeFont) -> str:
    if pen.textlength(text, font) <= WIDTH - 2 * _MARGIN:
        return text
    while text and pen.textlength(f"{text}…", font) > WIDTH - 2 * _MARGIN:
        text = text[:-1].rstrip()
    return f"{text}…"


def _bars(pen: ImageDraw, bars: Sequence[tuple[int, str]]) -> None:
    pitch = (WIDTH - 2 * _MARGIN) / max(len(bars), 12)
    for n, (level, label) in enumerate(bars):
        left = _MARGIN + n * pitch
        top = _BARS_BOTTOM - max(3, level / 8 * (_BARS_BOTTOM - _BARS_TOP))
        pen.rectangle((left, top, left + pitch * 0.72, _BARS_BOTTOM), fill=_ACCENT if level else "#d9d3ca")
        if n in {0, len(bars) - 1} and _is_drawable(label):
            pen.text((left, _BARS_BOTTOM + 14), label, font=_font(26), fill=_MUTED)


def _is_drawable(text: str, name: str = _SANS) -> bool:
    """Whether the font has all the letters: one that it has not is drawn as an empty box."""
    font = _font(20, name)
    box = bytes(font.getmask("\uffff"))
    return all(bytes(font.getmask(letter)) != box for letter in set(text))


@cache
def _font(size: int, name: str = _SANS) -> FreeTypeFont:
    from PIL import ImageFont

    data = resources.files("timeline.render").joinpath("fonts", name).read_bytes()
    return ImageFont.truetype(BytesIO(data), size, layout_engine=ImageFont.Layout.BASIC)
