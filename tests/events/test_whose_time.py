"""Whose a time is: the verb's, that of words inside its clause, or also that of the clause beside it."""

from __future__ import annotations

import pytest

from tests.events.conftest import Read
from timeline.temporal import When

# Published on Friday 3 May 2024. What is joined by "and": words of the second headline, its day ("": none).
JOINED = [
    # The same occasion.
    ("The minister flew to Orlo on Monday and promised the town a new bridge.", "promised", "2024-04-29"),
    ("On 9 April the crew boarded the yacht and arrested six men.", "arrested", "2024-04-09"),
    ("Police raided the depot in March 2021 and found 40 stolen engines.", "found", "2021-03"),
    ("The tram left the rails on Tuesday, and three passengers were hurt.", "hurt", "2024-04-30"),
    ("The wall gave way on 9 April, and two workers died.", "died", "2024-04-09"),
    ("In March 2019 the barge sank, and 40 tonnes of oil were lost.", "lost", "2019-03"),
    ("The last flood, in 1953, killed twelve people and washed away the mill.", "washed away", "1953"),
    (
        "On the 9th the guards shut the gate; on the 11th the governor quit, and the talks collapsed.",
        "collapsed",
        "2024-04-11",
    ),
    # It says itself that it was later, more than once, or how long it took.
    ("Holt bought the club in 2019 and twice tried to move it.", "tried", ""),
    ("Ms Roe was named to the board in 2019 and later sold her shares.", "sold", ""),
    ("She became dean in August 2022 and within months had dismissed two professors.", "dismissed", ""),
    ("The talks opened on 18 April, and on their second day the rebels walked out.", "walked out", ""),
    ("The firm made an offer in March; its owners refused on the last day of the month.", "refused", ""),
    ("The thieves entered the vault on 9 April and spent two days opening the boxes.", "spent", ""),
    ("The outage in October 2020 lasted a week and cost the bank its licence.", "cost", ""),
    ("The band released a record in 2018 and has since toured Asia.", "toured", ""),
    # Another time stands between, or an occasion of its own.
    (
        "Talks broke off in the second week of April, resumed a fortnight later and went to the wire.",
        "wire",
        "",
    ),
    ("She arrived in 2016, doubled the list in three years and won the grant.", "grant", ""),
    ("The shire cut its grant in 2019 and restored half of it during the war.", "restored", ""),
    ("The bridge fell in 1999 and was rebuilt after protests.", "rebuilt", ""),
    ("The guard was seized on 9 April and freed after questioning.", "freed", "2024-04-09"),
    ("The crews walked out on 9 April and returned after three days.", "returned", ""),
    ("The crews walked out on 9 April and blocked the gate.", "blocked", "2024-04-09"),
    # The first has no use for it.
    ("Brokers raised their forecast for 2023 and told clients to sell.", "clients", ""),
    ("Orm lost a fifth more than in 2019 and fired its chief.", "fired", ""),
    # It went on.
    ("Floods cut the road on Sunday and were moving towards the town.", "moving", ""),
    # Behind a comma it is the speaker who did it.
    (
        "She confirmed that the coach had been sacked on Tuesday, and apologised for the leak.",
        "apologised",
        "",
    ),
    ("A clerk said that she had seen the fault in January and had been told to wait.", "told to wait", ""),
    # Its own time is not known, or it was before.
    ("In March the king sent a medal; the week after that the first envoy arrived in Orlo.", "envoy", ""),
    ("The firm shut its mill on 9 April and has recently sold the land.", "sold", ""),
    ("The men arrived at the shop on Tuesday, and the owner had locked the door.", "locked", ""),
    # A comma alone joins no two deeds.
    ("The grounds crew, all five of them laid off on Friday, raked the field.", "raked", ""),
    # Behind "and", the time is that of what follows.
    ("He sold papers, towed banners and, in the summer of 1953, bought a plane.", "bought", "1953-22"),
    ("He sold papers, towed banners and, in the summer of 1953, bought a plane.", "towed", ""),
    # Who said it, and when.
    ("The gulls died in dozens, as the ministry's own monitors conceded on Monday.", "died", ""),
    ("The crowd wept as the coffin passed on Monday.", "wept", "2024-04-29"),
    ("The club said a first sum had been paid on Monday and accused the players of greed.", "accused", ""),
    (
        "On Friday the mill offered two weeks' pay, but the union refused the offer within hours.",
        "refused",
        "",
    ),
    ("On Friday the court ordered a new vote within 60 days.", "ordered", "2024-05-03"),
    # A life, and an age in it.
    ("She was born in Tarn in 1931 and taught Greek in Orlo.", "taught", ""),
    ("She joined the works in 1931 and married at the age of 17.", "married", ""),
    ("He joined the works in 1931 and broke his leg at 14.", "broke", ""),
    ("The firm was founded in 1998 and bought a rival.", "bought", ""),
    ("The club was relegated in 2019 and came back two seasons later.", "came back", ""),
    ("The club was sold in 2019 and moved its ground.", "moved", "2019"),
    ("Holt took charge in January 2008 and won nine of ten matches.", "won nine", ""),
    ("Roe joined the bank in 2010 and cut its costs.", "cut", ""),
    ("Holt took office on Monday and sacked two ministers.", "sacked", "2024-04-29"),
    ("He sold the house on Monday and was arrested at 9.", "arrested", "2024-04-29"),
    # Another agent, in another sentence in all but the full stop.
    ("The first launch, in March 2022, failed; the next four succeeded.", "succeeded", ""),
    ("Church bells rang on Sunday evening, and the radio broadcast the speech.", "broadcast", ""),
]


@pytest.mark.parametrize(("text", "words", "day"), JOINED, ids=[t for t, _, _ in JOINED])
def test_what_is_joined_by_and(text: str, words: str, day: str, read: Read) -> None:
    days = [c.when for c in read(text).candidates if words in c.title]
    assert days == [When.parse(day) if day else None] or (not days and not day)


# A time inside the clause: words of the headline, its day ("": none).
INNER = [
    # Why it was done.
    ("The club was fined on 9 April for paying a banned player in March.", "fined", "2024-04-09"),
    ("The club was fined for paying a banned player in March.", "fined", ""),
    ("Two officers were dismissed for leaking the file in 2021.", "dismissed", ""),
    ("The town thanked them on Friday for saving the mill.", "thanked", "2024-05-03"),
    ("She was jailed for six years on Tuesday.", "jailed", "2024-04-30"),
    # By when it was to be done.
    ("The utility had promised in 2019 to install a second pump by the end of 2021.", "promised", "2019"),
    ("The utility had promised to install a second pump by the end of 2021.", "promised", ""),
    ("The council agreed on Monday to close the pool.", "agreed", "2024-04-29"),
    # Which of several it was.
    ("Five patients have died, the most recent on Tuesday.", "died", ""),
    ("Three bombs exploded, two of them on Sunday at the port.", "exploded", ""),
    ("The patients died on Sunday, most of them in Orlo.", "died", "2024-04-28"),
    # With what it is compared.
    ("The port handled fewer ships than in 2019.", "handled", ""),
    ("The port handled twice as many ships as in 2019.", "handled", ""),
    ("Sales fell by a tenth last month compared with March 2023.", "fell", "2024-04"),
    ("The shrine burned down no earlier than 1923.", "burned", ""),
    ("Net profit rose to $9 million from $7 million a year ago.", "rose", ""),
    ("Sales rose to $9 million in March from $7 million in February.", "rose", "2024-03"),
    ("The port lost 4 million crowns in the nine months ended 30 September.", "lost", ""),
    # A participle behind a noun.
    ("The firm has shown its interest in remarks made last week.", "shown", ""),
    ("The club lost its coach, with two players leaving on Tuesday.", "lost", ""),
    ("The mayor began cleaning the square on Tuesday.", "began", "2024-04-30"),
    ("Holt urged the union to stand in this year's election.", "urged", ""),
    # In front of the verb: of a participle, an apposition, or of what has happened since.
    ("A fund set up by the bank on Monday had received a million by Thursday.", "received", "[..2024-05-02]"),
    ("The Alliance, until last month his partner, sided with the rebels.", "sided", ""),
    ("The Alliance, on 9 April, sided with the rebels.", "sided", "2024-04-09"),
    ("The last siege, in Corley in 1998, ended without a shot.", "ended", "1998"),
    ("The home match on Saturday has been called off.", "called off", ""),
    # From one amount to another is when it rose; "with" alone makes no clause.
    ("The state raised its stake from 60% to 85% in April.", "raised", "2024-04"),
    ("The chairman was charged with false accounting on 28 April.", "charged", "2024-04-28"),
    # Nobody says up to when; since when the last one was.
    ("The firm recalled a drug approved less than a month ago.", "approved", ""),
    ("The strike will be the first at the mill since the winter of 1979.", "first", ""),
    # What is talked about.
    ("The two sides met on 9 April to talk about 2027.", "met", "2024-04-09"),
    ("The family put the mill up for sale on 20 August and left.", "put the mill", "2023-08-20"),
    # "It was Monday that" tells when it was done, "It was clear on Monday that" only when it was clear.
    ("It was only on Monday that the mayor resigned.", "resigned", "2024-04-29"),
    ("It was in Orlo on 9 April that the club sold its ground.", "sold its ground", "2024-04-09"),
    ("It was obvious on 9 April that the club had sold its ground.", "sold its ground", ""),
    ("It was clear on Monday that the mayor had lied.", "lied", ""),
    # What had been planned.
    ("The report was first promised for Christmas.", "promised", ""),
    ("A dinner that had been planned for December was dropped.", "planned", ""),
    ("The launch, which had been pencilled in for 9 April, was called off.", "pencilled", ""),
    # Who it was explains a noun, and not the claim.
    ("The note was reportedly signed by Greywing, a gang that robbed a bank last year.", "signed", ""),
    ("Holt was reportedly carrying a letter from Roe, with whom he dined on Monday.", "carrying", ""),
    ("Holt is alleged to have paid for a holiday that the mayor took in 2022.", "alleged", "2022"),
]


@pytest.mark.parametrize(("text", "words", "day"), INNER, ids=[t for t, _, _ in INNER])
def test_times_of_words_inside_the_clause(text: str, words: str, day: str, read: Read) -> None:
    days = [c.when for c in read(text).candidates if words in c.title]
    assert days == [When.parse(day) if day else None] or (not days and not day)


# The time of words inside what is claimed, paid for, or done meanwhile: words of the headline, its day.
NARROWER = [
    # A participle says which thing it was.
    ("Drivers accuse the line of having ignored a study on the brakes finished in 2018.", "ignored", ""),
    ("Villagers accuse the agency of burying a survey completed in 2015.", "burying", ""),
    ("The suit alleges that the maker hid a test done in 2011.", "hid", ""),
    ("The airline is accused of breaking a treaty signed on 4 April.", "breaking", ""),
    ("Mr Hale is alleged to have burned letters written in 1987.", "alleged", ""),
    ("Detectives accused the dealer of selling a painting stolen in 2003.", "selling", ""),
    ("A nurse is said to have lost a scan taken on Monday.", "lost", ""),
    ("Holt is alleged to have sold the yacht that he won in 2022.", "alleged", ""),
    ("The mayor is suspected of having leaked a report that was due in 2022.", "leaked", ""),
    ("Gas users accused the works of ignoring a warning about blocked pipes in July.", "ignoring", "2023-07"),
    ("The trust is accused of ignoring a warning of 2016.", "ignoring", ""),
    # The deed's own time stays its own.
    ("He is accused of stabbing a man in 2003.", "stabbing", "2003"),
    ("The union accuses the mill of sacking 40 weavers in March.", "sacking", "2024-03"),
    ("Drivers accuse the line of having ignored a study in 2018.", "ignored", "2018"),
    ("A cowherd is said to have seen two boys run from the barn on 22 April.", "seen", "2024-04-22"),
    ("Holt is alleged to have paid for a banquet that the mayor gave in 2022.", "alleged", "2022"),
    # A paper says which, and in a paper one says something.
    ("The tabloid printed a letter of 3 March.", "printed", ""),
    ("The session of 9 April approved the sale.", "approved", "2024-04-09"),
    # Who is hired does it then; who pays for himself pays then.
    ("Goran Lund paid the keeper 9,000 crowns to let in four goals on 21 April.", "paid", ""),
    ("The gang bribed a guard to open the gate on 3 April.", "bribed", ""),
    ("She hired two men to burn down the barn on 3 April.", "hired", ""),
    ("On 2 April she hired two men to burn down the barn.", "hired", "2024-04-02"),
    ("The mayor paid $3 million to settle the suit on Monday.", "paid", "2024-04-29"),
    # Meanwhile.
    ("Officers found the pistols while checking a lorry at 5.40 p.m. on Tuesday.", "found", "2024-04-30"),
    ("He was arrested while visiting his mother on 3 April.", "arrested", "2024-04-03"),
    ("A clerk was hit by a tram when leaving the court on Monday.", "hit", "2024-04-29"),
    ("The firm went bankrupt after selling its mill in 2019.", "bankrupt", ""),
    ("The driver was fined for using his telephone while crossing the bridge on 3 April.", "fined", ""),
    # From when to when it was put off, and what is so now.
    ("The firm delayed its launch from February to April.", "delayed", ""),
    ("The council moved the vote from 3 June to 10 June.", "moved", ""),
    ("A fund set up after the second crash, in March, has 9,000 members.", "members", ""),
    # What began then, what is so every year, and what "that year" cannot be.
    ("Work on the weir began in 2009 and sixteen men drowned.", "drowned", ""),
    ("The race is held every year on the third Monday of June.", "held", ""),
    ("The shop that Cole opened in 1884 shuts today. Cole sold his farm in that year.", "farm", ""),
    # Of three children, and not of who leaves them.
    ("He leaves three sons, born in 2003, 2006 and 2008.", "leaves", ""),
    ("He won a prize in 2006 and was put up for it twice after that.", "put up", ""),
    # How long there was none, and up to when.
    ("The flood was the worst since 1921.", "flood", ""),
    ("It was the county's first direct hit since 1921.", "hit", ""),
    ("The first kiln has been shut since March.", "shut", "2024-03/.."),
    ("Crime has fallen by two thirds since 2005.", "fallen", "2005/.."),
    ("By Friday sales were nil.", "sales", ""),
    (
        "The club sacked one coach in October, brought back another in March and finished third.",
        "finished",
        "",
    ),
    # The scene of a scene.
    ("The lorry was carrying flour to a farm that had been cut off since Tuesday.", "cut off", ""),
]


@pytest.mark.parametrize(("text", "words", "day"), NARROWER, ids=[t for t, _, _ in NARROWER])
def test_times_of_narrower_words(text: str, words: str, day: str, read: Read) -> None:
    days = [c.when for c in read(text).candidates if words in c.title]
    assert days == [When.parse(day) if day else None] or (not days and not day)


GAMES = [
    # In a report on a game a quarter is not one of the year.
    (
        "Roe scored 20 points off the bench. Her coach praised her rebounds. They lost their striker in the "
        "second quarter. The referee stopped play twice.",
        "striker",
        "",
    ),
    ("The firm lost 4 million crowns in the first quarter and cut 200 jobs.", "lost 4 million", "2024-33"),
]


@pytest.mark.parametrize(("text", "words", "day"), GAMES, ids=["game", "firm"])
def test_a_quarter_of_a_game_is_not_of_the_year(text: str, words: str, day: str, read: Read) -> None:
    days = [c.when for c in read(text).candidates if words in c.title]
    assert days == [When.parse(day) if day else None] or (not days and not day)


# A participle at the head of a sentence tells a deed of its own: titles and their days ("": none).
OPENING = [
    (
        "Born in Hull in 1911, she won a scholarship at 16 and graduated five years later.",
        {"She was born in Hull": "1911", "She won a scholarship at 16": "", "She graduated": ""},
    ),
    (
        "Founded in 1998, the firm sold its mill to a rival.",
        {"The firm was founded": "1998", "The firm sold its mill to a rival": ""},
    ),
    ("Knighted in 1986, he sold his mill in 1997.", {"He was knighted": "1986", "He sold his mill": "1997"}),
    (
        "Arrested on Monday, the men appeared in court on Tuesday.",
        {"The men were arrested": "2024-04-29", "The men appeared in court": "2024-04-30"},
    ),
    (
        "Hit by a stray bullet on Monday, the guard died in hospital.",
        {"The guard was hit by a stray bullet": "2024-04-29", "The guard died in hospital": ""},
    ),
    ("Based in Oslo, the firm sold its mill on Monday.", {"The firm sold its mill": "2024-04-29"}),
    ("Led by Ann Roe, the team won the cup on 3 April.", {"The team won the cup": "2024-04-03"}),
    ("Compared with March, the sales fell in April.", {"The sales fell": "2024-04"}),
    ("Scheduled for Saturday, the match was called off.", {"The match was called off": ""}),
    (
        "He went to war in 1941. Freed two years later, he flew home.",
        {"He was freed": "1943", "He flew home": ""},
    ),
    ("Freed two years later, he flew home.", {"He flew home": ""}),
    # Not one: what is done has its object, or there is no comma.
    ("Armed police raided the mill on Monday.", {"Armed police raided the mill": "2024-04-29"}),
    ("Injured passengers left the train on Monday.", {"Injured passengers left the train": "2024-04-29"}),
]


@pytest.mark.parametrize(("text", "days"), OPENING, ids=[t for t, _ in OPENING])
def test_a_participle_at_the_head(text: str, days: dict[str, str], read: Read) -> None:
    found = {c.title: c.when for c in read(text).candidates}
    asked = {title: When.parse(day) if day else None for title, day in days.items()}
    assert {title: found.get(title) for title in asked} == asked
    assert all(found[title] is None or title in asked or title == "He went to war" for title in found)


# What had gone on for long, and the deed that broke into it: titles and their days ("": none).
BROKEN_INTO = [
    (
        "The valve had leaked for months when it burst on 3 April.",
        {"The valve leaked for months": "", "The valve burst": "2024-04-03"},
    ),
    (
        "The report shows that the wires had been broken for weeks when the rope parted on 14 April.",
        {"The rope parted": "2024-04-14"},
    ),
    (
        "Prices had fallen for a year when the mill closed on Monday.",
        {"Prices fell for a year": "", "The mill closed": "2024-04-29"},
    ),
    (
        "The mill had stood empty for ten years when it burned down on 3 April.",
        {"The mill burned down": "2024-04-03"},
    ),
    ("He had been ill for weeks when he resigned on Monday.", {"He resigned": "2024-04-29"}),
    # One event, told in two clauses.
    (
        "Four people died when the roof fell in on Sunday.",
        {"Four people died when the roof fell": "2024-04-28"},
    ),
    (
        "He said four people had died when the roof fell in on Sunday.",
        {"Four people died when the roof fell": "2024-04-28"},
    ),
    (
        "The club had left for home when the bus overturned on Sunday.",
        {"The club left for home when the bus overturned": "2024-04-28"},
    ),
]


@pytest.mark.parametrize(("text", "days"), BROKEN_INTO, ids=[t for t, _ in BROKEN_INTO])
def test_a_deed_that_broke_into_what_had_gone_on(text: str, days: dict[str, str], read: Read) -> None:
    found = {c.title: c.when for c in read(text).candidates}
    assert {title: found.get(title) for title in days} == {
        title: When.parse(day) if day else None for title, day in days.items()
    }
    assert set(days) <= set(found)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Police shut the road at 11 p.m. on Monday. At 2 a.m. the mill burned.", "2024-04-30"),
        ("The crowd grew on Monday evening. At 1.30 a.m. the mill burned.", "2024-04-30"),
        ("The vote ended at 9 p.m. on Monday. At 6 a.m. the mill burned.", "2024-04-29"),
        ("Talks began at noon on Monday. At 3 a.m. the mill burned.", "2024-04-29"),
        # The day of the report, or that of the story: nobody says which.
        ("The mill sank on Thursday. Boats came. Police said so. At 3 a.m. the mill burned.", ""),
    ],
)
def test_small_hours_after_an_evening_are_of_the_next_day(text: str, day: str, read: Read) -> None:
    assert [c.when for c in read(text).candidates if "burned" in c.title] == [
        When.parse(day) if day else None
    ]
