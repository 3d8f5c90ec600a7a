"""A headline is a whole clause: nothing torn, nothing half, and where that fails the source's own words."""

from __future__ import annotations

import pytest

from tests.events.conftest import Read
from timeline.events import language
from timeline.events.clause_reader import read_clauses
from timeline.events.tokens import tokenise
from timeline.events.wellformed import fault
from timeline.events.wording import LONGEST

ENGLISH = language.load("en")
assert ENGLISH is not None


@pytest.mark.parametrize(
    ("sentence", "dropped", "verb", "named"),
    [
        # what is left is no clause
        ("In a video the firm promised a refund.", "the firm", "promised", "no subject"),
        ("With the gates behind him Rowe likened it to a siege.", "Rowe", "likened", "no subject"),
        ("The mayor himself met them.", "The mayor", "met", "opens like a part"),
        ("The vote that the union lost was close.", "The vote was close", "lost", "opens like a part"),
        ("Two men were held and a boat was seized.", "a boat was seized", "held", "ends like a part"),
        ("The crew left without a word to anyone.", "a word to anyone", "left", "ends like a part"),
        # a phrase is torn
        (
            "The troops attacked the last convoy of the week.",
            "convoy of the week",
            "attacked",
            "torn at the end",
        ),
        ("The trust took its computers off line.", "its computers off line", "took", "torn at the end"),
        ("The head of the mine stood down at noon.", "down at noon", "stood", "torn at the end"),
        ("The city received more than forty bids.", "than forty bids", "received", "torn at the end"),
        ("The ship is scheduled to dock at noon.", "to", "dock", "torn inside"),
        ("The foreman wrote to the office about choked filters.", "about", "wrote", "torn inside"),
        (
            "The head apologised in a video and promised a refund.",
            "in a video and",
            "apologised",
            "torn inside",
        ),
        # half of what goes together
        ("Both the mayor and his deputy left.", "and his deputy", "left", "half a pair"),
        ("The border between Arl and Brenn moved west.", "and Brenn", "moved", "half a pair"),
        ("City and state police have asked for help.", "and state police", "asked", "half its subject"),
        # what was said
        ("Staff noticed quietly that the files had gone.", "that the files had gone", "noticed", "lost what"),
        # a part of a subject for the whole of it
        ("The firm, a maker of tyres based in Arl, closed.", "closed", "based", "an aside"),
        ("Roe, in a note read out by an aide, left.", "left", "read", "an aside"),
        ("Rescued by fishermen, Ana Roe became a star.", ", Ana Roe", "became", "a participle"),
        ("Being found at sea was luck.", "", "was", "opens like a part"),
        ("Just ahead of his visit the ministry issued a note.", "the ministry", "issued", "no subject"),
        (
            "State, county and city officials have asked for help.",
            ", county and city officials",
            "asked",
            "half its",
        ),
        ("Ann Roe, her brother, a dozen friends and a dog left.", ", her brother,", "left", "torn inside"),
        # the end wants more
        ("The bank's 1989 loss hurt the bank's shares.", "shares", "hurt", "torn at the end"),
        ("The plan will create a new, faster line.", ", faster line", "create", "ends like a part"),
        ("The crew must wait at least until noon.", "until noon", "wait", "ends like a part"),
        ("The men came after the victim had paid.", "had paid", "came", "lost a verb"),
        ("The general declared.", "", "declared", "lost what"),
        ("The mayor said in a letter that he would go.", "that he would go", "said", "lost what"),
        ("The board adopted a measure designed to stop him.", "to stop him", "adopted", "torn at the end"),
        ("He is silent, all eyes are on him now.", "", "is", "a comma for a conjunction"),
        ("The minister condemned the cowardly attack.", "attack", "condemned", "torn at the end"),
        # whole ones
        ("The firm attributed the loss to the strike.", "", "attributed", ""),
        ("The talks failed, and all eyes are on him.", "", "failed", ""),
        ("The report is due in May.", "in May", "is", ""),
        ("Corvane bought her.", "", "bought", ""),
        ("The groom offered to work for nothing.", "", "offered", ""),
        ("All of the hostages got out alive.", "", "got", ""),
        ("The blast claimed at least 20 lives.", "", "claimed", ""),
        ("The widow testified.", "", "testified", ""),
        ("Only then did the town give in.", "", "give", ""),
        ("The owner, Norcobre, closed the mine.", "", "closed", ""),
        ("The mayor and his deputy left.", "and his deputy", "left", ""),
        ("The club, founded in 1912, folded.", ", founded in 1912,", "folded", ""),
        ("The troops attacked the convoy at dawn near Arl.", "at dawn near Arl", "attacked", ""),
        ("In Skarrel the sea broke through the dyke.", "", "broke", ""),
        ("About 300 soldiers left the camp.", "", "left", ""),
        ("Up to forty witnesses will be heard.", "", "heard", ""),
        ("Then came the arrest at the airport.", "", "came", ""),
        ("At dawn police raided the hotel.", "", "raided", ""),
        ("That will cost forty jobs.", "", "cost", ""),
        ("Half of the staff walked out in protest.", "in protest", "walked", ""),
        ("The club folded as the war began.", "as the war began", "folded", ""),
    ],
)
def test_what_is_wrong_with_a_headline_is_named(sentence: str, dropped: str, verb: str, named: str) -> None:
    tokens = tokenise(sentence, 0, ENGLISH)
    parse = read_clauses(tokens, frozenset(), ENGLISH)
    clause = next(c for c in parse.clauses if c.group and tokens[c.group.head].text == verb)
    lost = set(_places(tokens, dropped))
    body = [n for n, token in enumerate(tokens) if n not in lost and token.text != "."]
    found = fault(parse, clause, body, set(), ENGLISH)
    assert found.startswith(named)
    assert bool(found) == bool(named)


def _places(tokens: tuple[object, ...], dropped: str) -> list[int]:
    """Return where the dropped words stand, each at its first place behind the one before."""
    places: list[int] = []
    for word in tokenise(dropped, 0, ENGLISH):
        start = places[-1] + 1 if places else 0
        places.append(next(n for n in range(start, len(tokens)) if tokens[n].text == word.text))  # type: ignore[attr-defined]
    return places


@pytest.mark.parametrize(
    ("sentence", "titles"),
    [
        # said in a phrase, a heading run into its paragraph, a word that says more
        (
            "The coach's lawyer admitted in a crowded court on Thursday that the team had paid the referee "
            "of the final.",
            [
                "The coach's lawyer admitted in a crowded court that the team had paid the referee",
                "The team paid the referee of the final",
            ],
        ),
        ("About Orvik Orvik was founded in 1994 by two sisters.", ["Orvik was founded by two sisters"]),
        (
            "Forty were treated in hospital, the last of whom went home on 8 April.",
            ["Forty were treated in hospital", "The last of them went home"],
        ),
        (
            "The levee was sound, the inspectors found in a report published on 9 April.",
            ["A report was published"],
        ),
        # the clause or the sentence as it stands, rather than a torn one
        (
            "The trust took its systems off line the following morning.",
            ["The trust took its systems off line the following morning"],
        ),
        (
            "Upon closing on 2 June, Ann Roe, president and chief executive of the seller, will leave the "
            "firm.",
            ["Ann Roe will leave the firm"],
        ),
        ("Monday will be a day of mourning, she told reporters.", ["Monday will be a day of mourning"]),
        ("Then came the arrest at the airport last Tuesday.", ["Then came the arrest at the airport"]),
        # cut at a phrase, never in one
        (
            "Orvik Motors announced on Tuesday a voluntary safety recall of approximately 1.3 million Solace "
            "sedans and Vantor crossovers of three model years.",
            ["Orvik Motors announced a voluntary safety recall"],
        ),
        (
            "The district court of Brenn fined on Monday the former owner of the chemical works at Arl, "
            "Karel Dost, and two of his engineers.",
            ["The district court of Brenn fined the former owner of the chemical works at Arl"],
        ),
        # who was meant: told with less room for the rest
        (
            "The five-member board of inquiry met on Monday. It is to deliver an interim report on 12 June "
            "and its final conclusions in the autumn.",
            [
                "The five-member board of inquiry met",
                "The five-member board of inquiry is to deliver an interim report and its final conclusions",
            ],
        ),
        # a list of a subject, a name that "elected" describes, an adverb whose phrase is gone
        (
            "All week, elected officials in Arl and at the state capital have issued statements.",
            ["Elected officials in Arl and at the state capital have issued statements"],
        ),
        (
            "As a result of the raid in Arl, the shops closed on Monday.",
            ["The shops closed"],
        ),
        (
            "Arlpur, Mar 19 (NPI) Five men were held on Monday over the leak.",
            ["Five men were held over the leak"],
        ),
        # what describes a person before the name is no verb
        ("On Thursday jailed banker Tom Rees lost his appeal.", ["Jailed banker Tom Rees lost his appeal"]),
        (
            "On Thursday police arrested a man and questioned manager Tom Rees.",
            ["Police arrested a man", "Police questioned manager Tom Rees"],
        ),
        # quotation marks and date lines of old wires
        (
            "ARL, Norland _ The president on Monday denounced the ``ruinous war.''",
            ["The president denounced the “ruinous war.”"],
        ),
    ],
)
def test_a_headline_that_would_be_broken_is_told_otherwise(
    sentence: str, titles: list[str], read: Read
) -> None:
    found = [c.title for c in read(sentence, published="2024-05-03").candidates]
    assert found == titles
    assert all(len(title) <= LONGEST for title in found)


@pytest.mark.parametrize(
    "sentence",
    [
        "The fee is 9%, the rate at which prices rose in March.",
        "Justice, said the widow, in the end of it all.",
        "The plan, of which Rowe knew in May, is cheap.",
        "Anyone who worked at Arl before 2009 is asked to write.",
        "Those who fled in May are asked to write.",
    ],
)
def test_what_makes_no_headline_makes_no_entry(sentence: str, read: Read) -> None:
    assert not read(sentence, published="2024-05-03").candidates
