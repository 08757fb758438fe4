"""`Draft`: collects the figures and quotations of an answer, numbers its citations, and makes the `Reply`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from urllib.parse import quote as percent_encoded

from report_qa.answers.reply import Citation, CitedFigure, Derived
from report_qa.answers.view import ReportView
from report_qa.figures.figure import Figure

_LONGEST_QUOTE = 170
_CLAUSE_END = re.compile(r"[，；。！？：]")


@dataclass
class Draft:
    """What an answer rests on. Citations are numbered in the order in which sentences are first cited."""

    view: ReportView
    figures: list[tuple[Figure, int]] = field(default_factory=list)
    derived: list[Derived] = field(default_factory=list)
    _ranges: dict[int, tuple[int, int]] = field(default_factory=dict)

    def add(self, figure: Figure) -> int:
        """Make a figure part of the answer; returns the number of its citation."""
        start, end = clause_around(self.view, figure)
        number = self.cite(figure.sentence, start, end)
        if all(known is not figure for known, _ in self.figures):
            self.figures.append((figure, number))
        return number

    def position(self, figure: Figure) -> int:
        """Where an added figure stands among the answer's figures, from 0."""
        return next(at for at, (known, _) in enumerate(self.figures) if known is figure)

    def cite(self, sentence: int, start: int = 0, end: int | None = None) -> int:
        """Cite characters `[start, end)` of a sentence (all of it by default); returns the citation's number."""
        stop = len(self.view.document.sentences[sentence].text) if end is None else end
        low, high = self._ranges.get(sentence, (start, stop))
        self._ranges[sentence] = min(low, start), max(high, stop)
        return list(self._ranges).index(sentence) + 1

    def quote(self, sentence: int) -> str:
        """The words cited of a sentence."""
        start, end = self._ranges[sentence]
        return tidy(self.view.document.sentences[sentence].text[start:end])

    def citations(self) -> tuple[Citation, ...]:
        """The citations, numbered from 1."""
        return tuple(self._citation(n, sentence) for n, sentence in enumerate(self._ranges, 1))

    def cited_figures(self) -> tuple[CitedFigure, ...]:
        """The figures with their places."""
        source = self.view.document.source
        return tuple(CitedFigure(figure, source.places(figure.extent), number) for figure, number in self.figures)

    def _citation(self, n: int, at: int) -> Citation:
        document, (start, end) = self.view.document, self._ranges[at]
        sentence = document.sentences[at]
        while start < end and sentence.text[start].isspace():
            start += 1
        while end > start and sentence.text[end - 1].isspace():
            end -= 1
        extent = sentence.extent.part(start, end)
        first, last = document.source.lines_of(extent)
        marks = f"#L{first}" if first == last else f"#L{first}-L{last}"
        return Citation(
            n=n,
            report=self.view.report,
            title=self.view.title,
            line_start=first,
            line_end=last,
            places=document.source.places(extent),
            page=document.source.page(first),
            quote=tidy(document.source.cut(extent)),
            section=document.headings(sentence.section),
            url=f"/reports/{percent_encoded(self.view.report, safe='')}{marks}",
        )


def clause_around(view: ReportView, figure: Figure) -> tuple[int, int]:
    """Characters `[start, end)` of a figure's sentence to quote: all of it where it is short, else the clauses around it."""
    text = view.document.sentences[figure.sentence].text
    if len(text) <= _LONGEST_QUOTE:
        return 0, len(text)
    bounds = [0, *(match.end() for match in _CLAUSE_END.finditer(text)), len(text)]
    start = max(bound for bound in bounds if bound <= min(figure.clause_start, figure.start))
    end = min(bound for bound in bounds if bound >= max(figure.clause_end, figure.end))
    for bound in reversed([bound for bound in bounds if bound < start]):
        if end - bound > _LONGEST_QUOTE // 2:
            break
        start = bound
    for bound in [bound for bound in bounds if bound > end]:
        if bound - start > _LONGEST_QUOTE:
            break
        end = bound
    return start, end


def tidy(text: str) -> str:
    """A quotation: line breaks, and spaces that do not part Latin words, left out."""
    text = re.sub(r"[\r\n\u2028\u2029]+", " ", text)
    return re.sub(
        r"(?<![A-Za-z,.;:]) +| +(?![A-Za-z(])", "", text.replace("\u3000", " ").replace("\u00a0", " ")
    ).strip()
