"""What no rule understood: stretches of a report that were read as something and do not look like it.

A doubt changes nothing in how a report is read. It is for a person who looks for what went wrong, so each names one thing that a
well-read report hardly ever holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from report_qa.text.document import BlockKind, Document, Sentence
from report_qa.text.lines import Line, marker_of
from report_qa.text.overruled import BY_A_PERSON
from report_qa.text.spans import Extent, Span
from report_qa.text.titles import is_title_line
from report_qa.text.wrap import CLOSING, ends_sentence

_HAN = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]")
_MISREAD = re.compile(
    "[\ufffd\ue000-\uf8ff\x00-\x08\x0b\x0c\x0e-\x1f\x80-\x9f]|锟斤拷|烫烫|屯屯|[ÃÂâãäåæçèé][\u0080-\u00bf€œž‚„…†‡ˆ‰Š‹Œ]"
)
_NEVER_FIRST = "，。；：、！？）》”’】」』％%·,;:!?)"
_LABEL = re.compile(r"[^，。；：]{2,8}：")
_ANNEX = re.compile(r"附\s*[件表录注]|(?:注|解|说)\s*[释明]$")
_ASIDE = re.compile(r"[（(][^（()）]*[)）]")  # behind a paragraph's last stop: who is in charge, where the annex is
_TITLED = re.compile(r"工作报告|[会届].{0,20}(?:会议|次会|大会)|会议上")
_SPEAKER = re.compile(r"[^，。；：]{0,16}(?:市长|省长|州长|县长|区长|主席|总理|盟长|专员)[\u4e00-\u9fff·　 ]{2,8}")
_SLOGAN = re.compile(r"(?=.{10})[\u4e00-\u9fff，、“”·]+(?:[　 ]+[\u4e00-\u9fff，、“”·]+)+|[（(](?:摘要|全文|节选)[)）]")
_MOST_TITLE_LINES = 3
_PROSE = re.compile(r"[0-9０-９][多余]?(?:[%％万亿个家项件户人吨]|公里|公顷)|我代表|请予|审议")
_PAIRS = ("“”", "（）", "《》")
_DIGIT = re.compile(r"[0-9０-９]")
_FRAGMENT = 5  # characters of a paragraph that is hardly a sentence
_SENTENCE = 30  # characters from which a line left out may be a sentence of the report's

Reason = str


@dataclass(frozen=True, slots=True)
class Doubt:
    """A stretch of the source that was read as `kind` (None: left out as furniture), and the reasons to look at it."""

    extent: Extent
    kind: BlockKind | None
    reasons: tuple[Reason, ...]


REASONS: dict[Reason, tuple[str, str]] = {
    "misread": (
        "有替换字符、乱码或不应出现的控制字符。",
        "It holds replacement characters, garbled text or control characters.",
    ),
    "no_han": ("一个汉字也没有。", "It holds no Han character at all."),
    "unfinished": ("一段话没有结束：末尾没有句号一类的标点。", "The paragraph never ends: no full stop or its like."),
    "odd_start": ("以不会用在句首的标点开头。", "It begins with a mark that no sentence begins with."),
    "unpaired": (
        "引号、括号或书名号不成对：可能少了一截，或混进了别处的文字。",
        "Its quotation marks or brackets do not pair: something may be missing, or stand in it that is not of it.",
    ),
    "fragment": ("只有几个字，不像一段话。", "A paragraph of a few characters only."),
    "odd_title": (
        "在报告开头之前，却不像标题、口号、会议、日期或报告人。",
        "It stands above the report, but is no title, headline, meeting, date or speaker.",
    ),
    "prose_heading": (
        "没有编号的标题，却像一句话的一截：有数字或“我代表”“请予审议”一类的字眼。",
        "A heading without a mark that holds a figure or opening words, as a part of a sentence does.",
    ),
    "idle_heading": ("标题之下没有内容。", "A heading that heads nothing."),
    "sentence_left_out": ("整行被略去，却像一句话。", "A whole line was left out that reads as a sentence."),
}


def find_doubts(document: Document, lines: Sequence[Line], furniture: Mapping[int, str]) -> tuple[Doubt, ...]:
    """The doubts of a report as read, in source order, none overlapping another."""
    found = [*_of_sentences(document), *_of_furniture(lines, furniture)]
    return tuple(sorted(found, key=lambda doubt: doubt.extent.start))


def _of_sentences(document: Document) -> Iterator[Doubt]:
    sentences = document.sentences
    busy = _sections_with_text(document)
    titles, unpaired = _titles(sentences), _unpaired(sentences)
    last_of = {sentence.paragraph: at for at, sentence in enumerate(sentences)}
    first_of = {sentence.paragraph: at for at, sentence in reversed(list(enumerate(sentences)))}
    for at, sentence in enumerate(sentences):
        first, last = first_of[sentence.paragraph] == at, last_of[sentence.paragraph] == at
        reasons = [*_of_characters(sentence), *_of_kind(sentence, first, last)]
        if at in unpaired:
            reasons.append("unpaired")
        if sentence.kind is BlockKind.TITLE and at not in titles:
            reasons.append("odd_title")
        aside = _ANNEX.match(sentence.text) or _ASIDE.fullmatch(sentence.text)
        if sentence.kind is BlockKind.HEADING and sentence.section not in busy and not aside:
            reasons.append("idle_heading")
        if sentence.kind is BlockKind.HEADING and marker_of(sentence.text) is None and _PROSE.search(sentence.text):
            reasons.append("prose_heading")
        if reasons:
            yield Doubt(sentence.extent, sentence.kind, tuple(reasons))


def _of_characters(sentence: Sentence) -> Iterator[Reason]:
    if _MISREAD.search(sentence.text):
        yield "misread"
    if not _HAN.search(sentence.text) and not sentence.text.endswith(("：", ":")):
        yield "no_han"


def _of_kind(sentence: Sentence, first: bool, last: bool) -> Iterator[Reason]:
    text = sentence.text
    if sentence.kind is not BlockKind.PARAGRAPH:
        return
    if first and text[0] in _NEVER_FIRST:
        yield "odd_start"
    ended = ends_sentence(text) or text.rstrip(CLOSING)[-1:] in ("：", ":")
    aside = _ASIDE.fullmatch(text) or is_title_line(text) or first and (_LABEL.match(text) or _ANNEX.match(text))
    if last and not ended and not aside:
        yield "unfinished"
    short = len(text) <= _FRAGMENT and marker_of(text) is None and not _DIGIT.search(text)
    if first and last and short and ends_sentence(text):
        yield "fragment"


def _titles(sentences: Sequence[Sentence]) -> set[int]:
    """Positions of the sentences that tell of the report, alone or with up to two behind them (政府工作报 / 告)."""
    texts = [sentence.text for sentence in sentences]
    titles = [sentence.kind is BlockKind.TITLE for sentence in sentences]
    found = {at for at, text in enumerate(texts) if titles[at] and _tells(text)}
    for at in range(len(texts)):
        for end in range(at + 2, min(at + _MOST_TITLE_LINES, len(texts)) + 1):
            whole = all(titles[at:end]) and not any(map(is_title_line, texts[at:end]))
            if whole and (_tells("".join(texts[at:end])) or is_title_line(" ".join(texts[at:end]))):
                found |= set(range(at, end))
    return found


def _unpaired(sentences: Sequence[Sentence]) -> set[int]:
    """Positions of the first sentence in each block whose marks do not pair, where those of the whole block do not either."""
    found: set[int] = set()
    for _, block in groupby(enumerate(sentences), key=lambda one: one[1].paragraph):
        inside = list(block)
        off = [pair for pair in _PAIRS if sum(_excess(sentence.text, pair) for _, sentence in inside)]
        if off:
            found.add(next(at for at, sentence in inside if any(_excess(sentence.text, pair) for pair in off)))
    return found


def _excess(text: str, pair: str) -> int:
    return text.count(pair[0]) - text.count(pair[1])


def _tells(text: str) -> bool:
    return is_title_line(text) or bool(_TITLED.search(text) or _SPEAKER.fullmatch(text) or _SLOGAN.fullmatch(text))


def _sections_with_text(document: Document) -> set[int | None]:
    """The sections that head a paragraph or another section."""
    heads = {section.parent for section in document.sections}
    return heads | {sentence.section for sentence in document.sentences if sentence.kind is not BlockKind.HEADING}


def _of_furniture(lines: Sequence[Line], furniture: Mapping[int, str]) -> Iterator[Doubt]:
    read = {line.text for line in lines if line.number not in furniture}
    for line in lines:
        ended = len(line.text) >= _SENTENCE and line.text[-1] in "。！；，"
        if ended and furniture.get(line.number, BY_A_PERSON) != BY_A_PERSON and line.text not in read:
            yield Doubt(Extent((Span(line.start, line.end),)), None, ("sentence_left_out",))
