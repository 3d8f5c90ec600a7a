"""YAML as text: nothing is converted, everything has a place, and nothing that people write can crash it."""

from __future__ import annotations

from time import process_time

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from timeline.problems import Severity, Where, format_problem
from timeline.yamltext import (
    Document,
    Mapping,
    Node,
    Scalar,
    Sequence,
    nearest,
    parse,
    problem_at,
)


def read(text: str) -> Document:
    return parse(text.encode(), "events.yaml")


def value(text: str) -> str:
    """The value of the only key of a file."""
    document = read(text)
    assert not document.problems
    assert isinstance(document.root, Mapping)
    node = document.root.pairs[0][1]
    assert isinstance(node, Scalar)
    return node.value


@pytest.mark.parametrize(
    "written",
    [
        "no",
        "1998",
        "2024-03-05",
        "12:30",
        "1.10",
        "0x1F",
        "1_000",
        "~",
        "null",
        "2024-03-05T10:00Z",
        "+1",
        ".5",
    ],
)
def test_a_scalar_is_the_text_that_stands_there(written: str) -> None:
    assert value(f"key: {written}\n") == written
    assert value(f"{written}: text\n") == "text"


@pytest.mark.parametrize(
    ("written", "said", "style"),
    [
        ("plain words", "plain words", ""),
        ("'it''s'", "it's", "'"),
        ('"a\\tb"', "a\tb", '"'),
        ("|\n  two\n  lines\n", "two\nlines\n", "|"),
        (">-\n  two\n  lines\n", "two lines", ">"),
        ("folded\n  over lines", "folded over lines", ""),
    ],
)
def test_styles(written: str, said: str, style: str) -> None:
    root = read(f"key: {written}\n").root
    assert isinstance(root, Mapping)
    node = root.get("key")
    assert isinstance(node, Scalar)
    assert (node.value, node.style, node.raw) == (said, style, written.rstrip("\n"))


def test_every_node_knows_its_place_and_its_words() -> None:
    root = read("a: 1\nlist:\n  - x: [é, 😀 z]\n\n  # a comment\n\nlast: 'q'\n").root
    assert isinstance(root, Mapping)
    items = root.get("list")
    assert isinstance(items, Sequence)
    assert not items.flow
    assert items.where == Where("events.yaml", 3, 3)
    assert items.raw == "- x: [é, 😀 z]"
    inner = items.items[0]
    assert isinstance(inner, Mapping)
    flow = inner.get("x")
    assert isinstance(flow, Sequence)
    assert flow.flow
    assert flow.raw == "[é, 😀 z]"
    assert flow.items[1].where == Where("events.yaml", 3, 12)
    assert root.pairs[-1][1].raw == "'q'"
    assert root.get("none") is None


def test_a_flow_list_under_date_keeps_its_raw_text() -> None:
    root = read("date: [2024-03-11..2024-03-20]\n").root
    assert isinstance(root, Mapping)
    node = root.get("date")
    assert node
    assert node.raw == "[2024-03-11..2024-03-20]"


@pytest.mark.parametrize("breaks", ["\n", "\r\n", "\r"])
def test_all_line_ends_count(breaks: str) -> None:
    root = parse(f"# c{breaks}a: 1{breaks}b: 2{breaks}".encode(), "e").root
    assert isinstance(root, Mapping)
    assert root.pairs[1][0].where == Where("e", 3, 1)


@pytest.mark.parametrize(
    "data", [b"", b"\n", b"# only a comment\n", b"---\n", b"---\n...\n", b"\xef\xbb\xbf"]
)
def test_a_file_may_hold_nothing(data: bytes) -> None:
    document = parse(data, "e")
    assert document.root is None
    assert not document.problems


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    document = parse(b"\xef\xbb\xbfkey: 1", "e")
    assert document.text == "key: 1"
    assert document.root
    assert document.root.where == Where("e", 1, 1)


def test_front_matter_counts_from_its_line() -> None:
    document = parse(b"a: 1\na: 2\n", "x.md", first_line=2)
    (problem,) = document.problems
    assert problem.where == Where("x.md", 3, 1)
    assert problem.excerpt == "a: 2"
    assert "line 2" in problem.message


PROBLEMS = [
    (b"a: b: c\n", "1:5", "a second colon", "quotation marks"),
    ("a: “b: c”\n".encode(), "1:6", "a second colon", "curled ones are letters"),
    (b"a: 'x\nb: 1\n", "1:4", "opened here and not closed", "at the end of the text"),
    (b'- a: "x\n  b: 1\n  c: "y"\n  d: 2\n', "1:6", "opened here and not closed", "the same mark"),
    (b"- a: 'x\n  b: 1\n- a: One man's word\n", "1:6", "opened here and not closed", "the same mark"),
    (b"a: *x y\n", "1:4", "may not begin with *", "quotation marks"),
    (b"a: &x y\n", "1:4", "an anchor (&x)", "begins with &"),
    (b"a: [x] y\n", "1:4", "may not begin with [", "quotation marks"),
    (b"- b: 1\n  a: {x} y\n", "2:6", "may not begin with {", "quotation marks"),
    (b"a: |x y\n", "1:4", "may not begin with |", "quotation marks"),
    (b"a: > x\n", "1:4", "may not begin with >", "quotation marks"),
    (b"a: - x\n", "1:4", "may not begin with -", "quotation marks"),
    (b"a: ? x\n", "1:4", "may not begin with ?", "quotation marks"),
    ("- a:\xa01\n  b: 2\n".encode(), "1:5", "a no-break space", "write `- a: 1`"),
    (b"a: [1, 2\nb: 3\n", "1:4", "expected ','", "closed by ]"),
    (b"a:\n\t- b\n", "2:1", "a tab stands before", "spaces, not tabs"),
    (b"- a: 1\n  \tb: 1\n", "2:3", "a tab stands before", "spaces, not tabs"),
    (b"a: @x\n", "1:4", "may not begin with @", "quotation marks"),
    (b"a: 1\nb: [\n", "2:4", "this bracket is not closed", "write ] behind"),
    (b"a: {b: [1, 2], c: {\n\n", "1:19", "this bracket is not closed", "write } behind"),
    (b"a: *x*\n", "1:4", "may not begin with *", "quotation marks"),
    (b"a: 'It's over'\n", "1:7", "the text ends at this '", "write ''"),
    (b'a: "No" they say\n', "1:7", 'the text ends at this "', "between ' and '"),
    (b"- a: 1\n    b: 2\n", "2:5", "deeper than `- a: 1`", "in column 3, with 2 spaces"),
    (b"- a: 1\n  # mine\n\n b: 2\n", "4:2", "otherwise than `- a: 1`", "column 3"),
    (b"e:\n  - a: 1\n - b: 2\n", "3:2", "otherwise than `- a: 1`", "column 3, with 2 spaces"),
    (b"e:\n  -a: 1\n   b: 2\n", "2:3", "missing behind the dash", "write `- a: 1`"),
    (b"- a:1\n  b: 2\n", "1:5", "missing behind the colon", "write `- a: 1`"),
    (b"a: |\nOne\ntwo\nb: 1\n", "2:1", "not indented deeper than its key", "by 2 spaces"),
    (b"- a: 1\n  b: |\n  One\n", "3:3", "not indented deeper than its key", "by 4 spaces"),
    (b"a:\n<<<<<<< HEAD\n- b\n=======\n- c\n>>>>>>> x\n", "2:1", "git left a conflict", "keep the lines"),
    (b"ok: 1\na: \x07b\n", "2:4", "U+0007", "delete it"),
    ("a: caf\xe9\n".encode("latin-1"), "1:7", "0xe9 is not UTF-8", "UTF-8"),
    (b"\xef\xbb\xbf# x\na: \xff\n", "2:4", "0xff is not UTF-8", "UTF-8"),
    ("a: 1\n".encode("utf-16"), "1:1", "is not UTF-8", "UTF-8"),
    (b"a: 1\n---\nb: 2\n", "2:1", "second document", "one document"),
    (b"a: 1\nb: 2\na: 3\n", "3:1", "given twice, first on line 1", "keep one"),
    (b"x: {b: 1, b: 2}\n", "1:11", "given twice", "keep one"),
    (b"a: &x 1\nb: *x\n", "2:4", "an alias", "write the value itself"),
    (b"a: *x\n", "1:4", "no anchor named 'x'", "quotation marks"),
    (b"a: !!str 1\n", "1:4", "a tag", "take it out"),
    (b"a: !mine [1]\n", "1:4", "a tag", "take it out"),
    (b"<<: {a: 1}\n", "1:1", "merge key", "write the keys out"),
    (b"[a, b]: 1\n", "1:1", "where a key is expected", "quotation marks"),
    (b"- " * 41, "1:81", "nested more than 40", "flatter"),
    (b"[" * 41, "1:41", "nested more than 40", "flatter"),
    (b"  a: 1\n b: 2\n", "2:2", "otherwise than `a: 1`", "column 3"),
    (b"{a: 1}\nb: 2\n", "2:1", "document start", "indent"),
]


@pytest.mark.parametrize(("data", "place", "message", "hint"), PROBLEMS)
def test_what_is_wrong_is_said_with_its_place(data: bytes, place: str, message: str, hint: str) -> None:
    (problem,) = parse(data, "e.yaml").problems
    assert str(problem.where) == f"e.yaml:{place}"
    assert problem.severity is Severity.ERROR
    assert message in problem.message
    assert hint in problem.hint
    assert problem.excerpt
    assert problem.message[0].islower()


def test_the_caret_stands_below_the_mistake() -> None:
    (problem,) = read("events:\n  - title: x\n    title: y\n").problems
    assert format_problem(problem).splitlines()[1:3] == ["  3 |     title: y", "    |     ^^^^^"]


def test_the_persons_own_keys_are_free() -> None:
    document = read("x-own: {a: &b 1, c: *b, d: !mine [2], e: {<<: *b}, ? [k] : v}\n")
    assert not document.problems
    # What is free ends with the key, and a key given twice is a slip everywhere.
    assert len(read("x-own: &a 1\nmine: *a\n").problems) == 1
    assert len(read("x-own: {a: 1, a: 2}\n").problems) == 1


@pytest.mark.parametrize("odd", ["\x85", "\u2028", "\u2029"])
def test_invisible_line_breaks_are_a_warning(odd: str) -> None:
    document = read(f'a: "x{odd}y"\nb: 1\n')
    (problem,) = document.problems
    assert problem.severity is Severity.WARNING
    assert problem.where == Where("events.yaml", 1, 6)
    assert isinstance(document.root, Mapping)
    assert document.root.pairs[1][0].where == Where("events.yaml", 2, 1)


@pytest.mark.parametrize("hostile", [b"- " * 100_000, b"[" * 100_000, b"{a: " * 50_000, b"? " * 100_000])
def test_deep_nesting_ends_soon(hostile: bytes) -> None:
    before = process_time()
    assert parse(hostile, "e").problems
    assert process_time() - before < 2


def test_a_bomb_of_aliases_is_never_expanded() -> None:
    lines = ["x-0: &a0 [lol]"] + [f"x-{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
    assert not read("\n".join(lines)).problems


def test_problem_at_takes_nodes_and_places() -> None:
    document = read("key: some value\n")
    assert isinstance(document.root, Mapping)
    node = document.root.pairs[0][1]
    assert problem_at(document, node, "m").length == len("some value")
    assert problem_at(document, Where("events.yaml", 1, 3), "m").excerpt == "key: some value"
    assert problem_at(document, Where("events.yaml", 9), "m").excerpt == ""


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("tilte", "title"),
        ("Title", "title"),
        ("claimed-by", "claimed_by"),
        ("zzz", ""),
        ("sorces", "sources"),
    ],
)
def test_nearest(name: str, near: str) -> None:
    assert nearest(name, ("title", "claimed_by", "sources", "date")) == near


def test_equality_takes_no_part_in_places() -> None:
    assert read("a: [1, {b: c}]\n").root == read("\n\n# c\na: [1,   {b: c}] # d\n").root
    assert read("a: 1\n").root != read("a: '1'\n").root
    assert read("a: &x 1\n").root != read("a: 1\n").root


def construct(node: Node | None) -> object:
    """What the nodes say, as plain values."""
    if isinstance(node, Mapping):
        return [(construct(k), construct(v)) for k, v in node.pairs]
    if isinstance(node, Sequence):
        return [construct(item) for item in node.items]
    return node.value if isinstance(node, Scalar) else None


def composed(node: yaml.Node | None) -> object:
    if isinstance(node, yaml.MappingNode):
        return [(composed(k), composed(v)) for k, v in node.value]
    if isinstance(node, yaml.SequenceNode):
        return [composed(item) for item in node.value]
    return node.value if node else None


TREES = st.recursive(
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn", "Co"]), max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text("abcé ", max_size=5), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(TREES, st.booleans())
def test_it_reads_what_the_library_reads(tree: object, flow: bool) -> None:
    text = yaml.safe_dump(tree, allow_unicode=True, default_flow_style=flow)
    document = read(text)
    assert not [p for p in document.problems if p.is_error]
    if not (isinstance(document.root, Scalar) or document.root is None):
        assert construct(document.root) == composed(yaml.compose(text, Loader=yaml.CSafeLoader))


@given(st.binary(max_size=200) | st.text("ab:-[]{},&*!|>'\"#% \n\t\r\x85?<~0", max_size=80).map(str.encode))
@example(b"\xef\xbb\xbf---\n- a\n")
def test_nothing_crashes_it_and_extents_are_right(data: bytes) -> None:
    document = parse(data, "e")
    assert document.root is None or _inside(document.root, 0, len(document.text))


def _inside(node: Node, first: int, last: int) -> bool:
    """Whether each node lies within its parent, scalars where they say they do."""
    assert first <= node.start <= node.end <= last
    parts = node.items if isinstance(node, Sequence) else ()
    if isinstance(node, Mapping):
        parts = tuple(part for pair in node.pairs for part in pair)
    return all(_inside(part, node.start, node.end) for part in parts)
