from __future__ import annotations

import pickle

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.events.conftest import Read
from timeline.events.extraction import extract
from timeline.model import Article, Extraction
from timeline.temporal import When


def told(extraction: Extraction) -> list[tuple[str, str, str]]:
    return [(c.kind.value, str(c.when) if c.when else "", c.title) for c in extraction.candidates]


# Published on Friday 3 May 2024.
EVENTS = [
    (
        "The captain sent a distress call, a recording published on Tuesday shows.",
        [
            ("happened", "", "The captain sent a distress call"),
            ("happened", "2024-04-30", "A recording was published"),
        ],
    ),
    ("The mayor was chosen in 2017 and again in 2022.", [("happened", "2017", "The mayor was chosen")]),
    (
        "He dug in 1938 with six boys and a barrow, found a brooch, and stopped.",
        [
            ("happened", "1938", "He dug with six boys and a barrow"),
            ("happened", "1938", "He found a brooch"),
            ("happened", "1938", "He stopped"),
        ],
    ),
    ("They sang. Rescuers dug out two survivors.", [("happened", "", "Rescuers dug out two survivors")]),
    ("It was late. Prosecutors dropped the charges.", [("happened", "", "Prosecutors dropped the charges")]),
    (
        "It was late. The firm will pay 300 workers a bonus.",
        [("planned", "", "The firm will pay 300 workers a bonus")],
    ),
    (
        "It was late. She has promised to form a cabinet.",
        [("planned", "", "She has promised to form a cabinet")],
    ),
    ("It was late. The firm's lawyer called the charges a house of cards.", []),
    ("It was late. Proceedings had been opened.", [("happened", "", "Proceedings were opened")]),
    (
        "Parliament, in which she has no majority, votes on Tuesday.",
        [("planned", "2024-05-07", "Parliament votes")],
    ),
    ("The trust meets on Tuesday.", [("planned", "2024-05-07", "The trust meets")]),
    ("Members vote on Tuesday, and nobody doubts the result.", [("planned", "2024-05-07", "Members vote")]),
    ("The season kicks off on 16 May.", [("planned", "2024-05-16", "The season kicks off")]),
    ("People were moved to schools on Sunday.", [("happened", "2024-04-28", "People were moved to schools")]),
    (
        "A summit, originally planned for March, has been pencilled in for September.",
        [("planned", "2024-09", "A summit has been pencilled in")],
    ),
    (
        "The union has called a ballot for 13 May.",
        [("planned", "2024-05-13", "The union has called a ballot")],
    ),
    (
        "A new head will be picked at Tuesday's meeting.",
        [("planned", "2024-05-07", "A new head will be picked at the meeting")],
    ),
    (
        "Lawmakers plan to reintroduce the bill in June.",
        [("planned", "2024-06", "Lawmakers plan to reintroduce the bill")],
    ),
    (
        "Peace talks in Arl, suspended in April, are due to restart on Tuesday.",
        [
            ("happened", "2024-04", "Peace talks in Arl were suspended"),
            ("planned", "2024-05-07", "Peace talks in Arl are due to restart"),
        ],
    ),
    (
        "Rowe will step down in June and be succeeded by Karl Meier.",
        [
            ("planned", "2024-06", "Rowe will step down"),
            ("planned", "2024-06", "Rowe will be succeeded by Karl Meier"),
        ],
    ),
    (
        "Six people were killed and 23 injured on Sunday.",
        [("happened", "2024-04-28", "Six people were killed"), ("happened", "2024-04-28", "23 were injured")],
    ),
    ("It is the worst storm to hit the islands since 1987.", []),
    (
        "Hours after the vote director Ada Rowe stepped down.",
        [("happened", "", "Hours after the vote director Ada Rowe stepped down")],
    ),
    (
        "Kestria in turn claims that a sniper shot a medic on Monday.",
        [("claimed", "2024-04-29", "Kestria in turn claims that a sniper shot a medic")],
    ),
    (
        "The mayor, Ada Rowe, told residents on Monday to pack a bag.",
        [("happened", "2024-04-29", "The mayor, Ada Rowe, told residents to pack a bag")],
    ),
    ("Some 200 people were taken to schools.", [("happened", "", "Some 200 people were taken to schools")]),
    (
        "A state of emergency has been in force since Thursday.",
        [("happened", "2024-05-02/..", "A state of emergency has been in force")],
    ),
    (
        "The bones were lifted between 23 and 27 April.",
        [("happened", "2024-04-23/2024-04-27", "The bones were lifted")],
    ),
    (
        "Open days are planned for 13 and 14 June.",
        [("planned", "2024-06-13/2024-06-14", "Open days are planned")],
    ),
    ("It takes a vote on 9 or 16 June.", [("planned", "2024-06-09/2024-06-16", "It takes a vote")]),
    (
        "Members have until 19 May to approve it.",
        [("planned", "../2024-05-19", "Members have to approve it")],
    ),
    (
        "The bus overturned in the night from Sunday to Monday.",
        [("happened", "2024-04-28/2024-04-29", "The bus overturned")],
    ),
    (
        "The council announced last week that the road would be moved.",
        [("happened", "[2024-04-22..2024-04-28]", "The council announced that the road would be moved")],
    ),
    (
        "The board dismissed the complaint last Friday.",
        [("happened", "2024-04-26", "The board dismissed the complaint")],
    ),
    ("The junta ended the pact on Monday.", [("happened", "2024-04-29", "The junta ended the pact")]),
    (
        "The ministry said on Thursday that the last troops will leave by mid-September.",
        [("planned", "[..2024-09-20]", "The last troops will leave")],
    ),
    ("Niger was a crucial partner until a coup last year.", [("happened", "2023", "Coup in Niger")]),
    (
        "On Monday the council closed the school and sold the bus.",
        [
            ("happened", "2024-04-29", "The council closed the school"),
            ("happened", "2024-04-29", "The council sold the bus"),
        ],
    ),
    (
        "The tunnel was opened in 1931 and rebuilt in 1998.",
        [("happened", "1931", "The tunnel was opened"), ("happened", "1998", "The tunnel was rebuilt")],
    ),
    (
        "The base, built in 2016, was closed on Monday.",
        [("happened", "2024-04-29", "The base was closed"), ("happened", "2016", "The base was built")],
    ),
    (
        "The trial will begin on 4 June 2024, the court said.",
        [("planned", "2024-06-04", "The trial will begin")],
    ),
    ("It takes effect on 1 June 2024.", [("planned", "2024-06-01", "It takes effect")]),
    ("A hearing is scheduled for 9 September 2024.", [("planned", "2024-09-09", "A hearing is scheduled")]),
    (
        "Prosecutors accused the mayor of taking bribes in 2019.",
        [("claimed", "2019", "Prosecutors accused the mayor of taking bribes")],
    ),
    (
        "The rebels reportedly took the town on Monday.",
        [("claimed", "2024-04-29", "The rebels reportedly took the town")],
    ),
    ("He is believed to have fled on Monday.", [("claimed", "2024-04-29", "He is believed to have fled")]),
    (
        "The United States has used Airbase 201 since 2018.",
        [("happened", "2018/..", "The United States has used Airbase 201")],
    ),
    (
        "French forces left Mali in 2022 and Burkina Faso in 2023.",
        [
            ("happened", "2022", "French forces left Mali"),
            ("happened", "2023", "French forces left Burkina Faso"),
        ],
    ),
    (
        "The probe flew past Venus twice, in 2020 and 2022.",
        [("happened", "2020", "The probe flew past Venus twice")],
    ),
    ("The ship sank at about 4 a.m. on Monday.", [("happened", "2024-04-29", "The ship sank")]),
    (
        "Russian soldiers have entered an air base in Niger.",
        [("happened", "", "Russian soldiers have entered an air base in Niger")],
    ),
    (
        "The council agreed to sell the ferry by 1 June 2024.",
        [
            ("happened", "", "The council agreed to sell the ferry by 1 June 2024"),
            ("planned", "[..2024-06-01]", "The council agreed to sell the ferry"),
        ],
    ),
]


@pytest.mark.parametrize(("sentence", "events"), EVENTS, ids=[s for s, _ in EVENTS])
def test_events_with_their_kinds_days_and_headlines(
    sentence: str, events: list[tuple[str, str, str]], read: Read
) -> None:
    assert sorted(told(read(sentence))) == sorted(events)


@pytest.mark.parametrize(
    "sentence",
    [
        "The troops did not leave on Monday.",
        "No one was hurt on Monday.",
        "None of the hostages had been freed by Sunday.",
        "If the dam had failed on Monday, thousands would have died.",
        "Did the ship leave on Monday?",
        "The airport could reopen on 6 June 2024.",
        "The minister should resign.",
        "Critics believe that the government acted too late in 2019.",
        "The union hopes to meet the owner next week.",
        "Historians doubt that the battle was fought in 1304.",
        "The river is 300 kilometres long.",
        "The minister was in Paris on Monday.",
        "Islamic militants in the region may expand.",
        "She failed to appear in court on Monday.",
    ],
)
def test_what_is_not_stated_gives_no_event(sentence: str, read: Read) -> None:
    extraction = read(sentence)
    assert told(extraction) == []
    assert extraction.sentences[0].why


@pytest.mark.parametrize(
    "sentence",
    [
        "Recently the troops have left Chad.",
        "After a coup the army relocated some of its forces.",
        "Russian soldiers have now entered the base.",
        "The vote has been postponed until 9 December 2024.",
        "The company closed the mine at 6 p.m.",
    ],
)
def test_no_day_is_invented(sentence: str, read: Read) -> None:
    assert all(c.when is None for c in read(sentence).candidates)


def test_said_are_the_words_that_gave_the_date_with_their_signal(read: Read) -> None:
    (one,) = read("The United States has used the base since 2018.").candidates
    assert one.said == "since 2018"


def test_a_pronoun_is_replaced_by_the_subject_before(read: Read) -> None:
    titles = [
        c.title for c in read("The withdrawal from the base ended today. It began on 9 April.").candidates
    ]
    assert titles == ["The withdrawal from the base ended", "The withdrawal from the base began"]


def test_a_pronoun_never_takes_a_name_from_elsewhere(read: Read) -> None:
    text = "The council met on Monday. France said that it would halt all aid by 1 June 2024."
    assert [c.title for c in read(text).candidates][-1] == "France will halt all aid"
    text = "A court will decide on Tuesday. The town has been in debt since it built a stadium in 2014."
    assert [c.title for c in read(text).candidates][-1] == "The town built a stadium"


def test_the_evidence_is_verbatim_and_equal_sentences_are_told_apart(read: Read) -> None:
    text = "The dam failed on Monday.\n\nThe dam failed on Monday."
    first, second = read(text).candidates
    assert [text[c.start : c.end] for c in (first, second)] == ["The dam failed on Monday."] * 2
    assert (first.occurrence, second.occurrence) == (0, 1)
    assert first.id != second.id
    assert first.fingerprint == second.fingerprint


def test_what_is_read_pickles_and_does_not_depend_on_the_run(read: Read) -> None:
    text = "The army seized power in Karovia on Monday and closed the borders."
    assert pickle.loads(pickle.dumps(read(text))) == read(text)  # noqa: S301 - our own bytes


def test_without_a_publication_day_only_full_dates_count(settings: object) -> None:
    article = Article("one", "one.md", "The dam failed on 4 May 2020. The mayor resigned on Monday.")
    found = extract(article, settings)  # type: ignore[arg-type]
    assert [str(c.when) for c in found.candidates if c.when] == ["2020-05-04"]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    words=st.lists(
        st.sampled_from(
            [
                "The",
                "army",
                "left",
                "Niger",
                "on",
                "Monday",
                ",",
                "and",
                '"',
                "said",
                "that",
                "will",
                "not",
                "by",
                "2018",
                "(",
                ")",
                "—",
                "who",
                "which",
                "to",
                "be",
                "was",
                ".",
                ";",
                "after",
            ]
        ),
        max_size=30,
    )
)
def test_any_order_of_words_is_read_without_failing(words: list[str], read: Read) -> None:
    for candidate in read(" ".join(words)).candidates:
        assert len(candidate.title) <= 90
        assert candidate.title == candidate.title.strip()


def test_the_anchor_is_the_day_of_the_date_line(settings: object) -> None:
    article = Article(
        "one",
        "one.md",
        "The ship left on Monday.",
        published=When.parse("2024-05-20"),
        written=When.parse("2024-05-03"),
    )
    (one,) = extract(article, settings).candidates  # type: ignore[arg-type]
    assert str(one.when) == "2024-04-29"


def test_a_list_of_times_is_an_event_each(read: Read) -> None:
    found = read("The wall was raised in 1994, 2003 and 2009.").candidates
    assert [(c.title, str(c.when)) for c in found] == [
        ("The wall was raised", "1994"),
        ("The wall was raised", "2003"),
        ("The wall was raised", "2009"),
    ]
