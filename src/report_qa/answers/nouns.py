"""The noun of a measure (产量, 税收, 吞吐量): a figure of another measure is no answer, however alike the rest is."""

from __future__ import annotations

import re

_MEASURES = tuple(
    (re.compile(asked), re.compile(printed))
    for asked, printed in (
        (r"单产", r"单产|亩产"),
        (r"(?<![单])产量", r"产量|收获|出栏"),
        (r"产值", r"产值"),
        (r"增加值", r"增加值"),
        (r"销售?量", r"销售?量|销售"),
        (r"销售额|销售收入", r"销售"),
        (r"税收", r"(?<![减退免缓])税"),  # 减税降费 and 退税 are none that was taken
        (r"吞吐量", r"吞吐"),
        (r"人口(?!密度|城镇化|自然)|\bpopulation\b", r"人口(?!城镇化)|人数|[万千]人|净流"),
        (r"死亡(?:人数|率)", r"死亡"),
        (r"寿命", r"寿命"),
        (r"装机", r"装机"),
        (r"成交额|交易额", r"成交|交易"),
        (r"余额", r"余额|贷款|存款"),
        (r"利润", r"利润"),
        (r"(?<!招商)(?<!引)投资(?!者|商|促进|环境|项目)", r"投资|投入|投向"),
        (r"收入", r"收入|营收|所得|创收|收益|净收"),
        (r"支出", r"支出|投入|用于|安排"),
        (r"贷款", r"贷"),
        (r"存款", r"存"),
        (r"(?<!进)出口", r"出口|外贸|进出口|海外|境外"),
        (r"专利", r"专利"),
        (r"标准", r"标准|提高到|提高至|每[人年月]|人均"),
        (r"寿命|预期寿命", r"寿命"),
        (r"密度", r"密度"),
        (r"浓度", r"浓度|PM|微克"),
        (r"里程", r"里程|公里"),
        (r"占.{1,10}(?:比重|比例)|占比", r"占|比重|比例|分之"),
        (r"岗位", r"岗位|就业|招聘"),
        (r"外资", r"外资|外商|境外投资|使用外"),
        (r"人均", r"人均|每人|户均|纯收入"),
    )
)


_SHARE_ASKED = re.compile(r"占|比重|比例|份额|百分|几成|share|proportion|ratio", re.IGNORECASE)
_SHARE_OF = re.compile(r"占.+(?:比重|比例)|占比")


def is_share_unasked(question: str, metric: str) -> bool:
    """Whether a metric is a share of something (特色农业产值占农业总产值比重) and the question does not ask for a share."""
    return _SHARE_OF.search(metric) is not None and _SHARE_ASKED.search(question) is None


def measures_asked(topic: str) -> tuple[re.Pattern[str], ...]:
    """What a clause must have, one pattern for each noun of a measure in a question's topic."""
    return tuple(printed for asked, printed in _MEASURES if asked.search(topic))
