"""Subjects that a clause leaves out or only hints at (增长5%, 占全省32%, 省级226家), completed from those before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from report_qa.figures.nouns import is_verb, without_verb
from report_qa.figures.words import DEPENDENT, LEVEL, LEVEL_START, MONEY_ONLY, SHARE, VERBS_ONLY

_SHARE_SAID = re.compile(r"(?:比重|比例|份额|占比)$")
_SHARE_OF_LAST = re.compile(r"、(占[^占、]+)$")
_AMOUNT_AT_END = re.compile(
    r"(?:(?:播种|种植|养殖|认证)?面积|产量|增加值|总产值|产值|营业收入|营收|规模|总收入|主营业务收入)$"
)
_NEW = re.compile(
    r"^(?:新增|净增|新认定|新培育|新建|新登记|新设|新引进|新接入|新开通|新备案|新获批|新纳入|新落地|年内净增)"
)
_NEW_AT_END = re.compile(r"(?<=[\u4e00-\u9fff]{2})(?:新增|净增|新登记|新设)$")
_RATE_AT_END = re.compile(r"(?:增速|增幅|占.{1,14}比重|总量)$")
_PROGRESS_AT_END = re.compile(
    r"(?:新?竣工投产|新?竣工|新?开工|完成投资|新?签约|落地|注册落地|新开工|建成|新?投产|废止|宣布失效|失效|修改|修订|完工|新增)$"
)
_PROJECT = re.compile(r"(?:项目|工程|企业|园区|小区)$")
_AMOUNTS = frozenset(
    (
        "产量",
        "总产量",
        "年产量",
        "金额",
        "货值",
        "投资额",
        "总投资额",
        "销售额",
        "年产值",
        "综合产值",
        "产能",
        "亩产",
        "增加值",
        "营业收入",
        "营收",
        "利润",
        "利润总额",
        "利税",
        "产值",
        "总产值",
        "税收",
        "实现利润",
    )
)
_PEOPLE = frozenset(("人", "名", "人次"))
_OF_AN_INDUSTRY = re.compile(r"(?:产业|业|集群|经济|企业)$")
_UNSERVED = re.compile(r"(?:率|面积|比重|占比|消费|完工|惠及|受益|涉及)(?:惠及|受益|涉及)$")
_RATE_OF = re.compile(r"(?P<doing>(?!赤字|利润|税收|利用)[\u4e00-\u9fff]{2})率")
_CONTRIBUTES = re.compile(r"^对[^，。、]{1,16}(?:贡献率?|拉动率)(?:为|达|是)?$")
_UNDERTAKING = re.compile(r"(?:改造|建设|项目|工程|整治|修复)$")
_REACH = frozenset(("惠及", "受益", "涉及"))
_LONGEST_REACH = 24  # characters
_COUNTS = frozenset("个项家座所处条户套台")


def complete(subject: str, unit: str | None, known: Sequence[tuple[str, str | None]], before: str | None) -> str | None:
    """The full metric of a subject, given the metrics (with their units) named before it in the sentence.

    >>> complete("", "%", [("外贸进出口总额", "元")], None), complete("占全省", "%", [("粮食产量", "斤")], None)
    ('外贸进出口总额', '粮食产量占全省比重')
    """
    last = known[-1][0] if known else before
    share = _SHARE_OF_LAST.search(subject)
    subject = share[1] if share else subject
    if not subject:
        return last
    if subject.startswith("占") and SHARE.search(subject):
        subject = subject if _SHARE_SAID.search(subject) else subject + "比重"
        return _stem(last) + subject if last else subject
    if subject in _REACH and known and last and len(last) <= _LONGEST_REACH and not _UNSERVED.search(last + subject):
        return last + subject
    if SHARE.search(subject) and not _SHARE_SAID.search(subject):
        return subject + "比重"
    rate = _RATE_OF.fullmatch(subject)
    if rate and last and known and last.endswith(rate["doing"]) and len(last) > len(rate["doing"]):
        return last + "率"
    if _CONTRIBUTES.match(subject):
        return _stem(last) + subject if last and len(last) <= _LONGEST_REACH else subject
    if DEPENDENT.match(subject):
        return total_of(_stem(last)) + subject if last else subject
    if (
        last
        and known
        and subject in _AMOUNTS
        and (known[-1][1] not in _PEOPLE if known[-1][1] else _OF_AN_INDUSTRY.search(last))
    ):
        return _amount_of(last, subject)
    verb = VERBS_ONLY.match(subject) is not None or is_verb(subject)
    if verb or MONEY_ONLY.match(subject):
        owner = _owner(known, unit if verb else None)
        if owner is None and verb and known and known[-1][1] is None and _UNDERTAKING.search(known[-1][0]):
            owner = known[-1][0]
        return owner + subject if owner else subject
    if LEVEL.match(subject):
        return with_level(subject, last)
    return subject


def total_of(metric: str) -> str:
    """新增企业1238家，总量达7889家: a total is not that of the new ones."""
    return _NEW_AT_END.sub("", _NEW.sub("", metric)) or metric


def _stem(metric: str) -> str:
    return _RATE_AT_END.sub("", metric) or metric


def _amount_of(last: str, subject: str) -> str:
    """粮食播种面积68.7万亩、产量26.1万吨: an amount without owner is that of the metric before it."""
    if subject == "税收" and last.endswith("收入"):
        return subject
    owner = _AMOUNT_AT_END.sub("", without_verb(last))
    return owner + subject if 2 <= len(owner) <= 14 else subject


def _owner(known: Sequence[tuple[str, str | None]], unit: str | None) -> str | None:
    """The things that the sentence counted last (重大项目715个), whose money or progress follows."""
    for metric, counted in reversed(known):
        if counted in _COUNTS or (unit is not None and counted == unit):
            noun = _PROGRESS_AT_END.sub("", without_verb(metric))
            return noun if counted == unit or _PROJECT.search(noun) else None
    return None


def is_level(metric: str) -> bool:
    """Whether a metric names only a level (省级, 市级)."""
    return LEVEL.match(metric) is not None


def with_level(level: str, last: str | None) -> str:
    """The metric of `last` at another level (国家级平台11家、省级226家)."""
    if last is None:
        return level
    found = LEVEL_START.match(last)
    if found:
        return (found["verb"] or "") + level + last[found.end() :]
    return level + without_verb(last)
