"""Take in many articles: processor time and memory of extraction and merging.

    .venv/bin/python bench/events.py 1000            # one size
    .venv/bin/python bench/events.py 1000 10000      # two sizes
    .venv/bin/python bench/events.py 1000 --one      # one more article into the entries made of 1,000: the
                                                     # step alone, and the commands on such a folder

The articles (0.5 to 4 KB each) are made by a generator with a fixed seed: invented places, people and bodies,
each deed told by one to four articles with its own words and its own way of naming the day. Each size runs in
a process of its own, so that memory is its own peak.
"""

from __future__ import annotations

import argparse
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from timeline import events
from timeline.config import Settings
from timeline.model import Article, Candidate, Event, Timeline
from timeline.temporal import Day, When

SEED = 20240503
FIRST, LAST = Day(2015, 1, 1).ordinal, Day(2025, 12, 31).ordinal
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
A_WEEK, LONG_AGO = 6, 40  # days: how a day is named depends on how long ago it is
OFTEN = 0.7
SYLLABLES = (
    "bel",
    "cor",
    "dan",
    "fen",
    "gal",
    "hol",
    "ker",
    "lum",
    "mar",
    "nor",
    "ost",
    "pel",
    "quin",
    "rav",
    "sol",
    "tor",
    "ver",
)
BODIES = ("council", "court", "ministry", "union", "company", "hospital", "university", "port authority")
DEEDS = (
    ("{body} of {place} approved the {thing}", "the {thing} was approved by the {body} of {place}"),
    ("{body} of {place} sold the {thing} to {name}", "{name} bought the {thing} from the {body} of {place}"),
    ("{body} of {place} closed the {thing}", "the {thing} in {place} was shut by the {body}"),
    ("{name} opened the {thing} in {place}", "the {thing} was opened in {place} by {name}"),
    (
        "{number} people were injured when the {thing} in {place} collapsed",
        "the {thing} collapsed in {place}, injuring {number}",
    ),
    (
        "{name} resigned as head of the {body} in {place}",
        "the head of the {body} of {place}, {name}, stepped down",
    ),
    ("workers at the {thing} in {place} went on strike", "a strike began at the {thing} in {place}"),
    (
        "{body} of {place} ordered an inquiry into the {thing}",
        "the {body} in {place} opened an inquiry into the {thing}",
    ),
)
THINGS = ("bridge", "ferry", "dam", "school", "stadium", "railway", "harbour", "museum", "airport", "mine")
ADJECTIVES = ("old", "new", "northern", "southern", "royal", "central", "upper", "lower", "great", "little")
FILLERS = (
    "Nobody was available for comment.",
    "The {thing} has always been a quiet place.",
    "There are {number} such places in the province.",
    "Prices could rise, {name} fears.",
    "It is not clear what the {body} wants.",
    "Asked whether the {thing} might be sold, {name} smiled.",
    "The spokeswoman {name} said that the decision had not been easy.",
    "Could it have been avoided?",
    "The {thing} is used by {number} people a day and costs {number} crowns a year.",
    "If the plan fails, the {body} will have to find another way.",
    "Critics believe that the {body} acted too late.",
    "It had been planned for a long time, according to people in {place}.",
    "The {body} will decide on further steps by the end of next year.",
    '"We did what we could," {name} told reporters.',
)


def articles(count: int) -> Iterator[Article]:
    """Yield `count` articles; every third deed is told by more than one."""
    chance = random.Random(SEED)  # noqa: S311 - no secrets
    made = 0
    while made < count:
        deed, facts, day = chance.choice(DEEDS), _facts(chance), Day.from_ordinal(chance.randint(FIRST, LAST))
        for telling in range(min(chance.choice((1, 1, 1, 2, 3, 4)), count - made)):
            made += 1
            yield _article(chance, made, deed[telling % 2], facts, day)


def _facts(chance: random.Random) -> dict[str, str]:
    return {
        "place": _word(chance).title(),
        "name": f"{_word(chance).title()} {_word(chance).title()}",
        "body": chance.choice(BODIES),
        "thing": f"{chance.choice(ADJECTIVES)} {chance.choice(THINGS)}",
        "number": str(chance.randint(2, 900)),
    }


def _word(chance: random.Random) -> str:
    return "".join(chance.sample(SYLLABLES, 2))


def _article(chance: random.Random, number: int, deed: str, facts: dict[str, str], day: Day) -> Article:
    published = Day.from_ordinal(day.ordinal + chance.randint(0, 20))
    size = chance.randint(500, 4000)
    text = _sentence(deed.format(**facts), _when(chance, day, published))
    while len(text) < size:
        other = _facts(chance)
        filler = chance.choice(FILLERS).format(**other)
        past = Day.from_ordinal(chance.randint(FIRST, published.ordinal))
        more = _sentence(chance.choice(chance.choice(DEEDS)).format(**other), _when(chance, past, published))
        text += chance.choice((" ", "\n\n")) + chance.choice((filler, filler, filler, more))
    publisher = f"The {_word(chance).title()} Post"
    name = f"a{number:06}"
    day_published = When.of_day(published)
    return Article(name, f"content/articles/{name}.md", text, published=day_published, publisher=publisher)


def _when(chance: random.Random, day: Day, published: Day) -> str:
    ago = published.ordinal - day.ordinal
    months = MONTHS
    full = f"on {day.day} {months[day.month - 1]} {day.year}"
    weekday = f"on {('Mon', 'Tues', 'Wednes', 'Thurs', 'Fri', 'Satur', 'Sun')[(day.ordinal - 1) % 7]}day"
    choices = [full, f"in {months[day.month - 1]} {day.year}", f"in {day.year}"]
    return (
        weekday
        if ago < A_WEEK and chance.random() < OFTEN
        else chance.choice(choices if ago > LONG_AGO else [full])
    )


def _sentence(deed: str, when: str) -> str:
    return f"{deed[0].upper()}{deed[1:]} {when}."


def run(count: int, *, one: bool) -> tuple[float, float]:
    """Extract and merge; return processor seconds and peak megabytes."""
    settings = Settings(Path())
    made = list(articles(count + one))
    began = time.process_time()
    candidates: list[Candidate] = []
    for article in made[:count]:
        candidates.extend(events.extract(article, settings).candidates)
    extracted = time.process_time()
    timeline = Timeline((), {a.id: a for a in made})
    merge = events.merge(candidates, timeline, settings)
    merged = time.process_time()
    told = sum(len(new.candidates) > 1 for new in merge.new_events)
    print(
        f"{count} articles, {sum(len(a.text) for a in made) / 1e6:.1f} MB: {len(candidates)} candidates, "
        f"{len(merge.new_events)} entries, {told} told more than once; "
        f"extraction {extracted - began:.1f} s, merging {merged - extracted:.1f} s"
    )
    if one:
        _add_one(made[-1], tuple(new.event for new in merge.new_events), timeline, settings)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return merged - began, peak


def _add_one(article: Article, entries: tuple[Event, ...], timeline: Timeline, settings: Settings) -> None:
    began = time.process_time()
    found = events.extract(article, settings).candidates
    events.merge(found, Timeline(entries, timeline.articles), settings)
    print(f"one more article into {len(entries)} entries: {time.process_time() - began:.2f} s")


def commands(made: Sequence[Article]) -> None:
    """Measure the commands on a folder of articles: with all but the last taken in, then the last one."""
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home)
        (folder / "content" / "articles").mkdir(parents=True)
        (folder / "content" / "timeline.yml").write_text("format: 1\ntitle: A story\n")
        for article in made[:-1]:
            _write(folder, article)
        _measure(folder, "all of them", "extract", "--all")
        _measure(folder, "nothing new", "extract")
        _measure(folder, "all of it", "check")
        _write(folder, made[-1])
        _measure(folder, "one more article", "extract")


def _measure(folder: Path, what: str, *words: str) -> None:
    print(f"timeline {' '.join(words)} ({what}): {_command(folder, *words):.2f} s", flush=True)


def _write(folder: Path, article: Article) -> None:
    head = f"publisher: {article.publisher}\npublished: {article.published}"
    (folder / article.path).write_text(f"---\n{head}\n---\n{article.text}\n")


def _command(folder: Path, *words: str) -> float:
    """Run a command of `timeline` in a process of its own; return its processor seconds (user and system)."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-m", "timeline", "-C", folder, *words], check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def main() -> None:
    parser = argparse.ArgumentParser(description="Processor time and memory of taking in many articles.")
    parser.add_argument("counts", nargs="+", type=int)
    parser.add_argument("--one", action="store_true", help="then add one more article")
    asked = parser.parse_args()
    if len(asked.counts) == 1:
        seconds, peak = run(asked.counts[0], one=asked.one)
        print(f"processor time {seconds:.1f} s, peak memory {peak:.0f} MB")
        if asked.one:
            commands(list(articles(asked.counts[0] + 1)))
        return
    for count in asked.counts:
        subprocess.run([sys.executable, __file__, str(count)], check=True)


if __name__ == "__main__":
    main()
