"""Everyday verbs: when the words behind "take", "give" or "lose" make a deed of them.

What such a verb tells depends on its object: a team takes the stage or the lead, a speech takes an hour.
`makes_deed` looks for a phrase that is known to tell a deed ("walked free", "tested positive"), for somebody
that a passive befell, or for an object that is a thing rather than a measure or an impression.
"""

from __future__ import annotations

from timeline.events.clauses import Clause, Parse
from timeline.events.language import Language
from timeline.events.objects import is_inverted
from timeline.events.verb_group import Mood

_REACH = 4  # words behind the verb in which the other part of its phrase stands ("lost all their lives")
_TOLD = frozenset(
    {Mood.PAST, Mood.PERFECT, Mood.PAST_PERFECT, Mood.FUTURE, Mood.DUE, Mood.MUST, Mood.BACKSHIFT}
)


def is_everyday(parse: Parse, clause: Clause, language: Language) -> bool:
    """Tell whether the verb of a clause is so common that its object decides."""
    del parse
    group = clause.group
    listed = language.union("verbs.light", "verbs.everyday", "verbs.means", "verbs.changing")
    return group is not None and group.lemma in listed


def makes_deed(parse: Parse, clause: Clause, language: Language) -> bool:
    """Tell whether an everyday verb is a deed with the words behind it."""
    group = clause.group
    if group is None or group.copula or group.mood not in _TOLD or not is_everyday(parse, clause, language):
        return False
    if in_known_phrase(parse, clause, language):
        return True
    if group.passive:
        return _befell(parse, clause, language)
    if changes(parse, clause, language) or _is_means(parse, clause, language):
        return True
    return _has_thing(parse, clause, language) and not is_inverted(parse, clause, language)


def in_known_phrase(parse: Parse, clause: Clause, language: Language) -> bool:
    """Read "walked free", "came under fire": the verb and a word shortly behind it are known as a deed."""
    group = clause.verb
    if group.lemma in language.words["resting"]:
        return False
    known = language.deed_phrases(group.lemma)
    if group.lemma in language.words["verbs.frame"]:  # "told a news conference" is still only a frame
        told = language.union("speech_deeds", "witnessing")
        known = {word: deeds for word, deeds in known.items() if not told.issuperset(deeds)}
    loose = language.words["bare_prepositions"]
    for index in range(group.last + 1, min(group.last + 1 + _REACH, len(parse.tokens))):
        token = parse.tokens[index]
        if not token.is_word or parse.owners[index] != clause.index:
            return False
        if token.low in known and token.low not in loose:
            return True
    return False


def changes(parse: Parse, clause: Clause, language: Language) -> bool:
    """Read "Unemployment fell again", "The Otters lost 4-0", "The cars rolled into the river".

    A verb that tells a change needs nothing behind it, one of moving where to.
    """
    group = clause.verb
    if group.passive or group.mood not in _TOLD:
        return False
    at = group.last + 1
    while at < len(parse.tokens) and language.is_adverb(parse.tokens[at].low):
        at += 1
    follows = parse.tokens[at].low if at < len(parse.tokens) else ""
    if group.lemma in language.words["verbs.changing"]:
        before = group.last == group.head and clause.verb.first > 0
        return before and follows not in language.difference("idle_objects", "determiners")
    listed = language.union(
        "verbs.state",
        "verbs.mind",
        "verbs.frame",
        "verbs.lasting",
        "verbs.failing",
        "verbs.asking",
        "verbs.light",
        "verbs.everyday",
        "verbs.describing",
    )
    plain = group.lemma not in listed
    itself = follows in language.words["reflexives"]
    return plain and (itself or follows in language.words["goals"])


def _is_means(parse: Parse, clause: Clause, language: Language) -> bool:
    """Read "used water cannon to clear the square": what is done with it stands in the infinitive."""
    group = clause.verb
    if group.lemma not in language.words["verbs.means"] or group.mood not in {Mood.PAST, Mood.PERFECT}:
        return False
    return any(
        g.first > group.last + 1
        and parse.owners[g.first] == clause.index
        and g.lemma in language.words["verbs.act"]
        for g in parse.infinitives
    )


def _befell(parse: Parse, clause: Clause, language: Language) -> bool:
    """Tell whether a passive tells what befell somebody, and not what a thing is used for or called."""
    group = clause.verb
    if group.lemma in language.words["verbs.describing"]:
        return False
    if group.lemma in language.words["verbs.light"]:
        return True
    at = group.last + 1
    follows = parse.tokens[at].low if at < len(parse.tokens) and at not in parse.times else ""
    where = follows in language.union("directions", "verbs.particles")
    return where or _opens_thing(parse, at, language)


def _has_thing(parse: Parse, clause: Clause, language: Language) -> bool:
    """Tell whether the object of a verb is a thing that can be taken or given."""
    at = clause.verb.last + 1
    given = at < len(parse.tokens) and parse.tokens[at].low in language.words["object_pronouns"]
    at += given and _opens_thing(parse, at + 1, language)  # "gave him a rise"
    if clause.verb.lemma in language.words["verbs.describing"] or not _opens_thing(parse, at, language):
        return False
    first, head = at, _head(parse, at, language)
    inside = [parse.tokens[i] for i in range(first, head + 1)]
    if any(t.low in language.words["idle_objects"] for t in inside[-2:]):
        return False
    guides = clause.verb.lemma in language.words["verbs.guiding"]
    if guides and not _goes_somewhere(parse, clause, head, language):
        return False
    measures = language.union("measures", "lengths")
    measured = inside[-1].text[0].isdigit() or inside[-1].low in measures
    return not measured or clause.verb.lemma in language.words["verbs.money"]


def _goes_somewhere(parse: Parse, clause: Clause, index: int, language: Language) -> bool:
    """Read "led the party to defeat" rather than "led the party": it says where to."""
    behind = (parse.tokens[i].low for i in parse.owned(clause) if i > index)
    return any(low in language.words["directions"] for low in behind)


def _opens_thing(parse: Parse, at: int, language: Language) -> bool:
    """Tell whether an object begins at a token: an article, a name, or a count."""
    if at >= len(parse.tokens) or at in parse.times:
        return False
    token = parse.tokens[at]
    counted = token.text[0].isdigit() or token.low in language.union("number_words", "amounts")
    finds = parse.clauses[parse.owners[at]].group
    if finds is not None and finds.lemma in language.words["verbs.finding"] and not counted:
        listed = language.union(
            "prepositions", "infinitive_words", "relative_that", "content_words", "adverbs"
        )
        return token.is_word and token.low not in listed  # "found clay"
    return token.low in language.words["determiners"] or token.is_capital or counted


def _head(parse: Parse, at: int, language: Language) -> int:
    """Return the last word of the phrase that begins at a token."""
    stops = language.union(
        "prepositions", "coordinators", "infinitive_words", "relatives", "relative_that", "subordinators"
    )
    owner = parse.owners[at]
    while at + 1 < len(parse.tokens):
        token = parse.tokens[at + 1]
        here = token.is_word or token.low == language.data["possessive"]
        if not here or token.low in stops or at + 1 in parse.times or parse.owners[at + 1] != owner:
            break
        at += 1
    return at
