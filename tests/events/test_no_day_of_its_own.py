"""Times beside a deed that are not its own: what something is meant for or measured by."""

from __future__ import annotations

import pytest

from tests.events.conftest import Read
from timeline.model import Kind

# Published on Friday 3 May 2024: a text, and the day of each entry by words of its headline ("": none).
MEANT_FOR = [
    ("Her flight was rebooked for Monday.", {"flight": ""}),
    ("The captain was rested for Saturday.", {"captain": ""}),
    ("Sel Line has withdrawn its forecast for the year.", {"forecast": ""}),
    ("The court set the hearing for 20 April.", {"court": ""}),
    ("The bank fined Orm for the second quarter.", {"fined": ""}),
    # Of what is still to come, and of a plan, it is the event's own.
    ("The union has called a ballot for 3 June.", {"ballot": "2024-06-03"}),
    ("The talks are set for Tuesday.", {"talks": "2024-05-07"}),
    # A reason may have been on that day, and then so was the fine.
    ("The coach was fined for heckling a referee in March.", {"fined": ""}),
    ("The coach was fined for paying a banned boy in March.", {"fined": ""}),
    ("The coach was cautioned for heckling on Monday.", {"cautioned": "2024-04-29"}),
    ("The coach was fined on Monday for heckling.", {"fined": "2024-04-29"}),
]
MEASURED_BY = [
    ("Orm bid 12 crowns for Sel, a tenth above the price before the weekend.", {"bid": ""}),
    ("Orm bid 12 crowns for Sel, a premium of 30% to the closing price on Tuesday.", {"bid": ""}),
    (
        "Orm bid 12 crowns for Sel on Tuesday, a tenth above the price at the end of April.",
        {"bid": "2024-04-30"},
    ),
    ("The shares rose by a fifth from the average price in March.", {"rose": ""}),
    ("The government cut the price on Tuesday.", {"cut": "2024-04-30"}),
    ("Traders dumped the shares at the close on Tuesday.", {"dumped": "2024-04-30"}),
]
YEARS = [
    ("The strike, in 2007 and 2008, cost the port half its trade.", {"strike": "2007/2008"}),
    ("The drought, in 2011 and 2014, killed the herds.", {"drought": "2014"}),
    ("Orlo won the cup in 2007 and 2008.", {"cup": "2007"}),
]
CHRONICLES = [
    (
        "2015 – Anna Roe founds the firm in a garage. March 2019 — She sells a third of it. 4 April "
        "2024 – The fund sues her.",
        {"founds": "2015", "sells": "2019-03", "sues": "2024-04-04"},
    ),
    ("2015: Anna Roe founds the firm in a garage.", {"founds": "2015"}),
    ("He resigned on Monday – the mill is for sale.", {"resigned": "2024-04-29", "mill": ""}),
]
FORETOLD = [
    (
        "She was born in 1940. She won a prize in 1990 and left in 2005. A show will open on 3 October.",
        {"show": "2024-10-03"},
    ),
    ("He sold the farm in 1990. The trial is to begin on 3 March.", {"trial": "2025-03-03"}),
    ("He died on 2 April 1990. The king said that he would be buried on 9 April.", {"buried": ""}),
]
NEWS = [
    (
        "The choir was built in 1840. It burned in 1871. A sheet from 1902 lay there. The vault was "
        "found on 2 April. A lab will test the bones.",
        {"found": "2024-04-02"},
    ),
    # Who said so then, and what somebody left, foretell nothing.
    (
        'The choir was built in 1840. It burned in 1902. "I will mend it," he wrote. He died on 2 April.',
        {"died": "1902-04-02"},
    ),
    (
        "The choir was built in 1840. It burned in 1902. The dean made a will. He died on 2 April.",
        {"died": "1902-04-02"},
    ),
]
NIGHTS = [
    ("The lights failed on Tuesday evening. The mill burned overnight.", {"mill": ""}),
    (
        "The lights failed on Wednesday evening. Two men left.\n\nThe mill burned overnight.",
        {"mill": "2024-05-03"},
    ),
    ("The lights failed on Thursday evening. The mill burned overnight.", {"mill": "2024-05-03"}),
]
# How far, and not when; what is put off or set is so to a day.
EXTENTS = [
    ("The panel has asked for an extension to the end of April.", {"panel": ""}),
    ("The bank has cut its estimate for next year.", {"estimate": ""}),
    ("The bank raised its forecast for 2025.", {"forecast": ""}),
    ("The council approved a budget for 2025 on Tuesday.", {"budget": "2024-04-30"}),
    ("The union gave the mill notice to the end of March.", {"union": ""}),
    ("The firm won a reprieve to 20 April.", {"reprieve": ""}),
    ("The mill burned so close to Christmas.", {"mill": ""}),
    ("The hearing was adjourned to 7 May.", {"adjourned": "2024-05-07"}),
    ("The match was put back to Tuesday.", {"match": "2024-05-07"}),
    ("The panel sat from 8 to 10 April.", {"panel": "2024-04-08/2024-04-10"}),
    # A bid, a cut and a cast are nouns behind their owner.
    ("The bureau opened its review of Holm's bid on 6 February.", {"bureau": "2024-02-06"}),
    ("The council debated the mayor's cut on Tuesday.", {"council": "2024-04-30"}),
    ("The court struck down the mayor's cut on Sunday.", {"struck": "2024-04-28"}),
]
# One takes part in a thing when it is.
ATTENDED = [
    ("The opposition boycotted Tuesday's sitting of the assembly.", {"opposition": "2024-04-30"}),
    ("Marlow lost last year's final to Tern.", {"Marlow": "2023"}),
    ("Holt won Thursday's sprint.", {"Holt": "2024-05-02"}),
    ("Anna Roe won Sunday's race in the rain.", {"Roe": "2024-04-28"}),
    ("The shire will weigh the plan at its June sitting.", {"shire": "2024-06"}),
    ("The premier condemned Sunday's attack.", {"premier": ""}),
    ("The band scrapped Tuesday's date in Orlo.", {"band": ""}),
    ("The index lost Tuesday's gains.", {"index": ""}),
]
# The year of a noun, and the day on which a paper was written.
OF_NOUNS = [
    ("Brokers cut their forecast of Orm's 2023 sales on Tuesday.", {"forecast": "2024-04-30"}),
    ("The court struck down its 2015 ruling in March.", {"court": "2024-03"}),
    ("The mayor cancelled the firm's 2022 licence.", {"licence": ""}),
    ("A memorandum of 9 January 1973 proposed a dam.", {"memorandum": "1973-01-09"}),
    ("A letter of 2 June 1990, signed by Holt, banned the march.", {"letter": "1990-06-02"}),
    ("A circular of March 2021 ordered schools to shut.", {"circular": "2021-03"}),
    ("The firm has named Anna Roe its chief, effective 1 April.", {"named": ""}),
    ("The bank raised its rate effective Monday.", {"rate": ""}),
    ("The bank raised its rate on Monday.", {"rate": "2024-04-29"}),
    ("In 1964 four men were each fined 40s.", {"fined": "1964"}),
]
BOUNDED = [
    ("The office was suspended with effect from 1 April.", {"office": "2024-04-01/.."}),
    ("The man is said to have worked for the yard until March.", {"yard": "../2024-03"}),
    ("The clerk is believed to have lived there until 20 April.", {"clerk": "../2024-04-20"}),
    ("The hall is to stay shut until June.", {"hall": "../2024-06"}),
    ("The hens were culled between Monday and Wednesday of last week.", {"hens": "2024-04-22/2024-04-24"}),
    ("Heavy overnight rain flooded the town yesterday.", {"town": "2024-05-02"}),
    ("Overnight rain flooded the town.", {"town": "2024-05-03"}),
    ("An overnight fire gutted the mill on Tuesday.", {"mill": "2024-04-30"}),
]
ALL = [
    *OF_NOUNS,
    *EXTENTS,
    *ATTENDED,
    *BOUNDED,
    *NEWS,
    *NIGHTS,
    *MEANT_FOR,
    *MEASURED_BY,
    *YEARS,
    *CHRONICLES,
    *FORETOLD,
]


@pytest.mark.parametrize(("text", "days"), ALL, ids=[text for text, _ in ALL])
def test_the_day_of_the_deed(text: str, days: dict[str, str], read: Read) -> None:
    found = [(c.title, str(c.when or "")) for c in read(text).candidates]
    for word, day in days.items():
        told = [when for title, when in found if word in title]
        assert told == [day] or (not day and not any(told)), found


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Hearings are set for 8, 14 and 21 May.", ["2024-05-08", "2024-05-14", "2024-05-21"]),
        ("Concerts will be held on 8, 14 and 21 June.", ["2024-06-08", "2024-06-14", "2024-06-21"]),
        ("Wages will rise by 6% from 1 July and by 3% in January 2025.", ["2024-07-01/.."]),
    ],
)
def test_what_is_planned_for_several_days(text: str, days: list[str], read: Read) -> None:
    found = [c for c in read(text).candidates if c.kind is Kind.PLANNED]
    assert [str(c.when or "") for c in found] == days
    assert not any(" and 21" in c.title for c in found)
