"""What a command is asked to do: today's date, the job of a run, the project as it stands."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.cli.telling import end, progress, tell

if TYPE_CHECKING:
    from timeline.pipeline import Job
    from timeline.store import State
    from timeline.temporal.days import Day


def new_job(project: Path, output: Path | None, **choices: object) -> Job:
    """Describe a run: where it writes (default: `site/` of the project), and what was chosen."""
    from timeline.pipeline import Job

    folder = output.resolve() if output else project / "site"
    job = {"today": today(), "build_day": build_day(), "progress": progress, **choices}
    return Job(output=folder, **job)  # type: ignore[arg-type]


def today() -> Day:
    """Return SOURCE_DATE_EPOCH as a day, else the clock's: the one place where the program asks."""
    from datetime import UTC, datetime

    from timeline.temporal.days import Day

    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch.isdigit() else datetime.now().astimezone()
    return Day(moment.year, moment.month, moment.day)


def build_day() -> Day | None:
    """Return SOURCE_DATE_EPOCH as a day where it is set: a site may not depend on the clock."""
    return today() if os.environ.get("SOURCE_DATE_EPOCH", "").isdigit() else None


def day_given(text: str | None) -> str | None:
    """Return a day as it was given, "today" as the date that it is."""
    if text != "today":
        return text
    return today().iso


def read_state(project: Path) -> State:
    """Read the project for a command that changes entries; ends where a file has an error."""
    from timeline import pipeline

    settings, _ = pipeline.load_settings(project)
    state, problems = pipeline.look(settings, new_job(project, None))
    errors = [p for p in problems if p.is_error]
    if errors:
        tell(errors)
        end(errors)
    return state
