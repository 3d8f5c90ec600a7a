from __future__ import annotations

import pytest

from tests.events.conftest import Read


def test_places_and_actors(read: Read) -> None:
    (one,) = read("Russian soldiers arrived in Niamey in Niger on Monday.").candidates
    assert one.actors == ("Russia",)
    assert [p.name for p in one.places] == ["Niamey", "Niger"]
    assert (one.places[0].lat, one.places[0].lon) == (
        pytest.approx(13.51, abs=0.1),
        pytest.approx(2.11, abs=0.1),
    )
    assert one.places[1].lat is None


def test_a_small_or_ambiguous_town_gets_no_coordinates(read: Read) -> None:
    (one,) = read("The ferry arrived in Springfield on Monday.").candidates
    assert [(p.name, p.lat) for p in one.places] == [("Springfield", None)]


@pytest.mark.parametrize(
    ("text", "actors", "places"),
    [
        ("Dockers at the port of Kelb walked out on Monday. The mayor was in Kelb.", (), ["Kelb"]),
        ("Kelb's harbour closed on Monday. Ships wait near Kelb.", (), ["Kelb"]),
        ("The state sold the port to a Norland-based firm on Monday.", (), []),
        ("Irma Vass sued on Monday. Her office is in Kelb.", ("Irma Vass",), []),
        ("Vass resigned on Monday. Police say that Irma Vass is ill.", ("Vass",), []),
        ("Council members resigned on Monday, said the Kelb City Council.", (), []),
        ("The council met in Kelb town hall on Monday. The mill is in Kelb.", (), ["Kelb"]),
        ("The Kelb plant was closed on Monday. The firm is based in Kelb.", (), ["Kelb"]),
        ("The firm sold the site to Kelb county on Monday. Sheep graze in Kelb.", (), ["Kelb"]),
        ("Water intakes at Kelb early on Monday were closed. Schools in Kelb stayed open.", (), ["Kelb"]),
        ("Kelb voted for the plan on Monday. The plant is in Kelb.", ("Kelb",), []),
        ("Vass workers walked out on Monday. Irma Vass runs the mill.", ("Vass",), []),
        ("The Norway team won the cup on Monday. It was played in Norway.", ("Norway",), []),
    ],
)
def test_who_acts_and_where(text: str, actors: tuple[str, ...], places: list[str], read: Read) -> None:
    one = read(text).candidates[0]
    assert (one.actors, [p.name for p in one.places]) == (actors, places)


@pytest.mark.parametrize(
    ("text", "actors", "places"),
    [
        ("The Harbour Workers' Union met Ostmark on Monday.", ("Harbour Workers' Union", "Ostmark"), []),
        ("The National Farmers' Union met Ann Reed on Monday.", ("National Farmers' Union", "Ann Reed"), []),
        ("The People's Front won the vote on Sunday.", ("People's Front",), []),
        ("The Women’s League marched on Monday.", ("Women’s League",), []),
        ("Police searched St Mary's Hospital on Monday.", ("St Mary's Hospital",), []),
        ("The Teachers' Association called off a strike on Friday.", ("Teachers' Association",), []),
        ("The Brill Port Authority closed the lock on Monday.", ("Brill Port Authority",), []),
        ("Reporters were barred from Brill Bay School on Monday.", (), ["Brill Bay School"]),
        ("Norway's Parliament passed a law on Monday.", ("Norway", "Parliament"), []),
        ("The United States' Congress passed a law on Monday.", ("United States", "Congress"), []),
        ("Germany's Anna Merk visited the base on Monday.", ("Germany", "Anna Merk"), []),
        ("The Smiths' House burnt down on Monday.", ("Smiths", "House"), []),
        ("Vass & Sons lodged an appeal on Monday.", ("Vass & Sons",), []),
        ("A tank at the Vass & Sons tannery in Kelb split on Monday.", ("Vass & Sons",), ["Kelb"]),
        ("The judge fined Merk & Co. on Monday.", ("Merk & Co",), []),
        ("K&T bought the mill on Monday.", ("K&T",), []),
        ("Food & drink firms met Ann Reed on Monday.", ("Ann Reed",), []),
    ],
)
def test_a_body_named_by_whose_it_is_is_one_name(
    text: str, actors: tuple[str, ...], places: list[str], read: Read
) -> None:
    one = read(text).candidates[0]
    assert (one.actors, [p.name for p in one.places]) == (actors, places)


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("The Halmstad port authority closed the quay on Monday.", ("Halmstad port authority",)),
        ("The Harrow council rejected the plan on Tuesday.", ("Harrow council",)),
        ("Harrow police arrested two men on Friday.", ("Harrow police",)),
        ("The Kelb harbour board dismissed its chairman on 4 May.", ("Kelb harbour board",)),
        ("The council of Harrow rejected the plan on Tuesday.", ("council of Harrow",)),
        ("The Tarn city government banned cars on Monday.", ("Tarn city government",)),
        ("The Kelb Times newspaper closed its office on Monday.", ("Kelb Times newspaper",)),
        ("The Brill Port Authority closed the lock on Monday.", ("Brill Port Authority",)),
        ("Ukraine army units left the town on Monday.", ("Ukraine",)),
        ("The Greenpeace ship reached the quay on Monday.", ("Greenpeace",)),
        ("Mayor Ann Reed opened the school on Monday.", ("Ann Reed",)),
        ("Ann Reed left the party on Monday.", ("Ann Reed",)),
        ("The people of Harrow rejected the plan on Tuesday.", ("Harrow",)),
    ],
)
def test_a_body_acts_and_not_the_town_that_it_is_named_by(
    text: str, actors: tuple[str, ...], read: Read
) -> None:
    assert read(text).candidates[0].actors == actors
