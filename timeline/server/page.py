"""What a served page has that the published one has not: a script that follows the builds, and leave for it.

The files under `site/` stay as they are; only the copy that goes to the browser is changed.
"""

from __future__ import annotations

import html
import re
from importlib import resources

SCRIPT_PATH = "/_timeline/reload.js"
NEWS_PATH = "/_timeline/news"

_META = re.compile(r"<meta\b(?:[^>\"']|\"[^\"]*\"|'[^']*')*>", re.IGNORECASE)
_IS_POLICY = re.compile(r"http-equiv\s*=\s*[\"']?content-security-policy", re.IGNORECASE)
_CONTENT = re.compile(r"(\bcontent\s*=\s*)(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)
_BODY_END = re.compile(r"</body\s*>", re.IGNORECASE)

# script-src-elem, where given, rules over script-src: both need the leave.
_NEEDED = ("script-src", "script-src-elem", "connect-src")


def live_page(page: bytes, build: str) -> bytes:
    """Return the page with the script that loads it again after a build other than `build`."""
    text = _META.sub(_with_leave, page.decode("utf-8", errors="replace"))
    script = f'<script src="{SCRIPT_PATH}?build={build}"></script>'
    ends = list(_BODY_END.finditer(text))
    at = ends[-1].start() if ends else len(text)
    return (text[:at] + script + text[at:]).encode()


def problem_page(problem: str, build: str) -> bytes:
    """Return a page for the time before there is any good one: it shows the problem."""
    shown = html.escape(problem) if problem else "The first build is under way."
    head = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Not built yet</title>'
    return live_page(
        f"{head}<body><h1>The site is not built yet</h1><pre>{shown}</pre></body></html>".encode(), build
    )


def reload_script() -> bytes:
    """Return the script that runs in served pages."""
    return resources.files("timeline.server").joinpath("reload.js").read_bytes()


def admit_self(policy: str) -> str:
    """Return a Content-Security-Policy that also admits scripts and connections of the page's own server.

    A directive that is missing falls back to `default-src`, so it is written out from there; the rest stays
    as it is.
    """
    directives: dict[str, list[str]] = {}
    for name, *sources in filter(None, map(str.split, policy.split(";"))):
        directives.setdefault(name.lower(), sources)  # of two with one name the first rules
    for name in _NEEDED:
        given = directives.get(name, directives.get("default-src"))
        if given is None or (name not in directives and name == "script-src-elem"):
            continue
        directives[name] = [*(s for s in given if s not in {"'none'", "'self'"}), "'self'"]
    return "; ".join(" ".join([name, *sources]) for name, sources in directives.items())


def _with_leave(meta: re.Match[str]) -> str:
    tag = meta.group()
    if not _IS_POLICY.search(tag):
        return tag
    return _CONTENT.sub(lambda m: f'{m[1]}"{_attribute(_admitted(m))}"', tag, count=1)


def _admitted(content: re.Match[str]) -> str:
    return admit_self(html.unescape(content[2] if content[2] is not None else content[3]))


def _attribute(value: str) -> str:
    return html.escape(value, quote=False).replace('"', "&quot;")
