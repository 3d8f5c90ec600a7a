"""A small made-up story with everything that a page can show. Nothing in it happened."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import accumulate
from pathlib import Path

from timeline.config import Settings
from timeline.model import Correction, Era, Image, Kind, Place, Retraction, Status
from timeline.public import PublicEvent, PublicSource, PublicTimeline, count_reports
from timeline.temporal.days import Day
from timeline.temporal.edtf import When

GAZETTE = PublicSource(
    key="gazette-1998-05-12",
    publisher="Harbour Gazette",
    title="Council puts ferry before bridge",
    author="M. Okafor",
    url="https://gazette.example/1998/ferry",
    archived="https://archive.example/ferry",
    published=When.parse("1998-05-12"),
    quote="The council voted last Friday to buy the ferry.",
    verbatim=True,
    said="last Friday",
    page="4",
)
WIRE = PublicSource(
    key="wire-2023-09-02",
    publisher="North Wire",
    title="Ferry stops for good",
    url="https://wire.example/stop",
    published=When.parse("2023-09-02"),
    quote="The Alma made her last crossing in mid-August, the company said.",
    verbatim=True,
    said="mid-August",
)
COURIER = PublicSource(
    key="courier-2023-09-03",
    publisher="Evening Courier",
    title="Last crossing of the Alma",
    url="https://courier.example/alma",
    published=When.parse("2023-09-03"),
    quote="The last trip was in mid-August.",
    verbatim=False,
    said="mid-August",
    rewrites="wire-2023-09-02",
)
LA_VOIX = PublicSource(
    key="voix-2023-11",
    publisher="La Voix du Port",
    title="Le bac, fin d’une histoire",
    url="https://voix.example/bac",
    language="fr",
    published=When.parse("2023-11"),
    quote="Le bac a cessé de circuler le 20 août.",
    verbatim=True,
    said="le 20 août",
    says=When.parse("2023-08-20"),
    translation="The ferry stopped running on 20 August.",
    translator="the editors",
)
SAHIFA = PublicSource(
    key="sahifa-2024",
    publisher="Sahifat al-Mina",
    title="العبّارة القديمة",
    language="ar",
    published=When.parse("2024-02-01"),
    quote="بيعت العبّارة في يناير.",
    verbatim=True,
    said="في يناير",
    collection="Port archive",
    identifier="box 7, folio 3",
)
RETRACTED = PublicSource(
    key="daily-2024-01-09",
    publisher="Daily Post",
    title="Ferry sold for a million",
    url="https://post.example/million",
    published=When.parse("2024-01-09"),
    retracted=Retraction(
        When.parse("2024-01-15"), "the price was made up", "https://post.example/retraction"
    ),
    quote="It was sold for a million on Monday.",
    verbatim=True,
    said="on Monday",
)


def event(identifier: str, title: str, date: str = "", **more: object) -> PublicEvent:
    """Make an entry as `public_view` would."""
    sources = more.get("sources", ())
    assert isinstance(sources, tuple)
    dated = [s.published for s in sources if s.published]
    known: dict[str, object] = {
        "date": When.parse(date) if date else None,
        "reported": min(dated, key=lambda w: w.sort_key) if dated else None,
        "reports": count_reports(sources),
        "updated": max((w.last.iso for w in dated if w.last), default=""),
    }
    return PublicEvent(id=identifier, title=title, **{**known, **more})  # type: ignore[arg-type]


EVENTS = (
    event(
        "e-0aaaaaaaaa",
        "The first ferry crosses the sound",
        "1897~",
        text="Before that there were only rowing boats.",
    ),
    event(
        "e-0bbbbbbbbb",
        "Council buys the ferry <Alma>",
        "1998-05-08",
        text="The vote was *nine to four*.\n\nThe [minutes](https://council.example/m) name price & yard.",
        places=(Place("Harbour", 54.1, 7.9), Place("Town hall")),
        actors=("Council",),
        tags=("money", "ferry"),
        sources=(GAZETTE,),
        corrections=(Correction(When.parse("1998-06-01"), "The vote was nine to four, not ten to three."),),
        updated="1998-06-01",
        merged=("e-0zzzzzzzzz",),
    ),
    event(
        "e-0ccccccccc",
        "The ferry runs every hour",
        "2018/..",
        text="Every day but Sunday.",
        actors=("Sound Line",),
        tags=("ferry",),
        sources=(WIRE,),
    ),
    event(
        "e-0ddddddddd",
        "Last crossing of the Alma",
        "[2023-08-11..2023-08-20]",
        text="- one bell\n- two whistles",
        places=(Place("Harbour", 54.1, 7.9),),
        actors=("Sound Line",),
        tags=("ferry",),
        image=Image(
            "alma.jpg",
            "A white ferry leaving a stone quay",
            "The Alma on her last day.",
            "P. Hansen",
            "CC BY 4.0",
        ),
        sources=(WIRE, COURIER, LA_VOIX),
        conflict=True,
        date_note="North Wire spoke to the crew; the note in La Voix du Port came later.",
        see=("e-0ggggggggg",),
    ),
    event(
        "e-0eeeeeeeee",
        "The company is said to have known of the cracks",
        "[..2023-08-31]",
        kind=Kind.CLAIMED,
        claimed_by="the crew’s union",
        tags=("money",),
        sources=(WIRE,),
    ),
    event(
        "e-0fffffffff",
        "Workshop at the yard",
        "2023-09-10/2023-09-12",
        status=Status.DRAFT,
        is_found=True,
        sources=(replace(COURIER, rewrites=""),),
    ),
    event(
        "e-0ggggggggg",
        "A bridge is to open",
        "2025-33",
        kind=Kind.PLANNED,
        tags=("bridge",),
        sources=(LA_VOIX,),
        see=("e-0ddddddddd",),
    ),
    event("e-0hhhhhhhhh", "A buyer looks at the ferry", sources=(SAHIFA, RETRACTED), tags=("money",)),
    event(
        "e-0jjjjjjjjj",
        "The ferry sinks",
        "2024-02-03",
        status=Status.WITHDRAWN,
        withdrawn=When.parse("2024-02-09"),
        notice="This never happened: it was another ship of the same name.",
        sources=(),
        updated="2024-02-09",
    ),
    event(
        "2024-03-strike",
        "Strike of the pilots",
        "2024-03",
        sources=(SAHIFA,),
        places=(Place("Harbour", 54.1, 7.9),),
    ),
)


def timeline(events: tuple[PublicEvent, ...] = EVENTS) -> PublicTimeline:
    """Sort entries as `public_view` does and count drafts."""
    ordered = sorted(events, key=lambda e: (0, *w.sort_key) if (w := e.date or e.reported) else (1,))
    return PublicTimeline(
        events=tuple(ordered),
        drafts=sum(e.status is Status.DRAFT for e in ordered),
        updated=max((e.updated for e in ordered), default=""),
    )


def _vocabulary(chance: random.Random, size: int) -> list[str]:
    syllables = [a + b + c for a in "bcdfglmnprstv" for b in "aeiou" for c in ("", "n", "r", "s")]
    words: dict[str, None] = {}
    while len(words) < size:
        words["".join(chance.choices(syllables, k=chance.choice((1, 2, 2, 3, 3, 4))))] = None
    return sorted(words, key=len)  # what is said often is short


def many(count: int, words: int = 60, *, evenly: bool = False) -> PublicTimeline:
    """A made-up story of any length: `words` words an entry, two sources, a quote each; always the same.

    The words are 12,000 and as unevenly frequent as those of a language (the n-th comes 1/n as often as the
    first), or all alike (`evenly`), which compresses as badly as made-up words can.
    """
    chance = random.Random(count)  # noqa: S311 (nothing secret)
    vocabulary = _vocabulary(chance, 12_000)
    weights = list(accumulate(1.0 if evenly else 1 / n for n in range(1, len(vocabulary) + 1)))
    first = Day(1970, 1, 1).ordinal

    def say(length: int) -> str:
        return " ".join(chance.choices(vocabulary, cum_weights=weights, k=length)).capitalize()

    def one(n: int) -> PublicEvent:
        day = Day.from_ordinal(first + n * 18_000 // count)
        sources = tuple(
            PublicSource(
                key=f"article-{n}-{k}",
                publisher=chance.choice(("North Wire", "Harbour Gazette", "Evening Courier", "Daily Post")),
                title=say(7),
                url=f"https://news.example/{day.iso}/{say(2).replace(' ', '-').lower()}",
                published=When.of_day(day.plus(1 + k)),
                quote=say(14) + ".",
                verbatim=True,
                said="on Monday",
            )
            for k in range(2)
        )
        names = ("Harbour", "Old Town", "Lighthouse", "Yard")
        return event(
            f"s-{n:09d}",
            say(7),
            day.iso,
            text=say(words) + ".",
            sources=sources,
            tags=(chance.choice(("money", "ferry", "bridge")),),
            actors=(chance.choice(("Council", "Sound Line", "Crew")),),
            places=(Place(chance.choice(names)),),
        )

    return timeline(tuple(one(n) for n in range(count)))


def settings(project: Path, **more: object) -> Settings:
    """Settings of the made-up story."""
    known: dict[str, object] = {
        "title": "The ferry of the sound",
        "description": "How a small port lost its ferry.",
        "base_url": "https://ferry.example/story/",
        "author": "The editors",
        "licence": "https://creativecommons.org/licenses/by/4.0/",
        "contact": "editors@ferry.example",
        "eras": (Era("The long goodbye", When.parse("2023-08/2024-02")),),
    }
    return Settings(project, **{**known, **more})  # type: ignore[arg-type]


def put_picture(project: Path) -> None:
    """Lay the picture of the last crossing into the project: a small drawing with a camera's notes."""
    from PIL import Image as Pillow

    folder = project / "content" / "images"
    folder.mkdir(parents=True, exist_ok=True)
    picture = Pillow.new("RGB", (1600, 900), "#9fb8c8")
    picture.paste("#f4f2ee", (300, 420, 1300, 620))
    picture.paste("#41607a", (0, 620, 1600, 900))
    exif = Pillow.Exif()
    exif[0x010F] = "SecretCamera"
    exif[0x0112] = 1
    exif.get_ifd(0x8825)[1] = "N"
    picture.save(folder / "alma.jpg", exif=exif)


FILES: dict[str, str] = {
    "feed.xml": "<feed/>",
    "feed.json": "{}",
    "events.ics": "BEGIN:VCALENDAR",
    "events.json": "{}",
    "events.csv": "id\n",
    "embed.js": "// tells the height",
    "events.yaml": "events: []\n",
}
