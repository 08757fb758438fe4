"""What looks like a quantity and is none: dates, ordinals, ranks, names, list numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass

from report_qa.figures.why import Why

_D = "0123456789"
_LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_OTHER = "\u0663"  # stands for every digit that is none of 0 to 9
_YEAR = r"(?:19|20)\d\d"
_TO = r"(?:[-—–~～]{1,2}|至|到|、|和|与|或)"
_CN = "〇零○一二三四五六七八九十"
_UNIT_BEHIND_A_YEAR = (
    "(?:[个家户人名项条套座处台亩吨所件倍张株列天辆场种枚艘头只米斤元]|公[里顷斤]|千米|平方|美元|标箱)"
)


@dataclass(frozen=True, slots=True)
class Mask:
    """Characters `[start, end)` of folded text in which no quantity is read, and why."""

    start: int
    end: int
    why: Why


# (why, characters that it can begin with, pattern), the first that matches wins
_RULES: tuple[tuple[Why, str, str], ...] = (
    (Why.CODE, _D, r"(?<!\d)\d{16,}[\d.,]*"),
    (Why.UNREADABLE, _D + ".,\ufffd", r"(?<![\d.,])[\d.,]*\ufffd[\d.,\ufffd]*"),  # 1�5% is neither 1 nor 5%
    (Why.OTHER_SCRIPT, _D + _OTHER, r"(?<![\d.,])[\d.,]*[^\D0-9][\d.,]*"),
    (Why.LINK, "hHwW", r"(?:https?:/|www\.)[^\s\u3000-\u9fff，。；、]*"),
    (Why.LINK, _LATIN + _D, r"(?<![\w.])[A-Za-z0-9][A-Za-z0-9._-]*@[A-Za-z0-9.-]+"),
    (Why.RATIO, _D, r"(?<![\d.])\d+(?:\.\d+)?(?:[:：]\d+(?:\.\d+)?){2,}(?![\d.]|[:：])"),
    (Why.RATIO, _D, r"(?<![\d.])(?:\d+\.\d+[:：]\d+(?:\.\d+)?|\d+[:：]\d+\.\d+|\d+[:：]\d(?!\d))"),
    (Why.MALFORMED, _D, r"(?<![\d.])\d+(?:\.\d+){2,}"),
    (Why.MALFORMED, "123456789", r"(?<![\d.,])\d{1,3}(?:，\d{3})+(?![\d年])"),  # thousands or a list: nobody can tell
    (Why.DATE, "12", rf"{_YEAR}(?:{_TO}(?:{_YEAR}|\d\d(?!\d)))?(?:财|学|自然)?年(?:度|代|底|末|初)?"),
    (Why.DATE, _D, r"(?<!\d)\d0年代"),
    (Why.DATE, _CN, rf"[{_CN}]{{2,4}}年代|二[〇零○0][{_CN}]{{2}}年"),
    (
        Why.DATE,
        _D,
        rf"(?<!\d)\d{{1,2}}(?:月?{_TO}\d{{1,2}})?月(?:份|底|末|初|上旬|中旬|下旬)?(?:\d{{1,2}}日?(?:{_TO}\d{{1,2}})?[日号](?!均))?",
    ),
    (Why.DATE, _D, rf"(?<!\d)\d{{1,2}}日?{_TO}\d{{1,2}}日(?!均)"),
    (Why.DATE, _D, r"(?<!\d)\d{1,2}日(?!均|产|处理|供)"),
    (Why.CLOCK, _D, r"(?<!\d)\d{1,2}[:：]\d\d(?!\d)"),
    (Why.CLOCK, _D, r"(?<!\d)\d{1,2}[时点](?:\d{1,2}分)?(?![间代\d])"),
    (
        Why.DATE,
        "12",
        rf"(?<![\d.,]){_YEAR}(?:[-—–~～]{{1,2}}{_YEAR})?(?![\d]|[.,]\d|[万亿千百多余来几%‰]|{_UNIT_BEHIND_A_YEAR})",
    ),
    (Why.DATE, _CN, rf"[{_CN}]{{1,3}}月(?:份|底|末|初)?(?:[{_CN}]{{1,3}}日)?"),
    (Why.NAME, _D + "一二三四五六七八九十百", r"(?<!\d)\d+周年|[一二三四五六七八九十百]+周年"),
    (Why.BASE, "每", r"每\d+(?:\.\d+)?[万亿千百]?(?![分成])"),
    (Why.ORDINAL, "第", rf"第\d+(?:\.\d+)?[万亿]?(?:{_TO}第?\d+)*"),
    (Why.ORDINAL, "第", rf"第[{_CN}百千万两]+(?:{_TO}第?[{_CN}百千]+)*"),
    (Why.RANK, "前", r"(?<![目提此年以日当之空向])前\d+(?:[-—–]\d+)?(?!天|年完|项)"),
    (Why.RANK, "后", r"后\d+[位名]"),
    (Why.NAME, _D, r"(?<![\d.,])(?:(?<=党的)\d{1,2}大|\d{1,2}大(?=以来|精神|报告|代表))"),
    (
        Why.RANK,
        "进升跃上提前退位名排跻居列",
        r"(?:进至|进到|升至|升到|跃升至|上升至|提升至|上升到|提升到|前移至|退至|位列|位居|名列|排名|排位|排在|跻身|[居列排](?=全|省|市|自治区|中部|西部))"
        r"[^，。；、,;\d]{0,10}?(?<![提上跃晋攀前后下][升进移退降])(?<![升进移退降]了)\d+[位名](?!专|教|师|次|学)(?:[、和]\d+[位名])*",
    ),
    (Why.RANK, "Tt", r"(?:TOP|Top|top)\d+"),
    (
        Why.RANK,
        _D + "一二三四五六七八九十百千",
        r"\d+强(?![度力调])|\d+快(?=[区县市])|[一二三四五六七八九十百千]+强(?![度力调化])",
    ),
    (Why.NAME, _D, r"(?<!\d)\d{1,2}0后"),
    (
        Why.NAME,
        _LATIN,
        r"(?<![A-Za-z])(?![A-Z]{2,}\d{3,}[台个家套辆部])[A-Za-z]+(?:[-－—]|\.(?=\d+(?![\d.])))?\d[\dA-Za-z.]*",
    ),
    (Why.THRESHOLD, _D, r"\d+(?:\.\d+)?(?:(?:英寸|吋|纳米)(?!以)|速(?=变速|自动|手动))"),
    (
        Why.NAME,
        "24",
        r"(?<!\d)24小时(?=响应|服务|自助|值守|值班|在线|不打烊|营业|政务|便民|智慧|无人|开放|监控|监测|热线)",
    ),
    (Why.NAME, _D, r"\d+分钟“?[^，。；、”\d]{0,6}[圈]"),
    (
        Why.NAME,
        _D,
        r"(?<![\d.])\d{1,3}(?:G|K|D|A|C|S|V|W|E|F|B|N|R|X|Y|Z|L|O|H|Q|U|J)(?![A-Za-z/])(?:[-+]?[A-Za-z\d]+)?",
    ),
    (Why.NAME, _D + "NnXx", r"(?:\d+|[NnXx])(?:[+＋](?:\d+|[A-Za-z]))+"),
    (Why.NAME, _D, r"\d+[×xX*]\d+(?:\.\d+)?(?:[万亿]?(?:千瓦|兆瓦|吨))?"),
    (Why.NAME, _D, r"\d+[·•∙・]\d+"),
    (Why.RATIO, _D, r"\d+(?:[:：]\d+)+"),
    (Why.NAME, _D, r"\d+(?:[#号]?[、和及与至—–-]\d+){0,12}(?:号(?!召)|#)"),
    (Why.NOTE, "[［(（", r"[\[［(（]\d{1,3}[\]］)）]"),
    (Why.NAME, "附", r"附[件表录图]\d+(?![\d.])"),
    (Why.NAME, _D, r"(?<![\d.])\d{1,2}\.0(?![\d亿万%‰]|个百分点|倍)"),
    (Why.NAME, "123", r"(?<!\d)[1-3]类(?=创新|新药|医疗器械|水|资质)"),
    (
        Why.NAME,
        _D + "国省县乡",
        r"\d+(?:国道|省道|县道)|[国省县乡]道\d+(?:[、和及与]\d{3}(?!\d))*(?!\d|公里|千米|米|条|处|座|个)|\d+世纪|\d+型(?!号)|(?<!\d)(?:985|211)(?=、|高校|工程|院校|大学)|\d{1,3}中(?=学|校|迁|新)",
    ),
    (
        Why.PHONE,
        "19",
        r"(?<!\d)(?:1[12]\d{3}|9[56]\d{3,4}|1[12]\d)(?=[“”]|热线|平台|政务|便民|服务|市民|急救|指挥|报警|接处|举报|投诉|线|诉求|工单|快速|”)",
    ),
    (Why.NAME, _D, r"\d+\.\d+(?:版|时代|阶段|模式|行动|工程)"),
    (Why.RATIO, _D, r"\d+/\d{2,}|\d{2,}/\d+"),
    (Why.QUOTED, "《", r"《[^》]{1,80}》"),
    (Why.QUOTED, "“", r"“[^“”]{1,14}”"),
    (Why.QUOTED, "‘", r"‘[^‘’]{1,12}’"),
    (Why.QUOTED, "「", r"「[^」]{1,14}」"),
    (Why.QUOTED, '"', r"\"[^\"，。]{1,12}\""),
    (Why.LIST_NUMBER, _D, r"(?:^|(?<=[。；;：:！]))\d{1,2}(?:[.．、](?!\d(?!\d{3}年|\+))|[）)])"),
    (Why.LIST_NUMBER, "（(", r"(?:^|(?<=[。；;：:，！]))[（(]\d{1,2}[）)]"),
    (
        Why.LIST_NUMBER,
        "".join(
            map(chr, (*range(0x2460, 0x2500), *range(0x2776, 0x2794), *range(0x3220, 0x3244), *range(0x3280, 0x328A)))
        ),
        ".",
    ),
)


_Rules = tuple[re.Pattern[str], tuple[Why, ...]]


def _compiled() -> dict[str, _Rules]:
    """For each character the alternation of the rules that it can begin, and their reasons by group."""
    made: dict[tuple[int, ...], _Rules] = {}
    found: dict[str, _Rules] = {}
    for first in sorted(set("".join(rule[1] for rule in _RULES))):
        which = tuple(at for at, rule in enumerate(_RULES) if first in rule[1])
        if which not in made:
            pattern = re.compile("|".join(f"({_RULES[at][2]})" for at in which))
            made[which] = pattern, tuple(_RULES[at][0] for at in which)
        found[first] = made[which]
    return found


_BY_FIRST = _compiled()
_FIRST = re.compile(f"[{re.escape(''.join(_BY_FIRST))}]|[^\\D0-9]")


def find_masks(text: str) -> list[Mask]:
    """Ranges of folded text in which no quantity is read, in order, none overlapping.

    >>> [(mask.start, mask.end, mask.why.value) for mask in find_masks("PM2.5和5G基站1000座")]
    [(0, 5, 'name'), (6, 8, 'name')]
    """
    found: list[Mask] = []
    at = 0
    while first := _FIRST.search(text, at):
        start = first.start()
        pattern, whys = _BY_FIRST.get(first[0]) or _BY_FIRST[_OTHER]
        match = pattern.match(text, start)
        if match is None or match.end() == start:
            at = start + 1
            continue
        at = match.end()
        found.append(Mask(start, at, whys[(match.lastindex or 1) - 1]))
    return found


def masked(text: str) -> list[tuple[int, int]]:
    """The bounds of `find_masks`."""
    return [(mask.start, mask.end) for mask in find_masks(text)]
