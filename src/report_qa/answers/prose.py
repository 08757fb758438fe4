"""Answers in sentences: what is done about something, why, how, who."""

from __future__ import annotations

import re
from collections.abc import Sequence

from report_qa.answers.asked import Asked
from report_qa.answers.certainty import sentence_certainty
from report_qa.answers.clauses import share
from report_qa.answers.following import numbered_behind, starts_anew, with_body
from report_qa.answers.headings import ordinal_asked, picked, under
from report_qa.answers.items import count_asked
from report_qa.answers.outcome import Outcome
from report_qa.answers.quoting import Piece, quote, quote_pieces, window
from report_qa.answers.refusals import refuse
from report_qa.text.document import BlockKind, Sentence

SURE = 0.08
_CLOSE = 0.7  # a sentence this much below the best one answers as well
_DOUBTFUL = 0.4  # below this certainty the next sentences are given with the best one
_WIDER = 1.5
_LONG = 170  # of a longer sentence the clauses around the question's words are quoted
_ROOM = 360  # neighbours are added up to so many characters
_ALIKE = 1.0  # similarity in standard deviations of the report's sentences from which a neighbour is about the same


def answer_text(asked: Asked) -> Outcome:
    """The fewest sentences that answer."""
    best = asked.ranking.best_sentences(6)
    if ordinal_asked(asked.question.clean) is not None:
        headings = under(asked, best[:3], None)
        if headings:
            return quote(asked, picked(asked, headings), 0.7)
    certainty = sentence_certainty(asked, best[0]) if best else 0.0
    if _OWNED.search(asked.question.clean) and (owned := [at for at in best if in_problems(asked, at)]):
        best, certainty = owned, max(certainty, SURE)
    if certainty < SURE:
        return refuse(asked, "not_in_report")
    wanted, numbered = count_asked(asked.question.clean), numbered_behind(asked, best[0])
    if wanted and len(numbered) >= wanted:
        return quote(asked, [best[0], *numbered[:wanted]], certainty)
    scores = asked.ranking.sentence_scores
    if asks_measures(asked.question.clean) and not is_problem(asked.question.clean):
        done = [at for at in best if not in_problems(asked, at)]
        best = done if done and scores[done[0]] >= scores[best[0]] - _PROBLEM else best
    close = _WIDER if certainty < _DOUBTFUL else _CLOSE
    chosen = [at for at in best if scores[at] >= scores[best[0]] - close][:3]
    sentences = with_body(asked, chosen)
    sentences += _neighbours(asked, best[0], sentences)
    return quote_pieces(asked, [cut(asked, at) for at in dict.fromkeys(sentences)], certainty)


def cut(asked: Asked, at: int, most: int = _LONG) -> Piece:
    """A sentence as it is quoted: all of it, or the clauses of a long one that have most of the question's words."""
    text = asked.view.document.sentences[at].text
    return Piece(at, *window(text, lambda words: share(asked.ranking.anchors, words), most))


def _neighbours(asked: Asked, best: int, chosen: list[int]) -> list[int]:
    """The sentences around the best one that go on about the same, where the question asks what is done about something: of its
    paragraph, the most alike first, while there is room.
    """
    if not asks_measures(asked.question.clean):
        return []
    sentences, dense = asked.view.document.sentences, asked.scores.sentence_dense
    alike = (dense - dense.mean()) / (dense.std() + 1e-6)
    point = _point(sentences, best)
    size = sum(len(sentences[at].text) for at in chosen)
    found: list[int] = []
    for at in sorted(point, key=lambda at: (-alike[at], at)):
        if at in chosen or alike[at] < _ALIKE:
            continue
        size += min(len(sentences[at].text), _LONG)
        if size > _ROOM:
            break
        found.append(at)
    return found


def _point(sentences: Sequence[Sentence], at: int) -> list[int]:
    """The sentences of one point of a paragraph: from the last short or numbered lead to the next."""
    start, end = at, at + 1
    while not starts_anew(sentences[start]) and start and _together(sentences[start - 1], sentences[at]):
        start -= 1
    while end < len(sentences) and _together(sentences[end], sentences[at]) and not starts_anew(sentences[end]):
        end += 1
    return list(range(start, end))


def _together(one: Sentence, other: Sentence) -> bool:
    return one.paragraph == other.paragraph and one.kind is BlockKind.PARAGRAPH


def asks_measures(text: str) -> bool:
    """Whether a question asks what is done about something (怎么治理, 有什么打算)."""
    return _MEASURES.search(text) is not None


def in_problems(asked: Asked, at: int) -> bool:
    """Whether a sentence stands where the report owns up to what is wrong, and does not say what is done about it."""
    sentences = asked.view.document.sentences
    paragraph = sentences[at].paragraph
    first = at
    while first and sentences[first - 1].paragraph == paragraph:
        first -= 1
    heading = "".join(asked.view.document.headings(sentences[at].section)[-1:])
    return _OWNS_UP.search(f"{heading}{sentences[first].text}") is not None


def is_problem(text: str) -> bool:
    """Whether a question asks what is wrong."""
    return _PROBLEMS.search(text) is not None


_OWNED = re.compile(
    r"(?:承认|自曝|坦言|检讨|自我批评).{0,16}(?:差|不足|短板|问题|困难|弱)|差在哪|(?:哪些|什么|啥)(?:问题|困难|不足|短板)|还(?:差|缺)(?:些)?(?:哪|什么|啥)"
)
_PROBLEM = 4.0  # score that a sentence about what is done may lack to one about what is wrong
_OWNS_UP = re.compile(r"清醒|(?:困难|问题|不足|短板|挑战|差距).{0,6}(?:[：:。]|有|是|包括|表现|体现|$)")
_PROBLEMS = re.compile(
    r"问题|不足|短板|困难|挑战|差距|差在|承认|自曝|薄弱|缺点|problem|shortcoming|difficult|challenge", re.IGNORECASE
)
_MEASURES = re.compile(
    r"(?:怎么|怎样|如何|咋)(?!样|交代|说|看|评|回事|形容|介绍|来的)|办法|措施|举措|安排|打算|准备|计划|部署|动作|说法|表示|改善|解决|\bhow\b|\bwhat (?:will|is|are|does)\b|\bplan",
    re.IGNORECASE,
)
