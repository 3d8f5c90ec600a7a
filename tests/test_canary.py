"""A mark planted in everything that must stay inside is found in no byte of the site, downloads included."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

CANARY = "kanarienvogel"

ARTICLE = f"""\
---
# {CANARY} in a comment
title: Talks reopen
publisher: The Daily Example
published: 2024-05-03
rights: {CANARY} rights
original: originals/{CANARY}.pdf
x-desk: {CANARY}
---
Envoys from Norland reopened talks with Sudland on Tuesday. The {CANARY} was in the room.
"""
SETTINGS = f"""\
format: 1
# {CANARY}
title: A story
publish: {{publish}}
base_url: https://example.org/story/
x-note: {CANARY}
"""
EVENTS = f"""\
# {CANARY}
events:
  - id: talks        # {CANARY}
    date: 2024-04-30
    title: Talks reopen
    private: {CANARY}
    different_from: [secret-{CANARY}]
    x-desk: {CANARY}
    sources:
      # {CANARY}
      - article: talks
        quote: Envoys from Norland reopened talks
        x-checked-by: {CANARY}
      - article: talks
        quote: The {CANARY} was in the room.
        status: new
  - id: secret-{CANARY}
    date: 2024-05-01
    title: A {CANARY} event
    status: hidden
    image: {{src: {CANARY}.png, alt: x}}
    sources: [{{article: talks}}]
  - id: gone
    title: A withdrawn event about the {CANARY}
    status: withdrawn
    notice: This entry was withdrawn.
    date: 2024-05-02
    text: {CANARY}
    places: [{CANARY}]
    sources: [{{article: talks, quote: "{CANARY}"}}]
"""
DRAFT = f"""\
  - id: draft
    date: 2024-05-02
    title: A draft about the {CANARY}
    status: draft
    sources: [{{article: talks}}]
"""


@pytest.mark.parametrize("publish", ["reviewed", "drafts"])
def test_no_byte_of_the_site_holds_what_must_stay_inside(tmp_path: Path, publish: str) -> None:
    story = tmp_path / f"home-of-{CANARY}"
    content = story / "content"
    (content / "articles").mkdir(parents=True)
    (content / "images").mkdir()
    (content / "images" / f"{CANARY}.png").write_bytes(CANARY.encode())
    (content / "originals").mkdir()
    (content / "originals" / f"{CANARY}.pdf").write_bytes(CANARY.encode())
    (content / "articles" / "talks.md").write_text(ARTICLE, encoding="utf-8")
    (content / "timeline.yml").write_text(SETTINGS.format(publish=publish), encoding="utf-8")
    events = EVENTS + (DRAFT if publish == "reviewed" else "")
    (content / "events.yaml").write_text(events, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "timeline", "-C", str(story), "render", "--top", "0"],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    pages = [path for path in (story / "site").rglob("*") if path.is_file()]
    assert len(pages) > 10
    for path in pages:
        assert CANARY not in str(path.relative_to(story))
        if path.name == "gone.html" or b"withdrawn" in path.read_bytes():
            # The title of a withdrawn entry stays beside its notice: readers must see what was withdrawn.
            kept = path.read_bytes().replace(f"A withdrawn event about the {CANARY}".encode(), b"")
            assert CANARY.encode() not in kept, path
        else:
            assert CANARY.encode() not in path.read_bytes(), path
