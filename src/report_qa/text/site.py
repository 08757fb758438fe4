"""What a web site prints around a report: the values of its labels, notices after the speech has ended, and its footer."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from report_qa.text.lines import Line
from report_qa.text.titles import ADDRESS, is_title_line
from report_qa.text.wrap import ends_sentence

_END = re.compile(r"(?:谢谢(?:大家|各位)?[！!。]?|[！!])[”）)]?$")
_CLOSES = re.compile(r"让我们|团结|奋斗|贡献|奋进|篇章|谢谢|各位代表|胜利|前进|努力")
_REACH = 250  # characters before the speech's end in which it calls to action
_NOTICE = re.compile(
    r"[（(](?:此|本)件(?:公开|主动公开|依申请公开)?发布[)）]|本(?:作品|条目|页面|网页|网站|站|文)(?:是|为|在|由|根据|依据|采用|属于|内容|版权|最后|来源|已)|.{0,30}(?:(?:著作权|版权)(?:所有|声明|归|属于|信息)|许可协议|公有领域|免责声明|转载请|未经.{0,8}(?:许可|授权))|"
    r"(?i:public domain|copyright|creative commons|licen[cs]e|retrieved from)|"
    r"(?:相关|延伸|推荐|热门|更多|最新)(?:文档|文件|阅读|报道|新闻|链接|稿件|文章|推荐|资讯|附件)|上一[篇条页]|下一[篇条页]|(?:打印|收藏|关闭)(?:本页|窗口)?$|"
    r"[0-9a-f]{24,}|》》|[>＞»]{2}|分享到|(?:责任)?编辑[：:]|责编"
)
_GLOSSARY = re.compile(
    r"附\s*[件表录注](?!下载)|(?:《?政府工作报告》?.{0,8})?(?:名\s*词|术\s*语|词\s*语|有\s*关).{0,8}(?:解\s*释|注\s*释|说\s*明)|注\s*释$"
)
_ENTRY = re.compile(r"[\[［(（【]?\d{1,3}[\]］)）】.．、][^，。]{1,40}[：:]")
_MEASURED = re.compile(r"[0-9０-９](?:[%％万亿个家项件户]|公里|公顷)")
_STRAY = re.compile(r"[A-Za-z×【】|＞>《》·•\s]{1,12}")
_CODE = re.compile(r".{0,16}二维码[)）]?")
_FOOT = re.compile(r"ICP备|公网安备|网站标识码|网站地图|版权所有|版权声明")
_FOOTER = re.compile(
    r"(?:主办|承办|协办|运维|维护|管理|技术支持)(?:单位)?[：:]|(?:联系|咨询|服务|监督|值班)?(?:电话|热线|传真|邮箱|地址|邮编|邮政编码)[：:]|网站(?:管理|标识|地图|声明)|"
    r"关于(?:我们|本站)|联系我们|使用帮助|建议使用.{0,20}浏览器|(?:IE|分辨率)|政务(?:微博|微信|新媒体)|(?:页面|网站)纠错|法律声明|.{0,12}公网安备|.{0,12}ICP备|备案"
)
_VALUE, _SENTENCE = 24, 8  # code points of a label's value at most; of a sentence at least
_OF_A_SITE = ("web_clutter", "site_footer", "after_the_speech")
_STAMP = re.compile(
    r"(?:19|20)\d\d(?:-|/|\.|年)\d{1,2}(?:-|/|\.|月)\d{1,2}日?\s*(?:\d{1,2}[:：时]\d{1,2}(?:[:：分]\d{0,2})?秒?)?"
)
_DAY_ALONE = re.compile(r"(?:19|20)\d\d年\d{1,2}月\d{1,2}日")


def labelled_values(lines: Sequence[Line], labels: Sequence[Line]) -> list[Line]:
    """Lines that give the value of a label on the line before them (来源： / 某某日报)."""
    known = {line.number for line in labels}
    return [
        line
        for before, line in zip(lines, lines[1:], strict=False)
        if before.number in known
        and before.text[-1] in "：:"
        and line.number not in known
        and len(line.text) <= _VALUE
        and not is_title_line(line.text)
        and not ADDRESS.match(line.text)
    ]


def time_stamps(above: Sequence[Line]) -> list[Line]:
    """Bare time stamps above a report; a day alone may be the day of its delivery."""
    return [line for line in above if _STAMP.fullmatch(line.text) and not _DAY_ALONE.fullmatch(line.text)]


def after_the_speech(lines: Sequence[Line]) -> list[int]:
    """Notices after the speech has ended: a licence, links to other pages, stray marks; a glossary or an annex stays."""
    end = _speech_end(lines)
    if end is None:
        return []
    found: list[int] = []
    zone: list[Line] = []  # lines from a notice on
    for before, line in zip(lines[end:], lines[end + 1 :], strict=False):
        if _GLOSSARY.match(line.text) or _ENTRY.match(line.text):
            found += _dropped(zone)
            zone = []
        elif zone or _NOTICE.match(line.text):
            zone.append(line)
        elif _CODE.fullmatch(line.text) or _STRAY.fullmatch(line.text) and ends_sentence(before.text):
            found.append(line.number)
    return found + _dropped(zone)


def rest_of_site(lines: Sequence[Line], found: Mapping[int, str]) -> list[int]:
    """What stands among a site's notices at the end of a source: all of it, from the first notice on where an annex stands there."""
    prose = [at for at, line in enumerate(lines) if line.number not in found and _is_prose(line.text)]
    tail = lines[prose[-1] + 1 :] if prose else ()
    first = next((at for at, line in enumerate(tail) if found.get(line.number) in _OF_A_SITE), len(tail))
    if first == len(tail):
        return []
    annex = any(
        line.marker is not None and line.text[0] not in "·•>" or _GLOSSARY.match(line.text) or _ENTRY.match(line.text)
        for line in tail[:first]
    )
    return _dropped([line for line in tail[first if annex else 0 :] if line.number not in found])


def _is_prose(text: str) -> bool:
    return len(text) >= _SENTENCE and ends_sentence(text)


def _dropped(zone: Sequence[Line]) -> list[int]:
    """The numbers of a zone's lines, if nothing in it speaks as a report does: by numbered headings or by figures."""
    headed = any(line.marker in ("part", "han", "han_bracket") for line in zone)
    figures = sum(bool(_MEASURED.search(line.text)) for line in zone)
    return [] if headed or figures > 2 else [line.number for line in zone]


def _speech_end(lines: Sequence[Line]) -> int | None:
    """Position of the last line that ends the speech with a call (…而努力奋斗！) or with thanks, if it is in the last two thirds."""
    for at in range(len(lines) - 1, len(lines) // 3, -1):
        if _END.search(lines[at].text):
            before = "".join(line.text for line in lines[max(0, at - 4) : at + 1])[-_REACH:]
            if _CLOSES.search(before):
                return at
    return None


def site_footer(lines: Sequence[Line]) -> list[int]:
    """Lines beside a site's registration or map that name who runs it and how to reach them."""
    sure = {at for at, line in enumerate(lines) if len(line.text) < 120 and _FOOT.search(line.text)}
    found: set[int] = {at for at in sure if at > 2 * len(lines) // 3}
    for start in sorted(found):
        for step in (-1, 1):
            at = start + step
            while 0 <= at < len(lines) and at not in found and _FOOTER.match(lines[at].text):
                found.add(at)
                at += step
    return [lines[at].number for at in sorted(found)]
