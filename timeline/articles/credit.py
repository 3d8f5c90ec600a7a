"""What an article says about where it comes from.

Its dateline, and the agency or paper whose report it rewrites.

All of this is only proposed. The phrases are those of English and French agencies and papers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from timeline.articles.dates import read_dateline
from timeline.articles.folder import slug
from timeline.temporal.days import Day

NEAR_DAYS = 3  # between an agency's report and its rewriting
OPENING = 400  # characters: a dateline stands in the first paragraph, or in the second below a byline

# Names under which agencies credit themselves, and the short name for each.
AGENCIES = {
    "AP": "ap",
    "Associated Press": "ap",
    "AFP": "afp",
    "Agence France-Presse": "afp",
    "Reuters": "reuters",
    "dpa": "dpa",
    "DPA": "dpa",
    "EFE": "efe",
    "ANSA": "ansa",
    "UPI": "upi",
    "Xinhua": "xinhua",
    "TASS": "tass",
    "Bloomberg": "bloomberg",
    "Kyodo": "kyodo",
    "Anadolu": "anadolu",
    "AA": "anadolu",
    "PTI": "pti",
    "PA Media": "pa",
    "Belga": "belga",
    "Interfax": "interfax",
    "Yonhap": "yonhap",
}

_NAMES = "|".join(re.escape(name) for name in sorted(AGENCIES, key=len, reverse=True))
_NAMED = rf"(?:the |The |l['’]|L['’])?(?P<agency>{_NAMES})"
_CREDITS = (
    re.compile(rf"[(\[]{_NAMED}[)\]]"),
    re.compile(rf"\b(?:told|tells) {_NAMED}\b"),
    re.compile(rf"\b(?:declaré|déclaré|dit|confié|indiqué) à {_NAMED}\b"),
    re.compile(rf"\b(?:first )?(?:reported|revealed|published) by {_NAMED}\b"),
    re.compile(rf"\b(?:according to|in response to) (?:a |the )?(?:report (?:by|from) )?{_NAMED}\b"),
    re.compile(rf"\b(?:selon|d['’]après) {_NAMED}\b"),
    re.compile(rf"\b{_NAMED} (?:news agency )?(?:first )?(?:reported|said in a report)\b"),
    re.compile(rf"^(?:Source|With|By|Avec)[: ]+{_NAMED}\b", re.MULTILINE),
)
_FIRST_REPORTED = re.compile(
    r"\bfirst (?:reported|revealed|published) by "
    r"(?P<paper>(?:[Tt]he )?[A-Z][\w.&'’-]*(?: (?:of |the |de )?[A-Z][\w.&'’-]*){0,4})"
)
_DATELINE = re.compile(
    r"(?P<lead>[^\W\d_a-z][^\n—–]{2,90}?|[A-Z][a-z]+\.? \d{1,2})[ ]*"
    r"(?:[(\[][^()\[\]\n]{1,40}[)\]])?[ ]*(?:—|–|--| - |:(?= ))[ ]*\S"
)
_SMALL = 3  # letters of the small words in names of places: de, of, sur


@dataclass(frozen=True, slots=True)
class Credit:
    """Whose report an article seems to rewrite: a short name for it, and the words that say so."""

    name: str
    words: str


def dateline_day(text: str, published: Day | None, language: str = "en") -> tuple[str, str]:
    """Return the day of the dateline ("HONOLULU, May 2 —") as EDTF, and its words.

    ("", "") where there is none.

    A day without a year is the latest one that is not after the day of publication (which may lie a day
    behind, west of the dateline).
    """
    for paragraph in text[:OPENING].split("\n"):
        found = _DATELINE.match(paragraph)
        if found is None:
            continue
        parts = [part.strip() for part in found["lead"].split(",")]
        for n in range(len(parts)):
            words = ", ".join(parts[n:])
            if not _is_place(", ".join(parts[:n])) or not any(map(str.isdigit, words)):
                continue
            if day := read_dateline(words, published, language):
                return day, found[0][: found.end("lead")]
    return "", ""


def credits_of(text: str, publisher: str, others: Iterable[str] = ()) -> tuple[Credit, ...]:
    """Return whose report the text says that it rewrites; never its own publisher's.

    `others` are publishers in the project: they are looked for, too, in words that credit nobody but a paper
    ("according to the Ministry" would credit a ministry that publishes).
    """
    found: dict[str, str] = {}
    named = any(name in text for name in AGENCIES)  # the patterns are slow, and few articles name one
    for pattern in _CREDITS if named else ():
        for match in pattern.finditer(text):
            found.setdefault(AGENCIES[match["agency"]], match[0])
    for match in _FIRST_REPORTED.finditer(text):
        found.setdefault(slug(match["paper"]).removeprefix("the-"), match[0])
    for name in sorted(name for name in set(others) if name in text):
        if credit := _paper_pattern(name).search(text):
            found.setdefault(short_name(name), credit[0])
    own = _own_names(publisher)
    return tuple(Credit(name, " ".join(words.split())) for name, words in found.items() if name not in own)


@lru_cache(maxsize=1 << 10)
def _paper_pattern(name: str) -> re.Pattern[str]:
    paper = re.escape(name)
    return re.compile(
        rf"[(\[]{paper}[)\]]|\b(?:first )?(?:reported|revealed|published) by {paper}(?!\w)"
        rf"|(?<!\w){paper} (?:first )?(?:reported|revealed|said in a report)\b"
    )


def short_name(publisher: str) -> str:
    """Return the name by which a publisher's reports are called: "gazette" for The Gazette."""
    return AGENCIES.get(publisher) or slug(publisher).removeprefix("the-")


def _is_place(words: str) -> bool:
    """Whether words look like the name of a place: capitals at both ends, small words only between them."""
    each = words.replace(",", " ").split()
    ends = not each or (each[0][0].isupper() and each[-1][0].isupper())
    return ends and all(word[0].isupper() or len(word) <= _SMALL for word in each)


def _own_names(publisher: str) -> set[str]:
    short = slug(publisher).removeprefix("the-")
    named = {AGENCIES[name] for name in AGENCIES if re.search(rf"\b{re.escape(name)}\b", publisher)}
    return {short, *named}
