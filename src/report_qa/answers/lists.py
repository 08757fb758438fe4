"""Answers a question for several things: the headings under what is asked about, or the words that list them."""

from __future__ import annotations

import re

import numpy as np

from report_qa.answers.asked import Asked
from report_qa.answers.certainty import sentence_certainty
from report_qa.answers.clauses import share
from report_qa.answers.following import body_of, leads, numbered_behind, starts_anew
from report_qa.answers.headings import naming, picked, under
from report_qa.answers.items import count_asked, count_listed, heads_of
from report_qa.answers.outcome import Outcome
from report_qa.answers.prose import SURE, answer_text
from report_qa.answers.quoting import MOST, Piece, quote, quote_pieces, window
from report_qa.answers.refusals import refuse
from report_qa.text.document import BlockKind

_ASKS_MEASURES = re.compile(
    r"(?:哪些|什么|啥|哪几[个项条种]|些啥|些什么)(?:新)?(?:好)?(?:打算|措施|办法|动作|安排|举措|部署|招数?|说法|变化|计划|考虑)(?!生育)"
)
_LONG = 240  # of a longer sentence the clauses that list are quoted
_CLOSE = 1.0
_ITSELF = 1.0  # a sentence that lists by itself goes before one whose neighbours do
_AROUND = 420  # characters up to which sentences are added to find all items


def answer_list(asked: Asked) -> Outcome:
    """The headings under what is asked about, or the sentences that list."""
    best = asked.ranking.best_sentences(8)
    certainty = sentence_certainty(asked, best[0]) if best else 0.0
    wanted = count_asked(asked.question.clean)
    named = naming(asked)
    headings = under(asked, named or best[:3], wanted)
    if headings and (certainty >= SURE or named):
        return quote(asked, picked(asked, headings), certainty)
    if asked.question.names and not _ASKS_MEASURES.search(asked.question.clean):
        return _named(asked, wanted, certainty)
    if certainty < SURE:
        return refuse(asked, "not_in_report")
    if _ASKS_MEASURES.search(asked.question.clean) and wanted is None:
        return answer_text(asked)
    scores = {at: float(asked.ranking.sentence_scores[at]) + _bonus(asked, at, wanted) for at in best}
    order = sorted(best, key=lambda at: (-scores[at], at))
    chosen = [at for at in order if scores[at] >= scores[order[0]] - _CLOSE]
    if wanted and _listed(asked, order[0]) >= wanted:
        chosen = order[:1]
    return quote_pieces(asked, _pieces(asked, chosen, wanted), certainty)


def _named(asked: Asked, wanted: int | None, certainty: float) -> Outcome:
    """What a name in quotation marks stands for (“三大战略”): where the report says it and lists as many."""
    scores = asked.ranking.sentence_scores
    found: list[tuple[float, int]] = []
    for at in np.flatnonzero(asked.ranking.named).tolist():
        around = _pieces(asked, [at], wanted)
        inside = _listed(asked, at) >= (wanted or 2)
        if inside or _row_named(asked, around) >= (wanted or 2):
            found.append((float(scores[at]) + _ITSELF * inside, at))
    if not found:
        return refuse(asked, "not_in_report") if wanted or certainty < SURE else _close(asked, certainty)
    _, at = max(found, key=lambda one: (one[0], -one[1]))
    return quote_pieces(asked, _pieces(asked, [at], wanted), max(certainty, SURE))


def _row_named(asked: Asked, pieces: list[Piece]) -> int:
    """How many sentences behind the first one are numbered, or have the noun that the name ends with (“五大行动”: 行动)."""
    texts = [asked.view.document.sentences[piece.sentence].text for piece in pieces[1:]]
    heads = [head for name in asked.question.names for head in heads_of(name)]
    numbered = sum(starts_anew(asked.view.document.sentences[piece.sentence]) for piece in pieces[1:])
    return max(numbered, sum(any(head in text for head in heads) for text in texts))


def _close(asked: Asked, certainty: float) -> Outcome:
    return quote_pieces(asked, _pieces(asked, asked.ranking.best_sentences(1), None), certainty)


def _pieces(asked: Asked, chosen: list[int], wanted: int | None) -> list[Piece]:
    """The chosen sentences, each with the sentences behind it while items are missing."""
    sentences = asked.view.document.sentences
    found: dict[int, None] = {}
    for at in chosen:
        found[at] = None
        if wanted and _listed(asked, at) >= wanted:
            continue
        numbered = numbered_behind(asked, at) if wanted else []
        if wanted and len(numbered) >= wanted:
            found.update(dict.fromkeys(numbered[:wanted]))
        elif wanted and at == chosen[0] and (behind := _until(asked, at, wanted)):
            found.update(dict.fromkeys(behind))
        elif leads(asked, at):
            found.update(dict.fromkeys(body_of(asked, at, wanted or 0)))
    many = len(found) > 2
    return [_cut(asked, at, MOST // 3 if many and len(sentences[at].text) > MOST // 3 else _LONG) for at in found]


def _until(asked: Asked, at: int, wanted: int) -> list[int]:
    """The sentences behind one, in its paragraph, until as many items are listed as are wanted."""
    sentences = asked.view.document.sentences
    found: list[int] = []
    size = len(sentences[at].text)
    for after in range(at + 1, min(at + 1 + wanted, len(sentences))):
        one = sentences[after]
        size += len(one.text)
        if one.paragraph != sentences[at].paragraph or one.kind is not BlockKind.PARAGRAPH or size > _AROUND:
            break
        found.append(after)
        if _listed(asked, after) >= wanted:
            break
    return found


def _cut(asked: Asked, at: int, most: int) -> Piece:
    """Of a long sentence the clauses that list and have the question's words."""
    text = asked.view.document.sentences[at].text
    return Piece(at, *window(text, lambda words: _worth(asked, words), most))


def _worth(asked: Asked, words: str) -> float:
    return share(asked.ranking.anchors, words) + min(count_listed(words), 6) / 20


def _listed(asked: Asked, at: int) -> int:
    """How many items a sentence lists in clauses that are about what is asked, or right behind one that is."""
    text = asked.view.document.sentences[at].text
    return count_listed(text)


def _bonus(asked: Asked, at: int, wanted: int | None) -> float:
    """More for a sentence that lists, most where it lists as many items as are asked."""
    listed = _listed(asked, at)
    if wanted is None:
        return 0.5 if listed > 1 else 0.0
    return 1.5 if listed >= wanted else 0.0
