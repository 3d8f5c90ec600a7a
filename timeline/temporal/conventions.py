"""Every convention that turns vague words into days, in one place.

People disagree about "early March" and "the winter of 1994"; these tables say what this program takes them
for. Nothing else in the package holds such a choice. Names of months, seasons and feasts are words of a
language and stand in the grammar files.
"""

from timeline.temporal.days import DAYS_IN_WEEK, Day

PARTS = ("START", "MID", "END")
# Early, mid and late: where the second and the third part begin, counted from 0 within the larger unit.
DAYS_OF_MONTH = (10, 20)  # 1-10, 11-20, 21 to the end
MONTHS_OF_YEAR = (4, 8)  # January-April, May-August, September-December
YEARS_OF_DECADE = (4, 7)  # 0-3, 4-6, 7-9
YEARS_OF_CENTURY = (33, 66)  # 1-33, 34-66, 67-100
DAYS_OF_WEEK = (2, 4)  # Monday-Tuesday, Wednesday-Thursday, Friday-Sunday
# The first and last days or weeks of something are its early and late part, but no more days than these.
EDGES = {"DAY": 10, "WEEK": 28}

SEASONS = ("SP", "SU", "FA", "WI")
FIRST_MONTHS = {
    "north": (3, 6, 9, 12),
    "south": (9, 12, 3, 6),
}  # meteorological; winter runs into the next year
SEASON_LENGTH = 3

# Parts of the day in minutes: from, and up to (the night ends on the next day).
DAYPARTS = {
    "MO": (360, 720),
    "NO": (720, 780),
    "AF": (720, 1080),
    "EV": (1080, 1440),
    "NI": (1200, 1800),
    "MI": (0, 60),
    "DT": (360, 1080),
}
SATURDAY, SUNDAY = 5, 6

# Two-figure years: up to this many years after the anchor belong to its future, the others to its past.
SHORT_YEAR_AHEAD = 20

# How far "recent days" or "weeks ago" reach back is not known: such words get no date.


# Countries that write the month before the day in figures (Unicode CLDR 45, short dates of English).
MONTH_FIRST = frozenset({"AS", "BI", "GU", "MH", "MP", "PH", "PR", "UM", "US", "VI"})


def easter(year: int, *, orthodox: bool = False) -> Day:
    """Give Easter Sunday by the computus of Meeus; the Orthodox feast by that of the Julian calendar."""
    if orthodox:
        a, b, c = year % 4, year % 7, year % 19
        d = (19 * c + 15) % 30
        e = (2 * a + 4 * b - d + 34) % 7
        month, day = divmod(d + e + 114, 31)
        return Day(year, month, day + 1).plus(year // 100 - year // 400 - 2)
    century, rest = divmod(year, 100)
    golden = year % 19
    shift = (8 * century + 13) // 25
    epact = (19 * golden + century - century // 4 - shift + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % DAYS_IN_WEEK
    correction = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * correction + 114, 31)
    return Day(year, month, day + 1)
