"""Batches: every example once but for a last few, like lengths together, no text twice in a batch."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from report_qa.training.batches import make_batches
from report_qa.training.examples import Example

EXAMPLES = st.lists(
    st.builds(
        Example,
        st.text("问题什么多少", min_size=1, max_size=6),
        st.text("甲乙丙丁", min_size=1, max_size=40),
        st.tuples(st.text("戊己庚辛", min_size=1, max_size=40)),
    ),
    max_size=120,
)


@given(EXAMPLES, st.integers(1, 8), st.integers(0, 3))
def test_each_example_is_used_at_most_as_often_as_given_and_no_text_stands_twice_in_a_batch(
    examples: list[Example], size: int, seed: int
) -> None:
    batches = make_batches(examples, size, seed)
    assert not Counter(one for batch in batches for one in batch) - Counter(examples)
    for batch in batches:
        assert len(batch) == size
        texts = [text for one in batch for text in {one.question, one.positive, *one.negatives}]
        assert len(texts) == len(set(texts))


def _different(count: int) -> list[Example]:
    return [Example(f"q{i}", "p" * (1 + i * 7 % 50) + str(i), (f"n{i}",)) for i in range(count)]


def test_only_what_fills_no_batch_is_dropped() -> None:
    examples = _different(203)
    used = [one for batch in make_batches(examples, 10, 0) for one in batch]
    assert len(used) == 200 == len(set(used))


def test_lengths_within_a_batch_are_much_alike() -> None:
    batches = make_batches(_different(640), 10, 0)
    spread = [max(len(one.positive) for one in batch) - min(len(one.positive) for one in batch) for batch in batches]
    assert sum(spread) / len(spread) < 10  # of 50


def test_the_same_seed_gives_the_same_batches_and_another_one_another_order() -> None:
    examples = _different(400)
    assert make_batches(examples, 8, 1) == make_batches(examples, 8, 1)
    assert make_batches(examples, 8, 1) != make_batches(examples, 8, 2)
