"""What leans on a date farther on in its sentence: made sentences, read on Friday 3 May 2024."""

import pytest

from timeline.temporal import find

DAY = "2024-05-03"

COUNTED = [
    ("The day after the coup of 26 July 2023, the border was shut.", ["2023-07-27", "2023-07-26"]),
    ("The day before the town's vote of 12 March 2023, he withdrew.", ["2023-03-11", "2023-03-12"]),
    ("Two days after the attack of 3 April 2024, the minister resigned.", ["2024-04-05", "2024-04-03"]),
    ("Two days after the attack on 3 April 2024, the minister resigned.", ["2024-04-05", "2024-04-03"]),
    ("On the day after the landslide on 6 June 1958, miners dug by hand.", ["1958-06-07", "1958-06-06"]),
    ("The banks shut three days after the June 5, 2023 election.", ["2023-06-08", "2023-06-05"]),
    ("The morning after the storm of 7 January 2023, roads were blocked.", ["2023-01-08TMO", "2023-01-07"]),
    ("Flags were burned on the eve of the march of Friday, 10 May.", ["2024-05-09", "2024-05-10"]),
    ("The bridge fell three years after the flood of 12 March 2019.", ["2022", "2019-03-12"]),
    ("Six months after the merger of 31 January 2020, the plant closed.", ["2020-07", "2020-01-31"]),
]
BESIDE_ITS_DATE = [
    ("The wall fell on 9 March 1950, the day after the vote.", ["1950-03-09", "1950-03-09"]),
    ("They struck on 5 March - the eve of the congress.", ["2024-03-05", "2024-03-05"]),
    ("He fled on Sunday (the day before his trial began).", ["2024-04-28", "2024-04-28"]),
    ("She will speak on Monday, the day after the congress ended.", ["2024-05-06", "2024-05-06"]),
    ("On 2 April, the night before the wedding, she fled.", ["2024-04-02", "2024-04-02TNI"]),
    # counted from its own date where it has one
    ("On 4 May 2023, the day after the vote of 3 May 2023, it closed.", ["2023-05-04"] * 2 + ["2023-05-03"]),
    # no day stands before it, or not right before it
    ("In March 2023, the day after the vote, he left.", ["2023-03"]),
    ("On Monday he spoke, the day after the vote.", ["2024-04-29"]),
]
NOT_COUNTED = [
    # whose day it is cannot be told: he died, or the train crashed on Monday
    ("He died two days after the crash on Monday.", ["P2D", "2024-04-29"]),
    # another clause, another sentence, another paragraph
    ("He left two days after the vote, said a report of 12 March 2023.", ["P2D", "2023-03-12"]),
    ("He left two days after the vote. The report of 12 March 2023 is lost.", ["P2D", "2023-03-12"]),
    ("He left two days after the vote\n\nReport of 12 March 2023", ["P2D", "2023-03-12"]),
    ("The day after he left, they opened the letter of 12 March 2023.", ["2023-03-12"]),
    # how exactly, and not which day
    ("Two years to the day after the coup, crowds met.", ["P2Y"]),
    # no day, no number
    ("Two years after the war of 1914, he died.", ["P2Y", "1914"]),
    ("Weeks after the vote of 12 March 2023, it was void.", ["PXW", "2023-03-12"]),
    ("Ten minutes after the blast of 3 April 2024, another followed.", ["PT10M", "2024-04-03"]),
    ("The day after the coup, the border was shut.", []),
    ("She packed the night before the wedding.", []),
]
TIMES = [
    ("The crew set out at 6 a.m. in heavy rain on Monday.", ["2024-04-29T06:00", "2024-04-29"]),
    ("Around 4 p.m. near the port on 12 March 2021 a lorry blew up.", ["2021-03-12T16:00", "2021-03-12"]),
    ("In the evening at the old harbour on Sunday, shots rang out.", ["2024-04-28TEV", "2024-04-28"]),
    (
        "From 9 to 11 a.m. in the great hall on Monday, they counted.",
        ["2024-04-29T09:00", "2024-04-29T11:00", "2024-04-29"],
    ),
    ("Voting begins at 8 a.m. in all districts on Sunday.", ["2024-05-05T08:00", "2024-05-05"]),
    # the day of another clause
    ("He rose at 6 a.m. and voted on Tuesday.", ["2024-05-03T06:00", "2024-04-30"]),
    ("He rose at 6 a.m. to vote on Tuesday.", ["2024-05-03T06:00", "2024-04-30"]),
    ("The shop opens at 9 a.m., its owner said on Tuesday.", ["2024-05-03T09:00", "2024-04-30"]),
    ("The alarm rang at 6 a.m. in the yard. On Monday it was cut.", ["2024-05-03T06:00", "2024-04-29"]),
    ("The alarm rang at 6 a.m. near Monday Street.", ["2024-05-03T06:00", "2024-04-29"]),
]
YEARS = [
    ("In 1952, on the 4th of June, the mill burned.", ["1952", "1952-06-04"]),
    ("In 2019, in March, the yard closed.", ["2019", "2019-03"]),
    ("In 1987, the firm opened a plant; on 3 May it shut.", ["1987", "2024-05-03"]),
    ("It sold 40 boats in 2019 and on 4 June it closed.", ["2019", "2024-06-04"]),
    ("Records of 1952, on 4 June copied, are kept.", ["1952", "2024-06-04"]),
]
MONTHS = [
    ("They met in March 2021. On the first, talks failed.", ["2021-03", "2021-03-01"]),
    ("They met in March 2021. On the twenty-fifth, they met again.", ["2021-03", "2021-03-25"]),
    ("Two roads led north. On the first, a car had stopped.", []),
    ("She made two attempts in 2019. On the second, she won.", ["2019"]),
]


@pytest.mark.parametrize(
    ("text", "values"), [*COUNTED, *BESIDE_ITS_DATE, *NOT_COUNTED, *TIMES, *YEARS, *MONTHS]
)
def test_tied_or_not(text: str, values: list[str]) -> None:
    assert [one.value for one in find(text, published=DAY)] == values


def test_the_mention_takes_in_what_it_counts_with() -> None:
    counted, event = find("Two days after the attack of 3 April 2024, he left.", published=DAY)
    assert (counted.text, event.text) == ("Two days after", "3 April 2024")
    assert counted.when is not None
    assert counted.when.edtf == "2024-04-05"
