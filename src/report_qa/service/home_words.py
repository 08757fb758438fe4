"""The words of the first page, in Chinese and English: what the report is, how it was read, what may be expected."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from report_qa.service.page_words import Language


@dataclass(frozen=True, slots=True)
class HomeWords:
    """The words of the first page in one language."""

    tagline: str
    asking: str
    no_script: str
    pane: str
    pane_close: str
    pane_open: str
    waiting: str
    unreachable: str
    this_report: str
    all_reports: str
    reports: str
    read_source: str
    see_figures: str
    contact: str
    what: str
    what_said: str
    read: str
    read_said: tuple[str, ...]
    can: str
    can_said: tuple[str, ...]
    cannot: str
    cannot_said: tuple[str, ...]
    where: str
    where_said: tuple[str, ...]


HOME_WORDS: Mapping[Language, HomeWords] = {
    "zh": HomeWords(
        tagline="用自己的话提问。回答取自报告原文，每个数字都标明出自哪一行。",
        asking="提问",
        no_script="提问需要浏览器开启 JavaScript；看原文、看数字不需要。",
        pane="报告原文",
        pane_close="合上原文",
        pane_open="在整页中打开",
        waiting="正在取原文…",
        unreachable="原文没有取到。可以从链接打开。",
        this_report="这份报告",
        all_reports="问全部报告",
        reports="可以问的报告",
        read_source="看原文",
        see_figures="看全部数字",
        contact="报告里没有的，可以问",
        what="这是什么",
        what_said="政府工作报告由政府首脑向人民代表大会宣读：前半回顾上一年做成的事，后半安排今年要做的事。"
        "它是公开文件，这里收的是印发的文本，一字未改。",
        read="怎样读的",
        read_said=(
            "按印出来的样子逐行编号。换行切断的词句和数字接起来读，页码、眉注、分享按钮不算正文；原文照旧，修整处可以在原文页里看。",
            "每一句归到它的小标题下，记下说的是哪一年、是已完成还是目标。",
            "每一个数字单独记账：是什么、多少、单位、“左右”“以上”这样的限定、印在第几行第几字。",
        ),
        can="能做什么",
        can_said=(
            "找出报告里的数字和说法，连同原句、行号和所在部分。",
            "分清去年的结果和今年的目标；问得含糊时，把几种读法都列出来。",
            "同一指标的差、和、倍数，给出算式。",
            "能听懂平常话，也能接着上一句问；中文、英文都行。",
        ),
        cannot="不能做什么",
        cannot_said=(
            "报告没有说的，就说没有，不猜，也不到别处去找。",
            "不评价，不预测，不解释原因（除非报告自己写了）。",
            "不知道报告印出以后的事。",
        ),
        where="数字从哪里来",
        where_said=(
            "只从报告原文来，没有语言模型代笔。回答发出以前，逐个数字对回原文的那几个字，对不上就不发。",
            "■ 已完成是报告回顾的实绩，◇ 目标是今后的安排；“左右”“以上”等限定不会丢。",
        ),
    ),
    "en": HomeWords(
        tagline="Ask in your own words. Answers are cut from the report, and every figure shows the line it stands on.",
        asking="Ask",
        no_script="Asking needs JavaScript; reading the source and the figures does not.",
        pane="The report's source",
        pane_close="Close the source",
        pane_open="Open as a page",
        waiting="Fetching the source…",
        unreachable="The source could not be fetched. Its link opens it.",
        this_report="This report",
        all_reports="Ask all reports",
        reports="Reports you can ask",
        read_source="Read the source",
        see_figures="See all figures",
        contact="What the report does not say, you can ask",
        what="What this is",
        what_said="A government work report is read by the head of a government to its people's congress: the first half looks back "
        "on the year that ended, the second plans the year ahead. It is a public document; this is the text as it was "
        "printed, with nothing changed.",
        read="How it was read",
        read_said=(
            "Line by line as printed. Words and figures that a line end cuts are read together; page numbers, running heads and "
            "share buttons are no part of it. The source stays as it is, and its page shows each repair on demand.",
            "Each sentence belongs to its heading, with the year that it speaks of and whether that is done or planned.",
            "Each figure has a record of its own: what it measures, how much, its unit, its qualifier (左右 about, 以上 at least), "
            "and the line and characters that it is printed at.",
        ),
        can="What it can do",
        can_said=(
            "Find figures and statements of the report, with the sentence, the line and the section.",
            "Tell last year's result from this year's target; where a question is open, give each reading.",
            "Differences, sums and ratios within one metric, with the formula.",
            "Understand everyday words and follow-up questions, in Chinese and in English.",
        ),
        cannot="What it cannot do",
        cannot_said=(
            "What the report does not say is not guessed, nor looked for elsewhere.",
            "No opinions, no forecasts, no reasons (unless the report gives them).",
            "It knows nothing of what happened after the report was printed.",
        ),
        where="Where figures come from",
        where_said=(
            "From the report's own text; no language model writes anything. Before an answer is sent, each figure is held against "
            "the very characters of the source, and an answer that fails is not sent.",
            "■ Done is what the report looks back on, ◇ Target what it plans; qualifiers are never dropped.",
        ),
    ),
}
