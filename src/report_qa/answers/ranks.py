"""Answers a question for a rank by the sentence that says it."""

from __future__ import annotations

import re

import numpy as np

from report_qa.answers.asked import Asked
from report_qa.answers.certainty import sentence_certainty
from report_qa.answers.outcome import Outcome
from report_qa.answers.prose import SURE, answer_text, cut
from report_qa.answers.quoting import quote_pieces

_PLACE = re.compile(
    r"第[一二三四五六七八九十\d]+(?![次届期季个批])|首位|首个|首家|榜首|前[一二三四五六七八九十\d]+|\d+位|[一二三四五六七八九十]连冠|百强|十强"
)
_VAGUE = re.compile(r"前列|领先|位居|居")
_SAYS, _SAYS_VAGUELY, _SAYS_NONE = 1.5, 0.0, -1.2


def answer_rank(asked: Asked) -> Outcome:
    """The sentence that says the rank."""
    sentences = asked.view.document.sentences
    scores = asked.ranking.sentence_scores + np.array([_bonus(sentence.text) for sentence in sentences], np.float32)
    order = [int(at) for at in np.argsort(-scores, kind="stable") if asked.ranking.named[at]]
    if not order or sentence_certainty(asked, order[0]) < SURE or _bonus(sentences[order[0]].text) < 0:
        return answer_text(asked)
    return quote_pieces(asked, [cut(asked, order[0])], sentence_certainty(asked, order[0]))


def _bonus(text: str) -> float:
    if _PLACE.search(text):
        return _SAYS
    return _SAYS_VAGUELY if _VAGUE.search(text) else _SAYS_NONE
