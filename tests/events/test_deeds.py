"""Which kinds of deed a sentence tells: tables of sentences."""

from __future__ import annotations

import pytest

from tests.events.conftest import Read
from timeline.events.cues import by_kind


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("A fire broke out in the depot on Monday.", {"fire"}),
        ("War broke out on Monday.", {"war"}),
        ("Measles broke out in the camp on Monday.", {"infect"}),
        ("Cholera reached the port on Monday.", {"infect"}),
        ("The envoy reached the port on Monday.", {"arrive", "qualify"}),
        ("Sewage poured into the bay on Monday.", {"leak", "contaminate"}),
        ("Pupils received their results on Monday.", {"exam-results"}),
        ("The march got under way on Monday.", {"protest", "start"}),
        ("The teachers' strike began on Monday.", {"walkout"}),
        ("The vote was held on Monday.", {"vote"}),
        ("The hearing has now been held, on Monday.", {"trial"}),
        ("The hostages were held on Monday.", {"kidnap"}),
        ("Their report is due on Monday.", {"publish"}),
        ("The verdict is due on Monday.", {"convict", "rule"}),
        ("The indictment followed on Monday.", {"charge"}),
        (
            "The disaster happened on Monday.",
            {"crash", "collapse", "explode", "fire", "flood", "sink", "landslide", "quake"},
        ),
        ("The radio went dead on Monday.", {"miss"}),
        ("The company cut the electricity on Monday.", {"blackout"}),
        ("The strike stopped work on Monday.", {"suspend"}),
        ("Norair dropped its appeal on Monday.", {"sack", "lift", "cancel"}),
        ("Norair made an appeal on Monday.", {"appeal"}),
        ("The crews accepted the agreement on Monday.", {"accept", "approve"}),
        ("The crews reached an agreement on Monday.", {"agree"}),
    ],
)
def test_the_kinds_of_deed_that_a_sentence_tells(text: str, kinds: set[str], read: Read) -> None:
    one = read(text).candidates[0]
    assert by_kind(one.cues)["trigger"] == kinds


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        # what a verb is done to decides, and whether it is done to anything
        ("The council dropped the coach on Monday.", {"sack", "lift", "cancel"}),
        ("The cabin dropped to the ground on Monday.", {"fall"}),
        ("Sales fell sharply on Monday.", {"fall", "seize"}),
        ("The share fell 3 per cent on Monday.", {"fall", "seize"}),
        ("The museum returned the mask on Monday.", {"return", "recover"}),
        ("Power returned on Monday.", {"return", "restore", "resume"}),
        ("The roof tore on Monday.", {"collapse", "storm"}),
        ("The club tore up his contract on Monday.", {"annul", "sack"}),
        ("His contract was torn up on Monday.", {"annul", "sack"}),
        ("The army shut the border on Monday.", {"close"}),
        ("The ministry dismissed the report on Monday.", {"deny"}),
        ("The judge rejected the claim on Monday.", {"reject", "rule", "deny"}),
        ("Divers raised the wreck on Monday.", {"raise", "build", "excavate", "recover"}),
        ("The bank lifted its forecast on Monday.", {"raise"}),
        ("The governor lifted the curfew on Monday.", {"lift"}),
        # a particle with an object, in any order
        ("The council cut off the water on Monday.", {"blackout"}),
        ("The water was cut off on Monday.", {"blackout"}),
        ("The judge threw the case out on Monday.", {"acquit", "rule"}),
        ("The case was thrown out on Monday.", {"acquit", "rule"}),
        ("The company handed over the suspect on Monday.", {"extradite"}),
        ("The panel handed over its report on Monday.", {"deliver", "publish"}),
        ("Two shells came down in the market on Monday.", {"attack"}),
        ("The hillside came down on Monday.", {"landslide"}),
        # who or what does it makes no phrase with the verb of a passive, but may say which deed
        ("The valley was cut off by high water on Monday.", {"block", "break-ties", "strand", "trap"}),
        ("The farm was hit by a storm on Monday.", {"storm"}),
        ("A storm hit the farm on Monday.", {"storm"}),
        ("The guard was hit by a bullet on Monday.", {"shoot"}),
        ("A cyclist was hit by a lorry on Monday.", {"crash"}),
        # forms of verbs that the language does not name otherwise
        ("The probe has been circling the moon since Monday.", {"orbit"}),
        ("MPs voted for the bill on Monday.", {"approve", "vote"}),
        ("The university paid nine million crowns on Monday.", {"pay"}),
    ],
)
def test_what_stands_beside_a_verb_decides_its_kinds(text: str, kinds: set[str], read: Read) -> None:
    assert by_kind(read(text).candidates[0].cues)["trigger"] == kinds


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Vandals cut the nets on Monday.", "A trawler severed the cable on Monday."),
        ("The Asta was beset on Monday.", "The ship was trapped in the ice on Monday."),
        ("The Asta was caught in pack ice on Monday.", "The floes closed round the Asta on Monday."),
        ("The champion stormed off on Monday.", "The champion left the tournament on Monday."),
        ("Water broke into the workings on Monday.", "The pit was flooded on Monday."),
        ("The new pump was fitted on Monday.", "Engineers installed the pump on Monday."),
        ("The photographs were put on a website on Monday.", "The photographs were published on Monday."),
        ("The town told people to boil their water on Monday.", "A boil notice was issued on Monday."),
        ("The men took over the works on Monday.", "Workers occupied the factory on Monday."),
        ("The rope parted on Monday.", "The rope broke on Monday."),
        ("The gunmen let four women go on Monday.", "The gunmen freed four women on Monday."),
        ("The plant shut on Monday.", "The plant was shut on Monday."),
        ("The dyke broke on Monday.", "The sea broke through the dyke on Monday."),
        ("The lifeboat took off four men on Monday.", "Four men were winched to safety on Monday."),
        ("The city lost power on Monday.", "Thousands were left without electricity on Monday."),
        ("A dog walker found the body on Monday.", "The singer was found dead on Monday."),
        ("The couple exchanged vows on Monday.", "The prince wed a teacher on Monday."),
        ("The firm withdrew its application on Monday.", "The firm abandoned its plan on Monday."),
    ],
)
def test_two_ways_of_telling_one_deed_have_a_kind_in_common(one: str, other: str, read: Read) -> None:
    told = [by_kind(read(text).candidates[0].cues)["trigger"] for text in (one, other)]
    assert told[0] & told[1]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The slide broke loose on Monday.", "The prisoner escaped on Monday."),
        ("Hackers broke into the network on Monday.", "Water broke into the mine on Monday."),
        ("Prices came down on Monday.", "The king came down with fever on Monday."),
        ("The judge dismissed the case on Monday.", "The firm made forty clerks redundant on Monday."),
        ("The notice was issued on Monday.", "The mill laid off forty men on Monday."),
        ("The university paid nine million crowns on Monday.", "The queen was crowned on Monday."),
        ("The patient was sent home on Monday.", "The team was eliminated on Monday."),
        ("The government agreed on Monday.", "The government was elected on Monday."),
    ],
)
def test_two_deeds_have_no_kind_in_common(one: str, other: str, read: Read) -> None:
    told = [by_kind(read(text).candidates[0].cues)["trigger"] for text in (one, other)]
    assert not told[0] & told[1]
