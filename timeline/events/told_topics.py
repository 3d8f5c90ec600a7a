"""Topics of an article in order: what its sentences so far are about, for the pronouns of the next one.

A sentence whose subject is a pronoun hands on the topic before it. "Vass" is somebody where the article says
so elsewhere ("Prime Minister Vass", "Vass, 52, …"), and no "she" behind "he".
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from timeline.events.clauses import Parse
from timeline.events.language import Language
from timeline.events.pronouns import topic_of
from timeline.events.topic_words import BODY, titled_names
from timeline.events.topics import Topic

_UNTOLD = Topic(kind="untold")


class Topics:
    """What the sentences of an article are about, worked out when a pronoun asks: few do."""

    def __init__(self, language: Language, people: Collection[str] = ()) -> None:
        self._language, self._people = language, people
        self._told: list[Parse | Topic] = []  # of each sentence so far: as it was read, or its topic

    def add(self, parse: Parse) -> None:
        """Take in the next sentence."""
        self._told.append(parse)

    def last(self) -> Topic:
        """Return the topic of the last sentence; where that is a pronoun, of the one before it."""
        topic, beside, called = Topic(), frozenset[str](), frozenset[str]()
        for told in reversed(self._told):
            if isinstance(told, Topic):
                topic = replace(told, beside=beside | told.beside, called=called | told.called)
                break
            beside |= titled_names(told, self._language)
            found = topic_of(told, _UNTOLD, self._language)
            if found is not _UNTOLD:
                topic = self._as_person(replace(found, beside=beside - {found.text}, called=called))
                break
            called |= {told.tokens[0].low}
        if self._told:
            self._told[-1] = topic
        return topic

    def _as_person(self, topic: Topic) -> Topic:
        """Return a lone name as a person's, where the article says so and names nobody beside it."""
        known = topic.kind in {"thing", BODY} and topic.text in self._people
        return replace(topic, kind="person") if known and "name" not in topic.rivals else topic
