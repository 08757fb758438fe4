"""Questions with known answers: read, asked, judged, counted."""

from report_qa.evaluation.cases import Case, read_cases
from report_qa.evaluation.command import evaluate
from report_qa.evaluation.judge import Judgement, judge
from report_qa.evaluation.scorecard import Scorecard, run

__all__ = ["Case", "Judgement", "Scorecard", "evaluate", "judge", "read_cases", "run"]
