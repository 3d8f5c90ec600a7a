"""Why tellings were joined or not, in words: `reasons.yaml`, in English as all that the command line says."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from timeline.temporal import When
from timeline.wording.dates import Dates
from timeline.wording.strings import load_strings

WORDS = Path(__file__).parent / "reasons.yaml"


def reason(key: str, values: Mapping[str, Any]) -> str:
    """Say one reason: dates in words, words in a list, scores with as many digits as tell them apart."""
    return _phrases()[key].format(**{name: _said(value, values) for name, value in values.items()})


def _said(value: object, values: Mapping[str, Any]) -> str:
    if isinstance(value, When):
        return _dates().text(value)
    if isinstance(value, tuple):
        return ", ".join(value)
    if isinstance(value, float):
        return _score(value, [v for v in values.values() if isinstance(v, float)])
    return str(value)


def _score(value: float, beside: list[float]) -> str:
    """Write a score: "4.7", or "4.66" beside one that would read the same."""
    digits = 1 if len({f"{v:.1f}" for v in beside}) == len(set(beside)) else 2
    return f"{value:.{digits}f}"


@lru_cache(maxsize=1)
def _phrases() -> Mapping[str, str]:
    read: Mapping[str, str] = yaml.safe_load(WORDS.read_text("utf-8"))
    return read


@lru_cache(maxsize=1)
def _dates() -> Dates:
    return Dates(load_strings("en"))
