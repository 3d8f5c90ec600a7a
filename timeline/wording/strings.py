"""The words of the interface in the language of the site.

`load_strings("fr", folders)` reads `languages/fr.yaml` from the first folder that has it: the project's theme
comes before the files shipped here, so that a project can add a language or change a word. What is missing
there is taken from English.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

SHIPPED = Path(__file__).parent / "languages"
FALLBACK = "en"
_GROUPED_FROM = 10_000  # four figures are written without a separator, as most languages prefer


@dataclass(frozen=True, slots=True)
class Strings:
    """One language: `ui` are finished, `dates` and `phrases` have {braces}, `counts` have plural forms."""

    language: str
    direction: str
    ui: Mapping[str, str]
    dates: Mapping[str, str]
    phrases: Mapping[str, str]
    counts: Mapping[str, Mapping[str, str]]
    about: tuple[Mapping[str, str], ...]
    centuries: Mapping[str, str]
    thousands: str
    comma: str
    found: bool  # whether there is a file for the language at all

    def phrase(self, key: str, **values: str) -> str:
        """Fill in a phrase."""
        return self.phrases[key].format(**values)

    def count(self, key: str, number: int) -> str:
        """Say how many, in the plural form that the language has for that number."""
        forms = self.counts[key]
        form = forms.get(_plural_rule(self.language)(number), forms["other"])
        return form.format(n=self.number(number))

    def listed(self, parts: Iterable[str]) -> str:
        """Write parts one behind the other, as a line of facts; those that are empty are left out."""
        return self.comma.join(filter(None, parts))

    def number(self, number: int) -> str:
        """Write a whole number, grouped by thousands where it is long."""
        return f"{number:,}".replace(",", self.thousands) if number >= _GROUPED_FROM else str(number)


def load_strings(language: str, folders: Sequence[Path] = ()) -> Strings:
    """Read the words for a language tag such as `fr` or `pt-BR`.

    English for one without a file (`found` is then False).
    """
    fallback = _read(SHIPPED / f"{FALLBACK}.yaml")
    path = _find(language, folders)
    own = _read(path) if path else {}
    dates = {**fallback["dates"], **own.get("dates", {})}
    return Strings(
        language=language if path else FALLBACK,
        direction=str(own.get("direction", "ltr")),
        ui=_merged(fallback, own, "ui"),
        dates={k: v for k, v in dates.items() if isinstance(v, str)},
        phrases=_merged(fallback, own, "phrases"),
        counts=_merged(fallback, own, "counts"),
        about=tuple(own.get("about", fallback["about"])),
        centuries=dates["century_special"],
        thousands=str(own.get("thousands", fallback["thousands"])),
        comma=str(own.get("comma", fallback["comma"])),
        found=path is not None,
    )


def _merged(fallback: Mapping[str, Any], own: Mapping[str, Any], part: str) -> Mapping[str, Any]:
    return {**fallback[part], **own.get(part, {})}


def _find(language: str, folders: Sequence[Path]) -> Path | None:
    places = [folder / "languages" for folder in folders]
    tags = dict.fromkeys((language, language.partition("-")[0]))
    candidates = (place / f"{tag}.yaml" for tag in tags for place in (*places, SHIPPED))
    return next((path for path in candidates if path.is_file()), None)


@lru_cache(maxsize=16)
def _parsed(text: str) -> Mapping[str, Any]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    parsed: Mapping[str, Any] = yaml.load(text, Loader=loader)  # noqa: S506 (it is the safe loader, the quick one where there is one)
    return parsed


def _read(path: Path) -> Mapping[str, Any]:
    return _parsed(path.read_text("utf-8"))


@lru_cache(maxsize=16)
def _plural_rule(language: str) -> Callable[[int], str]:
    """English is known by heart: Babel takes 0.06 s to load, and most stories are in English."""
    if language.partition("-")[0] == FALLBACK:
        return lambda number: "one" if number == 1 else "other"
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(language, sep="-").plural_form
    except (UnknownLocaleError, ValueError):
        return lambda number: "one" if number == 1 else "other"
