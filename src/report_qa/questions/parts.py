"""The parts of a question about several things: X和Y分别是多少, X多少、Y多少, X的个数、面积和户数."""

from __future__ import annotations

import re

from report_qa.questions import asking
from report_qa.questions.lexicon import Lexicon
from report_qa.questions.question import Language, Part
from report_qa.questions.turn import Reader

EACH = re.compile(
    r"分别|各(?=几|是|有|多|挣|占|涨|增|为|自|建|要|降|减|\s*$|[\u4e00-\u9fff]{1,4}(?:多少|几))|各自|\beach\b|respectively",
    re.IGNORECASE,
)
NUMBER_ASK = re.compile(
    rf"(?:多少|好多|(?<!哪)几)(?:个?百分点|(?:个|万|亿)*(?:元|钱|亩|吨|公里|平方米)|{asking.CLASSIFIERS}|倍|成)?|百分之几|\bhow (?:many|much|fast)\b",
    re.IGNORECASE,
)
_CONJUNCTION = re.compile(
    r"、|以及|及其|(?<![惠普涉以顾触])及|(?<!共)和|与|跟|同(?!比|时|期)|\band\b|[/,，]", re.IGNORECASE
)
_ENGLISH_GENERIC = re.compile(
    r"\b(?:it|they|fast|grow|grew|increase|rise|total|number|amount|and|'s)\b|[^\w]", re.IGNORECASE
)
_SIDE = re.compile(r"增长|增幅|增速|涨幅|降幅|下降|降低")
_CONTRAST = re.compile(r"谁|哪个|差|相比|比较|对比")
_THAN = re.compile(r"^(.{2,}?)(?<![占对])比(?!例|重|较|率|上年|赛)(.{2,}?)(?:多|少|高|低|快|慢|大|小)")
_TOGETHER = re.compile(
    r"(?:加起来|加在一起|加一起|合计|合起来|总共|一共|共计|共)(?=[\s,，]*(?:是|有|要|为|达|建|新增|完成|能|会)?(?:多少|几))|(?:加起来|加在一起|加一起|合起来)"
)
_TIMES = re.compile(r"^(.{2,}?)(?:是|相当于)(.{2,}?)的?(?:多少|几)倍")
_QUOTED = re.compile(r"[“\"「][^”\"」]{2,40}[”\"」]")
_HIDDEN = str.maketrans({"、": "\u0001", "和": "\u0002", "与": "\u0003", "，": "\u0004", "及": "\u0005"})
_SHOWN = str.maketrans({"\u0001": "、", "\u0002": "和", "\u0003": "与", "\u0004": "，", "\u0005": "及"})


def parts_of(body: str, language: Language, reader: Reader) -> tuple[Part, ...]:
    """The parts in the question's order; empty where it asks about one thing."""
    hidden = _QUOTED.sub(lambda match: match[0].translate(_HIDDEN), body)
    asks = [match.end() for match in NUMBER_ASK.finditer(hidden)]
    pieces = _asked(hidden, asks, language) if len(asks) > 1 else _listed(hidden, language, reader.lexicon)
    parts: list[Part] = []
    for piece in pieces:
        words = piece.translate(_SHOWN).strip(" ,，、。；;？?")
        topic = _topic(words)
        named = len(reader.bare(topic)) >= 2 if language == "zh" else len(_ENGLISH_GENERIC.sub("", topic)) > 3
        if named or (reader.lexicon.concepts_in(topic) and topic):
            parts.append(Part(topic, words))
        elif parts and asking.asks_number(words):
            parts.append(Part(parts[-1].topic, f"{parts[-1].topic} {words}"))
    return tuple(parts) if len(parts) > 1 else ()


def _asked(body: str, ends: list[int], language: Language) -> list[str]:
    """Pieces that each ask on their own."""
    if language == "en":
        return re.split(r",? and (?=how|what)|; ?", body, flags=re.IGNORECASE)
    starts = [match.start() for match in NUMBER_ASK.finditer(body)]
    if all(
        re.match(r"[\u4e00-\u9fff]{2}", body[end:]) for end in ends
    ):  # 建几所学校、几家医院: what is asked stands behind
        bounds = [0, *starts[1:], len(body)]
        return [re.sub(r"[、，和与跟]+$", "", body[start:end]) for start, end in zip(bounds, bounds[1:], strict=False)]
    bounds = [0, *ends[:-1], len(body)]
    return [body[start:end] for start, end in zip(bounds, bounds[1:], strict=False)]


def _listed(body: str, language: Language, lexicon: Lexicon) -> list[str]:
    """Pieces of a list with one asking word, which each of them gets."""
    each = EACH.search(body)
    if language == "en":
        return _english(body, lexicon)
    if each:
        head, tail = body[: each.start()], body[each.end() :]
    elif _CONTRAST.search(body):
        head, tail = _CONTRAST.split(body)[0], ""
        head = re.sub(r"的$", "", head)
    elif than := _THAN.search(body) or _TIMES.search(body):
        return [than[1], than[2]]
    elif together := _TOGETHER.search(body):
        return _summed(body[: together.start()], lexicon)
    elif "、" in body:
        head, tail = body, ""
    else:
        return _both(body, lexicon)
    pieces = [piece for piece in _CONJUNCTION.split(head) if piece.strip()]
    spread = _spread(pieces, lexicon)
    side = _SIDE.search(spread[-1] if spread else "")
    if side and not any(_SIDE.search(piece) for piece in spread[:-1]):
        tail = f"{side[0]}{tail}"
    return [f"{piece} {tail}".strip() for piece in spread]


def _summed(head: str, lexicon: Lexicon) -> list[str]:
    """The things that a question adds up (中央和地方财政赤字加起来): what only the last says belongs to each."""
    pieces = [re.sub(r"[的\s,，]+$|^\s+", "", piece) for piece in _CONJUNCTION.split(head)]
    pieces = [piece for piece in pieces if piece]
    return _spread(pieces, lexicon) if 2 <= len(pieces) <= 4 and min(map(len, pieces)) > 1 else []


def _both(body: str, lexicon: Lexicon) -> list[str]:
    """Two things joined by 和 or 与 without a word for each, where each names a concept of its own (蔬菜和生猪)."""
    match = re.match(
        r"(.{2,}?)(?:和|与|跟|以及)(.{2,}?)((?:都|总共|一共)?(?:是|有|为|达|涨|增|降|挣)?(?:到|了)?(?:多少|几).*)$",
        body,
    )
    if not match:
        return []
    own = [{mention.concept.key for mention in lexicon.concepts_in(piece)} for piece in match.group(1, 2)]
    if not all(own) or own[0] & own[1]:
        return []
    side = _SIDE.search(match[2]) if not _SIDE.search(match[1]) else None
    return [f"{match[1]} {side[0] if side else ''}{match[3]}", f"{match[2]} {match[3]}"]


def _english(body: str, lexicon: Lexicon) -> list[str]:
    """The pieces of an English list, where each names a concept of its own."""
    pieces = _CONJUNCTION.split(body)
    own = [{mention.concept.key for mention in lexicon.concepts_in(piece)} for piece in pieces]
    return pieces if all(own) and len(set().union(*own)) >= len(own) else []


def _spread(pieces: list[str], lexicon: Lexicon) -> list[str]:
    """What only the first or the last piece says but belongs to all (交通、能源、水利投资; 项目的个数、面积)."""
    if len(pieces) < 2:
        return pieces
    sizes = {len(piece) for piece in pieces[:-1]}
    size = max(sizes)
    named = any(lexicon.concepts_in(piece) for piece in pieces[:-1])
    if size <= 3 and len(sizes) == 1 and len(pieces[-1]) > size + 1 and not named:
        suffix = pieces[-1][size:]
        return [*(piece + suffix for piece in pieces[:-1]), pieces[-1]]
    head = re.match(r"(.{3,})的([^的]{1,6})$", pieces[0])
    if head and all(len(piece) <= 9 for piece in pieces[1:]):
        return [pieces[0], *(f"{head[1]}的{piece}" for piece in pieces[1:])]
    return pieces


def _topic(words: str) -> str:
    topic = asking.ASKING.sub(" ", words)
    return re.sub(r"[\s,，。?？!！、:：;；~～的了呢呀啊]+", " ", topic).strip()
