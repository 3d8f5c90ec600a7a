"""From an article to its candidates: the story of the event room.

Cut into sentences, find the times, read the clauses, give each time to its verb, judge each clause, and
write down what is an event. Pure: the answer follows from the article and the settings alone, so that it
can be mapped over processes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

from timeline.collecting import no_collecting
from timeline.config import Settings
from timeline.events import language, names
from timeline.events.chosen import Chosen
from timeline.events.chronicle import is_long_ago, is_toll, with_date_lines
from timeline.events.clauses import Clause, Parse
from timeline.events.cues import cues_of
from timeline.events.dated import without_games
from timeline.events.dated_nouns import Noun, noun_words, subject_country
from timeline.events.deeds import Deed
from timeline.events.drafts import Draft, candidate_of
from timeline.events.event_days import with_event_days
from timeline.events.headline import claimant, headline, noun_headline
from timeline.events.kinds import Verdict, is_question, judge
from timeline.events.language import Language
from timeline.events.leaning import leans
from timeline.events.pronouns import (
    has_pronoun,
    named,
    named_object,
    referent_of,
    speaker_named,
    topic_of_clause,
)
from timeline.events.readings import Reading, find_times, read_all
from timeline.events.report_time import is_to_come
from timeline.events.roles import subject_cues
from timeline.events.sentences import Piece, split
from timeline.events.times import choose
from timeline.events.tokens import tokenise
from timeline.events.told_topics import Topics
from timeline.events.topics import Topic, rather
from timeline.events.verb_group import Mood
from timeline.events.without_rules import extract_plainly
from timeline.events.word_cues import word_cues
from timeline.events.wording import LONGEST
from timeline.model import Article, Candidate, Extraction, Kind, Sentence
from timeline.temporal import When

_JUST_NOW = frozenset({Mood.PERFECT, Mood.RUMOUR})


@no_collecting()
def extract(article: Article, settings: Settings) -> Extraction:
    """Return all events that the program reads in an article, and what became of each sentence."""
    del settings
    known = language.load(article.language)
    mentions = find_times(article, known)
    if known is None:
        return extract_plainly(article, mentions)
    mentions = without_games(article.text, mentions, known)
    pieces = with_date_lines(article.text, split(article.text, known), mentions)
    readings = read_all(article, pieces, mentions, known)
    dated = with_event_days(list(readings.values()), known)
    readings = dict(zip(readings, dated, strict=True))
    world = names.survey(((r.parse.tokens, r.parse.times) for r in readings.values()), known)
    return _collect(article, pieces, readings, world, known)


def _collect(
    article: Article,
    pieces: Sequence[Piece],
    readings: dict[Piece, Reading],
    world: names.World,
    known: Language,
) -> Extraction:
    candidates: list[Candidate] = []
    sentences: list[Sentence] = []
    seen: Counter[str] = Counter()
    topics = Topics(known, world.people)
    for piece in pieces:
        text = article.text[piece.start : piece.end]
        if piece.furniture:
            sentences.append(Sentence(text, piece.start, piece.end, why=piece.furniture))
            continue
        reading = readings[piece]
        drafts, why = _events_of(article, reading, world, known, topics)
        topics.add(reading.parse)
        made = [
            candidate_of(article, piece, draft, seen, position=reading.position, lead=reading.lead)
            for draft in drafts
        ]
        candidates.extend(made)
        times = tuple(f"{m.text} -> {m.when}" if m.when else m.text for m in reading.mentions)
        sentences.append(
            Sentence(text, piece.start, piece.end, times, tuple(c.id for c in made), "" if made else why)
        )
    return Extraction(article.id, tuple(candidates), tuple(sentences))


def _leaned_on(
    article: Article, reading: Reading, world: names.World, known: Language
) -> list[tuple[int, Draft]]:
    """Read "Rescuers were searching after a ferry sank": the news of a lead may hang on a state."""
    found: list[tuple[int, Draft]] = []
    for clause in reading.parse.clauses:
        if clause.group is None or not leans(reading.parse, clause, reading.timing, known):
            continue
        verdict = Verdict(Kind.HAPPENED, news=True, act=True)
        above = reading.parse.clauses[clause.parent]
        topic = topic_of_clause(reading.parse, above, Topic(), known)

        def meant(topic: Topic = topic) -> Topic:
            return topic

        made, _ = _of_clause(article, reading, clause, verdict, world, known, meant)
        found += [(clause.group.first, _with_topic(draft, clause, topic, world, known)) for draft in made]
    return found


def _with_topic(draft: Draft, clause: Clause, topic: Topic, world: names.World, known: Language) -> Draft:
    """Put what a pronoun stands for into the headline and the cues."""
    topic = rather(topic, draft.title, known)
    draft = replace(draft, claimed_by=speaker_named(draft.claimed_by, topic, known))
    subject = named(draft.title, topic, known)
    shares = clause.shares_subject >= 0  # "took back four planes and sold them": not the topic
    title = subject if shares else named_object(subject, topic, world.certain, known)
    if title == draft.title or len(title) > LONGEST:
        return draft
    tokens = tokenise(topic.text, 0, known)
    owns = draft.title.partition(" ")[0].casefold() in known.data["owning_pronouns"]
    if owns and topic.kind == "person":  # not in "Rowe's clerk left"; "its synods voted" is the church
        return replace(draft, title=title)
    words = word_cues(tokens, known)
    if subject != draft.title:
        words = [*words, *subject_cues(tokens, clause.verb, known)]
    return replace(draft, title=title, cues=tuple(dict.fromkeys((*draft.cues, *words))))


def _events_of(
    article: Article, reading: Reading, world: names.World, known: Language, topics: Topics
) -> tuple[list[Draft], str]:
    """Return the events of a sentence in its order, and why there is none where there is none."""
    reasons: list[str] = []
    drafts: list[tuple[int, Draft]] = []
    for clause in reading.parse.clauses:
        if clause.group is None:
            continue
        verdict = judge(reading.parse, clause, reading.timing, known, named=reading.is_contested)
        if verdict.kind is None:
            reasons.append(verdict.why)
            continue

        def meant(clause: Clause = clause) -> Topic:
            return referent_of(reading.parse, clause, topics.last(), known)

        made, why = _of_clause(article, reading, clause, verdict, world, known, meant)
        for draft in made:
            topic = meant() if has_pronoun(draft.title, known) else Topic()
            drafts.append((clause.group.first, _with_topic(draft, clause, topic, world, known)))
        if not made:
            reasons.append(why)
    if reading.lead and not drafts:
        drafts = _leaned_on(article, reading, world, known)
    if not is_question(reading.parse):
        drafts += [(n.index, _of_noun(article, reading, n, world, known)) for n in reading.timing.nouns]
    drafts.sort(key=lambda pair: pair[0])
    return _told_best([draft for _, draft in drafts], known), _reason(reasons)


def _told_best(drafts: list[Draft], known: Language) -> list[Draft]:
    """Return drafts without those that begin with "we" or "our", where the sentence gives another."""
    own = [d for d in drafts if d.title.partition(" ")[0].casefold() in known.words["first_person"]]
    return [d for d in drafts if d not in own] if len(own) < len(drafts) else drafts


def _reason(reasons: Sequence[str]) -> str:
    telling = [r for r in dict.fromkeys(reasons) if r]
    return "; ".join(telling) if telling else "no deed that could be dated"


def _of_clause(
    article: Article,
    reading: Reading,
    clause: Clause,
    verdict: Verdict,
    world: names.World,
    known: Language,
    meant: Callable[[], Topic],
) -> tuple[list[Draft], str]:
    chosen = choose(reading.parse, clause, verdict, reading.timing, article.anchor, known)
    drafts = []
    why = ""
    for one in chosen:
        if one.why:
            why = one.why
            continue
        if one.dated is None and not _stands_alone(reading, clause, verdict, article.anchor, known):
            why = "no time of its own, and not the news"
            continue
        draft = _clause_draft(reading, clause, verdict, one, world, known, meant)
        if not draft.title:
            why = "no words of it make a headline"
            continue
        if draft.title.partition(" ")[0].casefold() in known.words["relatives"]:
            why = "a relative clause without its noun"
            continue
        drafts.append(draft)
    return drafts, why


def _stands_alone(
    reading: Reading, clause: Clause, verdict: Verdict, anchor: When | None, known: Language
) -> bool:
    """Tell whether an event without a day may be placed by its report.

    It is in the lead, or a development just reported.
    """
    told_before = is_long_ago(reading.entry, anchor) or is_toll(reading.entry, reading.parse, clause, known)
    if told_before or not verdict.news:
        return False
    recent = clause.group is not None and clause.group.mood in _JUST_NOW
    vague = any(reading.parse.owners[i] == clause.index for i in reading.timing.vague)
    return reading.lead or recent or vague or verdict.act or verdict.kind is not Kind.HAPPENED


def _clause_draft(
    reading: Reading,
    clause: Clause,
    verdict: Verdict,
    one: Chosen,
    world: names.World,
    known: Language,
    meant: Callable[[], Topic],
) -> Draft:
    parse = reading.parse
    dated = set(range(one.dated.first, one.dated.last + 1)) if one.dated else set()
    gone = reading.timing.vague | (reading.timing.clocks if one.dated else frozenset())
    dated |= {i for i in gone if parse.owners[i] == clause.index and not _describes(parse, i, known)}
    dated |= one.skip | verdict.aside
    kind = one.kind or verdict.kind or Kind.HAPPENED
    told = replace(verdict, kind=kind)
    title, words = headline(parse, clause, told, dated, known)
    if has_pronoun(title, known) and (more := len(named(title, meant(), known)) - LONGEST) > 0:
        title = headline(parse, clause, told, dated, known, len(title) - more)[0] or title
    actors, places = names.actors_and_places(parse, words, world, known)
    lemma = one.lemma or (clause.group.lemma if clause.group else "")
    return Draft(
        title=title,
        kind=kind,
        when=one.dated.when if one.dated else None,
        said=one.dated.said if one.dated else "",
        claimed_by=claimant(parse, told, known),
        places=places,
        actors=actors,
        cues=cues_of(parse, words, Deed(lemma, clause.group), actors, places, known),
    )


def _describes(parse: Parse, index: int, known: Language) -> bool:
    """Read "under their current names": what stands behind an owner says which."""
    owned = index > 0 and parse.tokens[index - 1].low in known.words["possessive_determiners"]
    return owned and parse.tokens[index + 1].is_word and not parse.tokens[index].text[0].isdigit()


def _of_noun(article: Article, reading: Reading, noun: Noun, world: names.World, known: Language) -> Draft:
    """Make the event of a dated noun ("until a coup last year")."""
    parse = reading.parse
    clause = parse.clauses[parse.owners[noun.index]]
    indexes = noun_words(parse, noun, known)
    _, places = names.actors_and_places(parse, parse.owned(clause), world, known)
    inside = tuple(p for p in places if any(parse.tokens[i].text in p.name.split() for i in indexes))
    where = inside or subject_country(parse, clause, known)
    title = noun_headline(parse, indexes, where[0].name if where else "", known)
    return Draft(
        title=title,
        kind=Kind.PLANNED if is_to_come(noun.time.when, article.anchor) else Kind.HAPPENED,
        when=noun.time.when,
        said=noun.time.said,
        claimed_by="",
        places=where,
        actors=(),
        cues=cues_of(parse, indexes, Deed(parse.tokens[noun.index].low), (), where, known),
        noun=True,
    )
