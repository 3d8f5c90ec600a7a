"""`timeline new`: a project folder that renders at once.

The files stand in `scaffolds/` as they are written, with the title filled in. The workflow that publishes the
site is the one that this repository uses itself: `.github/workflows/pages.yml` is a copy of
`scaffolds/pages.yml`, and a test compares them.
"""

from __future__ import annotations

import json
from importlib import resources
from pathlib import Path

from timeline.problems import CannotStart, Problem

# Names in a new project, and the data that they are made of, one after the other. The data have no leading
# dots: git would take them for rules about this repository.
_FILES = {
    "README.md": ("README.md",),
    ".gitattributes": ("gitattributes",),
    ".gitignore": ("gitignore",),
    ".github/workflows/pages.yml": ("pages.yml",),
    "content/timeline.yml": ("timeline.yml",),
    "content/events.yaml": ("events.yaml",),
    "content/articles/example-1.md": ("articles/example-1.md",),
    "content/articles/example-2.md": ("articles/example-2.md",),
}
_TEXTS_KEPT_BACK = {"README.md": "README-texts.md", ".gitignore": "gitignore-texts"}
_TEXTS_PUBLIC = {"README.md": "README-public-texts.md"}
_SCHEMA = "content/events.schema.json"  # what the first line of content/events.yaml names
_ALLOWED = {".git", ".DS_Store"}  # a repository that was just made is as good as an empty folder


def new_project(folder: Path, *, title: str | None = None, public_texts: bool = False) -> tuple[Path, ...]:
    """Make a project in `folder` and return the files that were written.

    The title is made of the folder's name where none is given. Article texts and originals are kept out of
    git unless `public_texts`. Raises CannotStart where the folder has something in it.
    """
    _refuse_unless_empty(folder)
    more = _TEXTS_PUBLIC if public_texts else _TEXTS_KEPT_BACK
    named = " ".join((title or _title_of(folder)).split())
    texts = {
        name: _filled("".join(map(_data, (*parts, *_more(more, name)))), named)
        for name, parts in _FILES.items()
    }
    texts[_SCHEMA] = _schema()
    return tuple(_write(folder / name, text) for name, text in texts.items())


def _refuse_unless_empty(folder: Path) -> None:
    if folder.is_dir() and not {path.name for path in folder.iterdir()} - _ALLOWED:
        return
    if folder.exists() or folder.is_symlink():
        what = "is not empty" if folder.is_dir() else "is a file"
        hint = "name a folder that does not exist yet: `timeline new FOLDER`"
        raise CannotStart(Problem(f"{folder} {what}, and nothing in it is to be overwritten", hint=hint))


def _title_of(folder: Path) -> str:
    name = folder.resolve().name.replace("-", " ").replace("_", " ").strip()
    return name[:1].upper() + name[1:] if name else "Timeline"


def _more(more: dict[str, str], name: str) -> tuple[str, ...]:
    return (more[name],) if name in more else ()


def _data(name: str) -> str:
    return resources.files("timeline").joinpath("scaffolds", *name.split("/")).read_text(encoding="utf-8")


def _schema() -> str:
    """Return the JSON Schema of event files: the store's, as data, for rooms do not import each other."""
    return resources.files("timeline").joinpath("store", "events.schema.json").read_text(encoding="utf-8")


def _filled(text: str, title: str) -> str:
    """Put the title in: quoted for YAML (a JSON string is one too), plain elsewhere."""
    return text.replace("@TITLE@", json.dumps(title, ensure_ascii=False)).replace("@PLAIN_TITLE@", title)


def _write(path: Path, text: str) -> Path:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        hint = "name a folder in a place where you may write"
        raise CannotStart(Problem(f"{path} cannot be written: {error.strerror}", hint=hint)) from error
    return path
