"""THE STORY of the program, one screen long: read, find, extract, merge, check, render.

`render` is the main job. It reads the articles and the person's files, finds events in what is new, adds
those that were never offered before, checks everything, and writes the site. `take_in` is its first half
(`timeline extract`), `look` its reading half (`timeline check`). All of them return a `Report`; printing it
is the command line's business.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from timeline import articles, config, public, render, store
from timeline.config import Settings
from timeline.model import Article, Candidate, Event, Extraction, Merge, Suggestion
from timeline.problems import Problem, Severity
from timeline.temporal.days import Day

Progress = Callable[[Sequence[Article]], Iterable[Article]]


@dataclass(frozen=True, slots=True)
class Memory:
    """What a preview keeps from one build to the next: articles and pages that have not changed."""

    read: articles.Kept = field(default_factory=articles.Kept)
    pages: render.Memory = field(default_factory=render.Memory)


@dataclass(frozen=True, slots=True)
class Job:
    """What a run is asked to do: `limit` new entries at the most (None = all), `frozen` = take nothing in."""

    output: Path
    today: Day | None = None
    build_day: Day | None = None  # stands where a format wants a date and the content has none
    frozen: bool = False
    strict: bool = False
    limit: int | None = 100
    with_drafts: bool | None = None
    dry_run: bool = False
    memory: Memory | None = None
    progress: Progress = field(default=lambda articles: articles)


@dataclass(frozen=True, slots=True)
class Report:
    """What a run found and did, for the command line to tell."""

    problems: tuple[Problem, ...] = ()
    own: tuple[Problem, ...] = ()  # those of the settings and of this run's additions
    taken: tuple[str, ...] = ()  # a line per article that was read, and per entry or source added
    added: int = 0
    suggestions: tuple[Suggestion, ...] = ()  # between entries that stand in the files
    titles: Mapping[str, str] = field(default_factory=dict)  # date and title of all entries, by id
    diff: str = ""
    state: store.State | None = None  # as read before anything was written
    written: bool = False  # whether the person's files have changed
    view: public.PublicTimeline | None = None
    pages: render.RenderReport | None = None

    @property
    def failed(self) -> bool:
        """Whether anything is an error."""
        return any(p.is_error for p in self.problems)


def render_site(project: Path, job: Job, *, base_url: str | None = None) -> Report:
    """Take in what is new, check, and write the site.

    Nothing is written when a file of the person has an error.
    """
    settings, problems = load_settings(project, base_url)
    render.check_output(job.output)
    taken = take_in(settings, job, problems)
    if _stops(taken.problems):
        return taken
    state, problems = taken.state, taken.problems
    if taken.written:  # what was found before stands on other lines now
        state, found = look(settings, job)
        problems = _once(taken.own, found)
    if state is None or _stops(problems):
        return replace(taken, problems=problems)
    from timeline import exports  # costly to import, and only pages have files beside them

    view = public.public_view(state.timeline, settings, with_drafts=job.with_drafts)
    files = exports.site_files(view, settings, job.build_day)
    kept = job.memory.pages if job.memory else None
    pages = render.write_site(view, settings, job.output, files, kept)
    told = _graded(store.pointed(state, pages.problems), job)
    return replace(taken, problems=_once(problems, told), view=view, pages=replace(pages, problems=told))


def take_in(settings: Settings, job: Job, problems: Sequence[Problem] = ()) -> Report:
    """Find events in new or changed articles and add those never offered before to the person's files."""
    state, found = look(settings, job)
    if _stops(_once(problems, found)):
        return Report(_once(problems, found))
    fresh = store.articles_to_read(state, state.articles.values())
    unseen = store.unseen(state, _extract(fresh, settings, job))
    merge = _merge(unseen.candidates, state, settings)
    plan = store.plan(state, unseen, merge, limit=job.limit)
    tongues = articles.check_languages(fresh) if fresh else ()
    own = _once(problems, _graded((*tongues, *plan.problems), job))
    problems = _once(own, found)
    report = Report(
        problems=problems,
        own=own,
        taken=plan.lines,
        added=plan.added,
        diff=plan.diff() if job.dry_run else "",
        state=state,
        **_told_apart(merge, state),
    )
    if job.frozen and plan.added:
        return replace(report, problems=(*problems, _thawed(plan.added)))
    if job.frozen or job.dry_run or plan.empty or _stops(problems):
        return report
    store.write(plan)
    return replace(report, written=True)


def look(settings: Settings, job: Job) -> tuple[store.State, tuple[Problem, ...]]:
    """Read everything and check it; changes nothing."""
    read, problems = articles.read_articles(settings, job.memory.read if job.memory else None)
    late = articles.check_days(read, job.today) if job.today else ()
    state = store.load(settings, read)
    checked = store.check(state, settings, job.today)
    pictures = render.check_pictures((e.image for e in state.timeline.events if e.image), settings)
    found = (*problems, *late, *state.problems, *checked, *store.pointed(state, pictures))
    return state, _once(_graded(found, job))


def look_closely(
    settings: Settings, job: Job, problems: Sequence[Problem] = ()
) -> tuple[store.State, tuple[Problem, ...]]:
    """Look, and hold the articles against each other and their originals: for `timeline check`."""
    state, found = look(settings, job)
    read = articles.check(tuple(a for a in state.articles.values() if not a.absent), settings)
    return state, _once(_graded((*problems, *found, *read), job))


def _extract(fresh: Sequence[Article], settings: Settings, job: Job) -> list[Extraction]:
    if not fresh:  # then the costly import is not worth it
        return []
    from timeline import events

    return [events.extract(article, settings) for article in job.progress(fresh)]


def _merge(unseen: Sequence[Candidate], state: store.State, settings: Settings) -> Merge:
    if not unseen:
        return Merge()
    from timeline import events

    gone = store.deleted(state, unseen, lambda article: events.extract(article, settings).candidates)
    all_told = replace(state.timeline, events=(*state.timeline.events, *gone))
    return _without_deleted(events.merge(unseen, all_told, settings), gone, state, settings)


def _without_deleted(merge: Merge, gone: Sequence[Event], state: store.State, settings: Settings) -> Merge:
    """Turn what joined a deleted entry into new entries that say so, unless it tells one that is there."""
    from timeline import events

    ids = {event.id for event in gone}
    told = [new for new in merge.new_sources if new.event_id in ids]
    if not told:
        return merge
    again = events.merge([new.candidate for new in told], state.timeline, settings)
    others = [new for new in merge.new_sources if new.event_id not in ids]
    return replace(
        merge,
        new_events=(*merge.new_events, *again.new_events),
        new_sources=(*others, *again.new_sources),
        suggestions=(*merge.suggestions, *again.suggestions),
        retold={new.candidate.id: new.event_id for new in told},
    )


def _told_apart(merge: Merge, state: store.State) -> dict[str, Any]:
    """Return all titles by id, and the suggestions between entries (a candidate may have joined one)."""
    titles = titles_of((*state.timeline.events, *(new.event for new in merge.new_events)))
    between = tuple(s for s in merge.suggestions if s.first in titles and s.second in titles)
    return {"titles": titles, "suggestions": between}


def titles_of(entries: Iterable[Event]) -> dict[str, str]:
    """Return date and title of entries by id: what a person tells like ones apart by."""
    return {event.id: f"{event.date or 'no date'}  {event.title}" for event in entries}


def load_settings(project: Path, base_url: str | None = None) -> tuple[Settings, tuple[Problem, ...]]:
    """Read `content/timeline.yml`; `base_url` from the command line goes before the file's."""
    settings, problems = config.load(project)
    return (settings if base_url is None else replace(settings, base_url=base_url)), problems


def _graded(problems: Iterable[Problem], job: Job) -> tuple[Problem, ...]:
    """With `--strict`, a warning is an error."""
    if not job.strict:
        return tuple(problems)
    return tuple(
        replace(p, severity=Severity.ERROR) if p.severity is Severity.WARNING else p for p in problems
    )


def _stops(problems: Iterable[Problem]) -> bool:
    """Whether the run may not write: an article's own error only leaves that article out."""
    return any(
        p.is_error and not (p.where and p.where.path.startswith("content/articles/")) for p in problems
    )


def _once(*groups: Iterable[Problem]) -> tuple[Problem, ...]:
    """Join what was found, each problem once, in order."""
    return tuple(dict.fromkeys(problem for group in groups for problem in group))


def _thawed(added: int) -> Problem:
    return Problem(
        f"the articles hold {added} entries or sources that are not in the event files yet",
        hint="run `timeline render` without --frozen, read what it adds, and commit the files.",
    )
