"""Page numbers, running heads, newspaper edges, scraped code and second copies go; what only looks like them stays."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from report_qa.text.document import BlockKind
from report_qa.text.furniture import find_furniture
from report_qa.text.layout import read_layout
from report_qa.text.lines import Line, read_lines
from report_qa.text.paging import counting_up
from report_qa.text.periods import ReportDates
from report_qa.text.read import read_document
from report_qa.text.repair import repair
from report_qa.text.source import Source

DATES = ReportDates("2024-01-20", 2023, 2024, None)
_SENTENCES = (
    "全市生产总值增长5.5%，规模以上工业增加值增长8.1%，城镇新增就业4.3万人，改造老旧小区120个，民生支出占比稳步提高。",
    "深入实施产业强市战略，新增高新技术企业35家，研发投入强度提高0.2个百分点，技术合同成交额突破百亿元大关。",
    "扎实推进乡村振兴，建成高标准农田20万亩，粮食产量再创新高，农村居民人均可支配收入增长7.3%，城乡差距继续缩小。",
    "持续优化营商环境，政务服务事项网上可办率达到九成以上，新登记经营主体6.2万户，民间投资占比提高1.5个百分点。",
    "统筹发展和安全，生产安全事故起数下降12%，守住了不发生系统性风险的底线，社会大局保持和谐稳定，群众满意。",
    "加强生态保护，空气优良天数比例达到九成，国考断面水质全部达标，森林覆盖率提高0.6个百分点，人居环境明显改善。",
)
PROSE = tuple("".join(_SENTENCES[(at + step) % 6] for step in range(4)) for at in range(6))


def lines_of(texts: Sequence[str]) -> tuple[Source, tuple[Line, ...]]:
    source = Source.from_bytes("\n".join(texts).encode())
    return source, read_lines(source)


def left_out(texts: Sequence[str], pages: Sequence[int | None] = ()) -> dict[str, str]:
    """The rule that leaves each line out, by its text."""
    _, lines = lines_of(texts)
    return {texts[number - 1]: rule for number, rule in find_furniture(lines, (), pages).items()}


def paged(shapes: Sequence[str], cut: bool = False) -> list[str]:
    """Prose with one of the shapes after each paragraph, or inside it."""
    texts = ["各位代表："]
    for prose, shape in zip(PROSE, shapes, strict=False):
        texts += [prose[:30], shape, prose[30:]] if cut else [prose, shape]
    return texts


@pytest.mark.parametrize(
    "shape",
    [
        "— {} —",
        "-{}-",
        "第{}页",
        "第 {} 页 共 40 页",
        "{}/40",
        "．{}．",
        "·{}·",
        "Page {} of 9",
        "页码：{}",
        "{}",
        "[{}]",
        "—{}",
        "~ {} ~",
    ],
)
def test_page_numbers_of_every_shape_go_wherever_they_stand(shape: str) -> None:
    numbers = [shape.format(number) for number in range(3, 9)]
    for cut in (False, True):
        assert left_out(paged(numbers, cut)) == dict.fromkeys(numbers, "page_number")


def test_roman_page_numbers_count_up_too() -> None:
    assert set(left_out(paged(["iii", "iv", "v", "vi"])).values()) == {"page_number"}


@pytest.mark.parametrize(
    "shapes",
    [
        ["12", "350", "8", "41", "7", "90"],  # figures on lines of their own
        ["1.", "2.", "3.", "4."],  # a list's numbers
        ["（1）", "（2）", "（3）", "（4）"],
        ["5%", "6%", "7%", "8%"],
        ["2019年", "2020年", "2021年", "2022年"],
        ["附件1", "附件2", "附件3", "附件4"],
        ["专栏 1", "专栏 2", "专栏 3", "专栏 4"],
        ["1个", "2个", "3个", "4个"],
    ],
)
def test_figures_years_lists_and_annexes_are_no_page_numbers(shapes: list[str]) -> None:
    assert left_out(paged(shapes)) == {}


@pytest.mark.parametrize(
    "shape",
    [
        "{} 政府工作报告",
        "市十六届人大三次会议文件（{}）",
        "某市人民政府工作报告 第 {} 页",
        "会议材料 {}/40",
        "— {} — 2024年报告",
    ],
)
def test_running_heads_with_a_number_go(shape: str) -> None:
    heads = [shape.format(number) for number in range(1, 7)]
    assert left_out(paged(heads, cut=True)) == dict.fromkeys(heads, "running_head")


def test_a_running_head_goes_with_its_first_printing() -> None:
    head = "某市政府工作报告（2024年）"
    document = read_document(lines_of(paged([head] * 6, cut=True))[0], DATES)
    assert not any(head in sentence.text for sentence in document.sentences)
    parting = paged(["内部资料 注意保存"] * 6, cut=True)
    assert left_out(parting) == {"内部资料 注意保存": "running_head"}


def test_a_heading_that_comes_again_or_whose_second_line_does_stays() -> None:
    assert left_out(paged(["主要措施"] * 6)) == {}
    texts = ["各位代表："]
    for mark, prose in zip("一二三四五六", PROSE, strict=True):
        texts += [f"（{mark}）着力深化改革开放创新驱动发展，推动高质量", "发展实现新突破", prose]
    assert left_out(texts) == {}


def test_a_heading_printed_behind_the_closing_words_stays_and_so_do_the_words_among_a_sites_buttons() -> None:
    close = ["让我们更加紧密地团结起来，锐意进取、开拓创新，为谱写现代化建设新篇章而努力奋斗！"]
    assert left_out(["各位代表：", *PROSE, *close, "全面加强政府自身建设", "2024年工作安排"]) == {}
    texts = ["各位代表：", *PROSE, *close, "分享到：", "微信", "让我们向前进，再出发！"]
    assert set(left_out(texts)) == {"分享到：", "微信"}


def test_a_name_in_marks_that_breaks_off_into_lines_is_no_running_head() -> None:
    texts = ["各位代表："]
    for prose in PROSE:
        texts += [f"{prose}《", "纲要（草案）", "》力求反映新形势的要求。"]
    assert left_out(texts) == {}


def test_where_there_are_pages_the_lines_at_their_edges_show() -> None:
    texts, pages = [], []
    for page, prose in enumerate(PROSE, 1):
        texts += [f"内部资料 {page}x", prose, "讨论稿"]
        pages += [page] * 3
    assert set(left_out(texts, pages).values()) == {"running_head"}
    assert set(left_out(texts, pages)) == {f"内部资料 {page}x" for page in range(1, 7)} | {"讨论稿"}


@pytest.mark.parametrize("shape", ["— {} —", "-{}-", "－ {} －", "第{}页", "（第{}页）", "第 {} 页 共 40 页"])
def test_page_numbers_inside_a_line_go_and_the_text_around_them_stays(shape: str) -> None:
    texts = ["各位代表："] + [prose[:25] + shape.format(at) + prose[25:] for at, prose in enumerate(PROSE, 1)]
    prose = [
        sentence.text
        for sentence in read_document(lines_of(texts)[0], DATES).sentences
        if sentence.kind is BlockKind.PARAGRAPH
    ]
    assert "".join(prose) == "".join(PROSE)


@pytest.mark.parametrize(
    "line",
    ["（下转第3版）", "（上接第1版）", "下转第三版", "【紧接A2版《政府工作报告》】", "上接第1版《政府工作报告》"],
)
def test_a_note_on_where_the_text_goes_on_goes_and_the_text_behind_it_stays(line: str) -> None:
    assert left_out(["各位代表：", PROSE[0], line, PROSE[1]]) == {line: "turned_page"}
    assert left_out(["各位代表：", PROSE[0], f"{line}某县获评全国县域", "商业领跑县，新增企业12家。", PROSE[1]]) == {}


def test_numbers_in_dashes_that_do_not_count_up_stay() -> None:
    texts = ["各位代表："] + [
        f"{prose[:25]}-{number}-{prose[25:]}" for number, prose in zip((7, 7, 3, 9), PROSE, strict=False)
    ]
    source, _ = lines_of(texts)
    assert not [edit for edit in repair(read_layout(source)).edits if edit.rule == "page_inside"]


@pytest.mark.parametrize(
    "line",
    [
        "2024年1月25日 星期四",
        "第3版",
        "A03 要闻",
        "某市日报 2024年1月25日 星期四 第3版",
        "本版责编 张伟 电话：0000-6661234",
        "今日8版 第10234期 国内统一刊号：CN00-0001",
    ],
)
def test_the_edge_of_a_newspaper_page_goes(line: str) -> None:
    assert left_out(["各位代表：", PROSE[0], line, PROSE[1]]) == {line: "newspaper_edge"}


@pytest.mark.parametrize("line", ["要闻", "2024年1月25日", "综合", "社会", "A3", "文化", "统筹推进", "编辑出版"])
def test_a_word_that_may_be_a_heading_goes_beside_a_newspapers_edge_only(line: str) -> None:
    assert left_out(["各位代表：", PROSE[0], line, PROSE[1]]) == {}


def test_code_comments_addresses_and_rules_go_and_marks_of_the_text_stay() -> None:
    code = [
        "<!-- 正文 -->",
        "var pages = 5;",
        "function zoom(size){",
        "}",
        ".article P{font-family:宋体;font-size:12pt;}",
        "https://www.example.com/a.html",
        "————————————",
        "* * *",
    ]
    assert left_out(["各位代表：", PROSE[0], *code, PROSE[1]]) == dict.fromkeys(code, "markup")
    marks = ["《", "》、《", "（", "。", "——", "GDP", "12.6%;", "CBA联赛", "%"]
    assert left_out(["各位代表：", PROSE[0], *marks, PROSE[1]]) == {}


def test_a_line_right_behind_itself_goes_once_and_a_short_one_stays() -> None:
    texts = ["各位代表：", PROSE[0], PROSE[0], "已完成", "已完成", PROSE[1]]
    assert find_furniture(lines_of(texts)[1]) == {3: "doubled_line"}


def test_the_report_a_second_time_goes_with_its_headings_and_a_quotation_stays() -> None:
    body = ["一、2023年工作回顾", *(prose * 5 for prose in PROSE), "各位代表！"]
    texts = ["各位代表：", *body, "上一页", *body, "二、2024年工作安排"]
    found = find_furniture(lines_of(texts)[1])
    assert [number for number, rule in found.items() if rule == "second_copy"] == list(range(11, 19))
    assert not find_furniture(lines_of(["各位代表：", *body, PROSE[0] * 5, "二、2024年工作安排"])[1])


@settings(max_examples=100, deadline=None)
@given(st.lists(st.integers(1, 60), max_size=40))
def test_numbers_that_count_up_are_the_longest_such_run(numbers: list[int]) -> None:
    run = counting_up([(200 * at, number) for at, number in enumerate(numbers)], 60)
    chosen = [numbers[place // 200] for place in run]
    assert not run or len(run) >= 3
    assert all(1 <= b - a <= 2 for a, b in zip(chosen, chosen[1:], strict=False))
    assert run == sorted(run)
