"""What the clause before a number, or the one behind it, says of its metric."""

from __future__ import annotations

import re

from report_qa.figures.nouns import is_headed, opens_with_verb, without_verb
from report_qa.figures.words import SUBJECT, strip_leading, strip_trailing

_CLAUSE_BEFORE = re.compile(r"(?:^|[，,；;。：:！])(?P<words>[^，,；;。：:！\d]{3,40})[，,]$")
_FROM = re.compile(r"(?:其中)?(?:从|由|自)")
_LOOSE = re.compile(r"(?:[在比较]上年|稳|均稳|每年)$")
_LISTED_SUBJECT = re.compile(
    r"(?P<subject>[^，。；\d]{3,40}?)(?:规模化|逆势|发展(?!区|中心|银行|基金|指数|项目)|加快|势头|从|由|在(?!建|校|岗|册)|实现|双双|双|(?<!人)均|都|近年来|首次|出现|屡|再|连续|稳步|不断|持续|显著|明显|大幅|快速|较快|进一步|逐步|平稳|全面|总体|稳中|恢复|回升|提高|提升|增长|下降|扩大|增加|减少|改善|好转|突破)"
)
_HOW = re.compile(r"^(?:逐步|不断|持续|继续|全面|大力|严格|深入|扎实|稳妥|有效|有序|着力|积极|切实|坚决|进一步)+")
_FIRST_NOUN = re.compile(
    r"(?P<subject>[^，。；、\d]{2,12}?(?:主体|产业|企业|总[量额值]|产量|收入|支出|投资|贸易|消费|出口|进口|人口|面积|贷款|存款|指数|率|保险|业))(?=[\u4e00-\u9fff]{2})"
)
_AMID = re.compile(r"(?<=[\u4e00-\u9fff]{3})(?:(?<!存)在(?!建|校|岗|线|册)|从(?!业)|由)")
_DOES = re.compile(
    r"(?:加大|增强|强化|加强|做大做强做优|做大做强|做优做强|做强做优|做强|做优|规范发展|提速发展|加快发展|大力发展|构建|下调|上调|降低|减轻|促进|壮大|集聚|压实)(?=[\u4e00-\u9fff“])"
)
_TOPIC = re.compile(r"(?P<subject>[^，；。、\d]{2,14}?产业)(?:要|重点|集聚|聚焦|围绕|加快|在|$)")
_DEVELOPS = re.compile(r"^(?:[\u4e00-\u9fff]{0,4}发展|做大做强|做优做强|做强)(?=[\u4e00-\u9fff“]{4})")
_SAYS_NOTHING = re.compile(r"^(?:工作|改革|行动|服务|发展|建设|经济运行.*|产业健康|产业|.*作用.*|.*质效|.*水平)$")
_LONGEST_OBJECT = 26  # characters
_COMMA = re.compile(r"^[，,]")
_LONGEST_PURPOSE = 22  # characters


def subject_of(words: str) -> str | None:
    """The subject of a clause that says how something went (城镇化水平稳步提高), or None."""
    found = SUBJECT.match(strip_leading(words))
    if found is None:
        return None
    said = _LOOSE.sub("", found["subject"])
    return strip_trailing(re.split(_AMID, said)[0] if not _AMID.match(said) else said)


def spoken_of(words: str) -> str:
    """What a clause without figures speaks of: its subject, or the object of the verb that it opens with; else nothing.

    >>> spoken_of("持续压减会议经费"), spoken_of("装备制造、基础材料产业发展壮大"), spoken_of("作风更加务实")
    ('会议经费', '装备制造、基础材料产业', '')
    """
    words = strip_leading(_HOW.sub("", strip_leading(words)))
    does = _DOES.match(words)
    opens = does is not None or (opens_with_verb(words) and not words.startswith("服务业"))
    if not opens and (subject := subject_of(words)):
        return subject
    if not opens and is_headed(words) and len(words) <= _LONGEST_OBJECT:
        return words
    if opens:
        thing = strip_trailing(words[does.end() :] if does else without_verb(words))
    else:
        found = _LISTED_SUBJECT.match(words) or _FIRST_NOUN.match(words)
        thing = strip_trailing(found["subject"]) if found else ""
    return "" if len(thing) > _LONGEST_OBJECT or _SAYS_NOTHING.match(thing) else thing


def industry_of(sentence: str) -> str:
    """The industry that a sentence opens with (电池产业要加快…, 力争产值…), or nothing."""
    found = _TOPIC.match(_DEVELOPS.sub("", strip_leading(sentence)))
    return found["subject"] if found else ""


def topic(before: str, left: str) -> str:
    """覆盖率，由1997年的65%提高到…: the clause before, where a change opens its own; empty where that is no noun.

    `before` is the sentence up to the number's clause, `left` the clause up to the number.
    """
    found = _CLAUSE_BEFORE.search(before) if _FROM.match(left) else None
    if not found:
        return ""
    words = strip_trailing(strip_leading(found["words"]))
    return words if is_headed(words) else subject_of(words) or ""


def purpose(right: str, after: str) -> str:
    """投资5.8亿元，启动建设国家基地: what bare money is spent on, where the words behind it say so; else nothing.

    `right` are the words behind the number up to the next or the end of its clause, `after` the sentence behind that clause.
    """
    words = re.split("[，；。]", right.lstrip("、") or _COMMA.sub("", after))[0].removeprefix("用于")
    if not opens_with_verb(words) or (not right and re.search(r"\d", words)):
        return ""
    words = re.split(r"\d", words)[0]
    return strip_trailing(
        words if len(words) <= _LONGEST_PURPOSE else re.split("[、和及]", words)[0][:_LONGEST_PURPOSE]
    )
