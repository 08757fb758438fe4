"""Answers in the report's own sentences: text, lists, ranks, who, when and where."""

from __future__ import annotations

import re

import numpy as np

from report_qa.answers.asked import Asked
from report_qa.answers.certainty import sentence_certainty
from report_qa.answers.draft import Draft
from report_qa.answers.folding import fold
from report_qa.answers.outcome import Outcome
from report_qa.answers.refusals import refuse
from report_qa.text.document import BlockKind

SURE = 0.15
_MOST = 560
_RANK = re.compile(r"第[一二三四五六七八九十\d]+|首位|首个|首家|前列|第一|榜首|领先|前[一二三四五六七八九十\d]+")


def answer_text(asked: Asked) -> Outcome:
    """The fewest sentences that answer."""
    best = asked.ranking.best_sentences(6)
    if re.search(r"第[一二三四五六七八九十](?:个|项|大|类|条)", asked.question.clean):
        headings = _children(asked, best[:3], None)
        if headings:
            return quote(asked, _ordered(asked, headings), 0.7)
    if not best or sentence_certainty(asked, best[0]) < SURE:
        return refuse(asked, "not_in_report")
    scores = asked.ranking.sentence_scores
    chosen = [at for at in best if scores[at] >= scores[best[0]] - 0.7][:3]
    return quote(asked, _with_body(asked, chosen), sentence_certainty(asked, best[0]))


def answer_list(asked: Asked) -> Outcome:
    """The headings under what is asked about, or the sentences that list."""
    best = asked.ranking.best_sentences(8)
    certainty = sentence_certainty(asked, best[0]) if best else 0.0
    headings = _children(asked, _naming(asked) or best[:3], _count_asked(asked.question.clean))
    if headings and (certainty >= SURE or _naming(asked)):
        return quote(asked, _ordered(asked, headings), certainty)
    if certainty < SURE:
        return refuse(asked, "not_in_report")
    wanted = _count_asked(asked.question.clean)
    if wanted and asked.question.names and not any(_enumerates(asked, at, wanted) for at in best[:4]):
        return refuse(asked, "not_in_report")
    scores = {at: float(asked.ranking.sentence_scores[at]) + _enumerates(asked, at, wanted) for at in best}
    order = sorted(best, key=lambda at: (-scores[at], at))
    chosen = [at for at in order if scores[at] >= scores[order[0]] - 1.0]
    return quote(asked, _with_body(asked, chosen, wanted or 0), certainty)


def _naming(asked: Asked) -> list[int]:
    """Headings that carry every name in quotation marks that the question has."""
    names = [fold(name) for name in asked.question.names]
    if not names:
        return []
    document, words = asked.view.document, asked.view.words.texts
    return [
        at
        for at, sentence in enumerate(document.sentences)
        if sentence.kind is BlockKind.HEADING and all(name in words[at] for name in names)
    ]


def _ordered(asked: Asked, headings: list[int]) -> list[int]:
    """The one heading that an ordinal picks (第四个…是什么), else all."""
    match = re.search(r"第([一二三四五六七八九十])(?:个|项|大|类|条)", asked.question.clean)
    at = "一二三四五六七八九十".index(match[1]) if match else len(headings)
    return headings[at : at + 1] or headings


def _count_asked(text: str) -> int | None:
    """How many items the question expects (哪八项, 五大产业), None where it does not say."""
    match = re.search(r"[哪这“]([两二三四五六七八九十])|([两二三四五六七八九十])(?=大|个|项|条|种|方面)", text)
    return "一二三四五六七八九十".index((match[1] or match[2]).replace("两", "二")) + 1 if match else None


def _enumerates(asked: Asked, at: int, wanted: int | None) -> float:
    """A bonus for a sentence that lists, more where it lists as many items as are asked."""
    text = asked.view.document.sentences[at].text
    marks = text.count("、") + text.count("，") + text.count("；")
    if wanted is None:
        return 0.5 if "、" in text else 0.0
    return 1.5 if marks >= wanted - 1 else 0.0


def about_the_report(asked: Asked) -> list[int]:
    """Title lines that say who gave the report, when, and at which meeting; empty for any other question."""
    question = asked.question.clean
    if not re.search(
        r"报告|大会|会议|人代会|两会|[这个次开]会|[市省州县区]长|总理|主席|\breport\b|mayor|governor|premier", question
    ) or not _META.search(question):
        return []
    titles = [at for at, sentence in enumerate(asked.view.document.sentences) if sentence.kind is BlockKind.TITLE]
    wanted = [pattern for ask, pattern in _META_LINES if ask.search(question)]
    texts = [asked.view.document.sentences[at].text for at in titles]
    found = [at for at, text in zip(titles, texts, strict=True) if any(pattern.search(text) for pattern in wanted)]
    full = [at for at in found if all(pattern.search(asked.view.document.sentences[at].text) for pattern in wanted)]
    return (full or found)[:2]


def answer_rank(asked: Asked) -> Outcome:
    """The sentence that says the rank."""
    scores = asked.ranking.sentence_scores.copy()
    for at, sentence in enumerate(asked.view.document.sentences):
        scores[at] += 1.5 if _RANK.search(sentence.text) else -1.2
    order = [int(at) for at in np.argsort(-scores, kind="stable") if asked.ranking.named[at]]
    if (
        not order
        or sentence_certainty(asked, order[0]) < SURE
        or not _RANK.search(asked.view.document.sentences[order[0]].text)
    ):
        return answer_text(asked)
    return quote(asked, order[:1], sentence_certainty(asked, order[0]))


_META = re.compile(
    r"谁|哪(?:位|个|一)?(?:市长|省长|州长|总理|领导|人)|哪(?:一)?天|哪[年月日]|几号|日期|啥时候|何时|什么时候|什么会|啥会|哪(?:个|次|场)?(?:会|大会)|在哪|who|when|which meeting|what date",
    re.IGNORECASE,
)
_META_LINES = (
    (
        re.compile(r"谁|哪位|市长|省长|州长|总理|领导|who", re.IGNORECASE),
        re.compile(r"市长|省长|州长|总理|主席|县长|区长|盟长|主任|专员"),
    ),
    (
        re.compile(r"哪(?:一)?天|哪[年月日]|几号|日期|啥时候|何时|什么时候|when|date", re.IGNORECASE),
        re.compile(r"\d{1,2}\s*月\s*\d{1,2}"),
    ),
    (re.compile(r"什么会|啥会|哪(?:个|次|场)?(?:会|大会)|在哪|meeting", re.IGNORECASE), re.compile(r"会议|大会")),
)


def quote(asked: Asked, sentences: list[int], certainty: float) -> Outcome:
    """Sentences of the report as an answer, in source order, within the contract's length."""
    draft, size = Draft(asked.view), 0
    lines: list[tuple[str, int]] = []
    ordered = sorted(dict.fromkeys(sentences))
    lengths = [len(asked.view.document.sentences[at].text) for at in ordered]
    share = _MOST // len(ordered) if sum(lengths) > _MOST and len(ordered) > 2 else _MOST
    for at in ordered:
        text = _opening(asked.view.document.sentences[at].text, share)
        if lines and size + len(text) > _MOST:
            break
        n = draft.cite(at, 0, len(text))
        lines.append((draft.quote(at), n))
        size += len(text)
    return Outcome("text", draft, context={"quotes": lines}, confidence=certainty)


def _opening(text: str, most: int) -> str:
    """The first clauses of a sentence that is longer than its share of the answer."""
    if len(text) <= most:
        return text
    ends = [match.end() for match in re.finditer(r"[，；：]", text) if match.end() <= most]
    return text[: ends[-1]] if ends else text


def _with_body(asked: Asked, sentences: list[int], wanted: int = 0) -> list[int]:
    """A heading, or a short lead sentence (五是坚持厉行节约。), answers together with what it leads."""
    found: list[int] = []
    document = asked.view.document
    for at in sentences:
        found.append(at)
        lead = document.sentences[at]
        size, after = 0, at + 1
        leads = lead.kind is BlockKind.HEADING or (len(lead.text) <= 22 and not asked.view.figures_of.get(at))
        leads = leads or lead.text.endswith(("；", "：")) or _INTRODUCES.search(lead.text) is not None
        while (
            leads and after < len(document.sentences) and (size < 160 or after - at <= wanted or _goes_on(asked, after))
        ):
            follower = document.sentences[after]
            same = follower.paragraph == lead.paragraph or (lead.kind is BlockKind.HEADING and size == 0)
            goes_on = document.sentences[after - 1].text.endswith(("；", "："))
            next_lead = size and not goes_on and (_LEADS.match(follower.text) or len(follower.text) <= 14)
            if not same or follower.kind is not BlockKind.PARAGRAPH or next_lead:
                break
            found.append(after)
            size += len(follower.text)
            after += 1
    return found


def _goes_on(asked: Asked, after: int) -> bool:
    """Whether the sentence before position `after` ends with `；`, so that the list goes on."""
    return asked.view.document.sentences[after - 1].text.endswith("；")


_INTRODUCES = re.compile(r"(?:主要是|目标是|如下|以下|包括)[：:]")
_LEADS = re.compile(r"[一二三四五六七八九十]+(?:是|要)|[（(]?[一二三四五六七八九十\d]+[）)、.．]")


def _children(asked: Asked, sentences: list[int], wanted: int | None) -> list[int]:
    """The headings under the section that the first sentence heads or introduces, or of another one that has as many as
    are wanted; empty where there are few.
    """
    document = asked.view.document
    for at in sentences:
        sentence = document.sentences[at]
        for section in _sections(asked, at):
            under = [number for number, other in enumerate(document.sections) if other.parent == section]
            if (
                len(under) >= 3
                and (at == sentences[0] or len(under) == wanted)
                and (sentence.kind is BlockKind.HEADING or _introduces(asked, at))
            ):
                extents = {document.sections[number].extent for number in under}
                return [
                    n
                    for n, other in enumerate(document.sentences)
                    if other.kind is BlockKind.HEADING and other.extent in extents
                ]
    return []


def _sections(asked: Asked, at: int) -> list[int]:
    document = asked.view.document
    own = [n for n, section in enumerate(document.sections) if section.extent == document.sentences[at].extent]
    inside = document.sentences[at].section
    return own or ([] if inside is None else [inside])


def _introduces(asked: Asked, at: int) -> bool:
    return (
        re.search(
            r"(?:以下|如下|[一二三四五六七八九十]+个?(?:方面|项)).{0,8}[：:。]?$",
            asked.view.document.sentences[at].text,
        )
        is not None
    )
