"""The noun that a number counts, when it stands behind it, and the verb that tells it apart (新建150座|公厕)."""

from __future__ import annotations

import re

from report_qa.figures.units import is_measure
from report_qa.figures.words import (
    CHANGED_TO,
    MONEY_ONLY,
    NOUN_END,
    OPENERS,
    OPENERS_AT_END,
    PREDICATE,
    PREPOSITIONS,
    STARTING,
    STARTING_FAR,
    TAIL_OF_LEFT,
    VERBS_ONLY,
    strip_leading,
    strip_trailing,
)

LONGEST = 30
_VERB_START = re.compile(rf"^(?P<verb>{OPENERS})")
_VERB_LIST = re.compile(rf"(?:{OPENERS})、$")
STEPS = re.compile(r"(?:[百千万亿]+级?)?元?(?:新)?(?:台阶|大关|关口)")
_NOTE = re.compile(r"\^?[（(\[［]注?\d{1,3}[）)\]］]")
HOW = re.compile(r"(?:%|率|度|长|达|至|到|高|增|降|约|超|为|是|比)$")
_MADE = re.compile(r"(?:年产|日产|年处理|日处理|年加工)$")
_GENERIC = frozenset("主干道 农产品 乡镇（街道）".split())
_HEAD = re.compile(r"(?:主营业务收入|营业收入|营收|总产值|产值|增加值|规模|销售额|销售收入|交易额|零售额|产量)$")
_ANY_HEAD = re.compile(
    r"(?:率|度|额|量|值|数|比重|占比|收入|营收|支出|投资|利润|价格?|积|长|品|目|费|税|源|款|贸易|出口|进口|规模|企业|项目|存款|贷款|余额|消费|资金|人口|指数|成本|资产|储备|信贷|产能|装机|里程|存栏|出栏|能力|外资|年|比例)$"
)
SIZE_OF = re.compile(r"(?:总投资|计划投资|投资|全长|总长|长度|面积|里程|规模|金额|容量|产值)$")


def opens_right(left: str, right: str, unit: str | None) -> bool:
    """Whether the noun that a number counts stands behind it.

    >>> opens_right("改造", "座公厕", "座"), opens_right("签约项目", "，", "个"), opens_right("", "名贫困人口", "名")
    (True, False, True)
    """
    if SIZE_OF.search(left) or STARTING.search(left) or (STARTING_FAR.search(left) and CHANGED_TO.match(right)):
        return False
    if right.startswith("的"):
        right = right[1:]
        if is_measure(unit) and not (right and _free(left)):
            return False
    if TAIL_OF_LEFT.match(right):
        return False
    if _free(left):
        return True
    if PREDICATE.match(right) or ("、" not in left and NOUN_END.search(strip_trailing(left))):
        return False
    return not is_measure(unit) or (unit != "%" and len(strip_leading(left)) <= 4 and not HOW.search(left))


def _free(left: str) -> bool:
    """Whether the words left of a number leave its noun open: nothing, a verb or a preposition."""
    words = strip_leading(left)
    return not words or OPENERS_AT_END.search(words) is not None


def counted_noun(left: str, right: str) -> str:
    """The noun behind a number, with the verb before it where that tells it apart; empty where there is none."""
    noun = _noun(right)
    if not noun:
        return ""
    words = strip_leading(left)
    found = OPENERS_AT_END.search(words)
    if found is None and len(noun) <= 2 and "、" in words:
        return without_verb(words) + noun
    if found is None:
        opening = _VERB_START.match(words) if "、" in words else None
        return shared_verb(words, noun) if opening else noun
    if found["verb"] in PREPOSITIONS:
        return noun
    verb = found["verb"]
    before = _VERB_LIST.search(left[: len(left) - len(found[0])])
    return (before[0] if before else "") + verb + noun


def _noun(right: str) -> str:
    words = right.removeprefix("的")
    stop = PREDICATE.search(words, 1)
    noun = words[: stop.start()] if stop else words
    noun = strip_trailing(noun)
    if len(noun) < 2 or (stop and (len(noun) == 2 or noun in _GENERIC)):
        noun = strip_trailing(re.split("、", words)[0][:16])
    return noun


def whole_of(subject: str, right: str) -> str:
    """总投资5962亿元的重大项目: the size is that of the noun behind it (重大项目总投资)."""
    if right.startswith("的") and SIZE_OF.search(subject):
        noun = _noun(right)
        size = SIZE_OF.search(subject)
        if noun and size:
            return noun + size[0]
    made = _MADE.search(subject)
    if made and _noun(right):
        return made[0] + _noun(right)
    return subject


def streak(subject: str, right: str) -> str:
    """What went on for so long (群众安全感满意度连续11年第一): the subject, or what was achieved where it is ours."""
    subject = strip_trailing(strip_leading(subject))
    return subject if len(subject) >= 4 else strip_trailing(right.lstrip("、，")[:LONGEST])


def shared_verb(first: str, subject: str) -> str:
    """Give an item of a list the verb that only its first one prints (引进人才5509人、专家26人)."""
    verb = _VERB_START.match(first)
    if MONEY_ONLY.match(subject) or VERBS_ONLY.match(subject) or is_verb(subject):
        return subject
    if not subject or verb is None or verb["verb"] in PREPOSITIONS or _VERB_START.match(subject):
        return subject
    return verb["verb"] + subject if len(verb["verb"]) >= 2 else subject


def size_owner(right: str, behind: str) -> str:
    """41个总投资383亿元的重点项目: the noun counted stands behind the size that qualifies it."""
    return behind.removeprefix("的") if SIZE_OF.search(right) and len(right) <= 6 else right


def shared_head(first: str, subject: str) -> str:
    """Give an item the head that only the first of its run prints (装备制造营收突破1000亿元，轻工突破600亿元)."""
    head = _HEAD.search(first)
    return subject + head[0] if head and not _ANY_HEAD.search(subject) and len(subject) <= 16 else subject


def is_verb(subject: str) -> bool:
    """Whether a subject is nothing but a verb that counts its object (修订325件)."""
    found = _VERB_START.match(subject)
    return found is not None and found.end() == len(subject) and len(subject) >= 2


def without_verb(metric: str) -> str:
    """A metric without the verb that opens it (实施重大项目: 重大项目)."""
    verb = _VERB_START.match(metric)
    rest = metric[verb.end() :] if verb else metric
    return rest if len(rest) >= 2 else metric


def clip(metric: str) -> str:
    """At most `LONGEST` characters of a metric, its last words, without a bracket or quotation mark left open."""
    metric = _NOTE.sub("", metric)
    if len(metric) > LONGEST:
        tail = metric[-LONGEST:]
        cut = re.search(r"[、，的和]", tail[:12])
        metric = tail[cut.end() :] if cut else tail
    for left, right in ("（）", "()", "“”", "《》"):
        if metric.count(left) != metric.count(right):
            inner = (
                metric.rpartition(left)[2] if metric.count(left) > metric.count(right) else metric.partition(right)[2]
            )
            metric = inner if len(inner) >= 2 else metric.replace(left, "").replace(right, "")
    return metric
