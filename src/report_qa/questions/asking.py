"""What a question asks for: its intent, the unit and side of the metric sought, and the words that only ask."""

from __future__ import annotations

import re
from functools import lru_cache

from report_qa.questions.courtesy import SmalltalkKind, smalltalk_of
from report_qa.questions.question import Aspect, Intent, Sought

CLASSIFIERS = (
    "人次|场次|台套|车次|架次|名|位|家|户|所|座|处|个|项|条|件|套|台|辆|张|株|列|天|场|次|种|枚|艘|部|头|只|宗|起|栋|幢|片|块|批|门|"
    "对|支|颗|架|艇|匹|本|册|篇|根|间|床|席|届|期|岁|年|月|小时|分钟|轮|道|类|镇|村(?![里民子])|乡(?![下村里])|县|区|街道|社区"
)
_KIND_WORDS: tuple[tuple[str, str], ...] = (
    ("points", r"(?:多少|几)个?(?:百分点)|percentage points"),
    ("money", r"(?:多少|几个?|好多|百把)(?:万|亿|千|百)*(?:元|块钱?|钱|美元|美金|资金)|(?:多少|几)个?(?:万亿|亿|万)(?!人|户|亩|斤|吨|平|人次|家|个|名|标箱|千瓦|度|立方|件|辆|台|套|张|公里|株|只|头|元素)|(?:花|挣|赚|投|省|拿|领|补|减|掏|罚|交)了?多少(?!人|家|个|户|千瓦|度|吨|亩|公里|张|台|套|所|处|条|件)"
              r"|how much (?:money|funding|investment)|what amount|how many (?:yuan|dollars)"),
    ("people", r"(?:多少|几|好多|好几)(?:万|百|千|十)*(?:个)?(?:人次|人(?!均|口?比)|名|位|学生|职工|老师|大夫|医生|护士|孩子|娃|老人|农民|年轻人|毕业生|工人|群众|老外|外国人|游客|客人|乡下人|穷人)"
               r"|how many (?:people|jobs|residents|students|workers|graduates|visitors|patients|farmers|persons)|(?P<noun_people>人数)"),
    ("households", r"(?:多少|几|好多)(?:万)?户|(?:惠及|受益|覆盖)户数|how many (?:households|families)"),
    ("share", r"百分之(?:几|多少)|几成|多大(?:的)?(?:比例|比重|份额)|(?:比例|比重|占比|份额)|占.{0,8}?(?:多少|几|多大)|多少比例|(?:涨|增|升|降|提|跌|快|高|低|差|拉)[^，。？?]{0,8}?(?:多少|几)个?点(?!子)|(?<=[^效功])率(?:能|要|会|将|达|是|有|为|到|提|升|降|在|保|目|最)*(?:多少|几|$|多高|咋)"
              r"|\b(?:percent|percentage|proportion|share|rate|ratio)\b"),
    ("multiple", r"(?:多少|几)倍|how many times"),
    ("area", r"(?:多少|几|好多)(?:个)?(?:万)*(?:亩|平方?米?|平方公里|公顷|顷)|多大(?:的)?(?:面积|地方|块)|(?P<noun_area>面积)|how (?:large an area|many (?:mu|hectares|square))|\barea\b"),
    ("length", r"(?:多少|几|好多)(?:万)*(?:公里|里路?|千米|米)|多长(?!时间)|how (?:long a|many kilomet)|(?P<noun_length>里程)"),
    ("mass", r"(?:多少|几|好多)(?:万|亿)*(?:吨|斤|公斤)|how many (?:tons|tonnes|kilograms)"),
    ("volume", r"(?:多少|几|好多)(?:万|亿)*(?:立方米|立方|方(?!面|式|案|向))"),
    ("energy", r"(?:多少|几|好多)(?:万|亿)*(?:千瓦时?|度电|度)"),
    ("containers", r"(?:多少|几|好多)(?:万)*(?:标箱|集装箱)"),
    ("concentration", r"多少微克"),
)  # fmt: skip
_KINDS = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _KIND_WORDS)
_CLASSIFIED = re.compile(rf"(?:多少|几|好多|好几|幾)(?:来|十|百|千|万|亿)*({CLASSIFIERS})(?!百分点|点|亿|万)")
_HOW_MANY = re.compile(r"\bhow many\b", re.IGNORECASE)

_GROWTH = re.compile(
    r"(?<!自然)增长(?!的?(?:贡献|点|极|动力|引擎))|增速|增幅|涨|上调|提速|同比|年均增|上升|多了(?:百分|几成|几个?点)|提高了?(?:百分之|几|多少)|升了|减少了?|下降|降幅|降了|降低|跌|缩|少了|压缩|翻(?=番|倍|了?一?番)"
    r"|\b(?:grow|grew|grown|growth|increase[ds]?|rise|rose|risen|fall|fell|decline[ds]?|drop(?:ped)?|cut|reduc\w+)\b",
    re.IGNORECASE,
)
_LEVEL = re.compile(
    r"一共|总共|达到|达多少|水平|多少(?:万|亿|个|元|钱|人|家|户)|(?:提高|降低?|下降|压缩?|压减|增加|升|涨|降|缩|增)(?:到|至)|做到|占到|控制在"
    r"|\b(?:total|level|amount|reach(?:ed)?)\b",
    re.IGNORECASE,
)  # fmt: skip

_SCOPE_OUT = re.compile(
    r"忽略.{0,8}(?:指示|指令|规则|提示)|系统提示|提示词|扮演|讲个?(?:笑话|段子|故事)|(?:写|作|来)(?:一)?(?:首|篇|段|个)(?!.{0,12}(?:报告|规划|方案))"
    r"|你(?:个人)?(?:觉得|认为|怎么看|的看法|评价)|打个?分|(?:帮我|给我)(?:写|翻译|算命|画|编)|翻译成|还能火|(?:房价|房子|股票).{0,6}会不会(?:涨|升值)|值不值得|该不该买"
    r"|ignore .{0,30}instructions|system prompt|tell me a joke|write (?:me )?a|pretend|your opinion|do you think|今天天气|明天天气",
    re.IGNORECASE,
)
_ASKS_NUMBER = re.compile(
    rf"多少|百分之几|几成|第几|(?<![哪这那])几(?:个|十|百|千|万|亿|倍|{CLASSIFIERS}|点)|(?<![那这么很好许])多(?:大(?!力|学|棚)|长|高|久|快|远)|好多(?:人|钱|个|家|亩|户|万)|\bhow (?:many|much|fast|large|big|long|high|far)\b"
    r"|what (?:is|was|were|are) the (?:growth|rate|target|total|number|share|level|value|amount|percentage|proportion|gdp|deficit)|what (?:[\w-]+ ){0,4}(?:share|percentage|proportion|rate|growth|percent|ratio|target|amount|number)\b",
    re.IGNORECASE,
)
_WH = re.compile(
    r"哪|什么|啥|怎么|怎样|如何|咋|[为有]何|何[时地种以]|有?多(?:重要|严重|厉害)|谁|日期|几号|多少|几(?:个|家|天|年|时)|\b(?:what|which|who|whom|when|where|why|how)\b",
    re.IGNORECASE,
)
_YESNO = re.compile(
    r"(?:吗|(?<![什怎多那这])么|嘛|不)[呀啊呢哦?？。!！\s]*$|(?:吗|嘛)[?？]|对[吗不]|是(?:吗|吧|不是)|是真的|真的(?:吗|假的|么)|没错吧|吧[?？。!！\s]*$|是不是|是否|能否|可否|有无|有没有|对不对|会不会|能不能|可不可以|要不要|算不算"
    r"|了没(?:有)?[呀啊呢哦?？。!！\s]*$|没有[呀啊呢?？。!！\s]*$|没[呀啊?？!！\s]*$|(?P<verb>(?![好蓝清美净])[\u4e00-\u9fff])[不没](?P=verb)|\bright\?|true\b|isn't it|didn't it"
    r"|^(?:so |and |but )?(?:is|are|was|were|did|does|do|has|have|had|will|would|can|could|should|isn't|didn't)\b",
    re.IGNORECASE,
)
_AUXILIARY = re.compile(
    r"(?:so |and |but )?(?:is|are|was|were|did|does|do|has|have|had|will|would|can|could|should|isn't|didn't)\b",
    re.IGNORECASE,
)
_COMPARE = re.compile(
    r"(?:(?<![占同环])比(?![例重率赛])|较|跟|和|与|同|相对).{0,24}?(?:多了?|少了?|高|低|快|慢|大|小|增加|减少|提高|下降|差)(?:了)?(?:多少|几|吗|一些|还是)|相比|对比|比较|比起|哪个(?:更)?(?:高|低|快|慢|多|少|大|小)|谁(?:的)?(?:更)?(?:涨|增|高|低|快|慢|多|少|大)"
    r"|差(?:了|距)?(?:多少|几|多大)|(?:高|多|大|快)(?:了)?(?:还是|是)(?:低|少|小|慢)|是增是减|是高是低|哪个高|哪年(?:高|多)|比怎么样|compar|higher or lower|more or less|difference between|versus|\bvs\b",
    re.IGNORECASE,
)
_RANK = re.compile(
    r"第几|排名|名次|位次|老几|(?<!安)排(?:在)?(?:第|多少|几)|居第|算(?:啥|什么)水平|啥水平|什么位置|什么名次|(?:倍数|增速|增幅|占比|比例|数量)?最(?:低|高|多|少|大|小|快|慢)的(?:是)?(?:哪|谁)|\brank(?:ed|s|ing)?\b",
    re.IGNORECASE,
)
_LIST = re.compile(
    r"哪(?:些|几|两|二|三|四|五|六|七|八|九|十)|(?:有|包括|涉及|分别是)(?:些)?(?:哪(?![一个里儿位天年家条种])|啥|什么)|都(?:是|有|在|指)(?:些)?(?:啥|什么|哪)|(?:具体|分别)(?:是|指|有|包括)?(?:啥|什么|哪)|什么和?、?什么|(?:哪|什么)方面"
    r"|争当什么|what are|which (?:\w+ ){0,3}(?:are|were|will)|\blist\b|name the",
    re.IGNORECASE,
)


def intent_of(text: str, claims: bool) -> Intent:
    """The intent of a clean question; `claims` says whether it states a quantity of its own."""
    if _SCOPE_OUT.search(text):
        return Intent.OUT_OF_SCOPE
    if is_smalltalk(text):
        return Intent.SMALLTALK
    number = _ASKS_NUMBER.search(text)
    yesno = _YESNO.search(text)
    states = claims and not number and not _WH.search(text)
    if states or (yesno and _AUXILIARY.match(text)):
        return Intent.YESNO
    if (_COMPARE.search(text) or states_comparison(text)) and not (yesno and claims):
        return Intent.COMPARE
    if _RANK.search(text) and not (yesno and not _WH.search(text)):
        return Intent.RANK
    if yesno and not number and (claims or not _asks_openly(text, yesno)):
        return Intent.YESNO
    if number:
        return Intent.FIGURE
    if _LIST.search(text):
        return Intent.LIST
    if _WH.search(text):
        return Intent.TEXT
    return Intent.FIGURE


def is_smalltalk(text: str) -> bool:
    """Whether a turn is a greeting, thanks, praise, or asks about the service itself."""
    bare = text.strip()
    if smalltalk_of(bare) is not None:
        return True
    polite = _POLITE.search(bare) is not None and len(bare) <= _LONGEST_COURTESY
    return polite and not asks_anything(bare) and _CONTENT.search(bare) is None


_LONGEST_COURTESY = 24
_POLITE = re.compile(
    r"谢|感谢|辛苦|有劳|打扰|再见|拜拜|晚安|早安|午安|早上好|早啊|你真|真棒|好棒|太棒|厉害|不错|点赞|没事了|不用了|没有了|先这样|就这些|懂了|明白|了解了|清楚了|哈哈|嘿|喂"
    r"|\b(?:thank|thanks|cheers|great|nice|good job|well done|awesome|bye|hello|hi|hey|how are you)\b",
    re.IGNORECASE,
)
_CONTENT = re.compile(r"呢|[今去前明]年|目标|报告|增长|\d|[一二三四五六七八九十]+[个项家所条]")


def smalltalk_kind(text: str) -> SmalltalkKind:
    """What kind of smalltalk a turn is; `hello` where its words do not tell."""
    if kind := smalltalk_of(text):
        return kind
    if re.search(r"谢|感谢|辛苦|\bthank", text, re.IGNORECASE):
        return "thanks"
    return "bye" if re.search(r"再见|拜拜|\bbye\b", text, re.IGNORECASE) else "hello"


def asks_number(text: str) -> bool:
    """Whether the words ask for a number (多少, 几个, how many)."""
    return _ASKS_NUMBER.search(text) is not None


def states_comparison(text: str) -> str | None:
    """The word that a yes/no question compares with (比去年低吗: 低), None for any other question."""
    match = re.search(r"(?<![占同环])比(?![例重率赛])[^，。]*?(高|低|多|少|快|慢|大|小)", text)
    return match[1] if match and _YESNO.search(text) and not _ASKS_NUMBER.search(text) and "还是" not in text else None


def asks_anything(text: str) -> bool:
    """Whether the words ask at all: a wh-word, a number, yes or no, a comparison."""
    return any(pattern.search(text) for pattern in (_ASKS_NUMBER, _WH, _YESNO, _COMPARE, _RANK))


def sought_of(text: str) -> tuple[Sought, ...]:
    """The units that a question asks for, in the order of its words."""
    found: list[tuple[int, Sought]] = []
    grows = aspect_of(text) is Aspect.GROWTH
    for kind, pattern in _KINDS:
        found += [(match.start(), Sought(kind)) for match in pattern.finditer(text) if not (grows and _is_noun(match))]
    taken = {at for at, _ in found}
    for match in _CLASSIFIED.finditer(text):
        if match.start() not in taken:
            found.append((match.start(), Sought("count", match[1])))
    if not found and re.search(r"个数", text):
        found.append((0, Sought("count", "个")))
    if not found and _HOW_MANY.search(text):
        found.append((0, Sought("count")))
    ordered = sorted(found, key=lambda item: (item[0], item[1].kind))
    return tuple(dict.fromkeys(sought for _, sought in ordered))


def _is_noun(match: re.Match[str]) -> bool:
    """Whether a metric's own noun (人数, 面积) matched, which tells no unit where its growth is asked."""
    return any(value is not None for name, value in match.groupdict().items() if name.startswith("noun_"))


@lru_cache(maxsize=256)
def asks_growth(text: str) -> bool:
    """Whether the words ask for a rate of growth and nothing else will do."""
    return (
        re.search(
            r"(?<!自然)增长(?!的?(?:贡献|点|极|动力|引擎))|增速|增幅|涨幅|涨|降幅|同比|提速|\b(?:grow|grew|growth)\b",
            text,
            re.IGNORECASE,
        )
        is not None
    )


@lru_cache(maxsize=256)
def asks_amount(topic: str, text: str) -> bool:
    """Whether the words ask how much a measured amount is (进出口总额是多少), which no rate of growth answers."""
    if asks_growth(text):
        return False
    return _TOTAL.search(topic) is not None or (_AMOUNT.search(topic) is not None and _PLAINLY.search(text) is not None)


_TOTAL = re.compile(r"(?:总量|总额|总数)\s*$")


_AMOUNT = re.compile(
    r"(?:总额|总量|总值|产值|产量|余额|总收入|支配收入|支出|销售额|成交额|人数|总数|率|比重|占比|比例)\s*$"
)
_PLAINLY = re.compile(r"(?:是|有|为|达|达到|完成)(?:了)?多少|多少[?？]?$")


def aspect_of(text: str) -> Aspect | None:
    """Growth or level, where the words tell."""
    if _LEVEL.search(text) and re.search(r"(?:到|至)(?:了|了?百分之)?(?:多少|几|$|百分)|达", text):
        return Aspect.LEVEL
    if _GROWTH.search(text):
        return Aspect.GROWTH
    return Aspect.LEVEL if _LEVEL.search(text) else None


def _asks_openly(text: str, yesno: re.Match[str]) -> bool:
    """Whether a wh-word makes `吗`-like words a mere ending (你能告诉我是哪天吗 asks which day)."""
    return _WH.search(text[: yesno.start()]) is not None and not re.search(r"是不是|是否|有没有|对[吗不]|是真的", text)


ASKING = re.compile(
    rf"(?:各?是|各|分别是?|共|一共|总共|大概|到底|究竟|能|要|有|会|该)?(?:多少|好多)(?:来着)?(?:个?百分点|万亿元|亿元|万元|元|块钱|钱|个亿|亿|个?人次?|{CLASSIFIERS})?|百分之(?:几|多少)|几(?:成|倍|个?百分点|个点|个亿|亿元|万元|亿|万|十|{CLASSIFIERS})"
    r"|第几|多大(?:的)?(?:面积|比例|比重)?|多长|多高|多快|多久|哪(?:些|几个|几项|几种|几条|几类|几家|几处|几|里|儿|个|位|天|年|家|座|项)?|什么时候|什么|怎么样|怎么|怎样|如何|为什么|咋样|咋|啥时候|啥|谁|来着|是?高还是低|是?多了?还是少了?|是?增是?减|多还是少|涨还是跌|哪个(?:更)?(?:高|低|快|多|少|大)|相比|比起|比较|目标|实际|预期|实绩|差了|差距|来着|具体|请问|麻烦|听说|是不是|是否|对不对|对吗|是真的吗|没错吧|是吧|有没有|告诉我|想(?:了解|知道|问)(?:一?下)?|我(?:想|要)?问(?:的是)?"
    r"|\b(?:what|which|who|when|where|why|how|many|much|is|are|was|were|did|does|do|the|of|in|to|a|an|and|by|for|at|on|it|its|that|this|will|be|been|has|have|had|there|from|with|fast|grow|grew|amount)\b",
    re.IGNORECASE,
)
