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
    ],
)
def test_who_acts_and_where(text: str, actors: tuple[str, ...], places: list[str], read: Read) -> None:
    one = read(text).candidates[0]
    assert (one.actors, [p.name for p in one.places]) == (actors, places)
