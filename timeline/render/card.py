"""The picture that social networks show beside a link: title, span of years, and the strip of bars.

Drawn with the scalable font that comes inside Pillow (Aileron, CC0), so that the same content gives the same
picture everywhere. A title in letters that the font does not have is left out; the bars speak for it, or
`card:` in timeline.yml names a picture made by hand.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

WIDTH, HEIGHT = 1200, 630

_RECIPE = "2"
_MARGIN = 72
_PAPER, _INK, _MUTED, _ACCENT = "#fbf9f5", "#1d1b19", "#615b54", "#a5321f"
_BARS_TOP, _BARS_BOTTOM = 400, 540
_MOST_LINES = 3


def card(title: str, lines: Sequence[str], levels: Sequence[int], folder: Path) -> bytes:
    """Return the card as PNG.

    What was drawn once is kept in `folder`. `levels` are heights of bars from 0 to 8.
    """
    name = hashlib.sha256(repr((_RECIPE, title, tuple(lines), tuple(levels))).encode()).hexdigest()[:32]
    kept = folder / f"card-{name}.png"
    if kept.is_file() and not kept.is_symlink():
        return kept.read_bytes()
    data = _draw(title, lines, levels)
    folder.mkdir(parents=True, exist_ok=True)
    kept.write_bytes(data)
    return data


def _draw(title: str, lines: Sequence[str], levels: Sequence[int]) -> bytes:
    from PIL import Image, ImageDraw

    picture = Image.new("RGB", (WIDTH, HEIGHT), _PAPER)
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, 0, 14, HEIGHT), fill=_ACCENT)
    _write(pen, title, lines)
    _bars(pen, levels)
    out = BytesIO()
    picture.quantize(64).save(out, "PNG", optimize=True)
    return out.getvalue()


def _write(pen: ImageDraw, title: str, lines: Sequence[str]) -> None:
    size, wrapped = _fit(pen, title)
    y = _MARGIN
    for line in wrapped:
        pen.text((_MARGIN, y), line, font=_font(size), fill=_INK)
        y += int(size * 1.18)
    for line in lines:
        if not _is_drawable(line):
            continue
        short = _shorten(pen, line, _font(30))
        pen.text((_MARGIN, y + 14), short, font=_font(30), fill=_MUTED)
        y += 44


def _fit(pen: ImageDraw, title: str) -> tuple[int, list[str]]:
    """Find the largest size at which the title takes no more than three lines."""
    if not _is_drawable(title):
        return 30, []
    for size in (76, 66, 56, 48, 40):
        wrapped = _wrap(pen, title, _font(size))
        if len(wrapped) <= (_MOST_LINES if size < _TWO_LINES_FROM else 2):
            return size, wrapped
    return 40, [*wrapped[: _MOST_LINES - 1], _shorten(pen, " ".join(wrapped[_MOST_LINES - 1 :]), _font(40))]


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


def _bars(pen: ImageDraw, levels: Sequence[int]) -> None:
    pitch = (WIDTH - 2 * _MARGIN) / max(len(levels), 12)
    for n, level in enumerate(levels):
        left = _MARGIN + n * pitch
        top = _BARS_BOTTOM - max(3, level / 8 * (_BARS_BOTTOM - _BARS_TOP))
        pen.rectangle((left, top, left + pitch * 0.72, _BARS_BOTTOM), fill=_ACCENT if level else "#d9d3ca")


_AFTER_LATIN = "\u0180"


def _is_drawable(text: str) -> bool:
    """Whether the font has the letters: it knows Latin script and its punctuation."""
    return all(c < _AFTER_LATIN or c in "–—‘’“”…€" for c in text)


def _font(size: int) -> FreeTypeFont:
    from PIL import ImageFont

    font = ImageFont.load_default(size)
    if not isinstance(font, ImageFont.FreeTypeFont):
        message = "this build of Pillow has no FreeType, which the social card is drawn with"
        raise TypeError(message)
    return font
