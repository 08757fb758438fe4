"""Yes or no: a statement held against the report; a false premise is corrected by the true figure."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from report_qa.answers.asked import Asked
from report_qa.answers.certainty import figure_certainty, sentence_certainty
from report_qa.answers.draft import Draft
from report_qa.answers.figures import SURE
from report_qa.answers.fitting import is_growth
from report_qa.answers.outcome import Outcome
from report_qa.answers.refusals import refuse, refuse_figure
from report_qa.answers.units import kind_of
from report_qa.figures.figure import Figure
from report_qa.figures.numerals import chinese
from report_qa.figures.quantity import Quantity
from report_qa.figures.unit_kinds import kind_of_unit
from report_qa.questions.question import Sought
from report_qa.text.document import Sentence

SURE_OF_WORDS = 0.3
SURE_OF_VERDICT = 0.5  # a wrong verdict misleads more than a wrong sentence
_MORE = re.compile(
    r"超过?|突破|不止|以上|过(?=\d)|高于|大于|多于|至少|不低于|不少于|到了?|达到?|\b(?:more|over|exceed\w*|above|at least|reach\w*)\b",
    re.IGNORECASE,
)
_BOUND = re.compile(
    r"超过?|突?破|不止|以上|过(?=[\d一二两三四五六七八九]|$)|高于|大于|多于|过半|\b(?:more than|over|exceed\w*|above)\b",
    re.IGNORECASE,
)
_LESS = re.compile(r"不到|低于|少于|以下|以内|不足|没到|\b(?:less than|under|below)\b", re.IGNORECASE)
_FALLS = re.compile(
    r"下降|减少|降低|下滑|负增长|跌|降了|少了|\b(?:fall|fell|decline|drop|shrink|decrease)\w*", re.IGNORECASE
)
_RISES = re.compile(r"增长|增加|提高|上升|涨|升了|多了|\b(?:grow|grew|rise|rose|increase)\w*", re.IGNORECASE)
_ROW = re.compile(r"([一二三四五六七八九十两\d]+)(连冠|连增|连丰|连降|连升|连胜)")
_ORDINAL = re.compile(r"(?:第|前)([一二三四五六七八九十两\d]+)|(首[位个家])")
_SCOPED = re.compile(
    r"(全国|全省|全区|全市|全州|全球|世界|国内|自治区|北方|南方)(?:的)?(?:第[一二三四五六七八九十\d]|首[位个台家批]|最)"
)
_DONE = re.compile(r"已经|建成了|完成了|实现了|做到了|办成了|已(?=建|完|实|达|投)")
_DOUBLED = re.compile(r"翻(?:了)?一?番|翻倍")
_SPOKEN = (("老大", "第一"), ("老二", "第二"), ("老三", "第三"), ("头一名", "第一"), ("头名", "第一"))


def answer_yesno(asked: Asked) -> Outcome:
    """Answer a question that states something."""
    if _DOUBLED.search(asked.question.clean):
        return _doubled(asked.asking(replace(asked.question, claims=(), sought=()))) or refuse_figure(asked)
    if _ranks(asked.question.body):
        return _with_words(asked)
    if asked.question.claims:
        return _with_figure(asked)
    direction = _direction(asked)
    return direction or _with_words(asked)


def _with_figure(asked: Asked) -> Outcome:
    claim = asked.question.claims[0]
    probe = replace(asked.question, sought=_sought(claim) or asked.question.sought, aspect=None, claims=())
    held = asked.asking(probe)
    best = next(iter(held.ranking.best(1)), None)
    if best is None or figure_certainty(held, best) < SURE_OF_VERDICT:
        return refuse_figure(held)
    figure = _agreeing(held, best, claim) or asked.view.figures[best]
    if claim.unit is None and kind_of(figure) in ("share", "points", "multiple"):
        return refuse_figure(held)
    holds = _holds(claim, figure, asked.question.body) != _denies(_LESS.sub("", _own_words(asked)))
    return _verdict(asked, holds, [figure], figure_certainty(held, best))


def _agreeing(held: Asked, best: int, claim: Quantity) -> Figure | None:
    """Among figures that fit nearly as well as the best one, one of the same sentence and metric that the claim states."""
    top = held.view.figures[best]
    for at in held.ranking.best(6):
        figure = held.view.figures[at]
        near = held.ranking.scores[at] >= held.ranking.scores[best] - 0.4
        if (
            near
            and figure.metric == top.metric
            and figure.period == top.period
            and figure.amount == claim.value * claim.scale
        ):
            return figure
    return None


def _sought(claim: Quantity) -> tuple[Sought, ...]:
    if claim.unit is None:
        return ()
    kind = kind_of_unit(claim.unit)
    return (Sought(kind, claim.unit if kind == "count" else None),)


def _holds(claim: Quantity, figure: Figure, text: str) -> bool:
    (base, stated), (own, printed) = (
        _in_base(claim.unit, claim.value * claim.scale), _in_base(figure.unit, figure.amount)
    )  # fmt: skip
    if base != own and None not in (base, own) and kind_of(figure) in _MEASURED or _turned(text, figure):
        return False
    if claim.qualifier in ("以上", "左右", "以内") and not _BOUND.search(re.sub("以上", "", text)):
        same_digits = claim.value == figure.value and claim.scale != figure.scale
        return not same_digits and (stated == printed or (claim.qualifier == "以上" and stated < printed))
    before = text[: claim.number_start][-6:]
    if _LESS.search(before):
        return printed < stated
    if _MORE.search(before) and not _BOUND.search(before) and _denies(text):
        return printed >= stated
    if _BOUND.search(before) or "没" in text and _MORE.search(before):
        return printed > stated or (
            printed == stated and (figure.qualifier or "") in ("超", "超过", "突破", "以上", "余", "多")
        )
    if re.search(r"到了?九?成|到.{0,6}(?:了没|了吗|没有)", text):
        return printed >= stated
    return stated == printed


def _turned(text: str, figure: Figure) -> bool:
    """Whether a question says that what the report prints as a rise fell, or the reverse."""
    falls, rises = _FALLS.search(text) is not None, _RISES.search(text) is not None
    return is_growth(figure) and falls != rises and falls != (_FALLS.search(figure.change or "") is not None)


_MEASURED = ("mass", "money", "length", "area", "volume", "energy", "share")
_BASES = {
    "公斤": ("斤", 2), "千克": ("斤", 2), "吨": ("斤", 2000), "公顷": ("亩", 15), "平方公里": ("亩", 1500), "公里": ("米", 1000),
    "千米": ("米", 1000), "度": ("千瓦时", 1), "成": ("%", 10), "％": ("%", 1), "立方": ("立方米", 1),
}  # fmt: skip


def _in_base(unit: str | None, amount: Decimal) -> tuple[str | None, Decimal]:
    """An amount in the unit that those of its kind are held against each other in."""
    base, factor = _BASES.get(unit or "", (unit, 1))
    return base, amount * factor


def _own_words(asked: Asked) -> str:
    """What the question states, without the names of places (无锡 denies nothing)."""
    text = asked.question.body
    for place in asked.question.places:
        text = text.replace(place.name, "")
    return text


def _direction(asked: Asked) -> Outcome | None:
    """Did it rise or fall: held against the change that the report prints."""
    text = asked.question.clean
    falls, rises = _FALLS.search(text), _RISES.search(text)
    if bool(falls) == bool(rises) or re.search(r"过半|超", text):
        return _half(asked)
    growing = [at for at in asked.ranking.best(5) if is_growth(asked.view.figures[at])]
    if not growing or figure_certainty(asked, growing[0]) < SURE:
        return None
    figure = asked.view.figures[growing[0]]
    down = bool(_FALLS.search(figure.change or ""))
    holds = (down == bool(falls)) != _denies(_own_words(asked))
    return _verdict(asked, holds, [figure], figure_certainty(asked, growing[0]))


def _doubled(asked: Asked) -> Outcome | None:
    growing = [at for at in asked.ranking.best(5) if is_growth(asked.view.figures[at])]
    if not growing or figure_certainty(asked, growing[0]) < SURE:
        return None
    figure = asked.view.figures[growing[0]]
    least = 100 if kind_of(figure) == "share" else 1
    return _verdict(asked, figure.amount >= least, [figure], figure_certainty(asked, growing[0]))


def _half(asked: Asked) -> Outcome | None:
    if not re.search(r"过半|一半以上|超过?一半", asked.question.clean):
        return None
    shares = [at for at in asked.ranking.best(8) if kind_of(asked.view.figures[at]) == "share"]
    if not shares or figure_certainty(asked, shares[0]) < SURE / 2:
        return None
    figure = asked.view.figures[shares[0]]
    return _verdict(asked, figure.amount > 50, [figure], figure_certainty(asked, shares[0]))


def _with_words(asked: Asked) -> Outcome:
    if _DONE.search(asked.question.clean):  # a promise is what denies that it is done
        asked = asked.asking(replace(asked.question, status=None))
    best = asked.ranking.best_sentences(8)
    if _ranks(asked.question.clean):
        best = [at for at in best if _ranks(asked.view.document.sentences[at].text)]
    if not best or sentence_certainty(asked, best[0]) < SURE_OF_WORDS:
        return refuse(asked, "not_in_report")
    sentence = asked.view.document.sentences[best[0]]
    draft = Draft(asked.view)
    n = draft.cite(best[0])
    if not _says(asked.question.body, sentence.text):
        return refuse(asked, "not_in_report")
    denied = _denies(_own_words(asked)) != (_DENIED.search(sentence.text) is not None)
    verdict = "no" if denied or _contradicts(_spoken(asked.question.clean), sentence) else "yes"
    context = {"lines": [], "quotes": [(draft.quote(best[0]), n)], "verdict": verdict}
    return Outcome("yesno", draft, context=context, verdict=verdict, confidence=sentence_certainty(asked, best[0]))  # type: ignore[arg-type]


def _ranks(text: str) -> bool:
    """Whether a text states a rank or a streak."""
    spoken = _spoken(text)
    return _ROW.search(spoken) is not None or _ORDINAL.search(spoken) is not None or _SCOPED.search(spoken) is not None


def _says(question: str, sentence: str) -> bool:
    """Whether a sentence has what a statement bounds or counts: its numbers in words, its comparison, its being done."""
    text = _spoken(question)
    if any(number not in sentence for number in _COUNTED.findall(text) if not _ranks(number)):
        return _ranks(text)
    if any(
        count[0] not in sentence and f"{chinese(count[1])}{count[2]}" not in sentence for count in _FEW.finditer(text)
    ):
        return False
    if re.search(r"超过|突破|高于|低于|快于|慢于", text) and not re.search(
        r"超|突破|高于|低于|快于|慢于|跑赢|达到", sentence
    ):
        return False
    return not (re.search(r"目标.{0,4}(?:完成|达到|实现)", text) and not re.search(r"完成|超额|达到|实现", sentence))


_COUNTED = re.compile(r"[一二两三四五六七八九十百千]+[万亿千百十]+|[两二三四五六七八九十]{2,}")
_FEW = re.compile(r"([二两三四五六七八九十]+)(所|座|家|条|件|处|台|辆|张|套|户|名|艘|架|列|公里|亩|场|人)(?![口均])")
_DENIED = re.compile(r"没有|尚未|未能|仍未|不再|无法|难以")
_DENIES = re.compile(r"没有|没(?=[\u4e00-\u9fff])|尚?未(?!来)|不再|不会|不能|从不|无(?!人机|障碍|线|偿|废|缝)")
_ASKING_NO = re.compile(
    r"难道|有没有|是不是|对不对|能不能|会不会|要不要|没(?:有?[记弄搞说看听])?错|不是[^，。]*吗|了没有?[呀啊呢?？]*$|没有?[呀啊呢?？]*$|不[呀啊呢?？]*$|[不没](?=.吗$)"
)


def _denies(question: str) -> bool:
    """Whether the statement itself denies something; the negation that asks is left out."""
    return "难道" not in question and _DENIES.search(_ASKING_NO.sub("", question)) is not None


def _contradicts(question: str, sentence: Sentence) -> bool:
    """Whether a streak, a rank, its scope or what is done differs between the question and the sentence."""
    text = _ranked_part(question, sentence.text)
    for pattern in (_ROW, _ORDINAL):
        asked, said = pattern.search(question), {match[0] for match in pattern.finditer(text)}
        if asked and said and asked[0] not in said and not (asked[0] == "第一" and "首" in text):
            return True
    scope = _SCOPED.search(question)
    scopes = {match[1] for match in _SCOPED.finditer(text)}
    if scope and scopes and scope[1] not in scopes:
        return True
    if _DONE.search(question) and re.search(r"未(?:能)?(?:实现|完成|达到)|没有(?:实现|完成|达到)", text):
        return True
    return sentence.status == "target" and _DONE.search(question) is not None


def _ranked_part(question: str, text: str) -> str:
    """Of a sentence that gives several ranks, the words of the one that the question is most like."""
    parts: list[str] = []
    rest = ""
    for clause in re.findall(r"[^，；。]*[，；。]?", text):
        rest += clause
        if _ranks(clause):
            parts.append(rest)
            rest = ""
    if len(parts) < 2:
        return text
    grams = {question[at : at + 2] for at in range(len(question) - 1)}
    plain = [_SCOPED.sub("", _ORDINAL.sub("", part)) for part in parts]
    shared = [sum(part[at : at + 2] in grams for at in range(len(part) - 1)) for part in plain]
    return parts[shared.index(max(shared))]


def _spoken(text: str) -> str:
    for word, rank in _SPOKEN:
        text = text.replace(word, rank)
    return text


def _verdict(asked: Asked, holds: bool, figures: list[Figure], certainty: float) -> Outcome:
    draft = Draft(asked.view)
    lines = [asked.line(draft, figure) for figure in figures]
    verdict = "yes" if holds else "no"
    context = {"lines": lines, "quotes": [], "verdict": verdict}
    return Outcome("yesno", draft, context=context, verdict=verdict, confidence=certainty)  # type: ignore[arg-type]
