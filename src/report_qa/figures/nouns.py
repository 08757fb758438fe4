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
_SHORT = 4  # characters of words before a number that tell what a noun of two counts
_VERB_START = re.compile(rf"^(?P<verb>{OPENERS})")
_VERB_LIST = re.compile(rf"(?:{OPENERS})、$")
STEPS = re.compile(r"(?:[百千万亿]+级?)?元?(?:新)?(?:台阶|大关|关口|行列|俱乐部|门槛)")
_NOTE = re.compile(r"\^?[（(\[［]注?\d{1,3}[）)\]］]")
HOW = re.compile(r"(?:%|率|度|长|达|至|到|高|增|降|约|超|为|是|比)$")
_MADE = re.compile(r"(?:年产|日产|年处理|日处理|年加工)$")
_GENERIC = frozenset("主干道 农产品 乡镇（街道）".split())
_THING = re.compile(
    r"(?:企业|项目|作品|产品|案例|单位|学校|个人|集体|村庄|社区|学生|儿童|群众|专利|景区|高校|园区|组织|品牌|学科|村|镇)"
)
_PEOPLE = re.compile(r"(?:贫困|常住|户籍)?(?:人口|群众|居民|农民|农户)(?=$|[，。；、的])")
_AREA = re.compile(r"(?:农村|城镇|城市|乡村|山区|城乡)$")
_LOOSE_END = re.compile(r"(?:年度|预计|、总|(?<![高创更革全清翻])新|尽早|尽快|早日|集中|相继|先后)+$")
_RATED = re.compile(r"(?<=..)(?:[\u4e00-\u9fff]{2}率)(?:、[^、]*率)*$")
_RELATIVE = re.compile(r"[^，。；、的\d]{2,6}的(?=[^，。；、的\d]{3})")
_PROGRESS = re.compile(
    r"(?:全部|均|都|已|已经|顺利|如期|集中|相继|先后|正式|成功|提前|实现|陆续|全面|尽早|尽快|早日)*"
    r"(?P<verb>开工建设|新开工|开工|竣工投产|竣工|完工|建成投产|建成投用|建成|投产|投用|投运|签约|落地|入库|达产|上市|挂牌|复工)(?=$|[、和及与])"
)
_UNDERGONE = re.compile(r"进行(?:了)?(?:全面|集中|重点|专项|逐一)?(?P<verb>[\u4e00-\u9fff]{2})$")
_HEAD = re.compile(r"(?:主营业务收入|营业收入|营收|总产值|产值|增加值|规模|销售额|销售收入|交易额|零售额|产量)$")
_ANY_HEAD = re.compile(
    r"(?:率|度|额|量|值|数|比重|占比|收入|营收|支出|投资|利润|价格?|积|长|品|目|费|税|源|款|贸易|出口|进口|规模|企业|项目|存款|贷款|余额|消费|资金|人口|指数|成本|资产|储备|信贷|产能|装机|里程|存栏|出栏|能力|外资|年|比例)$"
)
SIZE_OF = re.compile(r"(?:总投资|计划投资|投资|全长|总长|长度|面积|里程|规模|(?<![售口款入务])总额|金额|容量|产值)$")


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
    if _free(left) or (not is_measure(unit) and _FOR_THOSE.match(strip_leading(left))):
        return True
    if _PEOPLE.match(right):
        return True
    if PREDICATE.match(right) or ("、" not in left and NOUN_END.search(strip_trailing(left))):
        return False
    return not is_measure(unit) or (unit != "%" and len(strip_leading(left)) <= 4 and not HOW.search(left))


def _free(left: str) -> bool:
    """Whether the words left of a number leave its noun open: nothing, a verb or a preposition."""
    words = strip_leading(left)
    return not words or OPENERS_AT_END.search(words) is not None


def counted_noun(left: str, right: str, counts: bool = True, is_open: bool = False) -> str:
    """The noun behind a number, with the verb before it where that tells it apart; empty where there is none.

    `counts` says that the number counts things and does not measure one, `is_open` that `right` ends in another number.
    """
    noun = _noun(right)
    if not noun:
        return ""
    noun = _done_to(right) + _came_to(_RATED.sub("", noun), right, is_open) if counts else noun
    words = strip_leading(left)
    found = OPENERS_AT_END.search(words)
    if found is None and len(noun) <= 2 and _AREA.search(words):
        return words + noun
    if found is None and len(noun) <= 2 and "、" in words:
        return without_verb(words) + noun
    if found is None and counts and len(noun) <= 2 and len(words) >= _SHORT:
        return words + noun  # 出台促进消费十条措施
    if found is None:
        opening = _VERB_START.match(words) if "、" in words else None
        return shared_verb(words, noun) if opening else noun
    does = _DOES_ITSELF.match(right.removeprefix("的").removeprefix(noun)) or _HONOURED.search(noun)
    if found["verb"] == "等" and not does:
        return _opening_verb(words) + noun
    policy = words[: found.start()] + noun if found["verb"] == "的" and counts and len(noun) <= 2 else ""
    if _SHORT + len(noun) <= len(policy) <= LONGEST:
        return policy  # 落实稳增长政策的26条措施
    if found["verb"] in PREPOSITIONS:
        return noun
    verb, owner = found["verb"], words[: found.start()]
    if counts and len(noun) <= 2 and len(owner) >= _SHORT and verb in _CHANGES:
        return owner  # 产业目录增加33项内容
    before = _VERB_LIST.search(left[: len(left) - len(found[0])])
    return (before[0] if before else "") + verb + noun


_OF_ITS_OWN = re.compile(
    r"授信|放贷|放款|赔付|理赔|减税|减负|拉动|撬动|引流|节约|节省|增收|创收|回笼|直播|捐赠|追回|挽回|涉案|成交|交易额|销售额|旅游(?:总)?收入|综合收入|实现"
)
_CHANGES = frozenset(("增加", "减少", "新增", "扩大", "压减", "精简", "净增"))
_FOR_THOSE = re.compile(r"(?:为|对|向|给)[^，。；、\d]{2,10}(?:地区|全[省市县区州]|城乡|农村|企业|部门)$")
_HONOURED = re.compile(r"获(?!批)|荣|受到|入选|纳入|得到")
_DOES_ITSELF = re.compile(
    r"(?:均|都|全部|已|年内|两季|三季)*(?:获|入选|入围|加快|推进|实现|落地|荣|被|全国|由|纳入|列入|受到|得到|开工|竣工|建成|投产|签约)"
)


def _opening_verb(words: str) -> str:
    """新开工某某等52个项目: the verb that opens the words before a list; a verb that is part of a name is none (制造业)."""
    opening = _VERB_START.match(words)
    if opening is None or opening["verb"] in PREPOSITIONS or words.startswith(("业", "区", "商"), opening.end()):
        return ""
    return opening["verb"]


def _noun(right: str) -> str:
    """The noun that opens the words behind a number; what is said of it stays with it where it is too general alone."""
    words = right.removeprefix("的")
    stops = [stop.start() for stop in PREDICATE.finditer(words, 1)]
    for stop in stops:
        if _RELATIVE.match(words, stop):
            continue  # 规划实施的项目: the noun is still to come
        noun = _LOOSE_END.sub("", strip_trailing(words[:stop]))
        if len(noun) > 2 and noun not in _GENERIC and (stop == stops[0] or is_headed(noun)):
            return noun
        if len(noun) < 2 or _THING.fullmatch(noun):
            break
    if not stops:
        return strip_trailing(words)
    said = words.split("、")[0]
    if len(said) > LONGEST:
        said = said[: max((stop for stop in stops if 4 <= stop <= LONGEST), default=16)]
    return strip_trailing(said)


def _came_to(noun: str, right: str, is_open: bool) -> str:
    """628个招商项目开工、229个招商项目竣工: what the counted things came to is named with them."""
    words = right.removeprefix("的")
    found = _PROGRESS.match(words, len(noun)) if words.startswith(noun) else None
    if not found or (is_open and found.end() == len(words)):
        return noun  # 21个项目开工5个: the verb is of the number behind it
    return noun + found["verb"]


def _done_to(right: str) -> str:
    """756件行政法规进行全面清理: the verb of what was done to the counted things, or nothing."""
    found = _UNDERGONE.search(right)
    return found["verb"] if found else ""


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


def shared_verb(first: str, subject: str) -> str:
    """Give an item of a list the verb that only its first one prints (引进人才5509人、专家26人)."""
    verb = _VERB_START.match(first)
    if MONEY_ONLY.match(subject) or VERBS_ONLY.match(subject) or is_verb(subject):
        return subject
    if not subject or verb is None or verb["verb"] in PREPOSITIONS:
        return subject
    if _OF_ITS_OWN.match(subject) or (_VERB_START.match(subject) and not subject.startswith("全国")):
        return subject
    return verb["verb"] + subject if len(verb["verb"]) >= 2 else subject


def size_owner(right: str, behind: str) -> str:
    """41个总投资383亿元的重点项目: the noun counted stands behind the size that qualifies it."""
    return behind.removeprefix("的") if SIZE_OF.search(right) and len(right) <= 6 else right


def is_headed(words: str) -> bool:
    """Whether words end with a noun that a report measures or counts (覆盖率, 收入, 企业)."""
    return _ANY_HEAD.search(words) is not None or NOUN_END.search(words) is not None


def shared_head(first: str, subject: str) -> str:
    """Give an item the head that only the first of its run prints (装备制造营收突破1000亿元，轻工突破600亿元)."""
    head = _HEAD.search(first)
    return subject + head[0] if head and not _ANY_HEAD.search(subject) and len(subject) <= 16 else subject


def is_verb(subject: str) -> bool:
    """Whether a subject is nothing but a verb that counts its object (修订325件)."""
    found = _VERB_START.match(subject)
    return found is not None and found.end() == len(subject) and len(subject) >= 2


def opens_with_verb(words: str) -> bool:
    """Whether words begin with a verb that takes an object (建设基地)."""
    verb = _VERB_START.match(words)
    return verb is not None and verb["verb"] not in PREPOSITIONS and len(words) > verb.end() + 1


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
