"""Days that only seem to be those of a deed: of a plan, of an aside, of another year or another clause."""

from __future__ import annotations

import pytest

from tests.events.conftest import Read
from timeline.temporal import When

# Published on Friday 3 May 2024: a text, words of a headline, its day ("": none).
DAYS = [
    # What had been due on a day was not done on it.
    ("Sentencing had been due to take place on 2 April but was put off.", "put off", ""),
    ("He had been due to start work on Monday but fell ill.", "fell ill", ""),
    ("The mast had been set to come down on Monday but was saved on Tuesday.", "saved", "2024-04-30"),
    ("The office was to open on Monday and was burnt down on Sunday.", "burnt", "2024-04-28"),
    # Nor had what came of a promise by the day that was promised.
    (
        "In March it promised to send 400 men by the end of April, but only half had arrived by now.",
        "half",
        "",
    ),
    (
        "In March it had promised to send 400 men by 30 April, but only half had arrived by this week.",
        "half",
        "",
    ),
    # Since when somebody had been missing is not where the story is.
    (
        "Divers found two bodies on Tuesday. The pair had been missing since Saturday. The mayor resigned "
        "the same day.",
        "resigned",
        "2024-04-30",
    ),
    ("The town had been under siege since Monday. The governor fled the next day.", "fled", "2024-04-30"),
    (
        "Anger had been growing since 17 April, when the paper printed the letter. The recall followed five "
        "days later.",
        "recall",
        "2024-04-22",
    ),
    # What took weeks was not all done on the day before them.
    ("Rowe was fined on Monday and lost her post in the weeks that followed.", "lost", ""),
    ("Guests ate it on Sunday, or took it home in the days after that.", "home", ""),
    ("Rowe was fined on Monday and lost her post.", "lost", "2024-04-29"),
    # What somebody left, or was freed from, on a day is no event of that day: the leaving is.
    ("The last survivor was freed from the wreck at about 2 am on Sunday.", "freed", "2024-04-28"),
    ("Ostra, the main lender, withdrew from those talks on Friday 26 April.", "withdrew", "2024-04-26"),
    ("Ostra walked away from the talks last Friday, having lent 60 million in 2023.", "walked", "2024-04-26"),
    ("The president returned from the summit on Sunday.", "returned", "2024-04-28"),
    ("The evidence from the raid on Sunday was burned on Tuesday.", "burned", "2024-04-30"),
    ("Smoke from the fire in March has cleared the valley.", "cleared", ""),
    # Nothing is counted from a day that was counted itself.
    (
        "Shops took it off on 18 April, three days before the council banned it. The last was sold on the"
        " morning of the ban.",
        "last",
        "",
    ),
    # Next morning, and next day, go by what was told.
    ("On Wednesday a farmer found the dog. A vet treated it next morning.", "treated", "2024-05-02"),
    ("On 9 April a guard saw the crack. Next day the bridge was shut.", "shut", "2024-04-10"),
    ("On 9 April a guard saw the crack. Next evening the bridge was shut.", "shut", "2024-04-10"),
    # A day in commas behind a clause is that clause's.
    ("In the week after the walkout began, on 17 April, half of the schools shut.", "walkout", "2024-04-17"),
    ("In the week after the walkout began, on 17 April, half of the schools shut.", "schools", ""),
    ("On the day after the walkout began, 17 April, half of the schools shut.", "schools", "2024-04-17"),
    ("When the roof fell in, on 17 April, forty men ran out.", "ran out", "2024-04-17"),
    ("Because it rained, on 17 April, the match was moved.", "moved", "2024-04-17"),
    # A week in which something was done is not counted from.
    ("During the year before she resigned in April 2021 two aides left.", "resigned", "2021-04"),
    ("She resigned in April 2021, a year after she joined.", "joined", "2020"),
    # A relative clause has its own day; the hour is not of it.
    ("The tanker, which left Warri on Friday, overturned at 4 p.m.", "overturned", ""),
    ("The tanker, which overturned at 4 p.m. on Friday, had left at noon.", "overturned", "2024-05-03"),
    # Nobody spoke of a day yet.
    ("On the morning of the wedding it snowed. Anna had flown in the day before.", "flew", ""),
    # A part of the year before its noun says which results.
    ("Orbo posted a loss in third-quarter income on Wednesday.", "Orbo", "2024-05-01"),
    ("Orbo will report results for the first quarter on 6 August.", "Orbo", "2024-08-06"),
    ("Orbo's profit rose in the first quarter.", "profit", "2024-33"),
    # Nobody but the council knows when its year ends.
    ("The council will pay by the end of the financial year.", "pay", ""),
    ("The board voted on Monday to close the school at the end of the academic year.", "voted", "2024-04-29"),
]


@pytest.mark.parametrize(("text", "words", "day"), DAYS, ids=[f"{w}: {t}" for t, w, _ in DAYS])
def test_whose_day_it_is(text: str, words: str, day: str, read: Read) -> None:
    days = [c.when for c in read(text).candidates if words in c.title]
    assert days[:1] == [When.parse(day) if day else None]


NEWS = " The mayor spoke on Monday."  # a text that speaks of today is news, whatever years it names
OLD = [
    # The one July, or August, of which the article has told.
    ("A surgeon erred on 9 August 2022.\n\nHe altered his notes on 11 August.", "altered", "2022-08-11"),
    ("A tram burnt out in July 2022.\n\nThe driver was charged on 16 July.", "charged", "2022-07-16"),
    ("A tram burnt out in July 2022.\n\nThe line was sold on 16 January.", "sold", "2024-01-16"),
    ("A tram burnt out in July 2021 and one in July 2022.\n\nIt closed on 16 July.", "closed", "2023-07-16"),
    # It may also be one of these weeks.
    ("A tram burnt out in April 2022.\n\nThe driver was charged on 16 April.", "charged", ""),
    (
        "A tram burnt out in April 2022. It was rebuilt last year.\n\nIt was sold on 16 April.",
        "sold",
        "2024-04-16",
    ),
    ("Lund was jailed on 4 March 2019.\n\nThe court freed him on 28 March.", "freed", "2024-03-28"),
    # A month behind an old one: of that year, or of this.
    ("In March 1963 the wall slid. The engineer resigned in May.", "resigned", ""),
    ("In March 1963 the wall slid.\n\nThe engineer resigned in February.", "resigned", "2024-02"),
    ("The yard was founded in 1998. It closed in March.", "closed", "2024-03"),
    # "The Sunday", with an article, is the one behind the day told, paragraphs before too.
    ("He was last seen on 9 April.\n\nHis parents gave the alarm on the Sunday.", "alarm", "2024-04-14"),
    ("He was last seen on 9 April.\n\nHis parents gave the alarm on Sunday.", "alarm", "2024-04-28"),
]


@pytest.mark.parametrize(("text", "words", "day"), OLD, ids=[t for t, _, _ in OLD])
def test_a_date_in_a_text_of_other_years(text: str, words: str, day: str, read: Read) -> None:
    days = [c.when for c in read(text + NEWS).candidates if words in c.title]
    assert days == [When.parse(day) if day else None]


MORE = [
    # A chronology without years looks back, but for what is about to come.
    ("2 November: The government orders a review.", "review", "2023-11-02"),
    ("2 to 7 November: Lectures are suspended.", "Lectures", "2023-11-02/2023-11-07"),
    ("October: The minister quits.", "quits", "2023-10"),
    ("4 June: Parliament votes.", "votes", "2024-06-04"),
    ("The fair opens on 2 November.", "opens", "2024-11-02"),
    # The Friday before what was told, and not before what the speaker once did.
    ("The vote was held on 16 April. The previous Friday the party had split.", "split", "2024-04-12"),
    (
        'Crews came on Tuesday. "It is gone," said Ann Boone, who married here on 31 December 1999.\n\n'
        "Classes had ended the previous Friday.",
        "Classes",
        "2024-04-26",
    ),
    # With its hour a date is read as without.
    ("She fell at 3 p.m. on 28 December 2022. She died at 4 a.m. on 30 December.", "died", "2022-12-30"),
    ("He saw them on 16 April. The shop was opened on the Friday morning.", "opened", "2024-04-19"),
    ("He was fined in November 2019. His wife left on Boxing Day.", "left", ""),
    ("His mother died in 2004. He fell ill on Boxing Day.", "ill", "2023-12-26"),
    # What stands in commas behind a noun says more of the noun.
    ("Vidal, champion in 2021, was beaten in Madrid in April.", "Vidal", "2024-04"),
    ("The mill, in March 2021, was sold.", "sold", "2021-03"),
    ("The last siege, in Corley in 2011, ended in bloodshed.", "siege", "2011"),
    # From one time until what happened at another.
    ("The shop was run by her mother from 1968 until her death in 1999.", "shop", "1968-01-01/1999-12-31"),
    ("He led the party from May 2019 until last month.", "party", "2019-05/2024-04"),
    # "The year to March" is a year; what something is compared with has its own.
    ("Castle, in results out on Monday, lost 6 million for the year to 31 March.", "Castle", "2024-04-29"),
    ("Castle lost 6 million in July, against a profit of 2 million last year.", "Castle", "2023-07"),
    ("Sales rose in April, up from 3 million a year ago.", "Sales", "2024-04"),
    ("Profit rose in 2023 to 94 million crowns.", "Profit", "2023"),
    # A time before "when" gives the year of what follows.
    ("The worst fire was in 1979, when 92 men died on Christmas Eve.", "died", "1979-12-24"),
    ("The club has been poor since 2016, when a bank took over in May.", "A bank", "2016-05"),
    ("The last strike was in March, when drivers walked out on the 4th.", "walked", "2024-03-04"),
    # From when something was moved.
    ("The results, delayed from March, came out on Monday.", "results", "2024-04-29"),
    ("The launch was postponed from 2 April.", "postponed", ""),
    ("The army moved its guns from Orlo on 2 April.", "moved", "2024-04-02"),
    # A comma within a date parts nothing.
    ("Born on January 14, 1945, he attended a school in Orlo from 1952 to 1956.", "attended", "1952/1956"),
    ("Founded on January 14, 1945, it moved to Orlo in 1956.", "moved", "1956"),
    ("The mill, built on January 14, 1945, was sold on Monday.", "sold", "2024-04-29"),
    ("On March 2, 2021, the mayor, who was born on May 3, 1945, resigned.", "resigned", "2021-03-02"),
    # What is told of the last years is the background of news.
    ("Dahl took over in June 2022. He cut the price in October.", "cut", "2023-10"),
    ("Dahl took over in June 1962. He cut the price in October.", "cut", ""),
    # By the day of the report.
    (
        "On Monday the army flew drones. By Friday morning it had detained 20 men.",
        "detained",
        "[..2024-05-03]",
    ),
    # A season may be of the year that the text is in.
    ("In 1978 she moved to Hamburg.\n\nIn the autumn she wrote to the singer.", "wrote", ""),
    ("In 1978 she moved to Hamburg.\n\nLast autumn she wrote to the singer.", "wrote", "2023-23"),
    ("In 1978 she moved.\n\nIn the autumn she wrote. The following March he came.", "came", ""),
    # What has just been done is not of yesterday.
    ("The trial opened on Thursday.\n\n10:05 The judge has taken her seat.", "judge", ""),
]


@pytest.mark.parametrize(("text", "words", "day"), MORE, ids=[t for t, _, _ in MORE])
def test_a_time_is_read_where_it_stands(text: str, words: str, day: str, read: Read) -> None:
    days = [c.when for c in read(text + NEWS).candidates if words in c.title and c.when is not None]
    assert days == ([When.parse(day)] if day else [])


WHICH = [
    # What somebody was tried for, and when that was.
    ("He was convicted in the 1998 bombing of a plane.", "convicted", ""),
    ("He was convicted in the 1998 bombing of a plane.", "Bombing", "1998"),
    ("He was sentenced on Monday in the 1998 bombing of a plane.", "sentenced", "2024-04-29"),
    ("He was convicted in the Aug. 7, 1998, attack on the embassy.", "convicted", ""),
    ("Police arrested four men in the 2011 shooting of a clerk.", "arrested", ""),
    ("He was sentenced in the 1998 trial of the brothers.", "sentenced", "1998"),
    ("He was killed in the 1998 bombing of a plane.", "killed", "1998"),
    ("Forty were arrested in Monday's riot.", "arrested", "2024-04-29"),
    # What has been done was not done last year.
    ("A man has been arrested over the bombings of embassies in Kenya last year.", "arrested", ""),
    ("The agency has on Tuesday arraigned a banker.", "arraigned", "2024-04-30"),
    ("Prices have risen this month.", "risen", "2024-05"),
    # The day of what was planned, the ten years up to now, and talks that were still to come.
    ("The union planned a march in the capital on Saturday.", "march", ""),
    ("They lost some of their power in the last decade.", "power", ""),
    ("Gaps remain before next week's talks in London.", "Talks", "[2024-05-06..2024-05-12]"),
    # Which Sunday that was, the calendar of the Church tells, and that of a parish may.
    ("She died on the second Sunday of Advent.", "died", "2023-12-10"),
    ("She died on the second Sunday of the mission.", "died", ""),
    ("She died on a Sunday in April.", "died", "2024-04"),
    ("She died on the second Sunday of April.", "died", "2024-04-14"),
    ("Arden was born in Hull on Christmas Day and went to sea at 15.", "Arden", ""),
    ("The fair, held except during the war and in 2020, drew 400 people.", "war", ""),
    # What is dated by words of its own takes no time from what was told before it.
    ("Pia took the veil in September 1967 and died before she was 30.", "Pia died", ""),
    ("He flew to Cyprus in July 2020 and was held when he came back at Christmas.", "flew", "2020-07"),
    ("The mayor flew to Orlo on Monday and wept when he saw the ruins.", "wept", "2024-04-29"),
    # A record keeps its day to itself.
    ("Stocks rose, leaving the index within 70 points of its record high set on 6 April.", "Stocks", ""),
    ("Stocks rose on Monday, taking the index to its highest close.", "Stocks", "2024-04-29"),
]


@pytest.mark.parametrize(("text", "words", "day"), WHICH, ids=[f"{w}: {t}" for t, w, _ in WHICH])
def test_a_time_may_say_which(text: str, words: str, day: str, read: Read) -> None:
    days = [c.when for c in read(text).candidates if words in c.title and c.when is not None]
    assert days[:1] == ([When.parse(day)] if day else [])
