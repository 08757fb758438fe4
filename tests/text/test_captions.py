"""Captions: credits, and pictures' texts without one."""

from __future__ import annotations

import pytest

from report_qa.text.captions import find_captions, split_captions
from report_qa.text.credits import ends_in_credit, is_credit
from report_qa.text.lines import read_lines
from report_qa.text.source import Source

STARTS = ("全市", "持续", "着力", "深入", "统筹", "加快", "坚持", "扩大", "严格", "有序", "积极")
MIDDLES = (
    "优化营商环境，审批事项压减三成以上，新登记经营主体{n}万户",
    "办好民生实事，改造老旧小区{n}个，新增公办幼儿园学位1.2万个",
    "推进乡村振兴，粮食总产量达到{n}亿斤，农村居民收入增长7.3%",
    "防范化解风险，生产安全事故起数下降{n}%，隐患整改率超过九成",
    "发展现代化产业，新能源装机容量突破{n}万千瓦，数字经济占比提高",
    "保护生态环境，森林覆盖率提高到{n}%，地表水优良比例达到100%",
    "推动高水平开放，进出口总额完成{n}亿元，中欧班列常态化开行",
    "提升城市功能，建成口袋公园{n}处，新增停车泊位和充电桩1.8万个",
    "支持科技创新，高新技术企业达到{n}家，研发投入强度再创新高",
    "完善社会保障，城镇新增就业{n}万人，养老床位和托位同步增加",
    "繁荣文化事业，举办惠民演出{n}场，博物馆图书馆全部免费开放",
    "抓好项目建设，省市重点项目完成投资{n}亿元，落地率居前列",
    "深化重点改革，国企市场化转型取得突破，盘活存量资产{n}亿元",
)
ENDS = (
    "，成效明显。",
    "，群众获得感不断增强。",
    "。",
    "，社会大局和谐稳定。",
    "，走在全省前列！",
    "，增速高于预期。",
    "，发展后劲更足。",
)


def sentence(number: int) -> str:
    """One of very many sentences of a report."""
    middle = MIDDLES[number * 5 % len(MIDDLES)].format(n=number * 7 % 389 + 3)
    return STARTS[number % len(STARTS)] + middle + ENDS[number * 3 % len(ENDS)]


SENTENCES = tuple(sentence(number) for number in range(400))


def set_in(text: str, width: int, indent: int) -> list[str]:
    """A paragraph's lines in a box of so many half-width columns; marks hang out of it rather than begin a line."""
    lines, line, used = [], "", indent
    for char in text:
        columns = 1 if char.isascii() else 2
        if line and used + columns > width and char not in "，。；：、）”%":
            lines.append(line)
            line, used = "", 0
        line += char
        used += columns
    return [*lines, line]


def captions(lines: list[str]) -> list[str]:
    read = read_lines(Source.from_bytes("\n".join(lines).encode()))
    by_number = {line.number: line.text for line in read}
    return ["".join(by_number[number] for number in group) for group in find_captions(read)]


def page(*inside: str, at: int = 40, width: int = 44) -> list[str]:
    """A box of text with lines inside it, blank lines around them, behind line `at`."""
    lines: list[str] = []
    for start in range(24):
        text = "".join(SENTENCES[4 * start + step] for step in range(4))
        lines += set_in(text, width, 4)
    return [*lines[:at], "", *inside, "", *lines[at:]]


@pytest.mark.parametrize(
    "text",
    [
        "吴杰 摄",
        "市民在公园里散步。 本报记者 王晓明 摄",
        "市民在公园里散步。王晓明 李丽 摄",
        "市民在公园里散步。（记者 祝福 摄）",
        "市民在公园里散步。 摄影：王晓明",
        "市民在公园里散步。 图/王晓明",
        "市民在公园里散步。 王晓明 文/图",
        "市民在公园里散步。（资料图片）",
        "市民在公园里散步。 受访者供图",
        "市民在公园里散步。王晓明 航拍",
        "（本版稿件由王晓明整理）",
        "（图片由市融媒体中心提供）",
    ],
)
def test_credits_are_known_by_their_form(text: str) -> None:
    assert ends_in_credit(text)


@pytest.mark.parametrize(
    "text",
    [
        "加强航空摄影测量和遥感监测。",
        "建成全国最大的影视拍摄基地。",
        "举办国际摄影大展，接待游客120万人次。",
        "绘制国土空间规划“一张图”。",
        "让人民群众的获得感成色更足。",
    ],
)
def test_what_reports_say_of_pictures_is_no_credit(text: str) -> None:
    assert not ends_in_credit(text)
    assert not is_credit(text)


def test_a_credit_alone_belongs_to_the_text_above_and_a_note_on_the_page_does_not() -> None:
    assert is_credit("吴杰 摄")
    assert is_credit("图/王晓明")
    assert not is_credit("（本版稿件由王晓明整理）")
    assert captions(page("孩子们在草坪上放风筝。", "", "吴杰 摄")) == ["孩子们在草坪上放风筝。吴杰 摄"]


def test_two_captions_on_one_line_are_two() -> None:
    text = "孩子们在草坪上放风筝。吴杰 摄老人在湖边垂钓。"
    assert [text[low:high] for low, high in split_captions(text)] == [
        "孩子们在草坪上放风筝。吴杰 摄",
        "老人在湖边垂钓。",
    ]


@pytest.mark.parametrize("at", range(36, 46))
def test_a_caption_without_a_credit_is_found_wherever_it_falls(at: int) -> None:
    assert captions(page("孩子们在草坪上放风筝，蝴蝶绕膝飞舞。", at=at)) == ["孩子们在草坪上放风筝，蝴蝶绕膝飞舞。"]


def test_a_narrow_caption_inside_a_paragraph_is_found() -> None:
    assert captions(page("孩子们在草坪上", "放风筝。")) == ["孩子们在草坪上放风筝。"]


@pytest.mark.parametrize(
    "text",
    [
        "今年重点抓好以下十个方面工作。",
        "加快建设现代化产业体系。",
        "各项民生事业全面进步，人民生活持续改善。",
        "全年完成投资356亿元。",
    ],
)
@pytest.mark.parametrize("at", range(36, 46, 3))
def test_a_short_paragraph_of_the_report_is_no_caption(text: str, at: int) -> None:
    assert captions(page(text, at=at)) == []


def test_a_text_without_boxes_has_no_captions_but_credited_ones() -> None:
    lines = [
        "".join(SENTENCES[:9]),
        "孩子们在草坪上放风筝。",
        "".join(SENTENCES[9:18]),
        "",
        "老人在湖边垂钓。 吴杰 摄",
        "",
    ]
    assert captions(lines) == ["老人在湖边垂钓。 吴杰 摄"]
