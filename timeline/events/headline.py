"""Headlines: a short, finite clause in the source's own words.

`headline(parse, clause, verdict, dated, language)` takes the words that the clause owns, drops what the date
column shows, relative clauses, leading connectives and (where it certainly happened) who says it, and
shortens what is left to `LONGEST` characters at a seam, never inside a word. Words that keep a claim a claim
stay whatever else goes.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from timeline.events.attribution import Attribution, Strength, speaker
from timeline.events.clauses import Clause, Parse, Role
from timeline.events.kinds import Verdict
from timeline.events.language import Language
from timeline.events.retelling import Retelling
from timeline.events.risks import RISKY
from timeline.events.verb_group import Mood
from timeline.events.wording import LONGEST, Words, capitalised
from timeline.model import Kind


def headline(
    parse: Parse,
    clause: Clause,
    verdict: Verdict,
    dated: Collection[int],
    language: Language,
    room: int = LONGEST,
) -> tuple[str, list[int]]:
    """Return the headline of a clause, at most `room` characters, and the tokens that tell its event.

    The headline is "" where none would be whole. The tokens are what it is made of before it is shortened,
    without the clause that tells the occasion: what the event has in common with other deeds of the day.
    `dated` are the tokens of its own time, which the date column shows.
    """
    maker = _Maker(parse, clause, set(dated), language, room)
    body = maker.body()
    title = _headline(maker, body, verdict)
    if not title and body:
        title = maker.mild_title(lambda: _headline(maker, body, verdict), body, maker.frame(verdict))
    occasion = {c.index for c in parse.clauses if maker.tells_occasion(c)}
    return title, [i for i in body if parse.owners[i] not in occasion]


def _headline(  # noqa: PLR0911 - a ladder of cases, each told apart in a line
    maker: _Maker, body: list[int], verdict: Verdict
) -> str:
    """Return the first headline that is whole: of the words of the clause, or of more of the sentence."""
    if not body or maker.opens_with_relative(body):
        return ""
    frame, clause = maker.frame(verdict), maker.clause
    if (title := maker.of_some_of_them()) or maker.describes_no_noun():
        return title
    if title := maker.title(body, frame):
        return title
    if frame and (hedge := maker.hedge(verdict)) and (title := maker.title(body, ("", f", {hedge}"))):
        return title
    for words in (maker.with_content(body), maker.as_it_stands()):
        if words and (title := maker.title(words, frame)):
            return title
    if title := maker.of_what_it_describes(body):
        return title
    lone = clause.role is Role.RELATIVE and not clause.connector  # a verb whose subject was not found
    return maker.sentence() or (maker.beginning() if lone or clause.role in _TELLING else "")


def subject_words(parse: Parse, clause: Clause, language: Language) -> list[int]:
    """Return the tokens of a clause's subject."""
    return _Maker(parse, clause, set(), language).subject_of(clause)


def noun_headline(parse: Parse, indexes: Sequence[int], place: str, language: Language) -> str:
    """Return the headline of an event noun.

    Its phrase, with the place where one is known and not named in it.
    """
    text = Words(parse).text(_whole_phrase(parse, indexes, language))
    if place and place not in text:
        text = language.data["headline"]["event_at_place"].format(event=text, place=place)
    return capitalised(text)


_TELLING = frozenset({Role.MAIN, Role.CONTENT})  # whose deed the sentence tells


def _whole_phrase(parse: Parse, indexes: Sequence[int], language: Language) -> list[int]:
    """Return the words of a noun's phrase up to where it is whole ("Sale of the firm[ and]")."""
    words = list(indexes)
    opens = language.union("prepositions", "subordinators")
    joints = language.union("coordinators", "determiners", "prepositions")
    for n, index in enumerate(words[:-1]):
        if (
            parse.tokens[index].low in language.words["coordinators"]
            and parse.tokens[words[n + 1]].low in opens
        ):
            words = words[:n]  # "Bombings in Arl[ and because of fresh]"
            break
    if len(words) > 2 and parse.tokens[words[-2]].low in language.words["indefinite"]:  # noqa: PLR2004 - "of a Brenn"
        after = words[-1] + 1
        named = parse.tokens[words[-1]].is_capital and after < len(parse.tokens)
        words = words[:-1] if named and parse.tokens[after].low == "," else words
    while len(words) > 1 and parse.tokens[words[-1]].low in joints:
        words.pop()
    return words


class _Maker(Retelling):
    """Makes the headline of one clause."""

    def title(self, words: list[int], frame: tuple[str, str] | None) -> str:
        """Return the headline of these words inside a frame; "" where none is whole."""
        before, after = frame or ("", "")
        room = max(self.room - len(before) - len(after), LONGEST // 3)
        body, text = self._fitted(words, room)
        verb = self.clause.group.last if self.clause.group else -1
        if not text and not self.fault_of(words) and (fewer := self.drop_before(words, verb)):
            body, text = self._fitted(fewer, room)  # "Rowe[, Lund and Ode] agreed to sell it"
        if not text:
            return ""
        return self._framed(body, text, frame)

    def _framed(self, body: list[int], text: str, frame: tuple[str, str] | None) -> str:
        before, after = frame or ("", "")
        whole = before + (_uncapitalised(text, self, body) if before else text) + after
        return capitalised(whole) if len(whole) <= self.room else ""

    def _fitted(self, words: list[int], room: int) -> tuple[list[int], str]:
        """Return words shortened to a room, and joined; empty where they do not fit and stay whole."""
        body, text = self.shortened(words, room)
        if text and self.fault_of(body):
            mild = self.is_unfinished(body)
            body, text = self.at_border(words, room, *self.changes(words))
            body, text = self.trimmed(words, room, RISKY) if mild and not text else (body, text)
        risked = self.risk_of(body) if text else 0
        other = self.trimmed(words, room, risked) if risked >= RISKY else ([], "")
        return other if other[1] else (body, text)

    def mild_title(self, make: Callable[[], str], body: list[int], frame: tuple[str, str] | None) -> str:
        """Return a headline that wants something more, or a whole one that tells less; "" where none is."""
        self.is_mild = True
        title = make()
        self.is_mild = False
        before, after = frame or ("", "")
        words, text = self.trimmed(body, self.room - len(before) - len(after), RISKY) if title else ([], "")
        return self._framed(words, text, frame) if text else title

    def frame(self, verdict: Verdict) -> tuple[str, str] | None:
        """Return what goes before and after the clause so that a claim stays one.

        None where nothing has to.
        """
        needed = [f for f in verdict.frames if f.strength in {Strength.DISTANT, Strength.HEDGED_FACT}]
        if not needed:
            return None
        return self._frame_of(needed[0])

    def hedge(self, verdict: Verdict) -> str:
        """Return the word by which a frame keeps its distance ("has reportedly confirmed"), else ""."""
        held = (f for f in verdict.frames if f.strength is Strength.HEDGED_FACT)
        owned = [i for f in held for i in self.parse.owned(f.clause)]
        return next((self.parse.tokens[i].low for i in owned if self._low(i) in self.words["hedges"]), "")

    def _frame_of(self, frame: Attribution) -> tuple[str, str]:
        owned = [i for i in self.parse.owned(frame.clause) if i not in self._times_of(frame.clause)]
        owned = self._without_lead_marks(owned)
        subject = [] if self._has_own_subject(frame.clause) else self.subject_of(frame.clause)
        names = [self.parse.tokens[i].low for i in owned[:2]]
        if frame.clause.role is Role.RELATIVE and len(names) > 1 and names[1] in self.words["relatives"]:
            owned = owned[2:]  # "in which he claimed"
        text = self.joiner.text([*[i for i in subject if i not in owned], *owned])
        if frame.clause.role in {Role.TAIL, Role.ATTRIBUTION}:
            return "", f", {_uncapitalised(text, self, owned, 'prepositions')}"
        opens = self.language.data["headline"]["content"]
        group = frame.clause.group
        if group is not None and group.mood is Mood.GERUND and frame.clause.role is Role.PARTICIPLE:
            above = self.parse.clauses[frame.clause.parent]
            who = self.joiner.text(self.subject_of(above))
            aside = "," if "," in who else ""
            text = f"{who}{aside} {self.language.past(group.lemma)}" if who else text
        if not frame.clause.quoted and self._is_accused_of(frame):
            return f"{text} ", ""
        return f"{text} {opens} ", ""

    def _has_own_subject(self, clause: Clause) -> bool:
        group = clause.group
        first = group.first if group else clause.first
        return any(self.parse.tokens[i].is_word and i < first for i in self.parse.owned(clause))

    def _is_accused_of(self, frame: Attribution) -> bool:
        """Read "accuse it of having left": what is said is no clause of its own."""
        inner = next(
            (c for c in self.parse.clauses if c.parent == frame.clause.index and c.role is Role.CONTENT), None
        )
        if inner is None or inner.group is None or inner.connector:
            return False
        before = [self.parse.tokens[i].low for i in self.parse.owned(inner) if i < inner.verb.first]
        return bool(set(before) & self.words["of"]) and before[0] in self.words["object_pronouns"]

    def _without_lead_marks(self, owned: list[int]) -> list[int]:
        sums = self.words["currency_marks"]
        while owned and not (self.parse.tokens[owned[0]].is_word or self.parse.tokens[owned[0]].low in sums):
            owned = owned[1:]
        while owned and not self.parse.tokens[owned[-1]].is_word:
            owned = owned[:-1]
        return owned

    def _times_of(self, clause: Clause) -> set[int]:
        return self._with_fillers({i for i in self.parse.owned(clause) if i in self.parse.times})


def _uncapitalised(text: str, maker: _Maker, body: list[int], *more: str) -> str:
    """Take back the capital of a sentence's first word inside a headline, unless it is a name."""
    token = maker.parse.tokens[body[0]] if body else None
    if token and token.low in maker.words["determiners"].union(
        maker.words["pronouns"], *(maker.words[name] for name in more)
    ):
        return text[:1].lower() + text[1:]
    return text


def claimant(parse: Parse, verdict: Verdict, language: Language) -> str:
    """Return who claims, for `claimed_by`."""
    if verdict.kind is not Kind.CLAIMED:
        return ""
    return verdict.claimed_by or next((speaker(parse, f.clause, language) for f in verdict.frames), "")
