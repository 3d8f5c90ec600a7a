"""Days that a text leaves to what it has told: dates without a year, "on the Wednesday", "since then"."""

from __future__ import annotations

import pytest

from tests.events.conftest import Read
from timeline.temporal import When

NEWS = " The mayor spoke on Monday."  # a text that speaks of today is news, whatever years it names

# Published on Friday 3 May 2024: a text, words of a headline, its day ("": none).
DATES = [
    # In one sentence, with one subject: of the year that was named.
    ("The bank shut its mint on 8 November 2011 and reopened it on 2 December.", "reopened", "2011-12-02"),
    ("On 8 June 2016 the envoy flew out and on 19 June was sent home.", "sent home", "2016-06-19"),
    # Which year it was is open where it would be the next.
    ("The bank shut its mint on 8 November 2011 and reopened it on 2 February.", "reopened", ""),
    # The same month, in the next sentence.
    (
        "Deputies caught Tilney on March 2, 2022. Prosecutors charged him on March 28.",
        "charged",
        "2022-03-28",
    ),
    # Before that, in the past perfect.
    (
        "The brothers set up a trust on 2 June 2014. Delvo had been awarded the contract on 22 May.",
        "awarded",
        "2014-05-22",
    ),
    # Other dates without their year are of the year of the report.
    ("Six people died on June 20, 2022. A jury found the builder guilty on March 4.", "guilty", "2024-03-04"),
    ("The yard was founded in 1998. It closed on 2 April.", "closed", "2024-04-02"),
    ("The plane crashed in June 2014. The airline was fined on 2 April.", "fined", "2024-04-02"),
    ("Roe, who won the cup on 3 May 2009, quit on 2 April.", "quit", "2024-04-02"),
    ("The mast was raised on 4 March 2019 and has leaned since 2 April.", "leaned", "2024-04-02/.."),
    ("Lund was jailed on 4 March 2019.\n\nThe court freed him on 28 March.", "freed", "2024-03-28"),
]


@pytest.mark.parametrize(("text", "words", "day"), DATES, ids=[t for t, _, _ in DATES])
def test_a_date_without_its_year(text: str, words: str, day: str, read: Read) -> None:
    days = [c.when for c in read(text + NEWS).candidates if words in c.title]
    assert days == [When.parse(day) if day else None]


FOLLOWING = [
    # The Wednesday after what was told; without an article, the last one.
    ("The men voted on 9 April, and on the Wednesday they walked in.", "walked in", "2024-04-10"),
    ("Police raided the mill on 2 April. On the Friday they charged its owner.", "charged", "2024-04-05"),
    ("Police raided the mill on 2 April. On Friday they charged its owner.", "charged", "2024-05-03"),
    ("Police raided the mill. On the Tuesday they charged its owner.", "charged", "2024-04-30"),
    ("Talks broke down on 19 April. They had begun on the Monday.", "began", ""),
    (
        "The night of the vote was 14 April. On the Monday after it the mayor gave up.",
        "gave up",
        "2024-04-15",
    ),
    ("Fans queued for the tour overnight on Tuesday.", "queued", "2024-04-30"),
    (
        "The siege ended on Tuesday. Two boys had been freed on the Friday after an illness broke out.",
        "freed",
        "",
    ),
    (
        "She climbed the peak in April 2021. Born in 1962, she began at 13. A year earlier she had failed.",
        "failed",
        "2020",
    ),
    # The first Christmas behind what was told.
    (
        "The drug was first sold on 8 December 2020. That Christmas half a million bought it.",
        "bought",
        "2020-12-25",
    ),
    ("Lund was elected on 3 May 2019. That Easter he left the party.", "left", "2020-04-12"),
    # What has gone on since then.
    ("Rocks fell on the line on Tuesday. Work has been suspended since then.", "suspended", "2024-04-30/.."),
    ("Venn joined from Lowmere in July 2021. He has scored 41 goals since then.", "scored", "2021-07-01/.."),
    ("Norco bought the mine in 2011 and has cut 1,400 jobs since then.", "has cut", "2011-01-01/.."),
    (
        "A fire broke out on Monday. Norco, which bought the mine in 2011, has cut jobs since then.",
        "cut",
        "2011-01-01/..",
    ),
    ("Rocks fell on the line. Work has been suspended since then.", "suspended", ""),
    ("Rocks fell on the line on Tuesday.\n\nWork has been suspended since then.", "suspended", ""),
    # Since one thing was so, until another was.
    ("The states have quarrelled over the bridge since they parted in 1991.", "quarrelled", "1991-01-01/.."),
    ("Since the line closed on 2 April the town has run a bus.", "bus", "2024-04-02/.."),
    ("By the time the slick came ashore on Thursday, 900 tonnes had escaped.", "escaped", "[..2024-05-02]"),
    # A second day in the sentence: nobody knows from which the third counts.
    (
        "On 17 April they found bones, which on the 19th were identified. Rusk was held the following day.",
        "held",
        "",
    ),
    (
        "On 17 April they found bones, buried on 9 April. Rusk was held the following day.",
        "held",
        "2024-04-18",
    ),
]


@pytest.mark.parametrize(("text", "words", "day"), FOLLOWING, ids=[t for t, _, _ in FOLLOWING])
def test_a_day_that_goes_by_what_was_told(text: str, words: str, day: str, read: Read) -> None:
    days = [c.when for c in read(text).candidates if words in c.title]
    assert days == [When.parse(day) if day else None]


SHARED = [
    # A ruling that was read out, a jury that met.
    ("In a ruling read out on Tuesday, the court annulled the ballot.", "annulled", "2024-04-30"),
    ("In a statement issued on 9 April, the league expelled the club.", "expelled", "2024-04-09"),
    ("In a barn built in 1921, police found 40 rifles.", "found 40", ""),
    ("The jury, meeting in late March, acquitted the captain.", "acquitted", "[2024-03-21..2024-03-31]"),
    # "Until" and "before" a day, when.
    ("Until 3 April, when the roof fell in, the school had 200 pupils.", "fell in", "2024-04-03"),
    ("Before 7 April, when rebels closed the border, she sold coffee.", "closed", "2024-04-07"),
    # A study of its year, but no car.
    ("A 1993 report by Lord Hennig recommended two tugs.", "recommended", "1993"),
    ("A 2016 survey found lead in the pipes.", "found", "2016"),
    ("A 2009 Ford hit the gate.", "hit", ""),
    # The subject is no time of its own.
    ("The fiscal year began on 1 July.", "began", "2023-07-01"),
    # Months in turn are one time, near Christmas is none.
    (
        "The suit alleges that clerks falsified readings in June and early July.",
        "falsified",
        "2023-06-01/2023-07-10",
    ),
    ("The mill cut 400 jobs in February and March.", "cut", "2024-02-01/2024-03-31"),
    ("The gang got life sentences just before Christmas.", "sentences", ""),
    ("The fire began shortly before 5 a.m. on Tuesday.", "began", "2024-04-30"),
    # Other words of time between.
    ("The swimmer sacked her coach of five years yesterday.", "sacked", "2024-05-02"),
    ("A crack had been logged as early as 15 February and that angered Roe.", "logged", "2024-02-15"),
    ("Bells were rung on Sunday, and the radio broke into a play to tell the news.", "broke into", ""),
    ("Fifty years ago on Monday the gasworks blew up.", "blew up", "1974"),
]


@pytest.mark.parametrize(("text", "words", "day"), SHARED, ids=[t for t, _, _ in SHARED])
def test_a_time_from_words_beside(text: str, words: str, day: str, read: Read) -> None:
    days = [c.when for c in read(text).candidates if words in c.title]
    assert days == [When.parse(day) if day else None]


OTHERS = [
    # An earlier event to which something is done keeps its time; one of which somebody is part gives it.
    ("The judge struck down the council's vote of March because it had been misled.", "struck down", ""),
    ("The firm dropped its appeal against the court's ruling of 7 March.", "dropped", ""),
    ("She condemned the raid of 3 April.", "condemned", ""),
    ("The party won the election of 2019.", "won", "2019"),
    ("The ambush of 3 April killed four guards.", "killed", "2024-04-03"),
    ("He was chosen in the ballot of 3 April.", "chosen", "2024-04-03"),
    ("Holt is accused of rigging the ballot of March 2022.", "rigging", "2022-03"),
    # What water that rises does is done by the water.
    ("The walkers were cut off by rising water on Saturday near the cave.", "cut off", "2024-04-27"),
    ("The road was blocked by falling rocks on Monday.", "blocked", "2024-04-29"),
    # Who is the first to do it has done it.
    (
        "The twins were the first to be led out, on 20 April. Two others came out the next day.",
        "came out",
        "2024-04-21",
    ),
    # A look back leaves the story where it is.
    (
        "Ostara voted on Monday. Those of Lind had voted a day earlier. That evening farmers left.",
        "armers left",
        "2024-04-29",
    ),
    # Half a month is no day.
    (
        "The merger was sealed on Monday, five and a half months after the firms had shaken hands.",
        "shook",
        "",
    ),
]


@pytest.mark.parametrize(("text", "words", "day"), OTHERS, ids=[t for t, _, _ in OTHERS])
def test_the_time_of_another_event(text: str, words: str, day: str, read: Read) -> None:
    days = [c.when for c in read(text).candidates if words in c.title]
    assert days == [When.parse(day) if day else None] or (not days and not day)
