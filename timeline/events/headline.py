"""Headlines: a short, finite clause in the source's own words.

`headline(parse, clause, spans, language)` takes the words that the clause owns, drops what the date column shows, relative clauses,
leading connectives and (where it certainly happened) who says it, and shortens what is left to `LONGEST` characters at a seam, never inside
a word. Words that keep a claim a claim stay whatever else goes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from timeline.events.attribution import Attribution, Strength, speaker
from timeline.events.clauses import Clause, Parse, Role
from timeline.events.kinds import Verdict
from timeline.events.language import Language
from timeline.events.tokens import Token, phrase_at
from timeline.events.verbs import Mood
from timeline.model import Kind

LONGEST = 90
_LOOSE = frozenset({Role.RELATIVE, Role.PARTICIPLE, Role.ADVERBIAL})


@dataclass(frozen=True, slots=True)
class Words:
    """What a headline is made of: tokens by index, and words put in by rule ("was")."""

    parse: Parse
    language: Language

    def text(self, indexes: Sequence[int], put_in: Callable[[int], str] = lambda _index: "") -> str:
        """Join tokens as they stood, closing gaps; `put_in(i)` is set before token i."""
        out = ""
        last = -2
        for index in indexes:
            token = self.parse.tokens[index]
            glued = index == last + 1 and self.parse.tokens[last].end == token.start
            out += ("" if glued or not out else " ") + put_in(index) + token.text
            last = index
        return tidy(out)


def headline(
    parse: Parse, clause: Clause, verdict: Verdict, dated: Collection[int], language: Language
) -> str:
    """Return the headline of a clause; `dated` are the tokens of its own time, which the date column shows."""
    maker = _Maker(parse, clause, set(dated), language)
    body = maker.body()
    if not body:
        return ""
    frame = maker.frame(verdict)
    if frame is None:
        return capitalised(maker.shortened(body, LONGEST))
    before, after = frame
    room = max(LONGEST - len(before) - len(after), LONGEST // 3)
    text = maker.shortened(body, room)
    whole = before + (_uncapitalised(text, maker, body) if before else text) + after
    return capitalised(whole if len(whole) <= LONGEST else maker.cut(whole, LONGEST))


def own_words(parse: Parse, clause: Clause, dated: Collection[int], language: Language) -> list[int]:
    """Return the tokens that tell the event of a clause: those its headline is made of before it is shortened."""
    return _Maker(parse, clause, set(dated), language).body()


def subject_words(parse: Parse, clause: Clause, language: Language) -> list[int]:
    """Return the tokens of a clause's subject."""
    return _Maker(parse, clause, set(), language).subject_of(clause)


def noun_headline(parse: Parse, indexes: Sequence[int], place: str, language: Language) -> str:
    """Return the headline of an event noun: its phrase, with the place where one is known and not named in it."""
    text = Words(parse, language).text(list(indexes))
    if place and place not in text:
        text = language.data["headline"]["event_at_place"].format(event=text, place=place)
    return capitalised(text)


def plain_headline(sentence: str) -> str:
    """Return the beginning of a sentence, cut between words: for languages that the program has no rules for."""
    text = tidy(" ".join(sentence.split()))
    if len(text) <= LONGEST:
        return capitalised(text)
    return capitalised(text[: text.rindex(" ", 0, LONGEST)] + "…" if " " in text[:LONGEST] else text)


def shortened(title: str) -> str:
    """Return a headline cut between words where it is too long."""
    return title if len(title) <= LONGEST else title[: title.rindex(" ", 0, LONGEST + 1)].rstrip(" ,;:")


def capitalised(text: str) -> str:
    """Return the text with a capital first letter."""
    return text[:1].upper() + text[1:]


def tidy(text: str) -> str:
    """Close the gaps that dropped words leave: spaces before marks, marks in a row, marks at the ends."""
    text = re.sub(r"\s+", " ", text)
    text = re.sub(r"\s+([,.;:!?%)\]’”»])", r"\1", text)
    text = re.sub(r"([(\[“«])\s+", r"\1", text)
    text = re.sub(r"([$€£])\s+(?=\d)", r"\1", text)
    text = re.sub(r"(?:,\s*)+,", ",", text)
    text = re.sub(r",\s*([.;:])", r"\1", text)
    text = text.strip(" ,;:—–-…")
    text = re.sub(r"(?<![A-Z])[.]$", "", text) if not re.search(r"\b(?:[^\W\d_]\.){2,}$", text) else text
    return _balanced(text.strip(" ,;:—–-"))


def _balanced(text: str) -> str:
    """Drop quotation marks that lost their partner."""
    if text.count('"') % 2:
        text = text.replace('"', "")
    if text.count("“") != text.count("”"):
        text = text.replace("“", "").replace("”", "")
    return re.sub(r"\s+", " ", text).strip(" ,")


class _Maker:
    """Makes the headline of one clause."""

    def __init__(self, parse: Parse, clause: Clause, dated: set[int], language: Language) -> None:
        self.parse, self.clause, self.language = parse, clause, language
        self.words = language.words
        self.dated = self._with_fillers(dated)
        self.joiner = Words(parse, language)
        self.verbs = {c.group.first for c in parse.clauses if c.group and c.group.is_finite}

    # -- which words -------------------------------------------------------------------------------------------------

    def body(self) -> list[int]:
        """Return the tokens of the clause that are worth keeping, in order, with its subject in front."""
        indexes = [i for i in self._own(self.clause) if i not in self.dated and not self._is_orphan(i)]
        indexes = self._without_lead(self._without_fronted(self._unmarked(indexes)))
        indexes = self._without_fronted(indexes)
        while indexes and self.parse.tokens[indexes[-1]].low in self.words["coordinators"] | {","}:
            indexes.pop()
        return [*self._subject(), *self._deed_before(), *self._denial_before(), *indexes]

    def _is_orphan(self, index: int) -> bool:
        """The possessive ending of a time that is dropped ("last July's ouster")."""
        return self.parse.tokens[index].low == self.language.data["possessive"] and index - 1 in self.dated

    def _own(self, clause: Clause) -> list[int]:
        """Return the clause's tokens and those of embedded clauses that a headline keeps."""
        kept = {clause.index}
        for inner in self.parse.clauses:
            if inner.parent in kept and inner.index != clause.index and self._keeps(inner):
                kept.add(inner.index)
        return [i for i, owner in enumerate(self.parse.owners) if owner in kept]

    def _keeps(self, inner: Clause) -> bool:
        if inner.role in {Role.ATTRIBUTION, Role.PARENTHESIS, Role.TAIL}:
            return False
        if inner.role is Role.CONTENT:
            return True
        if self._keeps_any(self.parse.owned(inner)):
            return True
        if inner.role is Role.PARTICIPLE:
            return (
                inner.antecedent >= 0
                and self.parse.tokens[inner.first - 1].is_word
                and not self._has_time(inner)
            )
        return False

    def _has_time(self, clause: Clause) -> bool:
        return any(i in self.parse.times for i in self.parse.owned(clause))

    def _is_kept(self, token: Token) -> bool:
        return token.low in self.words["kept_words"] or token.low.startswith(self.language.data["kept_tuple"])

    def _keeps_any(self, indexes: Sequence[int]) -> bool:
        """Tell whether words that keep a claim a claim are among these; "in charge" is no charge."""
        phrases = self.language.phrases["not_kept"]
        harmless = {i + n for i in indexes for n in range(phrase_at(self.parse.tokens, i, phrases))}
        return any(self._is_kept(self.parse.tokens[i]) for i in indexes if i not in harmless)

    def _unmarked(self, indexes: list[int]) -> list[int]:
        while (
            indexes
            and not self.parse.tokens[indexes[0]].is_word
            and self.parse.tokens[indexes[0]].low not in self.words["quote_marks"]
        ):
            indexes = indexes[1:]
        return indexes

    def _with_fillers(self, dated: set[int]) -> set[int]:
        """Take in the little words before a time ("on", "in the"), which would dangle without it."""
        whole = set(dated)
        for index in sorted(dated):
            last = index
            while last + 1 in dated:
                last += 1
            if index - 1 in dated or self._describes(last):
                continue
            at = index - 1
            while at >= 0 and at not in whole and self._is_filler(at):
                whole.add(at)
                at -= 1
        return whole

    def _describes(self, last: int) -> bool:
        """Tell whether a time stands before a noun ("in a 1 November statement"): the little words are then the noun's."""
        after = self.parse.tokens[last + 1] if last + 1 < len(self.parse.tokens) else None
        if after is None or not after.is_word:
            return False
        closed = (
            "prepositions",
            "coordinators",
            "subordinators",
            "relatives",
            "relative_that",
            "determiners",
            "pronouns",
            "auxiliary_words",
        )
        group = self.clause.group
        is_verb = group is not None and last + 1 == group.first
        return (
            not is_verb
            and not any(after.low in self.words[name] for name in closed)
            and self._has_article(last)
        )

    def _has_article(self, last: int) -> bool:
        first = last
        while first > 0 and first - 1 in self.parse.times:
            first -= 1
        return first > 0 and self.parse.tokens[first - 1].low in self.words["articles"]

    def _is_filler(self, at: int) -> bool:
        low = self.parse.tokens[at].low
        if (
            low not in self.words["date_fillers"]
            or low in self.words["coordinators"]
            or at in self.parse.times
        ):
            return False
        group = self.clause.group
        behind_verb = group is not None and at == group.last + 1 and low in self.words["verbs.particles"]
        return not (behind_verb and at + 1 not in self.parse.times)  # "went on until 2019"

    def _without_lead(self, indexes: list[int]) -> list[int]:
        """Drop connectives, conjunctions and marks in front of the clause."""
        openers = (
            self.words["leading"]
            | self.words["subordinators"]
            | self.words["content_words"]
            | self.words["relative_places"]
        )
        while indexes:
            token = self.parse.tokens[indexes[0]]
            length = phrase_at(self.parse.tokens, indexes[0], self.language.phrases["leading_phrases"])
            if length:
                indexes = indexes[length:]
            elif not token.is_word and token.low not in self.words["quote_marks"]:
                indexes = indexes[1:]
            elif token.low in openers and not self._is_subject(indexes):
                indexes = indexes[1:]
            elif (
                self.clause.role is Role.RELATIVE
                and token.low in self.words["relatives"] | self.words["relative_that"]
            ):
                indexes = indexes[1:]
            else:
                break
        return indexes

    def _without_fronted(self, indexes: list[int]) -> list[int]:
        """Drop a phrase that a preposition or a participle puts before the subject ("After the coup, the army …")."""
        group = self.clause.group
        if group is None or not indexes or indexes[0] >= group.first:
            return indexes
        commas = [n for n, i in enumerate(indexes) if self.parse.tokens[i].low == "," and i < group.first]
        if not commas or self._keeps_any(indexes[: commas[-1]]):
            return indexes
        token = self.parse.tokens[indexes[0]]
        opens = token.low in self.words["prepositions"] or any(
            f.form == "gerund" for f in self.language.verb(token.low)
        )
        behind = [i for i in indexes[commas[-1] + 1 :] if i < group.first]
        return self._without_lead(indexes[commas[-1] + 1 :]) if opens and behind else indexes

    def _denial_before(self) -> list[int]:
        """ "No one was hurt when the crane fell": the denial above an occasion stays in its headline."""
        clause = self.clause
        parent = self.parse.clauses[clause.parent] if clause.parent >= 0 else None
        if (
            clause.role is not Role.ADVERBIAL
            or parent is None
            or parent.group is None
            or clause.connector not in self.words["simultaneous"]
        ):
            return []
        owned = [i for i in self.parse.owned(parent) if i not in self.parse.times]
        denied = any(
            self.parse.tokens[i].low in self.words["denying_subjects"] | self.words["negations"]
            for i in owned
        )
        if not denied or not owned or owned[0] > clause.first:
            return []
        return [*[i for i in owned if i < clause.first], clause.first]

    def _deed_before(self) -> list[int]:
        """ ", using it since 2018": a gerund with a time of its own needs the deed it hangs on to be a whole clause."""
        group = self.clause.group
        if (
            group is None
            or group.mood is not Mood.GERUND
            or self.clause.role is not Role.PARTICIPLE
            or self.clause.parent < 0
        ):
            return []
        above = self.parse.clauses[self.clause.parent]
        if above.group is None:
            return []
        owned = [
            i
            for i in self.parse.owned(above)
            if above.group.first <= i < self.clause.first and i not in self.parse.times
        ]
        end = next(
            (
                n
                for n, i in enumerate(owned)
                if i > above.group.last + 1 and self.parse.tokens[i].low in self.words["prepositions"]
            ),
            len(owned),
        )
        comma = [self.clause.first - 1] if self.parse.tokens[self.clause.first - 1].low == "," else []
        return [*[i for i in owned[:end] if i not in comma], *comma]

    def _is_subject(self, indexes: list[int]) -> bool:
        group = self.clause.group
        return (
            len(indexes) > 1
            and group is not None
            and indexes[1] == group.first
            and self.clause.role is not Role.RELATIVE
        )

    # -- the subject ---------------------------------------------------------------------------------------------------

    def _subject(self) -> list[int]:
        """Return a subject from elsewhere in the sentence, for a clause that shares or relates to one."""
        group = self.clause.group
        if group is None or self._has_subject(group.first):
            return []
        if self.clause.shares_subject >= 0:
            return self.subject_of(self.parse.clauses[self.clause.shares_subject])
        hangs = self.clause.role is Role.PARTICIPLE and self.clause.parent >= 0
        if hangs and (group.mood is Mood.GERUND or self.clause.antecedent < 0):
            return self.subject_of(self.parse.clauses[self.clause.parent])
        return self.noun_phrase(self.clause.antecedent) if self.clause.antecedent >= 0 else []

    def _has_subject(self, first: int) -> bool:
        skip = (
            self.words["relatives"]
            | self.words["relative_that"]
            | self.words["coordinators"]
            | self.words["gerund_prepositions"]
        )
        for index in self.parse.owned(self.clause):
            token = self.parse.tokens[index]
            if index >= first:
                return False
            if (
                not token.is_word
                or index in self.parse.times
                or token.low in skip
                or self.language.is_adverb(token.low)
            ):
                continue
            return True
        return False

    def subject_of(self, clause: Clause) -> list[int]:
        """Return the tokens of a clause's subject: what stands before its verb, behind the last comma after a fronted phrase."""
        group = clause.group
        if group is None:
            return []
        if not any(self.parse.tokens[i].is_word and i < group.first for i in self.parse.owned(clause)):
            shared = clause.shares_subject
            return (
                self.subject_of(self.parse.clauses[shared]) if shared >= 0 and shared != clause.index else []
            )
        before = [
            i for i in self.parse.owned(clause) if clause.first <= i < group.first and i not in self.dated
        ]
        before = self._behind_fronted(before)
        while before and self._is_loose(before[0]):
            before = before[1:]
        while before and (
            self.language.is_adverb(self.parse.tokens[before[-1]].low)
            or not self.parse.tokens[before[-1]].is_word
        ):
            before = before[:-1]
        if clause.role is Role.RELATIVE and len(before) <= 1 and clause.antecedent >= 0:
            return self.noun_phrase(clause.antecedent)
        if not before and clause.shares_subject >= 0:
            return self.subject_of(self.parse.clauses[clause.shares_subject])
        return before

    def _is_loose(self, index: int) -> bool:
        token = self.parse.tokens[index]
        openers = (
            self.words["leading"]
            | self.words["subordinators"]
            | self.words["content_words"]
            | self.words["coordinators"]
        )
        return not token.is_word or index in self.parse.times or token.low in openers

    def _behind_fronted(self, before: list[int]) -> list[int]:
        """ "In a vote that lasted all night, the council": the words behind the comma, where a preposition opens the clause."""
        first = next((i for i in before if self.parse.tokens[i].is_word), None)
        commas = [i for i in before if self.parse.tokens[i].low == ","]
        if first is None or not commas:
            return before
        fronted = (
            self.parse.tokens[first].low in self.words["prepositions"]
            or first in self.parse.times
            or self.clause.first < first
        )
        return [i for i in before if i > commas[-1]] if fronted and commas[-1] < before[-1] else before

    def noun_phrase(self, last: int) -> list[int]:
        """Return the noun phrase that ends at a token: back to its determiner, through "of"."""
        owner = self.parse.owners[last]
        group = self.parse.clauses[owner].group
        index = last
        while (
            index > 0
            and not self._before_name(index - 1)
            and self._in_phrase(index - 1, owner, group.first if group else -1, group.last if group else -1)
        ):
            index -= 1
            if (
                self.parse.tokens[index].low in self.words["determiners"]
                and self.parse.tokens[index - 1].low not in self.words["of"]
            ):
                break
        while index < last and self.parse.tokens[index].low in self.words["prepositions"]:
            index += 1
        return [i for i in range(index, last + 1) if i not in self.parse.times]

    def _before_name(self, index: int) -> bool:
        """ "the collapse of Dunmore Building Society, which": a name behind "of" stands for itself."""
        return self.parse.tokens[index].low in self.words["of"] and self.parse.tokens[index + 1].is_capital

    def _in_phrase(self, index: int, owner: int, first: int, last: int) -> bool:
        token = self.parse.tokens[index]
        if self.parse.owners[index] != owner or first <= index <= last or index in self.parse.times:
            return False
        if token.low in self.words["prepositions"]:
            return token.low in self.words["of"]
        return (
            token.is_word or token.low == self.language.data["possessive"]
        ) and token.low not in self.words["coordinators"]

    # -- who says it ---------------------------------------------------------------------------------------------------

    def frame(self, verdict: Verdict) -> tuple[str, str] | None:
        """Return what goes before and after the clause so that a claim stays one; None where nothing has to."""
        needed = [f for f in verdict.frames if f.strength in {Strength.DISTANT, Strength.HEDGED_FACT}]
        if not needed:
            return None
        return self._frame_of(needed[0])

    def _frame_of(self, frame: Attribution) -> tuple[str, str]:
        owned = [i for i in self.parse.owned(frame.clause) if i not in self._times_of(frame.clause)]
        owned = self._without_lead_marks(owned)
        text = self.joiner.text(owned)
        if frame.clause.role in {Role.TAIL, Role.ATTRIBUTION}:
            return "", f", {text}"
        opens = self.language.data["headline"]["content"]
        return f"{text} {opens} ", ""

    def _without_lead_marks(self, owned: list[int]) -> list[int]:
        while owned and not self.parse.tokens[owned[0]].is_word:
            owned = owned[1:]
        while owned and not self.parse.tokens[owned[-1]].is_word:
            owned = owned[:-1]
        return owned

    def _times_of(self, clause: Clause) -> set[int]:
        return self._with_fillers({i for i in self.parse.owned(clause) if i in self.parse.times})

    # -- shorter -------------------------------------------------------------------------------------------------------

    def shortened(self, body: list[int], room: int) -> str:
        """Return the words joined, without phrases from the end on until they fit `room` characters."""
        put_in = self._auxiliary(body)
        text = self.joiner.text(body, put_in)
        while len(text) > room:
            shorter = self._drop_one(body)
            if shorter is None:
                return self.cut(text, room)
            body = shorter
            text = self.joiner.text(body, put_in)
        return text

    def _drop_one(self, body: list[int]) -> list[int] | None:
        """Drop the last phrase that may go: behind a comma, from a conjunction, or from a preposition behind the verb's object."""
        group = self.clause.group
        verb = group.last if group else -1
        seams = [n for n, i in enumerate(body) if self._is_seam(body, n) and i > verb + 1]
        for start in reversed(seams):
            ends = (
                self.verbs if self.parse.tokens[body[start]].low not in self.words["infinitive_words"] else ()
            )
            end = next((n for n, i in enumerate(body) if n > start and (n in seams or i in ends)), len(body))
            listed = self.parse.tokens[body[start]].low == "," and end < len(body) and body[end] in self.verbs
            if not listed and not self._keeps_any(body[start:end]):
                return body[:start] + body[end:]
        commas = [n for n, i in enumerate(body) if self.parse.tokens[i].low == "," and i < verb]
        if len(commas) > 1 and not self._keeps_any(body[commas[0] : commas[-1]]):
            return body[: commas[0]] + body[commas[-1] + 1 :]
        adverb = next((n for n, i in enumerate(body) if n and self._is_idle_adverb(i)), 0)
        if adverb:
            return body[:adverb] + body[adverb + 1 :]
        before = [n for n, i in enumerate(body) if self._is_seam(body, n) and 0 < n and i < verb]
        if before:
            start = before[-1]
            end = next(
                (n for n, i in enumerate(body) if n > start and (i >= (group.first if group else 0))),
                len(body),
            )
            if end > start and not self._keeps_any(body[start:end]):
                return body[:start] + body[end:]
        return None

    def _is_idle_adverb(self, index: int) -> bool:
        token = self.parse.tokens[index]
        group = self.clause.group
        if group is None or not group.first - 1 <= index < group.head:
            return False  # "nearly 1,000" is not 1,000
        return (
            bool(self.language.patterns["adverb"].fullmatch(token.low))
            and self.language.is_adverb(token.low)
            and not self._is_kept(token)
        )

    def _is_seam(self, body: list[int], position: int) -> bool:
        token = self.parse.tokens[body[position]]
        if token.low == ",":
            return True
        before = self.parse.tokens[body[position - 1]].low if position else ""
        if token.low in self.words["coordinators"]:
            return before != "," and self._opens_phrase(body, position + 1)
        is_preposition = token.low in self.words["prepositions"] and token.low not in self.words["of"]
        infinitive = token.low in self.words["infinitive_words"]
        inner = any(
            c.first == body[position] and c.role in _LOOSE and c.index != self.clause.index
            for c in self.parse.clauses
        )
        return (
            (is_preposition or infinitive or inner)
            and before != ","
            and before not in self.words["prepositions"]
        )

    def _opens_phrase(self, body: list[int], position: int) -> bool:
        """Tell whether a conjunction joins whole phrases rather than two adjectives."""
        if position >= len(body):
            return True
        token = self.parse.tokens[body[position]]
        names = ("determiners", "prepositions", "name_prefixes")
        closed = any(token.low in self.words[name] for name in names)
        return closed or token.is_capital or bool(self.language.verb(token.low))

    def cut(self, text: str, room: int) -> str:
        """Cut between words, and drop function words that would dangle."""
        if len(text) <= room:
            return text
        at = text.rfind(" ", 0, room + 1)
        words = (text[:at] if at > 0 else text).split()
        dangling = (
            self.words["prepositions"]
            | self.words["determiners"]
            | self.words["coordinators"]
            | self.words["content_words"]
        )
        dangling |= (
            self.words["relatives"]
            | self.words["subordinators"]
            | self.words["infinitive_words"]
            | self.words["auxiliary_words"]
        )
        rest = text[at:].split()
        while len(words) > 1 and (words[-1].strip(",;:").lower() in dangling or _parts_name(words[-1], rest)):
            rest.insert(0, words.pop())
        return tidy(" ".join(words))

    def _auxiliary(self, body: list[int]) -> Callable[[int], str]:
        """Return what puts "was" or "were" before a participle that has to stand as a finite verb."""
        group = self.clause.group
        if group is None:
            return lambda _index: ""
        text = ""
        if group.mood is Mood.PARTICIPLE:
            text = self._was(self._subject()) + " "
        elif self.clause.shares_subject >= 0 and group.first == group.last:
            text = self._shared_auxiliary()
        return lambda index: text if index == group.first else ""

    def _shared_auxiliary(self) -> str:
        """ "were arrested and charged": the second verb takes the auxiliaries of the first."""
        clause = self.clause
        while clause.shares_subject >= 0 and clause.shares_subject != clause.index:
            clause = self.parse.clauses[clause.shares_subject]
        first = clause.group
        group = self.clause.group
        if first is None or group is None or not first.passive or not group.passive:
            return ""
        texts = [
            self.parse.tokens[i].text for i in range(first.first, first.head) if i not in self.parse.times
        ]
        return " ".join(texts) + " " if texts else ""

    def _was(self, subject: list[int]) -> str:
        forms = self.language.data["headline"]["passive"]
        heads = [self.parse.tokens[i].low for i in subject]
        head = next(
            (
                w
                for n, w in enumerate(heads)
                if n + 1 == len(heads) or heads[n + 1] in self.words["prepositions"]
            ),
            "",
        )
        many = self.language.patterns["plural"].fullmatch(head) or self.words["coordinators"] & set(heads)
        return str(forms["many"] if many else forms["one"])


def _parts_name(last: str, rest: Sequence[str]) -> bool:
    """Tell whether a cut would fall inside a name."""
    return bool(rest) and last[:1].isupper() and rest[0][:1].isupper() and last[-1].isalnum()


def _uncapitalised(text: str, maker: _Maker, body: list[int]) -> str:
    """Take back the capital of a sentence's first word inside a headline, unless it is a name."""
    token = maker.parse.tokens[body[0]] if body else None
    if token and token.low in maker.words["determiners"] | maker.words["pronouns"]:
        return text[:1].lower() + text[1:]
    return text


def claimant(parse: Parse, verdict: Verdict, language: Language) -> str:
    """Return who claims, for `claimed_by`."""
    if verdict.kind is not Kind.CLAIMED:
        return ""
    return verdict.claimed_by or next((speaker(parse, f.clause, language) for f in verdict.frames), "")
