"""Passages of a report: one a sentence, then one a figure, described in words.

What is embedded was measured with the shipped model on 1,000 questions about 10 reports (`pairs/report_questions`) and on
244 answerable cases about five others (`cases/tune`); recall@5 of the gold sentence, first and second in turn:

    the sentence alone                              .714  .947
    its heading before it / all headings            .713  .910 / .674  .881
    its period and status before it                 .698  .922
    the better of sentence and figure descriptions  .776  .963
    the same with the figure's clause behind        .782  .963
    the better of sentence, clauses, descriptions   .799  .980   three times the vectors: not worth it

and recall@1 and @5 of the gold figure among the figures: `2022年 目标 粮食产量 达到 25.5亿斤` .514 and .774, .708 and .921;
the clause alone .488 and .788, .652 and .899; description and clause .551 and .811, .713 and .938.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from report_qa.figures.figure import Figure
from report_qa.search.passage import Passage
from report_qa.text.document import Document

_STRAY = re.compile(r"(?<![A-Za-z])\s+|\s+(?![A-Za-z])")


def make_passages(report: str, document: Document, figures: Sequence[Figure], first_row: int) -> tuple[Passage, ...]:
    """The passages of a report, rows from `first_row`: every sentence in order, then every figure in order.

    So the passage of sentence `i` has row `first_row + i`, that of figure `j` row `first_row + sentences + j`.
    """
    sentences = [_of_sentence(report, document, i, first_row + i) for i in range(len(document.sentences))]
    first_figure = first_row + len(sentences)
    return (
        *sentences,
        *(_of_figure(report, document, figure, j, first_figure + j) for j, figure in enumerate(figures)),
    )


def _of_sentence(report: str, document: Document, index: int, row: int) -> Passage:
    sentence = document.sentences[index]
    first, last = document.source.lines_of(sentence.extent)
    text = tidy(sentence.text)
    return Passage(
        row, report, text, text, sentence.extent, index, None, first, last, document.headings(sentence.section)
    )


def _of_figure(report: str, document: Document, figure: Figure, index: int, row: int) -> Passage:
    sentence = document.sentences[figure.sentence]
    start, end = figure.clause_start, figure.clause_end
    extent = sentence.extent.part(start, end)
    first, last = document.source.lines_of(extent)
    headings = document.headings(sentence.section)
    text = tidy(sentence.text[start:end])
    embedded = f"{describe(figure)}：{text}"
    return Passage(row, report, text, embedded, extent, figure.sentence, index, first, last, headings)


def describe(figure: Figure) -> str:
    """A figure in words: `2022年 目标 粮食产量 达到 25.5亿斤以上`."""
    label = figure.period.label if figure.period else ""
    status = "目标" if figure.status == "target" else ""
    return " ".join(word for word in (label, status, figure.metric, figure.change or "", tidy(figure.text)) if word)


def tidy(text: str) -> str:
    """A text without line breaks and stray spaces; spaces between Latin words stay, one each."""
    return _STRAY.sub("", re.sub(r"\s+", " ", text.strip()))
