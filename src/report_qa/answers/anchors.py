"""Anchors: the words of a question, each with the forms under which a report may print it, and how telling it is."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace

from report_qa.answers.folding import fold
from report_qa.answers.grams import GramIndex
from report_qa.questions.lexicon import Lexicon

_HAN_RUN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]+|[A-Za-z][A-Za-z0-9.+&-]*|\d+(?:\.\d+)?")
_ASIDE = re.compile(
    r"增长|增加|下降|减少|提高|降低|上涨|上升|涨了?|降了|少了|多了|完成|达到|实现|预期|目标|计划|打算|准备|实际|力争|分别|同比|增速|增幅|降幅|个数|数量|总数|一共|总共|的人?|了|是"
)
_ASKS = re.compile(r"多少|几")
_SIDE = re.compile(r"(?:增长|增速|增幅|涨幅|降幅|目标|总量|总额|数量|个数)$")
_STOP = frozenset(
    "的 了 是 在 有 和 与 及 或 等 把 被 给 对 从 到 向 为 以 要 会 能 可 将 就 都 也 还 又 再 很 最 更 不 没 个 这 那 其 它 他 我 你 们 吗 呢 吧 啊 呀 么 嘛 啦 哦 哈 咱 俺 谁 啥 咋 哪 几 多 少 上 下 里 中 内 外 一 些 种 次 点 "
    "一共 总共 多少 大概 目前 现在 如今 我们 咱们 你们 他们 人家 今年 去年 情况 怎么 怎样 如何 什么 哪些 是否 有没有 是不是 可以 已经 还是 以及 或者 因为 所以 但是 可是 就是 这个 那个 这些 那些 一个 一下 一点 一些 的话 时候 方面 进行 开展 实施 推进 工作 报告 政府 问题 全市 全省 全年 预期 目标 计划 实际 打算 完成 达到 实现 增长 提高 "
    "新增 建设 加强 提升 推动 有关 相关 主要 重点 继续 加快 全面 大力 数量 个数 是多少 多少个 目标是 目标是多少 比例 占比".split()
)


@dataclass(frozen=True, slots=True)
class Anchor:
    """A word of the question, code points `[start, end)` of its body. `forms` are spellings found in the report (none:
    the report has no such word); `weight` is high for what few sentences say. `grams` are the two-character words of a word
    of the report, with shares that add up to 1; empty for a concept. `formal` is
    False for a citizen's word for a concept.
    """

    start: int
    end: int
    text: str
    forms: tuple[str, ...]
    weight: float
    concept: str | None
    formal: bool = True
    grams: tuple[tuple[str, float], ...] = ()


def find_anchors(topic: str, body: str, words: GramIndex, lexicon: Lexicon) -> tuple[Anchor, ...]:
    """The anchors of a topic: concepts of the lexicon first (looked up in `body`, the question with the words that only ask,
    which a spelling may span), then the longest words that the report has, then the rest.
    """
    text = _ASIDE.sub(lambda match: " " * len(match[0]), topic.lower())
    taken = [False] * len(text)
    found: list[Anchor] = []
    for mention in lexicon.concepts_in(body):
        spelling = body[mention.start : mention.end].lower()
        forms = tuple(dict.fromkeys(part for form in (spelling, *mention.forms) for part in _stems(fold(form))))
        present = tuple(form for form in forms if words.has(form))
        if not present and _ASKS.search(spelling):
            continue
        anchor = _anchor(spelling, (mention.start, mention.end), present, words, mention.concept.key)
        found.append(replace(anchor, formal=mention.via in ("name", "short")))
        for start, end in _pieces(topic.lower(), spelling):
            taken[start:end] = [True] * (end - start)
    literal: list[Anchor] = []
    for run in _HAN_RUN.finditer(text):
        literal += _literal(text, run.start(), run.end(), taken, words)
    return tuple(sorted(found + _in_body(literal, body.lower()), key=lambda anchor: anchor.start))


def _in_body(anchors: list[Anchor], body: str) -> list[Anchor]:
    """Literal anchors, found in the topic, at their place in the body; what the body has not stays behind it."""
    placed: list[Anchor] = []
    at = 0
    for anchor in anchors:
        start = body.find(anchor.text, at)
        if start < 0:
            start = body.find(anchor.text)
        if start < 0:
            start = len(body) + anchor.start
        else:
            at = start + len(anchor.text)
        placed.append(replace(anchor, start=start, end=start + len(anchor.text)))
    return placed


def _stems(form: str) -> tuple[str, ...]:
    """A form, and without the word for its side (地区生产总值增长: a report parts the two)."""
    stem = _SIDE.sub("", form)
    return (form, stem) if 2 < len(stem) < len(form) else (form,)


def _pieces(topic: str, spelling: str) -> list[tuple[int, int]]:
    """Where a spelling stands in a topic, in one piece or in those that asking words have parted."""
    at = topic.find(spelling)
    if at >= 0:
        return [(at, at + len(spelling))]
    return [match.span() for match in re.finditer(r"[^\s]{2,}", topic) if match[0] in spelling]


def _literal(text: str, start: int, end: int, taken: list[bool], words: GramIndex) -> list[Anchor]:
    """Longest substrings (two characters or more) that the report has; what is left over has no forms."""
    found: list[Anchor] = []
    at, rest = start, start
    while at < end:
        if taken[at]:
            found += _left_over(text, rest, at, words)
            at = rest = at + 1
            continue
        stop = next((stop for stop in range(_run_end(taken, at, end), at + 1, -1) if words.has(text[at:stop])), None)
        if stop is None:
            at += 1
            continue
        found += _left_over(text, rest, at, words)
        if text[at:stop] not in _STOP:
            found.append(_anchor(text, (at, stop), (text[at:stop],), words, None))
        at = rest = stop
    return found + _left_over(text, rest, end, words)


def _run_end(taken: list[bool], at: int, end: int) -> int:
    stop = at
    while stop < min(end, at + 14) and not taken[stop]:
        stop += 1
    return stop


def _left_over(text: str, start: int, end: int, words: GramIndex) -> list[Anchor]:
    piece = text[start:end]
    kept = "".join(character for character in piece if character not in _STOP and character > "\u3400")
    if len(kept) < 2 or piece in _STOP:
        return []
    return [_anchor(text, (start, end), (), words, None)]


def _anchor(text: str, span: tuple[int, int], forms: tuple[str, ...], words: GramIndex, concept: str | None) -> Anchor:
    piece = text if concept is not None else text[slice(*span)]
    weight = _telling(forms, words)
    if concept is not None or not forms or len(piece) < 4 or not piece.isalpha() or piece.isascii():
        return Anchor(*span, piece, forms, weight, concept, True)
    grams = [piece[at : at + 2] for at in range(len(piece) - 1)]
    weights = [_telling((gram,), words) for gram in grams]
    shares = tuple((gram, one / sum(weights)) for gram, one in zip(grams, weights, strict=True))
    return Anchor(*span, piece, forms, max(weight, sum(weights) / 2), None, True, shares)


def _telling(forms: tuple[str, ...], words: GramIndex) -> float:
    total = len(words.texts) + 1
    return math.log(1 + total / (1 + (words.count(forms) if forms else 0)))
