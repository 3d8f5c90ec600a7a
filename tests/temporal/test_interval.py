import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.temporal.days import Day
from timeline.temporal.interval import Grain, Interval, Moment

bounds = st.none() | st.builds(
    Moment, st.integers(700_000, 700_400).map(Day.from_ordinal), st.integers(0, 1439)
)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    start, end = draw(bounds), draw(bounds)
    if start is not None and end is not None and end < start:
        start, end = end, start
    return Interval(start, end, draw(st.sampled_from(list(Grain))))


def bare(interval: Interval | None) -> tuple[Moment | None, Moment | None] | None:
    return None if interval is None else (interval.start, interval.end)


@given(intervals(), intervals())
def test_intersection_lies_in_both_and_hull_holds_both(one: Interval, other: Interval) -> None:
    both = one.intersection(other)
    assert one.hull(other).contains(one)
    assert one.hull(other).contains(other)
    assert bare(both) == bare(other.intersection(one))
    assert both is None or (one.contains(both) and other.contains(both))
    assert one.intersects(other) == (both is not None and not both.is_empty)


@given(intervals(), intervals())
def test_containing_means_that_the_intersection_changes_nothing(one: Interval, other: Interval) -> None:
    assert one.contains(other) == (bare(one.intersection(other)) == bare(other))
    assert one.contains(other) == (bare(one.hull(other)) == bare(one))


@given(intervals(), intervals(), intervals())
def test_hull_does_not_mind_the_order(one: Interval, two: Interval, three: Interval) -> None:
    assert one.hull(two).hull(three) == three.hull(one.hull(two))


@given(intervals(), st.integers(-5000, 5000))
def test_moments_come_back(one: Interval, minutes: int) -> None:
    if one.start is not None:
        assert one.start.plus(minutes).plus(-minutes) == one.start
        assert one.start.plus(minutes).number - one.start.number == minutes


def test_days_are_counted_with_both_ends() -> None:
    march = Interval.of_days(Day(2024, 3, 1), Day(2024, 3, 31), Grain.MONTH)
    assert (march.first, march.last, march.days) == (Day(2024, 3, 1), Day(2024, 3, 31), 31)
    assert march.end == Moment(Day(2024, 4, 1))


def test_neighbours_touch_and_do_not_meet() -> None:
    year = Interval.of_days(Day(2023, 1, 1), Day(2023, 12, 31))
    following = Interval.of_days(Day(2024, 1, 1), Day(2024, 12, 31))
    assert not year.intersects(following)
    assert year.hull(following).days == 365 + 366


def test_a_part_of_a_day_touches_that_day() -> None:
    evening = Interval(Moment(Day(2024, 3, 1), 18 * 60), Moment(Day(2024, 3, 1), 23 * 60), Grain.PART_OF_DAY)
    assert (evening.first, evening.last, evening.days) == (Day(2024, 3, 1), Day(2024, 3, 1), 1)


def test_an_end_before_the_start_is_refused() -> None:
    with pytest.raises(ValueError, match="before it starts"):
        Interval.of_days(Day(2024, 3, 2), Day(2024, 2, 2))


def test_grains_compare() -> None:
    assert (
        Grain.MINUTE < Grain.HOUR < Grain.PART_OF_DAY < Grain.DAY < Grain.WEEK < Grain.MONTH < Grain.QUARTER
    )
    assert Grain.QUARTER < Grain.SEASON < Grain.YEAR < Grain.DECADE < Grain.CENTURY
