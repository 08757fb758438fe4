"""Metrics that say too little alone, completed from the metric of the number behind them in their clause."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from report_qa.figures.nouns import SIZE_OF, clip, is_verb, without_verb
from report_qa.figures.spots import Named, wordless
from report_qa.figures.subjects import is_level, with_level
from report_qa.figures.words import OPENERS

_DOING = re.compile(rf"(?:、(?:.*(?:{OPENERS}))?)?$")
_BARE = re.compile(r"[^村县市镇户]|[\d.:：/、—-]+|是.*|有|前|获全.|全[省市区县国州]")
_SHORTEST = 3  # characters of a noun that tells what a bare verb is about


def mended(text: str, named: Sequence[Named]) -> list[Named]:
    """Metrics that a person can read: a bare verb takes the noun of the number after it (启动3000户、完成2000户改造)."""
    found = list(named)
    for at in range(len(found) - 1, -1, -1):
        entry = found[at]
        following = found[at + 1] if at + 1 < len(found) else None
        if is_verb(entry.metric) and following is not None and following.clause is entry.clause:
            noun = SIZE_OF.sub("", without_verb(following.metric))
            between = text[entry.quantity.end : following.quantity.start]
            if len(noun) >= _SHORTEST and _DOING.match(between):
                found[at] = replace(entry, metric=clip(entry.metric + noun))
        elif _BARE.fullmatch(entry.metric):
            words = wordless(text, entry.clause)
            found[at] = replace(entry, metric=clip(words)) if len(words) > 1 else entry
    return found


def levelled(named: list[Named]) -> list[Named]:
    """158个省级、102个市级和美乡村: a bare level takes the noun of the number after it."""
    found = list(named)
    for at in range(len(found) - 2, -1, -1):
        entry, following = found[at], found[at + 1]
        noun = without_verb(entry.metric)
        if entry.clause is following.clause and is_level(noun):
            verb = entry.metric.removesuffix(noun)
            metric = verb + with_level(noun, without_verb(following.metric))
            found[at] = replace(entry, metric=clip(metric))
    return found
