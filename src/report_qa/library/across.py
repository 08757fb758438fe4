"""Answers questions over several reports: a table of all that there are, places side by side, a target and its result."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from report_qa.answers.across import Row, agreed, common_key, main_of, make_table, of_time
from report_qa.answers.across_reading import Across, read_across
from report_qa.answers.across_wording import Gathered, Request, Verdict, say_missing, say_table, word
from report_qa.answers.naming import Names
from report_qa.answers.reply import Reply
from report_qa.answers.view import ReportView
from report_qa.figures.figure import Figure
from report_qa.figures.identity import MetricKey
from report_qa.library.across_keys import KeyedFigures
from report_qa.library.across_scope import Time, choose_time, covering, reports_within
from report_qa.library.ask import Ask
from report_qa.questions.asking import asks_growth
from report_qa.questions.places import Gazetteer
from report_qa.search.passage import Hit
from report_qa.text.periods import ReportDates, Status

_SAMPLES, _AGREEING = 5, 2  # reports that are asked what is meant, until so many mean the same
_NEAR = 20
_GROWTH = ("growth", "yearly_growth")


@dataclass(frozen=True, slots=True)
class Reports:
    """What several reports are asked with: `ask` puts a question to one of them, `search` finds passages of all."""

    dates: Mapping[str, ReportDates]
    gazetteer: Gazetteer
    view: Callable[[str], ReportView]
    ask: Callable[[str, Ask], Reply]
    search: Callable[[str, int], tuple[Hit, ...]]
    keyed: KeyedFigures

    def row(self, report: str, figure: Figure, place: str | None = None) -> Row:
        """A row of a report's figure, under the report's own place by default."""
        return Row(self.view(report), figure, place or self.dates[report].place or report)

    def figure(self, report: str, words: str, time: Time) -> Figure | None:
        """The figure of a year and status that a report answers some words with."""
        reply = self.ask(report, Ask(words, report=report))
        if reply.status not in ("answered", "clarify"):
            return None
        figures = [one.figure for one in reply.figures if is_of(one.figure, time)]
        if not asks_growth(words):
            return figures[0] if figures else None
        return next(filter(None, (self._growth(report, figure, time) for figure in figures)), None)

    def _growth(self, report: str, figure: Figure, time: Time) -> Figure | None:
        """How the metric of a figure grew: the figure itself, or the one that the report has beside it."""
        key = self.key_of(report, figure)
        if key.aspect in _GROWTH:
            return figure
        beside = [
            one
            for one in self.keyed.of(report)
            if (one.concept, one.scope, one.aspect) == (key.concept, key.scope, "growth")
        ]
        return next(filter(None, (self.keyed_figure(report, one, time)[0] for one in beside)), None)

    def keyed_figure(self, report: str, key: MetricKey, time: Time) -> tuple[Figure | None, bool]:
        """A report's figure of a key, year and status, and whether it says more than one that disagree."""
        view = self.view(report)
        found = main_of(view, of_time(view, self.keyed.of(report).get(key, ()), time.year, time.status))
        figure = agreed(found)
        return figure, bool(found) and figure is None

    def key_of(self, report: str, figure: Figure) -> MetricKey:
        """The key of a report's figure."""
        return self.keyed.key_of(figure, self.dates[report].place)


def is_of(figure: Figure, time: Time) -> bool:
    """Whether a figure is of a year and status."""
    period = figure.period
    return period is not None and (period.start, period.end, figure.status) == (time.year, time.year, time.status)


def words_to_ask(words: str, time: Time, language: str, place: str = "") -> str:
    """A question to one report: what, of which year, done or promised."""
    if language == "en":
        target = " target" if time.status == "target" and "target" not in words else ""
        return f"What is the {words}{target} {'of ' + place + ' ' if place else ''}in {time.year}?"
    target = "目标" if time.status == "target" and not re.search("目标|预期|计划", words) else ""
    return f"{place}{time.year}年{words}{target}是多少"


def answer_table(reports: Reports, across: Across, names: Names, asked: Ask) -> Reply | None:
    """The figure of each report in scope as a table; None where too few reports are in it."""
    scope = reports_within(reports.dates, across.level, across.within, reports.gazetteer)
    time = choose_time(names, wants_target(across.words, names.status), scope, reports.dates)
    if time is None:
        return None
    chosen = covering(scope, time, reports.dates)
    if (
        not chosen and time.status == "target" and names.status is None
    ):  # 那2023年呢 behind a target: no report plans it
        time = replace(time, status="actual")
        across = replace(across, words=_TARGET_WORDS.sub("", across.words))
        chosen = covering(scope, time, reports.dates)
    request = request_of(across, asked, time)
    if len(chosen) < 2:
        return (
            None if across.within else word("unknown", request, {"without": []}, Gathered(request.language), _UNKNOWN)
        )
    words = words_to_ask(across.words, time, across.language)
    hits = reports.search(words, max(_NEAR, asked.top_k))
    shown = tuple(hit for hit in hits if hit.passage.report in chosen)[: asked.top_k]
    key = _key_meant(reports, chosen, (across.words, words), time, hits)
    if key is not None:
        key = level_key(reports, chosen, key, across, time)
    rows, without, unclear = _rows(reports, chosen, key, words, time) if key else ([], chosen, [])
    gathered = Gathered(request.language)
    covered = gathered.count(len(chosen))
    if key is None or not _enough(rows, key, across, time, reports):
        return word("nowhere", request, {"covered": covered}, gathered, _NOT_SAID, shown)
    lowest, named = across.lowest, across.kind == "most"
    metric = _metric(rows, key, request.language)
    context = say_table(make_table(rows, lowest), request, gathered, (lowest, named), metric)
    context |= {"covered": covered, "given": gathered.count(len(rows)), "key": key.text}
    places = [[reports.dates[name].place or name for name in some] for some in (without, unclear)]
    context |= say_missing(places[0], places[1], gathered)
    return word("table", request, context, gathered, Verdict(confidence=0.8), shown)


_UNKNOWN = Verdict("not_found", reason="unknown_report", confidence=0.9)
_NOT_SAID = Verdict("not_found", reason="not_in_report", confidence=0.6)


def _key_meant(
    reports: Reports, chosen: list[str], asked: tuple[str, str], time: Time, hits: tuple[Hit, ...]
) -> MetricKey | None:
    """The key of the metric that the reports nearest to the words answer them with. `asked` is what is asked, and how."""
    near = [hit.passage.report for hit in hits if hit.passage.report in chosen]
    found: list[MetricKey] = []
    for report in list(dict.fromkeys([*near, *chosen]))[:_SAMPLES]:
        figure = reports.figure(report, asked[1], time)
        if figure is not None:
            found.append(reports.key_of(report, figure))
        if found and found.count(common_key(found) or found[0]) >= _AGREEING:
            break
    return reports.keyed.meant(metric_words(asked[0]), found)


def metric_words(words: str) -> str:
    """The words of a question without those that only ask for a target or for growth."""
    return re.sub(r"\b(?:growth|rates?|real|total)\b", "", _TARGET_WORDS.sub("", words)).strip()


def _enough(rows: list[Row], key: MetricKey, across: Across, time: Time, reports: Reports) -> bool:
    """Whether rows are enough to stand for what is asked: words that no lexicon knows may mean another thing in each report,
    who has the most cannot be told of one, and growth is not how much there is.
    """
    if only_grows(key, across, time):
        return False
    least = 1 if across.kind == "each" else 2
    return len(rows) >= (least if reports.keyed.knows(key) else max(least, 3))


def only_grows(key: MetricKey, across: Across, time: Time) -> bool:
    """Whether a key says how a metric grew where who has more of it is asked."""
    asks_amount = across.kind in ("most", "places") and not asks_growth(across.clean)
    return (
        asks_amount and key.aspect in _GROWTH and time.status == "actual" and _AMOUNTS.search(across.clean) is not None
    )


_AMOUNTS = re.compile(
    r"[高低多少大小]|第一|前[二三五十\d]|排|\b(?:highest|largest|biggest|most|lowest|smallest|more|less|larger|smaller)\b"
)
_TARGET_WORDS = re.compile(r"(?:预期)?目标|预期|\btargets?\b", re.IGNORECASE)


def level_key(reports: Reports, chosen: list[str], key: MetricKey, across: Across, time: Time) -> MetricKey:
    """The key of how much a metric is, where that is asked, the words do not speak of growth and any report gives it."""
    if key.aspect not in _GROWTH or time.status == "target" or asks_growth(across.words):
        return key
    found = [
        other
        for report in chosen
        for other, at in reports.keyed.of(report).items()
        if (other.concept, other.scope, other.aspect) == (key.concept, key.scope, "level")
        and of_time(reports.view(report), at, time.year, time.status)
    ]
    return common_key(found) or key


def _rows(
    reports: Reports, chosen: list[str], key: MetricKey, words: str, time: Time
) -> tuple[list[Row], list[str], list[str]]:
    """A row for each report that says one thing, the reports that say nothing, and those that say several."""
    rows: list[Row] = []
    without: list[str] = []
    unclear: list[str] = []
    for report in chosen:
        figure, disagrees = reports.keyed_figure(report, key, time)
        if disagrees:
            answered = reports.figure(report, words, time)
            figure = answered if answered is not None and reports.key_of(report, answered) == key else None
        if figure is not None:
            rows.append(reports.row(report, figure))
        else:
            (unclear if disagrees else without).append(report)
    return rows, without, unclear


def _metric(rows: list[Row], key: MetricKey, language: str) -> str:
    """What the rows are of, in the words of most of them."""
    names = [row.figure.metric for row in rows]
    name = max(dict.fromkeys(names), key=lambda one: (names.count(one), -len(one)))
    grows = key.aspect in _GROWTH and not re.search("增[长速幅]|涨幅", name)
    return f"{name}{('增速' if language == 'zh' else ' growth') if grows else ''}"


def wants_target(words: str, status: Status | None) -> bool:
    """Whether a target is asked for."""
    return status == "target" or re.search(r"目标|预期|\btargets?\b", words, re.IGNORECASE) is not None


def request_of(across: Across, asked: Ask, time: Time | None) -> Request:
    """What an answer is an answer to."""
    place = (across.places or across.within or (None,))[0]
    return Request(
        question=asked.question,
        words=across.words,
        language=asked.lang or across.language,
        intent={"each": "figure", "most": "rank", "places": "compare", "target": "yesno", "years": "compare"}[
            across.kind
        ],
        year=time.year if time else None,
        status=time.status if time else None,
        place=place.name if place else None,
        dated=time is not None and time.named,
    )


def read_last(names: Names, gazetteer: Gazetteer) -> tuple[Across | None, Names]:
    """The last turn as a question over several reports; one that only names another time (那2024年呢) asks the one before."""
    across = read_across(names, gazetteer)
    if across is not None or len(names.texts) < 2 or not _CONTINUES.fullmatch(names.texts[-1].strip()):
        return across, names
    before = read_across(replace(names, texts=names.texts[:-1]), gazetteer)
    return before, names


_CONTINUES = re.compile(
    r"(?:那么?|然后)?(?:到|在)?(?:(?:19|20)\d\d年?|今年|去年|前年|明年)(?:的)?(?:目标|实际|计划|结果)?呢?[?？。]?"
    r"|(?:and |what about |how about )(?:in )?(?:(?:19|20)\d\d|this year|last year)\??",
    re.IGNORECASE,
)
