"""Files of each form, read into pieces."""

from timeline.articles.readers import Piece, Unreadable, reader_for
from timeline.problems import Problem

LEAD = "The last soldiers left the base in the north on Monday and handed it to the army, officials said."
TIMEML = """<?xml version="1.0" ?>
<TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<DOCID>post-0502</DOCID>
<DCT><TIMEX3 value="2024-05-02" functionInDocument="CREATION_TIME">05/02/2024</TIMEX3></DCT>
<TITLE>Troops leave</TITLE>
<TEXT>
The soldiers <EVENT eid="e1">left</EVENT> on <TIMEX3 value="2024-04-29">Monday</TIMEX3> &amp; Tuesday.

That was all.
</TEXT>
</TimeML>"""


def read(name: str, data: bytes | str) -> list[Piece]:
    suffix = "." + name.rpartition(".")[2]
    return list(reader_for(suffix)(data.encode() if isinstance(data, str) else data, name))


def read_or_refused(name: str, data: bytes | str) -> list[Piece]:
    """Read a file that may be refused, as long as that is said in words."""
    try:
        return read(name, data)
    except Unreadable as error:
        return [Piece(problems=(Problem(error.message, hint=error.hint),))]


def stated(piece: Piece) -> dict[str, str]:
    return {key: words.value for key, words in piece.stated.items()}
