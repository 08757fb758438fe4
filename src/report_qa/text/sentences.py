"""Sentences: where a paragraph is cut, outside quotation marks and brackets."""

from __future__ import annotations

_STOPS = "。！？；!?;"
_OPEN = {"“": "”", "‘": "’", "（": "）", "(": ")", "《": "》", "【": "】", "「": "」", "『": "』", "〔": "〕"}
_CLOSE = "”’）)》】」』〕"
_REACH = 80  # an opening mark whose partner does not follow within so many characters is taken for a misprint


def split_sentences(text: str) -> list[tuple[int, int]]:
    """Half-open ranges that cover a text but for white space between them; a stop stays with its sentence.

    >>> split_sentences("一是“快。准”；二是稳。")
    [(0, 8), (8, 12)]
    """
    cuts = [0]
    at = 0
    while at < len(text):
        char = text[at]
        if char in _OPEN:
            partner = text.find(_OPEN[char], at + 1, at + _REACH)
            at = partner if partner > 0 else at
        elif char in _STOPS and not _inside_number(text, at):
            end = at + 1
            while end < len(text) and text[end] in _STOPS + _CLOSE:
                end += 1
            cuts.append(end)
            at = end - 1
        at += 1
    if cuts[-1] < len(text):
        cuts.append(len(text))
    return [
        bounds for bounds in (_trim(text, a, b) for a, b in zip(cuts, cuts[1:], strict=False)) if bounds[0] < bounds[1]
    ]


def _inside_number(text: str, at: int) -> bool:
    return text[at] in "!?;" and 0 < at < len(text) - 1 and text[at - 1].isascii() and text[at + 1].isascii()


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end
