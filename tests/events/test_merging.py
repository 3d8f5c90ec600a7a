from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

import pytest

from timeline.config import Settings
from timeline.events import extract, merge, suggest
from timeline.model import Article, Body, Candidate, Event, Kind, Merge, Place, Source, Status, Timeline
from timeline.temporal import When

Make = Callable[..., Article]


def merged(articles: list[Article], settings: Settings, entries: tuple[Event, ...] = ()) -> Merge:
    candidates = [c for a in articles for c in extract(a, settings).candidates]
    return merge(candidates, Timeline(entries, {a.id: a for a in articles}), settings)


SAME = [
    (
        "The labour ministry appointed a mediator on Tuesday.",
        "A mediator was named by the labour ministry on 30 April.",
    ),
    (
        "Soldiers of the guard seized power in Niger on 26 July 2023.",
        "The guard overthrew the government of Niger on 26 July 2023.",
    ),
    (
        "The African Council suspended Karovia on Tuesday.",
        "The African Council, which suspended Karovia on 30 April, met.",
    ),
    (
        "Chief executive Duncan Mayle resigned on Monday.",
        "The bank's chief, Duncan Mayle, had stepped down on 29 April.",
    ),
    ("The last soldiers left Niamey on Monday.", "The last soldiers withdrew from Niamey in April."),
]


@pytest.mark.parametrize(("first", "second"), SAME)
def test_two_tellings_of_one_event_are_one_entry(
    first: str, second: str, article: Make, settings: Settings
) -> None:
    done = merged([article(first, "one", publisher="A"), article(second, "two", publisher="B")], settings)
    both = [n for n in done.new_events if len({c.article for c in n.candidates}) == 2]
    assert len(both) == 1
    assert [s.article for s in both[0].event.sources] == ["one", "two"]


TWO = [
    ("The army left Niamey on Monday.", "The army left Agadez on Monday."),
    ("Police arrested the mayor on Monday.", "Police arrested a baker on Monday."),
    ("French troops left Niger on Monday.", "American troops left Niger on Monday."),
    ("The withdrawal from Niger began on 9 April.", "The withdrawal from Niger ended on 9 April."),
    ("The troops will leave Niamey by 1 June 2024.", "The troops left Niamey on Monday."),
    ("The council sold the ferry on Monday.", "The council sold the ferry on Tuesday."),
]


@pytest.mark.parametrize(("first", "second"), TWO)
def test_two_events_are_two_entries(first: str, second: str, article: Make, settings: Settings) -> None:
    done = merged([article(first, "one"), article(second, "two")], settings)
    assert len(done.new_events) == 2


def test_a_plan_and_its_fulfilment_point_at_each_other(article: Make, settings: Settings) -> None:
    plan = article("U.S. troops will leave Niamey by 15 September 2024.", "plan")
    done = article("U.S. troops left Niamey on 7 July 2024.", "done", published="2024-07-08")
    first, second = merged([plan, done], settings).new_events
    assert first.event.see == (second.event.id,)
    assert second.event.see == (first.event.id,)


def test_the_sharper_date_wins_inside_the_vaguer(article: Make, settings: Settings) -> None:
    vague = article("The junta ended its pact with France in April.", "vague")
    sharp = article("The junta ended its pact with France on 9 April.", "sharp")
    (one,) = merged([vague, sharp], settings).new_events
    assert str(one.event.date) == "2024-04-09"
    assert [s.date for s in one.event.sources] == [None, None]
    assert {s.said for s in one.event.sources} == {"April", "9 April"}


def test_the_order_of_the_candidates_does_not_matter(article: Make, settings: Settings) -> None:
    articles = [article(text, f"a{n}") for n, pair in enumerate(SAME) for text in pair[:1]]
    articles += [article(pair[1], f"b{n}") for n, pair in enumerate(SAME)]
    candidates = [c for a in articles for c in extract(a, settings).candidates]
    timeline = Timeline((), {a.id: a for a in articles})
    shuffled = candidates[:]
    random.Random(7).shuffle(shuffled)  # noqa: S311 - any order will do
    assert merge(shuffled, timeline, settings) == merge(candidates, timeline, settings)


def entry(status: Status = Status.REVIEWED, **more: object) -> Event:
    event = Event(
        id="e-0000000001",
        title="Mediator for the copper strike",
        date=When.parse("2024-04-30"),
        text="The ministry of labour sends somebody to talk.",
        actors=("Labour Ministry",),
        sources=(Source(article="one", quote="The labour ministry appointed a mediator on Tuesday."),),
        status=status,
    )
    return replace(event, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("status", "is_new"),
    [(Status.REVIEWED, True), (Status.DRAFT, False), (Status.HIDDEN, True), (Status.WITHDRAWN, True)],
)
def test_an_entry_takes_a_further_source_whatever_was_done_to_its_title(
    status: Status,
    is_new: bool,
    article: Make,
    settings: Settings,
) -> None:
    one = article(SAME[0][0], "one")
    two = article(SAME[0][1], "two")
    timeline = Timeline((entry(status),), {"one": one, "two": two})
    done = merge(extract(two, settings).candidates, timeline, settings)
    assert done.new_events == ()
    (new,) = done.new_sources
    assert (new.event_id, new.source.article, new.source.is_new) == ("e-0000000001", "two", is_new)


def test_nothing_unseen_means_nothing_to_do(settings: Settings) -> None:
    assert merge((), Timeline((entry(),)), settings) == Merge()


def test_a_withheld_article_gives_no_quote_and_no_text(article: Make, settings: Settings) -> None:
    kept_back = replace(article("The dam at Corran failed on Monday."), body=Body.WITHHELD)
    (one,) = merged([kept_back], settings).new_events
    assert one.event.text == ""
    assert one.event.sources[0].quote == ""


def test_a_long_sentence_is_quoted_within_the_limit_and_in_its_own_words(
    article: Make, settings: Settings
) -> None:
    text = "The dam failed " + "after days of rain " * 12 + "on Monday, the county said."
    (one,) = merged([article(text)], settings).new_events
    quote = one.event.sources[0].quote
    words = [w for w in quote.split() if w != "…"]
    assert len(words) <= settings.quote_words
    assert " ".join(words) in text


def test_new_entries_are_drafts_with_all_that_was_found(article: Make, settings: Settings) -> None:
    (one,) = merged([article("Russian soldiers arrived in Niamey in Niger on Monday.")], settings).new_events
    event = one.event
    assert event.status is Status.DRAFT
    assert (event.kind, event.date_words, event.actors) == (Kind.HAPPENED, "2024-04-29", ("Russia",))
    assert event.places[0].name == "Niamey"
    assert event.id == one.candidates[0].id


def test_what_more_reports_tell_comes_first(article: Make, settings: Settings) -> None:
    often = [article("The dam at Corran failed on Monday.", f"a{n}", publisher=f"P{n}") for n in range(3)]
    once = article("The mayor of Corran bought a horse on Monday.", "b", publisher="Q")
    done = merged([once, *often], settings)
    assert "dam" in done.new_events[0].event.title


def test_possible_duplicates_among_entries_are_suggested() -> None:
    first = entry(title="The labour ministry appointed a mediator", places=(Place("Quellmoor"),))
    second = entry(
        id="e-0000000002",
        title="A mediator is named by the labour ministry",
        places=(Place("Quellmoor"),),
        sources=(),
    )
    other = entry(id="e-0000000003", title="A storm sinks the ferry", text="", actors=(), sources=())
    found = suggest(Timeline((first, second, other)))
    assert [(s.first, s.second) for s in found] == [("e-0000000001", "e-0000000002")]
    assert suggest(Timeline((replace(first, see=("e-0000000002",)), second, other))) == ()
    apart = replace(second, different_from=("e-0000000001",))
    assert suggest(Timeline((first, apart, other))) == ()


def test_every_candidate_is_taken_up_once(article: Make, settings: Settings) -> None:
    articles = [article(text, f"a{n}") for n, pair in enumerate(SAME + TWO) for text in pair[:1]]
    candidates: list[Candidate] = [c for a in articles for c in extract(a, settings).candidates]
    done = merge(candidates, Timeline((), {a.id: a for a in articles}), settings)
    taken = [c.id for n in done.new_events for c in n.candidates] + [s.candidate.id for s in done.new_sources]
    assert sorted(taken) == sorted(c.id for c in candidates)


@pytest.mark.parametrize(
    ("lead", "detail", "together"),
    [
        (
            "Police have arrested the banker Hugo Stahl.",
            "Officers arrested Stahl at his home on Thursday.",
            True,
        ),
        ("A tram has jumped the rails in Lindau.", "The tram left the track on a bend on Thursday.", True),
        ("The mill at Osk has burned down.", "The mill caught fire on Thursday.", True),
        (
            "Police have arrested the banker Hugo Stahl.",
            "Officers arrested the painter Emil Krantz on Thursday.",
            False,
        ),
        ("A tram has jumped the rails in Lindau.", "A bus overturned in Varn on Thursday.", False),
        ("Ministers came to the port.", "The widow Ada Krone died on Thursday.", False),
    ],
)
def test_a_lead_and_the_sentence_that_dates_it_are_one_entry(
    lead: str, detail: str, together: bool, article: Make, settings: Settings
) -> None:
    text = f"{lead} Rain fell on the roofs of the old town. {detail}"
    one = article(text, "one")
    done = merge(extract(one, settings).candidates, Timeline((), {"one": one}), settings)
    joined = [new for new in done.new_events if len({c.sentence for c in new.candidates}) > 1]
    assert bool(joined) is together, [new.event.title for new in done.new_events]


# A story in which every article tells of withdrawals, so that the deed alone says nothing.
WITHDRAWALS = [
    "Norland's troops left the depot at Varde on 3 March 2024. Engineers left Hollin on 9 April 2024.",
    "Norland withdrew its doctors from Arl on 12 March 2024. Its pilots left Brenn on 16 April 2024.",
    "The gunners of Norland left Castel on 20 March 2024. A convoy left Dorn on 22 April 2024.",
    "The sappers of Norland withdrew from Elm on 27 March 2024. The cooks left Furt on 29 April 2024.",
]
OF_ONE_DAY = [
    ("The withdrawal from Sudland began on 2 May 2024.", "The withdrawal of the troops began on 2 May.", 1),
    (
        "Norland's troops left the base at Gard on 2 May 2024.",
        "Troops of Norland left the base at Gard on 2 May.",
        1,
    ),
    (
        "The withdrawal from Sudland began on 2 May 2024.",
        "The withdrawal from Sudland began on 1 May 2024.",
        2,
    ),
    ("Norland's troops left Gard on 2 May 2024.", "Norland's pilots left Hurst on 2 May 2024.", 2),
    (
        "The withdrawal from Sudland began on 2 May 2024.",
        "The withdrawal from Sudland ended on 2 May 2024.",
        2,
    ),
]


@pytest.mark.parametrize(("first", "second", "entries"), OF_ONE_DAY)
def test_a_common_deed_tells_something_on_one_day(
    first: str, second: str, entries: int, article: Make, settings: Settings
) -> None:
    texts = [f"{told} {other}" for told, other in zip(("", "", first, second), WITHDRAWALS, strict=True)]
    made = merged([article(text, f"a{n}") for n, text in enumerate(texts)], settings).new_events
    told = [n.event for n in made if {s.article for s in n.event.sources} & {"a2", "a3"}]
    of_it = [e for e in told if str(e.date) in {"2024-05-01", "2024-05-02"}]
    assert len(of_it) == entries


@pytest.mark.parametrize(("first", "second"), SAME)
def test_a_telling_finds_its_entry_among_thousands(
    first: str, second: str, article: Make, settings: Settings
) -> None:
    entry = merged([article(first, "one", publisher="A")], settings).new_events[0].event
    crowd = tuple(
        replace(
            entry, id=f"e-{n}", title=f"Choir {n} sang on the pier", text="", actors=(), places=(), sources=()
        )
        for n in range(2_100)
    )
    done = merged([article(second, "two", publisher="B")], settings, (*crowd, entry))
    assert entry.id in {source.event_id for source in done.new_sources}
