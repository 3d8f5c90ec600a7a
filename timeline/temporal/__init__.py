"""Time expressions: found in text, and turned into days.

    >>> from timeline.temporal import find
    >>> for mention in find("Talks began in mid-March and ended last Friday.", published="2024-05-03"):
    ...     print(mention.text, mention.value, mention.when)
    mid-March 2024-03 [2024-03-11..2024-03-20]
    last Friday 2024-04-26 2024-04-26

A library inside the program: it knows text, a day and a language, and has never heard of articles, YAML or
HTML. It asks no clock, no locale and no network, keeps no state, and answers the same in every thread and
process. Start reading at `languages/en.grammar`, then `search`, `recognise`, `resolve`.
"""

from timeline.temporal.days import Day
from timeline.temporal.derivation import Derivation, explain
from timeline.temporal.edtf import EdtfError, When
from timeline.temporal.expression import Expression
from timeline.temporal.grammar import languages
from timeline.temporal.interval import Grain, Interval, Moment
from timeline.temporal.mention import Mention
from timeline.temporal.phrase import read
from timeline.temporal.search import find, is_known

__all__ = [
    "Day",
    "Derivation",
    "EdtfError",
    "Expression",
    "Grain",
    "Interval",
    "Mention",
    "Moment",
    "When",
    "explain",
    "find",
    "is_known",
    "languages",
    "read",
]
