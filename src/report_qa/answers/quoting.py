"""Answers in the report's own sentences: `Piece`, the words quoted of one sentence, and the answer made of several."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from report_qa.answers.asked import Asked
from report_qa.answers.clauses import clauses_of
from report_qa.answers.draft import Draft
from report_qa.answers.outcome import Outcome

MOST = 560  # characters quoted; the contract allows an answer 600
_FEWEST = 12  # a rest of a clause shorter than this says nothing by itself


@dataclass(frozen=True, slots=True)
class Piece:
    """Code points `[start, end)` of the sentence at position `sentence`."""

    sentence: int
    start: int
    end: int


def whole(asked: Asked, sentence: int) -> Piece:
    """All of a sentence."""
    return Piece(sentence, 0, len(asked.view.document.sentences[sentence].text))


def quote(asked: Asked, sentences: Sequence[int], certainty: float) -> Outcome:
    """Sentences of the report as an answer, in source order, within the contract's length; of many long ones the openings."""
    ordered = sorted(dict.fromkeys(sentences))
    texts = [asked.view.document.sentences[at].text for at in ordered]
    if len(ordered) > 2 and sum(map(len, texts)) > MOST:
        share = MOST // len(ordered)
        pieces = [Piece(at, 0, _opening(text, share)) for at, text in zip(ordered, texts, strict=True)]
    else:
        pieces = [Piece(at, 0, len(text)) for at, text in zip(ordered, texts, strict=True)]
    return quote_pieces(asked, pieces, certainty)


def quote_pieces(asked: Asked, pieces: Sequence[Piece], certainty: float) -> Outcome:
    """Pieces as an answer, in source order; those that would make it too long are left out, the first is cut to fit."""
    draft, size = Draft(asked.view), 0
    lines: list[tuple[str, int]] = []
    for piece in sorted(pieces, key=lambda one: (one.sentence, one.start)):
        text = asked.view.document.sentences[piece.sentence].text
        end = min(piece.end, piece.start + _opening(text[piece.start : piece.end], max(MOST - size, 0)))
        if lines and end - piece.start < min(piece.end - piece.start, _FEWEST):
            break
        n = draft.cite(piece.sentence, piece.start, end)
        lines.append((draft.quote(piece.sentence), n))
        size += end - piece.start
    return Outcome("text", draft, context={"quotes": lines}, confidence=certainty)


def window(text: str, worth: Callable[[str], float], most: int) -> tuple[int, int]:
    """Code points `[start, end)` of the neighbouring clauses of a long sentence, at most `most` in all, whose words are
    worth most; of those worth the same the shortest, then the first.
    """
    if len(text) <= most:
        return 0, len(text)
    clauses = clauses_of(text)
    best, found = (0.0, 0, 0), (0, _opening(text, most))
    for first, (start, _) in enumerate(clauses):
        for _, end in clauses[first:]:
            if end - start > most and end != clauses[first][1]:
                break
            mark = (round(worth(text[start:end]), 4), start - end, -start)
            if mark > best:
                best, found = mark, (start, end)
    return _filled(clauses, found, most)


def _filled(clauses: list[tuple[int, int]], found: tuple[int, int], most: int) -> tuple[int, int]:
    """Clauses before and behind added, the nearer part of the sentence first, while there is room."""
    start, end = found
    for low, high in reversed(clauses):
        if high <= start and end - low <= most * 2 // 3:
            start = low
    for _, high in clauses:
        if high > end and high - start <= most:
            end = high
    return start, end


def _opening(text: str, most: int) -> int:
    """Where the first clauses end that are no longer than `most` together; all of a text without a mark to cut at."""
    if len(text) <= most:
        return len(text)
    ends = [end for _, end in clauses_of(text) if end <= most]
    return ends[-1] if ends else len(text) if most >= MOST else 0
