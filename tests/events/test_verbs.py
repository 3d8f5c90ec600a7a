"""Which words are the verbs of a sentence, told by the entries that come of it."""

from __future__ import annotations

import pytest

from tests.events.conftest import Read

# Behind a sentence of no news; published on Friday 3 May 2024.
READINGS = [
    (
        "The valve at Pump No. 7 had been cut since 12 April.",
        ["2024-04-12/.. The valve at Pump No. 7 was cut"],
    ),
    ("No rooms were damaged on Monday.", []),
    ("Rain of April 27 and 28 washed the bank away.", ["2024-04-27/2024-04-28 Rain washed the bank away"]),
    (
        "The strike began on Monday and Tuesday's talks failed.",
        ["2024-04-29 The strike began", "2024-04-30 The talks failed"],
    ),
    ("Rover 9 first crossed the crater on 4 March 2021.", ["2021-03-04 Rover 9 first crossed the crater"]),
    ("Three escaped prisoners were caught on Monday.", ["2024-04-29 Three escaped prisoners were caught"]),
    ("Envoys said March's rent had been paid on 22 April.", ["2024-04-22 March's rent was paid"]),
    ("The plan is interesting news for the town.", []),
    (
        "Three clubs have been fined and been told to leave.",
        ["Three clubs have been fined", "Three clubs were told to leave"],
    ),
    ("Tenants have three weeks to appeal.", []),
    ("Tenants have to leave by Friday.", ["[..2024-05-03] Tenants have to leave"]),
    (
        "The clerk rejected that and ordered a recount.",
        ["The clerk rejected that", "The clerk ordered a recount"],
    ),
    ("The clerk said that and other claims were false.", []),
    ("Photos that reached the paper on Monday showed the yard.", ["2024-04-29 Photos reached the paper"]),
    (
        "The mayor was sacked on Monday; his portrait, wrapped in a sheet, hangs in the hall.",
        ["2024-04-29 The mayor was sacked"],
    ),
    ("He left the training ground on Monday.", ["2024-04-29 He left the training ground"]),
    (
        "The boat hit the quay on Monday, where a tanker, the Ada, was unloading oil.",
        ["2024-04-29 The boat hit the quay"],
    ),
    ("While crews were flushing the mains on Saturday, two men fell ill.", ["Two men fell ill"]),
    (
        "Ann Roe, who quit on Monday and forfeited a bonus, is 50.",
        ["2024-04-29 Ann Roe quit", "2024-04-29 Ann Roe forfeited a bonus"],
    ),
    ("Ann Roe, who moved to Arl in 2006 and led the protest, is 50.", ["2006 Ann Roe moved to Arl"]),
    (
        "The army will begin handing out bottled water on Wednesday.",
        ["2024-05-08 The army will begin handing out bottled water"],
    ),
    (
        "The board met on Monday and today resigned.",
        ["2024-04-29 The board met", "2024-05-03 The board resigned"],
    ),
    ("He has repaid £61,000 of expenses.", ["He has repaid £61,000 of expenses"]),
    ("The coach was axed by text on Monday.", ["2024-04-29 The coach was axed by text"]),
    ("The group repaid the loan on Monday.", ["2024-04-29 The group repaid the loan"]),
]

# Who says what, where two verbs of saying stand in one sentence.
SAID = [
    ("The ministry insists the road is open, and claims that a gang mined the bridge.", "the ministry"),
    ("The miller said the lights were out, and claimed that a guard had cut the wire.", "the miller"),
    ("The miller says the bank knows the truth and claims that a gang mined the bridge.", "the bank"),
]


@pytest.mark.parametrize(("sentence", "entries"), READINGS)
def test_the_verbs_of_a_sentence(read: Read, sentence: str, entries: list[str]) -> None:
    found = read(f"It was late. {sentence}").candidates
    assert [f"{c.when or ''} {c.title}".strip() for c in found] == entries


@pytest.mark.parametrize(("sentence", "who"), SAID)
def test_who_says_the_second_of_two_things(read: Read, sentence: str, who: str) -> None:
    assert [c.claimed_by for c in read(f"It was late. {sentence}").candidates][-1:] == [who]
