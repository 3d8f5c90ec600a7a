"""The settings of a project.

`content/timeline.yml`, read once at the top and handed down as one frozen record.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

from timeline.model import Era
from timeline.problems import CannotStart, Problem, Where
from timeline.temporal.edtf import EdtfError, When
from timeline.yamltext import Document, Mapping, Node, Scalar, Sequence, nearest, parse, problem_at

SETTINGS_FILE = "content/timeline.yml"
FORMAT = "1"


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


def load(project: Path) -> tuple[Settings, tuple[Problem, ...]]:
    """Read `content/timeline.yml`; what is wrong in it is in the problems, and keeps its default.

    Raises `CannotStart` where there is no such file, or its format is one that this program does not know.
    """
    path = project / SETTINGS_FILE
    try:
        data = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        raise CannotStart(_no_project(project)) from None
    except OSError as error:
        raise CannotStart(Problem(f"cannot be read: {error.strerror}", Where(SETTINGS_FILE))) from error
    return _Reader(parse(data, SETTINGS_FILE)).settings(project)


def _no_project(folder: Path) -> Problem:
    """Say how to begin; from a folder within a story, where that story is."""
    hint = (
        "`timeline new FOLDER` begins a story of your own; if there is one already, go to its folder, or "
        "name it with `timeline -C FOLDER …`"
    )
    if above := next((at for at in folder.resolve().parents if (at / SETTINGS_FILE).is_file()), None):
        way = Path(*[".."] * (len(folder.resolve().parts) - len(above.parts))).as_posix()
        hint = f"you are inside of a story: `cd {way}`, or `timeline -C {way} …`"
    return Problem("there is no timeline in this folder: this file is missing", Where(SETTINGS_FILE), hint)


class _Reader:
    """Turns the nodes of the settings file into values, one key at a time, and collects what is wrong."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.problems = list(document.problems)

    def settings(self, project: Path) -> tuple[Settings, tuple[Problem, ...]]:
        root = self.document.root
        values: dict[str, Any] = {}
        if isinstance(root, Mapping):
            for key, node in root.pairs:
                self._take(values, key, node)
        elif root is not None:
            self._complain(root, "the settings are keys with values", "write one `key: value` a line")
        readable = root is not None or not any(p.is_error for p in self.problems)
        if readable and not (isinstance(root, Mapping) and root.get("format")):
            hint = f"add the line `format: {FORMAT}`: it says by which rules the content is written"
            self.problems.append(Problem("the key `format` is missing", Where(SETTINGS_FILE, 1), hint))
        return replace(Settings(project), **values), tuple(self.problems)

    def _take(self, values: dict[str, Any], key: Scalar, node: Node) -> None:
        name = key.value
        if name.startswith("x-") or (isinstance(node, Scalar) and node.is_empty):
            return
        reader = _READERS.get(name)
        if reader is None:
            self._unknown(key, _READERS)
            return
        value = reader(self, node)
        if value is not None and name != "format":
            values[name] = value

    def _unknown(self, key: Scalar, known: Iterable[str]) -> None:
        close = nearest(key.value, known)
        hint = f"did you mean `{close}`?" if close else f"known keys are {', '.join(known)}."
        hint += " A key of your own begins with `x-`"
        self._complain(key, f"there is no setting {key.value!r}", hint)

    def _complain(self, node: Node, message: str, hint: str = "") -> None:
        self.problems.append(problem_at(self.document, node, message, hint))

    def text(self, node: Node) -> str | None:
        """Read a text; lines that YAML folded are one line."""
        if isinstance(node, Scalar):
            return node.value.strip()
        self._complain(
            node, "a text is expected here", "put quotation marks round a text that begins with [ or {"
        )
        return None

    def texts(self, node: Node) -> str | None:
        """Read a text, or a list of texts that are joined by spaces."""
        if not isinstance(node, Sequence):
            return self.text(node)
        parts = [self.text(item) for item in node.items]
        return " ".join(part for part in parts if part)

    def format(self, node: Node) -> str | None:
        """Read the version of the content format; stop where it is not ours."""
        value = self.text(node)
        if value is not None and value != FORMAT:
            hint = f"this program reads format {FORMAT}; a newer program may be needed"
            raise CannotStart(
                problem_at(self.document, node, f"the content format {value!r} is not known", hint)
            )
        return value

    def publish(self, node: Node) -> str | None:
        value = self.text(node)
        if value in (None, "drafts", "reviewed"):
            return value
        self._complain(node, f"`publish` cannot be {value!r}", "write `drafts` or `reviewed`")
        return None

    def count(self, node: Node) -> int | None:
        """Read a whole number of at least one."""
        value = self.text(node)
        if value is None:
            return None
        if re.fullmatch(r"[1-9][0-9]{0,8}", value):
            return int(value)
        self._complain(node, f"{value!r} is not a number of words", "write a whole number, such as 40")
        return None

    def address(self, node: Node) -> str | None:
        """Read the address of the site; it always ends in a slash."""
        value = self.text(node)
        if value and not re.fullmatch(r"https?://[^\s/?#]+(?:/[^\s?#]*)?", value):
            self._complain(
                node, f"{value!r} is not an address", "write it in full: https://example.org/niger/"
            )
            return None
        return f"{value.rstrip('/')}/" if value else value

    def language(self, node: Node) -> str | None:
        value = self.text(node)
        if value and not re.fullmatch(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*", value):
            self._complain(node, f"{value!r} is not a language code", "write en, fr, es, de, ar …")
            return None
        return value

    def zone(self, node: Node) -> str | None:
        """Read the name of a time zone; unchecked where the machine has no list of zones."""
        from zoneinfo import ZoneInfo, available_timezones

        value = self.text(node) or "UTC"
        try:
            ZoneInfo(value)
        except (KeyError, ValueError, OSError):
            known = available_timezones()
            if not known:
                return value
            close = nearest(value, known)
            hint = f"did you mean `{close}`?" if close else "write it as Africa/Niamey or UTC"
            self._complain(node, f"there is no time zone {value!r}", hint)
            return None
        return value

    def events_file(self, node: Node) -> str | None:
        """Read the file that new entries enter: `events.yaml`, or a file in `events/`."""
        value = self.text(node)
        if value is None or re.fullmatch(r"events\.ya?ml|events/(?!\.)[^/\\]+\.ya?ml", value):
            return value
        hint = "write events.yaml, or a file of the folder content/events: events/2024.yaml"
        self._complain(node, f"new entries cannot enter {value!r}", hint)
        return None

    def eras(self, node: Node) -> tuple[Era, ...] | None:
        if not isinstance(node, Sequence):
            self._complain(
                node, "a list of eras is expected here", "begin each with `- name: …`, then `date: …`"
            )
            return None
        found = [self._era(item) for item in node.items]
        return tuple(era for era in found if era)

    def _era(self, node: Node) -> Era | None:
        if not isinstance(node, Mapping):
            self._complain(
                node, "an era has a `name` and a `date`", "write `- name: …`, below it `date: 2012/2023`"
            )
            return None
        for key, _ in node.pairs:
            if key.value not in ("name", "date") and not key.value.startswith("x-"):
                self._unknown(key, ("name", "date"))
        name, date = node.get("name"), node.get("date")
        if name is None or date is None:
            self._complain(
                node, f"this era has no `{'date' if name else 'name'}`", "an era has a name and a date"
            )
            return None
        title, when = self.text(name), self._when(date)
        return Era(title, when) if title is not None and when else None

    def _when(self, node: Node) -> When | None:
        written = node.raw if isinstance(node, Sequence) else self.text(node)
        if written is None:
            return None
        try:
            return When.parse(written)
        except EdtfError as error:
            self._complain(node, error.message, error.hint)
            return None


_READERS: dict[str, Callable[[_Reader, Node], Any]] = {
    "format": _Reader.format,
    "title": _Reader.text,
    "description": _Reader.text,
    "base_url": _Reader.address,
    "language": _Reader.language,
    "timezone": _Reader.zone,
    "author": _Reader.text,
    "licence": _Reader.text,
    "contact": _Reader.text,
    "publish": _Reader.publish,
    "new_events": _Reader.events_file,
    "quote_words": _Reader.count,
    "quote_words_article": _Reader.count,
    "csp": _Reader.texts,
    "theme": _Reader.text,
    "card": _Reader.text,
    "eras": _Reader.eras,
}
