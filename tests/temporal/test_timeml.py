import xml.etree.ElementTree as ET

import pytest

from timeline.temporal.timeml import NotTimeML, read, tag

DOCUMENT = """<?xml version="1.0" ?>
<TimeML>
<DOCID>note&amp;1</DOCID>
<DCT><TIMEX3 tid="t0" value="1998-02-06T22:19:00" functionInDocument="CREATION_TIME">now</TIMEX3></DCT>
<TEXT>
R&amp;D at A &lt; B was <EVENT eid="e1">cut</EVENT> on <TIMEX3 tid="t1" type="DATE" value="?">Monday</TIMEX3>,
<!-- a remark about 1999 --> twice a month since 1990.
</TEXT>
<MAKEINSTANCE eventID="e1"/>
</TimeML>
"""


def test_read() -> None:
    document = read(DOCUMENT)
    assert document.name == "note&1"
    assert str(document.published) == "1998-02-06"
    assert document.text.startswith("\nR&D at A < B was cut on Monday,\n")
    assert "1999" not in document.text


def test_tagged_document_is_xml_with_the_same_text() -> None:
    root = ET.fromstring(tag(DOCUMENT))  # noqa: S314 -- our own document
    text = root.find("TEXT")
    assert text is not None
    assert "".join(text.itertext()) == read(DOCUMENT).text
    assert [(one.get("tid"), one.get("type"), one.get("value"), one.text) for one in text.iter("TIMEX3")] == [
        ("t1", "DATE", "1998-02-02", "Monday"),
        ("t2", "SET", "P1M", "twice a month"),
        ("t3", "DATE", "1990", "1990"),
    ]
    assert [one.get("freq") for one in text.iter("TIMEX3")] == [None, "2X", None]
    creation = root.find("DCT/TIMEX3")
    assert creation is not None
    assert (creation.get("value"), creation.get("functionInDocument")) == ("1998-02-06", "CREATION_TIME")


def test_tagging_twice_changes_nothing() -> None:
    once = tag(DOCUMENT)
    assert tag(once) == once


def test_control_characters_do_not_break_the_document() -> None:
    source = "<TimeML><TEXT>in 1999\x00\x1b\r\n &#0; on 5 May 2020</TEXT></TimeML>"
    root = ET.fromstring(tag(source))  # noqa: S314 -- our own document
    assert [one.get("value") for one in root.iter("TIMEX3")] == ["", "1999", "2020-05-05"]


@pytest.mark.parametrize("source", ["", "<TimeML></TimeML>", "just a text"])
def test_other_documents_are_refused(source: str) -> None:
    with pytest.raises(NotTimeML, match="TEXT"):
        tag(source)
