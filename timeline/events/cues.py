"""Cues: what two tellings of one event are compared by.

Each is "kind:value": `trigger:` (the kinds of deed that the verb or noun may tell), `known:` (that they are
kinds of the language's list), `speech:`, `against:` (the kinds that undo it), `kin:` (those that often tell
the same), `phase:` (whether it begins, ends or is denied), `tense:` (the mood of its verb), `further:` (that
it is told as one more), `deed:` (those that its subject or object names), `patient:` and `agent:`, `actor:`,
`place:`, `site:` (a place that is no country) and `where:` (the words of its name), `number:`, `term:` (for
how many months, of what is imposed), `word:` (stems of the words of its clause), `near:` (of the words around
it in its sentence), `beside:` (the kinds of deed told there).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from timeline.events.clauses import Parse, Role
from timeline.events.deeds import Deed, Kinds, kinds_of, noun_deeds, phases, verb_deeds
from timeline.events.denials import denies
from timeline.events.gazetteer import gazetteer
from timeline.events.language import Language
from timeline.events.roles import NAMED, Roles, role_cues, roles_of
from timeline.events.tokens import Token, tokenise
from timeline.events.verb_group import VerbGroup
from timeline.events.word_cues import term_cues, word_cues
from timeline.model import Place

_KINDS = (
    *("trigger", "known", "speech", "against", "kin", "phase", "noun", "deed", "beside"),
    *("patient", "agent", "actor", "place", "site", "where", "number", "term", "word", "near"),
    *("tense", "further"),
)
_TELLING = frozenset({Role.MAIN, Role.CONTENT})  # clauses that tell for themselves


def cues_of(
    parse: Parse,
    indexes: Sequence[int],
    deed: Deed,
    actors: Sequence[str],
    places: Sequence[Place],
    language: Language,
) -> tuple[str, ...]:
    """Return the cues of an event told by these tokens."""
    told = [i for i in indexes if i not in parse.times]
    units = language.data["term_units"]  # "got nine years": what time was given may tell the deed
    tokens = [parse.tokens[i] for i in indexes if i not in parse.times or parse.tokens[i].low in units]
    kinds = kinds_of(deed, tokens, language)
    names = {word for name in (*actors, *(p.name for p in places)) for word in name.casefold().split()}
    roles = roles_of(parse, told, deed.group, language) if deed.group else Roles()
    skipped = {language.concept(w.casefold()) for p in places for w in p.name.split()}  # where, not whom
    skipped |= {language.concept(kinds.used)} if kinds.used else set()
    verb = tokens[kinds.at] if kinds.at >= 0 else None
    others = [t for t in map(parse.tokens.__getitem__, told) if t is not verb and t.low != kinds.used]
    core = [parse.tokens[i] for i in (*roles.patient, *roles.agent)]
    rest = [token for i, token in enumerate(parse.tokens) if i not in told and i not in parse.times]
    found = [
        *_deed_cues(deed, kinds, language),
        *(("further:yes",) if any(t.low in language.words["further"] for t in others) else ()),
        *(("phase:denials",) if deed.group and denies(tokens, kinds.at, language) else ()),
        *((f"tense:{_tense(parse, deed.group)}",) if deed.group else ("noun:yes",)),
        *(
            cue
            for cue in role_cues(parse, roles, names, language)
            if cue.partition(":")[2].removesuffix(NAMED) not in skipped
        ),
        *_actor_cues(actors, language),
        *_place_cues(places, language),
        *word_cues(others, language),
        *(_terms(parse, indexes, language) if language.words["lasting_deeds"] & set(kinds.names) else ()),
        *(f"deed:{kind}" for kind in (*noun_deeds(core, language), *_announced(deed, others, language))),
        *_values("near", rest, language),
        *(
            f"beside:{kind}"
            for kind in (*noun_deeds([*others, *rest], language), *verb_deeds(rest, language))
        ),
    ]
    return tuple(dict.fromkeys(found))


def _tense(parse: Parse, group: VerbGroup) -> str:
    """Return the mood of a verb that tells for itself; "" where its clause only says when, why or who.

    Of one joined to another ("has landed and taken samples") only that it is: it tells a part of the news.
    """
    role = parse.clauses[parse.owners[group.head]].role
    return group.mood if role in _TELLING else role if role is Role.COORDINATE else ""


def _announced(deed: Deed, others: Sequence[Token], language: Language) -> list[str]:
    """Return the kinds of deed that a decision is about: "ruled that he had been killed"."""
    tells = deed.group is not None and deed.lemma in language.words["verbs.judging"]
    return verb_deeds(others, language) if tells else []


def _deed_cues(deed: Deed, kinds: Kinds, language: Language) -> Iterator[str]:
    yield from (f"trigger:{kind}" for kind in kinds.names)
    if language.words["deed_names"].issuperset(kinds.names):
        yield "known:yes"
    if language.words["speech_deeds"].issuperset(kinds.names):
        yield "speech:yes"
    for cue, others in (("against", language.data["opposite_of"]), ("kin", language.data["kin_of"])):
        yield from (f"{cue}:{other}" for kind in kinds.names for other in others.get(kind, ()))
    yield from (f"phase:{name}" for name in phases(deed.lemma, kinds.used, language))


def _terms(parse: Parse, indexes: Sequence[int], language: Language) -> list[str]:
    return term_cues([parse.tokens[i] for i in indexes], language)


def _actor_cues(actors: Sequence[str], language: Language) -> Iterator[str]:
    """Yield who acts; a capital that acts is the government of its country as well."""
    for name in map(str.casefold, actors):
        yield f"actor:{name}"
        if state := language.data["government_of"].get(name):
            yield f"actor:{state.casefold()}"


def _place_cues(places: Sequence[Place], language: Language) -> Iterator[str]:
    yield from (f"place:{place.name.casefold()}" for place in places)
    sites = [place.name for place in places if not gazetteer().country(place.name)]
    yield from (f"site:{name.casefold()}" for name in sites)
    for name in sites:
        yield from _values("where", tokenise(name, 0, language), language)


def _values(kind: str, tokens: Sequence[Token], language: Language) -> list[str]:
    """Return the words of tokens as cues of another kind."""
    return [
        f"{kind}:{cue.partition(':')[2]}" for cue in word_cues(tokens, language) if cue.startswith("word:")
    ]


def by_kind(cues: Iterable[str]) -> dict[str, set[str]]:
    """Return the values of cues by their kind; every kind has an entry."""
    found: dict[str, set[str]] = {kind: set() for kind in _KINDS}
    for cue in cues:
        kind, _, value = cue.partition(":")
        found.setdefault(kind, set()).add(value)
    return found
