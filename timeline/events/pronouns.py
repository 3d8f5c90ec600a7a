"""Who is meant by a pronoun at the head of a headline.

The subject of the sentence before, where number and kind agree.

"It began on 19 May." after "The withdrawal from Airbase 101 ended today." is the withdrawal. In doubt the
pronoun stays.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from timeline.events.clauses import Clause, Parse, Role
from timeline.events.earlier_subjects import (
    as_somebody,
    clauses_before,
    names_others,
    names_somebody,
)
from timeline.events.headline import subject_words
from timeline.events.language import Language
from timeline.events.naming import inside, owner_named
from timeline.events.rivals import rivals_of
from timeline.events.topic_words import BODY, NAME, kind_of, text_of
from timeline.events.topics import Topic, acts, is_rivalled, may_own
from timeline.events.wording import capitalised

_HANGING = frozenset({Role.ADVERBIAL, Role.RELATIVE})


def has_pronoun(title: str, language: Language) -> bool:
    """Tell whether a word of a headline may stand for a topic: its first, or an object."""
    first, *others = title.split(" ")
    objects = language.data["object_kinds"]
    heads = language.data["subject_pronouns"] | language.data["owning_pronouns"]
    return first.casefold() in heads or any(w.casefold() in objects for w in others)


def topic_of(parse: Parse, before: Topic, language: Language) -> Topic:
    """Return what a sentence is about: the subject of its first clause.

    A pronoun hands on the topic before it.
    """
    clause = next((c for c in parse.clauses if c.group and c.role in {Role.MAIN, Role.CONTENT}), None)
    clause = _framed(parse, clause, language)
    if clause is None:
        return Topic()
    topic = topic_of_clause(parse, clause, before, language)
    if topic is before:
        topic = _who_speaks_of_itself(parse, clause, before, language)
    return topic if topic is before else replace(topic, rivals=rivals_of(parse, clause, language))


def _who_speaks_of_itself(parse: Parse, clause: Clause, before: Topic, language: Language) -> Topic:
    """Read "The board said it had closed the tower. It will meet in May": "it" is who speaks, both times.

    Nobody knows in "The board said it was sold".
    """
    words = subject_words(parse, clause, language)
    if clause.role is not Role.CONTENT or clause.parent < 0 or not words:
        return before
    topic = _speaking(parse, parse.clauses[clause.parent], before, language)
    if not _agrees(_kind_meant(parse.tokens[words[0]].low, language), topic):
        return before
    return Topic() if clause.verb.passive else topic


def referent_of(parse: Parse, clause: Clause, before: Topic, language: Language) -> Topic:
    """Return what a pronoun at the head of a clause may stand for; nothing where others are named first.

    In "France said that it would halt all aid" that is who speaks; at the head of a sentence, the topic
    before.
    """
    if clause.quoted or _is_dummy(parse, clause):
        return Topic()
    topic = _meant(parse, clause, before, language)
    return Topic() if _is_no_doer(topic, clause, language) else topic


def _meant(parse: Parse, clause: Clause, before: Topic, language: Language) -> Topic:
    while clause.shares_subject >= 0 and clause.shares_subject != clause.index:
        clause = parse.clauses[clause.shares_subject]
    if clause.role is Role.CONTENT and clause.parent >= 0:
        return _speaking(parse, parse.clauses[clause.parent], before, language)
    if clause.role in _HANGING and clause.parent >= 0:
        return _of_above(parse, clause, before, language)
    earlier = any(c.group and c.first < clause.first and c.index != clause.index for c in parse.clauses)
    if earlier:
        return _told_before(parse, clause, before, language)
    if clause.role is not Role.MAIN:
        return Topic()
    words = subject_words(parse, clause, language)
    fronted = _told_before(parse, clause, before, language)
    meant = words and _agrees(_kind_meant(parse.tokens[words[0]].low, language), fronted)
    if meant and not _is_no_doer(fronted, clause, language):
        return fronted  # "After Rowe was acquitted, he sued"
    owns = bool(words) and parse.tokens[words[0]].low in language.data["owning_pronouns"]
    return before if owns or not is_rivalled(before, clause, language) else Topic()


def _told_before(parse: Parse, clause: Clause, before: Topic, language: Language) -> Topic:
    """Return the subject of the clause before ("Rowe fell ill in May, and he died in June")."""
    words = subject_words(parse, clause, language)
    owns = bool(words) and parse.tokens[words[0]].low in language.data["owning_pronouns"]
    told = [] if owns else clauses_before(parse, clause)
    topics = [as_somebody(topic_of_clause(parse, c, before, language)) for c in told]
    if not topics or any(t.kind == topics[-1].kind and t.text != topics[-1].text for t in topics):
        return Topic()
    beside = told[-1]
    topic = replace(topics[-1], rivals=topics[-1].rivals | rivals_of(parse, beside, language))
    behind = beside.verb.last + 1
    others = topic.kind != "many" and names_others(parse, behind, min(words, default=behind), language)
    either = topic.kind == "thing" and "thing" in topic.rivals and not acts(topic, language)
    return Topic() if others or either or is_rivalled(topic, clause, language) else topic


def _speaking(parse: Parse, above: Clause, before: Topic, language: Language) -> Topic:
    """Return who says it, as "he" in "Rowe said he would"; a spokeswoman speaks of somebody else."""
    indexes = subject_words(parse, above, language)
    if any(parse.tokens[i].low in language.words["spokespeople"] for i in indexes):
        return before if before.kind == "person" else Topic()
    return as_somebody(topic_of_clause(parse, above, before, language))


def _of_above(parse: Parse, clause: Clause, before: Topic, language: Language) -> Topic:
    """Read "The mayor left after he lost": who does the deed above, where nobody else is named behind it."""
    above = parse.clauses[clause.parent]
    while above.role in {Role.CONTENT, Role.RELATIVE} and above.parent >= 0:
        above = parse.clauses[above.parent]
    if above.group is None or above.role is not Role.MAIN or above.verb.last > clause.first:
        return Topic()
    topic = as_somebody(topic_of_clause(parse, above, before, language))
    between = range(above.verb.last + 1, clause.first)
    words = subject_words(parse, clause, language)
    meant = _kind_meant(parse.tokens[words[0]].low, language) if words else ""
    someone = topic.kind == "person" or (topic.kind == NAME and meant == "person")
    others = language.union("people", "nominative") if someone else language.words["determiners"]
    if topic.kind != "many" and names_somebody(parse, between.start, between.stop, language):
        return Topic()
    lows = {parse.tokens[i].low for i in between}
    return Topic() if lows & others or lows & set(language.data["object_kinds"]) else topic


def _is_no_doer(topic: Topic, clause: Clause, language: Language) -> bool:
    """Tell whether a topic is an event and the deed one on purpose ("The raid … It had set a deadline")."""
    group, words = clause.group, language.words
    if group is None or group.passive or group.lemma in words["verbs.of_events"]:
        return False
    lows = [w.casefold() for w in topic.text.split()]
    head = next(
        (lows[n - 1] for n, w in enumerate(lows) if n and w in words["prepositions"]),
        lows[-1] if lows else "",
    )
    bodies = language.union("titles.organisation", "actors_generic", "bodies")
    return head in words["event_nouns"] or (
        head not in bodies and bool(language.patterns["abstract"].fullmatch(head))
    )


def _is_dummy(parse: Parse, clause: Clause) -> bool:
    """Read "It had been planned to open": what is planned stands behind the verb."""
    group = clause.group
    return group is not None and group.passive and any(g.first == group.last + 1 for g in parse.infinitives)


def topic_of_clause(parse: Parse, clause: Clause, before: Topic, language: Language) -> Topic:
    """Return the subject of a clause as a topic; a pronoun hands on the topic before it."""
    indexes = subject_words(parse, clause, language)
    if len(indexes) == 1 and parse.tokens[indexes[0]].low in language.data["subject_pronouns"]:
        return before
    text = text_of(parse, indexes, language)
    return Topic(text, kind_of(parse, indexes, language)) if text else Topic()


def named(title: str, topic: Topic, language: Language) -> str:
    """Return a headline with its first pronoun replaced by what it stands for, where that is plain."""
    first, _, rest = title.partition(" ")
    pronouns = language.data["subject_pronouns"] | language.data["owning_pronouns"]
    wanted = pronouns.get(first.casefold())
    if (
        wanted is None
        or not _agrees(wanted, topic)
        or not rest
        or not _fits(first.casefold(), topic, language)
    ):
        return title
    if first.casefold() not in language.data["owning_pronouns"]:
        return capitalised(f"{topic.text} {rest}")
    return (
        capitalised(f"{owner_named(topic.text, language)} {rest}")
        if may_own(topic, rest, language)
        else title
    )


def _kind_meant(pronoun: str, language: Language) -> str:
    return str({**language.data["subject_pronouns"], **language.data["owning_pronouns"]}.get(pronoun, "?"))


def _agrees(wanted: str, topic: Topic) -> bool:
    either = {BODY: {"thing", "many"}, NAME: {"thing", "person"}}
    return wanted == topic.kind or wanted in either.get(topic.kind, ())


def speaker_named(speaker: str, topic: Topic, language: Language) -> str:
    """Return who claims something; for a pronoun the name that it plainly stands for, else nobody."""
    first, _, rest = speaker.partition(" ")
    low = first.casefold()
    wanted = language.data["subject_pronouns"].get(low)
    if wanted is not None and not rest:
        speaker = topic.text if _agrees(wanted, topic) and _fits(low, topic, language) else ""
        first, _, rest = speaker.partition(" ")
        low = first.casefold()
    plain = low in language.union(
        "determiners", "number_words", "people", "bodies", "accusers", "actors_generic"
    )
    return f"{low if plain else first} {rest}".strip()


def _fits(pronoun: str, topic: Topic, language: Language) -> bool:
    """Tell whether a pronoun may stand for a topic: "she" for no Mr Ekberry, and not for "his counsel"."""
    words = {w.casefold().strip(".") for w in topic.text.split()}
    if topic.text.split()[0].casefold() in language.words["first_person"]:
        return False
    other = language.data["other_gender"].get(pronoun, "")
    if words & set(other.split()) or topic.text.split()[0].casefold() in language.words["denying_subjects"]:
        return False
    own = language.data["own_gender"]
    if any(own[c] != own[pronoun] for c in topic.called if c in own and pronoun in own):
        return False  # "Rowe left. He …. She …"
    return topic.kind != "person" or topic.text.split()[0].casefold() not in language.data["personal"]


def named_object(title: str, topic: Topic, certain: Collection[str], language: Language) -> str:
    """Return a headline with a pronoun that is an object replaced ("A tram hit him").

    Never by who acts ("The judge told him", after a sentence on a judge), nor behind "of" ("two of them").
    `certain` are words that the article writes in capitals inside its sentences.
    """
    words = title.split(" ")
    telling = (
        {w.casefold() for w in topic.text.split()} - language.words["determiners"] - language.words["of"]
    )
    if telling & {w.casefold() for w in words}:
        return title
    kinds = language.data["object_kinds"]
    for index, word in enumerate(words[1:], 1):
        follows = words[index + 1].casefold() if index + 1 < len(words) else ""
        closed = not follows or follows in language.union("prepositions", "determiners")
        closed = closed and words[index - 1].casefold() not in language.words["of"]
        if (
            closed
            and topic.kind
            and kinds.get(word.casefold()) == topic.kind
            and _fits(word, topic, language)
        ):
            return " ".join((*words[:index], inside(topic.text, certain, language), *words[index + 1 :]))
    return title


def _framed(parse: Parse, clause: Clause | None, language: Language) -> Clause | None:
    """Behind "the ministry said that" the topic is what was said, not who said it."""
    said = language.union("verbs.frame", "verbs.distance")
    if clause is None or clause.group is None or clause.group.lemma not in said:
        return clause
    content = next(
        (c for c in parse.clauses if c.parent == clause.index and c.role is Role.CONTENT and c.group), None
    )
    return content or clause
