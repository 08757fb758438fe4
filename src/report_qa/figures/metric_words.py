"""`MetricWords`: the lexicon of metrics, and the name that a metric has under all its wordings."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from report_qa.errors import LexiconError
from report_qa.figures.metric_file import EMPTY, NAME, MetricFile, NamedMetric, Words, name_groups, read_metric_file
from report_qa.figures.numerals import fold_width

_MARKS = re.compile(r"[\s“”\"‘’'「」『』《》()（）\[\]【】〔〕、,，·]|的(?!地)")
_AND = re.compile(
    r"(?<=[\u4e00-\u9fff]{2})(?:(?<![共饱温缓祥])和(?![美谐平睦解县政田])|(?<![普涉以波])及(?![时格第])|(?<![参授赠])与(?![会时]))(?=[\u4e00-\u9fff]{2})"
)
_PER = re.compile(r"^(?P<part>.*?)(?:占|相当于)(?!地面积|用)(?P<whole>.+?)(?:比重|比例|份额|之比|比)?$")
_SHARE = re.compile(r"^(?P<part>.+)(?:占比|比重)$")
_WHOLE_PLACE = re.compile(r"^(?:[全本我][国省区市县州旗]|世界|全球)$")
_NATION = ("全国", "中国", "国务院", None)
_FLOWS = ("new", "net")
_ALL = "all"  # the side that is no modifier: 全体居民 are 居民
_SHORTEST = 2  # characters that are left of a metric at least
_SHORTEST_PLAIN = 3  # the same, where what is left out is no modifier (死亡人数 and 完成投资 stay)


@dataclass(frozen=True, slots=True)
class MetricName:
    """What a metric's words come to: `words` are they, put in order, with `scope`; `known` is the file's entry for them.

    `growth` and `yearly` say that they speak of growth (增速) or of the average of years (年均), `share` of a part of a whole.
    """

    words: str
    scope: Words
    known: NamedMetric | None = None
    growth: bool = False
    yearly: bool = False
    share: bool = False

    @property
    def text(self) -> str:
        """The name in one word."""
        return "+".join((self.known.key if self.known else self.words, *self.scope))


class MetricWords:
    """What `metrics.toml` says of words, ready to look metrics up. Nothing in it changes once it is made."""

    __slots__ = (
        "_ends",
        "_file",
        "_growth",
        "_home",
        "_keys",
        "_known",
        "_modified",
        "_same",
        "_scopes",
        "_sides",
        "_starts",
        "_stock",
        "_to",
        "_whole",
        "_yearly",
    )

    def __init__(self, file: MetricFile) -> None:
        """Raises `LexiconError` where two metrics have one name."""
        self._file = file
        self._to = {_folded(word): _folded(same) for same, words in file.same.items() for word in (same, *words)}
        self._same = _any_of(self._to)
        self._whole = _any_of(file.leave_out.get("anywhere", ()))
        self._starts = _any_of(file.leave_out.get("start", ()))
        self._ends = _any_of(file.leave_out.get("end", ()), "$")
        self._growth = _any_of(file.growth.get("end", ()), "$")
        self._yearly = _any_of(file.growth.get("yearly", ()))
        self._stock = _any_of(file.leave_out.get("stock", ()), "$")
        self._scopes = [(key, _any_of(words)) for key, words in file.scope.items()]
        self._modified = _any_of(word for words in file.scope.values() for word in words)
        self._sides = [(key, _any_of(words)) for key, words in file.side.items()]
        self._home = {side: _any_of(file.leave_out.get(side, ())) for side in ("nation", "local")}
        self._keys = frozenset(metric.key for metric in file.metrics)
        self._known: dict[str, NamedMetric] = {}
        for shares in (False, True):  # a share is named by what it is a share of
            for metric in file.metrics:
                self._learn(metric, shares)

    @classmethod
    def open(cls, folder: Path) -> MetricWords:
        """Read `metrics.toml`, and the names that it takes from `concepts.toml`.

        Raises:
            LexiconError: a file cannot be read or says what it may not; it names the file and the entry.
        """
        return cls(read_metric_file(folder, name_groups(folder)))

    @classmethod
    def of(cls, folder: Path, groups: Iterable[Words]) -> MetricWords:
        """Read `metrics.toml`; `groups` are the names of `concepts.toml`. Raises `LexiconError`."""
        return cls(read_metric_file(folder, {name: group for group in groups for name in group}))

    def name(self, metric: str, home: str | None = None) -> MetricName:
        """The name of a metric. `home` is the report's own place (某市), None or 全国 in a report of the nation."""
        text = _folded(metric)
        if home is not None and home not in _NATION and len(text) - len(home) >= _SHORTEST:
            text = text.removeprefix(home)
        return self._named(text, "nation" if home in _NATION else "local")

    def knows(self, concept: str) -> bool:
        """Whether a `MetricKey`'s concept is a name of the file, and not a metric's own words."""
        return concept in self._keys

    def wordings(self, concept: str) -> tuple[str, ...]:
        """Every wording of a concept's metrics, in the file's order; none where it is no name of the file."""
        return tuple(name for metric in self._file.metrics if metric.key == concept for name in metric.names)

    def _learn(self, metric: NamedMetric, shares: bool) -> None:
        for name in metric.names:
            text = _folded(name)
            if shares is not (_parted(text) is not None):
                continue
            plain = self._named(text, "local").words if shares else self._plain(text)[0]
            if self._known.setdefault(plain, metric) is not metric:
                problem = f"{NAME} gives {name!r} ({plain}) to {self._known[plain].key} and to {metric.key}."
                raise LexiconError(problem, "Keep it in one of the two.")

    def _named(self, text: str, report: str) -> MetricName:
        parted = _parted(text)
        if parted is None:
            return self._of_words(text, report)
        part, whole = parted
        name = self._of_words(part, report)
        of = whole if _WHOLE_PLACE.match(whole) else self._of_words(whole, report).text if whole else ""
        words = f"{name.text}占{of}"
        known = self._known.get(words)
        return MetricName(words, known.scope if known else (), known, name.growth, name.yearly, known is None)

    def _of_words(self, text: str, report: str) -> MetricName:
        plain, growth, yearly, stock = self._plain(text)
        words, scope, known = self._look_up(plain, report)
        if stock:  # 新增企业总量 is that of the firms, 培育企业总量 that of the firms ever helped
            done = known is None and words.startswith(self._file.verbs)
            scope = tuple(sorted({key for key in scope if key not in _FLOWS} | ({"total"} if done else set())))
        return MetricName(words, scope, known, growth, yearly)

    def _plain(self, text: str) -> tuple[str, bool, bool, bool]:
        """A metric's words without those that change nothing, and whether they spoke of growth, of the average of years, and
        of all of a thing.
        """
        text = self._same.sub(lambda found: self._to[found[0]], text)
        text = self._whole.sub("", text) or text
        growth = yearly = stock = False
        while True:
            before = text
            text = _without(self._starts, text, _SHORTEST_PLAIN)
            if (rest := _without(self._yearly, text)) != text:
                text, yearly = rest, True
            if (rest := _without(self._growth, text)) != text:
                text, growth = rest, True
            if (rest := _without(self._stock, text, _SHORTEST_PLAIN)) != text:
                text, stock = rest, True
            text = _without(self._ends, text, _SHORTEST_PLAIN)
            if text == before:
                return text, growth, yearly, stock

    def _look_up(self, plain: str, report: str) -> tuple[str, Words, NamedMetric | None]:
        """Words that nothing more can be left out of, in order, their scope, and the metric that they name: as they are, and
        without each modifier of scope in turn.
        """
        text, scope = plain, set[str]()
        if (known := self._find(text, report)) is not None:
            return plain, known.scope, known
        for key, heads in self._scopes if self._modified.search(text) else ():
            rest = heads.sub("", text)
            if rest == text or len(rest) < _SHORTEST:
                continue
            text = rest
            scope.add(key)
            if (known := self._find(text, report)) is not None:
                return self._ordered(text), tuple(sorted({*known.scope, *scope})), known
        for key, heads in self._sides:
            found = heads.match(text)
            known = self._known.get(text[found.end() :]) if found else None
            if known is not None and known.sides:
                return self._ordered(text), tuple(sorted({*known.scope, *scope, key} - {_ALL})), known
        words = self._ordered(text)
        known = self._find(words, report) if words != text else None
        return words, tuple(sorted({*known.scope, *scope} if known else scope)), known

    def _find(self, text: str, report: str) -> NamedMetric | None:
        known = self._known.get(text)
        if known is None and (head := self._home[report].match(text)):
            known = self._known.get(text[head.end() :])
        return known

    def _ordered(self, text: str) -> str:
        """What is done to a thing stands before it: 老旧小区改造 is 改造老旧小区."""
        verbs = self._file.verbs
        done: set[str] = set()
        while text.startswith(verbs) or text.endswith(verbs):
            verb = next((one for one in verbs if _touches(text, one)), None)
            if verb is None:
                break
            done.add(verb)
            text = text[len(verb) :] if text.startswith(verb) else text[: -len(verb)]
        return "".join(one for one in verbs if one in done) + text if done else text


def _folded(words: str) -> str:
    """Words without marks and without 和 between two of them, in half width and capital letters."""
    return _AND.sub("", _MARKS.sub("", fold_width(words))).upper()


def _touches(text: str, verb: str) -> bool:
    return len(text) - len(verb) >= _SHORTEST and (text.startswith(verb) or text.endswith(verb))


def _parted(text: str) -> tuple[str, str] | None:
    """The part and the whole of a share, the whole empty where it is not named; None for what is no share."""
    if (found := _SHARE.match(text)) and "占" not in found["part"]:
        return (found["part"], "") if len(found["part"]) >= _SHORTEST else None
    if "占" not in text and "相当于" not in text:
        return None
    per = _PER.match(text)
    return (per["part"], per["whole"]) if per and len(per["part"]) >= _SHORTEST else None


def _without(words: re.Pattern[str], text: str, shortest: int = _SHORTEST) -> str:
    """A text without a word at its start (or its end, where the pattern ends so), unless hardly anything is left."""
    found = words.search(text) if words.pattern.endswith("$") else words.match(text)
    if found is None or not found[0] or len(text) - len(found[0]) < shortest:
        return text
    return text[: found.start()] + text[found.end() :]


def _any_of(words: Iterable[str], end: str = "") -> re.Pattern[str]:
    """A pattern of the longest of some words, parted by first letters, so that most places of a text are left at once."""
    heads: dict[str, list[str]] = {}
    for word in sorted(set(words), key=lambda one: (-len(one), one)):
        heads.setdefault(word[0], []).append(re.escape(word[1:]))
    choices = "|".join(f"{re.escape(head)}(?:{'|'.join(rests)})" for head, rests in sorted(heads.items()))
    return re.compile(f"(?:{choices}){end}" if choices else "(?!)")


NO_METRICS = MetricWords(EMPTY)
"""Words of no file: every metric is named by its own words."""
