"""Ranks and streaks in words: what a statement says of them, and whether a sentence says otherwise."""

from __future__ import annotations

import re

_DIGIT = r"[一二三四五六七八九十两\d]"
_ROW = re.compile(rf"({_DIGIT}+)(连冠|连增|连丰|连降|连升|连胜)")
_ORDINAL = re.compile(rf"(?:第|前)({_DIGIT}+)(?![届期批次季])|(首[位个家])")
_SCOPE = r"全国|全省|全区|全市|全州|全球|世界|国内|自治区|北方|南方|西部|东部|中部"
_SCOPED = re.compile(rf"({_SCOPE})(?:的|范围|同类)?(?:第{_DIGIT}|首[批位个台家]|最|率先|唯一)")
_PAIR = re.compile(rf"({_SCOPE})[^，；。第首]{{0,8}}?(?:第({_DIGIT}+)|首|率先)")
_SPOKEN = (
    ("老大", "第一"),
    ("老二", "第二"),
    ("老三", "第三"),
    ("头一名", "第一"),
    ("头名", "第一"),
    ("头一个", "第一个"),
)


def spoken(text: str) -> str:
    """Everyday words for ranks in the report's words (老大: 第一)."""
    for word, rank in _SPOKEN:
        text = text.replace(word, rank)
    return text


def ranks(text: str) -> bool:
    """Whether a text states a rank or a streak."""
    said = spoken(text)
    return any(pattern.search(said) for pattern in (_ROW, _ORDINAL, _SCOPED))


def differs(question: str, sentence: str) -> bool:
    """Whether a streak, a rank or its scope differs between a statement and the part of a sentence most like it."""
    asked, text = spoken(question), _part(question, sentence)
    own, printed = _pairs(asked), _pairs(text)
    if own and {scope for scope, _ in own} <= {scope for scope, _ in printed}:
        return not own <= printed
    for pattern in (_ROW, _ORDINAL):
        stated, said = pattern.search(asked), {match[0] for match in pattern.finditer(text)}
        if stated and said and stated[0] not in said and not (stated[0] == "第一" and "首" in text):
            return True
    scope = _SCOPED.search(asked)
    scopes = {match[1] for match in _SCOPED.finditer(text)}
    return bool(scope and scopes and scope[1] not in scopes)


def _pairs(text: str) -> set[tuple[str, str]]:
    return {(match[1], match[2] or "一") for match in _PAIR.finditer(text)}


def _part(question: str, text: str) -> str:
    """Of a sentence that gives several ranks, the words of the one that the question is most like."""
    parts: list[str] = []
    rest = ""
    for clause in re.findall(r"[^，；。]*[，；。]?", text):
        rest += clause
        if ranks(clause):
            parts.append(rest)
            rest = ""
    if len(parts) < 2:
        return text
    grams = {question[at : at + 2] for at in range(len(question) - 1)}
    plain = [_SCOPED.sub("", _ORDINAL.sub("", part)) for part in parts]
    shared = [sum(part[at : at + 2] in grams for at in range(len(part) - 1)) for part in plain]
    return parts[shared.index(max(shared))]
