"""Figures: worked examples, and what holds for any counts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.figures import Bin, Count, Interval, bootstrap, calibration, count, quantile, wilson

COUNTS = st.builds(Count, *[st.integers(0, 40)] * 3)


@pytest.mark.parametrize(
    ("right", "extra", "missed", "precision", "recall", "f_half"),
    [
        (8, 2, 8, 0.8, 0.5, 10 / 14),  # 1.25 * 8 / (1.25 * 8 + 0.25 * 8 + 2)
        (5, 0, 0, 1.0, 1.0, 1.0),
        (0, 3, 0, 0.0, None, 0.0),
        (0, 0, 3, None, 0.0, 0.0),
        (0, 0, 0, None, None, None),
    ],
)
def test_precision_recall_and_f_half(
    right: int, extra: int, missed: int, precision: float | None, recall: float | None, f_half: float | None
) -> None:
    counted = Count(right, extra, missed)
    assert (counted.precision, counted.recall) == (precision, recall)
    assert counted.f_half == (None if f_half is None else pytest.approx(f_half))


def test_counting() -> None:
    found = [True, True, False, False, True]
    labelled = [True, False, True, False, True]
    assert count(found, labelled) == Count(right=2, extra=1, missed=1)


@pytest.mark.parametrize(
    ("part", "whole", "low", "high"),
    [
        # Newcombe (1998), Statistics in Medicine 17:857, table I, method 3.
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_wilson(part: int, whole: int, low: float, high: float) -> None:
    interval = wilson(part, whole)
    assert interval is not None
    assert (round(interval.low, 4), round(interval.high, 4)) == (low, high)


def test_nothing_has_no_interval() -> None:
    assert wilson(0, 0) is None
    assert bootstrap([]) is None
    assert bootstrap([Count(), Count()]) is None


@given(st.integers(0, 500), st.integers(1, 500))
def test_wilson_holds_the_share_and_mirrors(part: int, whole: int) -> None:
    part = min(part, whole)
    one, other = wilson(part, whole), wilson(whole - part, whole)
    assert one is not None
    assert other is not None
    assert 0 <= one.low <= part / whole <= one.high <= 1
    assert one.low == pytest.approx(1 - other.high)


@given(COUNTS)
def test_f_half_lies_between_precision_and_recall(counted: Count) -> None:
    precision, recall, f_half = counted.precision, counted.recall, counted.f_half
    if precision is not None and recall is not None and f_half is not None:
        assert min(precision, recall) - 1e-9 <= f_half <= max(precision, recall) + 1e-9


def test_f_half_minds_a_false_alarm_more_than_a_miss() -> None:
    alarm, miss = Count(10, 5, 0).f_half, Count(10, 0, 5).f_half
    assert alarm is not None
    assert miss is not None
    assert alarm < miss


@given(st.lists(COUNTS, min_size=1, max_size=30), st.randoms())
def test_bootstrap_is_the_same_whatever_the_order(families: list[Count], chance: object) -> None:
    interval = bootstrap(families)
    mixed = sorted(families, key=lambda _: chance.random())  # type: ignore[attr-defined]
    assert bootstrap(mixed) == interval
    if interval is not None:
        assert 0 <= interval.low <= interval.high <= 1


def test_bootstrap_of_what_never_errs_is_certain() -> None:
    assert bootstrap([Count(right=1)] * 50 + [Count()] * 50) == Interval(1.0, 1.0)


def test_bootstrap_draws_families_whole() -> None:
    """The same rows in fewer families are less certain."""
    single = bootstrap([Count(right=1), Count(extra=1)] * 40)
    twenty = bootstrap([Count(right=20), Count(extra=20)] * 2)
    assert single is not None
    assert twenty is not None
    assert single.high - single.low < twenty.high - twenty.low


def test_bootstrap_comes_near_the_normal_interval() -> None:
    """Of 400 found 300 are right, none missed: F0.5 is a smooth function of the share, known from the delta method."""
    interval = bootstrap([Count(right=1)] * 300 + [Count(extra=1)] * 100)
    assert interval is not None
    # F = 1.25 p / (1 + 0.25 p); dF/dp = 1.25 / (1 + 0.25 p) ** 2; p = 0.75 with standard error 0.02165.
    middle, reach = 0.9375 / 1.1875, 1.96 * 0.02165 * 1.25 / 1.1875**2
    assert interval.low == pytest.approx(middle - reach, abs=0.01)
    assert interval.high == pytest.approx(middle + reach, abs=0.01)


def test_calibration() -> None:
    predicted = [(0.0, False), (0.05, True), (0.31, True), (0.97, True), (1.0, False)]
    assert calibration(predicted) == [
        Bin(0.0, 0.1, 2, pytest.approx(0.025), 1),  # type: ignore[arg-type]
        Bin(0.3, 0.4, 1, 0.31, 1),
        Bin(0.9, 1.0, 2, pytest.approx(0.985), 1),  # type: ignore[arg-type]
    ]


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans())))
def test_calibration_loses_nobody(predicted: list[tuple[float, bool]]) -> None:
    bins = calibration(predicted)
    assert sum(each.total for each in bins) == len(predicted)
    assert sum(each.true for each in bins) == sum(true for _, true in predicted)
    assert all(each.low - 1e-9 <= each.mean <= each.high + 1e-9 for each in bins)


def test_quantile() -> None:
    assert quantile([3.0, 1.0, 2.0], 0.5) == 2.0
    assert quantile([0.0, 10.0], 0.95) == pytest.approx(9.5)
