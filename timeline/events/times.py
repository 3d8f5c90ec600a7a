"""Which of the times around a clause is the event's.

A clause has its own time, or takes that of a clause it shares a subject or an occasion with. What is done
lies before the report, what is planned lies ahead: "agreed to leave by mid-September" is an agreement
without a day and a plan with one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.events.arranged import arranged, is_set
from timeline.events.attach import Timing
from timeline.events.attributive import is_adjective
from timeline.events.chosen import Chosen, listed_of, planned, several_of, without_lengths
from timeline.events.clauses import Clause, Parse, Role
from timeline.events.dated import Dated, is_label
from timeline.events.denials import dates_denial
from timeline.events.inner_times import (
    appositions,
    is_hired,
    is_inner,
    is_named_only,
    is_short_time,
    is_target,
)
from timeline.events.kinds import Verdict
from timeline.events.language import Language
from timeline.events.proceedings import is_probed, takes_over
from timeline.events.report_time import (
    is_endless,
    is_long_over,
    is_near,
    is_of_today,
    is_only_ahead,
    is_to_come,
    lies_ahead,
)
from timeline.events.sharing import inherited, inside
from timeline.events.states import exists, is_return, was_scene
from timeline.events.verb_group import AHEAD, Mood, VerbGroup
from timeline.model import Kind
from timeline.temporal import When


def choose(
    parse: Parse, clause: Clause, verdict: Verdict, timing: Timing, anchor: When | None, language: Language
) -> list[Chosen]:
    """Return the events of a clause.

    Usually one, two where it tells a deed and what is to come of it, none where only background.
    """
    return _Choice(parse, clause, verdict, timing, anchor, language).events()


@dataclass(frozen=True, slots=True)
class _Choice:
    """A clause, and all that its time is chosen by."""

    parse: Parse
    clause: Clause
    verdict: Verdict
    timing: Timing
    anchor: When | None
    language: Language

    def events(self) -> list[Chosen]:
        group, own = self.clause.group, self._own()
        if self.verdict.kind is Kind.PLANNED or (group and group.mood in AHEAD):
            own = self._without_ongoing(own)  # "It will be the first since 1979"
            if listed := listed_of(self.parse, own, self.language):
                return listed
            own = without_lengths(self.parse, own, self.language)
            return [planned(self.clause, own or self._inherited(), self.anchor)]
        is_done = self.verdict.kind is Kind.HAPPENED
        if is_done and group and is_set(self.parse, self.clause, own, self.anchor, self.language):
            return [self._set(own[0])]
        under_way = group is not None and group.mood is Mood.PROGRESSIVE and self.verdict.act
        if is_done and under_way and own and all(is_of_today(d.when, self.anchor) for d in own):
            return [Chosen(own[0])]  # "is tonight calling back 60,000 pens"
        return self._deed(self._usable(own))

    def _own(self) -> list[Dated]:
        """Return the times of the clause itself; beside a denial stands the time of what is denied."""
        group, language = self.clause.group, self.language
        times = self.timing.clauses.get(self.clause.index, [])
        own = [d for d in times if not is_named_only(self.parse, d, language)]
        if group is not None and len(own) > 1:  # "The fiscal year began on 1 July"
            own = [d for d in own if d.first > self.clause.first or d.last + 1 < group.first] or own
            own = [d for d in own if not is_adjective(self.parse, d, language)] or own
        if group is None or group.lemma not in language.difference("verbs.denial", "verbs.rejecting"):
            return own
        return [
            d
            for d in own
            if _is_next_to(group, d) or dates_denial(self.parse, self.clause, d.first, language)
        ]

    def _without_ongoing(self, own: Sequence[Dated]) -> list[Dated]:
        return [d for d in own if self.parse.tokens[d.first].low not in self.language.words["ongoing"]]

    def _inherited(self) -> Sequence[Dated]:
        return inherited(self.parse, self.clause, self.timing, self.language)

    def _set(self, day: Dated) -> Chosen:
        """Return what is set for a day, or nothing where the frame puts it off."""
        above = self.parse.clauses[self.clause.parent].group if self.clause.parent >= 0 else None
        moved = self.language.union("calling_off", "verbs.arranging")
        is_off = above is not None and above.lemma in moved
        return Chosen(None, why="called off") if is_off else Chosen(day, Kind.PLANNED)

    def _usable(self, own: Sequence[Dated]) -> Sequence[Dated]:
        """Leave out "since" beside a plain past, and near days of what somebody was told to do."""
        group, words = self.clause.group, self.language.words
        if group is None:
            return own
        is_distant = group.lemma in words["verbs.distance"]
        if group.mood is Mood.PAST and not (group.passive or is_distant):
            own = self._without_ongoing(own)
        if is_hired(self.parse, self.clause, self.language):
            return [d for d in own if not self._infinitive(d)]
        if group.lemma not in words["verbs.telling"]:
            return own
        return [d for d in own if not (self._infinitive(d) and is_near(d.when, self.anchor))]

    def _infinitive(self, dated: Dated) -> VerbGroup | None:
        return _infinitive_before(self.parse, self.clause, dated, self.language)

    def _deed(self, own: Sequence[Dated]) -> list[Chosen]:
        """Return a deed or a claim with its time, and what is to come of it."""
        is_done = self.verdict.kind is Kind.HAPPENED
        ahead = [d for d in own if self._is_ahead(d)]
        inner = self._inner(own, ahead) if is_done else []
        own = [d for d in own if d not in inner and not (is_done and is_endless(d))]
        done = self._done(own, ahead)
        if len(done) > 1 and (several := several_of(self.parse, self.clause, done, self.language)):
            return several
        if is_done and (fixed := arranged(self.parse, self.clause, own, self.anchor, self.language)):
            return [*(Chosen(d) for d in done[:1]), Chosen(fixed, Kind.PLANNED)]
        if not is_done or not ahead:
            return [self._told(done, inner)]
        told = [] if self._is_order() and not done else [self._told(done, inner)]
        infinitive = self._infinitive(ahead[-1])
        return [*told, Chosen(ahead[-1], Kind.PLANNED, infinitive.lemma if infinitive else "")]

    def _is_ahead(self, dated: Dated) -> bool:
        """Tell whether a time lies ahead behind an infinitive: "agreed to leave by mid-September"."""
        if self.clause.verb.lemma in self.language.union("verbs.refusing", "verbs.failing"):
            return False
        return bool(
            self._infinitive(dated)
            and lies_ahead(dated.when, self.anchor)
            # not "the worst to strike since 1987"
            and (dated.when.last is not None or is_to_come(dated.when, self.anchor))
        )

    def _inner(self, own: Sequence[Dated], ahead: Sequence[Dated]) -> list[Dated]:
        rest = [d for d in own if d not in ahead]
        has = self.clause.verb.mood is Mood.PERFECT  # "has been held for the bombings of last year"
        return [
            d
            for d in rest
            if is_inner(self.parse, self.clause, d, self.language)
            or (has and is_long_over(d, self.anchor))
            or is_target(self.parse, self.clause, d, self.anchor, self.language)
        ]

    def _done(self, own: Sequence[Dated], ahead: Sequence[Dated]) -> list[Dated]:
        """Return what dates a deed: its own times, else shared ones, for a claim those inside it."""
        done = [d for d in own if d not in ahead and not is_only_ahead(d, self.anchor)]
        # "named a mediator on Monday and invited them to talks on Friday"
        been = self.clause.verb.mood is Mood.PAST_PERFECT
        bounds = been and any(d.when.first is None for d in own)  # "only half had arrived by this week"
        if not own or not (done or ahead or bounds):
            done = [d for d in self._inherited() if not is_only_ahead(d, self.anchor)]
        if not done and self.verdict.kind is Kind.CLAIMED:
            within = inside(self.parse, self.clause, self.timing, self.language)
            done = [d for d in within if not is_only_ahead(d, self.anchor)]
        return done

    def _is_order(self) -> bool:
        return bool(self.clause.group and self.clause.group.lemma in self.language.words["verbs.ordering"])

    def _told(self, done: Sequence[Dated], inner: Sequence[Dated]) -> Chosen:
        return Chosen(
            _best(self.parse, self.clause, done, self.language) if done else None,
            why=_background(self.parse, self.clause, self.verdict, done, self.language),
            skip=appositions(self.parse, self.clause, inner, self.language),
        )


def _background(  # noqa: PLR0911, C901 - a ladder of cases, each told apart in a line
    parse: Parse, clause: Clause, verdict: Verdict, done: Sequence[Dated], language: Language
) -> str:
    """Return why a clause is background in spite of its deed; "" where it is not."""
    group = clause.group
    if group is None or verdict.kind is not Kind.HAPPENED:
        return ""
    foreseeing = language.union("verbs.scheduled", "verbs.plan")
    had_been = group.mood is Mood.PAST_PERFECT and group.passive and clause.role is Role.RELATIVE
    aimed = any(d.first and parse.tokens[d.first - 1].low in language.words["lasting_for"] for d in done)
    had_been = had_been or (group.mood is Mood.PAST and group.passive and aimed)  # "was promised for May"
    if (had_been or group.mood is Mood.PARTICIPLE) and group.lemma in foreseeing:
        return "had been planned"
    foreseen = group.mood is Mood.PAST and not group.passive and group.lemma in language.words["foreseeing"]
    if foreseen and done and all(d.first > group.last + 1 and is_short_time(d) for d in done):
        return "had been planned"  # "planned a march in the capital on Saturday"
    begun = group.mood is Mood.PERFECT and any(d.when.last is None for d in done)
    took_place = any(told(parse, clause, language) for told in (exists, was_scene, is_return))
    if group.copula and not (begun or took_place):
        return "a state"
    if group.mood is Mood.PAST_PROGRESSIVE and clause.role is Role.ADVERBIAL:
        return "the scene of another deed"  # "while crews were flushing the mains on Saturday"
    above = parse.clauses[clause.parent].group if clause.parent >= 0 else None
    was_so = group.mood is Mood.PAST_PERFECT and clause.role is Role.RELATIVE
    if was_so and above and above.mood is Mood.PAST_PROGRESSIVE and all(d.when.last is None for d in done):
        return "the scene of another deed"  # "was heading for a farm that had been cut off since Friday"
    if not done and clause.role in {Role.RELATIVE, Role.ADVERBIAL, Role.PARTICIPLE} and not verdict.act:
        return "background without a time"
    news = verdict.act and (is_probed(parse, clause, language) or takes_over(parse, clause, language))
    if not done and not news and group.mood in {Mood.PRESENT, Mood.PROGRESSIVE, Mood.PAST_PROGRESSIVE}:
        return "going on, without a time"
    if group.mood in {Mood.PRESENT, Mood.PROGRESSIVE} and (done or not news):
        if any(is_label(parse, d, language) for d in done):
            return ""
        return "" if any(d.when.first is None or d.when.last is None for d in done) else "a state or a habit"
    if (
        group.mood is Mood.PARTICIPLE
        and parse.tokens[clause.first - 1].low not in language.words["coordinators"]
        and group.lemma in language.union("verbs.light", "verbs.state")
    ):
        return "says more of a noun"
    if group.mood is Mood.GERUND and not any(d.when.last is None for d in done):
        return "tells the result of another deed"
    return ""


def _is_next_to(group: VerbGroup, dated: Dated) -> bool:
    """Tell whether a time stands before a verb or right behind it.

    What is denied may have a time of its own.
    """
    return dated.first < group.first or dated.first <= group.last + 2


def _infinitive_before(parse: Parse, clause: Clause, dated: Dated, language: Language) -> VerbGroup | None:
    """Return the infinitive of the clause that stands before a time: the time may be its own.

    That of "plans to halve the herd" is the noun's.
    """
    group = clause.group
    if group is None:
        return None
    between = [
        g
        for g in parse.infinitives
        if group.last < g.first < dated.first
        and parse.owners[g.first] == clause.index
        and parse.tokens[g.first - 1].low not in language.words["nouns_with_infinitive"]
    ]
    return between[-1] if between else None


def _best(parse: Parse, clause: Clause, times: Sequence[Dated], language: Language) -> Dated:
    """Return the time nearest to the verb; of an accusation the last, which is that of the alleged deed."""
    group = clause.verb
    if group.lemma in language.words["verbs.distance"]:
        return times[-1]
    if label := next((d for d in times if is_label(parse, d, language)), None):
        return label
    times = without_lengths(parse, times, language)  # "rose for the summer on 14 July"
    bounded = [d for d in times if d.when.last is not None] if group.mood is Mood.PAST else []
    return min(
        bounded or times,  # "in force since the 19th, ended on the 26th"
        key=lambda d: (abs(d.first - group.last) if d.first > group.last else group.first - d.last, d.first),
    )
