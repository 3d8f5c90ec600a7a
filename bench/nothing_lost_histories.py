"""Random histories of a project: what people and publishers do between runs, and what must be true then.

A `History` is a project folder with up to three articles about made-up facts. Each fact has a town of its
own, so that it is known again in whatever words it is told. Steps change articles and event files as people
do; after each run of the real program, `_check` holds what is there against what was.
"""

from __future__ import annotations

import random
import re
import shutil
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import yaml

from timeline import pipeline
from timeline.pipeline import Job
from timeline.problems import CannotStart
from timeline.store.lock import LOCK_FILE
from timeline.yamltext import Mapping, Sequence, parse

_SYLLABLES = (
    "ba",
    "dor",
    "kel",
    "mi",
    "tan",
    "gou",
    "sa",
    "zin",
    "ra",
    "fil",
    "to",
    "wer",
    "no",
    "ag",
    "de",
    "lu",
)
# Ways to tell one event: as reported first, and in other words.
_TELLINGS = (
    ("soldiers seized the garrison of {town}", "the garrison of {town} was seized by soldiers"),
    ("the company reopened the mine at {town}", "the mine at {town} was reopened by the company"),
    (
        "rebels attacked the airport of {town} with rockets",
        "the airport of {town} was attacked by rebels with rockets",
    ),
    (
        "the ministry closed fourteen schools in {town}",
        "fourteen schools in {town} were closed by the ministry",
    ),
    (
        "farmers blocked the road to {town} with tractors",
        "the road to {town} was blocked by farmers with tractors",
    ),
    ("police arrested the mayor of {town}", "the mayor of {town} was arrested by police"),
    (
        "a bridge near {town} collapsed after heavy rains",
        "heavy rains brought down a bridge near {town}, which collapsed",
    ),
    ("the president visited the hospital of {town}", "the hospital of {town} was visited by the president"),
    (
        "the parliament approved a dam on the river at {town}",
        "a dam on the river at {town} was approved by the parliament",
    ),
    (
        "workers found an old mosque under the market of {town}",
        "an old mosque was found under the market of {town} by workers",
    ),
)
_DAYS = ("On {day} March 2024, ", "On {day} February 2024, ", "In mid-March 2024, ", "On {day} April 2024, ")
_FURNITURE = (
    "READ MORE: all our reports.",
    "Photo by A. Writer / Agency.",
    "The weather was fine.",
    "Nobody could be reached.",
)


@dataclass(frozen=True)
class Fact:
    """Something that happened, known by its town."""

    town: str
    telling: int
    when: str

    def told(self, way: int) -> str:
        """Return a sentence that tells it, in the first words or in others."""
        words = _TELLINGS[self.telling][way].format(town=self.town)
        return f"{self.when}{words}."


@dataclass
class Piece:
    """An article: its sentences, each with the fact that it tells (or None)."""

    name: str
    sentences: list[tuple[Fact | None, str]]
    day: int
    url: str = ""
    meant: dict[str, str] = field(default_factory=dict)  # sentences with a typo, and what they should be

    def text(self) -> str:
        """Return the article as its file."""
        address = f"url: {self.url}\n" if self.url else ""
        body = " ".join(s for _, s in self.sentences)
        return (
            f"---\ntitle: Report {self.day}\npublisher: Paper {self.day}\npublished: 2024-05-{self.day:02}\n"
            f"{address}---\n{body}\n"
        )


@dataclass
class Tally:
    """What went wrong, by kind, and how much was done."""

    wrong: Counter[str] = field(default_factory=Counter)
    done: Counter[str] = field(default_factory=Counter)
    said: list[str] = field(default_factory=list)

    def blame(self, seed: int, kind: str, detail: str) -> None:
        """Count something that went wrong, and say what."""
        self.wrong[kind] += 1
        self.said.append(f"seed {seed}: {kind}: {detail}")


class History:
    """One project and what happens to it."""

    def __init__(self, seed: int, folder: Path, tally: Tally) -> None:
        self.seed, self.folder, self.tally = seed, folder, tally
        self.random = random.Random(seed)  # noqa: S311 - no secrets here
        self.pieces: list[Piece] = []
        self.facts: list[Fact] = []
        self.gone: set[str] = set()  # towns whose entries a person deleted or merged away
        self.redated: set[str] = set()  # towns whose entries a person gave another date
        self.retold: set[str] = set()  # towns told in other words
        self.no_source: set[tuple[str, str]] = set()  # (town, article) whose source a person deleted
        self.tokens: list[str] = []  # what people wrote
        self.written = 0
        self.called: dict[str, Piece] = {}  # articles by the names that their files had
        self.number = 0
        shutil.rmtree(folder, ignore_errors=True)
        (folder / "content/articles").mkdir(parents=True)
        (folder / "content/timeline.yml").write_text("format: 1\ntitle: Random\n", encoding="utf-8")

    @property
    def file(self) -> Path:
        """The file that new entries enter."""
        return self.folder / "content/events.yaml"

    def live(self, steps: int) -> None:
        """Go through a history of so many steps."""
        self.new_article()
        self.run()
        changes: list[Callable[[], None]] = [
            self.edit_text, self.change_date, self.delete_entry, self.delete_source, self.merge_entries,
            self.reorder, self.rename_id, self.comment, self.add_by_hand, self.switch_line_ends,
            self.new_article, self.mend_typo, self.rename_article, self.update_article, self.lose_lock,
            self.review, self.move_to_another_file, self.drop_last_line_end, self.write_own_key,
        ]  # fmt: skip
        for _ in range(steps):
            change = self.random.choice(changes)
            change()
            self.tally.done[change.__name__] += 1
            if self.random.random() < 0.7:  # noqa: PLR2004 - most changes are followed by a run
                self.run()
        self.run()

    # articles

    def _fact(self) -> Fact:
        towns = {fact.town for fact in self.facts}  # by its town a fact is known again
        town = next(iter(towns), "")
        while not town or town in towns:
            town = "".join(self.random.choices(_SYLLABLES, k=4)).capitalize()
        when = self.random.choice(_DAYS).format(day=self.random.randint(1, 28))
        fact = Fact(town, self.random.randrange(len(_TELLINGS)), when)
        self.facts.append(fact)
        return fact

    def new_article(self) -> None:
        """Take in an article that tells new facts and, at times, known ones."""
        if len(self.pieces) >= 3:  # noqa: PLR2004 - as the issue says
            return
        sentences: list[tuple[Fact | None, str]] = [(f, f.told(0)) for f in (self._fact() for _ in range(3))]
        for fact in self.random.sample(self.facts, min(2, len(self.facts))):
            if not any(f is fact for f, _ in sentences):
                way = int(self.random.random() < 0.3)  # noqa: PLR2004 - in other words, at times
                if way:
                    self.retold.add(fact.town)
                sentences.append((fact, fact.told(way)))
        sentences.append((None, self.random.choice(_FURNITURE)))
        self.random.shuffle(sentences)
        self.number += 1
        url = f"https://example.org/{self.number}" if self.random.random() < 0.5 else ""  # noqa: PLR2004
        piece = Piece(f"report-{self.number}", sentences, self.number, url)
        for n, (fact, sentence) in enumerate(sentences):
            if fact and self.random.random() < 0.4:  # noqa: PLR2004 - some sentences come with a typo
                slipped = self._with_typo(sentence)
                piece.meant[slipped] = sentence
                self.retold.add(fact.town)
                sentences[n] = (fact, slipped)
        self.pieces.append(piece)
        self._save(piece)

    def _save(self, piece: Piece) -> None:
        path = self.folder / f"content/articles/{piece.name}.md"
        path.write_text(piece.text(), encoding="utf-8")

    def _with_typo(self, sentence: str) -> str:
        """Swap two letters in the middle of a word that is neither town nor day."""
        words = sentence.split(" ")
        plain = [n for n, w in enumerate(words) if w.isalpha() and w.islower() and len(w) > 3]  # noqa: PLR2004
        if plain:
            n = self.random.choice(plain)
            cut = self.random.randrange(1, len(words[n]) - 2)
            words[n] = words[n][:cut] + words[n][cut + 1] + words[n][cut] + words[n][cut + 2 :]
        return " ".join(words)

    def mend_typo(self) -> None:
        """Mend the typos of one article."""
        piece = self.random.choice(self.pieces)
        piece.sentences = [(f, piece.meant.get(sentence, sentence)) for f, sentence in piece.sentences]
        self._save(piece)

    def rename_article(self) -> None:
        """Give an article's file another name."""
        piece = self.random.choice(self.pieces)
        old = self.folder / f"content/articles/{piece.name}.md"
        self.number += 1
        before, piece.name = piece.name, f"renamed-{self.number}"
        self.called[before] = piece
        self.no_source |= {(town, piece.name) for town, name in self.no_source if name == before}
        old.rename(old.with_name(f"{piece.name}.md"))

    def update_article(self) -> None:
        """Publish an article again: a word more here, a new sentence there."""
        piece = self.random.choice(self.pieces)
        index = self.random.randrange(len(piece.sentences))
        fact, sentence = piece.sentences[index]
        piece.sentences[index] = (fact, sentence.replace(".", ", officials said.", 1) if fact else sentence)
        if self.random.random() < 0.5:  # noqa: PLR2004 - every other time
            new = self._fact()
            piece.sentences.insert(self.random.randrange(len(piece.sentences)), (new, new.told(0)))
        self._save(piece)

    # the event files

    def _read(self) -> str:
        return self.file.read_bytes().decode() if self.file.exists() else "events:\n"

    def _write(self, text: str) -> None:
        self.file.write_bytes(text.encode())

    def _blocks(self) -> tuple[str, list[str], str]:
        """Cut the file into what stands before the entries, the entries, and what stands behind."""
        text = self._read()
        root = parse(text.encode(), "e").root
        entries = root.get("events") if isinstance(root, Mapping) else None
        if not isinstance(entries, Sequence) or entries.flow or not entries.items:
            return text, [], ""
        starts = [text.rfind("\n", 0, text.rfind("-", 0, item.start)) + 1 for item in entries.items]
        ends = [*starts[1:], self._end(text, entries.items[-1].end)]
        return text[: starts[0]], [text[a:b] for a, b in zip(starts, ends, strict=True)], text[ends[-1] :]

    @staticmethod
    def _end(text: str, offset: int) -> int:
        found = re.compile(r"\r\n|\n|\Z").search(text, offset)
        return found.end() if found else len(text)

    def _token(self) -> str:
        self.written += 1
        self.tokens.append(f"human{self.seed}x{self.written}")
        return self.tokens[-1]

    def _towns(self, block: str) -> set[str]:
        return {f.town for f in self.facts if f.town in block}

    def _forget(self, block: str) -> None:
        """Forget what was written in a block that a person takes out."""
        self.tokens = [t for t in self.tokens if t not in block]

    def edit_text(self) -> None:
        """Put a word in front of a title."""
        head, blocks, tail = self._blocks()
        if blocks:
            n = self.random.randrange(len(blocks))
            old = blocks[n]
            new = re.sub(r"(title: )(.*?)(\r?\n)", rf"\g<1>{self._token()} \g<2>\g<3>", old, count=1)
            new = new.replace("title: human", "title: human")
            blocks[n] = new if _reads(new) else old
            if blocks[n] == old:
                self.tokens.pop()
            self._write(head + "".join(blocks) + tail)

    def change_date(self) -> None:
        """Give an entry another date."""
        head, blocks, tail = self._blocks()
        if blocks:
            n = self.random.randrange(len(blocks))
            self.redated |= self._towns(blocks[n])
            blocks[n] = re.sub(r"(?m)^(\s+date: )[^\r\n]*", r"\g<1>2019", blocks[n], count=1)
            self._write(head + "".join(blocks) + tail)

    def delete_entry(self) -> None:
        """Take an entry out."""
        head, blocks, tail = self._blocks()
        if blocks:
            block = blocks.pop(self.random.randrange(len(blocks)))
            self._forget(block)
            self._mark_gone(block, blocks)
            self._write(head + "".join(blocks) + tail)

    def _mark_gone(self, block: str, others: list[str]) -> None:
        still = "".join(others) + "".join(p.read_text(encoding="utf-8") for p in self._other_files())
        self.gone |= {town for town in self._towns(block) if town not in still}

    def _other_files(self) -> list[Path]:
        return sorted((self.folder / "content/events").glob("*.yaml"))

    def delete_source(self) -> None:
        """Take a source out of an entry that has several."""
        head, blocks, tail = self._blocks()
        for n in self.random.sample(range(len(blocks)), len(blocks)):
            parts = re.split(r"(?m)^(?=\s+- article: )", blocks[n])
            if len(parts) > 2:  # noqa: PLR2004 - what stands before, and two sources
                gone = parts.pop()
                name = re.findall(r"- article: (\S+)", gone)[0]
                if f"article: {name}" not in "".join(parts) and name in {p.name for p in self.pieces}:
                    self._forget(gone)
                    self.no_source |= {(town, name) for town in self._towns(blocks[n])}
                    blocks[n] = "".join(parts)
                    break
        self._write(head + "".join(blocks) + tail)

    def merge_entries(self) -> None:
        """Take an entry out, and name it under `merged` of another."""
        head, blocks, tail = self._blocks()
        named = [n for n, b in enumerate(blocks) if re.search(r"(?m)^\s*- id: \S+", b) and "merged:" not in b]
        if len(named) > 1:
            keep, other = self.random.sample(named, 2)
            block = blocks[other]
            name = re.findall(r"- id: (\S+)", block)[0]
            blocks[keep] = re.sub(
                r"(- id: \S+)(\r?\n)", rf"\g<1>\g<2>    merged: [{name}]\g<2>", blocks[keep], count=1
            )
            del blocks[other]
            self._forget(block)
            self._mark_gone(block, blocks)
            self._write(head + "".join(blocks) + tail)

    def reorder(self) -> None:
        """Put the entries in another order."""
        head, blocks, tail = self._blocks()
        if blocks and blocks[-1].endswith("\n"):
            self.random.shuffle(blocks)
            self._write(head + "".join(blocks) + tail)

    def rename_id(self) -> None:
        """Give an entry another id."""
        head, blocks, tail = self._blocks()
        if blocks:
            n = self.random.randrange(len(blocks))
            self.number += 1
            blocks[n] = re.sub(r"- id: \S+", f"- id: mine-{self.number}", blocks[n], count=1)
            self._write(head + "".join(blocks) + tail)

    def comment(self) -> None:
        """Write a comment, at any depth."""
        lines = self._read().splitlines(keepends=True)
        places = [
            n
            for n, line in enumerate(lines)
            if re.match(r"\s*(- id|title|status|sources|actors|events):?", line)
        ]
        if places:
            indent = " " * self.random.choice((0, 0, 2, 4, 6))
            end = "\r\n" if lines[0].endswith("\r\n") else "\n"
            lines.insert(self.random.choice(places), f"{indent}# {self._token()}{end}")
            self._write("".join(lines))

    def add_by_hand(self) -> None:
        """Write an entry, in one of several styles."""
        head, blocks, tail = self._blocks()
        if not blocks or not blocks[-1].endswith("\n"):
            return
        end = "\r\n" if "\r\n" in head + blocks[0] else "\n"
        token, kept = self._token(), f"text: |+{end}      words{end}{end}"
        forms = (
            f"  - title: {token}{end}    date: 2024-01{end}",
            f"  - {{title: {token}, date: 2024}}{end}",
            f"  - title: {token}{end}    date: mid-March{end}    as_of: 2024-05-01{end}    # why{end}",
            f"  -{end}    title: '{token}'{end}    sources: [{{title: A book, published: 1998}}]{end}",
            f"  - id: own-{token}{end}    date: 2023{end}    title: {token}{end}    {kept}",
        )
        blocks.insert(self.random.randint(0, len(blocks)), self.random.choice(forms))
        self._write(head + "".join(blocks) + tail)

    def switch_line_ends(self) -> None:
        """Save the file as another system does."""
        text = self._read()
        self._write(text.replace("\r\n", "\n") if "\r\n" in text else text.replace("\n", "\r\n"))

    def drop_last_line_end(self) -> None:
        """Save the file without its last line end."""
        text = self._read()
        if "|+" not in text[-200:]:
            self._write(text.rstrip("\r\n"))

    def lose_lock(self) -> None:
        """Lose the lock, and every other time the program's own folder too, as in a fresh clone.

        Where no entry rests on an article any more, nothing then tells that there ever was a lock.
        """
        (self.folder / LOCK_FILE).unlink(missing_ok=True)
        files = b"".join(self._files().values())
        if b"- article: " in files and self.random.random() < 0.5:  # noqa: PLR2004 - every other time
            shutil.rmtree(self.folder / ".timeline", ignore_errors=True)

    def review(self) -> None:
        """Take `status: draft` out of an entry."""
        head, blocks, tail = self._blocks()
        if blocks:
            n = self.random.randrange(len(blocks))
            blocks[n] = re.sub(r"(?m)^\s+status: draft\r?\n", "", blocks[n], count=1)
            self._write(head + "".join(blocks) + tail)

    def write_own_key(self) -> None:
        """Write a key of one's own, with an anchor."""
        head, blocks, tail = self._blocks()
        if blocks:
            n = self.random.randrange(len(blocks))
            own = f"    x-own: &{(token := self._token())} {{of: [{token}]}}"
            new = re.sub(r"(- id: \S+)(\r?\n)", rf"\g<1>\g<2>{own}\g<2>", blocks[n], count=1)
            if new == blocks[n] or "x-own" in blocks[n]:
                self.tokens.pop()
                return
            blocks[n] = new
            self._write(head + "".join(blocks) + tail)

    def move_to_another_file(self) -> None:
        """Move an entry to a file of its own."""
        head, blocks, tail = self._blocks()
        if len(blocks) > 1 and blocks[-1].endswith("\n"):
            block = blocks.pop(self.random.randrange(len(blocks)))
            self.number += 1
            path = self.folder / f"content/events/part-{self.number}.yaml"
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(f"events:\n{block}".encode())
            self._write(head + "".join(blocks) + tail)

    # the run, and what must be true

    def _files(self) -> dict[str, bytes]:
        paths = [self.file, *self._other_files()]
        return {p.name: p.read_bytes() for p in paths if p.exists()}

    def run(self) -> None:
        """Run the program, and hold what is there against what was."""
        before = self._files()
        self._notice_fresh_start(before)
        try:
            report = self._take_in()
            if any("there is no article" in p.message for p in report.problems if p.is_error):
                self._mend_names()  # lock and name lost together: the person does as the message says
                before = self._files()
                report = self._take_in()
        except CannotStart as stop:
            self.tally.blame(self.seed, "stopped", stop.problem.message)
            return
        self.tally.done["run"] += 1
        for problem in report.problems:
            if problem.is_error:
                self.tally.blame(self.seed, "conflict", f"{problem.where}: {problem.message}")
        self.check(before, self._files())
        if self.random.random() < 0.5:  # noqa: PLR2004 - every other run is followed by one without change
            self._run_again()

    def _notice_fresh_start(self, files: dict[str, bytes]) -> None:
        """Forget what was deleted where nothing in the folder tells that the program was ever here."""
        kept = (self.folder / LOCK_FILE).exists() or (self.folder / ".timeline").exists()
        if self.tally.done["run"] and not kept and b"article: " not in b"".join(files.values()):
            self.gone.clear()
            self.no_source.clear()
            self.tally.done["fresh starts"] += 1

    def _run_again(self) -> None:
        kept = {p: p.stat().st_mtime_ns for p in self.folder.rglob("*") if p.is_file()}
        self._take_in()
        if {p: p.stat().st_mtime_ns for p in self.folder.rglob("*") if p.is_file()} != kept:
            self.tally.blame(self.seed, "wrote again", "a second run without change wrote something")

    def _take_in(self) -> pipeline.Report:
        settings, problems = pipeline.load_settings(self.folder)
        return pipeline.take_in(settings, Job(output=self.folder / "site", limit=None), problems)

    def _mend_names(self) -> None:
        for path in [self.file, *self._other_files()]:
            text = path.read_bytes().decode()
            for old, piece in self.called.items():
                text = re.sub(rf"article: {re.escape(old)}(?!\S)", f"article: {piece.name}", text)
            path.write_bytes(text.encode())
        self.tally.done["names mended by hand"] += 1

    def check(self, before: dict[str, bytes], after: dict[str, bytes]) -> None:
        """Hold the files after a run against those before it."""
        for name, old in before.items():
            if not _is_within(old, after.get(name, b"")):
                self.tally.blame(self.seed, "bytes lost", name)
            self._check_entries(name, old, after.get(name, b""))
        everything = b"".join(after.values()).decode()
        for token in self.tokens:
            if token not in everything:
                self.tally.blame(self.seed, "human words lost", token)
        self._check_new(before, after)

    def _check_entries(self, name: str, old: bytes, new: bytes) -> None:
        first, second = _entries(old), _entries(new)
        for was, now in zip(first, second, strict=False):
            sources = was.get("sources") or []
            if {**now, "sources": (now.get("sources") or [])[: len(sources)]} != {**was, "sources": sources}:
                self.tally.blame(self.seed, "entry changed", f"{name}: {was.get('title')}")
        if len(second) < len(first):
            self.tally.blame(self.seed, "entry lost", name)

    def _check_new(self, before: dict[str, bytes], after: dict[str, bytes]) -> None:
        known = [e for data in before.values() for e in _entries(data)]
        now = [e for data in after.values() for e in _entries(data)]
        ids = {e.get("id") for e in known}
        told = {town for e in known for town in self._towns(str(e))}
        cited_before = {(s.get("article"), s.get("quote")) for e in known for s in e.get("sources") or []}
        for entry in now:
            if entry.get("id") not in ids:
                self._check_new_entry(self._towns(str(entry)), told)
            for town in self._towns(str(entry)):
                for source in entry.get("sources") or []:
                    is_new = (source.get("article"), source.get("quote")) not in cited_before
                    if is_new and (town, source.get("article")) in self.no_source and town in str(source):
                        self.tally.blame(self.seed, "deleted source back", f"{town} {source.get('article')}")
        cited = Counter(
            (s.get("article"), s.get("quote"), e.get("id")) for e in now for s in e.get("sources") or []
        )
        for (article, quote, _), count in cited.items():
            if count > 1 and quote:
                self.tally.blame(self.seed, "duplicate", f"{article}: {quote}")
        if [n for n, c in Counter(e["id"] for e in now if "id" in e).items() if c > 1]:
            self.tally.blame(self.seed, "duplicate", "an id stands twice")

    def _check_new_entry(self, towns: set[str], told: set[str]) -> None:
        for town in towns:
            if town in self.gone:
                kind = "deleted back, in other words" if town in self.retold else "deleted back"
                self.tally.blame(self.seed, kind, town)
            elif town in told and town not in self.redated and town not in self.retold:
                self.tally.blame(self.seed, "duplicate", town)
            elif town in told and town not in self.redated:
                # Merging prefers two entries to a wrong one; how many it knows is measured elsewhere.
                self.tally.done["told in other words, and not known again"] += 1


def _reads(block: str) -> bool:
    return not parse(block.encode(), "e").problems


@lru_cache(maxsize=64)
def _entries(data: bytes) -> list[dict[str, object]]:
    """Read a file with another reader than ours: the library's own, every value as text."""
    found = yaml.load(data.decode("utf-8-sig"), Loader=yaml.CBaseLoader)  # noqa: S506 - it makes texts only
    events = found.get("events") if isinstance(found, dict) else None
    return events if isinstance(events, list) else []


def _is_within(old: bytes, new: bytes) -> bool:
    """Tell whether all bytes of a file are in another, in their order, with whole pieces put in between."""
    at = 0
    for line in old.splitlines(keepends=True):
        at = new.find(line, at)
        if at < 0:
            return _is_subsequence(old, new)
        at += len(line)
    return True


def _is_subsequence(old: bytes, new: bytes) -> bool:
    rest = iter(new)
    return all(byte in rest for byte in old)
