"""The preview: the site on this machine alone, built again at each change, with the browser following.

`serve` builds once, answers requests from the output folder, and watches the files that people edit. After
each good build the open pages load themselves again; a bad one leaves the last good pages, with the problem
shown on top of them until it is mended. Requests are answered by `timeline.server.answers`, what is added
to a served page is in `timeline.server.page`, and what the two sides know of the builds is in
`timeline.server.state`.
"""

from __future__ import annotations

import errno
import threading
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from timeline.problems import CannotStart, Problem
from timeline.server.answers import PreviewServer
from timeline.server.state import Builds
from timeline.server.watching import changes

LOOPBACK = ("127.0.0.1", "localhost", "::1")


def serve(
    output: Path,
    *,
    host: str = "127.0.0.1",
    port: int = 8000,
    rebuild: Callable[[], tuple[bool, str]],
    watch: Sequence[Path],
    report: Callable[[str], None],
    stop: threading.Event | None = None,
) -> None:
    """Show `output` at `http://HOST:PORT/` until Ctrl-C, or until `stop` is set.

    `rebuild` makes the site and returns whether that went well and what to tell the person (shown in the
    page when it did not). `watch` are files and folders, which need not exist yet; what changes inside
    `output` is passed over. `report` takes lines for the terminal; the first is the address. Port 0 takes
    any free one. Raises CannotStart for an address that is not this machine's own and for a port that is
    taken.
    """
    ended = stop or threading.Event()
    builds = Builds()
    with _listening(output, host, port, builds) as server:
        report(f"showing {output} at {server.address} (Ctrl-C ends it)")
        try:
            for _ in changes(watch, output, ended):
                _build(rebuild, builds, report)
        except KeyboardInterrupt:
            ended.set()
    report("preview ended")


def _build(rebuild: Callable[[], tuple[bool, str]], builds: Builds, report: Callable[[str], None]) -> None:
    """Build once and tell everyone. A bug in the build is shown like any other problem."""
    try:
        good, text = rebuild()
    except Exception:  # noqa: BLE001 - whatever went wrong, the next save may mend it
        good, text = False, traceback.format_exc()
    mended = good and bool(builds.problem)
    builds.finished(problem="" if good else text or "the site could not be built")
    if text:
        report(text)
    elif mended:
        report("mended: the preview shows the site as it is now")


@contextmanager
def _listening(output: Path, host: str, port: int, builds: Builds) -> Iterator[PreviewServer]:
    if host not in LOOPBACK:
        hint = f"use one of {', '.join(LOOPBACK)}; to show the site to others, publish it"
        raise CannotStart(Problem(f"the preview is for this machine alone, not for {host}", hint=hint))
    try:
        server = PreviewServer(output, host, port, builds)
    except OSError as error:
        raise CannotStart(_no_port(port, error)) from error
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        builds.close()
        server.shutdown()
        server.server_close()
        thread.join()


def _no_port(port: int, error: OSError) -> Problem:
    if error.errno == errno.EADDRINUSE:
        return Problem(f"port {port} is in use", hint=f"is a preview running? else try --port {port + 1}")
    return Problem(f"cannot listen on port {port}: {error.strerror}", hint="try --port 8000")
