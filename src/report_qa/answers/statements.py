"""Yes or no in words: a statement held against the clause of the report that is about the same."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from report_qa.answers.anchors import Anchor
from report_qa.answers.asked import Asked
from report_qa.answers.certainty import sentence_certainty
from report_qa.answers.clauses import clauses_of, plain, share
from report_qa.answers.directions import opposed
from report_qa.answers.outcome import Outcome
from report_qa.answers.parts_of_place import Bearer, bearer_in
from report_qa.answers.polarity import denies, is_denied
from report_qa.answers.quoting import Piece, window
from report_qa.answers.refusals import refuse
from report_qa.answers.said_numbers import has_day, numbers_agree
from report_qa.answers.standing import differs, ranks
from report_qa.answers.verdicts import by_words

SURE, SURE_OF_FACT = 0.3, 0.45
# Similarity in standard deviations of the report's sentences plus the share of the statement's words, twice for a fact. Swept on
# 338 yes/no questions of report_questions, each asked of its own report or of another.
_ALIKE, _VERY_ALIKE = 3.0, 4.2
_SURE_OF_NO = (
    0.7  # share of the statement's words that a clause has before another place or day in it denies the statement
)
_HALF = 0.5
_LONG = 170
_DONE = re.compile(r"已经|建成了|完成了|实现了|做到了|办成了|已(?=建|完|实|达|投)")
_HAPPENED = re.compile(
    r"了(?:没有?|[吗么吧不呀啊])|过(?:没有?|[吗么])|去年|前年|还[^有]{1,6}[吗不没]$|[上到成好完]了?没有?$|^(?:did|has|have|was|were|is|are)\b",
    re.IGNORECASE,
)
_FINISHED = re.compile(
    r"(?:建成|完工|竣工|通车|通航|开通|投用|投运|投产|落成|开业|开馆|开园|修好|建好|盖好|完成|实现|办完).{0,6}(?:了没有?|了[吗么吧])"
)
_COMPLETE = re.compile(
    r"建成|完工|竣工|通车|通航|开通|投用|投运|投入使用|投产|落成|开业|开馆|开园|运营|完成|实现|贯通|启用"
)
_UNDER_WAY = re.compile(r"开工|动工|启动|加快|推进|谋划|前期|筹建|在建|争取|力争")
_WHOLE = re.compile(r"全部|全都|全面|彻底|完全")
_PART = re.compile(r"(?:完成|进度|建成)[^，。；增降提升]{0,16}?(?<![\d.])\d{1,2}(?:\.\d+)?[%％]")  # 完成概算的64.6%
_NOT_DONE = re.compile(r"未(?:能)?(?:实现|完成|达到)|没有(?:实现|完成|达到)")
_COMPARES = re.compile(r"超过|突破|高于|低于|快于|慢于")
_COMPARED = re.compile(r"超|突破|高于|低于|快于|慢于|跑赢|达到")
_TARGET_MET = re.compile(r"目标.{0,4}(?:完成|达到|实现)")
_MET = re.compile(r"完成|超额|达到|实现")


@dataclass(frozen=True, slots=True)
class _Passage:
    """A sentence as a statement is held against it: `clause` is the one that has most of the statement's words, code points
    `[start, end)`, and `share` how much of them.
    """

    at: int
    text: str
    start: int
    end: int
    share: float

    @property
    def clause(self) -> str:
        return self.text[self.start : self.end]


def answer_statement(asked: Asked) -> Outcome:
    """The verdict on a statement in words; a refusal where the report does not say."""
    if _DONE.search(asked.question.clean):  # a promise is what denies that it is done
        asked = asked.asking(replace(asked.question, status=None))
    best = _best(asked)
    passage = None if best is None else _passage(asked, best)
    other = _of_another_part(asked, passage) or _under_another_name(asked, passage)
    if other is not None:
        return other
    if best is None or passage is None:
        return refuse(asked, "not_in_report")
    certainty = sentence_certainty(asked, best)
    agree = numbers_agree(asked.question.body, passage.text, passage.clause)
    strange = bearer_in(asked, passage.clause, _head(asked, passage)) is Bearer.OTHER
    if strange or agree is None or not _says(asked.question.body, passage.text) or not _near(asked, passage, certainty):
        return refuse(asked, "not_in_report")
    return by_words(asked, agree and _holds(asked, passage), _cut(asked, passage), certainty)


def _near(asked: Asked, passage: _Passage, certainty: float) -> bool:
    """Whether a passage is near enough to a statement to say yes or no to it: nearer for what is said to have happened, which
    no plan says, than for what is only asked to be looked after (管不管).
    """
    if ranks(asked.question.clean):
        return True
    dense = asked.scores.sentence_dense
    distance = float((dense[passage.at] - dense.mean()) / (dense.std() + 1e-6))
    if not _HAPPENED.search(asked.question.clean):
        return distance + passage.share >= _ALIKE
    plan = asked.view.document.sentences[passage.at].status == "target"
    if plan and not _DONE.search(asked.question.clean) and (passage.share < _HALF or certainty < _SURE_OF_NO):
        return False
    return certainty >= SURE_OF_FACT and distance + 2 * passage.share >= _VERY_ALIKE


def _best(asked: Asked) -> int | None:
    """The sentence that is most likely about the statement, None where none is sure enough."""
    best = asked.ranking.best_sentences(8)
    if ranks(asked.question.clean):
        best = [at for at in best if ranks(asked.view.document.sentences[at].text)]
    return best[0] if best and sentence_certainty(asked, best[0]) >= SURE else None


def _of_another_part(asked: Asked, own: _Passage | None) -> Outcome | None:
    """No, where the report says the very thing of another part of its place, and less of it of the part that is named."""
    if not asked.question.within:
        return None
    free = asked.asking(replace(asked.question, within=()))
    for best in free.ranking.best_sentences(2):
        passage = _passage(asked, best)
        strange = bearer_in(asked, passage.clause, _head(asked, passage)) is Bearer.OTHER
        clear = passage.share >= _SURE_OF_NO and (
            own is None or strange and passage.at == own.at or passage.share > own.share
        )
        if strange and clear and sentence_certainty(free, best) >= SURE:
            return by_words(asked, False, _cut(asked, passage), sentence_certainty(free, best))
    return None


def _under_another_name(asked: Asked, own: _Passage | None) -> Outcome | None:
    """No, where a statement quotes a rank or a day (“八连冠”) and the report says another of the very thing."""
    if own is not None or not any(ranks(name) or has_day(name) for name in asked.question.names):
        return None
    free = asked.asking(replace(asked.question, names=()))
    best = next(iter(free.ranking.best_sentences(1)), None)
    if best is None or sentence_certainty(free, best) < SURE:
        return None
    passage = _passage(free, best)
    question = asked.question.clean
    other = differs(question, passage.text) or numbers_agree(question, passage.text, passage.clause) is False
    if not other or passage.share < _HALF:
        return None
    return by_words(asked, False, _cut(free, passage), sentence_certainty(free, best))


def _passage(asked: Asked, at: int) -> _Passage:
    """A sentence with its clause that has most of the statement's words; of several the one that denies, then the first."""
    anchors, text = _predicate(asked), asked.view.document.sentences[at].text
    marks = [
        (round(share(anchors, text[start:end]), 2), is_denied(text[start:end], text), -start, end)
        for start, end in clauses_of(text)
    ]
    most, _, start, end = max(marks, default=(0.0, False, 0, len(text)))
    return _Passage(at, text, -start, end, most)


def _head(asked: Asked, passage: _Passage) -> int:
    """Where the clause says the statement's most telling word, in code points of the clause."""
    clause = passage.clause.lower()
    places = [
        (anchor.weight, clause.find(form)) for anchor in _predicate(asked) for form in anchor.forms if form in clause
    ]
    return max(places, key=lambda one: (one[0], -one[1]), default=(0.0, 0))[1]


def _predicate(asked: Asked) -> list[Anchor]:
    """The statement's words less the places that it names."""
    places = [plain(place.name) for place in asked.question.places]
    return [one for one in asked.ranking.anchors if not any(one.text in name or name in one.text for name in places)]


def _holds(asked: Asked, passage: _Passage) -> bool:
    """Whether a passage that is about the same says so: what is done, its rank, and what is denied, agree."""
    question, sentence = asked.question.clean, asked.view.document.sentences[passage.at]
    done = _DONE.search(question) is not None or _FINISHED.search(question) is not None
    if done and (sentence.status == "target" or _NOT_DONE.search(passage.text)):
        return False
    if _FINISHED.search(question) and _UNDER_WAY.search(passage.clause) and not _COMPLETE.search(passage.clause):
        return False
    if (done or _WHOLE.search(question)) and _PART.search(passage.clause):
        return False
    if differs(question, passage.text) or opposed(question, passage.clause):
        return False
    return denies(asked) == is_denied(passage.clause, question)


def _says(question: str, sentence: str) -> bool:
    """Whether a sentence compares what a statement compares, and tells of a target whether it was met."""
    if _COMPARES.search(question) and not _COMPARED.search(sentence):
        return False
    return not (_TARGET_MET.search(question) and not _MET.search(sentence))


def _cut(asked: Asked, passage: _Passage) -> Piece:
    return Piece(passage.at, *window(passage.text, lambda words: share(asked.ranking.anchors, words), _LONG))
