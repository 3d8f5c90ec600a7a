"""What the machine refuses (a full disk, a folder without permission), told as a problem of the project.

Such a thing is nobody's bug: it ends a command with one message instead of a traceback.
"""

from __future__ import annotations

import errno
from collections.abc import Mapping
from pathlib import Path

from timeline.cli.telling import shown_path
from timeline.problems import Problem, Where

_MAY_NOT = "give yourself the right to write there, and run again; no file is half written"
_HINTS: Mapping[int, str] = {
    errno.EACCES: _MAY_NOT,
    errno.EPERM: _MAY_NOT,
    errno.EROFS: "what it lies on can only be read: copy the project to another place",
    errno.ENOSPC: "free some space, and run again; no file is half written",
    errno.EDQUOT: "free some of your quota, and run again; no file is half written",
    errno.EIO: "look after the disk or the network drive, and keep a copy of the project",
    errno.ENAMETOOLONG: "rename the file, or move the project to a place with a shorter path",
    errno.EBUSY: "close the program that uses it, and run again",
}


def refused(error: OSError) -> Problem | None:
    """Return what the machine refuses, None where the error is none of those: it is then a bug of ours."""
    hint = _HINTS.get(error.errno or 0)
    if hint is None:
        return None
    name = error.filename2 or error.filename
    where = Where(shown_path(Path(name))) if isinstance(name, str) else None
    return Problem(error.strerror or str(error), where, hint)
