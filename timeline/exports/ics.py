"""iCalendar (RFC 5545): the dated entries as all-day events, for calendar programs.

A date that is known in part is a span of all its possible days, with the honest phrase ("mid-March 2024")
in the title and first in the description: calendars have no other way to say it. "Since 2018" stands on the
days of its beginning, "before 3 May" on the last possible ones. Entries without a date, or in years that
calendars cannot write, are left out and counted in X-TIMELINE-LEFT-OUT. No event makes anybody look busy.

Not written with icalendar: loading it costs 0.3 s of the second that a whole build may take. The tests read
the result with it.
"""

from __future__ import annotations

from collections.abc import Iterator

from timeline.config import Settings
from timeline.exports.addresses import absolute, changed_on, lasting_id, newest_day, page_of
from timeline.exports.phrases import Words, phrase, status_of, words_of
from timeline.exports.prose import safe_url, to_plain, without_control
from timeline.model import Kind, Status
from timeline.public import PublicEvent, PublicTimeline
from timeline.temporal.days import Day
from timeline.temporal.edtf import When
from timeline.temporal.interval import Grain

_LINE_OCTETS = 75
_YEARS = range(1, 10_000)
_STATUS = {Kind.HAPPENED: "CONFIRMED", Kind.PLANNED: "TENTATIVE", Kind.CLAIMED: "TENTATIVE"}


def calendar(view: PublicTimeline, settings: Settings) -> str:
    """Return the calendar, with CRLF line ends and lines of at most 75 octets."""
    words, newest = words_of(settings), newest_day(view)
    spans = [(event, _spans(event.date)) for event in view.events]
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//timeline//sourced timeline//EN",
        "CALSCALE:GREGORIAN",
        f"NAME:{_text(settings.title)}",
        f"X-WR-CALNAME:{_text(settings.title)}",
        *([f"X-WR-CALDESC:{_text(settings.description)}"] if settings.description else []),
        *([f"URL:{absolute(settings)}"] if settings.base_url else []),
        f"X-TIMELINE-LEFT-OUT:{sum(not found for _, found in spans)}",
    ]
    for event, found in spans:
        for number, (first, last) in enumerate(found):
            lines += _event(
                event, first, last, words, settings, newest, f"day-{number + 1}" if number else ""
            )
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line))


def _spans(when: When | None) -> list[tuple[Day, Day]]:
    """Return the first and last day of each stretch that an entry is shown on; a set of days is several."""
    if when is None:
        return []
    parts = when.members if when.kind == "all_of" else (when,)
    found = [_span(part) for part in parts]
    return [span for span in found if span and span[0].year in _YEARS and span[1].plus(1).year in _YEARS]


def _span(when: When) -> tuple[Day, Day] | None:
    if when.first and when.last:
        return when.first, when.last
    known = when.start or when.end  # open on one side: the days of the end that is known
    return (known.first, known.last) if known and known.first and known.last else None


def is_exact(when: When) -> bool:
    """Whether a calendar's own date says all: a day, or days from one to another, beyond doubt."""
    if (
        when.approximate
        or when.uncertain
        or when.grain > Grain.DAY
        or when.first is None
        or when.last is None
    ):
        return False
    if when.kind == "interval":
        return all(end is not None and end.first == end.last for end in (when.start, when.end))
    return when.first == when.last or when.kind == "all_of"


def _event(
    event: PublicEvent, first: Day, last: Day, words: Words, settings: Settings, newest: str, part: str
) -> Iterator[str]:
    said = phrase(event.date, words) if event.date else ""
    title = event.title if event.date and is_exact(event.date) else f"{event.title} ({said})"
    stamp = changed_on(event, newest).replace("-", "") + "T000000Z"
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(lasting_id(settings, event, part))}"
    yield f"DTSTAMP:{stamp}"
    yield f"LAST-MODIFIED:{stamp}"
    yield f"SEQUENCE:{len(event.corrections)}"
    yield f"DTSTART;VALUE=DATE:{_day(first)}"
    yield f"DTEND;VALUE=DATE:{_day(last.plus(1))}"  # DTEND is the first day that is no longer in it
    yield f"SUMMARY:{_text(title)}"
    yield f"DESCRIPTION:{_text(_described(event, said, words, settings))}"
    yield f"STATUS:{_state_of(event)}"
    yield "TRANSP:TRANSPARENT"
    yield from _places(event)
    if event.tags:
        yield f"CATEGORIES:{','.join(_text(tag) for tag in event.tags)}"
    if settings.base_url:
        yield f"URL:{absolute(settings, page_of(event))}"
    yield "END:VEVENT"


def _state_of(event: PublicEvent) -> str:
    """Return how sure an entry is: what nobody has read yet is as tentative as a plan."""
    if event.status is Status.WITHDRAWN:
        return "CANCELLED"
    return "TENTATIVE" if event.status is Status.DRAFT else _STATUS[event.kind]


def _places(event: PublicEvent) -> Iterator[str]:
    if event.places:
        yield f"LOCATION:{_text(', '.join(place.name for place in event.places))}"
    on_map = [place for place in event.places if place.lat is not None and place.lon is not None]
    if len(event.places) == len(on_map) == 1:  # a calendar entry has one point: of several we would choose
        yield f"GEO:{on_map[0].lat:.6f};{on_map[0].lon:.6f}"


def _described(event: PublicEvent, said: str, words: Words, settings: Settings) -> str:
    lead = " · ".join((said, *status_of(event, words)))
    corrections = [f"{words.correction()}: {to_plain(c.text)}" for c in event.corrections]
    sources = [
        " ".join(filter(None, (s.publisher, s.title and f"“{s.title}”", safe_url(s.url))))
        for s in event.sources
    ]
    listed = [f"{words.ui('sources')}:\n" + "\n".join(f"- {source}" for source in sources)] if sources else []
    page = [absolute(settings, page_of(event))] if settings.base_url else []
    parts = [lead, to_plain(event.notice), to_plain(event.text), *corrections, *listed, *page]
    return "\n\n".join(part for part in parts if part)


def _day(day: Day) -> str:
    return f"{day.year:04d}{day.month:02d}{day.day:02d}"


def _text(value: str) -> str:
    """Escape a TEXT value; every kind of line break becomes the one that iCalendar writes."""
    plain = "\n".join(without_control(value).splitlines())
    return plain.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """Cut a line after at most 75 octets, never inside a character; what follows begins with a space."""
    part, size = "", 0
    for character in line:
        octets = len(character.encode())
        if size + octets > _LINE_OCTETS:
            yield part
            part, size = " ", 1
        part, size = part + character, size + octets
    yield part
