"""Who or what else a sentence names behind its verb, for which a pronoun of the next one may stand.

"Police detained eleven men. They were released": not the police. "The minister appointed a retired admiral,
Greta Sandoval. She must report": not the minister. In doubt a headline keeps its pronoun.
"""

from __future__ import annotations

from timeline.events.clauses import Clause, Parse
from timeline.events.earlier_subjects import names_somebody
from timeline.events.language import Language


def rivals_of(parse: Parse, clause: Clause, language: Language) -> frozenset[str]:
    """Return the kinds of what is named behind the verb of a clause: "person", "thing", "many".

    "name" is any name that may be somebody's; "new" a body or an event that is only now brought up ("voted
    for an inquiry").
    """
    group = clause.group
    if group is None or group.passive:
        return frozenset()
    found = set[str]()
    at = group.last + 1
    if at < len(parse.tokens) and _is_counted(parse, at, language):
        found.add("many")
    elif at < len(parse.tokens) and parse.tokens[at].low in language.union("determiners", "indefinite"):
        found.add("thing")
    if at < len(parse.tokens) and parse.tokens[at].low in language.words["object_pronouns"]:
        kinds = language.data["object_kinds"]  # "Marovia refused it entry. Its owner …": not Marovia's
        found.add(kinds.get(parse.tokens[at].low, "thing"))
    bodies = language.union("titles.organisation", "bodies", "actors_generic", "event_nouns")
    articles = (
        i for i in range(at, len(parse.tokens) - 1) if parse.tokens[i].low in language.words["indefinite"]
    )
    if any(t.low in bodies for i in articles for t in parse.tokens[i + 1 : i + 4]):
        found.add("new")
    if any(_introduces(parse, i, language) for i in range(at, len(parse.tokens))):
        found.add("person")
    if names_somebody(parse, at, len(parse.tokens), language):
        found.add("name")
    return frozenset(found)


def _is_counted(parse: Parse, at: int, language: Language) -> bool:
    """Tell whether an object of more than one begins at a token ("11 people", "their leaders")."""
    listed = language.union("number_words", "quantifiers", "determiners", "softening")
    counted = parse.tokens[at].text[0].isdigit() or parse.tokens[at].low in listed
    behind = parse.tokens[at : at + 4]
    many = any(t.is_word and language.patterns["plural"].fullmatch(t.low) for t in behind[counted:])
    return many and (counted or bool(language.patterns["plural"].fullmatch(parse.tokens[at].low)))


def _introduces(parse: Parse, index: int, language: Language) -> bool:
    """Read ", Greta Sandoval,": a full name behind what somebody is, between two marks."""
    run = parse.tokens[index : index + 4]
    if len(run) < 4 or run[0].low != "," or run[3].is_word:  # noqa: PLR2004 - a mark, two names, a mark
        return False
    names = all(t.is_word and t.is_capital and t.text.isalpha() for t in run[1:3])
    before = parse.tokens[index - 1].low if index else ""
    times = any(i in parse.times for i in range(index, index + 4))
    return names and before in language.words["people"] and not times
