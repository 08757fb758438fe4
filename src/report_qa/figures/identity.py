"""`MetricKey`: which metric a figure is of, the same under every wording, in every period and every report."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from report_qa.figures.aspects import Aspect, Side, earlier_base, side_of
from report_qa.figures.figure import Figure
from report_qa.figures.metric_file import NamedMetric
from report_qa.figures.metric_words import MetricName, MetricWords
from report_qa.figures.unit_kinds import exact_kind

_RATES = ("share", "points", "multiple")
_ABSOLUTE = ("level", "share", "yearly")
_HUNDRED_MILLION = 10**8
_FASTEST = 40  # per cent that an amount grows by where no word says so (45%的规上工业企业 is a part of them)


@dataclass(frozen=True, slots=True)
class MetricKey:
    """The parts of a metric's identity: figures of one key can be put side by side, whatever their periods and reports.

    `concept` is a key of `metrics.toml`, or the metric's own words in a fixed order; `scope` its modifiers (`urban`,
    `above_scale`, `new`), sorted; `aspect` what is said of it (`level`, `growth`, …); `kind` the kind of unit, with its
    classifier, currency or rate (`money`, `count:家`, `mass/年`); `base` what a growth, a lead or a ratio is held
    against, empty for the year before.
    """

    concept: str
    scope: tuple[str, ...]
    aspect: Aspect
    kind: str
    base: str = ""

    @property
    def text(self) -> str:
        """The key in one word: `income+urban/growth/share`, `新建幼儿园/level/count:所`, `gdp/growth:2019年/share`."""
        aspect = f"{self.aspect}:{self.base}" if self.base else self.aspect
        return f"{'+'.join((self.concept, *self.scope))}/{aspect}/{self.kind}"


def metric_key(figure: Figure, words: MetricWords, home: str | None = None) -> MetricKey:
    """The key of a figure's metric. `home` is the report's own place (某市), None in a report of the nation."""
    return _key(figure, words.name(figure.metric, home))


def metric_keys(figures: Iterable[Figure], words: MetricWords, home: str | None = None) -> tuple[MetricKey, ...]:
    """The keys of a report's figures, in their order."""
    names: dict[str, MetricName] = {}
    keys = []
    for figure in figures:
        name = names.get(figure.metric)
        if name is None:
            name = names[figure.metric] = words.name(figure.metric, home)
        keys.append(_key(figure, name))
    return tuple(keys)


def _key(figure: Figure, name: MetricName) -> MetricKey:
    kind = exact_kind(figure.unit)
    side = side_of(figure.change, kind)
    aspect, base = _aspect(side, name, kind), side.base or earlier_base(figure)
    known, scope = name.known, {*name.scope, *_per_head(figure.change)}
    if kind == "none" and known is not None and "money" in known.kinds and figure.scale >= _HUNDRED_MILLION:
        kind = "money"  # 经济总量突破千亿
    if known is not None and "count" in known.kinds and (kind in ("households", "none") or kind.startswith("count:")):
        kind = "count"  # 家, 户 and 个 count the same firms
    elif known is not None and aspect in ("level", "yearly") and not _measured_in(known, kind):
        if kind == "share" and figure.amount < _FASTEST and not base:
            aspect = "growth" if aspect == "level" else "yearly_growth"  # 地区生产总值5%左右: what an amount grows by
        else:
            scope -= set(known.scope)
            known = None
    concept = known.key if known else name.words
    return MetricKey(concept, tuple(sorted(scope)), aspect, kind, "" if aspect in _ABSOLUTE else base)


def _measured_in(known: NamedMetric, kind: str) -> bool:
    return not known.kinds or kind.partition(":")[0] in known.kinds


def _per_head(change: str | None) -> tuple[str, ...]:
    """The modifier that a change carries for its metric (人均达到)."""
    if change is None or change.startswith("平均每年"):
        return ()
    return (
        ("per_head",) if change.startswith("人均") else ("per_unit",) if change.startswith(("户均", "平均每")) else ()
    )


def _aspect(side: Side, name: MetricName, kind: str) -> Aspect:
    aspect = side.aspect
    if name.growth and aspect in ("level", "yearly") and kind in _RATES:
        aspect = "yearly_growth" if aspect == "yearly" else "growth"
    if name.yearly and aspect == "growth":
        return "yearly_growth"
    if name.yearly and aspect == "level":
        return "yearly"
    if name.share and aspect == "level" and kind == "share":
        return "share"
    return aspect
