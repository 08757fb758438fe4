"""Who gave the report, when, and at which meeting: said by its title lines."""

from __future__ import annotations

import re

from report_qa.answers.asked import Asked
from report_qa.text.document import BlockKind

_OF_THE_REPORT = re.compile(
    r"政府工作报告|工作报告|报告人?|人民代表大会|大会|会议|人代会|两会|会上|会|[市省州县区盟]长|主席|总理|\b(?:report|meeting|session|congress|mayor|governor|premier)\b",
    re.IGNORECASE,
)
_FACTS = (
    (
        re.compile(r"谁|哪(?:位|个|一)?(?:市长|省长|州长|总理|领导|人)|叫(?:什么|啥)|\bwho\b", re.IGNORECASE),
        re.compile(r"市长|省长|州长|总理|主席|县长|区长|盟长|主任|专员"),
    ),
    (
        re.compile(
            r"哪(?:一)?天|哪[年月日]|几[号月]|日期|啥时候|何时|什么时[候间]|\bwhen\b|what date|which day", re.IGNORECASE
        ),
        re.compile(r"\d{1,2}\s*月\s*\d{1,2}"),
    ),
    (
        re.compile(
            r"(?:什么|啥|哪(?:个|次|场|一?届)?)(?:会|大会|人代会)|在哪|第几(?:次|届)|(?:which|what) (?:meeting|session)",
            re.IGNORECASE,
        ),
        re.compile(r"会议|大会"),
    ),
)
_LITTLE = re.compile(
    r"人民|政府|现任|现在|当时|负责|名字|地点|时间|召开|举行|宣读|发布|作出|什么|时候|请问|告诉|知道|全国|本次|"
    r"[这那此该的是谁啥哪作做念讲给向由了上中里下我咱俺你们和与在开出叫名次份届天几年月日号位第一个人吗呢啊呀吧哦到底时候者市省州县区]"
    r"|\b(?:who|when|where|which|what|date|day|was|is|were|did|the|this|that|of|in|at|it|by|and|to|name|gave|give|given|deliver|delivered|held|present|presented|government|work|s)\b",
    re.IGNORECASE,
)


def about_the_report(asked: Asked) -> list[int]:
    """Title lines that say who gave the report, when, and at which meeting; empty for any other question."""
    question = asked.question.body
    wanted = [line for asking, line in _FACTS if asking.search(question)]
    if not wanted or not _OF_THE_REPORT.search(question) or _names_more(asked):
        return []
    sentences = asked.view.document.sentences
    titles = [at for at, sentence in enumerate(sentences) if sentence.kind is BlockKind.TITLE]
    found = [at for at in titles if any(line.search(sentences[at].text) for line in wanted)]
    full = [at for at in found if all(line.search(sentences[at].text) for line in wanted)]
    return (full or found)[: max(2, len(wanted))]


def _names_more(asked: Asked) -> bool:
    """Whether a question is about more than the report itself: words are left when those of its making are taken away."""
    rest = asked.question.body
    for place in asked.question.places:
        rest = rest.replace(place.name, " ")
    rest = _LITTLE.sub(" ", _OF_THE_REPORT.sub(" ", rest))
    return re.search(r"[\u3400-\u9fffA-Za-z]{2,}", rest) is not None
