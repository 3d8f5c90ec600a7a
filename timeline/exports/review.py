"""The copy for the second editor and the lawyer: one HTML file for browser, printer and Word.

It is made of what the desk has, not of the public view: drafts, hidden entries and private notes stand in
it, and it says so on its first line. So it is written by `timeline export review` alone and never lies
under `site/`. Each entry is a numbered row: what is said, what it rests on with quote, page and the way
from words to date, and a column for initials.
"""

from __future__ import annotations

from collections.abc import Iterator

from timeline.config import Settings
from timeline.exports.phrases import english, phrase
from timeline.exports.prose import escaped, safe_url, to_html
from timeline.model import Article, Event, Kind, Source, Status, Timeline
from timeline.temporal.edtf import When

# Tables with plain borders are what Word keeps of a page; everything else here is for browser and printer.
_STYLE = """
@page { size: A4 landscape; margin: 1.5cm } body { font: 11pt/1.35 Georgia, serif; margin: 1cm; color: #000;
background: #fff } table { border-collapse: collapse; width: 100% } th, td { border: 1px solid #555;
padding: 4pt 6pt; text-align: start; vertical-align: top } thead { display: table-header-group } tr {
page-break-inside: avoid; break-inside: avoid } h2 { font-size: 12pt; margin: 0 0 3pt } p, ul, blockquote {
margin: 0 0 4pt } ul { padding-inline-start: 14pt } .mark { font-weight: bold } .note { background: #fff3c4;
padding: 3pt } .small { font-size: 9pt } td, h1 { overflow-wrap: anywhere }
@media screen { .table { overflow-x: auto } table { min-width: 46em } }
"""
_COLUMNS = (
    ("No.", "4%"),
    ("Date", "14%"),
    ("Entry", "34%"),
    ("Sources", "38%"),
    ("Initials, remarks", "10%"),
)


def review(timeline: Timeline, settings: Settings) -> str:
    """Return the review copy of all entries, in the order of their dates."""
    events = sorted(timeline.events, key=_order)
    rows = "\n".join(_row(number, event, timeline) for number, event in enumerate(events, 1))
    head = "".join(f'<th scope="col" style="width: {width}">{name}</th>' for name, width in _COLUMNS)
    title = escaped(settings.title)
    return (
        f'<!doctype html>\n<html lang="{escaped(settings.language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f'<meta name="robots" content="noindex">\n<title>Review: {title}</title>\n'
        f"<style>{_STYLE}</style>\n</head>\n"
        f"<body>\n<main>\n<h1>{title}</h1>\n"
        '<p class="note"><b>Not for publication.</b> Holds drafts, hidden entries and private notes.</p>\n'
        f"<p>{_counted(timeline)}</p>\n"
        f'<div class="table" role="region" aria-label="{_counted(timeline)}" tabindex="0">\n'
        f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>\n</div>\n"
        "</main>\n</body>\n</html>\n"
    )


def _order(event: Event) -> tuple[object, ...]:
    return (0, *event.date.sort_key) if event.date else (1,)


def _counted(timeline: Timeline) -> str:
    number = {status: sum(e.status is status for e in timeline.events) for status in Status}
    parts = ", ".join(f"{count} {status}" for status, count in number.items() if count)
    return f"{len(timeline.events)} entries ({parts or 'none'}), {len(timeline.articles)} articles."


def _row(number: int, event: Event, timeline: Timeline) -> str:
    cells = (str(number), _date(event, timeline), _entry(event), _sources(event, timeline), "")
    return f'<tr id="{escaped(event.id)}">' + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


def _date(event: Event, timeline: Timeline) -> str:
    """Return the date in words and in EDTF, as the file has it and why."""
    parts = [f"<p><b>{_said(event.date)}</b></p>"]
    if event.date:
        parts.append(f'<p class="small">{escaped(str(event.date))}</p>')
    if event.date_words and event.date_words != str(event.date or ""):
        anchor = event.as_of or _only_anchor(event, timeline)
        against = f", read against {_said(anchor)}" if anchor else ""
        parts.append(f'<p class="small">in the file: “{escaped(event.date_words)}”{against}</p>')
    if event.date_note:
        parts.append(f'<p class="small">{escaped(event.date_note)}</p>')
    return "".join(parts)


def _only_anchor(event: Event, timeline: Timeline) -> When | None:
    """Return the day that words are read against where an entry has one source and no `as_of`."""
    if len(event.sources) != 1:
        return None
    article = timeline.articles.get(event.sources[0].article)
    return article.anchor if article else event.sources[0].published


def _entry(event: Event) -> str:
    return "".join(
        (
            f"<h2>{escaped(event.title)}</h2>",
            "".join(f'<p class="mark">{escaped(mark)}</p>' for mark in _marks(event)),
            to_html(event.text),
            to_html(event.notice),
            "".join(
                f"<p><b>Correction, {_said(c.date)}:</b> {escaped(c.text)}</p>" for c in event.corrections
            ),
            "".join(f'<p class="small">{escaped(line)}</p>' for line in _details(event)),
            f'<p class="note"><b>Private:</b> {escaped(event.private)}</p>' if event.private else "",
        )
    )


def _marks(event: Event) -> Iterator[str]:
    if event.status is not Status.REVIEWED:
        yield event.status.upper()
    if event.kind is not Kind.HAPPENED:
        yield f"{event.kind}, by {event.claimed_by}" if event.claimed_by else str(event.kind)


def _details(event: Event) -> Iterator[str]:
    yield f"id: {event.id} ({event.where})" if event.where.path else f"id: {event.id}"
    if event.places:
        yield "places: " + ", ".join(place.name for place in event.places)
    if event.actors:
        yield "actors: " + ", ".join(event.actors)
    if event.tags:
        yield "tags: " + ", ".join(event.tags)
    if event.image:
        yield f"image: {event.image.src}; credit: {event.image.credit}; licence: {event.image.licence}"
    if event.see:
        yield "see also: " + ", ".join(event.see)


def _sources(event: Event, timeline: Timeline) -> str:
    if not event.sources:
        return '<p class="mark">no source</p>'
    return (
        "<ul>"
        + "".join(f"<li>{_source(event, s, timeline.articles.get(s.article))}</li>" for s in event.sources)
        + "</ul>"
    )


def _source(event: Event, source: Source, article: Article | None) -> str:
    """Return one source: the publication, the quote with its page, and how its words became a date."""
    parts = [f"<p>{_publication(source, article)}</p>"]
    if source.is_new:
        parts.append('<p class="mark">NEW: added by the program, not yet read</p>')
    retracted = article.retracted if article else None
    if retracted:
        parts.append(f'<p class="mark">RETRACTED {_said(retracted.date)}: {escaped(retracted.note)}</p>')
    if source.quote:
        summary = article is not None and article.body == "summary"
        shown = f"in short: {escaped(source.quote)}" if summary else f"“{escaped(source.quote)}”"
        page = f" <b>(p. {escaped(source.page)})</b>" if source.page else ""
        parts.append(f"<blockquote>{shown}{page}</blockquote>")
    if source.translation:
        by = f" (translated by {escaped(source.translator)})" if source.translator else ""
        parts.append(f"<blockquote>{escaped(source.translation)}{by}</blockquote>")
    return "".join(parts) + _derivation(event, source, article)


def _publication(source: Source, article: Article | None) -> str:
    """Return publisher, title, day and address of a source, those of its article where it has one."""
    about = article or source
    title = escaped(about.title or source.article or about.url or "untitled")
    url = safe_url(about.url)
    named = f'<a href="{escaped(url)}">{title}</a>' if url else title
    published = _said(about.published) if about.published else "day not known"
    more = [escaped(text) for text in (about.identifier, about.collection) if text]
    archived = safe_url(about.archived)
    more += [f'<a href="{escaped(archived)}">archived</a>'] if archived else []
    by = [escaped(name) for name in (about.author, about.publisher) if name]
    return ", ".join([*by, named, published, *more])


def _derivation(event: Event, source: Source, article: Article | None) -> str:
    """Return how the words of a source became a date: against which day, by which rules."""
    if not source.said and not source.date:
        return ""
    anchor = (article.anchor if article else None) or source.published
    against = f", read against {_said(anchor)}" if anchor else ""
    words = f"“{escaped(source.said)}”{against}" if source.said else "its date"
    gives = f" gives {_said(source.date)}" if source.date else ""
    language = article.language if article else "en"
    how = _reading(source.said, anchor, source.date or event.date, language) if source.said else ""
    return f'<p class="small">date: {words}{gives}{how}</p>'


def _reading(said: str, anchor: When | None, date: When | None, language: str) -> str:
    """Return rules and assumptions where the words, read by themselves, give the date.

    Where they do not, the sentence around them decided, or a person: the rules would explain something else.
    """
    from timeline import temporal

    mention = temporal.read(said, published=anchor, language=language)
    if mention is None or mention.when is None or mention.when != date:
        return ""
    assumed = f"; assumed: {escaped(', '.join(mention.assumed))}" if mention.assumed else ""
    rules = f"rule{'s' * (len(mention.rules) > 1)} {escaped(', '.join(mention.rules))}"
    return f"; by {rules}{assumed}"


def _said(when: When | None) -> str:
    return escaped(phrase(when, english())) if when else "no date"
