"""Answers requests of the preview: with files of the output folder alone, to this machine alone."""

from __future__ import annotations

import socket
import socketserver
import time
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote_to_bytes, urlsplit

from timeline.server.page import NEWS_PATH, SCRIPT_PATH, live_page, problem_page, reload_script
from timeline.server.state import Builds

# Written out, because the types that the operating system knows differ from one machine to the next.
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".xml": "application/xml",
    ".ics": "text/calendar; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".yaml": "application/yaml",
    ".txt": "text/plain; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".ico": "image/vnd.microsoft.icon",
    ".pdf": "application/pdf",
    ".woff2": "font/woff2",
    ".webmanifest": "application/manifest+json",
}
_HEARTBEAT_SECONDS = 10.0
_SWAP_SECONDS = (
    0.5  # a build that ends puts the new folder in the old one's place: for a moment there is none
)
_NAMES = frozenset({"localhost", "127.0.0.1", "[::1]"})


class PreviewServer(ThreadingHTTPServer):
    """The server of one output folder; `address` is where it listens."""

    daemon_threads = True

    def __init__(self, output: Path, host: str, port: int, builds: Builds) -> None:
        self.output = output
        self.builds = builds
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        super().__init__((host, port), PreviewRequest)
        shown = f"[{host}]" if ":" in host else host
        self.address = f"http://{shown}:{self.server_address[1]}/"

    def server_bind(self) -> None:
        """Bind without asking the network for our name, as the standard server would."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = str(self.server_address[0]), int(self.server_address[1])

    def handle_error(self, request: object, client_address: object) -> None:
        """Pass over browsers that hang up; anything else is a bug and is shown."""
        import sys

        if not isinstance(sys.exception(), ConnectionError | TimeoutError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class PreviewRequest(BaseHTTPRequestHandler):
    """One request. Only GET and HEAD are known; others are refused by the standard server."""

    server: PreviewServer
    server_version = "timeline"
    sys_version = ""

    def do_GET(self) -> None:
        """Answer with a file, the news of the builds, or a page that says why not."""
        path = urlsplit(self.path).path
        if not is_local(self.headers.get("Host", "")):
            self._say(HTTPStatus.MISDIRECTED_REQUEST, "This preview answers to localhost alone.")
        elif path == NEWS_PATH:
            self._news()
        elif path == SCRIPT_PATH:
            self._send(HTTPStatus.OK, reload_script(), TYPES[".js"])
        else:
            self._file(path)

    do_HEAD = do_GET  # noqa: N815 - the name is the standard server's

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the standard server's
        """Say nothing: only the command line prints."""

    def _file(self, path: str) -> None:
        found = self._find(path)
        if found and found.is_dir():
            self._redirect(path + "/")
        elif found:
            self._send(HTTPStatus.OK, self._bytes_of(found), type_of(found))
        else:
            self._not_found()

    def _find(self, path: str) -> Path | None:
        until = time.monotonic() + _SWAP_SECONDS
        while not self.server.output.is_dir() and time.monotonic() < until:
            time.sleep(0.02)
        return find(self.server.output, path)

    def _not_found(self) -> None:
        page = find(self.server.output, "/404.html")
        builds = self.server.builds
        if page:
            self._send(HTTPStatus.NOT_FOUND, self._bytes_of(page), TYPES[".html"])
        elif find(self.server.output, "/index.html"):
            self._say(HTTPStatus.NOT_FOUND, "There is no such file in the site.")
        else:
            self._send(
                HTTPStatus.SERVICE_UNAVAILABLE, problem_page(builds.problem, builds.tag), TYPES[".html"]
            )

    def _bytes_of(self, file: Path) -> bytes:
        # The tag is taken first: a build that ends in between then makes the page load once more, never
        # once too little.
        tag = self.server.builds.tag
        data = file.read_bytes()
        return live_page(data, tag) if file.suffix == ".html" else data

    def _news(self) -> None:
        """Keep the connection, and send each state of the builds as a server-sent event."""
        self._head(HTTPStatus.OK, "text/event-stream")
        seen = -1
        while self.command == "GET" and not self.server.builds.closed:
            seen, state = self.server.builds.wait(seen, _HEARTBEAT_SECONDS)
            # The heartbeat finds out that a browser is gone, which ends the thread by a ConnectionError.
            self.wfile.write(f"data: {state}\n\n".encode() if state else b":\n\n")

    def _say(self, status: HTTPStatus, sentence: str) -> None:
        self._send(status, f"{status.value} {status.phrase}\n{sentence}\n".encode(), TYPES[".txt"])

    def _redirect(self, path: str) -> None:
        # One slash only: "//elsewhere" would lead to another host.
        self._head(
            HTTPStatus.MOVED_PERMANENTLY,
            TYPES[".txt"],
            {"Location": "/" + path.lstrip("/"), "Content-Length": "0"},
        )

    def _send(self, status: HTTPStatus, data: bytes, content_type: str) -> None:
        self._head(status, content_type, {"Content-Length": str(len(data))})
        if self.command != "HEAD":
            self.wfile.write(data)

    def _head(self, status: HTTPStatus, content_type: str, more: dict[str, str] | None = None) -> None:
        self.send_response(status)
        lasting = {
            "Content-Type": content_type,
            "Cache-Control": "no-store",
            "X-Content-Type-Options": "nosniff",
            "Cross-Origin-Resource-Policy": "same-origin",
            "Referrer-Policy": "no-referrer",
        }
        for name, value in (lasting | (more or {})).items():
            self.send_header(name, value)
        self.end_headers()


def is_local(host: str) -> bool:
    """Whether a Host header names this machine.

    A foreign site can give its own name the address 127.0.0.1 (DNS rebinding) and would then read the
    preview from a visitor's browser; its name in the header gives it away. Any port will do, so that a
    forwarded one works.
    """
    name, colon, port = host.rpartition(":")
    if not colon or host.endswith("]"):
        name, port = host, "80"
    return name.lower() in _NAMES and port.isascii() and port.isdigit()


def find(output: Path, path: str) -> Path | None:
    """Return the file (or a folder asked for without its slash) that a URL path means, or None.

    Nothing outside `output` is ever returned: names are decoded once and may hold no separator, no `..` and
    no control character, and what is left may not lead out over a symbolic link.
    """
    try:
        names = [unquote_to_bytes(part).decode() for part in path.split("/")]
    except UnicodeDecodeError:
        return None
    if any(name in {".", ".."} or not name.isprintable() or set(name) & set("/\\:") for name in names):
        return None
    wanted = output.joinpath(*(name for name in names if name))
    if not names[-1]:
        wanted /= "index.html"
    try:
        real = wanted.resolve(strict=True)
    except (OSError, ValueError):
        return None
    inside = real.is_relative_to(output.resolve())
    return wanted if inside and (real.is_file() or real.is_dir()) else None


def type_of(file: Path) -> str:
    """Return the Content-Type of a file, by its suffix; `feed.xml` and `feed.json` are feeds."""
    feeds = {"feed.xml": "application/atom+xml; charset=utf-8", "feed.json": "application/feed+json"}
    return feeds.get(file.name) or TYPES.get(file.suffix.lower(), "application/octet-stream")
