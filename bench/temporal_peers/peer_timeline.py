"""This engine as a peer among peers. Nothing is left out or added."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from serving import serve

if TYPE_CHECKING:
    from serving import Adapt, Read, Timex


def start() -> tuple[Read, Adapt]:
    from timeline.temporal import find

    return lambda text, published: find(text, published=published), adapt


def adapt(found: Any, _text: str, _published: str) -> list[Timex]:  # noqa: ANN401 -- mentions
    return [(one.start, one.end, one.type, one.value) for one in found]


if __name__ == "__main__":
    serve(start)
