"""News-like text of our own, for fuzzing and for measuring speed where no documents are at hand.

`sentence(random)` makes one sentence with none to three times in it; `article(random, size)` makes a text in
paragraphs of about that many characters. The same generator gives the same text on every machine.
"""

from __future__ import annotations

from random import Random

PUBLISHED = (
    "2024-05-03",
    "1998-01-08",
    "2001-09-12",
    "2024-02-29",
    "2019-12-31",
    "2000-01-01",
    "1917-11",
    "2021",
    "2010-06-15/2010-06-20",
)

_PEOPLE = (
    "the minister", "a spokesman for the company", "the mayor of Zinder", "two former officers",
    "the central bank", "her lawyer", "the ferry operator", "a court in Lyon", "the union",
    "General Moussa", "the World Health Organization", "Mrs. May", "residents of the port",
    "the opposition leader, April Ryan,", "farmers along the river", "an inspector", "the 12 judges",
)  # fmt: skip
_PAST = (
    "signed the accord", "closed the bridge to lorries", "lost 1,200 jobs", "rejected the appeal",
    "was elected with 54 percent", "raised the rate to 4.25 percent", "sent a letter to shareholders",
    "withdrew its forces from the base", "opened an inquiry", "resigned over the report",
    "said no decision had been taken", "paid $1.3 million for the land", "marched on the capital",
    "counted 1,998 seabirds", "denied the charge",
)  # fmt: skip
_AHEAD = (
    "will publish its findings", "is to meet the lenders", "plans to reopen the mine", "expects a verdict",
    "is due to step down", "would need a licence", "may strike again", "hopes to finish the dam",
    "is scheduled to testify", "aims to cut emissions by a third",
)  # fmt: skip
_MIDDLES = (
    "after a long debate", "despite the protests", "without giving reasons", "according to the agency",
    "in the north of the country", "on board flight 1492", "at a price of 2000 francs",
    "for the second time", "over the objections of the council", "in front of 300 guests",
    "under Article 5 of the treaty", "as the Sunday Times reported", "by a margin of 3-2",
)  # fmt: skip
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December", "Jan.", "Feb.", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.",
)  # fmt: skip
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Mon.", "Thurs.")
_UNITS = ("day", "week", "weekend", "month", "quarter", "year", "decade", "century", "hour", "minute")
_NUMBERS = ("two", "three", "five", "10", "24", "a few", "several", "18", "one hundred", "a dozen", "2.5")
_TIMES = (
    "on {weekday}", "last {weekday}", "next {weekday}", "{weekday} night", "late {weekday}",
    "on {month} {day}", "on {day} {month} {year}", "on {month} {day}, {year}", "in {month} {year}",
    "in mid-{month}", "in {year}", "since {year}", "until {year}", "by the end of {year}",
    "in the early {decade}s", "in the {decade}s", "from {year} to {later}", "between {month} and {other}",
    "{number} {unit}s ago", "for {number} {unit}s", "within {number} {unit}s",
    "in the past {number} {unit}s", "in recent {unit}s", "over the next {unit}", "this {unit}",
    "last {unit}", "next {unit}", "the same {unit}", "the following {unit}", "earlier this {unit}",
    "later that {unit}", "yesterday", "today", "tomorrow", "tonight", "now", "recently", "at the time",
    "in the future", "the day before yesterday", "at {hour} a.m.", "at {hour}:30 p.m. {weekday}",
    "at {hour}:15 GMT", "before dawn", "at noon", "in the morning", "every {unit}", "every {weekday}",
    "twice a {unit}", "daily", "each {unit}", "on {month} {day}-{day}", "in the first quarter of {year}",
    "in the second half of {year}", "in the spring of {year}", "last summer",
    "in the winter of {year}-{short}", "on Christmas Eve", "after Easter", "in the 19th century",
    "in 44 BC", "around {year}", "circa {year}", "less than {number} {unit}s later",
    "more than {number} {unit}s", "{year}-{later}", "on the {day}th of {month}", "the {unit} before",
    "no later than {month}", "a year earlier", "about {number} {unit}s after {month} {day}",
    "on {year}-0{digit}-1{digit}", "on {digit}/{day}/{year}",
)  # fmt: skip


def phrase(random: Random) -> str:
    """Make one time expression, with the word before it."""
    year = random.randint(1890, 2035)
    return random.choice(_TIMES).format(
        weekday=random.choice(_WEEKDAYS),
        month=random.choice(_MONTHS),
        other=random.choice(_MONTHS),
        day=random.randint(1, 31),
        year=year,
        later=year + random.randint(1, 9),
        short=f"{(year + 1) % 100:02d}",
        decade=year // 10 * 10,
        number=random.choice(_NUMBERS),
        unit=random.choice(_UNITS),
        hour=random.randint(1, 12),
        digit=random.randint(1, 9),
    )


def sentence(random: Random) -> str:
    """Make one sentence: who did or will do what, and when."""
    words = [random.choice(_PEOPLE), random.choice(random.choice((_PAST, _AHEAD)))]
    words += [random.choice(_MIDDLES)] * random.randint(0, 1)
    words += [phrase(random) for _ in range(random.choice((0, 0, 1, 1, 1, 2)))]
    if random.random() < 0.2:
        words.insert(0, phrase(random) + ",")
    text = " ".join(words)
    return text[0].upper() + text[1:] + random.choice((".", ".", ".", "?", "; more is to follow."))


def article(random: Random, size: int) -> str:
    """Make a text of about that many characters, in paragraphs of two to four sentences."""
    paragraphs: list[str] = []
    length = 0
    while length < size:
        paragraphs.append(" ".join(sentence(random) for _ in range(random.randint(2, 4))))
        length += len(paragraphs[-1]) + 2
    return "\n\n".join(paragraphs)
