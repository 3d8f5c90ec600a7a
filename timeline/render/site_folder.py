"""Writing the finished site.

Built beside the old one, then swapped in, so that a failed build leaves what was there.

A manifest in the folder names the files that are ours. What it does not name (CNAME, .git, a file that
somebody put there) is carried over. A folder that holds anything and has no manifest is not ours: it is
refused. A file whose bytes did not change keeps its modification time, and when nothing changed nothing is
touched.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from timeline.problems import CannotStart, Problem, Severity

MANIFEST = ".timeline-site.json"
_FORMAT = 1
_PREFIX = ".timeline-tmp-"


@dataclass(frozen=True, slots=True)
class Written:
    """What writing did: paths that are new, other or gone, how many stayed, whose files stood in the way."""

    changed: tuple[str, ...]
    unchanged: int
    problems: tuple[Problem, ...]


def check_output(output: Path) -> frozenset[str]:
    """Return the paths in the folder that are ours.

    Raises CannotStart where the folder is not ours to replace.
    """
    if output.is_symlink():
        raise _refused(output, "is a link to another place", "name the folder itself")
    if not output.exists():
        return frozenset()
    if not output.is_dir():
        raise _refused(output, "is a file", "name a folder")
    manifest = output / MANIFEST
    if not manifest.is_file():
        if any(output.iterdir()):
            hint = "choose an empty folder, or delete this one yourself if nothing in it is needed"
            raise _refused(output, "holds files that timeline did not write", hint)
        return frozenset()
    return _read_manifest(output, manifest)


def write_folder(output: Path, files: Mapping[str, bytes]) -> Written:
    """Make the folder hold these files (and what others put there).

    Raises CannotStart where it is not ours.
    """
    _recover(output)
    ours = check_output(output)
    foreign = {name for name in files if name not in ours and _exists(output / name)}
    wanted = {name: data for name, data in files.items() if name not in foreign}
    wanted[MANIFEST] = _manifest(wanted)
    same = {name for name, data in wanted.items() if _same(output / name, data)}
    gone = {name for name in ours if name not in wanted and _exists(output / name)}
    changed = tuple(sorted({*(set(wanted) - same), *gone} - {MANIFEST}))
    if changed or MANIFEST not in same:
        _swap_in(output, wanted, same, frozenset(ours))
    return Written(
        changed, len(same - {MANIFEST}), tuple(_stands_in_the_way(output, name) for name in sorted(foreign))
    )


def _manifest(files: Mapping[str, bytes]) -> bytes:
    content = {
        "format": _FORMAT,
        "note": "written by timeline: it replaces the files named here",
        "files": sorted(files),
    }
    return (json.dumps(content, ensure_ascii=False, indent=0) + "\n").encode()


def _read_manifest(output: Path, manifest: Path) -> frozenset[str]:
    try:
        content = json.loads(manifest.read_bytes())
        names = frozenset(str(name) for name in content["files"])
    except (ValueError, KeyError, TypeError) as error:
        hint = f"restore {MANIFEST}, or delete the folder yourself"
        raise _refused(output, f"has a manifest that cannot be read ({error})", hint) from None
    return frozenset(name for name in names if _stays_inside(name)) | {MANIFEST}


def _stays_inside(name: str) -> bool:
    parts = PurePosixPath(name).parts
    return bool(parts) and not PurePosixPath(name).is_absolute() and ".." not in parts


def _exists(path: Path) -> bool:
    return path.is_symlink() or path.exists()


def _same(path: Path, data: bytes) -> bool:
    if path.is_symlink() or not path.is_file() or path.stat().st_size != len(data):
        return False
    return path.read_bytes() == data


def _swap_in(output: Path, wanted: Mapping[str, bytes], same: set[str], ours: frozenset[str]) -> None:
    output.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix=f"{_PREFIX}{output.name}-", dir=output.parent))
    try:
        _build(beside, output, wanted, same)
        if output.exists():
            _carry_over(output, beside, ours, frozenset(wanted))
            shutil.copymode(output, beside)
        else:
            beside.chmod(0o755)
        _swap(beside, output)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _build(beside: Path, output: Path, wanted: Mapping[str, bytes], same: set[str]) -> None:
    for name, data in wanted.items():
        target = beside / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if name in same:
            _link(output / name, target)
        else:
            target.write_bytes(data)


def _carry_over(old: Path, new: Path, ours: frozenset[str], wanted: frozenset[str], below: str = "") -> None:
    """Bring what somebody else put into the folder along.

    Whole folders that hold nothing of ours, and single files.
    """
    for path in sorted(old.iterdir()):
        name = f"{below}{path.name}"
        if path.is_dir() and not path.is_symlink():
            inside = f"{name}/"
            if any(known.startswith(inside) for known in ours | wanted):
                _carry_over(path, new / path.name, ours, wanted, inside)
            else:
                new.mkdir(parents=True, exist_ok=True)
                shutil.copytree(path, new / path.name, symlinks=True, copy_function=_link)
        elif name not in ours and name not in wanted:
            new.mkdir(parents=True, exist_ok=True)
            _link(path, new / path.name)


def _link(source: str | Path, target: str | Path) -> None:
    """Give a file a second name, which keeps its times and costs nothing.

    Copy it where the file system cannot do that.
    """
    if Path(source).is_symlink():
        Path(target).symlink_to(os.readlink(source))  # noqa: PTH115 (Path.readlink loses a trailing slash)
        return
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def _swap(beside: Path, output: Path) -> None:
    if not output.exists():
        beside.rename(output)
        return
    old = Path(tempfile.mkdtemp(prefix=f"{_PREFIX}{output.name}-", dir=output.parent))
    output.rename(old / "old")
    try:
        beside.rename(output)
    except OSError:
        (old / "old").rename(output)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _recover(output: Path) -> None:
    """Clear up after a run that was killed.

    Put the old site back if it was just being swapped, and remove what lies beside it.
    """
    for left in sorted(output.parent.glob(f"{_PREFIX}{output.name}-*")):
        if left.is_symlink():
            continue
        if (left / "old").is_dir() and not _exists(output):
            (left / "old").rename(output)
        shutil.rmtree(left, ignore_errors=True)


def _stands_in_the_way(output: Path, name: str) -> Problem:
    message = f"{output.name}/{name} was not written by timeline, so it was left as it is"
    return Problem(
        message,
        None,
        "delete it, or put it into content/static/ so that it is part of the site",
        Severity.WARNING,
    )


def _refused(output: Path, why: str, hint: str) -> CannotStart:
    return CannotStart(Problem(f"the output folder {output} {why}", None, hint))
