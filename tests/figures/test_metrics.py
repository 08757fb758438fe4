"""What each figure of a sentence measures, and how it changed. Every sentence here is made up."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from report_qa.figures.changes import Reading, read_left
from report_qa.figures.figure import Figure
from report_qa.figures.lists import all_items, items_of, town_and_country

Read = Callable[..., list[Figure]]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("规上工业增加值同比增长14.1%。", [("14.1%", "规上工业增加值", "同比增长")]),
        ("全年空气优良天数达到303天。", [("303天", "空气优良天数", "达到")]),
        ("到2025年，森林覆盖率提高到18.3%。", [("18.3%", "森林覆盖率", "提高到")]),
        ("确保优良天数比例保持在85%以上。", [("85%以上", "优良天数比例", "保持在")]),
        ("办事跑动率压缩到7.2%。", [("7.2%", "办事跑动率", "压缩到")]),
        ("单位能耗较上年下降12.3%。", [("12.3%", "单位能耗", "较上年下降")]),
        ("经济增长预期目标为7%左右。", [("7%左右", "经济增长预期目标", "增长")]),
        ("人口自然增长率6.45‰。", [("6.45‰", "人口自然增长率", None)]),
        ("城镇新增就业人数年均超过46万人。", [("超过46万人", "城镇新增就业人数", "年均")]),
        ("退休人员养老金总体上调2%。", [("2%", "退休人员养老金", "上调")]),
        ("医保补助标准提高到人均640元。", [("640元", "医保补助标准", "提高到")]),
        ("审批事项减少了40项。", [("40项", "审批事项", "减少")]),
        ("连续三年守住了不发生区域性风险底线。", [("三年", "守住了不发生区域性风险底线", "连续")]),
        ("金融业增加值实现10%以上增长。", [("10%以上", "金融业增加值", "增长")]),
        ("城镇登记失业率控制在4%以内。", [("4%以内", "城镇登记失业率", "控制在")]),
        ("建成养老服务站点119个。", [("119个", "建成养老服务站点", None)]),
        ("完成投资4559亿元。", [("4559亿元", "完成投资", None)]),
        ("17796名建档立卡贫困人口全部脱贫。", [("17796名", "建档立卡贫困人口", None)]),
        ("新建、改造150座公共厕所。", [("150座", "新建、改造公共厕所", None)]),
        ("870项代表建议和1543项委员提案全部办复。", [("870项", "代表建议", None), ("1543项", "委员提案", None)]),
        ("实施总投资5962亿元的重大项目902个。", [("5962亿元", "重大项目总投资", None), ("902个", "重大项目", None)]),
    ],
)  # fmt: skip
def test_one_clause(read: Read, sentence: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert [(figure.text, figure.metric, figure.change) for figure in read(sentence)] == expected


@pytest.mark.parametrize(
    ("sentence", "metrics"),
    [
        # a clause without a subject continues the one before
        ("外贸进出口总额完成246亿元，增长55.5%，占全省32.6%。", ["外贸进出口总额", "外贸进出口总额", "外贸进出口总额占全省比重"]),
        ("研发投入达到1055亿元，占地区生产总值比重达到4.1%。", ["研发投入", "研发投入占地区生产总值比重"]),
        ("粮食总产157亿斤、增长2.5%。", ["粮食总产", "粮食总产"]),
        # progress and money of what was counted
        ("实施重大项目715个，完成投资1311亿元，竣工305个。", ["实施重大项目", "重大项目完成投资", "重大项目竣工"]),
        # a verb, a level or a head printed once
        ("引进紧缺人才5509人、省部级专家26人。", ["引进紧缺人才", "引进省部级专家"]),
        ("国家级工业设计中心11家、省级226家。", ["国家级工业设计中心", "省级工业设计中心"]),
        ("力争装备制造营收突破1000亿元，轻工纺织突破600亿元。", ["装备制造营收", "轻工纺织营收"]),
        ("256所中小学校的14万学生实现在校午餐。", ["中小学校", "学生实现在校午餐"]),
        # 分别 over any punctuation
        ("森林覆盖率和草原盖度分别提高到18.3%和36.6%。", ["森林覆盖率", "草原盖度"]),
        ("出口、进口分别达到5亿元和6亿元，分别增长7%和8%。", ["出口", "进口", "出口", "进口"]),
        (
            "对接企业5918家，签约项目1134个、落户人才803个，分别是2020年的5.9倍、3.4倍和3.8倍。",
            ["对接企业", "签约项目", "落户人才", "对接企业", "签约项目", "落户人才"],
        ),
        ("就业社保、住房保障支出分别增长14.4%、34.8%。", ["就业社保支出", "住房保障支出"]),
        ("一、二、三产业增加值分别增长3%、4%、5%。", ["一产业增加值", "二产业增加值", "三产业增加值"]),
        ("原煤、原油、天然气产量分别达到7万吨、8万吨、9亿立方米。", ["原煤产量", "原油产量", "天然气产量"]),
        ("国家级、省级创新平台分别达到22家、182家。", ["国家级创新平台", "省级创新平台"]),
        ("三次产业分别增长3.9%、7.9%、6.3%。", ["第一产业", "第二产业", "第三产业"]),
        ("进境航班4.7万架次、进境人员190万人次，分别占全国的33.6%和27.9%。",
         ["进境航班", "进境人员", "进境航班占全国比重", "进境人员占全国比重"]),
        ("规上工业总产值、增加值分别增长15%、12%。", ["规上工业总产值", "规上工业增加值"]),
        ("甲产业、乙产业营收分别达5亿元、6亿元，增长7%、8%。", ["甲产业营收", "乙产业营收"] * 2),
        # a total is not that of the new ones
        ("新增高新技术企业1238家，总量达7889家。", ["新增高新技术企业", "高新技术企业总量"]),
        ("新增公园162座、累计达到832座。", ["新增公园", "公园"]),
        ("粮食播种面积稳定在151万亩以上，产量达58万吨。", ["粮食播种面积", "粮食产量"]),
        ("建成158个省级、102个市级和美乡村。", ["建成省级和美乡村", "建成市级和美乡村"]),
        ("起征点从月销售额10万元提高到15万元。", ["起征点", "起征点"]),
        ("群众安全感满意度连续11年全省第一。", ["群众安全感满意度"]),
        # a year at the end of a change is no part of the metric; the clause before names what a change alone is of
        ("外贸总额由2016年的32亿美元增加到2021年的62亿美元，平均每年增长7.7%。", ["外贸总额"] * 3),
        ("全市研发经费，从2016年的5亿元增加到2021年的11亿元，占生产总值的比重从0.6%提高到1.1%。",
         ["研发经费", "研发经费", "研发经费占生产总值的比重", "研发经费占生产总值的比重"]),
        # what the counted things came to tells twins apart
        ("推动62个招商项目开工、22个招商项目竣工。", ["招商项目开工", "招商项目竣工"]),
        ("94个总规重建项目全部开工、完工74个，累计完成投资27.6亿元。", ["总规重建项目开工", "总规重建项目完工", "总规重建项目完成投资"]),
        ("21个提升类项目开工5个。", ["提升类项目", "提升类项目开工"]),
        ("对756件行政法规进行全面清理，废止71件，宣布失效80件。", ["清理行政法规", "行政法规废止", "行政法规宣布失效"]),
        # the noun behind a number is the metric of its clause, up to what is said of it
        ("21件建议和22件提案办结率、满意率均达100%。", ["建议", "提案", "提案办结率", "满意率"]),
        ("20个县区义务教育优质均衡发展完成评估。", ["县区义务教育优质均衡发展"]),
        ("28个规划实施的防治项目全部开工。", ["规划实施的防治项目开工"]),
        ("8个村被命名为示范村。", ["村被命名为示范村"]),
        ("新增火电装机130万千瓦、储能60万千瓦目标。", ["新增火电装机", "新增储能"]),
        ("试点扩大到100个县，覆盖农村5亿人口。", ["县", "覆盖农村人口"]),
        # a bare verb or bare money takes the words behind
        ("投入125亿元办好40件民生实事。", ["投入办好民生实事", "办好民生实事"]),
        ("投资5.8亿元，启动建设传染病防治基地。", ["投资启动建设传染病防治基地"]),
        ("启动3000户、完成2000户老年人家庭适老化改造。", ["启动老年人家庭适老化改造", "老年人家庭适老化改造"]),
        # words are not cut, and the level of an award stays
        ("预期性指标19项、约束性指标9项。", ["预期性指标", "约束性指标"]),
        ("自治区级示范高中占比达61.5%。", ["自治区级示范高中占比"]),
        ("新增全国文明城市5个、全国文明村镇108个。", ["新增全国文明城市", "新增全国文明村镇"]),
        # what a list shares belongs to each of its items
        ("省、市重点建设项目分别完成投资309亿元、529亿元。", ["省重点建设项目完成投资", "市重点建设项目完成投资"]),
        ("东平湖、南四湖还湖面积分别达到880亩和600亩。", ["东平湖还湖面积", "南四湖还湖面积"]),
        # 城乡 is two metrics
        (
            "城乡居民人均可支配收入达到54448元和22791元，分别增长6.8%和10%。",
            ["城镇居民人均可支配收入", "农村居民人均可支配收入"] * 2,
        ),
        ("城镇、农村居民人均可支配收入分别增长6%、7%。", ["城镇居民人均可支配收入", "农村居民人均可支配收入"]),
        # 均 is one record a metric
        ("工业投资、技改投资均增长20%以上。", ["工业投资", "技改投资"]),
        # a clause without a subject takes that of the clause before it in its sentence
        ("持续压减会议经费，下降12.6%。", ["会议经费"]),
        ("进出口总额逆势上扬，全年有望突破200亿元。", ["进出口总额"]),
        ("建成四级冷链物流网络，覆盖率达100%。", ["四级冷链物流网络覆盖率"]),
        ("税收增长3%，全市进出口总值创历史新高，达到5379亿元、增长18.5%。", ["税收", "进出口总值", "进出口总值"]),
        ("装备制造、基础材料产业发展壮大，分别完成产值164亿元、234亿元。", ["装备制造完成产值", "基础材料产业完成产值"]),
        ("电池产业要加快项目建设，支持企业扩大投资，确保产值增长30%以上。", ["电池产业产值"]),
        ("全面精简会议、文件、督查，分别减少7.7%、20.7%、17.4%。", ["会议", "文件", "督查"]),
        # an attribute printed once is one of each thing named before
        ("新增技术中心19家、研究中心22家，总数分别达到239家、129家。",
         ["新增技术中心", "新增研究中心", "技术中心总数", "研究中心总数"]),
        ("收储、供应土地63亩、90亩。", ["收储土地", "供应土地"]),
        ("新签约、开工亿元以上项目分别达201个、162个。", ["新签约亿元以上项目", "开工亿元以上项目"]),
        ("实际使用内外资分别增长10%、6.4%。", ["实际使用内资", "实际使用外资"]),
        ("城乡低保标准提高到762元/月、6120元/年。", ["城镇低保标准", "农村低保标准"]),
        ("原煤、天然气产量达到6640万吨、9亿立方米，分别增长9%、21%。", ["原煤产量", "天然气产量"] * 2),
        # 分别 is never of another clause's things, nor of what money was only planned for
        ("生产总值达30355亿元，零售总额和进出口总值双双超过1万亿元、分别达11012亿元和10914亿元。",
         ["生产总值", "零售总额", "进出口总值", "零售总额", "进出口总值"]),
        ("实施总投资81亿元的8个省级项目、总投资93亿元的9个市级项目，分别完成投资15亿元、8亿元。",
         ["省级项目总投资", "省级项目", "市级项目总投资", "市级项目", "省级项目完成投资", "市级项目完成投资"]),
        ("养老保险参保189万人、参保率94%，医疗保险参保227万人、参保率98%。",
         ["养老保险参保", "养老保险参保率", "医疗保险参保", "医疗保险参保率"]),
        # what is said of the noun belongs to a share, and what all of them are
        ("85%的保健机构达到三级水平，国控断面水质100%达标。", ["保健机构达到三级水平", "国控断面水质达标"]),
        ("70天完成受损房屋重建，4025户实现“得房即得证”。", ["完成受损房屋重建", "实现“得房即得证”"]),
        ("项目开工率一季度达到30%、二季度达到60%。", ["项目开工率一季度", "项目开工率二季度"]),
        ("铁路运营里程新增1700公里、突破7000公里。", ["铁路运营里程新增", "铁路运营里程"]),
        ("新开工河东小学等52个项目，出台促进消费10条措施。", ["新开工项目", "出台促进消费措施"]),
        ("接待游客1.3亿人次、旅游总收入1692亿元。", ["接待游客", "旅游总收入"]),
        ("产业目录增加33项内容，新（改）建3万亩高标准农田。", ["产业目录", "新（改）建高标准农田"]),
        # the same value for two counts of one thing
        ("改造老旧小区209个569.7万平方米。", ["改造老旧小区", "改造老旧小区"]),
    ],
)  # fmt: skip
def test_metrics_across_a_sentence(read: Read, sentence: str, metrics: list[str]) -> None:
    assert [figure.metric for figure in read(sentence)] == metrics


def test_both_metrics_of_one_quantity_share_its_place(read: Read) -> None:
    first, second = read("工业投资、技改投资均增长20%以上。")
    assert (first.start, first.end, first.value) == (second.start, second.end, second.value)
    assert first != second


def test_a_lone_change_continues_the_sentence_before(read: Read) -> None:
    assert [figure.metric for figure in read("增长6.8%。", inherited="财政收入")] == ["财政收入"]


def test_the_sentence_before_lends_its_metric_to_no_clause_that_has_one_before_it(read: Read) -> None:
    figures = read("粮食种植面积实现增长，总产超298万吨。", inherited="良种出口")
    assert [figure.metric for figure in figures] == ["粮食种植面积总产"]


@pytest.mark.parametrize(
    ("sentence", "changes"),
    [
        ("经营主体净增98万户。", ["净增"]),
        ("财政收入增长1.7%（同口径增长2.5%以上）。", ["增长", "同口径增长"]),
        ("固定资产投资确保增长6%、力争6.5%。", ["增长", "增长"]),
        ("评比表彰项目压减88.5%。", ["压减"]),
        ("增速分别高于全国、全省1.7和0.9个百分点。", ["高于全国", "高于全省"]),
        ("粮食产量26万吨，超省定任务0.1万吨。", [None, "超省定任务"]),
        ("达到或优于Ⅲ类水体比例达94.8%。", ["达"]),
    ],
)
def test_changes(read: Read, sentence: str, changes: list[str | None]) -> None:
    assert [figure.change for figure in read(sentence)] == changes


def test_a_metric_is_never_empty_and_never_long(read: Read) -> None:
    for sentence in ("增长6.8%。", "3个，", "其中10家。", "把" + "推动高质量发展的任务落实到位" * 6 + "达到5%。"):
        for figure in read(sentence):
            assert 1 <= len(figure.metric) <= 30, sentence


def test_the_clause_of_a_figure(read: Read) -> None:
    text = "我们攻坚克难，财政收入增长7%；税收下降2%。"
    first, second = read(text)
    assert text[first.clause_start : first.clause_end] == "财政收入增长7%"
    assert text[second.clause_start : second.clause_end] == "税收下降2%"


def test_stray_spaces_leave_text_and_keep_places(read: Read) -> None:
    text = "粮食产量达到 25.5\n亿斤 以上。"
    (figure,) = read(text)
    assert figure.text == "25.5亿斤以上"
    assert "".join(text[figure.start : figure.end].split()) == figure.text
    assert figure.metric == "粮食产量"


def test_reading_of_the_left() -> None:
    assert read_left("固定资产投资年均增长", "%") == Reading("固定资产投资", "年均增长")
    assert read_left("地表水优良比例从", "%") == Reading("地表水优良比例", None, True)
    assert read_left("签约项目是2020年的", "倍") == Reading("签约项目", "是2020年的")
    assert read_left("增速高于全省平均", "个百分点").change == "高于全省平均"


def test_lists_that_do_not_fit_are_left_whole() -> None:
    assert items_of("甲指标和乙指标", 3) is None
    assert all_items("税收收入") == ["税收收入"]
    assert town_and_country("居民收入") is None
