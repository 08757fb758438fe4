"""A question's words are held against a report's, piece by piece and by meaning."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_qa.answers.matching import WORD_EXTRAS, WORD_FEATURES, Groups, PieceGroups, WordMatcher
from report_qa.figures.read import read_figures
from report_qa.search.onnx_embedder import OnnxEmbedder
from report_qa.search.passages import tidy
from report_qa.search.words import pack, unpack
from report_qa.settings import shipped_folder
from report_qa.text.periods import ReportDates
from report_qa.text.read import read_document
from report_qa.text.source import Source

DATES = ReportDates("2024-01-16", 2023, 2024, "苏州市")
TEXT = (
    "政府工作报告\n一、2023年工作回顾\n新建改造供热管网35公里，改造老旧小区48个。新建供水管 网120 公里。\n"
    "二、2024年工作安排\n新增养老床位1200张。\n"
)


@pytest.fixture(scope="module")
def embedder() -> OnnxEmbedder:
    return OnnxEmbedder.open(shipped_folder("model"))


@pytest.fixture(scope="module")
def matcher(embedder: OnnxEmbedder) -> WordMatcher:
    document = read_document(Source.from_bytes(TEXT.encode()), DATES)
    pieces = embedder.embed_words([tidy(sentence.text) for sentence in document.sentences])
    assert embedder.word_head is not None
    words = unpack(pack(pieces, embedder.word_head.dim))
    return WordMatcher(embedder.word_head, words, document, read_figures(document, DATES))


def figures() -> list[str]:
    document = read_document(Source.from_bytes(TEXT.encode()), DATES)
    return [figure.text for figure in read_figures(document, DATES)]


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("去年供水管网新建了多少公里", "120公里"),
        ("供热管网建了多少公里", "35公里"),
        ("自来水管道铺了多长", "120公里"),
        ("老人住的床位添了多少张", "1200张"),
        ("How many old neighbourhoods were renovated?", "48个"),
    ],
)
def test_the_clause_that_has_the_words_or_their_meaning_is_met_best(
    question: str, figure: str, matcher: WordMatcher, embedder: OnnxEmbedder
) -> None:
    asked = embedder.read_query(question)[1]
    assert asked is not None
    match = matcher.match(asked)
    assert match.figures.shape == (len(figures()), len(WORD_FEATURES))
    assert figures()[int(match.figures[:, WORD_FEATURES.index("word_score")].argmax())] == figure


def test_a_word_that_the_report_has_elsewhere_is_lost_in_a_clause_and_one_that_it_has_nowhere_is_strange(
    matcher: WordMatcher, embedder: OnnxEmbedder
) -> None:
    there, nowhere = (embedder.read_query(text)[1] for text in ("供水管网长度", "光伏组件产量"))
    assert there is not None
    assert nowhere is not None
    known, unknown = matcher.match(there), matcher.match(nowhere)
    lost = known.figures[:, WORD_FEATURES.index("word_lost_most")]
    water, heat = figures().index("120公里"), figures().index("35公里")
    assert lost[water] < lost[heat]
    strange = WORD_EXTRAS.index("word_unknown_most")
    assert known.whole[strange] < unknown.whole[strange]


def test_words_without_pieces_match_nothing(matcher: WordMatcher, embedder: OnnxEmbedder) -> None:
    asked = embedder.read_query(" ")[1]
    assert asked is not None
    match = matcher.match(asked)
    assert match.figures.shape == (len(figures()), len(WORD_FEATURES))
    assert np.isfinite(match.figures).all()


def test_pieces_of_a_figure_lie_in_its_clause_though_the_print_has_stray_spaces(embedder: OnnxEmbedder) -> None:
    document = read_document(Source.from_bytes(TEXT.encode()), DATES)
    read = read_figures(document, DATES)
    texts = [tidy(sentence.text) for sentence in document.sentences]
    pieces = embedder.embed_words(texts)
    words = unpack(pack(pieces, 48))
    clauses = PieceGroups.of(words, document, read).clauses
    for at, figure in enumerate(read):
        ends = [*clauses.starts.tolist(), len(clauses.of)]
        own = clauses.of[ends[at] : ends[at + 1]]
        said = "".join(texts[figure.sentence][words.starts[i] : words.ends[i]] for i in own)
        assert figure.text.rstrip("公里个张") in said
        assert all(words.sentences[own] == figure.sentence)


@given(st.lists(st.lists(st.integers(0, 5), min_size=1, max_size=4), min_size=1, max_size=6), st.integers(0, 2**32 - 1))
def test_the_best_of_each_group_is_its_largest(each: list[list[int]], seed: int) -> None:
    matches = np.random.default_rng(seed).standard_normal((3, 6)).astype(np.float32)
    best = Groups.of_each(each).best(matches)
    assert best.tolist() == [[max(row[at] for at in one) for one in each] for row in matches.tolist()]
