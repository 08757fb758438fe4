"""Lines that belong to the page or the web site and not to the report: page numbers, running heads, web clutter."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from report_qa.text.edges import newspaper_edges
from report_qa.text.lines import Line
from report_qa.text.paging import heads_beside, numbered_heads, page_edges, page_numbers, running_heads
from report_qa.text.portal import web_clutter
from report_qa.text.scraped import doubled_lines, markup, second_copies
from report_qa.text.site import after_the_speech, rest_of_site, site_footer

Furniture = Mapping[int, str]  # line number → name of the rule that says so

_TURNED = r"(?:上接|下转|紧接)(?:第?[0-9一二三四五六七八九十A-Z]+版|[^，。（）()]{0,8}版)"
_TURN = re.compile(rf"[（(【]\s*{_TURNED}[^，。（）()【】]{{0,12}}[)）】]|{_TURNED}(?:[《“][^，。]{{1,12}}[》”])?")
TURNED_FROM = re.compile(r"[（(【]\s*(?:上接|紧接)[^（）()，。]{1,12}版[^（）()，。]{0,6}[)）】]")
TURNED_TO = re.compile(r"[（(【]\s*下转[^（）()，。]{1,12}版[^（）()，。]{0,6}[)）】]$")


def find_furniture(
    lines: Sequence[Line], rules_off: Sequence[str] = (), pages: Sequence[int | None] = ()
) -> dict[int, str]:
    """The number of each line that is furniture, and the name of the rule that found it; rules turned off find none.

    `pages` holds the page of each line of the source, where its format has pages.
    """
    content = [line for line in lines if not line.blank]
    found: dict[int, str] = {}
    rules = (*RULES, ("running_head", lambda left: page_edges(left, pages))) if pages else RULES
    for name, rule in rules:
        for number in () if name in rules_off else rule([line for line in content if line.number not in found]):
            found[number] = name
    if "running_head" not in rules_off:
        found |= dict.fromkeys(heads_beside(content, found), "running_head")
    if "after_the_speech" not in rules_off:
        found |= dict.fromkeys(rest_of_site(content, found), "after_the_speech")
    return found


def _turned_pages(lines: Sequence[Line]) -> list[int]:
    """上接第1版, 下转第3版 on a line of their own."""
    return [line.number for line in lines if _TURN.fullmatch(line.text)]


RULES: tuple[tuple[str, Callable[[Sequence[Line]], list[int]]], ...] = (
    ("markup", markup),
    ("second_copy", second_copies),
    ("doubled_line", doubled_lines),
    ("page_number", page_numbers),
    ("turned_page", _turned_pages),
    ("newspaper_edge", newspaper_edges),
    ("site_footer", site_footer),
    ("web_clutter", web_clutter),
    ("running_head", numbered_heads),
    ("running_head", running_heads),
    ("after_the_speech", after_the_speech),
)
