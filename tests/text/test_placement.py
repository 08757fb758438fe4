"""Headings printed under or far from their text are read before it; the others stay where they stand."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_qa.text import assignment
from report_qa.text.blocks import read_blocks
from report_qa.text.document import BlockKind, Document
from report_qa.text.headings import name_blocks
from report_qa.text.layout import read_layout
from report_qa.text.lines import text_width
from report_qa.text.periods import ReportDates
from report_qa.text.placement import reading_order
from report_qa.text.read import read_document
from report_qa.text.repair import repair
from report_qa.text.source import Source

DATES = ReportDates("2024-02-01", 2023, 2024, "某市")
REVIEW, PLAN, GOVERNMENT = "一、2023年工作回顾", "二、2024年重点工作", "三、全面加强政府自身建设"
DONE = [
    "过去一年，全市地区生产总值增长6.5%，规模以上工业增加值同比增长8.1%，成功入选国家级先进制造业集群，新增高新技术企业120家，位居全省第一，取得了显著成效。",
    "全年改造老旧小区208个，累计发放消费券3.5亿元，城镇新增就业12.6万人，群众的获得感不断增强，社会大局持续稳定。",
]
INDUSTRY, FARMS, CULTURE = "（一）加快建设现代产业体系", "（二）全面推进乡村振兴", "（三）推动文化旅游繁荣发展"
PLANS = {
    INDUSTRY: [
        "今年新开工工业项目80个以上，规模以上工业增加值力争增长8%左右，大力培育专精特新企业，打造先进制造业集群，加快园区提质增效。",
        "实施产业链链主企业培育行动，推动传统制造业智能化改造，确保技改投资增长10%以上，努力建设一流的数字经济产业园。",
    ],
    FARMS: [
        "新建高标准农田20万亩以上，粮食产量稳定在25亿斤左右，大力培育家庭农场，支持村集体经济发展壮大，改造农村公路300公里。",
        "推进农村人居环境整治，支持特色种业和设施农业发展，力争农产品加工业产值增长9%左右，建设宜居宜业和美乡村30个以上。",
    ],
    CULTURE: [
        "加快建设市博物馆新馆，新增文化惠民演出300场以上，支持非遗传承和文物保护利用，打造全域旅游示范景区5个以上。",
        "大力培育文旅融合新业态，力争接待游客增长10%左右，建设体育公园20个以上，推动图书馆、文化馆延时开放。",
    ],
}
CONDUCT = [
    "坚持把政治建设摆在首位，自觉接受人大监督和民主监督，严格落实中央八项规定及其实施细则精神，持续纠治形式主义、官僚主义。",
    "坚持依法行政，打造忠诚干净担当的干部队伍，大兴真抓实干之风，不断提高政府执行力和公信力，坚决过紧日子，严控一般性支出。",
]


def in_lines(text: str, width: int) -> list[str]:
    """A text in lines of `width` full-width characters, the first one shorter by two."""
    lines, room = [""], 2 * (width - 2)
    for char in text:
        if text_width(lines[-1] + char) > room and char not in "，。；、！":
            lines.append("")
            room = 2 * width
        lines[-1] += char
    return lines


def box(paragraphs: list[str], width: int) -> list[str]:
    """Paragraphs in lines of a box, none ending on a full line; blank lines around them all."""
    found = [""]
    for at, one in enumerate(paragraphs):
        whole = one + "".join(paragraphs[:at][::-1] + paragraphs[at + 1 :])  # long enough to show how the box is set
        lines = in_lines(whole, width)
        if text_width(lines[-1]) > 2 * width - 8:
            lines = in_lines(whole[:-1] + "，夯实发展根基。", width)
        found += lines
    return [*found, ""]


def plan(head: str, width: int) -> list[str]:
    return ["", head, *box(PLANS[head], width)]


def over(lines: list[str]) -> dict[str, tuple[str, ...]]:
    """The headings over each paragraph, by its first characters."""
    document = read_document(Source.from_bytes("\n".join(lines).encode()), DATES)
    return {
        sentence.text[:6]: document.headings(sentence.section)
        for sentence in document.sentences
        if sentence.kind is BlockKind.PARAGRAPH
    }


def expected() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {text[:6]: (REVIEW,) for text in DONE}
    found |= {text[:6]: (PLAN, head) for head, texts in PLANS.items() for text in texts}
    found |= {text[:6]: (GOVERNMENT,) for text in CONDUCT}
    return found


def page(*, review: str = "over", farms: str = "over", government: str = "over") -> list[str]:
    """A page whose headings are printed over, under, or (`end`) far below their boxes, which have four widths."""
    farm_lines = box(PLANS[FARMS], 20)
    parts = [
        *(["", REVIEW] if review == "over" else []),
        *box(DONE, 26),
        *([REVIEW, ""] if review == "under" else []),
        PLAN,
        *plan(INDUSTRY, 36),
        *(["", FARMS] if farms == "over" else []),
        *farm_lines,
        *([FARMS, ""] if farms == "under" else []),
        *plan(CULTURE, 36),
        *(["", GOVERNMENT] if government == "over" else []),
        *box(CONDUCT, 22),
        *([GOVERNMENT, ""] if government == "under" else []),
    ]
    ends = [head for head, place in ((REVIEW, review), (FARMS, farms), (GOVERNMENT, government)) if place == "end"]
    return ["各位代表：", *parts, *(line for head in ends for line in ("", head, ""))]


@pytest.mark.parametrize("review", ["over", "under", "end"])
@pytest.mark.parametrize("farms", ["over", "under", "end"])
@pytest.mark.parametrize("government", ["over", "under", "end"])
def test_headings_of_every_rank_head_their_boxes(review: str, farms: str, government: str) -> None:
    assert over(page(review=review, farms=farms, government=government)) == expected()


@pytest.mark.parametrize("width", [18, 24, 33])
def test_on_a_page_of_one_width_nothing_moves(width: int) -> None:
    lines = [REVIEW, *box(DONE, width), PLAN]
    for head in PLANS:
        lines += plan(head, width)
    assert over(["各位代表：", *lines, "", GOVERNMENT, *box(CONDUCT, width)]) == expected()


def test_a_list_that_goes_on_is_not_parted_by_a_heading_from_below() -> None:
    items = [f"{number}是{text}" for number, text in zip("一二", PLANS[FARMS], strict=True)]
    lines = ["各位代表：", REVIEW, *box(DONE, 26), PLAN, *plan(INDUSTRY, 26), *box(items, 26), FARMS, "", CULTURE]
    found = over([*lines, *box(PLANS[CULTURE], 26)])
    assert found[items[0][:6]] == found[items[1][:6]] == (PLAN, FARMS)


def test_a_heading_behind_the_report_stays_there() -> None:
    close = "各位代表！让我们紧密团结起来，踔厉奋发、勇毅前行，为谱写中国式现代化某市篇章而努力奋斗！"
    notes = ["[1]链主企业：在产业链中居于核心地位的企业。", "[2]三品一标：农产品品种培优、品质提升、品牌打造。"]
    found = over([*page(), *box([close], 22), "名词解释", *box(notes, 22), "党政机关"])
    assert {words: heads for words, heads in found.items() if words in expected()} == expected()


def test_sections_and_their_order_are_those_of_the_report_wherever_its_headings_stand() -> None:
    def sections(document: Document) -> list[tuple[str, int]]:
        return [(section.heading, section.level) for section in document.sections]

    read = [
        read_document(Source.from_bytes("\n".join(page(review=place, government=place)).encode()), DATES)
        for place in ("over", "under", "end")
    ]
    assert all(sections(one) == sections(other) for one, other in pairwise(read))


@given(
    st.lists(
        st.tuples(
            st.sampled_from([REVIEW, PLAN, GOVERNMENT, *PLANS, "十件民生实事"]), st.integers(14, 40), st.booleans()
        ),
        min_size=1,
        max_size=6,
    )
)
def test_every_block_is_read_once_and_text_in_its_own_order(boxes: list[tuple[str, int, bool]]) -> None:
    lines = ["各位代表："]
    for head, width, above in boxes:
        text = box(PLANS.get(head, DONE), width)
        lines += ["", head, *text] if above else [*text, head, ""]
    layout = read_layout(Source.from_bytes("\n".join(lines).encode()))
    blocks = name_blocks(read_blocks(layout, repair(layout)))
    order = reading_order(blocks, layout.lines, DATES)
    assert sorted(order) == list(range(len(blocks)))
    prose = [at for at in order if blocks[at].kind is not BlockKind.HEADING]
    assert prose == sorted(prose)


def test_the_search_grows_with_the_page_and_not_faster(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at = [0]
    tried = assignment._Page._open

    def counted(self: assignment._Page, state: assignment._State, place: int) -> tuple[tuple[int, ...], float]:
        looked_at[0] += 1
        return tried(self, state, place)

    monkeypatch.setattr(assignment._Page, "_open", counted)
    spent = []
    for times in (40, 80, 160):
        pages = []
        for number in range(times):
            pages += [*box(DONE, 20 + 2 * (number % 3)), "", f"第{number}项重点工作安排", ""]
        looked_at[0] = 0
        read_document(Source.from_bytes("\n".join([*pages, REVIEW]).encode()), DATES)
        spent.append(looked_at[0])
    assert spent[0] > 0, spent
    assert spent[2] - spent[1] < 2.5 * (spent[1] - spent[0]), spent
