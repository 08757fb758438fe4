"""A metric has one key under all its wordings, and two metrics never share one."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_qa.figures.identity import MetricKey, metric_key, metric_keys
from report_qa.figures.metric_words import NO_METRICS, MetricWords
from report_qa.settings import shipped_folder
from tests.answers.conftest import make_figure

WORDS = MetricWords.open(shipped_folder("lexicon"))
HOME = "苏州市"


def key(metric: str, unit: str | None = "元", change: str | None = None, **fields: Any) -> MetricKey:
    home = fields.pop("home", HOME)
    return metric_key(make_figure(metric=metric, unit=unit, change=change, **fields), WORDS, home)


@pytest.mark.parametrize(
    ("wordings", "unit", "change", "text"),
    [
        (("规上工业增加值", "规模以上工业增加值", "工业增加值（规模以上）", "全市规模工业增加值"), "%", "增长",
         "industrial_added_value+above_scale/growth/share"),
        (("GDP", "地区生产总值", "国内生产总值", "全市生产总值", "经济总量", "GDP总量"), "元", None, "gdp/level/money"),
        (("社会消费品零售总额", "社零总额", "社会消费品零售额", "全社会消费品零售总额"), "%", "增长", "retail_sales/growth/share"),
        (("固定资产投资", "固投", "固定资产投资（不含农户）", "完成固定资产投资"), "%", "增长", "fixed_investment/growth/share"),
        (("一般公共预算收入", "公共财政预算收入", "完成一般公共预算收入", "地方一般公共预算收入"), "元", "达到", "budget_revenue/level/money"),
        (("城镇居民人均可支配收入", "城镇常住居民人均可支配收入", "城镇居民收入"), "元", "达到", "income+urban/level/money"),
        (("居民人均可支配收入", "全体居民人均可支配收入"), "%", "增长", "income/growth/share"),
        (("粮食产量", "粮食总产量", "粮食总产", "完成粮食产量"), "斤", None, "grain/level/mass"),
        (("城镇新增就业", "新增城镇就业", "城镇新增就业人数"), "人", None, "new_jobs/level/people"),
        (("居民消费价格涨幅", "CPI涨幅", "居民消费价格总水平涨幅"), "%", "控制在", "cpi/growth/share"),
        (("进出口总额", "外贸进出口总值", "货物进出口额", "外贸进出口"), "元", None, "foreign_trade/level/money"),
        (("全社会研发投入强度", "R&D经费占GDP比重", "全社会研发经费支出相当于全市生产总值的比例"), "%", None, "rd_intensity/level/share"),
        (("新增国家级专精特新“小巨人”企业", "国家专精特新小巨人企业新增"), "家", None, "little_giant+new/level/count"),
        (("高新技术企业", "国家高新技术企业总数"), "户", "达到", "hightech_firms/level/count"),
        (("老旧小区改造", "改造老旧小区", "完成老旧小区改造", "提升改造老旧小区"), "个", None, "改造老旧小区/level/count:个"),
        (("新（改）建农村公路", "新建改建农村公路", "新改建农村公路", "新建、改建农村公路"), "公里", None, "新改建农村公路/level/length"),
        (("民营经济增加值占GDP比重", "民营经济增加值占地区生产总值的比例"), "%", None, "private_economy占gdp/share/share"),
        (("新登记经营主体", "市场主体新登记", "新登记注册各类市场主体"), "户", None, "business_entities_registered/level/count"),
        (("ＰＭ2.5平均浓度", "PM2.5浓度"), "微克/立方米", "降至", "pm25/level/concentration"),
    ],
)  # fmt: skip
def test_wordings_of_one_metric_have_one_key(
    wordings: tuple[str, ...], unit: str, change: str | None, text: str
) -> None:
    assert [key(wording, unit, change).text for wording in wordings] == [text] * len(wordings)


@pytest.mark.parametrize(
    ("one", "other", "unit"),
    [
        ("规上工业增加值", "工业增加值", "元"),
        ("规上工业增加值", "规上工业总产值", "元"),
        ("城镇居民人均可支配收入", "农村居民人均可支配收入", "元"),
        ("城镇居民人均可支配收入", "居民人均可支配收入", "元"),
        ("城乡居民人均可支配收入", "居民人均可支配收入", "元"),
        ("财政收入", "一般公共预算收入", "元"),
        ("财政总收入", "一般公共预算收入", "元"),
        ("固定资产投资", "全社会固定资产投资", "元"),
        ("工业投资", "工业技改投资", "元"),
        ("进出口总额", "出口总额", "元"),
        ("进出口总额", "跨境电商进出口额", "元"),
        ("高新技术企业", "新增高新技术企业", "家"),
        ("新增高新技术企业", "净增高新技术企业", "家"),
        ("城镇调查失业率", "城镇登记失业率", "%"),
        ("常住人口城镇化率", "户籍人口城镇化率", "%"),
        ("改造老旧小区", "开工改造老旧小区", "个"),
        ("建成5G基站", "新建5G基站", "个"),
        ("省级专精特新企业", "专精特新企业", "家"),
        ("昆山市地区生产总值", "地区生产总值", "元"),
        ("全省地区生产总值占全国比重", "地区生产总值占全省比重", "%"),
        ("本外币贷款余额", "本外币存贷款余额", "元"),
    ],
)
def test_near_metrics_have_two_keys(one: str, other: str, unit: str) -> None:
    assert key(one, unit) != key(other, unit)


def test_the_central_trap_is_one_metric_in_three_periods() -> None:
    """Last year's result, this year's target and a term's average are put side by side, each with what it says."""
    last = key("全市地区生产总值", "%", "同比增长")
    target = key("地区生产总值", "%", "增长", status="target")
    level = key("地区生产总值", "元", "达到")
    average = key("地区生产总值", "%", "年均增长")
    assert last == target
    assert len({last.concept, level.concept, average.concept}) == 1
    assert (level.aspect, last.aspect, average.aspect) == ("level", "growth", "yearly_growth")


def test_an_amount_in_per_cent_is_what_it_grows_by_and_a_rate_its_level() -> None:
    assert key("地区生产总值", "%", value=Decimal(5)).text == "gdp/growth/share"
    assert key("地区生产总值增速", "%", value=Decimal(5)).text == "gdp/growth/share"
    assert key("城镇调查失业率", "%", value=Decimal(5)).aspect == "level"
    assert key("规上工业企业", "%", value=Decimal(45)).aspect == "level"  # 45%的规上工业企业: a part of them


@pytest.mark.parametrize(
    ("metric", "unit", "change", "aspect", "base"),
    [
        ("出口", "%", "比2019年增长", "growth", "2019年"),
        ("出口", "%", "比上年增长", "growth", ""),
        ("出口", "个百分点", "高于全国", "lead", "全国"),
        ("出口", "倍", "是2020年的", "ratio", "2020年"),
        ("固定资产投资", "%", "完成年度计划的", "plan", "年度计划"),
        ("粮食产量", "年", "连续", "streak", ""),
        ("旅游收入占GDP比重", "%", None, "share", ""),
        ("旅游收入占GDP比重", "个百分点", "提高", "growth", ""),
        ("新增就业", "人", "年均", "yearly", ""),
        ("经济实力", "位", "前进", "rank", ""),
    ],
)
def test_the_aspect_tells_what_is_said_of_a_metric(
    metric: str, unit: str, change: str | None, aspect: str, base: str
) -> None:
    found = key(metric, unit, change)
    assert (found.aspect, found.base) == (aspect, base)


def test_the_kind_tells_money_from_money_of_another_country_and_counts_by_classifier() -> None:
    assert key("合同外资", "美元").kind == "money:usd"
    assert key("重点项目", "个").kind == "count:个"
    assert key("低保标准", "元/月").kind == "money/月"
    assert key("重点项目", "个") != key("重点项目", "元")


def test_what_is_local_only_in_a_local_report_stays_apart_in_the_nation_s() -> None:
    assert key("地方一般公共预算收入") == key("一般公共预算收入")
    assert key("地方一般公共预算收入", home=None) != key("一般公共预算收入", home=None)
    assert key("全国居民人均可支配收入", home="全国") == key("居民人均可支配收入", home="全国")
    assert key("全国居民人均可支配收入") != key("居民人均可支配收入")


def test_the_report_s_own_place_is_left_out() -> None:
    assert key("苏州市地区生产总值") == key("地区生产总值")
    assert key("昆山市地区生产总值").concept == "昆山市生产总值"


def test_a_total_behind_what_is_new_is_not_new() -> None:
    assert key("新增经营主体总量", "户").scope == ()
    assert key("新增经营主体", "户").scope == ("new",)
    assert key("培育高新技术企业总量", "家") != key("新培育高新技术企业", "家")


def test_keys_are_those_of_each_figure_in_order() -> None:
    figures = [make_figure(metric=metric) for metric in ("新建幼儿园", "幼儿园新建", "公园", "新建幼儿园")]
    keys = metric_keys(figures, WORDS, HOME)
    assert keys == tuple(metric_key(figure, WORDS, HOME) for figure in figures)
    assert keys[0] == keys[1] == keys[3] != keys[2]


def test_without_a_file_metrics_are_known_by_their_own_words() -> None:
    found = metric_key(make_figure(metric="规模以上工业增加值", unit="元"), NO_METRICS)
    assert found.text == "规模以上工业增加值/level/money"


HAN = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), min_size=1, max_size=20)
LIKELY = st.lists(
    st.sampled_from(["新增", "规上", "工业", "增加值", "占", "GDP", "比重", "增速", "完成", "改造", "小区", "总量", "城镇", "居民", "收入", "和", "的", "（", "）", "全市", "年均"]),
    min_size=1, max_size=8,
).map("".join)  # fmt: skip


@given(st.one_of(HAN, LIKELY, st.text(min_size=1, max_size=20)), st.sampled_from(["元", "%", "家", None]))
def test_every_metric_has_a_key_and_marks_change_nothing(metric: str, unit: str | None) -> None:
    found = key(metric, unit)
    assert found.text.count("/") >= 2
    assert found == key(metric, unit)
    assert key(f"“{metric}”", unit).concept == found.concept


@given(LIKELY)
def test_a_growth_rate_and_a_level_never_share_a_key(metric: str) -> None:
    assert key(metric, "%", "增长") != key(metric, "元", "达到")
    assert key(metric, "元", "增长") != key(metric, "元", "达到")
