"""Resolves what needs no calendar: references, lengths, repetitions.

"Recently", "three days", "every Monday" and "some years ago" mean the same on whatever day they are said.
"""

from collections.abc import Callable
from typing import NamedTuple

from timeline.temporal import lengths
from timeline.temporal.cells import Place
from timeline.temporal.expression import Expression
from timeline.temporal.timex import blank

_FARTHEST = 10_000  # from so many years ago on there is no year of four figures


class Resolution(NamedTuple):
    """The TIMEX3 attributes of an expression, its place in the calendar, and its EDTF."""

    type: str
    value: str
    mod: str | None = None
    quant: str | None = None
    freq: str | None = None
    place: Place | None = None
    edtf: str | None = None
    assumed: tuple[str, ...] = ()


def _ref(said: Expression) -> Resolution:
    return Resolution("DATE", str(said.arguments[0]))


def _length(said: Expression) -> Resolution:
    return Resolution("DURATION", lengths.timex(said))


def _every(said: Expression) -> Resolution:
    inner = said.arguments[0]
    if not isinstance(inner, Expression):
        return Resolution("SET", lengths.timex(Expression("length", (1, inner))))
    told = timeless(inner)
    if told:
        return told._replace(type="SET")
    return Resolution("SET", blank(inner)[1])


def _often(said: Expression) -> Resolution:
    freq, length = said.arguments
    freq = f"{freq}X" if isinstance(freq, int) else freq
    if isinstance(freq, Expression):  # five days a week: 5D
        freq = lengths.timex(freq).removeprefix("P").removeprefix("T")
    inner = length if isinstance(length, Expression) else Expression("length", (1, length))
    return _every(Expression("every", (inner,)))._replace(freq=str(freq))


def _quantified(said: Expression) -> Resolution:
    quant, inner = said.arguments
    return _every(Expression("every", (inner,)))._replace(quant=str(quant))


def timeless(said: Expression) -> Resolution | None:
    """Resolve what needs no calendar: references, lengths, repetitions, and those with a modifier."""
    if said.operator in _TIMELESS:
        return _TIMELESS[said.operator](said)
    if said.operator == "mod" and isinstance(said.arguments[1], Expression):
        inner = timeless(said.arguments[1])
        points = inner and inner.type not in {"DURATION", "SET"}
        return inner if points else inner and inner._replace(mod=str(said.arguments[0]))
    return _vague(said)


def _vague(said: Expression) -> Resolution | None:
    """Resolve "some years ago", which cannot be counted back from anywhere, and "12,000 years ago"."""
    if said.operator not in _OFFSETS or all(map(_is_near, lengths.amounts(said.arguments[0]))):
        return None
    return Resolution("DATE", _OFFSETS[said.operator])


def _is_near(amount: lengths.Amount) -> bool:
    return not isinstance(amount[0], str) and amount[0] < _FARTHEST


_OFFSETS = dict.fromkeys(("ago", "earlier", "before"), "PAST_REF") | dict.fromkeys(
    ("ahead", "later", "after"), "FUTURE_REF"
)
_TIMELESS: dict[str, Callable[[Expression], Resolution]] = {
    "ref": _ref,
    "length": _length,
    "sum": _length,
    "every": _every,
    "often": _often,
    "quantified": _quantified,
}
