"""`Asked`: one question put to one report, with all that composing an answer needs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from report_qa.answers.draft import Draft
from report_qa.answers.features import Scores
from report_qa.answers.outcome import Line
from report_qa.answers.ranking import Ranking, rank
from report_qa.answers.reply import Derived
from report_qa.answers.view import ReportView
from report_qa.answers.words import clause, say, when
from report_qa.figures.figure import Figure
from report_qa.questions.asking import aspect_of, sought_of
from report_qa.questions.lexicon import Lexicon
from report_qa.questions.places import Gazetteer
from report_qa.questions.question import Part, Question
from report_qa.text.periods import Period


@dataclass(frozen=True)
class Asked:
    """A question, the report it is put to, and how well each figure and sentence fits it."""

    view: ReportView
    question: Question
    scores: Scores
    lexicon: Lexicon
    ranking: Ranking
    rescore: Callable[[str], Scores]
    gazetteer: Gazetteer | None = None

    @classmethod
    def of(
        cls,
        view: ReportView,
        question: Question,
        rescore: Callable[[str], Scores],
        lexicon: Lexicon,
        gazetteer: Gazetteer | None = None,
    ) -> Asked:
        """Hold a question against a report; `rescore` gives retrieval's scores for other words."""
        scores = rescore(question.clean)
        return cls(view, question, scores, lexicon, rank(view, question, scores, lexicon), rescore, gazetteer)

    def about(self, part: Part) -> Asked:
        """The same question about one of its parts."""
        whole = self.question
        own_aspect = aspect_of(part.words)
        question = replace(
            whole,
            topic=part.topic,
            body=part.words,
            parts=(),
            sought=sought_of(part.words),
            aspect=own_aspect,
            plural=False,
        )
        own = self.rescore(part.words)
        mixed = Scores(
            np.asarray((own.sentence_dense + self.scores.sentence_dense) / 2, np.float32),
            np.asarray((own.sentence_bm25 + self.scores.sentence_bm25) / 2, np.float32),
            np.asarray((own.figure_dense + self.scores.figure_dense) / 2, np.float32),
            own.words,
        )
        return replace(self, question=question, scores=mixed, ranking=rank(self.view, question, mixed, self.lexicon))

    def on_topic(self) -> Asked:
        """The same question, its words held against the report without those that only compare (比去年高多少)."""
        topic = self.question.topic
        if self.scores.words is None or not topic.strip():
            return self
        scores = replace(self.scores, words=self.rescore(topic).words)
        return replace(self, scores=scores, ranking=rank(self.view, self.question, scores, self.lexicon))

    def at(self, *times: Period) -> Asked:
        """The same question of other periods."""
        return self.asking(replace(self.question, times=tuple(times)))

    def asking(self, question: Question) -> Asked:
        """Another reading of the same words."""
        same = (question.topic, question.body) == (self.question.topic, self.question.body)
        ranking = rank(self.view, question, self.scores, self.lexicon, self.ranking if same else None)
        return replace(self, question=question, ranking=ranking)

    def line(self, draft: Draft, figure: Figure) -> Line:
        """Add a figure to the answer and say it."""
        n = draft.add(figure)
        language = self.question.language
        converted = convert(figure) if language == "en" else ""
        if converted:
            position = draft.position(figure)
            formula = f"{figure.value} × {figure.scale:,}"
            if all(known.operands != (position,) for known in draft.derived):
                draft.derived.append(Derived(converted, formula, (position,)))
        words = clause(self.view, figure)
        remark = figure.remark or ""
        return Line(when(figure.period, figure.status, language), say(figure), figure.text, n, remark, words, converted)


def convert(figure: Figure) -> str:
    """A figure with 万 or 亿 as a plain number (`222,500`), empty where there is nothing to convert."""
    if figure.scale < 10_000:
        return ""
    amount = f"{figure.amount.normalize():,f}"
    if figure.value_to is None:
        return amount
    return f"{amount}-{(figure.value_to * figure.scale).normalize():,f}"
