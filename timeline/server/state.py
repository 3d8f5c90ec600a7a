"""What the threads of the preview share: the number of the last good build, the problem of a bad one."""

from __future__ import annotations

import json
import secrets
import threading


class Builds:
    """The news that open pages wait for.

    `tag` names the last good build and differs from those of any earlier run, so that a page left open over
    a restart loads again.
    """

    def __init__(self) -> None:
        self._run = secrets.token_hex(4)
        self._good = 0
        self._problem = ""
        self._news = 0
        self._closed = False
        self._changed = threading.Condition()

    @property
    def tag(self) -> str:
        """The name of the last good build."""
        return f"{self._run}-{self._good}"

    @property
    def problem(self) -> str:
        """What was wrong with the last build, or nothing."""
        return self._problem

    @property
    def closed(self) -> bool:
        """Whether the preview has ended."""
        return self._closed

    def finished(self, *, problem: str) -> None:
        """Tell everyone who waits that a build ended; an empty problem means well."""
        with self._changed:
            self._good += not problem
            self._problem = problem
            self._news += 1
            self._changed.notify_all()

    def close(self) -> None:
        """Let everyone go who waits."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def wait(self, seen: int, seconds: float) -> tuple[int, str]:
        """Wait for news after number `seen`; return its number and the state as JSON ("" when time is up)."""
        with self._changed:
            self._changed.wait_for(lambda: self._news > seen or self._closed, timeout=seconds)
            if self._closed or self._news <= seen:
                return seen, ""
            return self._news, json.dumps({"build": self.tag, "problem": self._problem})
