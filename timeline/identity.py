"""Who is who among candidates: ids that follow from the evidence, and fingerprints that survive a typo.

An id is made once, at first sight of a sentence, and never follows what people change (title, date). A
fingerprint is a similarity hash of the sentence: close sentences have close fingerprints, and no word can be
read back from it, so that it may stand in a public file.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache

# The version of how events are found in articles. Raise it when the same article would give other candidates:
# each project's articles are then read once more. What was offered stays known, and no accepted date changes.
EXTRACTION_VERSION = "1"

MADE_ID = re.compile(
    r"e-[0-9a-hjkmnp-tv-z]{10}"
)  # what `candidate_id` makes; search.js knows this form as well
_CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz"
_BITS = 128
_SHINGLE = 4  # characters: shorter ones any two sentences share, longer ones suffer from one typo
_LANE = 16  # bits of the counter of one fingerprint bit, kept side by side in one integer
_FULL = 1 << _LANE - 1  # the top bit of a lane
_EACH = sum(1 << _LANE * lane for lane in range(_BITS))  # one in each lane
_LONGEST = 20_000  # characters read; more would let a counter run over, and no sentence is that long

# Measured on 6,900 news sentences of 30 to 300 characters (5,000 draws each; 99 % lie at or below): one typo
# 25 bits, two typos 33, one word replaced 35, a clause of four words added 30; of two different sentences
# 99.9 % lie at or above 41.
CLOSE_BITS = 36


def candidate_id(article_id: str, sentence: str, occurrence: int) -> str:
    """Return the id of a candidate at first sight: `e-` and ten characters of Crockford's base32 (50 bits).

    `occurrence` tells equal sentences of one article, and several events of one sentence, apart.
    """
    evidence = "\n".join((article_id, normal(sentence), str(occurrence)))
    number = int.from_bytes(hashlib.sha256(evidence.encode("utf-8", "surrogatepass")).digest()[:7]) >> 6
    return "e-" + "".join(_CROCKFORD[number >> shift & 31] for shift in range(45, -5, -5))


def bare_address(url: str) -> str:
    """Return an address without what changes between visits; "" for a publisher's front page."""
    bare = re.sub(r"^https?://(?:www\.)?|[#?].*$|/$", "", url.strip().casefold())
    return bare if "/" in bare else ""


def normal(sentence: str) -> str:
    """Return the sentence as ids see it: NFKC, case-folded, with single spaces."""
    return " ".join(unicodedata.normalize("NFKC", sentence).casefold().split())


@lru_cache(maxsize=1 << 8)  # several events of one sentence follow each other
def fingerprint(sentence: str) -> str:
    """Return the similarity hash of a sentence, 32 hexadecimal digits; "" where it has no letter or digit.

    Simhash (Charikar 2002) over shingles of four characters; punctuation and case do not count.
    """
    text = " ".join(re.findall(r"[^\W_]+", normal(sentence)[:_LONGEST]))
    if not text:
        return ""
    padded = f" {text} "
    shingles = [padded[i : i + _SHINGLE] for i in range(max(1, len(padded) - _SHINGLE + 1))]
    most = _FULL - len(shingles) // 2 - 1  # added to a lane, it reaches the top bit where over half counted
    counts = sum(map(_spread, shingles)) + most * _EACH
    digits = format(counts & _FULL * _EACH, f"0{_BITS * _LANE // 4}x")[:: _LANE // 4]  # "8" or "0" a lane
    return format(int(digits.replace("8", "1"), 2), "032x")


def distance(first: str, second: str) -> int:
    """Return in how many of 128 bits two fingerprints differ; 128 where one of them is missing."""
    if not first or not second:
        return _BITS
    return (int(first, 16) ^ int(second, 16)).bit_count()


def is_close(first: str, second: str) -> bool:
    """Tell whether two fingerprints are of the same sentence, give or take a typo, a number or a word."""
    return distance(first, second) <= CLOSE_BITS


@lru_cache(maxsize=1 << 15)
def _spread(shingle: str) -> int:
    """Return the hash of a shingle, each bit in a lane of its own: adding such integers counts all bits."""
    raw = shingle.encode("utf-8", "surrogatepass")
    digest = int.from_bytes(hashlib.blake2b(raw, digest_size=_BITS // 8).digest())
    return int(format(digest, f"0{_BITS}b").replace("0", "0000").replace("1", "0001"), 16)
