"""The settings of a project.

`content/timeline.yml`, read once at the top and handed down as one frozen record.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from timeline.model import Era


@dataclass(frozen=True, slots=True)
class Settings:
    """What `content/timeline.yml` says, with its defaults.

    `project` is the project folder; all paths are below it.
    """

    project: Path
    title: str = "Timeline"
    description: str = ""
    base_url: str = ""
    language: str = "en"
    timezone: str = "UTC"
    author: str = ""
    licence: str = ""
    contact: str = ""
    publish: Literal["drafts", "reviewed"] = "drafts"
    new_events: str = "events.yaml"
    quote_words: int = 40
    quote_words_article: int = 300
    csp: str = ""
    theme: str = ""
    card: str = ""
    eras: tuple[Era, ...] = ()

    @property
    def content(self) -> Path:
        """The folder of what people write."""
        return self.project / "content"
