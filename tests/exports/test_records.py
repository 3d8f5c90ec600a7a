from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest
import yaml

from timeline.config import Settings
from timeline.exports.records import events_json, events_schema, events_yaml
from timeline.public import PublicTimeline


@pytest.fixture
def document(view: PublicTimeline, placed: Settings) -> Any:
    return json.loads(events_json(view, placed))


def test_the_schema_is_one(document: Any) -> None:
    schema = json.loads(events_schema())
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(document, schema, format_checker=jsonschema.FormatChecker())


@pytest.mark.parametrize(
    "change",
    [
        lambda d: d["events"][0].pop("title"),
        lambda d: d["events"][0].update(date=5),
        lambda d: d["events"][0].update(private="x"),
        lambda d: d["events"][0].update(status="hidden"),
        lambda d: d["events"][0]["sources"].append({"title": "no key"}),
        lambda d: d.update(format=2),
        lambda d: d["events"][0].update(places=[{"name": "x", "lat": 1}]),
    ],
)
def test_the_schema_refuses_what_is_wrong(document: Any, change: Any) -> None:
    change(document)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(document, json.loads(events_schema()))


def test_every_key_that_we_write_is_described(document: Any) -> None:
    schema = json.loads(events_schema())
    assert set(document) <= set(schema["properties"])
    written = {key for event in document["events"] for key in event}
    described = schema["$defs"]["event"]["properties"]
    assert written == set(described), "the story has something of everything"
    assert all(v.get("description") or v.get("$ref") or k for k, v in described.items())


def test_an_entry(document: Any) -> None:
    entry = next(e for e in document["events"] if e["id"] == "e-0000000001")
    assert entry["date"] == "[2031-03-11..2031-03-20]"
    assert (entry["first"], entry["last"]) == ("2031-03-11", "2031-03-20")
    assert entry["when"] == "mid-March 2031"
    assert entry["url"] == "https://news.example/bridge/e/e-0000000001.html"
    assert entry["reports"] == 2
    assert entry["conflict"] is True
    assert entry["places"] == [{"name": "Lower Quay; north", "lat": 16.95, "lon": -8.01}]
    verbatim = {source["key"]: source["verbatim"] for source in entry["sources"]}
    assert verbatim == {"courier-2031-05-03": True, "summary-1": False, "gone": True}


def test_no_date_is_said_to_be_none(document: Any) -> None:
    entry = next(e for e in document["events"] if e["id"] == "e-0000000003")
    assert entry["date"] is None
    assert entry["reported"] == "2031-04"
    assert not {"first", "last"} & set(entry)


def test_the_yaml_is_a_list_of_entries_with_words_that_stay_words(
    view: PublicTimeline, settings: Settings
) -> None:
    text = events_yaml(view, settings)
    assert text.startswith("# The bridge & the ferry (CC BY 4.0)\n")
    events = yaml.safe_load(text)["events"]
    assert len(events) == len(view.events)
    entry = next(e for e in events if e["id"] == "e-0000000001")
    assert entry["sources"][0]["quote"] == "closed in mid-March"
    assert "quote" not in entry["sources"][1], "what is no quotation is not shown as one"
    assert entry["sources"][1]["x-in-short"] == "The closing was noted."
    assert all(isinstance(e["date"], str) for e in events if "date" in e)
    assert "text: |\n" in text, "several lines stand as a block"


def test_a_title_cannot_break_out_of_the_comment(view: PublicTimeline, settings: Settings) -> None:
    from dataclasses import replace

    evil = replace(settings, title="One\nevents: [{title: evil}]\n")
    assert list(yaml.safe_load(events_yaml(view, evil))) == ["events"]
    assert len(yaml.safe_load(events_yaml(view, evil))["events"]) == len(view.events)
