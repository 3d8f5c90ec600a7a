"""What all checks look at: the state of a project, with ways to point at a place in a person's file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from timeline.config import Settings
from timeline.model import Article, Event, Source, Status
from timeline.problems import Problem, Severity, Where
from timeline.store.files import State
from timeline.temporal.days import Day
from timeline.yamltext import Mapping, Node, Scalar, problem_at
from timeline.yamltext import Sequence as List

SHOWN = (Status.REVIEWED, Status.DRAFT)  # entries that readers may see


@dataclass(frozen=True, slots=True)
class Look:
    """The state, and what several checks ask of it."""

    state: State
    settings: Settings
    today: Day | None
    nodes: dict[str, Mapping]
    live: frozenset[str]
    taken: set[str]
    fulfilled: frozenset[str]  # ids that an entry of what happened points at, or that point at one

    def article(self, source: Source) -> Article | None:
        """Return the article of a source."""
        return self.state.timeline.articles.get(source.article) if source.article else None

    def problem(self, event: Event, where: Where, message: str, hint: str, severity: Severity) -> Problem:
        """Return a problem with its line."""
        return problem_at(self.state.documents[event.file], where, message, hint, severity)

    def node(self, event: Event, *path: str | int) -> Node | None:
        """Return the node of an entry at a path of keys and positions."""
        node: Node | None = self.nodes.get(event.id)
        for step in path:
            if isinstance(step, str):
                node = node.get(step) if isinstance(node, Mapping) else None
            else:
                node = node.items[step] if isinstance(node, List) and step < len(node.items) else None
        return node

    def at(self, event: Event, node: Node | None, message: str, hint: str, severity: Severity) -> Problem:
        """Return a problem with carets below a node, or at the entry."""
        document = self.state.documents[event.file]
        return problem_at(document, node or event.where, message, hint, severity)


def pointed(state: State, problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Give problems of event files that other rooms found the line that they stand in."""
    return tuple(_pointed(state, problem) for problem in problems)


def _pointed(state: State, problem: Problem) -> Problem:
    document = state.documents.get(problem.where.path) if problem.where and not problem.excerpt else None
    if document is None or problem.where is None:
        return problem
    place = _node_at(document.root, problem.where) or problem.where
    return problem_at(document, place, problem.message, problem.hint, problem.severity)


def _node_at(node: Node | None, where: Where) -> Scalar | None:
    """Return the scalar value that begins at a place."""
    if isinstance(node, Scalar):
        return node if node.where == where else None
    within = [value for _, value in node.pairs] if isinstance(node, Mapping) else []
    within += node.items if isinstance(node, List) else ()
    return next((found for each in within if (found := _node_at(each, where))), None)


def source_node(look: Look, event: Event, source: Source, key: str) -> Node | None:
    """Return the node of a key of a source, None where it is not there."""
    listed = look.node(event, "sources")
    items = listed.items if isinstance(listed, List) else ()
    node = next((i for i in items if isinstance(i, Mapping) and i.where == source.where), None)
    return node.get(key) if node else None
