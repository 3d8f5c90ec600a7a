"""Mutated YAML files through the splice: whatever a file holds, no byte is lost and nothing crashes.

A file is put together from entries in many styles, then changed at random places: lines doubled, taken out,
moved and indented, characters put in, line ends switched, the end cut off. Half of the files are only
styled, so that most of them are valid; refusals are counted on the valid ones that have a list to add to.
"""

from __future__ import annotations

import random

import yaml
from nothing_lost_histories import Tally

from timeline.store.splice import Addition, splice
from timeline.yamltext import Mapping, Scalar, Sequence, parse

_ITEM = {
    "id": "e-0123456789",
    "title": "A title: with # signs",
    "text": "Two lines\nof text.\n",
    "actors": ["a", "b, c"],
}
_SOURCE = {"article": "new", "quote": "It was 'said' – \"so\".", "said": "mid-March"}
_ENDS = ("\n", "\n", "\n", "\r\n", "\r\n", "\r")
_PUT_IN = (
    "#", ":", "-", " ", "  ", "\t", "'", '"', "[", "]", "{", "}", ",", "&a ", "*a", "!t ", "|", ">", "|+",
    "%", "@",
    "\n", "\n\n", "\x85", "\u2028", "\ufeff", "\x07", "é", "😀", "---\n", "...\n", "<<: ", "events:\n", "~",
    "null",
    "\\", "- ", "`", "?",
)  # fmt: skip
_HEADS = (
    "",
    "",
    "# a comment\n",
    "---\n",
    "%YAML 1.1\n---\n",
    "x-own: &a [1, {b: c}]\n",
    "\ufeff",
    "# yaml-language-server: x\n",
)
_TAILS = (
    "",
    "",
    "\n",
    "\n\n\n",
    "# the end\n",
    "  # inside\n",
    "x-last: 1\n",
    "...\n",
    "\n# a\n\n# b\n",
    "   \n",
    "    # deep\n",
)


def try_file(seed: int, tally: Tally) -> None:
    """Splice into one file, and check all that is promised."""
    rng = random.Random(seed)  # noqa: S311 - no secrets here
    text = _styled(rng)
    for _ in range(rng.randint(0, 4) if seed % 2 else 0):
        text = _mutated(text, rng)
    try:
        data = text.encode()
    except UnicodeEncodeError:
        return
    additions = [Addition((_ITEM,) * rng.randint(1, 2))]
    if rng.random() < 0.5:  # noqa: PLR2004 - every other file
        additions.append(Addition((_SOURCE,), "sources", rng.randrange(4)))
    try:
        result = splice(data, "events.yaml", additions)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is the finding
        tally.blame(seed, "crash", f"{type(error).__name__}: {error}")
        return
    _check(seed, data, result.data, tally)
    _count(seed, data, bool(result.refused), additions, tally)


def _check(seed: int, old: bytes, new: bytes, tally: Tally) -> None:
    if not _is_subsequence(old, new):
        tally.blame(seed, "bytes lost", repr(old[:200]))
    if old == new:
        return
    # A second opinion, by the library's own reading of both files; it stops at what only we read (as text).
    before = _composed(old)
    if isinstance(before, yaml.YAMLError):  # it refuses an anchor that is set twice, which YAML 1.2 allows
        return
    after = _composed(new)
    if isinstance(after, yaml.YAMLError):
        error = after
        tally.blame(seed, "not YAML any more", str(error).replace("\n", " "))
        return
    if not _says_at_least(before, after):
        tally.blame(seed, "meaning changed", repr(old[:300]))


def _composed(data: bytes) -> yaml.Node | yaml.YAMLError | None:
    try:
        return yaml.compose(data.decode("utf-8-sig"), Loader=yaml.CBaseLoader)
    except yaml.YAMLError as error:
        return error


def _count(seed: int, data: bytes, refused: bool, additions: list[Addition], tally: Tally) -> None:  # noqa: FBT001
    document = parse(data, "e")
    valid = not any(p.is_error for p in document.problems) and _takes(document.root, additions)
    tally.done["valid" if valid else "not valid, or nowhere to add"] += 1
    if valid and refused:
        tally.done["valid, and refused"] += 1
        if tally.done["valid, and refused"] <= 20:  # noqa: PLR2004 - enough to look at
            tally.said.append(f"seed {seed}: refused: {data[-120:]!r}")


def _takes(root: object, additions: list[Addition]) -> bool:
    """Tell whether a file has the lists that additions go to, or room for them."""
    if root is None:
        return len(additions) == 1
    entries = root.get("events") if isinstance(root, Mapping) else None
    if isinstance(entries, Scalar) and not entries.is_empty:
        return False
    if not isinstance(entries, Sequence | Scalar):
        return False
    for addition in additions[1:]:
        items = entries.items if isinstance(entries, Sequence) else ()
        entry = items[addition.entry] if addition.entry is not None and addition.entry < len(items) else None
        listed = entry.get("sources") if isinstance(entry, Mapping) else Scalar
        if not isinstance(entry, Mapping) or (isinstance(listed, Scalar) and not listed.is_empty):
            return False
        if isinstance(listed, Mapping):
            return False
    return True


def _says_at_least(before: yaml.Node | None, after: yaml.Node | None) -> bool:
    """Tell whether all that a file said is said still, in its order: lists may have grown at their ends."""
    if before is None or (
        isinstance(before, yaml.ScalarNode) and not before.value and not isinstance(after, yaml.ScalarNode)
    ):
        return True
    if isinstance(before, yaml.ScalarNode):
        return isinstance(after, yaml.ScalarNode) and before.value.rstrip("\n") == after.value.rstrip("\n")
    if isinstance(before, yaml.SequenceNode) and isinstance(after, yaml.SequenceNode):
        pairs = zip(before.value, after.value, strict=False)
        return len(before.value) <= len(after.value) and all(_says_at_least(b, a) for b, a in pairs)
    if isinstance(before, yaml.MappingNode) and isinstance(after, yaml.MappingNode):
        pairs = zip(before.value, after.value, strict=False)
        same = all(_says_at_least(bk, ak) and _says_at_least(bv, av) for (bk, bv), (ak, av) in pairs)
        return len(before.value) <= len(after.value) and same
    return False


def _is_subsequence(old: bytes, new: bytes) -> bool:
    first = next(
        (n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new))
    )
    rest = iter(new[first:])
    return all(byte in rest for byte in old[first:])


# files


def _styled(rng: random.Random) -> str:
    """Put a file together from entries in one of many styles."""
    head, tail = rng.choice(_HEADS), rng.choice(_TAILS)
    count = rng.randint(0, 4)
    if rng.random() < 0.15:  # noqa: PLR2004 - some files are in flow style
        body = f"events: [{', '.join(_flow_entry(rng, n) for n in range(count))}{',' if count and rng.random() < 0.3 else ''}]\n"  # noqa: E501, PLR2004
    elif count == 0:
        body = rng.choice(("events:\n", "events: []\n", "events: # none\n", ""))
    else:
        dash = " " * rng.choice((0, 2, 2, 4, 1))
        gap = rng.choice(("", "\n", "\n", "\n# between\n"))
        body = "events:\n" + gap.join(_entry(rng, dash, n) for n in range(count))
    text = head + body + tail
    if rng.random() < 0.15:  # noqa: PLR2004 - some end without a line end
        text = text.rstrip("\n")
    return text.replace("\n", rng.choice(_ENDS))


def _flow_entry(rng: random.Random, number: int) -> str:
    sources = rng.choice(("", ", sources: []", ", sources: [{article: a}]", ", sources: [{article: a},]"))
    return f"{{title: t{number}, date: '2024'{sources}}}"


def _entry(rng: random.Random, dash: str, number: int) -> str:
    if rng.random() < 0.1:  # noqa: PLR2004 - some entries are in flow style
        return f"{dash}- {_flow_entry(rng, number)}\n"
    gap = " " * rng.choice((1, 1, 1, 3))
    inner = " " * (len(dash) + 1 + len(gap))
    nested = inner + " " * rng.choice((0, 2, 2, 4))
    keys = [
        "title: " + rng.choice(("plain", "'it''s'", '"a: b"')),
    ]
    keys += rng.sample(
        [
            "date: 2024 # why",
            "date_note: [2024-03-11..2024-03-20]",
            f"text: |\n{inner}  one\n\n{inner}  two",
            f"notice: >-\n{inner}  folded\n{inner}  text",
            f"private: |+\n{inner}  kept\n\n",
            f"tags: &t{number} [a, b]",
            f"x-mine: !mine {{a: [*t{number}]}}" if rng.random() < 0.1 else "x-mine: {a: [b]}",  # noqa: PLR2004
            f"actors:\n{nested}- a # b\n{nested}- c",
            f"sources:\n{nested}- article: a\n{nested}  quote: b\n{inner}# after",
            "image:",
            "# a remark",
        ],
        rng.randint(1, 6),
    )
    keys = [
        k for n, k in enumerate(keys) if "*t" not in k or any(f"&t{number}" in other for other in keys[:n])
    ]
    if rng.random() < 0.6:  # noqa: PLR2004 - the order is free
        rng.shuffle(keys)
        keys.sort(key=lambda k: "*t" in k)
    if keys[0].startswith("#"):
        keys.append(keys.pop(0))
    return f"{dash}-{gap}" + f"\n{inner}".join(keys) + "\n"


def _mutated(text: str, rng: random.Random) -> str:
    lines = text.splitlines(keepends=True)
    at = rng.randrange(len(text) + 1)
    n = rng.randrange(len(lines)) if lines else 0
    match rng.randrange(8):
        case 0:
            return text[:at] + rng.choice(_PUT_IN) + text[at:]
        case 1:
            return text[:at] + text[at + rng.randint(1, 3) :]
        case 2:
            return text[:at]
        case 3 if lines:
            lines.insert(n, lines[rng.randrange(len(lines))])
        case 4 if lines:
            del lines[n]
        case 5 if lines:
            lines[n] = " " * rng.randint(1, 3) + lines[n]
        case 6 if lines:
            lines[n] = lines[n].removeprefix(" ")
        case 7 if lines:
            lines.insert(n, rng.choice(("\n", "# put in\n", "   \n", "      # deep\n", "\t\n")))
    return "".join(lines)
