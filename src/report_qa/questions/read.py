"""`read_question`: from what a person typed, and what they asked before, to a `Question`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from report_qa.figures.numerals import chinese
from report_qa.figures.quantity import Quantity, find_quantities
from report_qa.questions import asking
from report_qa.questions.dialogue import resolve
from report_qa.questions.followups import operation_of
from report_qa.questions.parts import EACH, NUMBER_ASK, parts_of
from report_qa.questions.question import Intent, Origin, Question
from report_qa.questions.resolved import Resolved
from report_qa.questions.turn import Reader, Turn


def read_question(text: str, history: Sequence[str], reader: Reader) -> Question:
    """Read a question. `history` holds the earlier questions, oldest first."""
    mended, corrected = reader.slips.mended(text) if reader.slips else (text, ())
    turns = [*_earlier(history, reader), reader.turn(mended)]
    resolved = resolve(turns, reader.dates)
    question = replace(_question(text, resolved, turns[-1], reader), corrected=corrected)
    if resolved.otherwise is None:
        return question
    other = replace(resolved, turn=resolved.otherwise, otherwise=None, required=(), needs=())
    return replace(question, otherwise=replace(_question(text, other, turns[-1], reader), corrected=corrected))


def _earlier(history: Sequence[str], reader: Reader) -> list[Turn]:
    return [reader.turn(reader.slips.mended(text)[0] if reader.slips else text) for text in history]


def _question(text: str, resolved: Resolved, typed: Turn, reader: Reader) -> Question:
    turn = resolved.turn
    claims = _claims(turn)
    intent = asking.intent_of(turn.body if turn.body.strip() else turn.clean, bool(claims))
    if intent is Intent.TEXT and turn.language == "en" and (turn.sought or reader.lexicon.concepts_in(turn.body)):
        intent = (
            Intent.FIGURE if re.match(r"(?:and )?what (?:is|was|were|are)\b", turn.clean, re.IGNORECASE) else intent
        )
    times = turn.times
    if intent is Intent.FIGURE and len(times) > 1:
        intent = Intent.COMPARE
    intent = resolved.intent or intent
    if turn is typed and intent is Intent.FIGURE and not turn.asks and turn.names and not turn.topic:
        intent = Intent.TEXT
    topic = _without_claims(turn.topic or "", turn.body, claims)
    parts = resolved.parts or (
        parts_of(turn.body, turn.language, reader)
        if intent in (Intent.FIGURE, Intent.COMPARE, Intent.LIST, Intent.RANK)
        else ()
    )
    each = EACH.search(turn.clean) is not None
    if intent is Intent.FIGURE and len(parts) > 1 and operation_of(turn.clean) in ("sum", "ratio") and not each:
        intent = Intent.COMPARE
    return Question(
        text=text,
        clean=turn.clean,
        body=turn.body,
        language=typed.language,
        intent=intent,
        topic=topic,
        parts=parts,
        sought=turn.sought,
        aspect=turn.aspect,
        times=times,
        soft_times=resolved.soft_times,
        status=turn.status,
        places=turn.places,
        names=tuple(dict.fromkeys((*turn.names, *_required(resolved, typed, reader)))),
        within=_within(turn, reader),
        claims=claims,
        ordinal=turn.ordinal,
        plural=len(parts) > 1 or each or len(NUMBER_ASK.findall(turn.clean)) > 1,
        origin=_origin(turn, resolved),
        source=turn.source,
        needs=resolved.needs,
    )


def _required(resolved: Resolved, typed: Turn, reader: Reader) -> tuple[str, ...]:
    """The words that an answer must name; of 其中出口多少 those that say something."""
    words = [reader.bare(word) for word in resolved.required] if typed.narrows else resolved.required
    return tuple(word for word in words if len(word) > 1)


def _claims(turn: Turn) -> tuple[Quantity, ...]:
    """The quantities that a yes/no question states; none where it asks for a number."""
    if asking.asks_number(turn.body):
        return ()
    return tuple(find_quantities(turn.body)) or _spoken_amounts(turn.body)


_SPOKEN_AMOUNT = re.compile(r"([一二两三四五六七八九十百千]+)(万亿|亿|万)(平方?米|亩|元|块|人|户|吨|斤|辆|家|个)?")
_SCALES = {"万": 10**4, "亿": 10**8, "万亿": 10**12}
_UNITS = {"平米": "平方米", "块": "元"}


def _spoken_amounts(body: str) -> tuple[Quantity, ...]:
    """Large amounts said in Chinese numerals (五百万平米, 两百亿), which in a report would be names as often as amounts."""
    found = []
    for match in _SPOKEN_AMOUNT.finditer(body):
        value = chinese(match[1])
        if value is not None:
            unit = _UNITS.get(match[3], match[3])
            found.append(Quantity(*match.span(), match.start(), value, None, _SCALES[match[2]], unit, None))
    return tuple(found)


def _within(turn: Turn, reader: Reader) -> tuple[str, ...]:
    """Parts of the report's own place, and bodies named after a place, that the question is about."""
    found: list[str] = []
    for place in turn.places:
        if place.in_name:
            body = _BODY.match(turn.body, turn.body.find(place.name)) if place.name in turn.body else None
            found += [body[0]] if body else []
        elif place.codes and not place.aside and reader.gazetteer.relation(place, reader.dates.place) == "inside":
            found.append(place.name)
    return tuple(dict.fromkeys(found))


_BODY = re.compile(
    r"[\u4e00-\u9fff]{2,12}?(?:大学|学院|医院|机场|银行|集团|公司|中学|博物馆|体育[场馆]|[火高][车铁]站|实验室)"
)


def _without_claims(topic: str, body: str, claims: tuple[Quantity, ...]) -> str:
    for claim in claims:
        topic = topic.replace(body[claim.start : claim.end], " ")
    return re.sub(r"\d[\d.,]*[%％\w]*?(?=[^\d.]|$)|以上|左右|以内|难道|不是", " ", topic) if claims else topic


def _origin(turn: Turn, resolved: Resolved) -> dict[str, Origin]:
    named: dict[str, bool] = {
        "intent": turn.asks, "metrics": bool(turn.topic), "period": bool(turn.times), "status": turn.status is not None,
        "place": bool(turn.places),
    }  # fmt: skip
    return {name: resolved.origin.get(name, "question" if known else "default") for name, known in named.items()}
