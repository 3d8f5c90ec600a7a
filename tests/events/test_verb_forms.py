"""Which word is the verb: contractions, complements, aside words, plural nouns, participles of blame."""

from __future__ import annotations

import pytest

from tests.events.conftest import Read
from timeline.model import Kind
from timeline.temporal import When

KINDS = {"plan": Kind.PLANNED, "claim": Kind.CLAIMED, "deed": Kind.HAPPENED}

# Published on Friday 3 May 2024: a text, and of each entry its kind and day by its headline.
READINGS = [
    # A form that is past and participle at once is past where an object stands behind its particle.
    (
        "Firefighters were called to the mill on Sunday and put out the flames.",
        {
            "Firefighters were called to the mill": "deed 2024-04-28",
            "Firefighters put out the flames": "deed 2024-04-28",
        },
    ),
    (
        "Crews were sent out on Sunday and cut off the gas.",
        {"Crews were sent out": "deed 2024-04-28", "Crews cut off the gas": "deed 2024-04-28"},
    ),
    (
        "The mill was sold in 2020 and shut down in March.",
        {"The mill was sold": "deed 2020", "The mill was shut down": "deed 2024-03"},
    ),
    # "had" goes from a headline also where the past is spelt like the participle.
    ("The council had cut the budget in May 2022.", {"The council cut the budget": "deed 2022-05"}),
    ("Rebels had hit the depot on Monday.", {"Rebels hit the depot": "deed 2024-04-29"}),
    # "'d" before a past form is "had".
    ("The chief said he'd sacked two men on Monday.", {"He'd sacked two men": "deed 2024-04-29"}),
    ("They'd been told nothing, the chief said.", {}),
    # What something is kept, left or made is no verb of the sentence.
    (
        "The owners decided on Tuesday to keep the pool shut until the end of May.",
        {
            "The owners decided to keep the pool shut until the end of May": "deed 2024-04-30",
            "The owners decided on Tuesday to keep the pool shut": "plan ../2024-05-31",
        },
    ),
    (
        "The judge agreed on Monday to have the car towed.",
        {"The judge agreed to have the car towed": "deed 2024-04-29"},
    ),
    (
        "The union voted on Sunday to leave the gates locked.",
        {"The union voted to leave the gates locked": "deed 2024-04-28"},
    ),
    # "what" opens a clause of its own.
    (
        "The pump failed on Tuesday during what the owner described as a routine test.",
        {"The pump failed": "deed 2024-04-30"},
    ),
    ("What broke the deadlock was a phone call.", {}),
    (
        "Police sealed off what they called a bomb factory on Monday.",
        {"Police sealed off what they called a bomb factory": "deed 2024-04-29"},
    ),
    # Blame behind a noun says more of it.
    (
        "Ann Roe stepped down on Monday, the first casualty of a fault blamed for two deaths.",
        {"Ann Roe stepped down, the first casualty of a fault blamed for two deaths": "deed 2024-04-29"},
    ),
    (
        "The town buried its dead on Sunday, victims of a gang accused of forty murders.",
        {"The town buried its dead, victims of a gang accused of forty murders": "deed 2024-04-28"},
    ),
    # Nouns that look like verbs of saying.
    (
        "They were told on Monday that claims will be paid by June.",
        {"Claims will be paid": "plan [..2024-06]"},
    ),
    (
        "The insurer set aside 60 million for third-party claims on Monday.",
        {"The insurer set aside 60 million for third-party claims": "deed 2024-04-29"},
    ),
    # Plural nouns before an object.
    (
        "The port began to charge foreign lorries a fee of 20 pounds on Monday.",
        {"The port began to charge foreign lorries a fee of 20 pounds": "deed 2024-04-29"},
    ),
    # Words between commas inside the verb.
    (
        "Crews are, however, investigating two further leaks.",
        {"Crews are investigating two further leaks": "deed"},
    ),
    ("The plan was, however, rejected on Monday.", {"The plan was rejected": "deed 2024-04-29"}),
    ("The bank has, meanwhile, suspended two traders.", {"The bank has suspended two traders": "deed"}),
    # A second auxiliary that is left out.
    (
        "Windows were smashed and two police cars set alight on Sunday.",
        {"Windows were smashed": "deed 2024-04-28", "Two police cars were set alight": "deed 2024-04-28"},
    ),
    (
        "Seven dockers were killed and at least 14 injured on Monday.",
        {"Seven dockers were killed": "deed 2024-04-29", "At least 14 were injured": "deed 2024-04-29"},
    ),
    # An infinitive of the perfect is no clause of its own.
    (
        "The trial collapsed on Monday when a juror was found to have read about the case.",
        {"The trial collapsed": "deed 2024-04-29"},
    ),
    # Blame has an object, and nothing that is said.
    (
        "The firm blamed a faulty update pushed out shortly after midnight.",
        {"The firm blamed a faulty update": "claim"},
    ),
    # "Beginning" before a time is a preposition.
    (
        "Beginning May 18, dealers will replace the pump.",
        {"Dealers will replace the pump": "plan 2024-05-18/.."},
    ),
    (
        "Starting Monday, the ferry will stop at Elm Quay.",
        {"The ferry will stop at Elm Quay": "plan 2024-05-06/.."},
    ),
    # A past form before another that is an adjective.
    ("The sergeant flogged seized drugs in May 2021.", {"The sergeant flogged seized drugs": "deed 2021-05"}),
    (
        "Dealers sold stolen cars at the quay on Sunday.",
        {"Dealers sold stolen cars at the quay": "deed 2024-04-28"},
    ),
    # "or" joins two nouns, the second of them with a participle.
    (
        "The mill earned 2 million in March, or 24 pence a share adjusted for the split.",
        {"The mill earned 2 million, or 24 pence a share adjusted for the split": "deed 2024-03"},
    ),
    # An age before a noun says which.
    ("They were clearing mines near the ruined 11th century temple.", {}),
    (
        "Thieves broke into the ruined 11th century temple.",
        {"Thieves broke into the ruined 11th century temple": "deed"},
    ),
    # "That" in front is who did it.
    ("That led to a strike on Monday.", {}),
]


@pytest.mark.parametrize(("text", "entries"), READINGS)
def test_the_verb_is_found(read: Read, text: str, entries: dict[str, str]) -> None:
    found = {c.title: (c.kind, c.when) for c in read(text).candidates}
    wanted = {}
    for title, told in entries.items():
        kind, _, day = told.partition(" ")
        wanted[title] = (KINDS[kind], When.parse(day) if day else None)
    assert found == wanted
