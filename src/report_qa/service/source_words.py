"""The words of the source's page, in Chinese and English."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from report_qa.service.page_words import Language


@dataclass(frozen=True, slots=True)
class SourceWords:
    """The words of the source's page in one language; `{}` stands where a number goes."""

    outline: str
    note: str
    note_extracted: str
    key: str
    undated: str
    page: str
    tools: str
    find_hint: str
    find_label: str
    found: str
    found_none: str
    found_next: str
    found_previous: str
    figure_next: str
    figure_previous: str
    here: str
    here_empty: str
    here_lines: str
    here_none: str
    here_link: str
    here_copied: str
    here_more: str
    here_contradicts: str
    repairs: str
    repairs_hide: str
    repairs_none: str
    repairs_said: str
    repairs_count: str


SOURCE_WORDS: Mapping[Language, SourceWords] = {
    "zh": SourceWords(
        outline="目录",
        note="以下是收到的原文，逐行编号，一字未改。",
        note_extracted="以下是从收到的文件里提取的文字，逐行编号，一字未改；原件另行保存。",
        key="原文里的数字",
        undated="未注明时间",
        page="第{}页",
        tools="查阅原文",
        find_hint="查找词句，跨行也能找到",
        find_label="在原文中查找",
        found="第{}处，共{}处",
        found_none="没有找到",
        found_next="下一处",
        found_previous="上一处",
        figure_next="下一个数字",
        figure_previous="上一个数字",
        here="这一行还有什么",
        here_empty="点行号，看这一行的数字、所在部分和链接。按住 Shift 再点一行，可选一段。",
        here_lines="第{}行",
        here_none="这里没有数字。",
        here_link="复制链接",
        here_copied="已复制",
        here_more="数字表里的同一指标",
        here_contradicts="与报告别处的数字不一致",
        repairs="看排印修整",
        repairs_hide="不看排印修整",
        repairs_none="这份原文没有需要修整的地方。",
        repairs_said="划掉的字不算正文，“⤶”处上下行接起来读。原文没有改动。",
        repairs_count="{}处",
    ),
    "en": SourceWords(
        outline="Contents",
        note="The source as received, unchanged, each line with its number.",
        note_extracted="The text extracted from the file as received, unchanged, each line with its number; the file itself is kept.",
        key="Figures in the source",
        undated="undated",
        page="Page {}",
        tools="Tools to read the source",
        find_hint="Words, also across line ends",
        find_label="Find in the source",
        found="{} of {}",
        found_none="Not found",
        found_next="Next match",
        found_previous="Previous match",
        figure_next="Next figure",
        figure_previous="Previous figure",
        here="What else stands here",
        here_empty="Follow a line's number to see its figures, its section and its link. Shift and another number take all between.",
        here_lines="Line {}",
        here_none="No figure stands here.",
        here_link="Copy link",
        here_copied="Copied",
        here_more="This metric among the figures",
        here_contradicts="Differs from another figure of the report",
        repairs="Show repairs of the print",
        repairs_hide="Hide repairs of the print",
        repairs_none="Nothing of this source needed repair.",
        repairs_said="What is struck out is no part of the text; at ⤶ two lines are read as one. The source itself is unchanged.",
        repairs_count="{}",
    ),
}
