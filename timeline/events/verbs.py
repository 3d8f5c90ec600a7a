"""Verb groups: which words of a sentence are its verbs, in which tense and mood, denied or not.

`find_groups(tokens, times, language)` gives them in order. "had not been told" is one group: past perfect,
passive, negated. A form that may be a past tense or a participle ("troops stationed in Niger") is marked as
not `sure`; the clause reader decides.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from timeline.events.language import Language
from timeline.events.tokens import Token, phrase_at


class Mood(StrEnum):
    """What a verb group says of the deed: done, doing, due, possible, or not a statement at all."""

    PAST = "past"
    PERFECT = "perfect"
    PAST_PERFECT = "past perfect"
    PRESENT = "present"
    PROGRESSIVE = "progressive"
    PAST_PROGRESSIVE = "past progressive"
    FUTURE = "future"
    DUE = "due"  # is to, is due to, is expected to
    WAS_DUE = "was due"
    BACKSHIFT = "backshift"  # would
    MUST = "must"
    POSSIBLE = "possible"
    WISH = "wish"
    RUMOUR = "rumour"  # is believed to have
    INFINITIVE = "infinitive"
    PARTICIPLE = "participle"
    GERUND = "gerund"


# Moods whose verb is a bare form, which a second verb may share.
BARE_FORM = frozenset({Mood.FUTURE, Mood.DUE, Mood.BACKSHIFT, Mood.MUST, Mood.POSSIBLE, Mood.WISH})
NOT_FINITE = frozenset({Mood.INFINITIVE, Mood.PARTICIPLE, Mood.GERUND})


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A verb with its auxiliaries: tokens `first` to `last` (inclusive), the full verb at `head`."""

    first: int
    last: int
    head: int
    lemma: str
    mood: Mood
    passive: bool = False
    negated: bool = False
    sure: bool = True
    copula: bool = False

    @property
    def is_finite(self) -> bool:
        """Whether it can carry a clause."""
        return self.mood not in NOT_FINITE


def find_groups(tokens: Sequence[Token], times: frozenset[int], language: Language) -> list[VerbGroup]:
    """Return the verb groups of a sentence in order.

    `times` are the tokens that belong to time expressions.
    """
    reader = _Reader(tokens, times, language)
    groups = _walk(reader, tokens, times)
    if not any(g.is_finite for g in groups):  # a sentence has a verb: "Voting ends on Sunday"
        reader.is_lenient = True
        groups = _walk(reader, tokens, times)
    return groups


def _walk(reader: _Reader, tokens: Sequence[Token], times: frozenset[int]) -> list[VerbGroup]:
    groups = reader.groups = []
    index = 0
    while index < len(tokens):
        group = None if index in times else reader.at(index)
        if group:
            groups.append(group)
        index = group.last + 1 if group else index + 1
    return groups


class _Reader:
    """Reads one verb group at a time; holds the sentence and the language."""

    def __init__(self, tokens: Sequence[Token], times: frozenset[int], language: Language) -> None:
        self.tokens = tokens
        self.times = times
        self.language = language
        self.words = language.words
        auxiliaries = language.data["auxiliaries"]
        self.groups: list[VerbGroup] = []  # those read so far
        self.is_lenient = False  # whether a word that is a noun more often may be the verb
        self.readings = [language.readings(t.low) for t in tokens]
        self.be: dict[str, str] = auxiliaries["be"]
        self.have: dict[str, str] = auxiliaries["have"]
        self.do: dict[str, str] = auxiliaries["do"]
        self.modal: dict[str, str] = auxiliaries["modal"]

    def low(self, index: int) -> str:
        return self.tokens[index].low if 0 <= index < len(self.tokens) else ""

    def form(self, index: int, *names: str) -> str:
        """Return the base form where the word at `index` may be one of these verb forms; "" otherwise."""
        if index in self.times or not 0 <= index < len(self.tokens):
            return ""
        if self.tokens[index].is_capital and index:
            return ""
        readings = self.readings[index]
        return next((readings[name] for name in names if name in readings), "") if readings else ""

    def _open_base(self, index: int) -> str:
        """Return an unlisted word as a base form, where only a verb can stand ("will compensate")."""
        if index in self.times or not 0 <= index < len(self.tokens):
            return ""
        token = self.tokens[index]
        closed = (
            "prepositions",
            "determiners",
            "pronouns",
            "coordinators",
            "subordinators",
            "auxiliary_words",
            "negations",
        )
        plain = token.text.isalpha() and not token.is_capital and len(token.text) > 1
        return token.low if plain and not any(token.low in self.words[name] for name in closed) else ""

    def _is_object(self, index: int) -> bool:
        """Tell whether something a verb may govern begins here."""
        if not 0 <= index < len(self.tokens):
            return False
        token = self.tokens[index]
        return (
            token.low in self.words["determiners"] or token.low in self.words["pronouns"] or token.is_capital
        )

    def skip(self, index: int) -> tuple[int, bool]:
        """Pass over adverbs and negations (and times: "had on Monday left").

        Tell whether one of them denied.
        """
        negated = False
        while index < len(self.tokens):
            word = self.low(index)
            if word in self.words["negations"]:
                negated = negated or self.low(index + 1) not in self.words["never_negation"]
            elif not (self.language.is_adverb(word) or index in self.times):
                break
            index += 1
        return index, negated

    def at(self, index: int) -> VerbGroup | None:  # noqa: PLR0911 - a ladder of cases, each told apart in a line
        word = self.low(index)
        if word == self.language.data["possessive"]:
            is_verb = self.low(index - 1) in self.words["is_after"]
            return self._after_be(index, Mood.PRESENT) if is_verb else None
        if word in self.modal and not (self.tokens[index].is_capital and index):
            return self._after_modal(index)
        if word in self.have and self.have[word] in {"present", "past"}:
            return self._after_have(index, self.have[word])
        if word in self.be and self.be[word] in {"present", "past"}:
            return self._after_be(index, Mood.PAST if self.be[word] == "past" else Mood.PRESENT)
        if word in self.do and self.do[word] != "base":
            return self._after_do(index)
        if phrase_at(self.tokens, index, self.language.phrases["infinitive_marks"]):
            return self._infinitive(index)
        return self._full_verb(index)

    def _after_modal(self, index: int) -> VerbGroup | None:
        moods = {
            "future": Mood.FUTURE,
            "backshift": Mood.BACKSHIFT,
            "possible": Mood.POSSIBLE,
            "must": Mood.MUST,
            "wish": Mood.WISH,
        }
        mood = moods[self.modal[self.low(index)]]
        at, negated = self.skip(index + 1)
        if self.have.get(self.low(at)) == "present" and (
            lemma := self._after_to(at + 1)
        ):  # "may have to leave"
            return VerbGroup(index, at + 2, at + 2, lemma, mood, negated=negated)
        if self.have.get(self.low(at)) == "present":  # "will have left"
            at, more = self.skip(at + 1)
            negated = negated or more
            mood = mood if mood is Mood.FUTURE else Mood.POSSIBLE if mood is not Mood.BACKSHIFT else Mood.WISH
        if self.be.get(self.low(at)) in {"base", "participle"}:
            return self._passive_or_not(index, at, mood, negated=negated)
        lemma = self.form(at, "base", "past", "participle") or self._open_base(at)
        return VerbGroup(index, at, at, lemma, mood, negated=negated) if lemma else None

    def _after_deadline(self, index: int) -> str:
        """Read "has until 3 May to decide": the verb that is to be done by then; "" elsewhere."""
        if self.low(index) not in self.words["until"]:
            return ""
        at = index + 1
        while at < len(self.tokens) and (at in self.times or self.low(at) in self.words["articles"]):
            at += 1
        return self._after_to(at) if at > index + 1 else ""

    def _after_to(self, index: int) -> str:
        """Return the base form of an infinitive that begins at `index`; "" where none does."""
        marks = self.language.phrases["infinitive_marks"]
        stands = index < len(self.tokens) and phrase_at(self.tokens, index, marks)
        return self.form(index + 1, "base") if stands else ""

    def _after_have(self, index: int, tense: str) -> VerbGroup | None:
        if tense == "present" and (lemma := self._after_deadline(index + 1)):
            return VerbGroup(index, index, index, lemma, Mood.DUE)
        mood = Mood.PAST_PERFECT if tense == "past" else Mood.PERFECT
        at, negated = self.skip(index + 1)
        if self.be.get(self.low(at)) == "participle":
            return self._passive_or_not(index, at, mood, negated=negated)
        if lemma := self.form(at, "participle"):
            return VerbGroup(index, at, at, lemma, mood, negated=negated)
        if phrase_at(self.tokens, at, self.language.phrases["infinitive_marks"]) and self.form(
            at + 1, "base"
        ):
            must = Mood.MUST if tense == "present" else Mood.PAST
            return VerbGroup(index, at + 1, at + 1, self.form(at + 1, "base"), must, negated=negated)
        simple = Mood.PAST if tense == "past" else Mood.PRESENT
        return VerbGroup(index, index, index, "have", simple, negated=negated, copula=True)

    def _after_be(self, index: int, tense: Mood) -> VerbGroup:
        group = self._due(index) or self._passive_or_not(index, index, tense, negated=False)
        if group.mood is Mood.DUE and tense is Mood.PAST:
            return replace(group, mood=Mood.WAS_DUE)
        return group

    def _due(self, index: int) -> VerbGroup | None:
        """Read "is to leave", "was due to leave", "is expected to leave", "is believed to have left"."""
        at, negated = self.skip(index + 1)
        marks = self.language.phrases["infinitive_marks"]
        participle = ""
        if at < len(self.tokens) and not phrase_at(self.tokens, at, marks):
            participle = self.form(at, "participle") or self.low(at)
            scheduled = (
                participle in self.words["verbs.scheduled"] or self.low(at) in self.words["verbs.scheduled"]
            )
            if not (scheduled or participle in self.words["verbs.rumour"] or self.form(at, "gerund") == "go"):
                return None
            head = at
            at, more = self.skip(at + 1)
            negated = negated or more
            if scheduled and self._is_set_for(head):
                return VerbGroup(index, head, head, participle, Mood.DUE, passive=True, negated=negated)
        if at >= len(self.tokens) or not phrase_at(self.tokens, at, marks):
            return None
        at, more = self.skip(at + 1)
        negated = negated or more
        return self._due_verb(index, at, participle, negated=negated)

    def _is_set_for(self, head: int) -> bool:
        """Tell whether a day follows "is scheduled for", "is due on", "is due by"."""
        if head + 1 in self.times:
            return True
        return (
            self.low(head + 1) in self.words["due_prepositions"]
            and head + 2 < len(self.tokens)
            and self._time_from(head + 2)
        )

    def _time_from(self, index: int) -> bool:
        reach = 5  # "for the rest of the week", "by early"
        return any(i in self.times for i in range(index, index + reach))

    def _due_verb(self, index: int, at: int, participle: str, *, negated: bool) -> VerbGroup | None:
        rumoured = (
            participle in self.words["verbs.rumour"] and participle not in self.words["verbs.scheduled"]
        )
        mood = Mood.RUMOUR if rumoured else Mood.DUE
        if self.have.get(self.low(at)) == "present":
            at, more = self.skip(at + 1)
            negated = negated or more
            mood = Mood.RUMOUR if participle in self.words["verbs.rumour"] else mood
            if self.be.get(self.low(at)) == "participle":
                return self._passive_or_not(index, at, mood, negated=negated)
            lemma = self.form(at, "participle")
        elif self.be.get(self.low(at)) == "base":
            return self._passive_or_not(index, at, mood, negated=negated)
        else:
            lemma = self.form(at, "base") or self._open_base(at)
        if not lemma:
            return None
        return VerbGroup(index, at, at, lemma, mood, negated=negated)

    def _passive_or_not(self, first: int, be: int, mood: Mood, *, negated: bool) -> VerbGroup:
        """Read what follows a form of "be": a participle, a gerund, or neither (a copula)."""
        at, more = self.skip(be + 1)
        negated = negated or more
        being = self.be.get(self.low(at)) == "gerund"
        if being:
            at, more = self.skip(at + 1)
            negated = negated or more
        if lemma := self.form(at, "participle"):
            return VerbGroup(
                first, at, at, lemma, _ongoing(mood) if being else mood, passive=True, negated=negated
            )
        if lemma := self.form(at, "gerund"):
            return VerbGroup(first, at, at, lemma, _ongoing(mood), negated=negated)
        last = at - 1 if negated else be
        return VerbGroup(first, last, be, "be", mood, negated=negated, copula=True)

    def _after_do(self, index: int) -> VerbGroup | None:
        at, negated = self.skip(index + 1)
        past = self.do[self.low(index)] == "past"
        if lemma := self.form(at, "base"):
            return VerbGroup(index, at, at, lemma, Mood.PAST if past else Mood.PRESENT, negated=negated)
        return VerbGroup(index, index, index, "do", Mood.PAST if past else Mood.PRESENT, negated=negated)

    def _infinitive(self, index: int) -> VerbGroup | None:
        at, negated = self.skip(index + 1)
        denied = negated or self.low(index - 1) in self.words["negations"]
        if self.be.get(self.low(at)) == "base":
            return replace(
                self._passive_or_not(index, at, Mood.INFINITIVE, negated=denied), mood=Mood.INFINITIVE
            )
        lemma = self.form(at, "base") or (self._open_base(at) if self._is_object(at + 1) else "")
        due = lemma and self._shared_modal(index)  # "is to leave and to land"
        return VerbGroup(index, at, at, lemma, due or Mood.INFINITIVE, negated=denied) if lemma else None

    def _full_verb(self, index: int) -> VerbGroup | None:  # noqa: PLR0911 - a ladder of cases, each told apart in a line
        if not self.tokens[index].is_word:
            return None
        if self.be.get(self.low(index)) == "base" and self.groups:  # "ordered that it be closed"
            return self._passive_or_not(index, index, self._shared_modal(index) or Mood.MUST, negated=False)
        past = self.form(index, "past")
        participle = self.form(index, "participle")
        seeming = past or self.form(index, "third", "base")
        if seeming in self.words["verbs.seeming"]:
            return self._seeming(index, past=bool(past))
        if past or participle:
            return self._past_form(index, past, participle)
        if lemma := self.form(index, "gerund"):
            return self._gerund(index, lemma)
        if not self.readings[index] and (lemma := self._open_present(index)):
            return VerbGroup(index, index, index, lemma, Mood.PRESENT)
        if lemma := self.form(index, "third"):
            return (
                VerbGroup(index, index, index, lemma, Mood.PRESENT)
                if self._is_present(index, lemma)
                else None
            )
        lemma = self.form(index, "base")
        if lemma and self._is_bare_infinitive(index):
            return VerbGroup(index, index, index, lemma, Mood.INFINITIVE)
        if lemma and (shared := self._shared_modal(index)):
            return VerbGroup(index, index, index, lemma, shared)
        only_verb = lemma in self.words["never_nouns"] and not self._is_closed_before(self._before(index))
        plural = only_verb or (
            lemma
            and self._after_plural(index)
            and (
                lemma not in self.words["verbs.also_nouns"]
                or self._governs(index)
                or self._is_only_verb(index)
            )
        )
        return VerbGroup(index, index, index, lemma, Mood.PRESENT) if plural else None

    def _gerund(self, index: int, lemma: str) -> VerbGroup:
        """Read "having hidden", "being held" as one."""
        at, negated = self.skip(index + 1)
        auxiliary = self.have.get(self.low(index)) or self.be.get(self.low(index))
        if auxiliary and self.be.get(self.low(at)) == "participle":
            at, more = self.skip(at + 1)
            negated = negated or more
        participle = self.form(at, "participle") if auxiliary else ""
        if participle:
            return VerbGroup(index, at, at, participle, Mood.GERUND, negated=negated)
        denied = self.low(index - 1) in self.words["negations"]
        return VerbGroup(index, index, index, lemma, Mood.GERUND, negated=denied)

    def _governs(self, index: int) -> bool:
        """Tell whether an object, what is said, or an infinitive follows."""
        low = self.low(index + 1)
        if low in self.words["infinitive_words"]:
            base = self.form(index + 2, "base") or self._open_base(index + 2)
            return bool(base) or self.be.get(self.low(index + 2)) == "base"
        names = ("determiners", "content_words", "object_pronouns", "nominative")
        return any(low in self.words[name] for name in names)

    def _seeming(self, index: int, *, past: bool) -> VerbGroup:
        """Read "seems to have left"."""
        at, negated = self.skip(index + 1)
        if at < len(self.tokens) and phrase_at(self.tokens, at, self.language.phrases["infinitive_marks"]):
            at, more = self.skip(at + 1)
            group = self._due_verb(index, at, self.low(index), negated=negated or more)
            if group:
                return replace(group, mood=Mood.RUMOUR)
        return VerbGroup(
            index, index, index, "be", Mood.PAST if past else Mood.PRESENT, negated=negated, copula=True
        )

    def _past_form(self, index: int, past: str, participle: str) -> VerbGroup | None:
        before = self._before(index)
        if self.low(index) in self.words["verbs.not_past"]:
            return None
        if self._is_adjective(index, before):
            return None
        negated = any(self.low(i) in self.words["negations"] for i in range(before + 1, index))
        if not past:
            return VerbGroup(index, index, index, participle, Mood.PARTICIPLE)
        of = self.low(index + 1) in self.words["of"] and past in self.words["verbs.distance"]
        if participle and of:
            return VerbGroup(index, index, index, past, Mood.PARTICIPLE)
        by = self.low(index + 1) == self.language.data["agent"] and index + 2 not in self.times
        if participle and by and not self._is_active(past):
            return VerbGroup(index, index, index, past, Mood.PARTICIPLE)
        sure = not participle or past in self.words["verbs.intransitive"]
        sure = sure or past in self.words["verbs.frame"] or past in self.words["verbs.distance"]
        sure = sure or self._has_pronoun(before)
        return VerbGroup(index, index, index, past, Mood.PAST, negated=negated, sure=sure)

    def _has_pronoun(self, index: int) -> bool:
        """Tell whether a word can only be a subject: "they", or "it" that no verb or preposition governs."""
        if self.low(index) in self.words["nominative"]:
            return True
        if self.low(index) not in self.language.data["subject_pronouns"]:
            return False
        before = self.low(index - 1)
        opens = ("subordinators", "content_words", "relative_that", "coordinators")
        return index == 0 or any(before in self.words[name] for name in opens)

    def _is_active(self, lemma: str) -> bool:
        return lemma in self.words["verbs.by_active"] or lemma in self.words["verbs.intransitive"]

    def _before(self, index: int) -> int:
        """Return the token before the adverbs before `index`; -1 at the beginning."""
        index -= 1
        while index >= 0 and (self.language.is_adverb(self.low(index)) or index in self.times):
            index -= 1
        phrase = self._phrase_ending(index)
        return self._before(index - phrase + 1) if phrase and index >= phrase else index

    def _phrase_ending(self, index: int) -> int:
        """Return how many words a connecting phrase ("in turn") takes that ends at `index`; 0: none does."""
        phrases = self.language.phrases["leading_phrases"]
        for length in (2, 3, 4):
            first = index + 1 - length
            if first > 0 and phrase_at(self.tokens, first, phrases) == length:
                return length
        return 0

    def _is_adjective(self, index: int, before: int) -> bool:
        """Tell whether a past form stands before its noun.

        "the expected arrival", or after a preposition.
        """
        if before < 0:
            return index == 0
        word = self.low(before)
        if any(i in self.times for i in range(before, index)):
            return False
        if word in self.words["articles"] or word == self.language.data["possessive"]:
            return not (
                word == self.language.data["possessive"] and self.low(before - 1) in self.words["is_after"]
            )
        if word in self.words["prepositions"] and word not in self.words["loose_particles"]:
            return True
        if past_noun(self.low(index), self.words) and self._in_noun_phrase(index):
            return True
        counted = word[0].isdigit() or word in self.words["number_words"]
        return counted and self._is_noun_like(index + 1)

    def _in_noun_phrase(self, index: int) -> bool:
        """Tell whether "bid" or "cut" is a noun here.

        An article stands shortly before it, and no object follows.
        """
        token = self.tokens[index + 1] if index + 1 < len(self.tokens) else None
        follows = token is not None and (
            token.low in self.words["determiners"]
            or token.is_capital
            or token.text[0].isdigit()
            or token.low in self.words["number_words"]
        )
        if follows:
            return False
        for at in range(index - 1, max(-1, index - 4), -1):
            if self.low(at) in self.words["articles"]:
                return True
            if not self.tokens[at].is_word or self.low(at) in self.words["prepositions"]:
                return False
        return False

    def _is_noun_like(self, index: int) -> bool:
        if not 0 <= index < len(self.tokens) or index in self.times:
            return False
        token = self.tokens[index]
        closed = ("prepositions", "determiners", "coordinators", "pronouns", "subordinators", "content_words")
        if not token.is_word or any(token.low in self.words[name] for name in closed):
            return False
        return not self.language.is_adverb(token.low)

    def _is_present(self, index: int, lemma: str) -> bool:  # noqa: PLR0911 - a ladder of cases, each told apart in a line
        if index == 0:
            return False
        before = self._before(index)
        if self.groups and self.groups[-1].last == before:  # "made casts"
            return False
        word = self.low(before)
        subject = self.words["relatives"] | self.words["relative_that"] | self.words["nominative"]
        if self._closes_apposition(before) or word in subject:
            return True
        if word in self.words["quote_marks"] and self.low(before - 1) == ",":
            return lemma in self.words["verbs.frame"]
        blocked = (
            word in self.words["articles"]
            or word in self.words["prepositions"]
            or word == self.language.data["possessive"]
        )
        if before < 0 or blocked or not self.tokens[before].is_word:
            return False
        if word[0].isdigit() or word in self.words["number_words"]:
            return False
        if lemma not in self.words["verbs.also_nouns"]:
            return True
        if self.is_lenient or self._claims_that(index, lemma):
            return True
        if self._is_only_verb(index):
            return True
        governs = self._governs(index)
        alone = self.low(index + 1) in self.words["infinitive_words"] and not self._has_auxiliary()
        return governs and (alone or self.tokens[before].is_capital or word in self.words["pronouns"])

    def _closes_apposition(self, index: int) -> bool:
        """Tell whether a comma is the second of "The runner-up, Ada Rowe, claims": a verb has to follow."""
        if self.low(index) != "," or self.low(0) in self.words["prepositions"]:
            return False
        commas = [i for i in range(1, index) if self.tokens[i].low == ","]
        first = next((i for i in commas if self._opens_relative(i + 1)), commas[-1] if commas else 0)
        if not first or any(g.is_finite and g.first < first for g in self.groups):
            return False
        if self._opens_relative(first + 1):
            return sum(g.is_finite for g in self.groups) == 1
        if self.form(first + 1, "participle"):
            return all(not g.sure for g in self.groups if g.is_finite)
        return self.tokens[first + 1].is_capital and not any(g.is_finite for g in self.groups)

    def _open_present(self, index: int) -> str:
        """Read "She chairs the league", "farmers distrust the plan": an unlisted word between nouns.

        No noun has a noun before it and an article behind it. The word takes the form that fits its subject.
        """
        token, before = self.tokens[index], self._before(index)
        if not token.text.isalpha() or token.is_capital or before < 0 or not self._opens_object(index + 1):
            return ""
        word = self.low(before)
        if (
            self._is_closed(index)
            or self._is_closed_before(before)
            or not self.tokens[before].is_word
            or before in self.times
            or self.readings[before]
        ):
            return ""
        ending = self.language.patterns["third"].fullmatch(token.low)
        if ending:
            one = self.tokens[before].is_capital or word in self.words["relatives"] | self.words["nominative"]
            return ending[1] if one else ""
        many = bool(self.language.patterns["plural"].fullmatch(word))
        return token.low if many or word in self.words["plural_pronouns"] else ""

    def _is_bare_infinitive(self, index: int) -> bool:
        """Read "let the weeds grow", "saw two boys run": the verb hangs on the one before."""
        last = self.groups[-1] if self.groups else None
        reach = 6
        return last is not None and last.lemma in self.words["verbs.letting"] and index - last.last <= reach

    def _shared_modal(self, index: int) -> Mood | None:
        """Read "will run the line and take charge": the second verb has the tense of the first."""
        if not self.groups or self.low(index - 1) not in self.words["coordinators"]:
            return None
        last = self.groups[-1]
        return last.mood if last.mood in BARE_FORM and not last.passive and not last.copula else None

    def _opens_object(self, index: int) -> bool:
        low = self.low(index)
        return low in self.words["articles"] or low in self.words["content_words"]

    def _is_closed_before(self, index: int) -> bool:
        """Tell whether a word cannot end a subject; a pronoun can."""
        names = ("prepositions", "determiners", "coordinators", "subordinators", "number_words")
        relative = self.low(index) in self.words["relatives"] | self.words["relative_that"]
        return not relative and any(self.low(index) in self.words[name] for name in names)

    def _is_closed(self, index: int) -> bool:
        names = ("prepositions", "determiners", "pronouns", "coordinators", "subordinators", "content_words")
        low = self.low(index)
        return any(low in self.words[n] for n in (*names, "auxiliary_words")) or self.language.is_adverb(low)

    def _opens_relative(self, index: int) -> bool:
        """Tell whether "who" or "in which" stands here."""
        governed = self.low(index) in self.words["prepositions"]
        return self.low(index + governed) in self.words["relatives"]

    def _is_only_verb(self, index: int) -> bool:
        """Read "Its members vote on Thursday, and": a time follows, and nothing around can be the verb."""
        at = index + 1
        for words in (self.words["verbs.particles"], self.words["due_prepositions"]):
            at += self.low(at) in words and at not in self.times
        timed = at in self.times and self.low(at) not in self.words["of"]
        return timed and not self._has_verb(self._stretch(index))

    def _stretch(self, index: int) -> range:
        """Return the words around one up to the next marks and conjunctions."""
        first = next((i for i in range(index, 0, -1) if self._parts(i - 1)), 0)
        last = next((i for i in range(index + 1, len(self.tokens)) if self._parts(i)), len(self.tokens))
        return range(first, last)

    def _parts(self, index: int) -> bool:
        names = ("coordinators", "subordinators", "relatives")
        low = self.low(index)
        return (
            not self.tokens[index].is_word or any(low in self.words[n] for n in names)
        ) and index not in self.times

    def _has_verb(self, stretch: range) -> bool:
        """Tell whether a word in a stretch is an auxiliary or a past form."""
        if any(g.first in stretch for g in self.groups if g.is_finite):
            return True
        tables = (self.be, self.have, self.do, self.modal)
        return any(
            any(self.low(i) in table for table in tables) or self.form(i, "past")
            for i in stretch
            if i not in self.times
        )

    def _claims_that(self, index: int, lemma: str) -> bool:
        """Read "The union claims that": the first verb of a sentence that opens with an article."""
        if (
            lemma not in self.words["verbs.distance"]
            or self.low(index + 1) not in self.words["content_words"]
        ):
            return False
        finite = any(f.form == "past" for i in range(index) for f in self.language.verb(self.low(i)))
        return not finite and not self._has_auxiliary_before(index) and self.low(0) in self.words["articles"]

    def _has_auxiliary_before(self, index: int) -> bool:
        return any(self.low(i) in table for i in range(index) for table in (self.be, self.have, self.do))

    def _has_auxiliary(self) -> bool:
        """Tell whether the sentence has a plain finite verb.

        Then "the council plans to sell" may be a noun phrase.
        """
        tables = (self.be, self.have, self.do)
        finite = {word for table in tables for word, tense in table.items() if tense in {"present", "past"}}
        return any(t.low in finite or t.low in self.modal for t in self.tokens)

    def _after_plural(self, index: int) -> bool:
        before = self._before(index)
        if before < 0 or before in self.times or not self.tokens[before].is_word:
            return False
        word = self.low(before)
        if word in self.words["plural_pronouns"]:
            return True
        closed = word in self.words["determiners"] or word in self.words["prepositions"]
        past = any(form.form == "past" for form in self.language.verb(word))
        return not closed and not past and bool(self.language.patterns["plural"].fullmatch(word))


def past_noun(word: str, words: Mapping[str, frozenset[str]]) -> bool:
    """Tell whether a past form looks like the noun ("bid", "cut", "split")."""
    return word in words["verbs.also_nouns"]


def _ongoing(mood: Mood) -> Mood:
    return {Mood.PAST: Mood.PAST_PROGRESSIVE, Mood.PRESENT: Mood.PROGRESSIVE}.get(mood, mood)
