"""Uses the history: a turn that leaves something out gets it from the turns before it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from report_qa.questions import asking
from report_qa.questions.question import Origin
from report_qa.questions.turn import Turn
from report_qa.text.periods import Period

_CONTRASTS = (
    (r"城镇居民|城里人|城里|城镇|城市居民|市民|城市", r"农村居民|农村人|乡下人|农民|农村|乡下|村里人|村里"),
    (r"进口", r"出口"),
    (r"男", r"女"),
    (r"一本", r"本科"),
)


@dataclass(frozen=True, slots=True)
class Resolved:
    """A turn with what it carries over: `turn` as if it had been asked in full, `origin` of what was carried,
    `soft_times` periods of the turn before that hold only where the question would be open without them,
    `required` words of a narrowing turn (其中出口), `past_times` all periods named so far, oldest first.
    """

    turn: Turn
    origin: dict[str, Origin]
    soft_times: tuple[Period, ...] = ()
    required: tuple[str, ...] = ()
    past_times: tuple[Period, ...] = ()


def resolve(turns: list[Turn]) -> Resolved:
    """Fold the turns of a conversation, oldest first, into the last one."""
    held: Resolved | None = None
    for turn in turns:
        if asking.is_smalltalk(turn.clean):
            current = Resolved(turn, {})
            if turn is turns[-1]:
                return current
            continue
        times = tuple(dict.fromkeys((*(held.past_times if held else ()), *turn.times)))
        held = replace(_after(held, turn), past_times=() if turn.switches else times)
    return held or Resolved(turns[-1], {})


def _after(before: Resolved | None, turn: Turn) -> Resolved:
    if before is None or turn.switches:
        return Resolved(turn, {})
    last = before.turn
    if turn.topic is None and (
        turn.times or turn.places or turn.aspect or turn.status or turn.ordinal or turn.sought or turn.carries
    ):
        return _same_topic(last, turn)
    if turn.topic is None:
        return _same_topic(last, turn) if turn.asks else Resolved(turn, {})
    if turn.corrects or _elliptical(turn):
        return _new_topic(last, turn)
    return Resolved(turn, {}, soft_times=last.times)


_SUBMETRIC = re.compile(r"总?投资额?|面积|户数|人数|金额|资金|产值|占比|比例|比重|排名|规模|增加值")


def _elliptical(turn: Turn) -> bool:
    """Whether a turn with a topic of its own still leans on the one before it."""
    if turn.points_back or (turn.carries and not turn.times):
        return True
    return not turn.asks or len(turn.kernel) <= 4 and not turn.times and not turn.names


def _same_topic(last: Turn, turn: Turn) -> Resolved:
    """那今年呢, 增速呢, 第二个是多少: the topic stays, what the turn names is replaced or added."""
    origin: dict[str, Origin] = {"metrics": "history"}
    times, status = turn.times, turn.status
    if not times:
        times, origin["period"] = last.times, "history"
        if status is None and last.status:
            status, origin["status"] = last.status, "history"
    places = turn.places
    if not places and last.places:
        places, origin["place"] = last.places, "history"
    elif places:
        last = _elsewhere(last)
    new_side = bool(turn.sought or turn.aspect)
    widens = (new_side or turn.places or turn.points_back) and turn.ordinal is None
    body = f"{last.topic or last.body} {turn.body}" if widens else last.body
    merged = replace(
        turn,
        clean=f"{_times(last, turn)}{body}",
        body=body,
        times=times,
        status=status,
        topic=last.topic,
        sought=turn.sought if new_side else last.sought,
        aspect=turn.aspect if new_side else last.aspect,
        places=places,
        names=turn.names or last.names,
        language=turn.language,
    )
    return Resolved(merged, origin)


def _elsewhere(last: Turn) -> Turn:
    """A turn without the places that it named: the next one asks the same of another."""
    body, topic = last.body, last.topic or ""
    for place in last.places:
        body, topic = body.replace(place.name, ""), topic.replace(place.name, "")
    return replace(last, body=body, topic=topic or None)


def _new_topic(last: Turn, turn: Turn) -> Resolved:
    """那低保呢, 打错了是城里人的, 其中出口多少: a topic that replaces or narrows the one before."""
    origin: dict[str, Origin] = {}
    topic, body = turn.topic or "", turn.body
    swapped = _corrected(last.topic or "", turn.body) or _swap(last.topic or "", topic)
    if swapped:
        topic, body = swapped, f"{swapped}{_ask(last, turn)}"
        origin["metrics"] = "history"
    elif turn.points_back or (turn.corrects and not turn.asks) or _SUBMETRIC.fullmatch(turn.kernel):
        topic, body = f"{last.topic} {topic}", f"{last.topic} {turn.body}"
        origin["metrics"] = "history"
    elif not turn.asks or turn.carries:
        body = f"{topic}{_ask(last, turn)}"
    times, status = turn.times, turn.status
    if not times:
        times, origin["period"] = last.times, "history"
        if status is None and last.status:
            status, origin["status"] = last.status, "history"
    places = turn.places
    if not places and last.places:
        places, origin["place"] = last.places, "history"
    inherits = (
        not turn.sought
        and not turn.aspect
        and not asking.asks_number(turn.clean)
        and not re.search(r"第|排|哪|谁|什么|啥|吗", turn.clean)
    )
    merged = replace(
        turn,
        clean=f"{_times(last, turn)}{body}",
        body=body,
        topic=topic,
        times=times,
        status=status,
        places=places,
        sought=last.sought if inherits and swapped else turn.sought,
        aspect=last.aspect if inherits else turn.aspect,
        names=turn.names or (last.names if turn.points_back else ()),
    )
    required = tuple((turn.topic or "").split()) if turn.narrows else ()
    return Resolved(merged, origin, required=required)


def _corrected(topic: str, body: str) -> str | None:
    """不是森林，是草原: the wrong word replaced in the topic before; the right one alone where it is not there."""
    match = re.search(r"不是([^\s,，。]{1,12})[\s,，。]*(?:而)?是([^\s,，。]{1,16})", body)
    if not match:
        return None
    right = re.sub(r"[呀啊呢哦的]+$", "", match[2])
    return topic.replace(match[1], right) if match[1] in topic else f"{right}"


def _swap(topic: str, new: str) -> str | None:
    for pair in _CONTRASTS:
        for mine, other in (pair, pair[::-1]):
            stated = re.search(mine, new)
            if stated and len(re.sub(r"[的是\s]", "", new)) <= len(stated[0]) + 1 and re.search(other, topic):
                return re.sub(other, stated[0], topic)
    return None


def _times(last: Turn, turn: Turn) -> str:
    return "、".join(period.label for period in (turn.times or last.times))


def _ask(last: Turn, turn: Turn) -> str:
    if turn.language == "en":
        return " target" if (turn.status or last.status) == "target" else ""
    return "目标是多少" if (turn.status or last.status) == "target" else "是多少"
