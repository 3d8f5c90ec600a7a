"""YAML as text with places: every scalar is the text that stands there, every node knows line and column.

`parse(data, path)` answers a `Document`: its `root`, and as `problems` all that is wrong with the file as
YAML. Nothing is ever turned into a number, a date or a truth value, and nothing is expanded: an alias stays a
mark on the page, so that no file can blow up in memory.

The nodes are built straight from the event stream of PyYAML's C parser. Composing with the library would be a
second pass, and dies on deep nesting; here depth and number of events are bounded as they come. The pure
Python parser disagrees with the C one on some odd files (tabs, unusual line breaks), so that this one is used
everywhere, for reading and for writing.
"""

from timeline.yamltext.builder import MOST_EVENTS
from timeline.yamltext.nodes import (
    Document,
    Mapping,
    Node,
    Page,
    Scalar,
    Sequence,
    nearest,
    problem_at,
)
from timeline.yamltext.parsing import parse

__all__ = [
    "MOST_EVENTS",
    "Document",
    "Mapping",
    "Node",
    "Page",
    "Scalar",
    "Sequence",
    "nearest",
    "parse",
    "problem_at",
]
