"""What on a web page is none of the article: told by tags, by names, by links, and at the article's edges by wording."""

from __future__ import annotations

import re

from report_qa.text.formats.html_tree import Element, Strip

_TAGS = frozenset(("nav", "aside", "footer", "menu", "dialog"))
_ROLES = frozenset(
    ("navigation", "banner", "contentinfo", "complementary", "search", "menu", "menubar", "toolbar", "dialog")
)
_WORDS = (
    "nav|navigation|navbar|menu|breadcrumbs?|crumbs?|mbx|weizhi|dqwz|share|bdshare|bshare|jiathis|social|sns|comments?|"
    "pinglun|liuyan|feedback|related|relate|xgyd|xgwd|xgzc|recommend|tuijian|foot|footer|copyright|beian|sidebar|toolbar|tools?|"
    "fontsize|zihao|dayin|print|qrcode|ewm|erweima|pagination|pager|paging|prevnext|advert|ads?|login|search|"
    "friendlinks?|yqlj|hotnews|hot|ranking|rank|popup|tooltip"
)
_NAME = re.compile(
    rf"(?:top|main|sub|left|right|bottom|bot|mini|site|page|global|new|the|article|news|content|con|doc)?(?:{_WORDS})"
    r"(?:s|er|ing|bar|box|button|buttons|btn|btns|wrap|wrapper|list|area|con|content|container|div|inner|links?|info|\d+)*"
)
_TOKENS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z0-9]+")
_LABELLED = re.compile(
    r"[【\[（(]?(?:字\s*[体号]|(?:信息|文章|稿件|新闻)?来\s*源|(?:发布|成文|发文|生成|更新|印发)(?:时间|日期|机构|单位)|(?:责任)?编\s*辑|责编|作\s*者|"
    r"(?:浏览|点击|阅读|访问)(?:次数|量|数|人次)?|索\s*引\s*号|信息(?:分类|索引)|主\s*题\s*(?:分类|词)|文\s*号|发文字号|"
    r"公开(?:方式|类别|形式)|您?(?:的|当前的?|现在的?)?(?:所在)?位置|您(?:现在|当前)(?:的位置|在)|上一[篇条页]|下一[篇条页]|"
    r"(?:主办|承办|协办|技术支持)(?:单位)?|相关(?:链接|阅读|文章|新闻|稿件|文档|解读|信息|推荐|专题|附件))\s*[：:]"
)
_BUTTON = re.compile(
    r"[【\[（(]?(?:字\s*[体号]|字体大小|大\s*中\s*小|打\s*印|分\s*享|收\s*藏|关\s*闭|纠\s*错|下载|朗读|返回(?:顶部|首页|列表)|扫一扫|扫码|"
    r"浏览次数|点击(?:次数|量)|索\s*引\s*号|当前位置|您(?:现在|当前)|上一[篇条页]|下一[篇条页]|"
    r"相关(?:链接|阅读|文章|新闻|稿件|文档|解读|信息|推荐|专题|附件)|延伸阅读|推荐阅读|热门|(?:网友|全部|用户|发表|最新|热门)评论|"
    r"网站(?:地图|标识码|声明)|联系我们|关于我们|微信|微博|我要(?:纠错|评论)|无障碍|长者|登录|注册|首\s*页(?:$|\s*[>＞»|])|>>|＞＞)"
)
_STAMPED = re.compile(
    r"(?:(?:19|20)\d\d\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?|\d{1,2}:\d\d).*(?:来源|编辑|作者|浏览|点击|阅读|字号|打印|责编)"
)
_LINKS_HEAD = re.compile(r"[【\[]?(?:相关|延伸|推荐|热门|热点|更多|最新|往期|关联)")
_DAY = re.compile(r"[\s\[（(]*(?:19|20)?\d\d[-/.年]\d{1,2}(?:[-/.月]\d{1,2}日?)?[\s\]）)]*$")
_MARKS = re.compile(r"[\W_]+")
_FOOT = re.compile(
    r"ICP备|公网安备|网站标识码|版权所有|未经.{0,10}(?:授权|许可)|建议使用.{0,20}浏览器|^本(?:站|网站)|^网站管理"
)
_NO_PAGE = re.compile(
    r"java\s*script|启用脚本|正在加载|加载中|页面不存在|找不到(?:您|该|页)|访问的页面|请(?:先)?登录", re.IGNORECASE
)
_SENTENCE = re.compile(r"[，。；！？]|[\u4e00-\u9fff\d%％)）”][,;!?](?=[\u4e00-\u9fff“])")
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff]")
_LABEL = 80  # characters of a label with its value at most
_SHORT = 40  # characters of a button or a heading of links at most
_LINKED = 0.6  # share of a line that is links with which it is one


def is_clutter(element: Element) -> bool:
    """Whether an element is named as something beside the article: navigation, a share bar, comments, a footer."""
    if element.tag in _TAGS:
        return True
    role, *names = element.names.split("\n")
    if role.strip().lower() in _ROLES:
        return True
    return any(_NAME.fullmatch(token) for name in names for token in _tokens(name.lower() if name.isupper() else name))


def _tokens(name: str) -> list[str]:
    """The words of a class or id: `top-nav`, `topNav`, and the whole name with its marks left out."""
    whole = re.sub(r"[^a-z0-9]", "", name.lower())
    return [] if "footnote" in whole else [*(token.lower() for token in _TOKENS.findall(name)), whole]


def is_link(strip: Strip) -> bool:
    """Whether a line is links, the day behind it aside."""
    return bool(strip.linked) and strip.linked > _LINKED * max(1, len(_MARKS.sub("", _DAY.sub("", strip.text))))


def heads_links(text: str) -> bool:
    """Whether a line is the heading of a list of links to other pages (相关稿件)."""
    return len(text.strip()) <= _SHORT // 2 and _LINKS_HEAD.match(text.strip()) is not None


def is_label(text: str) -> bool:
    """Whether a line is one that sites print around an article: a label (来源：), a button (打印), a heading of links."""
    bare = text.strip(" \u00a0\u3000|·")
    if len(bare) > _LABEL:
        return False
    if _FOOT.search(bare):
        return True
    if _SENTENCE.search(bare):
        return False
    return (
        _LABELLED.match(bare) is not None
        or _STAMPED.match(bare) is not None
        or (len(bare) <= _SHORT and _BUTTON.match(bare) is not None)
    )


def weight(strip: Strip) -> int:
    """How much running text a line holds: its Han characters, none where it is links, a label or no sentence."""
    if is_link(strip) or not _SENTENCE.search(strip.text) or _NO_PAGE.search(strip.text) or is_label(strip.text):
        return 0
    return len(_HAN.findall(strip.text))
