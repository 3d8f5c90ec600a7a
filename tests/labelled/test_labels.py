"""Check the hand-made labels against their texts, so that a measurement never rests on a slip of the pen.

What must hold is said in README.md beside this file: evidence is verbatim and unique, days exist and are in
order, a weekday written beside a date is that date's weekday, offsets cut out exactly the words labelled.
"""

import datetime as dt
import itertools
import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

HERE = Path(__file__).parent
ARTICLES = sorted((HERE / "events").glob("*/*.md"))
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_MONTH = "|".join(MONTHS)
DATED_WEEKDAY = re.compile(
    rf"\b({'|'.join(WEEKDAYS)}),? (?:the )?(?:(\d{{1,2}}) ({_MONTH})|({_MONTH}) (\d{{1,2}}))(?:,? (\d{{4}}))?"
)
EVENT_KEYS = {"sentence", "clause", "kind", "first", "last", "same", "core"}
OPTIONAL_KEYS = {"accept", "doubt"}
KINDS = {"happened", "planned", "claimed"}


def front_matter(path: Path) -> tuple[dict[str, Any], str]:
    """Give the front matter (every scalar as text) and the text of an article."""
    _, head, body = path.read_text(encoding="utf-8").split("---\n", 2)
    return yaml.load(head, Loader=yaml.BaseLoader), body  # noqa: S506 (BaseLoader builds text, lists and maps only)


def labels(path: Path) -> dict[str, Any]:
    """Give what the label file beside an article holds."""
    loaded: dict[str, Any] = yaml.safe_load(path.with_suffix(".labels.yaml").read_text(encoding="utf-8"))
    return loaded


def day(text: str | None) -> dt.date | None:
    """Read a day, where there is one; ValueError if it does not exist."""
    return None if text is None else dt.date.fromisoformat(text)


def by_name(path: Path) -> str:
    """Name a test case after its article."""
    return f"{path.parent.name}-{path.stem}"


@pytest.mark.parametrize("path", ARTICLES, ids=by_name)
def test_an_article_is_of_the_agreed_form(path: Path) -> None:
    meta, body = front_matter(path)
    assert meta["title"]
    assert meta["publisher"]
    assert meta["language"] == "en"
    assert meta["body"] == "verbatim"
    assert dt.date.fromisoformat(meta["published"]) < dt.date(2026, 11, 20)
    assert 200 <= len(body.split()) <= 600


@pytest.mark.parametrize("path", ARTICLES, ids=by_name)
def test_evidence_is_verbatim_and_occurs_once(path: Path) -> None:
    _, body = front_matter(path)
    for event in labels(path)["events"]:
        assert set(event) - OPTIONAL_KEYS == EVENT_KEYS, event
        assert body.count(event["sentence"]) == 1, event["sentence"]
        assert event["sentence"].count(event["clause"]) == 1, event["clause"]
        assert event["kind"] in KINDS
        assert isinstance(event["core"], bool)


@pytest.mark.parametrize("path", ARTICLES, ids=by_name)
def test_a_sentence_that_gives_nothing_is_verbatim_and_bears_no_event(path: Path) -> None:
    _, body = front_matter(path)
    evidence = {event["sentence"] for event in labels(path)["events"]}
    for sentence in labels(path)["nothing"]:
        assert body.count(sentence) == 1, sentence
        assert sentence not in evidence


@pytest.mark.parametrize("path", ARTICLES, ids=by_name)
def test_days_exist_and_are_in_order(path: Path) -> None:
    for event in labels(path)["events"]:
        for first, last in [(event["first"], event["last"]), *event.get("accept", [])]:
            start, end = day(first), day(last)
            assert start is None or end is None or start <= end, event["clause"]


@pytest.mark.parametrize("path", ARTICLES, ids=by_name)
def test_what_happened_began_before_it_was_reported(path: Path) -> None:
    meta, _ = front_matter(path)
    published = dt.date.fromisoformat(meta["published"])
    for event in labels(path)["events"]:
        start, end = day(event["first"]), day(event["last"])
        if event["kind"] == "planned":
            assert (
                not event["core"]
                or end is None
                or end >= dt.date.fromisoformat(meta.get("written", meta["published"]))
            )
        else:
            assert start is None or start <= published, event["clause"]


@pytest.mark.parametrize("path", ARTICLES, ids=by_name)
def test_a_weekday_beside_a_date_is_its_weekday(path: Path) -> None:
    meta, body = front_matter(path)
    for found in DATED_WEEKDAY.finditer(body):
        weekday, day_before, month_after, month_before, day_after, year = found.groups()
        written = dt.date(
            int(year or meta["published"][:4]),
            MONTHS.index(month_after or month_before) + 1,
            int(day_before or day_after),
        )
        assert WEEKDAYS[written.weekday()] == weekday, found.group()


def test_one_key_has_one_kind_and_days_that_can_agree() -> None:
    """Over a whole set: a key never joins two kinds, and its dated labels have a day in common."""
    for folder in sorted((HERE / "events").iterdir()):
        by_key: dict[str, list[dict[str, Any]]] = {}
        for path in sorted(folder.glob("*.md")):
            for event in labels(path)["events"]:
                by_key.setdefault(event["same"], []).append(event)
        for key, events in by_key.items():
            assert len({event["kind"] for event in events}) == 1, key
            for one, other in itertools.combinations(events, 2):
                assert _can_agree(one, other), key


def _can_agree(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether two labels have a day in common, an open end or an accepted pair of days counting as such."""
    return any(
        max(a[0] or "0000", b[0] or "0000") <= min(a[1] or "9999", b[1] or "9999")
        for a in [(one["first"], one["last"]), *one.get("accept", [])]
        for b in [(other["first"], other["last"]), *other.get("accept", [])]
    )


TIMEX_TYPES = {"DATE", "TIME", "DURATION", "SET"}
TIMEX_MODS = {
    *("BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS"),
    *("EQUAL_OR_MORE", "START", "MID", "END", "APPROX"),
}
_WITHIN_YEAR = r"[\dX]{2}(?:-[\dX]{2})?|W[\dX]{2}(?:-(?:[1-7]|WE))?|Q[1-4X]|H[12X]|S[PU]|FA|WI"
_DATE = rf"(?:BC)?[\dX]{{2,4}}(?:-(?:{_WITHIN_YEAR}))?"
TIMEX_VALUE = re.compile(
    rf"(?:PRESENT_REF|PAST_REF|FUTURE_REF|{_DATE}(?:T(?:\d\d(?::\d\d){{0,2}}|MO|MI|AF|EV|NI))?"
    r"|P(?:(?:\d+(?:\.\d+)?|X)(?:Y|M|W|D|DE|CE|Q))+|PT(?:(?:\d+(?:\.\d+)?|X)[HMS])+)"
)


def french_texts() -> list[dict[str, Any]]:
    """Read the labelled French texts."""
    lines = (HERE / "french" / "texts.jsonl").read_text(encoding="utf-8").split("\n")[:-1]
    return [json.loads(line) for line in lines]


@pytest.mark.parametrize("document", french_texts(), ids=lambda document: str(document["doc"]))
def test_french_labels_are_well_formed_and_cut_exactly(document: dict[str, Any]) -> None:
    text, reached = document["text"], 0
    assert 120 <= len(text.split()) <= 300
    dt.date.fromisoformat(document["dct"])
    for number, (start, end, kind, value, tid, mod, _quant, _freq) in enumerate(document["timexes"], 1):
        words = text[start:end]
        assert reached <= start < end
        assert words == words.strip()
        assert not text[:start][-1:].isalnum(), words
        assert not text[end : end + 1].isalnum(), words
        assert kind in TIMEX_TYPES
        assert TIMEX_VALUE.fullmatch(value), (words, value)
        if kind in {"DATE", "TIME"}:
            assert not value.startswith("P") or value.endswith("_REF"), (words, value)
        assert tid == f"t{number}"
        assert mod is None or mod in TIMEX_MODS
        reached = end


def test_every_word_to_keep_stands_in_its_sentence_or_is_a_form_of_one() -> None:
    attribution = yaml.safe_load((HERE / "attribution.yaml").read_text(encoding="utf-8"))
    assert len(attribution["keep"]) >= 60
    assert len(attribution["drop"]) >= 20
    for item in attribution["keep"]:
        words = {word.casefold() for word in re.findall(r"[\w'’-]+", item["sentence"])}
        kept = [phrase.casefold().split()[0] for phrase in item["keep"]]
        assert any(word in words for word in kept), item
        assert item["kind"] in {*KINDS, None}
    for item in attribution["drop"]:
        assert item["frame"] in item["sentence"]
        assert item["kind"] == "happened"
