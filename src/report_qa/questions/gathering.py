"""Turns about several of the things or periods asked before: 差了多少, 加起来呢, 哪个最快, 这两项今年各是多少."""

from __future__ import annotations

from dataclasses import replace

from report_qa.questions.followups import names_a_base
from report_qa.questions.question import Intent, Origin, Part, Sought
from report_qa.questions.resolved import Resolved
from report_qa.questions.retelling import asks_with, written_out
from report_qa.questions.turn import Turn
from report_qa.text.periods import Period


def operated(before: Resolved, turn: Turn) -> Resolved | None:
    """差了多少, 跟今年的目标比呢, 加起来呢, 哪个最快: made of the periods or of the things asked before; None where there are none."""
    last, based = before.turn, names_a_base(turn.clean) or turn.operation != "difference"
    if turn.times and not based:
        return None
    times = _pair(before, turn)
    if len(times) > 1:
        return _joined(before, turn, times, before.parts)
    if not based:
        return None
    if "、" in last.body or "分别" in last.body or before.parts:
        return _joined(before, turn, turn.times or last.times, before.parts)
    parts = _things(before, turn.several or 2)
    return _joined(before, turn, turn.times or last.times, parts) if len(parts) > 1 else None


def _pair(before: Resolved, turn: Turn) -> tuple[Period, ...]:
    """The period that a turn compares and the one that it is compared with, of what was asked last."""
    if len(turn.times) > 1:
        return turn.times
    last = before.turn
    known = (period for one in reversed(before.thread) if one.topic == last.topic for period in one.times)
    periods = tuple(dict.fromkeys(known))
    if turn.times:
        other = next((period for period in periods if period not in turn.times), None)
        return (other, turn.times[0]) if other else turn.times
    return periods[:2] if turn.operation == "ratio" else periods[:2][::-1]


def _joined(before: Resolved, turn: Turn, times: tuple[Period, ...], parts: tuple[Part, ...]) -> Resolved:
    last = before.turn
    topic = "、".join(part.topic for part in parts) or last.topic or last.body
    sought = (Sought("multiple"),) if turn.operation == "ratio" else last.sought
    keeps = not parts and (len(times) < 2 or turn.language == "en")
    body = last.body if keeps else topic
    clean = written_out(f"{body}{asks_with(turn.operation, turn.language)}", times, turn.language)
    merged = replace(last, text=turn.text, clean=clean, body=body, topic=topic, times=times, language=turn.language)
    merged = replace(merged, sought=sought, operation=turn.operation, status=turn.status if len(times) < 2 else None)
    origin: dict[str, Origin] = {"metrics": "history", "period": "question" if turn.times else "history"}
    if last.places:
        origin["place"] = "history"
    intent = Intent.COMPARE if turn.operation else Intent.FIGURE
    return Resolved(merged, origin, required=() if parts else before.required, intent=intent, parts=parts)


def several(before: Resolved, turn: Turn) -> Resolved | None:
    """今年这两项的目标各是多少: the things asked before, each; None where they were asked at once, or there is one only."""
    parts = _things(before, turn.several)
    if len(parts) < 2 or turn.ordinal is not None or "、" in before.turn.body:
        return None
    joined = _joined(before, turn, turn.times or before.turn.times, parts)
    status = turn.status or (None if turn.times else before.turn.status)
    return replace(joined, turn=replace(joined.turn, status=status))


def _things(before: Resolved, count: int) -> tuple[Part, ...]:
    """The last things asked about, oldest first, each with the words that asked for it."""
    found: dict[str, Part] = {}
    for turn in reversed(before.thread):
        if turn.topic and turn.topic not in found:
            found[turn.topic] = Part(turn.topic, turn.body)
    return tuple(found.values())[:count][::-1]
