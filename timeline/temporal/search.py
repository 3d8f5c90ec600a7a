"""From text to mentions: the front door of the temporal engine.

    >>> from timeline.temporal import find
    >>> [(one.text, one.value) for one in find("They met in mid-March.", published="2024-05-03")]
    [('mid-March', '2024-03')]

`find` recognises the time expressions, joins ranges, decides between news and history, and lets a `Story`
resolve each expression in turn, because one may lean on the one before it ("the next day").
"""

from typing import Literal

from timeline.collecting import no_collecting
from timeline.temporal.edtf import When
from timeline.temporal.figures import settle
from timeline.temporal.grammar import grammar_code, languages, load
from timeline.temporal.joints import join
from timeline.temporal.mention import Mention
from timeline.temporal.narrative import is_history
from timeline.temporal.recognise import recognise
from timeline.temporal.story import Story
from timeline.temporal.ties import tie

Narrative = Literal["auto", "news", "history"]


@no_collecting()
def find(
    text: str,
    *,
    published: When | str | None = None,
    language: str = "en",
    narrative: Narrative = "auto",
    timezone: str | None = None,
    hemisphere: Literal["north", "south"] = "north",
) -> tuple[Mention, ...]:
    """Find the time expressions of a text, in its order.

    `published` is the day that "today" means, as EDTF; without it relative expressions are found and not
    dated. `narrative` says what incomplete dates go by: the publication (news), what was spoken of last
    (history), or whichever the text shows. `timezone` is the zone of clock times that name none. Of a
    language's code the first part counts ("en-GB" is English), and the country tells how it writes dates in
    figures; languages that have no grammar are read by dateparser.
    """
    anchor = When.parse(published) if isinstance(published, str) else published
    spoken, language = language, grammar_code(language)
    if language not in languages():
        from timeline.temporal.foreign import find_foreign

        return find_foreign(text, anchor, language)
    grammar = load(language)
    known, readings = recognise(grammar, text)
    day = anchor.first if anchor else None
    readings = settle(readings, day, spoken)
    history = narrative == "history" or (narrative == "auto" and is_history(readings, day))
    reserved = () if history else grammar.forms("only-in-history")
    if reserved:
        readings = tuple([one for one in readings if one.rules[:1] not in reserved])
    joined = join(grammar, known, tie(grammar, known, readings))
    story = Story(grammar, known, anchor, history=history, south=hemisphere == "south", timezone=timezone)
    return story.tell(joined)


def is_known(language: str) -> bool:
    """Whether dates can be read in a language: by a grammar, or by dateparser."""
    if grammar_code(language) in languages():
        return True
    from timeline.temporal.foreign import is_known_abroad

    return is_known_abroad(grammar_code(language))
