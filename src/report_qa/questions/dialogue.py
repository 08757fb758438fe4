"""Uses the history: a turn that leaves something out gets it from the turns before it."""

from __future__ import annotations

import re
from dataclasses import replace

from report_qa.questions import asking
from report_qa.questions.followups import asks_otherwise
from report_qa.questions.gathering import operated, several
from report_qa.questions.parallels import corrected, framed, is_group, is_measure, narrows_time, swapped
from report_qa.questions.question import Aspect, Intent, Origin
from report_qa.questions.resolved import Resolved
from report_qa.questions.retelling import asks_with, said, stem_of, without_promise, written_out
from report_qa.questions.turn import Turn
from report_qa.text.periods import Period, ReportDates, Status

_REMEMBERED = 8  # turns of a conversation that a later one may point at


def resolve(turns: list[Turn], dates: ReportDates | None = None) -> Resolved:
    """Fold the turns of a conversation, oldest first, into the last one. `dates` tell which years are past."""
    held: Resolved | None = None
    for turn in turns:
        if asking.is_smalltalk(turn.clean):
            current = Resolved(turn, {})
            if turn is turns[-1]:
                return current
            continue
        current = _after(held, turn, dates)
        before = () if held is None or turn.switches else held.thread
        held = replace(current, thread=(*before, current.turn)[-_REMEMBERED:])
    return held or Resolved(turns[-1], {})


def _after(before: Resolved | None, turn: Turn, dates: ReportDates | None) -> Resolved:
    if before is None or turn.switches:
        return Resolved(turn, {})
    last = before.turn
    if turn.topic is not None:
        if turn.corrects or _elliptical(turn):
            return _new_topic(last, turn, dates)
        return Resolved(turn, {}, soft_times=last.times)
    if turn.source and not (turn.times or turn.aspect or turn.status):
        origin: dict[str, Origin] = dict.fromkeys(("metrics", "period", "status", "place"), "history")
        return replace(before, turn=replace(last, text=turn.text, language=turn.language, source=True), origin=origin)
    if turn.more:
        return _more(last, turn)
    joined = operated(before, turn) if turn.operation else several(before, turn) if turn.several else None
    if joined is not None:
        return joined
    told = turn.times or turn.places or turn.aspect or turn.status or turn.ordinal or turn.sought or turn.carries
    return _same_topic(last, turn, dates) if told or turn.asks or turn.corrects else Resolved(turn, {})


def _elliptical(turn: Turn) -> bool:
    """Whether a turn with a topic of its own still leans on the one before it."""
    if turn.points_back or (turn.carries and not turn.times):
        return True
    return not turn.asks or len(turn.kernel) <= 4 and not turn.times and not turn.names


def _more(last: Turn, turn: Turn) -> Resolved:
    """展开说说: the sentences about what was asked before."""
    topic = stem_of(last.topic or last.body)
    merged = replace(last, text=turn.text, clean=written_out(topic, last.times, turn.language), body=topic, topic=topic)
    merged = replace(merged, language=turn.language, sought=(), aspect=None, asks=False, operation=None)
    origin: dict[str, Origin] = dict.fromkeys(("metrics", "period", "status", "place"), "history")
    return Resolved(merged, origin, intent=Intent.TEXT)


def _same_topic(last: Turn, turn: Turn, dates: ReportDates | None) -> Resolved:
    """那今年呢, 增速呢, 第二个是多少: the topic stays, what the turn names is replaced or added."""
    origin: dict[str, Origin] = {"metrics": "history"}
    times, status = _when(last, turn, origin, dates)
    places = turn.places
    if not places and last.places:
        places, origin["place"] = last.places, "history"
    elif places:
        last = _elsewhere(last)
    new_side = bool(turn.sought or turn.aspect)
    topic = stem_of(last.topic) if last.topic and turn.aspect and turn.aspect != last.aspect else last.topic
    widens = (new_side or turn.places or turn.points_back or asks_otherwise(turn.clean)) and turn.ordinal is None
    body = said(topic or last.body, turn) if widens else last.body
    if turn.times and status is None and last.status == "target":
        body = without_promise(body)
    merged = replace(
        turn,
        clean=written_out(body, times, turn.language, turn.status if turn.status == "target" else None),
        body=body,
        times=times,
        status=status,
        topic=topic,
        kernel=last.kernel,
        sought=turn.sought if new_side else last.sought,
        aspect=turn.aspect if new_side else last.aspect,
        places=places,
        names=turn.names or last.names,
        language=turn.language,
    )
    soft = last.times if not times else ()
    return Resolved(merged, origin, soft_times=soft)


def _when(
    last: Turn, turn: Turn, origin: dict[str, Origin], dates: ReportDates | None
) -> tuple[tuple[Period, ...], Status | None]:
    """The periods and the status of a turn, from the one before where it names none and they do not contradict."""
    if turn.times:
        return turn.times, turn.status
    if _contradicts(turn.status, last.times, dates):
        return (), turn.status
    origin["period"] = "history"
    if turn.status is None and last.status:
        origin["status"] = "history"
    return last.times, turn.status or last.status


def _contradicts(status: Status | None, times: tuple[Period, ...], dates: ReportDates | None) -> bool:
    """Whether a result is asked of the year planned, or a promise of the year reviewed (目标呢 behind 去年多少)."""
    if dates is None or not times:
        return False
    if status == "target":
        return dates.reviews is not None and all(period.end <= dates.reviews for period in times)
    return status == "actual" and dates.plans is not None and all(period.start >= dates.plans for period in times)


def _elsewhere(last: Turn) -> Turn:
    """A turn without the places that it named: the next one asks the same of another."""
    body, topic = last.body, last.topic or ""
    for place in last.places:
        body, topic = body.replace(place.name, ""), topic.replace(place.name, "")
    return replace(last, body=body, topic=topic or None)


def _new_topic(last: Turn, turn: Turn, dates: ReportDates | None) -> Resolved:
    """那低保呢, 打错了是城里人的, 其中出口多少: a topic that replaces or narrows the one before."""
    origin: dict[str, Origin] = {}
    times, status = _when(last, turn, origin, dates)
    places = turn.places
    if not places and last.places:
        places, origin["place"] = last.places, "history"
    mine = replace(turn, times=times, status=status, places=places)
    topic, body, required = _topic(last, turn)
    frame = _bare(turn.topic) if topic is not None and (_bare(turn.topic),) == required else ""
    alone = _alone(last, mine)
    soft = () if times else last.times
    if topic is None:
        grows = alone.aspect is Aspect.GROWTH and turn.aspect is None
        return Resolved(
            _alone(last, mine, grows=True) if grows else alone, origin, soft, otherwise=alone if grows else None
        )
    origin["metrics"] = "history"
    merged = replace(
        alone,
        clean=written_out(body, times, turn.language),
        body=body,
        topic=topic,
        sought=turn.sought or (last.sought if not asking.asks_number(turn.clean) else ()),
        aspect=turn.aspect or (None if is_measure(turn.kernel) else last.aspect),
        names=turn.names or last.names,
    )
    part = required and (turn.narrows or is_group(turn.kernel) or narrows_time(turn.topic or ""))
    narrow = part or is_measure(turn.kernel)
    needs = (frame,) if frame and not part else ()
    return Resolved(merged, origin, soft, required, otherwise=None if narrow else alone, needs=needs)


def _topic(last: Turn, turn: Turn) -> tuple[str | None, str, tuple[str, ...]]:
    """The topic and the words of a turn that takes a part of the one before, and what an answer must name; None where it
    stands alone.
    """
    before, ask = last.topic or "", asks_with(None, turn.language, status=turn.status or last.status)
    if found := corrected(before, turn.body) or swapped(before, turn.topic or ""):
        return found, f"{found}{ask}", ()
    if is_group(turn.kernel) or narrows_time(turn.topic or ""):
        return f"{before} {turn.topic}", f"{before} {turn.topic}{ask}", ((turn.topic or "").strip("的"),)
    if turn.points_back or (turn.corrects and not turn.asks and len(turn.kernel) < 3) or is_measure(turn.kernel):
        stem = stem_of(before) if is_measure(turn.kernel) else before
        words = said(stem, turn)
        return f"{stem} {turn.topic}", words, tuple((turn.topic or "").split()) if turn.narrows else ()
    if (not turn.asks or turn.corrects) and (found := framed(before, _bare(turn.topic))):
        return found, f"{found}{ask}", (_bare(turn.topic),)
    return None, "", ()


def _bare(topic: str | None) -> str:
    return re.sub(r"[的了呢\s]+$|^(?:那么?|还有)", "", topic or "")


def _alone(last: Turn, turn: Turn, grows: bool = False) -> Turn:
    """A turn with a topic of its own, its period from the one before; `grows` says that only its growth is asked."""
    inherits = (
        not turn.sought
        and not turn.aspect
        and not asking.asks_number(turn.clean)
        and not re.search(r"第|排|哪|谁|什么|啥|吗", turn.clean)
    )
    aspect = last.aspect if inherits else turn.aspect
    body = turn.body
    if not turn.asks or turn.carries or turn.corrects:
        ask = asks_with(None, turn.language, turn.status or last.status, aspect if grows else None)
        body = f"{turn.topic}{ask}"
    return replace(turn, clean=written_out(body, turn.times, turn.language), body=body, aspect=aspect)
