"""`content/timeline.yml` is read whole, and every slip in it is named with its place and its mend."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline import config
from timeline.model import Era
from timeline.problems import CannotStart
from timeline.temporal.edtf import When


def load(folder: Path, text: str) -> tuple[config.Settings, list[str]]:
    (folder / "content").mkdir(exist_ok=True)
    (folder / "content/timeline.yml").write_text(text, encoding="utf-8")
    settings, problems = config.load(folder)
    return settings, [f"{p.where}: {p.message} | {p.hint}" for p in problems]


def test_everything_that_may_be_set(tmp_path: Path) -> None:
    settings, problems = load(
        tmp_path,
        "format: 1\ntitle: 1998\ndescription: >-\n  two\n  lines\nbase_url: https://example.org/niger\n"
        "language: fr\ntimezone: Africa/Niamey\nauthor: no\nlicence: CC BY 4.0\ncontact: a@example.org\n"
        "publish: reviewed\nnew_events: events/2024.yaml\nquote_words: 25\nquote_words_article: 200\n"
        "csp: [script-src https://a.example, img-src https://b.example]\ntheme: look\ncard: card.png\n"
        "eras:\n  - name: Before\n    date: 2012/2023-07\n  - {name: Then, date: [..2024-05-02]}\n"
        "x-mine: {a: b}\n",
    )
    assert not problems
    assert settings == config.Settings(
        project=tmp_path,
        title="1998",
        description="two lines",
        base_url="https://example.org/niger/",
        language="fr",
        timezone="Africa/Niamey",
        author="no",
        licence="CC BY 4.0",
        contact="a@example.org",
        publish="reviewed",
        new_events="events/2024.yaml",
        quote_words=25,
        quote_words_article=200,
        csp="script-src https://a.example img-src https://b.example",
        theme="look",
        card="card.png",
        eras=(Era("Before", When.parse("2012/2023-07")), Era("Then", When.parse("[..2024-05-02]"))),
    )


def test_what_is_left_out_keeps_its_default(tmp_path: Path) -> None:
    settings, problems = load(tmp_path, "format: 1\ntitle:\n")
    assert settings == config.Settings(tmp_path)
    assert not problems


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("tilte: x", "2:1: there is no setting 'tilte' | did you mean `title`?"),
        ("zzz: x", "2:1: there is no setting 'zzz' | known keys are format, title"),
        ("publish: all", "2:10: `publish` cannot be 'all' | write `drafts` or `reviewed`"),
        ("quote_words: many", "2:14: 'many' is not a number of words"),
        ("quote_words: 0", "2:14: '0' is not a number of words"),
        ("title: [a]", "2:8: a text is expected here"),
        ("base_url: example.org", "2:11: 'example.org' is not an address"),
        ("language: english please", "2:11: 'english please' is not a language code"),
        (
            "timezone: Africa/Niami",
            "2:11: there is no time zone 'Africa/Niami' | did you mean `Africa/Niamey`?",
        ),
        ("timezone: ../../etc/passwd", "2:11: there is no time zone"),
        ("new_events: ../up.yaml", "2:13: new entries cannot enter '../up.yaml'"),
        ("eras: x", "2:7: a list of eras is expected"),
        ("eras: [x]", "2:8: an era has a `name` and a `date`"),
        ("eras: [{name: x}]", "2:8: this era has no `date`"),
        ("eras: [{name: x, date: 2024, dtae: 1}]", "2:30: there is no setting 'dtae' | did you mean `date`?"),
        ("eras: [{name: x, date: 2024-13}]", "2:24: "),
        ("title: a\ntitle: b", "3:1: the key 'title' is given twice"),
    ],
)
def test_slips(tmp_path: Path, line: str, said: str) -> None:
    settings, problems = load(tmp_path, f"format: 1\n{line}\n")
    assert len(problems) == 1
    assert problems[0].startswith(f"content/timeline.yml:{said}")
    assert settings.publish == "drafts"


@pytest.mark.parametrize("text", ["", "# nothing\n", "title: x\n"])
def test_the_format_is_required(tmp_path: Path, text: str) -> None:
    _, problems = load(tmp_path, text)
    assert len(problems) == 1
    assert "the key `format` is missing" in problems[0]
    assert "add the line `format: 1`" in problems[0]


def test_a_format_of_the_future_stops(tmp_path: Path) -> None:
    with pytest.raises(CannotStart) as stop:
        load(tmp_path, "format: 2\n")
    assert "format '2' is not known" in stop.value.problem.message


def test_a_folder_without_a_timeline_says_how_to_begin(tmp_path: Path) -> None:
    with pytest.raises(CannotStart) as stop:
        config.load(tmp_path)
    assert "timeline new" in stop.value.problem.hint


def test_yaml_that_does_not_parse_is_one_problem(tmp_path: Path) -> None:
    _, problems = load(tmp_path, "title: a: b\n")
    assert len(problems) == 1
    assert "this is not YAML" in problems[0]
