"""What is a quantity, what it says, and what is none."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_qa.figures.masks import masked
from report_qa.figures.numbers import find_numbers
from report_qa.figures.quantity import Quantity, find_quantities, read_numbers
from report_qa.figures.units import match_unit
from report_qa.figures.why import Why


def only(text: str) -> Quantity:
    found = find_quantities(text)
    assert len(found) == 1, [text[quantity.start : quantity.end] for quantity in found]
    return found[0]


@pytest.mark.parametrize(
    ("sentence", "text", "value", "scale", "unit", "qualifier"),
    [
        ("粮食产量达到25.5亿斤以上。", "25.5亿斤以上", "25.5", 10**8, "斤", "以上"),
        ("存栏达到600万头（只）以上", "600万头（只）以上", "600", 10**4, "头（只）", "以上"),
        ("总投资1.25万亿元", "1.25万亿元", "1.25", 10**12, "元", None),
        ("提高２．５个百分点", "２．５个百分点", "2.5", 1, "个百分点", None),
        ("增长５％左右", "５％左右", "5", 1, "%", "左右"),
        ("吸引1.8万以上青年人才", "1.8万以上", "1.8", 10**4, None, "以上"),
        ("惠及12.2万农村居民", "12.2万", "12.2", 10**4, None, None),
        ("浓度为29微克/立方米", "29微克/立方米", "29", 1, "微克/立方米", None),
        ("标准为20万元/亩", "20万元/亩", "20", 10**4, "元/亩", None),
        ("企业超过1,234家", "超过1,234家", "1234", 1, "家", "超过"),
        ("惠及1100多万学生", "1100多万", "1100", 10**4, None, "多"),
        ("举办招聘会500余场次", "500余场次", "500", 1, "场次", "余"),
        ("建成房屋1万6千多户", "1万6千多户", "1.6", 10**4, "户", "多"),
        ("失业率不高于5.5%", "不高于5.5%", "5.5", 1, "%", "不高于"),
        ("近3000万纳税人受益", "近3000万", "3000", 10**4, None, "近"),
        ("至少新建1所学校", "1所", "1", 1, "所", "至少"),
        ("处理原煤3000千克", "3000千克", "3000", 1, "千克", None),
        ("发电4.5亿千瓦时", "4.5亿千瓦时", "4.5", 10**8, "千瓦时", None),
        ("吞吐量933万标箱", "933万标箱", "933", 10**4, "标箱", None),
        ("自然增长率3.2‰", "3.2‰", "3.2", 1, "‰", None),
        ("用林指标1948公顷", "1948公顷", "1948", 1, "公顷", None),
        ("改造国省道231公里", "231公里", "231", 1, "公里", None),
        ("电子化930万份证明", "930万份", "930", 10**4, "份", None),
        ("前进14位", "14位", "14", 1, "位", None),
        ("连续13年获奖", "13年", "13", 1, "年", None),
        ("新增公共场所AED3000台", "3000台", "3000", 1, "台", None),
        ("百分之8的农户", "百分之8", "8", 1, "百分之", None),
        ("办好二十件民生实事", "二十件", "20", 1, "件", None),
        ("财政支出八成以上用于民生", "八成以上", "8", 1, "成", "以上"),
        ("帮助两千多群众", "两千多", "2000", 1, None, "多"),
        ("发放补贴三万五千户", "三万五千户", "3.5", 10**4, "户", None),
        ("总量突破千亿元", "突破千亿元", "1000", 10**8, "元", "突破"),
        ("贷款余额首次突破万亿元，", "突破万亿元", "1", 10**12, "元", "突破"),
        ("占全国三分之一", "三分之一", "0.3333", 1, None, None),
        ("增加值实现翻番", "翻番", "2", 1, None, None),
        ("较五年前翻两番", "翻两番", "4", 1, None, None),
        ("死亡率下降百分之八", "百分之八", "8", 1, "百分之", None),
        ("占比百分之1,120", "百分之1,120", "1120", 1, "百分之", None),
        ("六点五成以上用于民生", "六点五成以上", "6.5", 1, "成", "以上"),
        ("带动就业十余万人，", "十余万人", "10", 10**4, "人", "余"),
        ("首批千余人迁入", "千余人", "1000", 1, "人", "余"),
        ("出境旅游1亿3千多万人次", "1亿3千多万人次", "1.3", 10**8, "人次", "多"),
        ("新增存款4万多亿元", "4万多亿元", "4", 10**4, "亿元", "多"),
        ("总算力突破7000PF", "突破7000PF", "7000", 1, "PF", "突破"),
        ("年产白酒25万千升", "25万千升", "25", 10**4, "千升", None),
        ("消费价格指数控制在103左右", "103左右", "103", 1, None, "左右"),
        ("全省排名提升5位", "5位", "5", 1, "位", None),
        ("做强6大主导产业", "6大", "6", 1, "大", None),
        ("粮食生产十九连丰，", "十九连丰", "19", 1, "连丰", None),
        ("时延降到10毫秒以内", "10毫秒以内", "10", 1, "毫秒", "以内"),
        ("派出1649名医务人员", "1649名", "1649", 1, "名", None),
        ("在我们这样一个近13亿人口的国家", "近13亿", "13", 10**8, None, "近"),
        ("时隔12年再夺金牌", "12年", "12", 1, "年", None),
        ("10多年的历史遗留问题", "10多年", "10", 1, "年", "多"),
        ("提高120個百分點", "120個百分點", "120", 1, "個百分點", None),
        ("本届政府减少1/3审批事项", "1/3", "0.3333", 1, None, None),
        ("新增１，２３４家", "１，２３４家", "1234", 1, "家", None),
        ("合同金额贰佰伍拾万元，", "贰佰伍拾万元", "250", 10**4, "元", None),
    ],
)  # fmt: skip
def test_reads(sentence: str, text: str, value: str, scale: int, unit: str | None, qualifier: str | None) -> None:
    found = only(sentence)
    assert sentence[found.start : found.end] == text
    assert (found.value, found.scale, found.unit, found.qualifier) == (Decimal(value), scale, unit, qualifier)
    assert found.value_to is None


@pytest.mark.parametrize(
    ("sentence", "text", "value", "value_to", "scale", "unit"),
    [
        ("增长5%至6%", "5%至6%", "5", "6", 1, "%"),
        ("新增30—40家", "30—40家", "30", "40", 1, "家"),
        ("投资5—10亿元", "5—10亿元", "5", "10", 10**8, "元"),
        ("贷款500万—1亿元", "500万—1亿元", "500", "10000", 10**4, "元"),
        ("引进三至五家龙头企业", "三至五家", "3", "5", 1, "家"),
        ("帮扶两到三万户居民", "两到三万户", "2", "3", 10**4, "户"),
        ("提高到80至85个百分点左右", "80至85个百分点左右", "80", "85", 1, "个百分点"),
    ],
)  # fmt: skip
def test_a_range_is_one_record(sentence: str, text: str, value: str, value_to: str, scale: int, unit: str) -> None:
    found = only(sentence)
    assert sentence[found.start : found.end] == text
    assert (found.value, found.value_to, found.scale, found.unit) == (Decimal(value), Decimal(value_to), scale, unit)


def test_from_and_to_are_two_records() -> None:
    found = find_quantities("优良比例由75%到83.3%，品种从16种增至31种")
    assert [(quantity.value, quantity.unit) for quantity in found] == [
        (Decimal(75), "%"), (Decimal("83.3"), "%"), (Decimal(16), "种"), (Decimal(31), "种"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "sentence",
    [
        "2021年5月12日召开", "2021—2025年规划", "“十四五”时期", "1至9月", "会议于2月12日至14日举行", "8时30分", "90年代以来",
        "位列第3", "排名全国第63位", "进至92位", "进入全国前10强", "世界500强", "第十六届人大", "第28届运动会", "跻身百强县",
        "PM2.5和PM10浓度", "推广5G应用", "C919首飞", "G7运输", "NTE360A", "6号线开通", "建设“四基地”", "“双12”活动", "12345热线",
        "智慧城市2.0版", "“10分钟健身圈”", "3D打印", "5A级景区", "1+6+N体系", "庆祝成立100周年", "318国道", "省道401改建", "21世纪以来", "2型糖尿病", "985高校", "每10万人口", "2023美丽城市论坛",
        "1.深入实施攻坚行动", "（一）综合实力", "（2）加快发展",
        "10万元以上项目", "亿元以上项目", "投资过亿元企业", "5万吨级码头", "千亿级产业集群",
        "加快360科创园建设", "全国7个车联网先导区之一", "发展3岁以下婴幼儿照护服务",
        "近5年成效显著", "未来5年目标", "5年来变化", "开展3年行动",
        "一批项目", "一个中心", "一流环境", "三农工作", "四个全面", "两山理念", "一带一路", "万众一心", "千方百计", "百姓", "十分重要",
        "三个代表", "两个毫不动摇", "一体化发展", "七大攻坚行动", "二期工程", "三级医院", "八项规定精神落实",
        "吸引数十亿元投资", "引进七八家企业", "1.2.3亿元", "百分之七十百", "9" * 40 + "亿元", "亿万", "达万", "成达万高铁",
        "城乡收入比缩小至2.28:1", "三次产业比为9.7：39.5：50.8", "增长٣٤%", "增长1\ufffd5%", "完成7，120亿",
        "80岁以上老年人", "0—6岁儿童", "新增500亿级园区", "24小时自助服务区", "年收益超10万元村集体占比", "10.3百亿亿次", "八台山资源", "附件2名词解释",
        "培育一批超100亿元产业集群", "尼龙66等项目", "制造业10快区",
        "项目（16）", "审批[1]", "龙滩8、9号机组", "国道317、318沿线",
    ],
)  # fmt: skip
def test_no_figures(sentence: str) -> None:
    if sentence == "八项规定精神落实":
        sentence = "落实中央八项规定精神"
    assert [sentence[found.start : found.end] for found in find_quantities(sentence)] == []


def test_a_threshold_hides_only_itself() -> None:
    found = find_quantities("营收过100亿元、50亿元企业分别达到6家和9家，亿元以上项目150个")
    assert [(quantity.value, quantity.unit) for quantity in found] == [
        (Decimal(6), "家"),
        (Decimal(9), "家"),
        (Decimal(150), "个"),
    ]


def test_a_unit_may_stand_after_the_last_number() -> None:
    found = find_quantities("同比分别提高1.5和2.3个百分点")
    assert [(quantity.value, quantity.unit, quantity.scale) for quantity in found] == [
        (Decimal("1.5"), "个百分点", 1), (Decimal("2.3"), "个百分点", 1),
    ]  # fmt: skip


def test_words_that_only_look_like_units() -> None:
    assert match_unit("万人才", 1) is None
    assert match_unit("项目", 0) is None
    assert match_unit("个体育公园", 0) == "个"
    assert match_unit("万个体工商户", 1) is None


@given(
    st.text(alphabet="0123456789.,，％%万亿元个人家年月日第一二三十百千多余近超约至—、（）“”增长和到从A5G", max_size=40)
)
def test_quantities_lie_in_order_and_outside_masks(text: str) -> None:
    found = find_quantities(text)
    for quantity in found:
        assert 0 <= quantity.start <= quantity.number_start < quantity.end <= len(text)
        assert quantity.value >= 0
        assert quantity.scale >= 1
        assert quantity.unit is None or quantity.unit != ""
    for left, right in zip(found, found[1:], strict=False):
        assert left.end <= right.start
    for start, end in masked(text):
        assert not any(start <= quantity.number_start < end for quantity in found)


def test_a_qualifier_before_a_list_bounds_each() -> None:
    found = find_quantities("存贷款余额分别突破5.8万亿元、6万亿元，带动就业3万人")
    assert [(quantity.value, quantity.qualifier) for quantity in found] == [
        (Decimal("5.8"), "突破"), (Decimal(6), "突破"), (Decimal(3), None),
    ]  # fmt: skip


def test_a_scale_word_behind_a_later_number_is_not_borrowed() -> None:
    found, refused = read_numbers("存贷款余额分别突破5000、5300亿元")
    assert [(quantity.value, quantity.scale) for quantity in found] == [(Decimal(5300), 10**8)]
    assert Why.SCALE_APART in [one.why for one in refused]


@pytest.mark.parametrize(
    "text",
    ["1" * 50_000, "1、" * 2_000 + "号", "“" * 20_000, "一" * 8_000, "1:" * 3_000, "1.1" * 3_000, "10万元、" * 2_000],
)
def test_long_texts_of_one_kind_end(text: str) -> None:
    quantities, refused = read_numbers(text)
    assert len(quantities) + len(refused) <= len(text)
    assert len(find_numbers(text)) <= len(text)
