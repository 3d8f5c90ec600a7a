"""Names: who acts and where, from capitalised words and a small gazetteer.

`find_names(parse, language)` gives the names of a sentence, `actors_and_places` what they are in an event.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from timeline.events.bodies import body_around, is_noun
from timeline.events.clauses import Parse
from timeline.events.gazetteer import Gazetteer, gazetteer
from timeline.events.language import Language
from timeline.events.name_words import goes_on_behind_stop, is_name_word, is_somebodys
from timeline.events.tokens import Token
from timeline.model import Place


@dataclass(frozen=True, slots=True)
class Name:
    """A run of capitalised words: tokens `first` to `last`."""

    text: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class World:
    """What an article as a whole says about its names.

    Countries by how often named, words seen in capitals inside sentences, names that something is said to be
    in or near to, and the last words of names that are somebody's.
    """

    countries: tuple[str, ...] = ()
    certain: frozenset[str] = field(default_factory=frozenset)
    located: frozenset[str] = field(default_factory=frozenset)
    people: frozenset[str] = field(default_factory=frozenset)


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
        last = _body_end(parse_tokens, first, last, times, language)
        names.append(Name(_text(parse_tokens, first, last), first, last))
        index = last + 1
    return names


def _name_end(tokens: Sequence[Token], index: int, times: frozenset[int], language: Language) -> int:
    """Return the last token of a name that begins at `index`; less than `index` where none does."""
    if not is_name_word(tokens, index, times, language):
        return index - 1
    last = index
    at = index + 1
    while at < len(tokens):
        token = tokens[at]
        if is_name_word(tokens, at, times, language) or (
            token.text[0].isdigit() and at not in times and at == last + 1
        ):
            last = at
            if token.text[0].isdigit():
                break
        elif goes_on_behind_stop(tokens, index, at, language):
            last = at
        elif not (token.low in language.words["join_names_with"] and at == last + 1):
            break
        at += 1
    return last


def _body_end(
    tokens: Sequence[Token], first: int, last: int, times: frozenset[int], language: Language
) -> int:
    """Return the end of a body that is named by whose it is: "the Farmers' Union", "St Mary's Hospital".

    Not of what a country or a person has ("Norland's Senate").
    """
    mark = tokens[last + 1] if last + 1 < len(tokens) else None
    if mark is None or mark.low not in language.words["possessive_marks"]:
        return last
    whole = (
        tokens[last].low in language.words["owning_names"] or tokens[first].low in language.words["saints"]
    )
    if mark.low == language.data["possessive"] and not whole:
        return last
    if country_code(_text(tokens, first, last), language, gazetteer()):
        return last
    end = _name_end(tokens, last + 2, times, language) if last + 2 < len(tokens) else last
    end = _body_end(tokens, last + 2, end, times, language) if end > last + 1 else end
    kinds = language.union("titles.organisation", "titles.place")
    return end if end > last + 1 and tokens[end].low in kinds else last


def _text(tokens: Sequence[Token], first: int, last: int) -> str:
    out = tokens[first].text
    for index in range(first + 1, last + 1):
        out += ("" if tokens[index - 1].end == tokens[index].start else " ") + tokens[index].text
    return out


def survey(sentences: Iterable[tuple[Sequence[Token], frozenset[int]]], language: Language) -> World:
    """Look through an article.

    Which countries it names, and which words it writes in capitals inside a sentence.
    """
    known, kinds = gazetteer(), language.union("titles.person", "titles.organisation", "titles.place")
    countries: Counter[str] = Counter()
    certain: set[str] = set()
    located: set[str] = set()
    people: set[str] = set()
    for tokens, times in sentences:
        for name in find_names(tokens, times, language):
            code = country_code(name.text, language, known)
            if code:
                countries[code] += 1
            if name.first > 0 or name.last > name.first:
                certain.add(name.text)
                certain.add(tokens[name.first].text)
                if tokens[name.last].low not in kinds:  # "Jonas Sand", later "Sand"
                    certain.add(tokens[name.last].text)
            if name.first and tokens[name.first - 1].low in language.words["situated"]:
                located.add(name.text)
            if is_somebodys(tokens, name.first, name.last, language):
                people.add(tokens[name.last].text)
    order = tuple(code for code, _ in sorted(countries.items(), key=lambda c: (-c[1], c[0])))
    return World(order, frozenset(certain), frozenset(located), frozenset(people))


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
    named_so = named_so and not _is_body(listed[-1], language)
    is_adjective = _stands_before_noun(parse, after, name, language)
    of_it = before >= 0 and parse.tokens[before].low in language.words["of"]
    has_it = possessive or of_it or is_adjective
    if has_it and name.text in world.located and not (person or known.country(name.text)):
        return Place(name.text)  # "Port Kelb's harbour", of a town that the article speaks of elsewhere
    if possessive or not (located or behind_comma or named_so):
        return None
    country = language.data["country_of"].get(name.text.casefold(), name.text)
    if known.country(country):
        return None if is_adjective or (behind_comma and not located) else Place(country)
    if (person or words & language.words["titles.organisation"]) and not named_so:
        return None
    town = known.town(name.text, world.countries)
    if town and (located or behind_comma):
        return Place(name.text, round(town.lat, 4), round(town.lon, 4))
    return Place(name.text) if named_so or (located and not behind_comma and not is_adjective) else None


def _stands_before_noun(parse: Parse, after: Token | None, name: Name, language: Language) -> bool:
    """Tell whether a name says of which thing another noun speaks: "the Kelb town hall"."""
    if after is None or name.last + 1 in parse.times:
        return False
    return after.is_word and after.text[0].islower() and is_noun(after, language)


def _is_body(word: str, language: Language) -> bool:
    """Tell whether a name that ends so is of people, whatever else it names: "the Port Authority"."""
    return word in language.words["titles.organisation"] - language.words["housed"]


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
    if not country_code(name.text, language, gazetteer()) and (
        words := body_around(parse, name.first, name.last, language)
    ):
        return _text(parse.tokens, *words)
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
