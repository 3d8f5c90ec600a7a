"""Why an entry has the date that it has: lines that let a reader do the sum again.

'Between 11 and 20 March 2024: “mid-March” in Reuters, 2 May 2024'. Where several sources gave words, the date
stands first and the words follow; where sources give different dates, each is said with its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.public import PublicEvent, PublicSource
from timeline.render.wording import Wording
from timeline.temporal.edtf import When


@dataclass(frozen=True, slots=True)
class Derivation:
    """What stands in the details under a date: one line, or a lead with the words of each source below it."""

    lead: str
    words: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Account:
    """The date that one source gives, where sources differ."""

    source: str
    date: str
    is_ours: bool = False


def derive(event: PublicEvent, wording: Wording) -> Derivation:
    """Explain an entry's date."""
    if event.date is None:
        return Derivation(_placed_by_report(event, wording), note=event.date_note)
    lead = bounds(event.date, wording)
    said = [s for s in event.sources if s.said]
    spoken = [s for s in said if s.retracted is None] or said
    if not spoken:
        return Derivation(wording.strings.phrase("by_editor", date=lead), note=event.date_note)
    if len(spoken) == 1 and not _differs(spoken[0], event.date):
        line = wording.strings.phrase(
            "said_in", date=lead, words=_words(spoken[0], wording), source=_name(spoken[0], wording)
        )
        return Derivation(line, note=event.date_note)
    lines = tuple(dict.fromkeys(_line(s, event.date, wording) for s in spoken))
    return Derivation(wording.strings.phrase("worked_out_from", date=lead), lines, event.date_note)


def accounts(event: PublicEvent, wording: Wording) -> tuple[Account, ...]:
    """Set conflicting dates side by side: ours first, then each source that gives one."""
    if not event.conflict:
        return ()
    given = [Account(_name(s, wording), wording.dates.text(s.says)) for s in event.sources if s.says]
    ours = [Account("", wording.dates.text(event.date), is_ours=True)] if event.date else []
    return (*ours, *given)


def spoken_words(sources: Sequence[PublicSource], wording: Wording) -> str:
    """Join the words that the date rests on, each with its source, for a letter of doubt."""
    return "; ".join(
        wording.strings.phrase("words_in", words=_words(s, wording), source=_name(s, wording))
        for s in sources
        if s.said
    )


def bounds(when: When, wording: Wording) -> str:
    """Say which days a date allows, beginning a sentence: "Between 11 and 20 March 2024"."""
    dates, first, last = wording.dates, when.first, when.last
    if when.approximate or when.uncertain or first == last or len(when.members) > 1:
        said = dates.text(when)
    elif first and last:
        if when.kind == "interval":
            said = wording.strings.phrase("from_first_to_last", first=dates.day(first), last=dates.day(last))
        else:
            said = dates.between(first, last)
    elif first:
        key = "from_first" if when.kind == "interval" else "not_before"
        said = wording.strings.phrase(key, first=dates.day(first))
    else:
        said = dates.text(when)
    return said[:1].upper() + said[1:]


def _placed_by_report(event: PublicEvent, wording: Wording) -> str:
    if event.reported is None:
        return wording.strings.dates["undated"]
    first = next((s for s in event.sources if s.published == event.reported), None)
    date = _name(first, wording) if first else wording.dates.text(event.reported)
    return wording.strings.phrase("placed_by", date=date)


def _differs(source: PublicSource, date: When) -> bool:
    return source.says is not None and source.says != date


def _line(source: PublicSource, date: When, wording: Wording) -> str:
    words, name = _words(source, wording), _name(source, wording)
    if source.says is not None and source.says != date:
        return wording.strings.phrase(
            "words_give", words=words, source=name, date=wording.dates.text(source.says)
        )
    return wording.strings.phrase("words_in", words=words, source=name)


def _words(source: PublicSource, wording: Wording) -> str:
    _, direction = wording.foreign(source.language)
    isolated = (
        f"\u2068{source.said}\u2069" if direction else source.said
    )  # or it would turn the words around it
    return wording.strings.phrase("quoted", text=isolated)


def _name(source: PublicSource, wording: Wording) -> str:
    name = wording.source_and_date(source)
    return f"{name} ({wording.strings.phrases['retracted']})" if source.retracted else name
