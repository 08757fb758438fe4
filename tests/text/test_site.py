"""What a web site prints around a report is none of it; what belongs to the report after its close stays."""

from __future__ import annotations

import pytest

from report_qa.text.document import BlockKind, Document
from report_qa.text.layout import read_layout
from report_qa.text.periods import ReportDates
from report_qa.text.read import read_document
from report_qa.text.repair import repair
from report_qa.text.source import Source

DATES = ReportDates("2026-01-27", 2025, 2026, None)
BODY = """各位代表：
现在，我代表市人民政府，向大会报告工作，请予审议。
一、2025年工作回顾
全市生产总值增长5.5%，城镇新增就业4.3万人，改造老旧小区120个，民生支出占比稳步提高。
二、2026年工作安排
生产总值增长5%以上，新增就业4万人以上，支持企业发展，推进项目建设，办好民生实事。
各位代表！让我们更加紧密地团结起来，锐意进取、开拓创新，为谱写现代化建设新篇章而努力奋斗！
"""


def read(text: str) -> Document:
    return read_document(Source.from_bytes(text.encode()), DATES)


def rules(text: str) -> dict[str, str]:
    """The rule that leaves each whole line out, by the line's text."""
    source = Source.from_bytes(text.encode())
    edits = repair(read_layout(source)).edits
    return {source.text[edit.span.start : edit.span.end]: edit.rule for edit in edits}


@pytest.mark.parametrize(
    "notice",
    [
        "本作品是中华人民共和国的\n法律\n、\n法规\n，国家机关的决议，不适用于该法，属于\n公有领域\n。",
        "相关文档：\n解读政府工作报告：在服务大局中担当\n关闭窗口",
        "上一篇：市政府召开全体会议\n下一篇：没有了",
        "（政府工作报告附件二维码）",
        "×",
        "责任编辑：\n王小明\n扫一扫在手机打开当前页",
    ],
)
def test_notices_after_the_speech_are_left_out_by_a_named_rule(notice: str) -> None:
    document = read(BODY + notice + "\n")
    assert [sentence.text for sentence in document.sentences] == [sentence.text for sentence in read(BODY).sentences]
    found = rules(BODY + notice + "\n")
    assert all(found[line] in ("after_the_speech", "web_clutter", "markup") for line in notice.splitlines())


def test_a_glossary_after_the_close_stays_undated_and_the_footer_behind_it_goes() -> None:
    glossary = "名词解释\n1.“两新”工程：大规模设备更新和消费品以旧换新。\n2.“百链”行动：培育100条产业链的行动。\n"
    footer = "网站地图 | 页面纠错 | 版权声明 | 关于我们\n主办单位：某市人民政府办公室\n联系电话：0000-0000000\n某ICP备00000000号\n"
    document = read(BODY + glossary + footer)
    last = document.sentences[-1]
    assert (last.text[:5], last.period, last.status) == ("2.“百链", None, None)
    assert rules(BODY + glossary + footer)["联系电话：0000-0000000"] == "site_footer"


def test_notes_that_end_in_a_short_line_stay_before_a_site_s_footer() -> None:
    notes = "[1]三线一单：生态保护红线、环境质量底线、资源利用上线和准入\n清单。\n[2]五个一批：重大项目的五个\n批次。\n"
    footer = "网站地图 | 页面纠错 | 版权声明 | 关于我们\n某ICP备00000000号\n"
    found = rules(BODY + notes + footer)
    assert not {line for line in notes.splitlines() if line in found}
    assert found["某ICP备00000000号"]


def test_an_annex_of_the_report_with_its_own_bearers_stays() -> None:
    annex = "附件\n2026年民生实事\n一、稳定和扩大就业\n新增就业4万人。\n主办单位：市人力资源社会保障局\n"
    document = read(BODY + annex)
    assert document.sentences[-1].text == "主办单位：市人力资源社会保障局"
    assert document.sentences[-1].kind is BlockKind.PARAGRAPH
    (jobs,) = [sentence for sentence in document.sentences if sentence.text == "新增就业4万人。"]
    assert (jobs.period and jobs.period.label, jobs.status) == ("2026年", "target")


def test_a_call_in_the_middle_of_a_report_ends_nothing() -> None:
    middle = "让我们团结奋斗，再创佳绩，夺取新的更大胜利！\n"
    more = "本文件由市政府办公室解释。\n二、2026年工作安排\n新增就业4万人以上。\n改造小区20个。\n"
    document = read("各位代表：\n一、2025年工作回顾\n新增就业3万人。\n" + middle + more)
    assert [sentence.text for sentence in document.sentences][-4:] == [
        "本文件由市政府办公室解释。",
        "二、2026年工作安排",
        "新增就业4万人以上。",
        "改造小区20个。",
    ]


def test_title_meeting_date_and_speaker_are_sentences_of_their_own() -> None:
    head = """打印
来源：
某某日报
时间：2026-02-09
2026年某省政府工作报告
——2026年1月27日在某省第十四届人民代表大会第四次会议上
2026年1月27日
某省人民政府省长 张 三
省长张三作政府工作报告。本报记者 李四 摄
"""
    document = read(head + BODY)
    titles = [sentence.text for sentence in document.sentences if sentence.kind is BlockKind.TITLE]
    assert titles == [
        "2026年某省政府工作报告",
        "——2026年1月27日在某省第十四届人民代表大会第四次会议上",
        "2026年1月27日",
        "某省人民政府省长 张 三",
    ]
    captions = [sentence.text for sentence in document.sentences if sentence.kind is BlockKind.CAPTION]
    assert captions == ["省长张三作政府工作报告。", "本报记者 李四 摄"]
