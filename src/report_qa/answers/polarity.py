"""Denials: whether a statement, or a clause of the report, says that something is not so."""

from __future__ import annotations

import re

from report_qa.answers.asked import Asked

_DENIES = re.compile(
    r"没有|没(?=[\u4e00-\u9fff])|尚?未(?!来|成年|央)|不再|不会|不能|从不|无(?!人机|障碍|线|偿|废|缝|论|锡|为)"
)
_ASKS_NO = re.compile(
    r"难道|有没有|是不是|对不对|能不能|会不会|要不要|没(?:有?[记弄搞说看听])?错|不是[^，。]*吗|了没有?[呀啊呢?？]*$|没有?[呀啊呢?？]*$|不[呀啊呢?？]*$|[不没](?=.吗$)"
    r"|(?P<verb>[\u4e00-\u9fff])[不没](?P=verb)"
)
_DENIED = re.compile(
    r"没有(?!止境)|尚?未(?!来|成年|央|病)(?=[\u4e00-\u9fff])|不再|无法|难以|从未|尚无|零(?:发生|感染|死亡|事故)|(?:不|未)(?:发生|出现|新增)|无(?:一[例起人]|新增|重[特大])"
)
_ENDS = re.compile(r"取消|停征|免征|免除|废止|暂停|关停|叫停|停办|停止|撤销|不[搞办发给]了")
_FORBIDS = re.compile(r"严禁|禁止|不得|不准|不许|不允许|防止|防范|杜绝|遏制")
_ACTS_AGAINST = re.compile(r"[管治查抓打禁整罚防惩改]|遏制|监管")


def denies(asked: Asked) -> bool:
    """Whether the question's statement itself denies something; the negation that only asks is left out."""
    text = asked.question.body
    for place in asked.question.places:  # 无锡 denies nothing
        text = text.replace(place.name, "")
    return states_denial(text)


def states_denial(question: str) -> bool:
    """Whether a statement denies something (没有下降); the negation that only asks (有没有, 是不是) is left out."""
    return "难道" not in question and _DENIES.search(_ASKS_NO.sub("", question)) is not None


def is_denied(clause: str, question: str) -> bool:
    """Whether a clause of the report denies, ends (取消, 免征) or forbids what a statement speaks of. What is asked to be ended
    or fought is not denied by a clause that says so, and an end that only the statement has is denied.
    """
    plain = _FORBIDS.sub("", clause)
    ended = _ENDS.search(plain) is not None, _ENDS.search(question) is not None
    forbidden = _FORBIDS.search(clause) is not None and not _ACTS_AGAINST.search(question) and not ended[1]
    return (_DENIED.search(plain) is not None) ^ (ended[0] != ended[1]) ^ forbidden
