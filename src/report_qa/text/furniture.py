"""Lines that belong to the page or the web site and not to the report: page numbers, running heads, web clutter."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from report_qa.text.lines import Line
from report_qa.text.site import after_the_speech, labelled_values, site_footer, time_stamps
from report_qa.text.titles import ADDRESS

Furniture = Mapping[int, str]  # line number → name of the rule that says so

_PAGE_NUMBER = re.compile(
    r"[—–\-－‐_·.…\s]*(?:第\s*)?[0-9０-９]{1,3}(?:\s*页)?(?:\s*[/／]\s*(?:共\s*)?[0-9]{1,3}\s*页?)?[—–\-－‐_·.…\s]*|[—–－-]+\s*[0-9]{1,3}"
)
_BARE_NUMBER = re.compile(r"[0-9]{1,3}")
_TURN = re.compile(
    r"[（(【]?\s*(?:上接|下转|紧接)(?:第?[0-9一二三四五六七八九十A-Z]+版|[^，。]{0,8}版)[^，。]{0,12}[)）】]?"
)
TURNED_FROM = re.compile(r"[（(【]\s*(?:上接|紧接)[^（）()，。]{1,12}版[^（）()，。]{0,6}[)）】]")
TURNED_TO = re.compile(r"[（(【]\s*下转[^（）()，。]{1,12}版[^（）()，。]{0,6}[)）】]$")
_MARKUP = re.compile(
    r"<!--.*|.*-->|</?[a-zA-Z][^<>]*>|(?:<U\+[0-9A-Fa-f]{4}>\s*)+|(?:&[a-z]{2,6};\s*)+|[|｜>＞/]|[\s|｜>＞/·•*_=~\-]{2,}"
)
_CLUTTER_WORD = (
    r"下载|打印(?:本页|文章)?|全屏|收藏(?:本页)?|加大|还原|减小|[大中小]|关闭(?:窗口|本页)?|返回(?:顶部|首页|列表)?|分享(?:到|至)?|微信|微博|QQ空间|朋友圈|"
    r"首页|网站首页|网站地图|联系我们|关于我们|无障碍(?:浏览|阅读)?|长者(?:版|模式)|繁体(?:版)?|简体|English|登录|注册|搜索|导航|更多|"
    r"上一篇|下一篇|相关(?:报道|链接|新闻|阅读|文件|附件|稿件)|扫一扫(?:在手机打开当前页)?|在手机(?:打开|上查看)?|放大|缩小|默认|语音播报|播报|字体|字号|纠错|评论|点赞|转发|"
    r"党政机关|政府网站找错|政务微博|政务微信|客户端|手机版|网站声明|隐私声明|版权声明|免责声明|(?:页面|网站)纠错|法律声明|使用帮助|主办单位|上一条|下一条"
)
_CLUTTER = re.compile(
    rf"(?:[【\[（(「<]?\s*(?:{_CLUTTER_WORD})\s*[】\])）」>]?[\s|｜·:：/]*)+[】\])）]?|[】\])）]|(?:【?\s*字[号体]\s*[：:].*)"
)
_LABEL = re.compile(
    r"(?:[【（(\[]?\s*(?:文章|信息|稿件|内容|新闻)?(?:来源|出处|作者|责任编辑|责编|编辑|审核|校对|发[布表](?:日期|时间|机构|单位)?|发文(?:日期|机关|字号)|成文日期|"
    r"时间|日期|浏览(?:次数|量)?|阅读(?:次数|量)?|点击(?:次数|数|率)?|访问量|索引号|主题(?:分类|词)|文号|有效性|公开方式|分类|标签|"
    r"版权所有|技术支持|网站标识码|备案号|当前位置|您(?:现在)?的位置|所在位置)\s*[：:])|"
    r".*(?:公网安备|ICP备|ICP证|网站标识码|版权所有|网站管理|Copyright|copyright|All Rights Reserved)"
)


_TITLE = re.compile(r"政\s*府\s*工\s*作\s*报\s*告")


def find_furniture(lines: Sequence[Line]) -> dict[int, str]:
    """The number of each line that is furniture, and the name of the rule that found it."""
    content = [line for line in lines if not line.blank]
    found: dict[int, str] = {}
    for name, rule in RULES:
        for number in rule([line for line in content if line.number not in found]):
            found[number] = name
    return found


def _page_numbers(lines: Sequence[Line]) -> list[int]:
    """A line of a number between dashes (— 12 —, 第3页, 3/20); bare numbers only where they count up through the text."""
    dashed = [line for line in lines if _PAGE_NUMBER.fullmatch(line.text)]
    bare = [line for line in dashed if _BARE_NUMBER.fullmatch(line.text)]
    counted = [int(line.text) for line in bare]
    rising = len(bare) >= 3 and all(a + 1 == b for a, b in zip(counted, counted[1:], strict=False))
    return [line.number for line in dashed if rising or not _BARE_NUMBER.fullmatch(line.text)]


def _markup(lines: Sequence[Line]) -> list[int]:
    """Comments, tags and entities left by a scrape, and lines of rules or separators."""
    return [line.number for line in lines if _MARKUP.fullmatch(line.text)]


def _turned_pages(lines: Sequence[Line]) -> list[int]:
    """上接第1版, 下转第3版 on a line of their own."""
    return [line.number for line in lines if _TURN.fullmatch(line.text)]


def _web_clutter(lines: Sequence[Line]) -> list[int]:
    """Buttons, share bars, source and date labels before the report's text begins or after it has ended."""
    opened = [at for at, line in enumerate(lines[:60]) if ADDRESS.match(line.text)]
    prose = [at for at, line in enumerate(lines) if len(line.text) >= 30 and line.text[-1] in "。！？；，"]
    first, last = (opened or prose or [0])[0], (prose or [len(lines)])[-1]
    outside = [
        line
        for at, line in enumerate(lines)
        if at < first or at > last or len(line.text) < 60 and _is_notice(line.text)
    ]
    labels = [line for line in outside if _CLUTTER.fullmatch(line.text) or _LABEL.match(line.text)]
    return [line.number for line in (*labels, *labelled_values(lines, labels), *time_stamps(lines[:first]))]


def _is_notice(text: str) -> bool:
    return bool(re.search(r"ICP备|公网安备|网站标识码|版权所有|字号：|责任编辑|扫一扫在手机", text))


def _running_heads(lines: Sequence[Line]) -> list[int]:
    """A short line that comes again and again without being a heading's or an address's: only its first stays."""
    texts = Counter(line.text for line in lines if _may_run(line))
    begun = False  # whether the report's text has: after that its title is a running head
    seen: set[str] = set()
    found: list[int] = []
    for line in lines:
        if texts[line.text] >= 3 and line.text in seen or begun and _TITLE.fullmatch(line.text):
            found.append(line.number)
        seen.add(line.text)
        begun = begun or bool(ADDRESS.match(line.text)) or len(line.text) >= 60
    return found


def _may_run(line: Line) -> bool:
    return 3 <= len(line.text) <= 30 and line.marker is None and line.text[-1] not in "。！？；：:!，、”）)摄"


RULES: tuple[tuple[str, Callable[[Sequence[Line]], list[int]]], ...] = (
    ("markup", _markup),
    ("page_number", _page_numbers),
    ("turned_page", _turned_pages),
    ("site_footer", site_footer),
    ("web_clutter", _web_clutter),
    ("running_head", _running_heads),
    ("after_the_speech", after_the_speech),
)
