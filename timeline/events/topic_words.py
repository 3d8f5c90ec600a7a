"""What a subject is called when a pronoun stands for it, and whether "he", "it" or "they" may.

`text_of` gives its words, a full name before what somebody is; `kind_of` says "person", "thing", "many", or
`BODY`.
"""

from __future__ import annotations

from timeline.events.clauses import Parse
from timeline.events.gazetteer import gazetteer
from timeline.events.language import Language
from timeline.events.tokens import Token

_LONGEST = 50  # characters of a subject that may take a pronoun's place
NAME = "name"  # one word, a person's or a body's: who speaks may be "he" or "it"
BODY = "body"  # a name with the ending of a plural ("Paribas", "Democrats"): "it" and "they" may stand for it


def text_of(parse: Parse, indexes: list[int], language: Language) -> str:
    """Return the subject, without what follows its first preposition where it is long."""
    while indexes and parse.tokens[indexes[0]].low in language.words["relatives"]:
        indexes = indexes[1:]  # "which the board said it had rejected"
    comma = next((n for n, i in enumerate(indexes) if n and parse.tokens[i].low == ","), len(indexes))
    aside = indexes[comma + 1 :]
    if _is_full_name([parse.tokens[i] for i in aside], language):  # "An accountant at the firm, Sofia Maren,"
        return _joined(parse, aside)
    text = _joined(parse, indexes)
    if len(text) > _LONGEST:
        end = next(
            (n for n, i in enumerate(indexes) if n and parse.tokens[i].low in language.words["prepositions"]),
            0,
        )
        text = _joined(parse, indexes[:end])
    return text if len(text) <= _LONGEST else ""


def _joined(parse: Parse, indexes: list[int]) -> str:
    out = ""
    for index in indexes:
        token = parse.tokens[index]
        if token.low == ",":
            break
        glued = bool(out) and parse.tokens[index - 1].end == token.start
        out += token.text if glued or not out else f" {token.text}"
    return out


def kind_of(parse: Parse, indexes: list[int], language: Language) -> str:
    """Return whether a subject is a person, a thing, many, or a name that may be one or many."""
    end = next((n for n, i in enumerate(indexes) if n and parse.tokens[i].low == ","), len(indexes))
    words = [parse.tokens[i] for i in indexes[:end] if parse.tokens[i].is_word]  # "A farmer, 58,"
    if not words:
        return ""
    head = next(
        (
            w
            for n, w in enumerate(words)
            if n + 1 == len(words)
            or words[n + 1].low in language.difference("prepositions", "comparing", "comparing_in")
        ),
        words[-1],
    )
    lone = len(words) == 1 and head.is_capital
    lone = lone and not (indexes[0] == 0 and language.patterns["doers"].fullmatch(head.low))  # "Inspectors"
    if _is_country(words, language):
        return "thing"
    many = bool(language.patterns["plural"].fullmatch(head.low))
    lone = lone or (head.is_capital and head.low in language.words["titles.organisation"])  # "Arl Airlines"
    if any(w.low in language.words["coordinators"] for w in words):
        return "many"
    aside = [parse.tokens[i].low for i in indexes[end:]]  # "Balo, the firm's director,"
    titled = any(w.low.strip(".") in language.words["titles.person"] for w in words)
    one = head.is_capital and (titled or bool(set(aside) & language.words["people"]))
    if many and not (lone or one):
        return "many"
    titled = titled or (words[0].is_capital and bool(set(aside) & language.words["people"]))
    titled = titled or _is_full_name([parse.tokens[i] for i in indexes[end:]], language)
    named_body = any(w.low in language.union("titles.organisation", "titles.place") for w in words)
    capitals = [w for w in words if w.is_capital and w.low not in language.words["determiners"]]
    both_names = len(capitals) == len(words) and len(words) in {2, 3}
    titled = titled or (words[-1].is_capital and any(w.low in language.words["people"] for w in words))
    if titled or (both_names and not named_body) or head.low in language.words["people"]:
        return "person"
    return BODY if many else "thing"


def _is_country(words: list[Token], language: Language) -> bool:
    """Tell whether a subject is the name of a country, be its form a plural ("the United States")."""
    name = " ".join(w.text for w in words if w.low not in language.words["definite_articles"])
    return bool(gazetteer().country(name))


def titled_names(parse: Parse, language: Language) -> frozenset[str]:
    """Return who is named with a title that tells a woman from a man ("Ms Roe", "Mr. Ode")."""
    titles = {t for listed in language.data["other_gender"].values() for t in listed.split()}
    names, tokens = set[str](), parse.tokens
    for index, token in enumerate(tokens[:-1]):
        end = index + 1 + (tokens[index + 1].text == ".")
        first = end
        while end < len(tokens) and tokens[end].is_capital and tokens[end].is_word:
            end += 1
        if token.is_capital and token.low.strip(".") in titles and end > first:
            names.add(_joined(parse, list(range(index, end))))
    return frozenset(names)


def _is_full_name(aside: list[Token], language: Language) -> bool:
    """Tell whether an aside is somebody's name, and nothing else."""
    words = [t for t in aside if t.is_word]
    bodies = language.union("titles.organisation", "titles.place")
    marks = language.union("stops") | {","}
    plain = all(t.is_word or t.low in marks for t in aside)
    full = len(words) in {2, 3} and all(t.is_capital and t.text.isalpha() for t in words)
    inner = aside[aside.index(words[0]) : aside.index(words[-1])] if full else []
    full = full and all(t.low != "," for t in inner)  # "Peoria, Ill." is a place
    return plain and full and not any(t.low in bodies for t in words)
