"""Writing a plan: all or nothing for each file, with the old files kept, and never over somebody's edit.

Old files go to `.timeline/history/` first (the last 20 writes). Each new file is written beside its place,
forced to the disk and renamed; just before, the old file is read once more, because an editor may have
saved it. Event files come first, then the lock: should the machine stop between the two, the next run finds
the entries by their ids. One lock file keeps two runs apart.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
import stat
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from timeline.config import Settings
from timeline.problems import CannotStart, Problem, Where
from timeline.store.files import HISTORY
from timeline.store.lock import LOCK_FILE
from timeline.store.plan import Plan

TEMPORARY = ".timeline-tmp-"
KEPT = 20
_NAMED = "files.json"


def write(plan: Plan) -> None:
    """Write the files of a plan.

    Raises CannotStart when a file changed meanwhile, or another run is writing.
    """
    if plan.empty:
        return
    project = plan.settings.project
    with _alone(project):
        _sweep(project, plan.files)
        _check_unchanged(project, {path: old for path, (old, _) in plan.files.items()})
        _keep(project, plan.files)
        for path in sorted(plan.files, key=lambda name: (name == LOCK_FILE, name)):
            old, new = plan.files[path]
            _replace(project / path, old, new, path)


def undo(settings: Settings) -> tuple[str, ...]:
    """Put the files back as they were before the last write.

    Raises CannotStart where there is nothing to undo, or an edit would be lost.
    """
    project = settings.project
    with _alone(project):
        last = next(iter(sorted(_history(project), reverse=True)), None)
        if last is None:
            raise CannotStart(
                Problem("there is nothing to undo", hint="only what this program wrote is kept")
            )
        files = json.loads((last / _NAMED).read_text(encoding="utf-8"))
        edited = [f["path"] for f in files if _digest(_bytes(project / f["path"])) != f["after"]]
        if edited:
            hint = f"the file as it was before is {(last / edited[0]).relative_to(project).as_posix()}"
            message = "this file was edited since the last write: undoing it would lose your edit"
            raise CannotStart(Problem(message, Where(edited[0]), hint))
        for f in files:
            _refuse_protected(project / f["path"], f["path"])
        lines = tuple(_put_back(project, last, f) for f in files)
        shutil.rmtree(last)
    return lines


def _put_back(project: Path, kept: Path, file: Mapping[str, Any]) -> str:
    path = str(file["path"])
    if file["before"] is None:
        (project / path).unlink()
        return f"{path}: taken away, it was not there before"
    _replace(project / path, _bytes(project / path), (kept / path).read_bytes(), path)
    return f"{path}: as it was before the last write"


# one run at a time


@contextlib.contextmanager
def _alone(project: Path) -> Iterator[None]:
    """Hold the lock file of a project."""
    own = project / ".timeline"
    own.mkdir(exist_ok=True)
    ignore = own / ".gitignore"
    if not ignore.exists():
        ignore.write_text("*\n", encoding="utf-8")
    held = own / "writing"
    handle = _take(held)
    try:
        yield
    finally:
        os.close(handle)
        held.unlink(missing_ok=True)


def _take(held: Path) -> int:
    """Make the lock file and keep it open; one that its run left behind is cleared away."""
    for _ in range(2):
        try:
            handle = os.open(held, os.O_CREAT | os.O_EXCL | os.O_WRONLY)
        except FileExistsError:
            if not _is_left_behind(held):
                break
        else:
            os.write(handle, str(os.getpid()).encode())
            return handle
    hint = "wait for it; if there is none, delete this file"
    raise CannotStart(Problem("another run is writing", Where(".timeline/writing"), hint))


def _is_left_behind(held: Path) -> bool:
    """Tell whether the run that made the lock file is gone, and take the file away if it is."""
    try:
        if os.name == "posix":
            os.kill(int(held.read_text(encoding="ascii")), 0)
            return False
        held.unlink(missing_ok=True)  # Windows refuses this while the file is open
    except ProcessLookupError:
        held.unlink(missing_ok=True)
    except (ValueError, OSError):
        return False
    return True


# files


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def _digest(data: bytes | None) -> str | None:
    return None if data is None else hashlib.sha256(data).hexdigest()


def _check_unchanged(project: Path, before: Mapping[str, bytes | None]) -> None:
    for path, old in before.items():
        if not (project / path).resolve().is_relative_to(project.resolve()):
            hint = "put the file itself there: nothing outside of the project folder is written"
            raise CannotStart(Problem("this link leads out of the project folder", Where(path), hint))
        if _bytes(project / path) != old:
            raise CannotStart(_changed(path))
        if old is not None:
            _refuse_protected(project / path, path)


def _refuse_protected(path: Path, name: str) -> None:
    """Raise CannotStart for a file that its person has closed to writing: a rename would go over that."""
    if not path.stat().st_mode & stat.S_IWUSR:
        hint = f"nothing was written; `chmod u+w {name}` opens it"
        raise CannotStart(Problem("this file is write-protected", Where(name), hint))


def _changed(path: str) -> Problem:
    return Problem(
        "this file was saved while it was being read", Where(path), "nothing was written; run again"
    )


def _replace(path: Path, old: bytes | None, new: bytes, name: str) -> None:
    """Put new bytes in a file's place at once, if it is still as it was; a link keeps leading to its file."""
    path = path.resolve()
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f"{TEMPORARY}{path.name}")
    try:
        with temporary.open("wb") as file:
            file.write(new)
            file.flush()
            os.fsync(file.fileno())
        if old is not None:
            shutil.copymode(path, temporary)
        if _bytes(path) != old:
            raise CannotStart(_changed(name))
        temporary.replace(path)
    finally:  # half a file on a full disk would keep it full
        temporary.unlink(missing_ok=True)
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _sweep(project: Path, paths: Iterable[str]) -> None:
    """Clear away what a run that was ended left behind."""
    for folder in {(project / path).resolve().parent for path in paths}:
        for left in folder.glob(f"{TEMPORARY}*") if folder.is_dir() else ():
            left.unlink(missing_ok=True)


# what was


def _history(project: Path) -> list[Path]:
    folder = project / HISTORY
    return [p for p in folder.iterdir() if (p / _NAMED).is_file()] if folder.is_dir() else []


def _keep(project: Path, files: Mapping[str, tuple[bytes | None, bytes]]) -> None:
    """Copy the old files, and remember what they will be: only that can be undone."""
    kept = sorted(_history(project))
    number = int(kept[-1].name) + 1 if kept else 1
    folder = project / HISTORY / f"{number:06}"
    shutil.rmtree(folder, ignore_errors=True)
    named = []
    for path, (old, new) in files.items():
        named.append({"path": path, "before": _digest(old), "after": _digest(new)})
        if old is not None:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(old)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / _NAMED).write_text(json.dumps(named, indent=1), encoding="utf-8")
    for old_folder in kept[: max(0, len(kept) + 1 - KEPT)]:
        shutil.rmtree(old_folder, ignore_errors=True)
