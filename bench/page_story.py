"""Write one made-up story three times: as our site, as TimelineJS's JSON, as vis-timeline's items.

    python bench/page_story.py FOLDER [EVENTS]

The entries are those of the tests of the page (`tests/render/sample.py`, seeded): 60 words, two sources, a
quote each. FOLDER/site is the whole site, `site/timelinejs.json` the file that it offers for TimelineJS, and
FOLDER/items.json the same entries as items (id, start, content) for vis-timeline.
"""

from __future__ import annotations

import html
import json
import resource
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "render"))

import sample

from timeline import exports, render


def main(folder: Path, events: int) -> None:
    settings = sample.settings(folder, eras=(), base_url="")
    view = sample.many(events)
    began = time.perf_counter()
    report = render.write_site(view, settings, folder / "site", exports.site_files(view, settings))
    took = time.perf_counter() - began
    items = [
        {
            "id": event.id,
            "start": event.date.first.iso if event.date and event.date.first else "",
            "content": html.escape(event.title),
            "title": html.escape(event.text),
        }
        for event in view.events
    ]
    (folder / "items.json").write_text(json.dumps(items), "utf-8")
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"{events} events: {report.pages} pages in {took:.1f} s, "
        f"{time.process_time():.1f} s of processor, {most} MB"
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1000)  # noqa: PLR2004 (program, FOLDER)
