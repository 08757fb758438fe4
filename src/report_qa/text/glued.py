"""Headings printed on one line with the sentence behind them and nothing between (…回升势头大力实施…)."""

from __future__ import annotations

import re

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
