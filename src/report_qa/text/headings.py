"""What each block is: title lines, the salutation, headings and the sentences that head a paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence

from report_qa.text.blocks import Block
from report_qa.text.document import BlockKind
from report_qa.text.evidence import names_a_part
from report_qa.text.lines import marker_length
from report_qa.text.wrap import ends_sentence

_SALUTATION = re.compile(
    r"(?:各位(?:代表|委员|领导|同志)|同志们|位代表|(?:尊敬的)?主席团?)(?:[、，,]\s*(?:各位(?:代表|委员|领导|同志)|同志们))*[：:！!，]?"
)
_OPENING = re.compile(r"(?:[^。！]{0,12}[：！])?(?:现在|下面)，?(?:请允许)?我(?:代表|受|向).{2,30}(?:报告|审议)")
_TITLE = re.compile(r"[^，。；：]{0,24}政府工作报告(?:（[^（）]{1,20}）)?")
_META = re.compile(
    r"[（(—\-－\s]*(?:二〇|二○|(?:19|20)\d\d年).{0,40}(?:会议上?|会上|大会上?)[)）]?|.*政府工作报告(?:（.{1,20}）|[^，。]{0,4})?|（[^（）]{1,10}）|"
    r".{0,24}(?:市长|省长|州长|县长|区长|主席|总理|盟长|专员)[　\s：:]*[\u4e00-\u9fff·]{1,6}(?:[　\s][\u4e00-\u9fff·]{1,5})*|[（(—\-－]*(?:19|20)\d\d年\d{1,2}月\d{1,2}日.*"
)
_MEETING = re.compile(r"(?:人民代表大会|人大|两会).{0,40}(?:会议|次会).{0,30}(?:举行|召开|开幕|闭幕|于\d|上)")
_MARK_LIMIT = {"part": 60, "han": 60, "han_bracket": 70, "digit": 40, "bullet": 45, "dash": 40}
_LONGEST_BARE = 40
_NOT_BARE = "。！？；：，、…!?;:,"
_LABELLED = re.compile(r"[^：:]{0,6}(?:单位|部门|责任|电话|时间|日期|来源|作者|编辑)[：:]")
_FIRST_SENTENCE = re.compile(r"[^。！？；]*[。！？]")
_FIGURE = re.compile(r"[0-9０-９]")


def name_blocks(blocks: Sequence[Block], source: str = "") -> list[Block]:
    """Give every block its kind; a heading that is the first sentence of a paragraph is cut off as a block of its own.

    `source` is the text that the blocks were cut from: the rows of a table show there, by the tabs between their cells.
    """
    first = _body_start(blocks)
    named: list[Block] = []
    for at, block in enumerate(blocks):
        if block.kind is BlockKind.CAPTION or block.said is not None:
            named.append(block)
        elif _is_row(block, source):
            named.append(block.part(0, len(block.text), BlockKind.CAPTION))
        elif at < first or _TITLE.fullmatch(block.text):
            named.append(block.part(0, len(block.text), BlockKind.TITLE))
        elif _SALUTATION.fullmatch(block.text.strip()):
            named.append(block.part(0, len(block.text), BlockKind.SALUTATION))
        else:
            named.extend(_heading_and_rest(block, _previous(named)))
    return named


def _is_row(block: Block, source: str) -> bool:
    """Whether a block is a row of a table, its cells set apart by tabs: not dated by the section around it, as a caption is not."""
    raw = source[block.origins[0] : block.origins[-1] + 1] if block.line_start == block.line_end else ""
    cells = [cell for cell in raw.split("\t") if cell.strip()]
    if len(cells) < 2 or block.marker is not None or re.search(r"[。！？；]", raw):
        return False
    return len(cells) > 2 or bool(_FIGURE.search(cells[-1]))


def opens_report(text: str) -> bool:
    """Whether a paragraph begins with the words by which a report is presented (现在，我代表市人民政府……)."""
    return bool(_OPENING.match(text))


def _body_start(blocks: Sequence[Block]) -> int:
    """How many blocks at the top are title lines: those before the salutation, or the short ones that open a page."""
    for at, block in enumerate(blocks[:40]):
        if block.kind is BlockKind.PARAGRAPH and (_SALUTATION.match(block.text) or opens_report(block.text)):
            above = blocks[:at]
            if all(len(other.text) < 400 and other.marker not in ("part", "han", "han_bracket") for other in above):
                return at
            break
    at = 0
    while at < min(len(blocks), 12):
        text = blocks[at].text
        told = _META.fullmatch(text) or _MEETING.search(text) and len(text) < 120 or text.startswith("——") and at == 0
        slogan = (
            not ends_sentence(text) and re.search(r"\S[\s　]+\S", text) and blocks[at].marker is None and len(text) < 60
        )
        if not told and not slogan:
            break
        at += 1
    return at


def _previous(named: Sequence[Block]) -> Block | None:
    return next((block for block in reversed(named) if block.kind is not BlockKind.CAPTION), None)


def _heading_and_rest(block: Block, before: Block | None) -> list[Block]:
    cut = _heading_end(block, before)
    if cut == 0:
        return [block]
    head = block.part(0, cut, BlockKind.HEADING)
    return [head] if cut == len(block.text) else [head, block.part(cut, len(block.text))]


def _heading_end(block: Block, before: Block | None) -> int:
    """How many characters of a block are a heading: none, its first sentence, or all."""
    text, marker = block.text, block.marker
    if marker in _MARK_LIMIT:
        limit = _MARK_LIMIT[marker]
        match = _FIRST_SENTENCE.match(text)
        if match is None:
            return len(text) if len(text) <= limit and text[-1] not in "；，、：" else 0
        if match.end() > limit:
            return 0
        if match.end() == len(text):
            return len(text) if marker in ("part", "han", "han_bracket") else 0
        if marker == "digit" and _FIGURE.search(text, marker_length(text), match.end()):
            return 0
        return match.end()
    return len(text) if marker is None and _is_bare_heading(block, before) else 0


def _is_bare_heading(block: Block, before: Block | None) -> bool:
    """A short line of its own without a stop, after a finished sentence or a heading."""
    text = block.text
    if not 3 <= len(text) <= _LONGEST_BARE or text[-1] in _NOT_BARE or not re.search(r"[\u4e00-\u9fff]{2}", text):
        return False
    if (
        before is not None
        and before.kind is BlockKind.PARAGRAPH
        and before.text[-1] in "，、："
        and not names_a_part(text)
    ):
        return False
    if _LABELLED.match(text) or text.startswith("现在，我"):
        return False
    return text.count("，") + text.count(",") <= 2 and not re.search(r"[。！？；]", text)
