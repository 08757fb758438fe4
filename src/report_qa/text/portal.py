"""A web page's buttons, labels and navigation around a report, and the few that fall between its paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from report_qa.text.lines import Line
from report_qa.text.site import labelled_values, time_stamps
from report_qa.text.titles import ADDRESS, is_title_line

_ACT = (
    r"(?:我要|请|点击|点此)?(?:下载|打印|收藏|分享|转发|评论|点赞|举报|纠错|关闭|返回|回到|刷新|展开|收起|查看|收听|朗读|播报|播放|复制|订阅|切换|设为|加入|放大|缩小|"
    r"恢复|还原|打开|阅读|登录|注册|退出|搜索|检索|扫码|扫一扫|扫描|识别|长按|关注|保存|推荐|投稿|反馈|留言)"
)
_THING = (
    r"(?:本页|此页|该页|当前页|本文|此文|文章|原文|全文|正文|窗口|页面|网页|语音版?|音频|视频|更多|顶部|首页|主页|列表|目录|上一?页|下一?页|二维码|手机版?|手机阅读|"
    r"客户端|公众号|小程序|附件|收藏夹?|好友|给好友|朋友圈|简繁|繁简|繁体|简体|字体|大字|到|至|在手机打开当前页|在手机上?(?:查看|阅读|打开)|在移动端浏览|阅读|浏览|分享|"
    r"播报|朗读|导航|无障碍|（\d+）|\(\d+\))"
)
_PAGER = r"(?:首页|第一页|末页|尾页|最后一页|上一?页|下一?页|前一?页|后一?页|上一[篇条]|下一[篇条]|前一[篇条]|后一[篇条]|[<>＜＞«»]{1,2}|跳转|转到第?|共\s*\d+\s*页)"
_SHARE = (
    r"(?:(?:新浪|腾讯)?微博|微信(?:好友|朋友圈|扫码(?:分享|阅读)?)?|朋友圈|QQ(?:空间|好友)?|人人网?|豆瓣|今日头条|抖音|快手|百度贴吧|钉钉|邮件|更多|T\+|T-|A\+|A-|Aa?|T|"
    r"[大中小特]|默认|适中|标准|宋体|黑体|微软雅黑)"
)
_PLACE = (
    r"(?:网站首页|本站首页|首页|主站|网站(?:地图|导航|声明|支持|维护)|联系(?:我们|方式)|关于(?:我们|本站)|无障碍(?:浏览|阅读|模式)?|适老化(?:版)?|长者(?:版|模式|专区)|关怀(?:版|模式)|"
    r"繁體|繁体版?|简体版?|English|EN|移动版|手机版|客户端|RSS(?:订阅)?|邮箱(?:登录)?|登录|注册|搜索|站内(?:检索|搜索)|热门搜索|智能(?:问答|搜索)|导航|更多|全屏|"
    r"隐私声明|版权声明|免责声明|法律声明|使用帮助|主办单位|政务(?:微博|微信|新媒体)|党政机关|政府网站找错|页面纠错|网站纠错|友情链接|相关(?:报道|链接|新闻|阅读|文件|附件|稿件|文章|推荐|解读)|"
    r"推荐阅读|延伸阅读|热点(?:专题|新闻)|设为首页|加入收藏|(?:网友|发表|热门|全部|查看)评论|我来说两句|(?:热门|点击)?排行榜?|字体|字号|文字大小|字体(?:大小|显示)|视力保护色|语音播报|播报)"
)
_TOKEN = rf"(?>{_ACT}{_THING}{{0,2}}|{_PAGER}|{_SHARE}|{_PLACE}|\[\d{{1,2}}\])"
_EDGE = r"[\s|｜·•:：/>＞<＜【】\[\]（）()「」,，、\-—]*+"
_BUTTONS = re.compile(rf"{_EDGE}{_TOKEN}(?:{_EDGE}{_TOKEN})*+{_EDGE}")
_SURE = re.compile(
    rf"{_EDGE}(?:(?:请)?(?:点击|扫码|扫一扫|扫描(?:下方|上方)?二维码|长按|阅读原文|展开(?:全文|全部)|收起全文|查看更多|更多(?:精彩|内容)|分享[到至]|我要(?:分享|打印|纠错|收藏)|未完[，,]?|请翻)"
    rf"[^。；！？]{{0,14}}|广告|图集|组图|高清大图|幻灯片|[^，。；]{{1,50}}\.(?i:pdf|docx?|wps|ofd|xlsx?|pptx?|rar|zip)|附件下载|(?:打印|关闭|下载)(?:本页|此页|本文|窗口|文章|页面)|上一?页|下一?页|返回(?:顶部|首页|列表|上一?页)|"
    rf"[^，。；！？]{{0,6}}(?:正在加载|加载中|(?i:loading))[.…。]{{0,6}}|(?:第\s*\d{{1,3}}\s*页{_EDGE}){{2,}}|"
    rf"(?:字[号体](?:大小|显示)?|文字大小)?\s*[：:]?(?:\s*[【\[（(]?\s*[大中小特]\s*[】\]）)]?){{3,4}}|字[号体](?:大小|显示)?\s*[：:]\s*[大中小\s\[\]【】]*){_EDGE}"
    rf"(?:{_TOKEN}{_EDGE})*+"
)
_LABEL = re.compile(
    r"[【（(\[]?\s*(?:文章|信息|稿件|内容|新闻|图片)?(?:来\s*源|稿源|出处|作\s*者|记者|通讯员|责任编辑|责编|编辑|编审|审核|校对|初审|复审|终审|签发|"
    r"发[布表](?:日期|时间|机构|单位|人)?|刊发时间|发文(?:日期|机关|单位|字号)|成文日期|生成日期|公开(?:日期|时间|方式|范围|类别)|印发日期|上传时间|更新时间|录入时间|"
    r"时\s*间|日\s*期|浏览(?:次数|量|数)?|阅读(?:次数|量|数)?|点击(?:次数|数|率|量)?|访问(?:次数|量|总量)?|人气|索\s*引\s*号|信息(?:索引|分类|类别|名称)|主题(?:分类|词)|关\s*键\s*[词字]|"
    r"文\s*号|标\s*题|名\s*称|有\s*效\s*性|体\s*裁|栏目|分类|标签|版权所有|技术支持|网站标识码|备案(?:号|编号|序号)|当前位置|您?(?:现在|当前)?(?:所在)?的?位置|所在(?:的)?位置)\s*[：:]|"
    r".*(?:公网安备|公安备案|ICP备|ICP证|ICP备案|网站标识码|版权所有|网站管理|Copyright|copyright|All Rights Reserved)"
)
_STRONG_LABEL = re.compile(
    r"[【（(\[]?\s*(?:责任编辑|责编|浏览(?:次数|量)|阅读(?:次数|量)|点击(?:次数|数|量)|访问量|索\s*引\s*号|网站标识码)\s*[：:]|.{0,40}(?:公网安备|ICP备|ICP证|版权所有|网站标识码)"
)
_CRUMBS = re.compile(
    r"[^，。；！？]{1,12}(?:\s*(?:>{1,2}|＞{1,2}|»|›|→)\s*[^，。；！？>＞»›→]{1,16}){1,6}|[^，。；！？]{0,20}首页\s*[>＞/»›]\s*[^，。；！？]{1,40}"
)
_BAR = re.compile(r"[^\s，。；！？|｜]{2,8}(?:\s*[|｜]\s*[^\s，。；！？|｜]{2,8}){2,}[|｜\s]*")
_BESIDE = re.compile(
    rf"{_BUTTONS.pattern}|[【】\[\]|｜]{{1,2}}|[\[(（【]?\s*[0-9]{{1,3}}\s*[\])）】]?|[0-9]{{1,3}}\s*/\s*[0-9]{{1,3}}|[0-9,，]{{1,12}}\s*次?"
)
_TOP, _NEAR, _WORD = 60, 60, 24  # lines above a report; code points of a line of clutter, and of a button
_RUN = 3  # buttons and counts one behind the other that are a site's even inside the text
_FEW = 2  # pieces of clutter that make what stands over a title a site's


def web_clutter(lines: Sequence[Line]) -> list[int]:
    """Buttons, share bars, navigation, source and date labels around the report's text; inside it only what can be nothing else."""
    opened = [at for at, line in enumerate(lines[:_TOP]) if ADDRESS.match(line.text)]
    prose = [at for at, line in enumerate(lines) if len(line.text) >= 30 and line.text[-1] in "。！？；，"]
    first, last = (opened or prose or [0])[0], (prose or [len(lines)])[-1]
    sure = {at for at, line in enumerate(lines) if _is_sure(line.text)}
    outside = {at for at, line in enumerate(lines) if (at < first or at > last) and _is_clutter(line.text)}
    found = _with_neighbours(lines, sure | outside | _runs(lines))
    labels = [lines[at] for at in sorted(found) if _LABEL.match(lines[at].text)]
    found |= _over_the_title(lines[:first], found)
    numbers = {lines[at].number for at in found}
    values = [*labelled_values(lines, labels), *time_stamps(lines[:first])]
    return sorted(numbers | {line.number for line in values})


def _is_sure(text: str) -> bool:
    return len(text) < _NEAR and bool(_SURE.fullmatch(text) or _STRONG_LABEL.match(text) or _CRUMBS.fullmatch(text))


def _is_clutter(text: str) -> bool:
    return bool(
        (len(text) < _NEAR and _BUTTONS.fullmatch(text))
        or (_LABEL.match(text) and not text.endswith("。"))
        or len(text) < _NEAR
        and (_CRUMBS.fullmatch(text) or _BAR.fullmatch(text))
    )


def _runs(lines: Sequence[Line]) -> set[int]:
    """Positions of lines of which three or more stand one behind the other, each a button's or a count's, at least two buttons'."""
    found: set[int] = set()
    start = 0
    for at in range(len(lines) + 1):
        if at < len(lines) and len(lines[at].text) <= _WORD and _BESIDE.fullmatch(lines[at].text):
            continue
        buttons = sum(bool(_BUTTONS.fullmatch(line.text)) for line in lines[start:at])
        if at - start >= _RUN and buttons >= _FEW:
            found.update(range(start, at))
        start = at + 1
    return found


def _with_neighbours(lines: Sequence[Line], sure: set[int]) -> set[int]:
    """Positions that are sure, with the buttons and the counts right beside them."""
    found, grown = set(sure), sorted(sure)
    while grown:
        at = grown.pop()
        for beside in (at - 1, at + 1):
            if 0 <= beside < len(lines) and beside not in found:
                text = lines[beside].text
                if len(text) <= _WORD and _BESIDE.fullmatch(text):
                    found.add(beside)
                    grown.append(beside)
    return found


def _over_the_title(above: Sequence[Line], found: set[int]) -> set[int]:
    """Everything over a report's title, if some of it is a site's and all of it is short: names of the site and of its parts."""
    title = next((at for at, line in enumerate(above) if "报告" in line.text and is_title_line(line.text)), 0)
    over = range(title)
    if sum(at in found for at in over) < _FEW or any(
        len(above[at].text) >= _NEAR or "。" in above[at].text for at in over
    ):
        return set()
    return set(over)
