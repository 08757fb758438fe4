"""The rules that a report is read by, each with its name and what it does in Chinese and in English.

The names are those that `report-qa inspect` shows: of furniture, of edits, of captions and headings, and of the evidence that dates
a section or a sentence. `report.toml` may turn some off for a whole report (`rules_off`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Stage = Literal["furniture", "repair", "lines", "headings", "dating"]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: what it does in a sentence of each language, and whether `rules_off` may name it."""

    name: str
    stage: Stage
    zh: str
    en: str
    switchable: bool = True


RULES: tuple[Rule, ...] = (
    Rule(
        "markup",
        "furniture",
        "网页残留的注释、标签、脚本、样式、网址，或只有分隔符号的行。",
        "A line of comments, tags, scripts, styles or addresses that a scrape left, or of rules and separators alone.",
    ),
    Rule(
        "second_copy",
        "furniture",
        "同一份报告又出现一遍：一长段行依次与前文完全相同。",
        "The report again: a long stretch of lines that all stood before in the same order.",
    ),
    Rule(
        "doubled_line",
        "furniture",
        "紧接着又印了一遍的行，只读一遍。",
        "A line that stands a second time right behind itself.",
    ),
    Rule(
        "page_number",
        "furniture",
        "页码：带横线或圆点的数字、“第…页”；方括号里或单独的数字，只在随全文逐页递增时。",
        "A page number: in dashes or dots, as 第3页 or Page 3; barer ones (3, [3], 3/20) only where they count up, a page apart.",
    ),
    Rule(
        "page_inside",
        "repair",
        "夹在一行文字中间的页码（…贯彻— 1 —落实…），随全文逐页递增。",
        "A page number inside a line of text (…贯彻— 1 —落实…); such numbers count up through the report.",
    ),
    Rule(
        "newspaper_edge",
        "furniture",
        "报纸版面边上的内容：报名、日期和星期、版次版名、责编校对、热线电话。",
        "What stands at a newspaper page's edge: its name, the day, the page's number and name, who edited it, where to call.",
    ),
    Rule(
        "turned_page",
        "furniture",
        "“上接第1版”“下转第3版”之类的转版说明，单独成行或附在段落首尾。",
        "A note on where the text goes on (上接第1版, 下转第3版), on a line of its own or at a paragraph's end.",
    ),
    Rule(
        "site_footer",
        "furniture",
        "网站页脚：备案号、主办单位、联系方式。",
        "A site's footer: its registration, who runs it, how to reach them.",
    ),
    Rule(
        "web_clutter",
        "furniture",
        "网页的按钮、分享栏、导航、字号、来源、时间；正文中间只去掉不可能是正文的。",
        "A web page's buttons, share bars, navigation, font sizes, source and date labels; inside the text only what can be "
        "nothing else.",
    ),
    Rule(
        "running_head",
        "furniture",
        "书眉：反复出现的会议名、文件名或隔断句子的短行，页边旁逐页递增的行，正文中再次出现的标题，多数页面首尾的行。",
        "A running head: a short line that comes again and again and names a meeting or a document, parts sentences, or stands "
        "beside a page's edge, also with a number that counts up; the title again inside the text; a line at the top or the foot "
        "of most pages.",
    ),
    Rule(
        "after_the_speech",
        "furniture",
        "报告结束之后的版权声明、链接和零星符号；名词解释和附件保留。",
        "Licences, links and stray marks after the speech has ended; a glossary or an annex stays.",
    ),
    Rule(
        "margin",
        "repair",
        "行首行尾的空白和字节顺序标记。",
        "White space and byte-order marks at the ends of a line.",
        False,
    ),
    Rule(
        "hard_wrap",
        "repair",
        "段落内部的换行：上一行接着下一行。",
        "A line end inside a paragraph: the text goes on in the next line.",
    ),
    Rule(
        "doubled_headline",
        "repair",
        "重叠印了两遍的标题，只读一遍。",
        "The second printing of a headline that is printed over itself.",
    ),
    Rule(
        "spaced_han",
        "repair",
        "把单个汉字隔开的空格（政 府 工 作 报 告）。",
        "Spaces that set single Han characters apart (政 府 工 作 报 告).",
    ),
    Rule(
        "stray_space",
        "repair",
        "数字与汉字、标点之间的空格，以及多余的空格。",
        "A space beside a digit or a Chinese mark, and all but one of a run of spaces.",
    ),
    Rule(
        "entity",
        "repair",
        "文字中残留的网页实体（&nbsp;、&ldquo;、&#8220; 等）；&amp; 保留“&”。",
        "An entity that a web page left inside the text (&nbsp;, &ldquo;, &#8220;); of &amp; the sign itself stays.",
    ),
    Rule(
        "tag",
        "repair",
        "文字中残留的网页标签（<br>、<span …>）。",
        "A tag that a web page left inside the text (<br>, <span …>).",
    ),
    Rule(
        "unprinted",
        "repair",
        "不显示的字符：零宽空格、软连字符、字节顺序标记、方向标记。",
        "Characters that do not print: zero-width spaces, soft hyphens, byte-order and direction marks.",
    ),
    Rule(
        "long_line",
        "lines",
        "整篇报告印成一行时，在标题和段落处切开。",
        "A line that holds a whole report is cut at its headings and paragraphs.",
    ),
    Rule(
        "caption",
        "lines",
        "图片说明和摄影署名：署名收尾、窄于正文，或把一句话隔断的短段。",
        "A picture's caption or credit: it ends with a credit, is narrower than the text, or parts two halves of a sentence.",
    ),
    Rule(
        "reading_order",
        "headings",
        "报纸版面上印在正文之后或远处的标题，移到它所统领的文字之前来读。",
        "A heading that a page prints after or far from its text is read before it.",
    ),
    Rule(
        "heading_mark",
        "headings",
        "带编号或项目符号的标题（一、（一）1. ●），或段首一句。",
        "A heading by its mark (一、 （一） 1. ●): a line of its own, or a paragraph's first sentence.",
        False,
    ),
    Rule(
        "bare_heading",
        "headings",
        "没有编号的标题：独立成行、不带句末标点的短行。",
        "A heading without a mark: a short line of its own that ends without a stop.",
        False,
    ),
    Rule(
        "title_line",
        "headings",
        "开头称呼之前的各行：报告标题、会议、日期、报告人。",
        "The lines above the salutation: the report's title, its meeting, its date, who spoke.",
        False,
    ),
    Rule("salutation", "headings", "称呼：各位代表、同志们。", "A salutation: 各位代表, 同志们.", False),
    Rule(
        "heading",
        "dating",
        "标题自己的字眼（2023年工作回顾、今后五年、主要任务）。",
        "The heading's own words (2023年工作回顾, 今后五年, 主要任务).",
        False,
    ),
    Rule("parent", "dating", "与上级标题相同。", "As the heading above it.", False),
    Rule("the section before", "dating", "与前一节相同。", "As the section before it.", False),
    Rule(
        "turn",
        "dating",
        "回顾转为计划：编号重新开始，从此处起措辞都是计划。",
        "A review turns to plans: its numbering starts again, and the wording is of plans from there on.",
        False,
    ),
    Rule(
        "the year planned",
        "dating",
        "五年目标之后讲政府自身建设的一节，按计划之年。",
        "A section on the government itself, after aims of five years: the year planned.",
        False,
    ),
    Rule(
        "wording",
        "dating",
        "按措辞判断是已做还是将做（完成、同比；力争、确保、年底）。",
        "The wording: of work done (完成, 同比) or planned (力争, 确保, 年底).",
        False,
    ),
    Rule(
        "words",
        "dating",
        "句子开头的时间词，对后面各句有效，直到换了时间。",
        "A time that a sentence begins with; it holds for those behind it until another is named.",
        False,
    ),
    Rule(
        "problems",
        "dating",
        "承认问题和不足的句子，说的是所回顾的年份。",
        "Words that admit problems (清醒认识到…不足) speak of the year reviewed.",
        False,
    ),
    Rule("outline", "dating", "report.toml 里 [[outline]] 的规定。", "An [[outline]] of report.toml.", False),
    Rule("none", "dating", "没有依据，因此没有时间。", "Nothing decides, so there is no period.", False),
    Rule("overrule", "repair", "report.toml 里人工的规定。", "A person's word in report.toml.", False),
)
BY_NAME = {rule.name: rule for rule in RULES}
SWITCHABLE = frozenset(rule.name for rule in RULES if rule.switchable)
