"""Why a time expression means what it means: the derivation that `timeline explain` prints.

A `Derivation` holds one `Step` for each expression of the phrase: the tree of rules that read its words, what
they say, and what that means on the day given, with everything that had to be assumed.
"""

from dataclasses import dataclass

from timeline.temporal.edtf import When
from timeline.temporal.grammar import grammar_code, languages, load
from timeline.temporal.matcher import Trace
from timeline.temporal.mention import Mention
from timeline.temporal.recognise import recognise
from timeline.temporal.search import find
from timeline.temporal.words import Words


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule or phrase of the grammar, the words that it read, and the phrases inside it."""

    name: str
    words: str
    inner: tuple["Rule", ...] = ()

    def lines(self, depth: int = 0) -> tuple[str, ...]:
        """Give one line for each rule, indented by its depth."""
        own = f"{'  ' * depth}{self.name}: {self.words!r}"
        return (own, *(line for one in self.inner for line in one.lines(depth + 1)))


@dataclass(frozen=True, slots=True)
class Step:
    """One mention of the phrase, and the rules that made it (none where dateparser did)."""

    mention: Mention
    rule: Rule | None

    def lines(self) -> tuple[str, ...]:
        """Give the step in words."""
        one = self.mention
        told = [f"{one.text!r}", *(f"    {line}" for line in (self.rule.lines() if self.rule else ()))]
        marks = [
            f"{name} {value}"
            for name, value in (("mod", one.mod), ("quant", one.quant), ("freq", one.freq))
            if value
        ]
        rows = (
            ("said", str(one.expression or ", ".join(one.rules))),
            ("assumed", "; ".join(one.assumed) or "nothing"),
            ("direction", one.direction or "none told"),
            ("signal", one.signal or ""),
            ("unread", one.unread or ""),
            ("TIMEX3", " ".join([one.type, one.value, *marks])),
            ("EDTF", _date(one.when)),
        )
        return (*told, *(f"  {name + ':':11}{value}" for name, value in rows if value))


@dataclass(frozen=True, slots=True)
class Derivation:
    """How a phrase was read on a day."""

    phrase: str
    published: str | None
    language: str
    steps: tuple[Step, ...]

    def lines(self) -> tuple[str, ...]:
        """Give the whole derivation, a line at a time."""
        head = f"{self.phrase!r}, said on {self.published or 'an unknown day'} ({self.language})"
        if not self.steps:
            return (head, "  no time expression found")
        return (head, *(line for step in self.steps for line in step.lines()))


def explain(phrase: str, *, published: When | str | None, language: str = "en") -> Derivation:
    """Tell how each time expression of a phrase was read, and what it means on that day."""
    mentions = find(phrase, published=published, language=language)
    rules: dict[int, Rule] = {}
    code = grammar_code(language)
    if code in languages():
        known, readings = recognise(load(code), phrase, traced=True)
        traced = [(known.starts[one.start], one.trace, one.offset) for one in readings]
        rules = {start: _rule(known, trace, offset) for start, trace, offset in traced if trace}
    steps = tuple(Step(mention, rules.get(mention.start)) for mention in mentions)
    return Derivation(phrase, None if published is None else str(published), language, steps)


def _rule(known: Words, trace: Trace, offset: int) -> Rule:
    words = known
    text = words.text[words.starts[trace.start + offset] : words.ends[trace.end + offset - 1]]
    return Rule(trace.rule, text, tuple(_rule(known, one, offset) for one in trace.inner))


def _date(when: When | None) -> str:
    if when is None:
        return "no date"
    first, last = when.first or "..", when.last or ".."
    return f"{when.edtf} (from {first} to {last})" if first != last else f"{when.edtf}"
