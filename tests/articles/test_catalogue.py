"""Many articles at once: records in one file, and a folder with a catalogue."""

import json
from pathlib import Path
from types import SimpleNamespace

import pytest
from taking_in import DAY, STORY, articles, take_in

from timeline.articles import accept, propose_all
from timeline.config import Settings
from timeline.model import Body


def test_records_keep_one_original(settings: Settings, tmp_path: Path, make: SimpleNamespace) -> None:
    rows = [
        {"id": f"R {n}", "date": f"2024-05-0{n}", "text": f"Thing number {n} happened."} for n in (1, 2, 3)
    ]
    source = make.write(tmp_path / "dump.jsonl", "".join(json.dumps(row) + "\n" for row in rows))
    take_in(settings, source)
    found = articles(settings)
    assert sorted(found) == ["r-1", "r-2", "r-3"]
    assert {article.original for article in found.values()} == {"originals/dump.jsonl"}
    assert str(found["r-2"].published) == "2024-05-02"
    again = list(propose_all([source], settings=settings, given={}))
    assert all("already" in proposal.problems[0].message for proposal in again)


def test_a_folder_with_a_catalogue(settings: Settings, tmp_path: Path, make: SimpleNamespace) -> None:
    box = tmp_path / "box"
    make.write(box / "0001.txt", "One thing happened.")
    make.write(box / "sub" / "0002.txt", "Another thing happened.")
    make.write(box / "0003.txt", "A third thing happened.")
    make.write(box / "photo.jpg", "x")
    make.write(box / "page.html", make.page())
    make.write(box / "page_files" / "frame.html", make.page())
    catalogue = make.write(
        box / "catalogue.csv",
        "File,Date,Source,Collection,Shelf\n0001.txt,1914-03?,Gazette,Box 4,x\n"
        "sub/0002.txt,1914-04,Gazette,Box 4,x\n0003,unknown,,,\nnowhere.txt,1914,,,\npage,2024-05-02,,,\n",
    )
    proposals = []
    for proposal in propose_all([box], settings=settings, given={"language": "en"}, metadata=catalogue):
        proposals.append(proposal)
        if not proposal.missing and not any(problem.is_error for problem in proposal.problems):
            accept(proposal, settings)
    found = articles(settings)
    assert sorted(found) == ["0001", "0002", "0003", "page"]
    assert [(str(a.published), a.publisher, a.collection) for a in found.values()] == [
        ("1914-03?", "Gazette", "Box 4"),
        ("1914-04", "Gazette", "Box 4"),
        ("None", "", ""),
        ("2024-05-02", "The Sahel Post", ""),
    ]
    told = [problem.message for proposal in proposals for problem in proposal.problems]
    assert told == [
        "columns that are not used: Shelf",
        "files of other kinds are left: 1 .jpg",
        "no file was found for 'nowhere.txt'",
    ]


def test_the_command_line_goes_before_the_catalogue(
    settings: Settings, tmp_path: Path, make: SimpleNamespace
) -> None:
    source = make.write(tmp_path / "a.md", f"---\ntitle: file\npublisher: file\nauthor: file\n---\n{STORY}")
    catalogue = make.write(tmp_path / "c.csv", "file,title,publisher,published\na.md,row,row,2024-05-01\n")
    take_in(settings, source, metadata=catalogue, title="command")
    article = articles(settings)["a"]
    assert (article.title, article.publisher, article.author) == ("command", "row", "file")


@pytest.mark.parametrize("content", ["", "title,date\nx,2024\n", "\0"])
def test_a_catalogue_that_cannot_be_read(
    settings: Settings, tmp_path: Path, make: SimpleNamespace, content: str
) -> None:
    catalogue = make.write(tmp_path / "c.csv", content)
    (proposal,) = propose_all([STORY.encode()], settings=settings, given=DAY, metadata=catalogue)
    assert proposal.problems[0].is_error


def test_summaries_and_withheld_texts(settings: Settings, tmp_path: Path, make: SimpleNamespace) -> None:
    rows = [
        {"id": "s", "published": "2024", "body": "summary", "text": STORY},
        {"id": "w", "published": "2024", "body": "withheld", "text": STORY},
    ]
    take_in(settings, make.write(tmp_path / "a.jsonl", "\n".join(map(json.dumps, rows))))
    found = articles(settings)
    assert (found["s"].body, found["s"].text) == (Body.SUMMARY, STORY)
    assert (found["w"].body, found["w"].text) == (Body.WITHHELD, "")
