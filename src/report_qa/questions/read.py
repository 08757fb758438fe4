"""`read_question`: from what a person typed, and what they asked before, to a `Question`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from report_qa.figures.numerals import chinese
from report_qa.figures.quantity import Quantity, find_quantities
from report_qa.questions import asking
from report_qa.questions.dialogue import Resolved, resolve
from report_qa.questions.parts import EACH, NUMBER_ASK, parts_of
from report_qa.questions.question import Intent, Origin, Question
from report_qa.questions.turn import Reader, Turn


def read_question(text: str, history: Sequence[str], reader: Reader) -> Question:
    """Read a question. `history` holds the earlier questions, oldest first."""
    turns = [reader.turn(earlier) for earlier in history] + [reader.turn(text)]
    resolved = resolve(turns)
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
    if intent is Intent.COMPARE and len(times) < 2 and len(resolved.past_times) > 1 and not turns[-1].times:
        times = resolved.past_times
    if turn is turns[-1] and intent is Intent.FIGURE and not turn.asks and turn.names and not turn.topic:
        intent = Intent.TEXT
    topic = _without_claims(turn.topic or "", turn.body, claims)
    parts = (
        parts_of(turn.body, turn.language, reader)
        if intent in (Intent.FIGURE, Intent.COMPARE, Intent.LIST, Intent.RANK)
        else ()
    )
    return Question(
        text=text,
        clean=turn.clean,
        body=turn.body,
        language=turns[-1].language,
        intent=intent,
        topic=topic,
        parts=parts,
        sought=turn.sought,
        aspect=turn.aspect,
        times=times,
        soft_times=resolved.soft_times,
        status=turn.status,
        places=turn.places,
        names=tuple(
            dict.fromkeys(
                (
                    *turn.names,
                    *(reader.bare(word) for word in resolved.required if len(reader.bare(word)) > 1),
                )
            )
        ),
        within=_within(turn, reader),
        claims=claims,
        ordinal=turn.ordinal,
        plural=len(parts) > 1 or EACH.search(turn.clean) is not None or len(NUMBER_ASK.findall(turn.clean)) > 1,
        origin=_origin(turn, resolved),
    )


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
