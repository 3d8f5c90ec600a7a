"""dateparser's `search_dates` as a peer.

It answers with pieces of text and moments. The adapter finds each piece again in the text, from left to
right; takes the grain (day, week, month, year, time) from the `period` that dateparser gives when it reads
the piece alone; and writes a DATE or TIME of that grain (a time at midnight is a day, "now" is
PRESENT_REF). dateparser knows no durations, sets or ranges: what it makes a day of ("for three days")
counts as that day. Its settings are its defaults, with English and the publication as the base: preferring
the past would cost it ten points of value F1.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from serving import serve
from spans import trimmed

if TYPE_CHECKING:
    from serving import Adapt, Read, Timex

_FORMS = {
    "day": "%Y-%m-%d",
    "week": "%G-W%V",
    "month": "%Y-%m",
    "year": "%Y",
    "time": "%Y-%m-%dT%H:%M",
    "part_of_day": "%Y-%m-%dT%H:%M",
}


def settings(published: str) -> dict[str, Any]:
    return {"RELATIVE_BASE": datetime.fromisoformat(published), "RETURN_TIME_AS_PERIOD": True}


def written(piece: str, moment: datetime, grain: str) -> str:
    if piece.lower() == "now":
        return "PRESENT_REF"
    midnight = (moment.hour, moment.minute) == (0, 0)
    return moment.strftime(_FORMS["day" if grain == "time" and midnight else grain])


def start() -> tuple[Read, Adapt]:
    from dateparser.date import DateDataParser
    from dateparser.search import search_dates

    def read(text: str, published: str) -> list[tuple[str, datetime]]:
        return search_dates(text, languages=["en"], settings=settings(published)) or []

    def adapt(raw: list[tuple[str, datetime]], text: str, published: str) -> list[Timex]:
        alone = DateDataParser(languages=["en"], settings=settings(published))
        found, position = [], 0
        for piece, moment in raw:
            begin = text.find(piece, position)
            if begin < 0:
                continue
            position = begin + len(piece)
            value = written(piece, moment, alone.get_date_data(piece).period or "day")
            found.append((*trimmed(text, begin, position), "TIME" if value[10:11] == "T" else "DATE", value))
        return found

    return read, adapt


if __name__ == "__main__":
    serve(start)
