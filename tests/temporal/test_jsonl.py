import json
from typing import Any

import pytest

from timeline.temporal.jsonl import answer

KEYS = [
    "start",
    "end",
    "text",
    "type",
    "value",
    "mod",
    "quant",
    "freq",
    "edtf",
    "first",
    "last",
    "signal",
    "range",
    "rules",
    "assumed",
    "unread",
]


def asked(**line: Any) -> tuple[dict[str, Any], bool]:
    written, good = answer(json.dumps(line))
    assert "\n" not in written
    return json.loads(written), good


def test_a_line_is_answered_with_all_keys() -> None:
    reply, good = asked(id=7, published="2024-05-03", text="\ufeffSince 2018 they have flown drones.")
    (mention,) = reply["mentions"]
    assert good
    assert reply["id"] == 7
    assert list(mention) == KEYS
    assert {key: mention[key] for key in KEYS[:13]} == {
        "start": 7, "end": 11, "text": "2018", "type": "DATE", "value": "2018", "mod": None, "quant": None,
        "freq": None, "edtf": "2018/..", "first": "2018-01-01", "last": None, "signal": "Since",
        "range": None,
    }  # fmt: skip
    assert mention["rules"]


def test_lengths_sets_and_references_have_no_dates() -> None:
    reply, _ = asked(id=1, published="2024-05-03", text="every Monday for three days, recently")
    assert [(one["type"], one["edtf"], one["first"], one["last"]) for one in reply["mentions"]] == [
        ("SET", None, None, None),
        ("DURATION", None, None, None),
        ("DATE", None, None, None),
    ]


def test_settings_hold_where_the_line_has_none() -> None:
    written, good = answer('{"id": 1, "text": "yesterday"}', published="2024-05-03")
    assert good
    assert json.loads(written)["mentions"][0]["value"] == "2024-05-02"


@pytest.mark.parametrize(
    ("line", "name", "piece"),
    [
        ("{", None, "not JSON"),
        ("", None, "not JSON"),
        ("[1]", None, '"text"'),
        ('{"id": "a"}', "a", '"text"'),
        ('{"id": "a", "text": 3}', "a", '"text"'),
        ('{"id": "a", "text": "x", "published": "2024-02-31"}', "a", "29 days"),
        ('{"id": "a", "text": "x", "published": 5}', "a", "published"),
        ("[" * 100_000, None, "not JSON"),
    ],
)
def test_a_line_that_cannot_be_read_answers_in_its_place(line: str, name: str | None, piece: str) -> None:
    written, good = answer(line)
    reply = json.loads(written)
    assert not good
    assert reply["id"] == name
    assert piece in reply["error"]
