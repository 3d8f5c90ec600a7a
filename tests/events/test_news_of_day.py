"""What an article opens with has just happened: another's dated telling of that deed is the same event."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from timeline.config import Settings
from timeline.events import extract, merge
from timeline.model import Article, Timeline

Make = Callable[..., Article]

# The article of Friday 3 May 2024 opens without a time; the other gives the day. Then: words of the telling
# in the second, and whether it is what the first opens with. All places, people and bodies are invented.
OPENINGS = [
    (
        "Police in Lindau have arrested the banker Hugo Stahl. Stahl ran the Ostra bank of Lindau"
        " until March. The bank closed in April. Hundreds of savers of Ostra marched through Lindau"
        " on Saturday.",
        "Officers took the Ostra banker Hugo Stahl into custody in Lindau on Thursday. He had left"
        " the bank in March. A judge in Lindau froze his accounts on 11 March. The Ostra tower was"
        " sold in April.",
        "into custody",
        True,
    ),
    (
        "Elm Rovers have sacked manager Dario Wynne. Wynne came to Elm in 2022. Rovers lost at Pell"
        " on Saturday. The club will name a caretaker by Monday.",
        "Dario Wynne was shown the door by Elm Rovers on Wednesday. Rovers had signed him in 2022."
        " The striker Ned Farrow broke his leg at Pell on Saturday. A caretaker is to be named by"
        " Monday.",
        "shown the door",
        True,
    ),
    (
        "Regulators in Velmar have approved the first vaccine against marsh fever. Marsh fever"
        " killed 40 people in Velmar in 2021. The maker, Ardo Labs, was founded in 2012. Ardo will"
        " ship the vaccine in June.",
        "The Velmar medicines office gave the go-ahead for Ardo's marsh fever vaccine on Thursday."
        " Ardo Labs began its trial in 2021. Its chief, Rita Holm, resigned in April. First"
        " deliveries are set for June.",
        "go-ahead",
        True,
    ),
    # of another man, of a day long before, of another deed
    (
        "Police in Lindau have arrested the banker Hugo Stahl. Stahl ran the Ostra bank of Lindau"
        " until March. The bank closed in April. Hundreds of savers of Ostra marched through Lindau"
        " on Saturday.",
        "Officers arrested the painter Emil Krantz in Lindau on Thursday. Krantz had sold two forged"
        " canvases to the Ostra bank. A judge in Lindau froze his accounts on 11 March. The Ostra"
        " tower was sold in April.",
        "Emil Krantz in Lindau",
        False,
    ),
    (
        "Regulators in Velmar have approved the first vaccine against marsh fever. Marsh fever"
        " killed 40 people in Velmar in 2021. The maker, Ardo Labs, was founded in 2012. Ardo will"
        " ship the vaccine in June.",
        "The Velmar medicines office approved a trial of Ardo's marsh fever vaccine on 4 March. Ardo"
        " Labs began its trial in 2021. Its chief, Rita Holm, resigned in April. First deliveries are"
        " set for June.",
        "approved a trial",
        False,
    ),
    (
        "Elm Rovers have sacked manager Dario Wynne. Wynne came to Elm in 2022. Rovers lost at Pell"
        " on Saturday. The club will name a caretaker by Monday.",
        "Elm Rovers signed the goalkeeper Per Dahl on Wednesday. Rovers had brought Dario Wynne in"
        " 2022. The striker Ned Farrow broke his leg at Pell on Saturday. A caretaker is to be named"
        " by Monday.",
        "Per Dahl",
        False,
    ),
]


@pytest.mark.parametrize(("opening", "other", "words", "same"), OPENINGS)
def test_what_opens_an_article_is_of_the_days_before_it(
    opening: str, other: str, words: str, same: bool, article: Make, settings: Settings
) -> None:
    told = entries([opening, other], article, settings)
    first = opening.split(".", maxsplit=1)[0]
    assert any(words in " ".join(entry) for entry in told)
    assert any(first in " ".join(entry) and words in " ".join(entry) for entry in told) is same


# Two articles: the first tells a deed twice, and the second once.
TWICE = [
    (
        "A car ferry has gone down off the island of Torvik. Rain fell on Torvik all night. The"
        " ferry Halden sank at about 4 a.m. on Thursday. The Torvik line bought her in 1998.",
        "The Halden sank off Torvik on 2 May. Her owner, the Torvik line, had bought the ferry in"
        " 1998. A chapel was opened on Torvik in March. The Halden was built at Pell.",
        ("A car ferry has gone down", "at about 4 a.m.", "sank off Torvik"),
        True,
    ),
    (
        "Police in Lindau have arrested two managers of the Ostra bank. Rain fell on Lindau. Hugo"
        " Stahl and Ida Brandt of Ostra were picked up at dawn on Thursday. The bank closed in April.",
        "Officers arrested Hugo Stahl and Ida Brandt of the Ostra bank in Lindau on Thursday. The"
        " bank closed in April. The Ostra tower was sold in March. Savers marched through Lindau on"
        " Saturday.",
        ("have arrested two managers", "picked up at dawn", "arrested Hugo Stahl"),
        True,
    ),
    # one sentence tells two deeds of one kind, or a second deed is of another man
    (
        "Police in Lindau arrested the Ostra banker Hugo Stahl on Thursday. Rain fell on Lindau."
        " Officers arrested the painter Emil Krantz in Pell on Thursday. The bank closed in April.",
        "Hugo Stahl, the Ostra banker, was arrested in Lindau on Thursday. The bank closed in April."
        " The Ostra tower was sold in March. Savers marched through Lindau on Saturday.",
        ("banker Hugo Stahl on Thursday", "painter Emil Krantz", "was arrested in Lindau"),
        False,
    ),
]


@pytest.mark.parametrize(("twice", "once", "words", "same"), TWICE)
def test_a_second_article_brings_together_what_the_first_tells_twice(
    twice: str, once: str, words: tuple[str, ...], same: bool, article: Make, settings: Settings
) -> None:
    told = [" ".join(entry) for entry in entries([twice, once], article, settings)]
    assert all(any(word in entry for entry in told) for word in words)
    assert any(all(word in entry for word in words) for entry in told) is same


def entries(texts: list[str], article: Make, settings: Settings) -> list[list[str]]:
    """Return the sentences of each entry that comes out of some articles."""
    articles = [article(text, f"a{n}", publisher=f"P{n}") for n, text in enumerate(texts)]
    candidates = [c for a in articles for c in extract(a, settings).candidates]
    done = merge(candidates, Timeline((), {a.id: a for a in articles}), settings)
    return [[c.sentence for c in new.candidates] for new in done.new_events]


MORE = (
    " Pell has 9,000 inhabitants. The town built a bridge in 1931. Its brewery closed in March. A fair"
    " opened in April."
)

# The sentence behind the opening tells more of it: who, where, on which day. The article is of 3 May 2024.
DETAILS = [
    (
        "A police sergeant in Pell has been charged with assault. Neil Ambry, 44, was charged on Thursday.",
        ("has been charged", "Neil Ambry"),
        True,
    ),
    (
        "A third person has died in the marsh fever outbreak in Pell. The woman, aged 77, died in hospital on"
        " Thursday.",
        ("third person", "aged 77"),
        True,
    ),
    (
        "A sergeant who broke a student's arm has been sacked. Ned Farrow lied to the panel. It dismissed him"
        " on Thursday.",
        ("has been sacked", "dismissed him"),
        True,
    ),
    (
        "A third person has died in the marsh fever outbreak in Pell. A man of 68 had died last Friday.",
        ("third person", "man of 68"),
        False,
    ),
    (
        "Police in Lindau have arrested the banker Hugo Stahl. Officers in Pell arrested the painter Emil"
        " Krantz on Thursday.",
        ("Hugo Stahl", "Emil Krantz"),
        False,
    ),
]


@pytest.mark.parametrize(("text", "words", "same"), DETAILS)
def test_the_next_sentence_tells_more_of_what_opens_an_article(
    text: str, words: tuple[str, str], same: bool, article: Make, settings: Settings
) -> None:
    told = [" ".join(entry) for entry in entries([text + MORE], article, settings)]
    assert all(any(word in entry for entry in told) for word in words)
    assert any(all(word in entry for word in words) for entry in told) is same
