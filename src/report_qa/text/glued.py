"""A whole report on one line: where its paragraphs and headings begin and end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from report_qa.text.inline import bare_text
from report_qa.text.lines import Line, marker_of, text_width
from report_qa.text.source import Source

_LONG = 1500  # code points: a line of this length holds several paragraphs
_RUN_ON = 60  # and one of this length may: it is cut where nothing but a paragraph begins
_HAN_MARK = r"(?:[一二三四五六七八九十]{1,3}、(?!是)|[（(][一二三四五六七八九十]{1,3}[)）])"
_BEGINS_ANYWHERE = re.compile(rf"(?<=[。！？”])\s*(?=(?:{_HAN_MARK}[^，。；：]|各位代表[！，：]|同志们[！，：]))")
_NUMBERED = re.compile(rf"(?<=[。！？：；”）\s])\s*(?=(?:{_HAN_MARK}|各位代表[！，：]|同志们[！，：]))")
# Words that begin a paragraph nine times in ten where they begin a sentence, counted over 150 reports.
_BEGINS_LONG = re.compile(
    r"(?<=各位代表[：:])\s*(?=现在|我代表|我受)|(?<=[。！？；”])\s*(?=(?:——[\u4e00-\u9fff“]|[●■◆★▲○□]|\d{1,2}[.．、](?!\d)|今年是|(?:19|20)\d\d年是|这一年，|刚刚过去的|今年经济社会|主要预期目标|"
    r"我们也清醒|同时，我们也|在(?:看到|肯定)成绩的同时|(?:[2２]0\d\d年，)?我们(?:重点|主要)(?:做|抓|开展)了以下))"
)
_HEADING_END = re.compile(rf"{_HAN_MARK}[^。！？；：\s]{{3,38}}(?P<end>\s+)(?=\S)")
_TITLE_WORDS = r"(?:工作)?(?:回顾|回眸|总结|安排|打算|部署|总体要求|目标任务|主要任务|重点工作|主要工作|重点任务|工作任务|工作建议|安排建议|目标)"
_OPENS = r"(?=(?:19|20)\d\d年|刚刚过去|过去|今年|[今未]后五年|未来五年|一年来|五年来|各位|[一二三]、|（一）|做好|新的一年|面对|——|\s)"
_DATED_TITLE = re.compile(
    rf"(?<=[。！？：\s])(?P<title>(?:(?:19|20)\d\d年|过去(?:一年|五年)|今后五年|未来五年|今年|本届政府)[^，。；：！\s“]{{0,12}}?{_TITLE_WORDS}(?:和[^，。；：！\s]{{2,6}}?目标)?){_OPENS}"
)
_MARKED_TITLE = re.compile(
    rf"(?:(?<=[。！？：”\s])|^)[一二三四五六七八九十]{{1,3}}、[^，。；：！？\s]{{0,16}}?{_TITLE_WORDS}{_OPENS}"
)
_HEADING = re.compile(
    r"(?:(?<=[。！？；”）\]\s])|^)[一二三四五六七八九十]{1,3}、[^，。；：！？\s]{3,24}，(?P<last>[^，。；：！？\s]+)"
)
_BEGINS = re.compile(
    r"大力|坚定不移|坚持|着力|不断|深入|全面|切实|扎实|加快|持续|积极|高水平(?!开放|安全)|高质量(?!发展)|提升|强化|推动|推进|加强|完善|健全|深化|实施|优化|落实"
)
_SHORTEST, _LEFT = 6, 4  # characters of a heading's last clause, and of the sentence behind it
_FEWEST = 3  # headings from which a report shows that it prints them so


def glued_ends(text: str) -> set[int]:
    """Where the headings of a report end that is printed on one line without a mark behind them; none if most do not show it.

    A heading of two clauses (一、聚焦产业升级，加快建设产业体系) ends before the verb or adverb that begins the sentence.
    """
    ends: set[int] = set()
    headings = 0
    for match in _HEADING.finditer(text):
        headings += 1
        clause = match["last"]
        verb = _BEGINS.search(clause, _SHORTEST)
        if verb is not None and len(clause) - verb.start() >= _LEFT:
            ends.add(match.start("last") + verb.start())
    return ends if len(ends) >= _FEWEST and 4 * len(ends) >= 3 * headings else set()


def cut_long(line: Line, source: Source, rules_off: Sequence[str] = ()) -> list[Line]:
    """A line that holds several paragraphs, or a whole report, cut into its paragraphs and headings; any other line as it is."""
    if len(line.text) < _RUN_ON or line.doubled:
        return [line]
    text, places = bare_text(line, source, rules_off)
    cuts = {match.end() for match in _BEGINS_ANYWHERE.finditer(text)}
    if len(text) >= _LONG:
        cuts |= _cuts_of_a_report(text)
    bounds = [0, *sorted(cut for cut in cuts if 0 < cut < len(text)), len(text)]
    parts: list[Line] = []
    for low, high in zip(bounds, bounds[1:], strict=False):
        piece = text[low:high]
        part = piece.strip()
        if part:
            start = low + len(piece) - len(piece.lstrip())
            first, last = places[start], places[start + len(part) - 1]
            parts.append(
                replace(line, start=first, end=last + 1, text=part, width=text_width(part), marker=marker_of(part))
            )
    return parts


def _cuts_of_a_report(text: str) -> set[int]:
    cuts = {match.end() for pattern in (_NUMBERED, _BEGINS_LONG, _MARKED_TITLE) for match in pattern.finditer(text)}
    cuts |= {match.end("end") for match in _HEADING_END.finditer(text)}
    for match in _DATED_TITLE.finditer(text):
        cuts |= {match.start("title"), match.end("title")}
    return cuts | glued_ends(text)
