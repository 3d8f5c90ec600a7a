"""What a page may load: the site's own files and nothing else, unless timeline.yml admits more."""

from __future__ import annotations

import base64
import hashlib
import re

_BASE = {
    "default-src": ["'none'"],
    "script-src": ["'self'"],
    "style-src": ["'self'"],
    "img-src": ["'self'"],
    "font-src": ["'self'"],
    "connect-src": ["'self'"],
    "form-action": ["'self'"],
    "base-uri": ["'none'"],
}
_DIRECTIVE = re.compile(r"[a-z-]+")
_FORBIDDEN = re.compile(r"[^\x21-\x7e]")


def policy(extra: str = "", inline_style: str = "") -> str:
    """Return the policy as it stands in a meta tag.

    `extra` is `csp:` of timeline.yml ("script-src https://stats.example; connect-src https://stats.example"):
    what it admits is added to ours. `inline_style` is the one style element that a page carries, if any; it
    is admitted by its digest.
    """
    directives = {name: list(values) for name, values in _BASE.items()}
    for part in extra.split(";"):
        name, *values = part.split()[:50] or [""]
        if _DIRECTIVE.fullmatch(name.lower()):
            known = directives.setdefault(name.lower(), [])
            known += [v for v in values if v not in known and not _FORBIDDEN.search(v)]
    if inline_style:
        digest = base64.b64encode(hashlib.sha256(inline_style.encode()).digest()).decode()
        directives["style-src"].append(f"'sha256-{digest}'")
    return "; ".join(" ".join([name, *_without_none(values)]) for name, values in directives.items())


def _without_none(values: list[str]) -> list[str]:
    """'none' admits nothing, and is no longer true once something is admitted."""
    return [v for v in values if v != "'none'"] or ["'none'"]
