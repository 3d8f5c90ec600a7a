"""TimelineJS read as entries: its JSON, and the columns of its spreadsheet (saved as CSV).

Its dates are years with or without month and day, and words to show instead (`display_date`). Many people
wrote "circa 1850" into those words because the date could not say it: where the words are a date that fits
the numbers, they are taken, and that is said. Where they are not, they are kept in the private note.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from timeline.exports.html_in import links_of, to_markdown
from timeline.exports.intake import Entries, Row, Rows, read_date
from timeline.exports.prose import safe_url
from timeline.exports.tables import as_written
from timeline.exports.timelinejs import SOURCES_CLASS
from timeline.model import Event, Kind, Source, Status
from timeline.temporal.days import iso_year
from timeline.temporal.edtf import EdtfError, When

Slide = Mapping[str, Any]

_SOURCES = re.compile(rf'<p class="{SOURCES_CLASS}">(.*?)</p>', re.DOTALL)
_OWN_LINES = re.compile(r'<p class="timeline-status">.*?</p>|<p><a href="([^"]*)">\1</a></p>$', re.DOTALL)
_PICTURE = re.compile(r"\.(?:jpe?g|png|gif|webp|avif|svg|mp4|mp3)(?:$|[?#])", re.IGNORECASE)
_MOST_FIRSTS = 0.1  # 3 in 100 dates fall on the first of a month by chance
_ENOUGH = 20
_SHEET = {
    "start_date": {"year": "year", "month": "month", "day": "day", "time": "time"},
    "end_date": {"year": "end year", "month": "end month", "day": "end day", "time": "end time"},
    "text": {"headline": "headline", "text": "text"},
    "media": {"url": "media", "credit": "media credit", "caption": "media caption"},
}


def is_sheet(headers: Sequence[str]) -> bool:
    """Whether these are the columns of TimelineJS's spreadsheet."""
    return {"year", "headline"} <= {header.casefold() for header in headers}


def from_sheet(rows: Rows, entries: Entries) -> None:
    """Read the rows of the spreadsheet."""
    slides = [(_slide_of(row), row.line) for row in rows.rows]
    _read([pair for pair in slides if _is_entry(*pair, entries)], entries)


def from_timelinejs(document: Mapping[str, Any], entries: Entries) -> None:
    """Read the JSON; "line" is the number of the slide."""
    eras = document.get("eras")
    for era in eras if isinstance(eras, list) else ():
        _note_era(_text(era, "headline"), 0, entries)
    _read([(slide, number) for number, slide in enumerate(document["events"], 1)], entries)


def _slide_of(row: Row) -> Slide:
    cells = {name.casefold(): as_written(cell.strip()) for name, cell in row.cells.items()}
    slide: dict[str, Any] = {
        part: {key: cells.get(header, "") for key, header in names.items()} for part, names in _SHEET.items()
    }
    more = {"display_date": cells.get("display date", ""), "group": cells.get("group", "")}
    return slide | more | {"type": cells.get("type", "").casefold()}


def _is_entry(slide: Slide, line: int, entries: Entries) -> bool:
    """Whether a row is an entry; titles and eras are other things, and said to be."""
    if slide["type"] == "title":
        entries.note(
            "the title row is not taken over",
            line,
            hint="title and description stand in content/timeline.yml",
        )
    elif slide["type"] == "era":
        _note_era(_text(slide, "headline"), line, entries)
    return slide["type"] not in {"title", "era"}


def _note_era(name: str, line: int, entries: Entries) -> None:
    entries.note(
        f'the era "{name}" is not taken over', line, hint="write it under eras: in content/timeline.yml"
    )


def _read(slides: Sequence[tuple[Slide, int]], entries: Entries) -> None:
    for slide, line in slides:
        event = _event(slide, line, entries)
        if not event.title:
            entries.error("a slide without a headline", line, hint="give it one in the imported file")
        entries.events.append(event)
    days = [e.date for e in entries.events if e.date and re.fullmatch(r"-?\d{4,}-\d\d-\d\d", str(e.date))]
    firsts = sum(str(date).endswith("-01") for date in days)
    if len(days) >= _ENOUGH and firsts > _MOST_FIRSTS * len(days):
        hint = "a date may be just a month or year: 2024-03, 2024"
        entries.note(
            f"{firsts} of {len(days)} dates fall on the first of a month: are all of them known?", hint=hint
        )


def _event(slide: Slide, line: int, entries: Entries) -> Event:
    faults = entries.faults
    date, kept = _date(slide, line, entries)
    body = _text(slide, "text")
    listed = _SOURCES.search(body)
    sources = tuple(_source(*link) for link in links_of(listed[1])) if listed else ()
    if sources and date is None and "edtf" in slide:  # our own: its day is that of the report
        sources = (replace(sources[0], published=_of_numbers(slide, line, entries)), *sources[1:])
    media, about_media = _media(slide)
    identifier = str(slide.get("unique_id") or "")
    private = "\n".join(filter(None, (kept, about_media)))
    status = next((status for status in Status if status == slide.get("status")), entries.status)
    words = to_markdown(_OWN_LINES.sub("", _SOURCES.sub("", body)))
    is_withdrawn = status is Status.WITHDRAWN  # all that is shown of it is the notice
    made = Event(
        id=identifier,
        id_given=bool(identifier),
        title=" ".join(to_markdown(_text(slide, "headline"), plain=True).split()),
        date=date,
        date_words=str(date or ""),
        text="" if is_withdrawn else words,
        kind=next((kind for kind in Kind if kind == slide.get("kind")), Kind.HAPPENED),
        claimed_by=str(slide.get("claimed_by") or ""),
        status=status,
        notice=words if is_withdrawn else "",
        withdrawn=entries.when(slide.get("withdrawn"), line) if is_withdrawn else None,
        tags=tuple(filter(None, (to_markdown(str(slide.get("group") or ""), plain=True),))),
        private=private,
        sources=(*sources, *media),
        where=entries.where(line),
    )
    if made.date is None and not made.sources and entries.faults == faults:
        entries.error(
            "this slide has neither a date nor a source", line, hint="give it a year in the imported file"
        )
    return made


def _text(slide: object, key: str) -> str:
    text = slide.get("text") if isinstance(slide, Mapping) else None
    return str(text.get(key) or "") if isinstance(text, Mapping) else ""


def _source(publisher: str, title: str, url: str) -> Source:
    return Source(publisher=publisher, title=title or url, url=safe_url(url))


def _media(slide: Slide) -> tuple[tuple[Source, ...], str]:
    """Return a slide's media: a page becomes a source; a picture is not ours to copy and becomes a note."""
    media = slide.get("media")
    if not isinstance(media, Mapping) or not media.get("url"):
        return (), ""
    url, caption, credit = (str(media.get(key) or "") for key in ("url", "caption", "credit"))
    caption, credit = to_markdown(caption, plain=True), to_markdown(credit, plain=True)
    if safe_url(url) and not _PICTURE.search(url):
        return (Source(title=caption or url, url=url, publisher=credit),), ""
    return (), "media in the imported file: " + ", ".join(filter(None, (url, caption, credit)))


def _date(slide: Slide, line: int, entries: Entries) -> tuple[When | None, str]:
    """Return the date of a slide, and what its words say beside it, for the private note."""
    if "edtf" in slide:
        return (_parsed(str(slide["edtf"]), line, entries) if slide["edtf"] else None), ""
    numbers = _of_numbers(slide, line, entries)
    shown = to_markdown(str(slide.get("display_date") or ""), plain=True)
    if not shown:
        return numbers, ""
    said = read_date(shown, entries.settings.language)
    if said and (numbers is None or said.interval.intersects(numbers.interval)):
        if str(said) != str(numbers):
            entries.note(f'the date is taken from the words "{shown}": {said}', line)
        return said, ""
    return numbers, f'shown as "{shown}" in the imported file'


def _of_numbers(slide: Slide, line: int, entries: Entries) -> When | None:
    written = [_written(slide.get(key), line, entries) for key in ("start_date", "end_date")]
    start, end = written
    return _parsed(f"{start}/{end}" if start and end and start != end else start or end, line, entries)


def _parsed(text: str, line: int, entries: Entries) -> When | None:
    try:
        return When.parse(text) if text else None
    except EdtfError as error:
        entries.error(error.message, line, hint=error.hint)
        return None


def _written(parts: object, line: int, entries: Entries) -> str:
    """Return a date object as EDTF, as far as it is known; "" where there is none."""
    if not isinstance(parts, Mapping):
        return ""
    year, month, day = (_number(parts.get(key), key, line, entries) for key in ("year", "month", "day"))
    if year is None:
        return ""
    year = year + 1 if year < 0 else year  # TimelineJS has no year 0: its -1 is 1 BC, EDTF's 0000
    four = f"Y{year}" if abs(year) > 9999 else iso_year(year)  # noqa: PLR2004 - what four figures can write
    return "-".join([four, *(f"{n:02d}" for n in _known((month, day)))])


def _known(parts: tuple[int | None, int | None]) -> list[int]:
    """Return month and day as far as they are given without a gap."""
    month, day = parts
    return [] if month is None else [month] if day is None else [month, day]


def _number(value: object, key: str, line: int, entries: Entries) -> int | None:
    text = str("" if value is None else value).strip()
    if not text:
        return None
    if re.fullmatch(r"-?\d{1,12}", text, re.ASCII):
        return int(text)
    entries.error(
        f'the {key} "{text}" is not a number',
        line,
        hint="write the date in figures; words go into Display Date",
    )
    return None
