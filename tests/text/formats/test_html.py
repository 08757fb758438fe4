"""Of a page the article is read, all of it, and nothing that the site prints around it."""

from __future__ import annotations

import html as entities

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from report_qa.errors import SourceError
from report_qa.text.formats.html import extract_html

TITLE = "某某市2024年政府工作报告"
REPORT = [
    "各位代表：",
    "现在，我代表市人民政府，向大会报告工作，请予审议。",
    "一、2023年工作回顾",
    "全市地区生产总值完成3200亿元，增长6.5%，高于年初预期1.2个百分点。",
    "微信、支付宝等移动支付进一步普及",
    "（一）创新驱动",
    "登录“高企”名录的企业达到42家，全社会研发投入占比提高到2.6%。",
    "二、2024年工作安排",
    "今年的主要预期目标是：地区生产总值增长6%左右；城镇新增就业5万人以上；粮食产量稳定在25.5亿斤。",
    "各位代表！让我们团结奋斗，为建设美好家园作出新的更大贡献！",
]
NAVIGATION = '<div class="top-nav"><a href="/">网站首页</a> <a href="/x">政务公开</a></div><div class="crumb">当前位置：<a>首页</a> &gt; 报告</div>'
RELATED = (
    "<h3>相关稿件</h3><ul>"
    '<li><a href="1">国务院部署推进消费品以旧换新</a><span>2024-01-11</span></li>'
    '<li><a href="2">我市召开会议，研究部署重点任务</a><span>2024-01-12</span></li></ul>'
)
FOOTER = (
    "<p>主办单位：某某市人民政府办公室　承办单位：某某市政务服务局</p>"
    "<p>版权所有　京ICP备00000000号</p><p>建议使用1024*768分辨率、IE9.0以上版本浏览器访问</p>"
)


def paragraphs(lines: list[str], tag: str = "p", attributes: str = "") -> str:
    return "\n".join(f"<{tag} {attributes}>　　{entities.escape(line)}</{tag}>" for line in lines)


def page(body: str, title: str = TITLE, head: str = '<meta charset="utf-8">') -> bytes:
    return f"<!DOCTYPE html><html><head>{head}<title>{title}</title></head><body>{body}</body></html>".encode()


def read(data: bytes) -> list[str]:
    return [line.strip() for line in extract_html(data).text.split("\n")]


SKELETONS = {
    "portal": f'{NAVIGATION}<h1>{TITLE}</h1><div class="info">2024-02-01 09:30 来源： 某某日报 字号：<a>大</a> <a>小</a> 打印</div>'
    f'<div id="content"><div>{paragraphs(REPORT)}</div></div><div class="editor">责任编辑：张三</div>{RELATED}'
    f'<div class="share">扫一扫在手机打开当前页</div><div class="foot">{FOOTER}</div>',
    "without names": f"<div><a>首页</a> <a>新闻</a></div><div>您现在的位置：<a>首页</a> &gt; 报告</div><div><div>{TITLE}</div>"
    f"<div>发布时间：2024-02-01　浏览次数：38</div><div>{paragraphs(REPORT)}</div><div>【打印本页】【关闭窗口】</div>{RELATED}</div><div>{FOOTER}</div>",
    "tables": f"<table><tr><td colspan=2><a>首页</a> | <a>政务</a></td></tr><tr><td><a>栏目</a></td><td><b>{TITLE}</b><hr>"
    f"{'<br><br>'.join('　　' + line for line in REPORT)}</td></tr><tr><td colspan=2>版权所有 电话：0000-000</td></tr></table>",
    "divisions": f"{NAVIGATION}<h2>{TITLE}</h2>{paragraphs(REPORT, 'div')}<footer>{FOOTER}</footer>",
    "in two parts": f"<nav><a>首页</a></nav><article><h1>{TITLE}</h1><p>2024年02月01日 08:30 | 来源：某某网 | 编辑：李四</p>"
    f"<div>{paragraphs(REPORT[:5])}</div><div class=ad><a>广告：买房上某某网</a></div>{RELATED}<div>{paragraphs(REPORT[5:])}</div></article>"
    "<div id=comments><h3>网友评论</h3><p>说得真好，希望今年的工作再上一个新台阶！</p></div>"
    "<aside><p>昨天，全市气温骤降十度，请市民注意保暖。</p></aside>",
    "named against its sense": f'<div id="print" class="share"><div class="hot">{paragraphs(REPORT, "p", "class=tool")}</div></div>',
    "in a form": f'<form><input value="x"><select><option>请选择，省政府网站群。</option></select>{NAVIGATION}<span>{TITLE}</span><div id="zoom">{paragraphs(REPORT)}</div></form>',
    "shown by a script": f'<h1>{TITLE}</h1><div id="js_content" style="visibility: hidden;">'
    + "".join(
        f"<section><section><p><span>{line[:4]}</span><span>{line[4:]}</span></p></section></section>"
        for line in REPORT
    )
    + "</div><div>微信扫一扫</div>",
    "open paragraphs": f"<center><b>{TITLE}</b></center><p>" + "\n<p>".join(REPORT),
}


@pytest.mark.parametrize("body", SKELETONS.values(), ids=SKELETONS.keys())
def test_the_article_is_read_whole_and_alone(body: str) -> None:
    found = read(page(body))
    assert found[0] == TITLE
    assert found[1:] == REPORT


def test_scripts_styles_comments_and_hidden_elements_are_not_text() -> None:
    body = (
        paragraphs(REPORT)
        + '<script>var a="1,234亿元，增长。"</script><style>p{}</style><!-- 亿元，增长。 --><p style="display:none">隐藏，的。</p><p hidden>隐藏，的。</p><noscript>请，启用。</noscript>'
    )
    assert read(page(body))[1:] == REPORT


def test_entities_are_decoded_and_source_line_ends_are_no_characters() -> None:
    body = "<p>全市地区生产\n总值完成 3200&#20159;元&#xff0c;增长6&#46;5&percnt;&mdash;&mdash;高于\r\n   预期。&lt;GDP&gt;</p>"
    assert read(page(body, title=""))[0] == "全市地区生产总值完成 3200亿元，增长6.5%——高于预期。<GDP>"


def test_raised_digits_do_not_join_the_figure_before_them() -> None:
    assert read(page("<p>全年造林120km<sup>2</sup>，PM<sub>2.5</sub>浓度下降5%，达到预期。</p>", "")) == [
        "全年造林120km²，PM2.5浓度下降5%，达到预期。"
    ]
    marked = '<p>全市地区生产总值增长6.5%<sup><a href="#n1">1</a></sup>，好于预期<sup>[2]</sup>。</p>'
    assert read(page(marked, "")) == ["全市地区生产总值增长6.5%¹，好于预期[2]。"]


def test_a_row_of_a_table_in_the_article_is_a_line() -> None:
    table = "<table><tr><th>指标</th><th><p>2023年</p><p>（亿元）</p></th><th></th></tr><tr><td></td><td>3200</td><td>6.5%</td></tr></table>"
    found = read(page(paragraphs(REPORT[:5]) + table + paragraphs(REPORT[5:])))
    assert found[1:] == [*REPORT[:5], "指标\t2023年 （亿元）", "3200\t6.5%", *REPORT[5:]]
    assert "\t3200\t6.5%" in extract_html(page(paragraphs(REPORT) + table)).text


def test_half_width_marks_make_sentences_too() -> None:
    assert read(page("<p>全市地区生产总值增长6.5%,城镇新增就业5万人</p>", "")) == [
        "全市地区生产总值增长6.5%,城镇新增就业5万人"
    ]


def test_preformatted_lines_stay_lines() -> None:
    assert read(page("<pre>" + "\n".join(REPORT) + "</pre>"))[1:] == REPORT


def test_annexes_and_footnotes_stay_and_lists_of_links_go() -> None:
    body = f'<div>{paragraphs(REPORT)}<p>附件：<a href="a.docx">主要指标表.docx</a></p><div class="footnote">1. 按可比价计算，下同。</div></div>'
    assert read(page(body))[1:] == [*REPORT, "附件：主要指标表.docx", "1. 按可比价计算，下同。"]


def test_where_and_when_it_was_delivered_is_kept_with_the_title() -> None:
    said = "（2024年1月20日在某某市第八届人民代表大会第四次会议上）"
    body = f"<div><h1>{TITLE}</h1></div><div>{said}</div><div>来源：某某网</div><div>市长 王某某</div><div>{paragraphs(REPORT)}</div>"
    assert read(page(body)) == [TITLE, said, "市长 王某某", *REPORT]


def test_the_title_is_not_printed_twice() -> None:
    inside = "<p>某某市2024年</p><p>政府工作报告</p>"
    assert read(page(f"<h1>{TITLE}</h1><div>{inside}{paragraphs(REPORT)}</div>"))[:3] == [
        "某某市2024年",
        "政府工作报告",
        REPORT[0],
    ]


@pytest.mark.parametrize(
    ("title", "first"),
    [
        (f"{TITLE}_政府工作报告_某某市人民政府门户网站", TITLE),
        (f"某某市人民政府门户网站 - {TITLE}", TITLE),
        ("某某市人民政府门户网站", REPORT[0]),
        ("", REPORT[0]),
    ],
)
def test_a_page_without_a_headline_has_its_own_title_less_the_site(title: str, first: str) -> None:
    assert read(page(f"<div>{paragraphs(REPORT)}</div>", title))[0] == first


def test_a_page_that_goes_on_elsewhere_says_so() -> None:
    remarks = extract_html(page(f'<div>{paragraphs(REPORT)}</div><div><a href="2.html">下一页</a></div>')).remarks
    assert remarks == ("the page links to a next page; only this one was read",)


@pytest.mark.parametrize(
    "body",
    [
        "",
        "<script>document.write('全市地区生产总值完成3200亿元，增长6.5%。')</script>",
        NAVIGATION,
        RELATED,
        FOOTER,
        "<noscript>请启用JavaScript，再访问。</noscript><p>正在加载，请稍候。</p>",
        "<iframe src=x></iframe>",
        "<p>Report on the work of the government, 2024.</p>",
    ],
)
def test_a_page_without_an_article_is_refused(body: str) -> None:
    with pytest.raises(SourceError, match="no article") as caught:
        extract_html(page(body))
    assert "browser" in caught.value.hint


ENCODINGS = [
    ("utf-8", '<meta charset="utf-8">'),
    ("utf-8", ""),
    ("utf-8", '<meta charset="gbk">'),
    ("utf-8-sig", '<meta charset="gb2312">'),
    ("gb18030", '<meta http-equiv="Content-Type" content="text/html; charset=gb2312">'),
    ("gbk", "<meta charset=GBK>"),
    ("gb18030", ""),
    ("gb18030", '<meta charset="utf-8">'),
    ("gb18030", '<meta charset="no-such">'),
    ("utf-16", ""),
    ("big5", '<meta charset="big5">'),
]


@pytest.mark.parametrize(("encoding", "head"), ENCODINGS)
def test_the_encoding_is_told_by_mark_declaration_or_bytes(encoding: str, head: str) -> None:
    text = "今年的主要目標是：地區生產總值增長六成左右。" if encoding == "big5" else REPORT[8]
    assert read(page(f"<p>{text}</p>", "", head).decode().encode(encoding)) == [text]


def test_a_broken_byte_is_shown_and_remarked_and_many_are_refused() -> None:
    data = page(paragraphs(REPORT * 20)).replace("代表".encode(), b"\xff\xfe\xff", 1)
    found = extract_html(data)
    assert "\ufffd" in found.text
    assert "cannot be read" in found.remarks[0]
    with pytest.raises(SourceError, match="decoded"):
        extract_html(page(paragraphs(REPORT)).replace(b"\xe3", b"\xff"))


HAN = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=12, max_size=60)


@settings(max_examples=60, deadline=None)
@given(st.lists(HAN, min_size=3, max_size=12), st.sampled_from(("p", "div", "li", "section", "h3")), st.booleans())
def test_every_character_of_every_paragraph_is_kept_in_order(texts: list[str], tag: str, framed: bool) -> None:
    lines = [f"{text}，{number}.5%。" for number, text in enumerate(texts)]
    body = "".join(f"<{tag}>{line[:5]}<b>{line[5:9]}</b>{line[9:]}</{tag}>" for line in lines)
    framed_body = f'{NAVIGATION}<div><div>{body}</div></div><div class="footer">{FOOTER}</div>' if framed else body
    assert read(page(framed_body, title="")) == lines


def test_running_text_around_the_article_s_element_is_not_lost() -> None:
    body = f"<div>{REPORT[1]}<br>{REPORT[2]}<div><div>{paragraphs(REPORT[3:9])}</div></div><div>{REPORT[9]}</div></div>"
    assert read(page(body, title="")) == REPORT[1:]


def test_a_salutation_and_a_heading_in_elements_of_their_own_belong_to_the_article() -> None:
    body = f"{NAVIGATION}<div>{REPORT[0]}</div><div>一、2023年工作回顾</div><div><div>{paragraphs(REPORT[3:])}</div></div><div>谢谢大家！</div><div>关于我们</div>"
    assert read(page(body, title="")) == [REPORT[0], "一、2023年工作回顾", *REPORT[3:], "谢谢大家！"]


def test_a_table_within_a_table_that_sets_out_the_page_keeps_its_rows() -> None:
    inner = "<table><tr><td>粮食产量</td><td>25.5亿斤</td></tr><tr><td>财政收入</td><td>300亿元</td></tr></table>"
    body = (
        f"<table><tr><td>{paragraphs(REPORT[:5])}{inner}{paragraphs(REPORT[5:])}</td><td><a>栏目</a></td></tr></table>"
    )
    assert read(page(body))[1:] == [*REPORT[:5], "粮食产量\t25.5亿斤", "财政收入\t300亿元", *REPORT[5:]]


def test_what_a_page_does_not_print_is_not_text() -> None:
    body = (
        paragraphs(REPORT).replace("回顾", '回顾<span class="mw-editsection">[编辑]</span>')
        + '<p class="noprint">返回，的。</p>'
    )
    assert read(page(body))[1:] == REPORT


def test_a_line_that_only_begins_like_a_label_stays_at_the_end() -> None:
    last = ["1.新建农村公路1200公里。", "主办单位：市交通运输局，各县人民政府"]
    assert read(page(f"<div>{paragraphs(REPORT + last)}</div>"))[1:] == REPORT + last
