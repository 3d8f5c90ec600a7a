"""Topics: what a sentence is about, and whether a pronoun of the next one may mean somebody else."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.events.clauses import Clause
from timeline.events.language import Language
from timeline.events.topic_words import BODY


@dataclass(frozen=True, slots=True)
class Topic:
    """The subject last named: its words, and whether it is a person, a thing or many.

    `beside`: who else was named since, with a title that tells a woman from a man ("Ms Roe"); `rivals`: the
    kinds of what stood behind its verb; `called`: the pronouns that have stood for it since.
    """

    text: str = ""
    kind: str = ""
    beside: frozenset[str] = frozenset()
    rivals: frozenset[str] = frozenset()
    called: frozenset[str] = frozenset()


_WHO_OWNS = frozenset({"person", "many"})


def is_rivalled(topic: Topic, clause: Clause, language: Language) -> bool:
    """Tell whether a pronoun may stand as well for what the sentence before named behind its verb."""
    group = clause.group
    if group is None:
        return False
    befalls = group.passive and topic.kind in {"many", BODY} and "many" in topic.rivals
    stays = group.passive or group.lemma in language.words["verbs.until_then"]
    stays = stays and "thing" in topic.rivals and acts(topic, language)
    told_apart = any(w.casefold().strip(".") in language.words["gendered"] for w in topic.text.split())
    either = topic.kind == "person" and "person" in topic.rivals and not told_apart
    return befalls or stays or either


def acts(topic: Topic, language: Language) -> bool:
    """Tell whether a topic is a body, which does things to others: a council, a firm by its name."""
    bodies = language.union("titles.organisation", "actors_generic", "bodies")
    words = topic.text.split()
    named = bool(words) and words[-1][:1].isupper()
    return topic.kind != "person" and (named or any(w.casefold() in bodies for w in words))


def may_own(topic: Topic, rest: str, language: Language) -> bool:
    """Tell whether "its" is plainly what a topic has: a body has a leader, and a roof has none.

    Not behind an object: "Marovia turned the ship away. Its owner …".
    """
    first = topic.text.split()[0].casefold()
    vague = first in language.union("indefinite", "pronouns", "nominative", "first_person")
    led = any(w.casefold().strip(",") in language.words["people"] for w in rest.split()[:3])
    if topic.kind in _WHO_OWNS:  # "His mother drowned", "Their revolt was crushed"
        other = topic.rivals & ({"many"} if topic.kind == "many" else {"person", "name"})
        return not vague and not other
    other = topic.rivals & {"new", "thing"}
    return not vague and not other and (not led or acts(topic, language))


def rather(topic: Topic, title: str, language: Language) -> Topic:
    """Return who a pronoun of a headline means: Ms Roe by "she", who was named beside Mr Ode.

    Nobody, where it may be either: "The judge set bail for Ms Roe. She …".
    """
    pronoun = next((w for w in title.casefold().split(" ") if w in language.data["other_gender"]), "")
    own = language.data["own_gender"].get(pronoun, "").split()
    fitting = [name for name in topic.beside if _lows(name)[0] in own]
    if not fitting or set(_lows(topic.text)) & set(own):
        return topic
    other = set(_lows(topic.text)) & set(language.data["other_gender"][pronoun].split())
    return Topic(fitting[0], "person") if other and len(fitting) == 1 else Topic()


def _lows(text: str) -> list[str]:
    return [w.casefold().strip(".") for w in text.split()]
