"""Clauses: which words of a sentence belong to which verb, and how the clauses hang together.

A `Parse` holds the clauses of a sentence and, for each token, the clause that owns it. What a clause embeds
is not its own, so that its own words are what a headline may keep. `clause_reader` makes it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from timeline.events.tokens import Token
from timeline.events.verb_group import VerbGroup


class Role(StrEnum):
    """How a clause hangs on the one above it."""

    MAIN = "main"
    COORDINATE = "coordinate"
    CONTENT = "content"  # what is said, thought, decided
    RELATIVE = "relative"
    ADVERBIAL = "adverbial"
    CONDITION = "condition"
    PARTICIPLE = "participle"
    TAIL = "tail"  # ", the ministry said"
    PARENTHESIS = "parenthesis"
    ATTRIBUTION = "attribution"  # "according to the ministry"


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause: its verb group, the token where it begins, and the clause above (`parent`, -1 for none)."""

    index: int
    role: Role
    first: int
    parent: int = -1
    connector: str = ""
    group: VerbGroup | None = None
    shares_subject: int = -1  # the clause whose subject it shares ("arrived and met"), -1 for none
    antecedent: int = -1  # the token before a relative clause or a participle
    quoted: bool = False  # its verb stands in quotation marks

    @property
    def verb(self) -> VerbGroup:
        """The verb group of a clause that is known to have one."""
        if self.group is None:
            message = f"clause {self.index} has no verb"
            raise ValueError(message)
        return self.group


@dataclass(frozen=True, slots=True)
class Parse:
    """The clauses of a sentence; `owners[i]` is the index of the clause that owns token i."""

    tokens: tuple[Token, ...]
    clauses: tuple[Clause, ...]
    owners: tuple[int, ...]
    infinitives: tuple[VerbGroup, ...]
    times: frozenset[int] = field(default_factory=frozenset)
    _owned: tuple[tuple[int, ...], ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Part the tokens among the clauses once: they are asked for again and again."""
        owned: list[list[int]] = [[] for _ in self.clauses]
        for index, owner in enumerate(self.owners):
            owned[owner].append(index)
        object.__setattr__(self, "_owned", tuple(map(tuple, owned)))

    def owned(self, clause: Clause) -> tuple[int, ...]:
        """Return the tokens of a clause, without those of the clauses inside it."""
        return self._owned[clause.index]

    def chain(self, clause: Clause) -> list[Clause]:
        """Return the clauses above, nearest first."""
        above = []
        while clause.parent >= 0:
            clause = self.clauses[clause.parent]
            above.append(clause)
        return above
