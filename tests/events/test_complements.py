"""Headlines keep what their last words want: whom, what; and no rest of another clause."""

from __future__ import annotations

import pytest

from tests.events.conftest import Read

ORDERED = [
    (
        "The federal appeals court in the western district of the province has been asked by the central "
        "government to suspend a ruling by its judge.",
        "The federal appeals court has been asked by the central government to suspend a ruling",
    ),
    (
        "The minister assured the miners that the pit would not close, his spokesman said.",
        "The minister assured the miners that the pit would not close",
    ),
    (
        "He also urged the envoy to tell Danes that the country is safe.",
        "He also urged the envoy to tell Danes that the country is safe",
    ),
    ("On Monday the court ordered the tenants to leave.", "The court ordered the tenants to leave"),
    ("The union was told on Monday to end the strike.", "The union was told to end the strike"),
]
PURPOSES = [
    (
        "The airline will double its flights between Accra and Lagos by August in the "
        "search for new markets "
        "untouched by the war in the north.",
        "The airline will double its flights between Accra and Lagos",
    ),
    (
        "The firm has been locked in a lawsuit with Harlan Brothers in an attempt to get out of a contract "
        "that binds it.",
        "The firm has been locked in a lawsuit with Harlan Brothers",
    ),
    (
        "In March the brewery took on a costly new adviser in its capital to ward off "
        "unwanted suitors from "
        "overseas.",
        "The brewery took on a costly new adviser in its capital to ward off unwanted suitors",
    ),
    (
        "In March the brewery adopted a shareholder-rights plan to ward off unwanted suitors.",
        "The brewery adopted a shareholder-rights plan to ward off unwanted suitors",
    ),
    (  # a search that is the deed itself
        "Divers joined the search on Monday.",
        "Divers joined the search",
    ),
    ("The clerk died in the struggle on Monday.", "The clerk died in the struggle"),
]
HALVES = [
    (
        "Yvonne Bussier was named senior executive vice president and chief operating officer of Provex "
        "Holdings, a new position, on Monday.",
        "Yvonne Bussier was named senior executive vice president",
    ),
    (
        'The minister condemned on Monday the "cowardly, criminal and tragic" bombings in the two capitals.',
        'The minister condemned the "cowardly, criminal and tragic" bombings in the two capitals',
    ),
    ("The bank sold its hospital and its hotel on Monday.", "The bank sold its hospital and its hotel"),
    (
        "On Monday Ms Roe will ask the parliament to approve a still-undetermined amount of emergency "
        "funding to pay for the schools.",
        "Ms Roe will ask the parliament to approve a still-undetermined amount of emergency funding",
    ),
    (
        "On Monday Harlan Inc. agreed to buy the timber business of Hunter Brothers.",
        "Harlan Inc. agreed to buy the timber business of Hunter Brothers",
    ),
]
RESTS = [  # what stood behind a clause that is left out goes with it
    (
        "The two ships were released after the captain agreed to pay the fine in Oslo, a neutral port.",
        "The two ships were released",
    ),
    ("The two ships, both tankers, were released on Monday.", "The two ships, both tankers, were released"),
    ("Finally, when the council refused, the firm left in March.", "The firm left"),
    (
        "The firm's shares were hurt by overnight losses in Rome.",
        "The firm's shares were hurt by losses in Rome",
    ),
    (
        "The report said bad news has worsened concern about recent declines in bond prices.",
        "Bad news has worsened concern about declines in bond prices",
    ),
    ("The mine was hit by recent attacks on its trucks.", "The mine was hit by attacks on its trucks"),
    ("Recently the mine was closed by the army.", "The mine was closed by the army"),
]
SUBJECTS = [
    (
        "In January, a week after the feast, a bomb in Sorrel, a suburb, killed a guard and wounded a nurse.",
        "A bomb in Sorrel, a suburb, wounded a nurse",
    ),
    (
        "The day before last Tuesday's hearing, the uncle went to the house of his brother.",
        "The uncle went to the house of his brother",
    ),
    (
        "Before his Sunday night address, the general played the grandfather to twelve children.",
        "The general played the grandfather to twelve children",
    ),
    (
        "On Friday, when the roof fell in and two men were hurt, the firm closed the pit.",
        "The firm closed the pit",
    ),
    (
        "On Friday, when two clerks were held and police were forced to retreat, the shops shut early.",
        "Police were forced to retreat",
    ),
]


@pytest.mark.parametrize(
    ("sentence", "title"), [*ORDERED, *PURPOSES, *HALVES, *RESTS, *SUBJECTS], ids=lambda text: text[:60]
)
def test_a_headline_is_whole(sentence: str, title: str, read: Read) -> None:
    assert title in [c.title for c in read(sentence).candidates]


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        # of three verbs of "which" none is the deed of somebody else
        (
            "The mayor was cut on her lip in the blast, which damaged the church, shattered "
            "the roof of the "
            "market and toppled the town hall.",
            "The mayor was cut on her lip in the blast",
        ),
        (
            "Two clerks died in the fire, which gutted the bank, destroyed the library and damaged a school.",
            "Two clerks died in the fire",
        ),
    ],
)
def test_a_list_of_verbs_behind_which_stays_there(sentence: str, title: str, read: Read) -> None:
    assert [c.title for c in read(sentence).candidates] == [title]


@pytest.mark.parametrize(
    ("sentence", "titles"),
    [
        # the trap: a list of verbs of the main clause, with an aside inside
        (
            "The thief, who wore a mask, robbed the bank and shot a guard.",
            ["The thief robbed the bank", "The thief shot a guard"],
        ),
        (
            "The storm hit the coast, which is low, and sank two boats.",
            ["The storm hit the coast", "The storm sank two boats"],
        ),
    ],
)
def test_a_list_of_verbs_around_which_is_of_the_main_clause(
    sentence: str, titles: list[str], read: Read
) -> None:
    assert [c.title for c in read(sentence).candidates] == titles


@pytest.mark.parametrize(
    "sentence",
    [
        "If the rebels win, the king will have led his country into ruin.",
        '"If the bill passes, the mill will close in June," the owner said.',
        "Unless talks resume, the port will shut on 3 June.",
        "If the jury agrees, he will be freed on Monday.",
        "The police said the suspect had not admitted any role in the theft or named anyone else.",
        "The raids will not cause the miners to give in or retreat, the union said.",
        "The ruling does not guarantee that the boy will be returned, the ministry warned.",
        "The deal does not mean that the mill will reopen in June.",
        "The firm has not sold the mine or closed the port.",
        "The mayor never met the builder or took his money.",
        "The court neither upheld the ruling nor quashed the sentence on Monday.",
    ],
)
def test_a_condition_and_a_denial_reach_as_far_as_they_do(sentence: str, read: Read) -> None:
    assert read(sentence).candidates == ()


@pytest.mark.parametrize(
    ("sentence", "titles"),
    [
        (
            "The firm sold the mine or closed the port on Monday.",
            ["The firm sold the mine", "The firm closed the port"],
        ),
        ("After the rebels won, the king left on Monday.", ["The king left"]),
        (
            "The firm did not sell the mine, and closed the port on Monday.",
            ["The firm closed the port"],
        ),
    ],
)
def test_other_deeds_stay(sentence: str, titles: list[str], read: Read) -> None:
    assert [c.title for c in read(sentence).candidates] == titles


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        # a name with "and" in it is one name, and of a list of people the first may stand for all
        (
            "The Economic and Financial Crimes Commission arraigned a former governor on Tuesday on a "
            "charge bordering on fraud.",
            "The Economic and Financial Crimes Commission arraigned a former governor on a charge",
        ),
        (
            "Treasurer Peter Costel, Environment Minister Robert Hull and Attorney General "
            "Daryl Wills all voted "
            "on Friday to support the republic.",
            "Treasurer Peter Costel voted to support the republic",
        ),
        ("Rowe and Lund resigned on Monday.", "Rowe and Lund resigned"),
        # what shares its subject with a clause that is left out goes with it
        (
            "Judge Ellen Ward jailed Harris on Thursday after a jury found him guilty of "
            "manslaughter but cleared "
            "him of murder.",
            "Judge Ellen Ward jailed Harris",
        ),
        # behind a main verb "after" opens a clause, also before a list
        (
            "The boy was found on Thursday clinging to a tube at sea after his mother, his "
            "stepfather and eight "
            "others had drowned while trying to reach the coast.",
            "The boy was found clinging to a tube at sea",
        ),
        ("After the vote, the mayor and his deputy resigned on Monday.", "The mayor and his deputy resigned"),
        # a figure behind an aside that is left out
        (
            "The firm reported in May a loss of $608,413, or 39 cents a share, compared with "
            "a profit of $967,809, "
            "or 62 cents a share.",
            "The firm reported a loss of $608,413",
        ),
        # who is charged is no court
        (
            "The clerk is due to appear before Leeds Crown Court on 4 June charged with two counts of arson.",
            "The clerk is due to appear before Leeds Crown Court charged with two counts of arson",
        ),
        # a preposition goes with its time
        (
            "Hartley headed the ball home from a Briggs corner kick on 63 minutes before "
            "Okoro sealed the points on "
            "Saturday.",
            "Hartley headed the ball home from a Briggs corner kick",
        ),
    ],
    ids=lambda text: text[:60],
)
def test_what_hangs_together_stays_together(sentence: str, title: str, read: Read) -> None:
    assert title in [c.title for c in read(sentence).candidates]


@pytest.mark.parametrize(
    ("sentence", "kind", "title"),
    [
        # only why it was done is a guess
        (
            "The bank bought the mill on Monday, apparently to fend off a bid.",
            "happened",
            "The bank bought the mill",
        ),
        (
            "The aide left for Rome on Monday, reportedly because of a row.",
            "happened",
            "The aide left for Rome",
        ),
        # what was done is one
        ("The bank apparently bought the mill on Monday.", "claimed", "The bank apparently bought the mill"),
        ("Apparently the aide left for Rome on Monday.", "claimed", "Apparently the aide left for Rome"),
    ],
)
def test_a_guess_at_the_reason_is_no_claim(sentence: str, kind: str, title: str, read: Read) -> None:
    (one,) = read(sentence).candidates
    assert (one.kind.value, one.title) == (kind, title)


def test_who_announces_it_late_on_a_day_is_no_entry(read: Read) -> None:
    found = read(
        "The army chief was removed from his post, the presidency announced late on Saturday."
    ).candidates
    assert [c.title for c in found] == ["The army chief was removed from his post"]


def test_those_who_speak_do_nothing(read: Read) -> None:
    assert not read('"He is proud," says one senior official involved in managing the crisis.').candidates


@pytest.mark.parametrize(
    ("sentence", "titles"),
    [
        # what was misread is no entry, however it is shortened
        (
            "Rowe, in a note released through her lawyer, accused Ode of fraud on Monday.",
            ["Rowe accused Ode of fraud"],
        ),
    ],
    ids=lambda text: text[:50],
)
def test_a_misread_clause_is_not_shortened_to_an_entry(sentence: str, titles: list[str], read: Read) -> None:
    assert [c.title for c in read(sentence).candidates] == titles


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        (
            "At least 82 people were killed and more than 1,700 injured on Monday.",
            "More than 1,700 were injured",
        ),
        ("At least 75 people were killed and 1,643 wounded there on Monday.", "1,643 were wounded there"),
        ("Six men were killed and one wounded on Monday.", "One was wounded"),
        ("One man was killed and two wounded on Monday.", "Two were wounded"),
    ],
)
def test_a_bare_number_takes_its_form_of_to_be(sentence: str, title: str, read: Read) -> None:
    assert title in [c.title for c in read(sentence).candidates]


@pytest.mark.parametrize(
    "sentence",
    [
        "The envoy said Arland would strike at cartel members if they boost output to fill the gap.",
        "The league will dock the club points on Monday if they boycott the final.",
    ],
)
def test_what_hangs_on_an_if_is_no_plan(sentence: str, read: Read) -> None:
    assert not read(sentence).candidates
