"""What the clause before a number, or the one behind it, says of its metric."""

from __future__ import annotations

import re

from report_qa.figures.nouns import is_headed, opens_with_verb
from report_qa.figures.words import SUBJECT, strip_leading, strip_trailing

_CLAUSE_BEFORE = re.compile(r"(?:^|[，,；;。：:！])(?P<words>[^，,；;。：:！\d]{3,40})[，,]$")
_FROM = re.compile(r"(?:其中)?(?:从|由|自)")
_LOOSE = re.compile(r"(?:[在比较]上年|稳|均稳|每年)$")
_COMMA = re.compile(r"^[，,]")
_LONGEST_PURPOSE = 22  # characters


def subject_of(words: str) -> str | None:
    """The subject of a clause that says how something went (城镇化水平稳步提高), or None."""
    found = SUBJECT.match(strip_leading(words))
    return strip_trailing(_LOOSE.sub("", found["subject"])) if found else None


def topic(before: str, left: str) -> str:
    """覆盖率，由1997年的65%提高到…: the clause before, where a change opens its own; empty where that is no noun.

    `before` is the sentence up to the number's clause, `left` the clause up to the number.
    """
    found = _CLAUSE_BEFORE.search(before) if _FROM.match(left) else None
    if not found:
        return ""
    words = strip_trailing(strip_leading(found["words"]))
    return words if is_headed(words) else subject_of(words) or ""


def purpose(right: str, after: str) -> str:
    """投资5.8亿元，启动建设国家基地: what bare money is spent on, where the words behind it say so; else nothing.

    `right` are the words behind the number up to the next or the end of its clause, `after` the sentence behind that clause.
    """
    words = re.split("[，；。]", right or _COMMA.sub("", after))[0].removeprefix("用于")
    if not opens_with_verb(words) or (not right and re.search(r"\d", words)):
        return ""
    words = re.split(r"\d", words)[0]
    return strip_trailing(
        words if len(words) <= _LONGEST_PURPOSE else re.split("[、和及]", words)[0][:_LONGEST_PURPOSE]
    )
