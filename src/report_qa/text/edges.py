"""What a newspaper prints at the edge of its page: its name, the day, the page's number and name, who edited it, where to call."""

from __future__ import annotations

import re
from collections.abc import Sequence

from report_qa.text.lines import Line
from report_qa.text.titles import ADDRESS

_DAY = r"(?:《[^《》]{2,10}》\s*)?[（(]?(?:19|20)\d\d\s*[年.\-/]\s*\d{1,2}\s*[月.\-/]\s*\d{1,2}\s*日?"
_WEEKDAY = r"(?:星期|礼拜|周)\s*[一二三四五六日天]"
_LUNAR = r"(?:农历|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年)\S{0,8}"
_PAGE = r"(?:第\s*)?[A-Za-z]?\s*\d{1,2}\s*[版版面](?:面)?|第\s*[A-Za-z]?\s*\d{1,2}\s*版|[A-D]\s*\d{1,2}|[一二三四五六七八九十]{1,2}版"
_NAME = r"[\u4e00-\u9fff·]{1,3}(?:[\s　][\u4e00-\u9fff])?[\u4e00-\u9fff]?"
_ROLE = (
    r"(?:本版)?(?:责任?编辑?|责编|编辑|执行编辑|主编|执行主编|编审|版式|版面设计|排版|组版|美术?编辑?|美编|设计|制图|校对|检校|校检|审校|审读|一读|"
    r"值班(?:主任|编委|总编|编辑)|统筹|策划|监制|视觉|图编|签发|初审|复审|终审|二审|三审|审核|审签|电子信箱|新闻热线|广告热线|发行热线|热线|电话)"
)
_CREDIT = rf"(?:{_ROLE}\s*[：:/／|｜]|(?:本版)?(?:责任?编辑?|责编|编辑|版式|校对|美编)\s)\s*(?:{_NAME}|[0-9\-—()（）]{{7,20}}|\S+@\S+)"
_ADDRESS = r"(?:本报|报社)?(?:社址|地址|邮编|邮政编码|总编室|编辑部|广告部|发行部|办公室|投诉电话|订报热线)\s*[：:]\s*[^\s，。；：]{2,30}"
_ISSUE = r"(?:今日|本期)\s*(?:共)?\s*\d{1,3}\s*版|(?:总?第|总)\s*\d{2,6}\s*期|(?:国内|国际)?(?:统一)?(?:连续出版物号|刊号)\s*[：:]?\s*(?:CN|ISSN)?\s*[\d\-/A-Z]+|邮发代号\s*[：:]?\s*\d+-\d+|CN\d\d-\d{4}|零售价\S{0,8}"
_SECTION = (
    r"(?:要闻|综合|时政|经济|社会|民生|国内|国际|本地|本市|理论|文化|体育|教育|专题|专版|特刊|特别报道|两会(?:特刊|专题|聚焦|特别报道)?|视点|焦点|聚焦|"
    r"深度|时评|评论|副刊|头版|公告|时事|广告|关注|导读|权威发布|聚焦两会)(?:新闻|要闻|版|周刊)?"
)
_PAPER = r"[《]?[\u4e00-\u9fff]{2,8}(?:日报|晚报|晨报|早报|时报|商报|都市报|新报|导报)[》]?(?:社)?"
_BETWEEN = r"[\s·•|｜/／—\-_，,）)：:]*"
_EDGE = rf"(?:{_PAGE}|{_ISSUE}|{_CREDIT}|{_ADDRESS}|{_LUNAR}|{_DAY}{_BETWEEN}(?:{_WEEKDAY}|(?:{_PAGE})[）)]?))"
_ANY = rf"(?>{_EDGE}|{_DAY}|{_WEEKDAY}|{_SECTION}|{_PAPER})"
_SURE = re.compile(rf"(?:(?:{_PAPER}|{_SECTION}){_BETWEEN})?{_EDGE}(?:{_BETWEEN}{_ANY})*+{_BETWEEN}")
_BESIDE = re.compile(rf"{_DAY}[）)]?|{_WEEKDAY}|{_SECTION}|{_PAPER}|{_LUNAR}")
_LONGEST = 60
_SHEET = re.compile(r"[A-D]?\s*\d{1,2}")
_SET_APART = re.compile(r"(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])")


def newspaper_edges(lines: Sequence[Line]) -> list[int]:
    """Lines wholly of what stands at a newspaper page's edge; a day, a paper's or a page's name only beside another of them."""
    begun = next(
        (at for at, line in enumerate(lines) if ADDRESS.match(line.text) or len(line.text) > _LONGEST), len(lines)
    )
    short = [at for at, line in enumerate(lines) if len(line.text) <= _LONGEST]
    found = {at for at in short if _SURE.fullmatch(lines[at].text) and not _SHEET.fullmatch(lines[at].text)}
    weak = {at for at in short if at > begun and _is_beside(lines[at].text)}
    grown = sorted(found)
    while grown:
        at = grown.pop()
        for beside in (at - 1, at + 1):
            if beside in weak and beside not in found:
                found.add(beside)
                grown.append(beside)
    return [lines[at].number for at in sorted(found)]


def _is_beside(text: str) -> bool:
    return bool(_BESIDE.fullmatch(_SET_APART.sub("", text)) or _SHEET.fullmatch(text))
