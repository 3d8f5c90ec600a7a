"""Everyday verbs and plain clause shapes, in sentences that are not the first of their article."""

from __future__ import annotations

import pytest

from tests.events.conftest import Read

# Published on Friday 3 May 2024.
DEEDS = [
    "The two brothers walked free",
    "The sisters came to terms with the bank",
    "The convoy came under fire near the bridge",
    "Four sailors lost their lives",
    "A sample from the well tested positive",
    "The judge gave the driver six years",
    "Mrs Adair took the oath",
    "Detectives took a statement from the boy",
    "The village has lost its only shop",
    "The keeper was let go with a warning",
    "The choir made three recordings for the radio",
    "The boys were led to the vault",
    "She put her signature to the deal",
    "The holders took the second leg",
    "The clerk received a warning letter",
    "The farmers were told to leave the valley",
    "Burglars slew the dog and fled",
    "The judge gave her a warning",
    "The board handed him the keys",
    "Unemployment fell for a third month",
    "The Otters lost 4-0 at home",
    "Two cars rolled into the river",
    "A lorry skidded onto the rails",
    "Berg equalised from the spot",
    "The town twinned itself with Lund",
    "Police used water cannon to clear the square",
    "Lena Ostby took gold in the downhill",
    "The government survived by two votes",
    "The grid operator cut power to 20,000 homes",
    "Archaeologists have come upon a bath",
    "There have been two further arrests",
    "There was an explosion at the depot",
    "The clerk admitted stealing the fees",
    "The firm disclosed a loss of 30 million",
    "Officers found enough poison to kill a horse",
    "A passer-by had dialled 999",
    "Hours earlier it had lost 31 containers overboard",
    "At dawn, officers had searched the offices",
    "A second bomb had been defused",
    "The firm had sold two of its plants",
    "The instruments found clay",
    "A panel toured all 23 areas",
    "The envoy gave the crowd a speech",
]

NO_DEEDS = [
    "The speech took an hour",
    "The debate made little sense to the pupils",
    "The critics called the opera a triumph",
    "The repairs cost the parish a fortune",
    "The crews had little time to lose",
    "Then came the final",
    "The envoys came to the same conclusion",
    "The chairman gave the impression of a tired man",
    "The door was made of oak",
    "The hall was used as a school",
    "The hall will be used for meetings",
    "It made no difference",
    "The chairman gave no reply",
    "The divers found nothing",
    "The inspectors found no fault with the brakes",
    "Police named no suspect",
    "The pupils learned French",
    "The minister should resign by Monday",
    "The director was facing a trial on Monday",
    "It was clear that the firm would close",
    "It was a shame that they left",
    "There is a strike at the port",
    "There was a garden behind the house",
    "There was no fire",
    "Nor did the firm tell its insurers until June",
    "Never did he pay the rent",
    "The guard smiled at the crowd",
    "Police used the hall as an office",
    "She admitted it",
    "The trial continues",
    "The guests sat near the fire",
    "Volunteers are asked to wear covered shoes",
    "He had never met her",
    "She had been ill for years",
    "The two had known each other since school",
    "They had wanted to leave",
    "It had cost a fortune",
    "Deputies have threatened to boycott the vote",
    "The truce lasted eleven days",
    "He runs a shop in Arl today",
    "For two days the board insisted that nothing had gone wrong",
    "The board gave no reply until now",
    "The bridge was on Monday",
    "Two neighbours swore that they heard no warning",
]

SHAPES = [
    ("It was in March that the firm closed its mill.", "happened", "2024-03", "The firm closed its mill"),
    ("It was on Monday that the roof gave way.", "happened", "2024-04-29", "The roof gave way"),
    (
        "It was Ada Rowe, a clerk, who took the letter to the police in 2022.",
        "happened",
        "2022",
        "Ada Rowe, a clerk, took the letter to the police",
    ),
    ("It was Rowe who found the error on Tuesday.", "happened", "2024-04-30", "Rowe found the error"),
    (
        "5 April 2024 | Engineers of the county found cracks in two piers | Gazette",
        "happened",
        "2024-04-05",
        "Engineers of the county found cracks in two piers",
    ),
    (
        "12 February 2024 | The council votes to sue | minutes",
        "happened",
        "2024-02-12",
        "The council votes to sue",
    ),
    ("2 March 2024 | Fire destroys the old mill", "happened", "2024-03-02", "Fire destroys the old mill"),
    ("- Friday, 5 April: the airport shuts at noon.", "happened", "2024-04-05", "The airport shuts at noon"),
    (
        "Monday, 8 April: the minister opens an inquiry.",
        "happened",
        "2024-04-08",
        "The minister opens an inquiry",
    ),
    (
        "Tuesday, 9 April: a court in Arl bans the march.",
        "happened",
        "2024-04-09",
        "A court in Arl bans the march",
    ),
    ("Schools stay closed until 22 June.", "planned", "../2024-06-22", "Schools stay closed"),
    ("The exhibition runs until 3 September.", "planned", "../2024-09-03", "The exhibition runs"),
    ("The road remains blocked until Monday.", "planned", "../2024-05-06", "The road remains blocked"),
    (
        "A tug is due from the mainland by Monday.",
        "planned",
        "[..2024-05-06]",
        "A tug is due from the mainland",
    ),
    ("The ship is due in port on 9 May.", "planned", "2024-05-09", "The ship is due in port"),
    ("The line should reopen on Monday.", "planned", "2024-05-06", "The line should reopen"),
    (
        "Children in the capital go back to school on Monday.",
        "planned",
        "2024-05-06",
        "Children in the capital go back to school",
    ),
    ("The Blues travel to Farrow on Saturday.", "planned", "2024-05-04", "The Blues travel to Farrow"),
    ("Teachers in three towns strike on Tuesday.", "planned", "2024-05-07", "Teachers in three towns strike"),
    ("A commission is to look into the affair.", "planned", "", "A commission is to look into the affair"),
    ("Line 4 is to stay closed for now.", "planned", "", "Line 4 is to stay closed"),
    ("A minute's silence will be held.", "planned", "", "A minute's silence will be held"),
    ("The firm was told of the cracks in 2021.", "happened", "2021", "The firm was told of the cracks"),
    (
        "The council learned of the leak on Monday.",
        "happened",
        "2024-04-29",
        "The council learned of the leak",
    ),
    ("Prosecutors said he pocketed the fees.", "claimed", "", "Prosecutors said that he pocketed the fees"),
    (
        "Union members bet the fund on a horse in 2021.",
        "happened",
        "2021",
        "Union members bet the fund on a horse",
    ),
    ("The firm shed half of its jobs in March.", "happened", "2024-03", "The firm shed half of its jobs"),
    (
        "A former minister, Ada Rowe, was on Thursday arraigned before the court.",
        "happened",
        "2024-05-02",
        "A former minister, Ada Rowe, was arraigned before the court",
    ),
    (
        "A decision on whether to repair or scrap her is expected this month.",
        "planned",
        "2024-05",
        "A decision on whether to repair or scrap her is expected",
    ),
    (
        "Halden is reportedly ready to sell its plant.",
        "claimed",
        "",
        "Halden is reportedly ready to sell its plant",
    ),
    (
        "A judge is expected to consider the request.",
        "planned",
        "",
        "A judge is expected to consider the request",
    ),
    ("The directors said no on Monday.", "happened", "2024-04-29", "The directors said no"),
    ("Only in March did they sell the boat.", "happened", "2024-03", "They sold the boat"),
    (
        "Only after a second fire did the owner repair it.",
        "happened",
        "",
        "After a second fire the owner repaired it",
    ),
    ("The ministers meet in Ghent today.", "planned", "2024-05-03", "The ministers meet in Ghent"),
    (
        "The museum welcomed its first guests in 1934.",
        "happened",
        "1934",
        "The museum welcomed its first guests",
    ),
    ("He was held on the night of the 1st.", "happened", "2024-05-01", "He was held"),
    (
        "Patients with letters from Monday were sent away.",
        "happened",
        "",
        "Patients with letters from Monday were sent away",
    ),
    ("Ada Rowe led the party to defeat in 2019.", "happened", "2019", "Ada Rowe led the party to defeat"),
]

SEVERAL = [
    ("Hours after the vote, Adair claimed victory.", ["Hours after the vote, Adair claimed victory"]),
    ("The flood claimed three lives.", ["The flood claimed three lives"]),
    (
        "No fewer than six ministers have resigned since January.",
        ["No fewer than six ministers have resigned"],
    ),
    ("No more bodies have been found.", []),
    ("No minister has resigned.", []),
    (
        "The director (appointed in 2019) resigned on Friday.",
        ["The director was appointed", "The director resigned"],
    ),
    ("The firm (which was founded in 1910) closed on Monday.", ["The firm was founded", "The firm closed"]),
    ("Ada Rowe led the company for seven seasons.", []),
    ("Ada Rowe led the police to the barn.", ["Ada Rowe led the police to the barn"]),
    ("The talks took an additional day.", []),
    (
        "The mayor was arraigned on Monday over an alleged fraud.",
        ["The mayor was arraigned over an alleged fraud"],
    ),
    (
        "A former rider claims he was handed pills in 1996.",
        ["A former rider claims that he was handed pills"],
    ),
    ("The union claims it was ignored.", ["The union claims that it was ignored"]),
    ("The court dismissed claims that it was late.", ["The court dismissed claims that it was late"]),
    ('"Tosca" opens at the Armory on 12 May.', ['"Tosca" opens at the Armory']),
    (
        "The coach admitted on Thursday that the team had cheated.",
        ["The coach admitted that the team had cheated"],
    ),
    ("They will try to haul her off on 9 May.", ["They will try to haul her off"]),
    (
        "The firms announced a pact under which Halden will acquire all shares of Orrin.",
        ["The firms announced a pact", "Halden will acquire all shares of Orrin under a pact"],
    ),
    (
        "Ben Carrow hired Ada Rowe, who will lead the bank.",
        ["Ben Carrow hired Ada Rowe", "Ada Rowe will lead the bank"],
    ),
    ("Ada Rowe sold the mill, at which point Jan Berg will retire.", ["Ada Rowe sold the mill"]),
    (
        "Three hospitals cancelled all planned operations on Monday.",
        ["Three hospitals cancelled all planned operations"],
    ),
    (
        "The minister accepted his resignation at once and named a deputy.",
        ["The minister accepted his resignation at once", "The minister named a deputy"],
    ),
    (
        "Since Monday a fire has destroyed 80 houses and forced 4,000 people from their homes.",
        ["A fire has destroyed 80 houses", "A fire forced 4,000 people from their homes"],
    ),
    (
        "The coach will take training on Tuesday and lead the team at Farrow on Saturday.",
        ["The coach will take training", "The coach will lead the team at Farrow"],
    ),
    ("It was they who ordered the line to be closed.", ["They ordered the line to be closed"]),
    ("Forces crossed the river on Monday and still hold four villages.", ["Forces crossed the river"]),
    (
        "His counsel is to appeal, arguing that the jury ought never to have seen the notes.",
        ["His counsel is to appeal"],
    ),
    ("Captain Ilmar Voss appeared before a court on Monday.", ["Captain Ilmar Voss appeared before a court"]),
    ("The mayor appeared tired.", []),
    ("Few were surprised when the two firms came to terms in April.", ["The two firms came to terms"]),
    ("The yard is about to lay off 40 men.", ["The yard is about to lay off 40 men"]),
    ("Elections have been called for 9 June.", ["Elections have been called"]),
    ("The start-up raised 50 million.", ["The start-up raised 50 million"]),
    ("The lender reported a loss of 12 million.", ["The lender reported a loss of 12 million"]),
    ("The club dates from 1880.", []),
    (
        "Today the ministers of the council convene in Ghent.",
        ["The ministers of the council convene in Ghent"],
    ),
    (
        "The affair began on 22 March, when officers stopped a car near Arl and found a gun in the boot.",
        ["The affair began", "Officers stopped a car near Arl", "Officers found a gun in the boot"],
    ),
    ("The shock came on Monday, when the bank closed its doors.", ["The bank closed its doors"]),
    (
        "The mood turned on Saturday when fans threw tickets on to the pitch and the referee stopped play.",
        ["Fans threw tickets on to the pitch", "The referee stopped play"],
    ),
    ("Ada Rowe quit on Monday, saying she could no longer back the plan.", ["Ada Rowe quit"]),
    (
        "A shareholder filed suit on Tuesday, alleging the directors had sold too cheaply.",
        [
            "A shareholder filed suit, alleging the directors had sold too cheaply",
            "A shareholder alleged that the directors sold too cheaply",
        ],
    ),
    (
        "It was Arthur Rowe who started the company in 1987 and took it public nine years later.",
        ["Arthur Rowe started the company", "Arthur Rowe took it public"],
    ),
    (
        "In 2012 the firm accepted $9 million in state grants, and the new wing was opened in 2014.",
        ["The firm accepted $9 million in state grants", "The new wing was opened"],
    ),
    ("In a statement read on television, the general said he had left.", ["The general left"]),
    (
        "The school, whose recognition as a centre was withdrawn on 18 March, closed in April.",
        ["The school's recognition as a centre was withdrawn", "The school closed"],
    ),
    (
        "Members of Local 88 voted 112-9 on Sunday to strike if pay is not improved.",
        ["Members of Local 88 voted 112-9 to strike if pay is not improved"],
    ),
]

WHEN = [
    ("She was handed the reins on Monday, when the axe fell on Jan Voss.", ["2024-04-29", "2024-04-29"]),
    ("Shares have lost a fifth since March, when the firm cut its forecast.", ["2024-03/..", "2024-03"]),
    ("She had sat in the dock since 9 April, when the trial opened.", ["2024-04-09/..", "2024-04-09"]),
    ("The mill was sold in 1998, when the owner died and his son took over.", ["1998", "1998", "1998"]),
    # One event, and how it came about.
    ("The sale collapsed in 2012, when the only bidder withdrew.", ["2012"]),
    ("The town last flooded in 1974, when the river broke its banks.", ["1974"]),
    ("The firm has run the lake since 2011, when it bought the line.", ["2011/.."]),
    ("Owners remember 2018, when the ship lay in dock and bookings were lost.", []),
    ("The mayor opened the hall on Monday, when the weather was fine.", ["2024-04-29"]),
    ("The mayor opened the hall on Monday when his guests had arrived.", ["2024-04-29"]),
]

LEADS = [
    ("Rescuers were searching for 40 people after a ferry sank off Arl.", "A ferry sank off Arl"),
    ("A man is in hospital after a tram hit him.", "A tram hit a man"),
    (
        "The head of the port was facing years in jail after a jury branded him a thief.",
        "A jury branded him a thief",
    ),
]


def second(read: Read, sentence: str) -> list[tuple[str, str, str]]:
    """Read a sentence behind one that tells nothing."""
    found = read(f"The weather was fine.\n\n{sentence}").candidates
    return [(c.kind.value, str(c.when) if c.when else "", c.title) for c in found]


@pytest.mark.parametrize("deed", DEEDS)
def test_an_everyday_verb_is_a_deed_with_the_right_words_behind_it(read: Read, deed: str) -> None:
    assert [kind for kind, _, _ in second(read, f"{deed}.")] in (["happened"], ["happened"] * 2)


@pytest.mark.parametrize("state", NO_DEEDS)
def test_an_everyday_verb_may_tell_nothing(read: Read, state: str) -> None:
    assert second(read, f"{state}.") == []


@pytest.mark.parametrize(("sentence", "kind", "when", "title"), SHAPES)
def test_the_shapes_of_english_clauses(read: Read, sentence: str, kind: str, when: str, title: str) -> None:
    assert second(read, sentence) == [(kind, when, title)]


@pytest.mark.parametrize(("sentence", "titles"), SEVERAL)
def test_each_deed_of_a_sentence_is_found_once(read: Read, sentence: str, titles: list[str]) -> None:
    assert [title for _, _, title in second(read, sentence)] == titles


@pytest.mark.parametrize(("sentence", "days"), WHEN)
def test_a_time_before_when_is_that_of_what_follows(read: Read, sentence: str, days: list[str]) -> None:
    assert [when for _, when, _ in second(read, sentence)] == days


@pytest.mark.parametrize(("lead", "title"), LEADS)
def test_the_news_of_a_lead_may_lean_on_a_state(read: Read, lead: str, title: str) -> None:
    assert [c.title for c in read(lead).candidates] == [title]
