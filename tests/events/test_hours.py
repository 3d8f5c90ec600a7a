"""The day of an hour that names none: what the story told last, the day behind it, or nobody knows."""

from __future__ import annotations

import pytest

from tests.events.conftest import Read

# Published on Friday 3 May 2024: a text, a word of the entry that is looked at, and its day ("": none).
HOURS = [
    # An hour goes on from the day that was told, whatever was said between.
    (
        "A coach overturned near Orlo on Saturday. It happened at 4 p.m. Two boys died.",
        "happened",
        "2024-04-27",
    ),
    ("The court met on Tuesday at nine. Loy spoke for an hour. At noon the jury left.", "jury", "2024-04-30"),
    ("The fire started early on Tuesday. At 3.15 a.m. the roof collapsed.", "roof", "2024-04-30"),
    ("The mill burned in the early hours of Tuesday. The roof collapsed at 3.15 a.m.", "roof", "2024-04-30"),
    # Behind an evening the small hours are those of the next day, some sentences on too.
    (
        "The jet took off at 11 p.m. on Monday. It circled twice. It crashed at 1.40 a.m.",
        "crashed",
        "2024-04-30",
    ),
    ("The gang struck on Monday night. Nobody woke. They left at 2 a.m.", "left", "2024-04-30"),
    ("The bell was rung at 10 p.m. on Monday. At midnight the gates were shut.", "gates", "2024-04-29"),
    # Midnight on Saturday is its beginning or its end.
    ("The order came at midnight on Saturday. Soldiers stormed the fort at 4.40 a.m.", "stormed", ""),
    (
        "The order came at midnight on Saturday. Soldiers stormed the fort at 4.40 a.m. Ten minutes later a "
        "white flag was raised.",
        "flag",
        "",
    ),
    ("The order came at midnight on Saturday. On Sunday at 5 a.m. the fort fell.", "fort", "2024-04-28"),
    # Told on Thursday, the small hours may be those of Thursday.
    ("The mill sank on Wednesday. Boats came. Police said so. At 3 a.m. it burned.", "burned", "2024-05-01"),
    ("The mill sank on Thursday. Boats came. Police said so. At 3 a.m. it burned.", "burned", ""),
    # Where the paragraph also speaks of today, an hour may be of today.
    ("By ten today all had fled. Ferries stopped on Thursday. The airport closed at noon.", "airport", ""),
    (
        "By ten today all had fled.\n\nThe dam broke on Thursday. Soldiers arrived at noon.",
        "Soldiers",
        "2024-05-02",
    ),
    (
        "By ten today all had fled. The dam broke on Thursday afternoon. Soldiers arrived at 5 p.m.",
        "Soldiers",
        "2024-05-02",
    ),
    # What has been done by now leads to today.
    ("The panel met on Monday and has heard ten men. It rose at 4 p.m.", "rose", ""),
    ("The panel met on Monday. It has so far heard ten men. At 4 p.m. it rose.", "rose", ""),
    ("The panel met at 9 a.m. on Monday. It has heard ten men. At 4 p.m. it rose.", "rose", "2024-04-29"),
    ("The panel has heard ten men. On Monday it met in Orlo. It rose at 4 p.m.", "rose", "2024-04-29"),
    ("The panel met on Monday. It had heard ten men. It rose at 4 p.m.", "rose", "2024-04-29"),
    ("Tull takes the stand today. Judge Roe adjourned the court at 4:30.", "adjourned", ""),
    ("Tull took the stand on Thursday. Judge Roe adjourned the court at 4:30.", "adjourned", "2024-05-02"),
    ("Trains stopped on Thursday and will not run before Monday. The airport closed at noon.", "airport", ""),
    ("Trains stopped on Thursday. They stood all day. The airport closed at noon.", "airport", "2024-05-02"),
    # Behind an afternoon the small hours may be of either day.
    ("The bank was saved at 4 p.m. on Monday. The order took effect at 12.01 a.m.", "order", ""),
    ("The bank was saved on Monday afternoon. The last clerk left at 1 a.m.", "clerk", ""),
    ("The bank was saved at 9 a.m. on Monday. The last clerk left at 4 p.m.", "clerk", "2024-04-29"),
    # A night told behind a day that is long over, and what follows it.
    ("Men searched all Saturday, and a second team joined them overnight.", "second team", ""),
    ("Men searched all Saturday. A team joined overnight. At 6 a.m. a boy heard a cry.", "heard", ""),
    ("Men searched all Thursday. A second team joined them overnight.", "second team", "2024-05-03"),
    # In the morning behind an evening: on the next day, or in that of the same day.
    ("The gates were shut at 10 p.m. on Monday. In the morning the mob stormed them.", "stormed", ""),
    ("The wall cracked at 3 p.m. on Monday. At dawn it fell.", "fell", ""),
    ("The gates were shut on Monday night. At daybreak the mob stormed them.", "stormed", ""),
    ("The gates were shut on Monday. In the evening the mob stormed them.", "stormed", "2024-04-29"),
    (
        "The tug sank at 9 p.m. on Monday. The coast guard had found her at dawn.",
        "found",
        "2024-04-29",
    ),
    # Counted in minutes and hours.
    ("The roof fell at 9 a.m. on Tuesday. Two hours later the wall collapsed.", "wall", "2024-04-30"),
    ("The roof fell at 9 p.m. on Tuesday. Six hours later the wall collapsed.", "wall", "2024-05-01"),
    ("The roof fell on Tuesday. Ten minutes later the wall collapsed.", "wall", "2024-04-30"),
    ("The roof fell on Tuesday. Eleven hours later the wall collapsed.", "wall", ""),
    # A day that was only named is nobody's.
    (
        "The talks ended on Monday. The boats left on Tuesday.\n\nMrs Roe, whose son died in the collision "
        "of 22 April, laid a wreath at noon.",
        "wreath",
        "",
    ),
    # Any such day.
    ("The fire broke out on a Wednesday morning.", "fire", ""),
    ("Two men robbed the bank on a Friday night and fled.", "robbed", ""),
    ("Two men robbed the bank on Thursday night and fled.", "robbed", "2024-05-02"),
]


@pytest.mark.parametrize(("text", "word", "day"), HOURS, ids=[f"{text} {word}" for text, word, _ in HOURS])
def test_the_day_of_an_hour(text: str, word: str, day: str, read: Read) -> None:
    days = [str(c.when or "") for c in read(text).candidates if word in c.title]
    assert days == [day] or (not day and not any(days))
