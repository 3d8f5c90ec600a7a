"""Events: found in articles, and merged with what is there.

`extract(article, settings)` reads one article and is pure; `merge(unseen, timeline, settings)` says what
its candidates mean for the entries that a person has; `suggest(timeline)` lists entries that are possibly
the same; `ties(candidates, timeline, settings)` tells a person why. `identity.EXTRACTION_VERSION` rises
when the same article would be read otherwise, so that articles are read again.
"""

from timeline.events.extraction import extract
from timeline.events.merging import merge
from timeline.events.reasons import Tie, ties
from timeline.events.suggesting import suggest

__all__ = ["Tie", "extract", "merge", "suggest", "ties"]
