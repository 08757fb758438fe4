"""`KeyedFigures`: the figures of each report by the key of their metric, looked up once a report is needed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from report_qa.answers.across import common_key
from report_qa.answers.view import ReportView
from report_qa.figures.figure import Figure
from report_qa.figures.identity import MetricKey, metric_key, metric_keys
from report_qa.figures.metric_words import MetricWords


class KeyedFigures:
    """Positions of figures by key, of as many reports as were asked for; about 40 KB a report is kept."""

    def __init__(self, view: Callable[[str], ReportView], words: MetricWords) -> None:
        self._view = view
        self._words = words
        self._known: dict[str, Mapping[MetricKey, tuple[int, ...]]] = {}

    def of(self, report: str) -> Mapping[MetricKey, tuple[int, ...]]:
        """The positions of a report's figures by the key of their metric, in source order."""
        known = self._known.get(report)
        if known is None:
            view = self._view(report)
            found: dict[MetricKey, list[int]] = {}
            for at, key in enumerate(metric_keys(view.figures, self._words, view.dates.place)):
                found.setdefault(key, []).append(at)
            known = self._known[report] = {key: tuple(positions) for key, positions in found.items()}
        return known

    def key_of(self, figure: Figure, place: str | None) -> MetricKey:
        """The key of a figure of the report of a place."""
        return metric_key(figure, self._words, place)

    def knows(self, key: MetricKey) -> bool:
        """Whether the lexicon of metrics has a key's concept."""
        return self._words.knows(key.concept)

    def meant(self, words: str, keys: Sequence[MetricKey]) -> MetricKey | None:
        """The key that most of some figures have, those of the concept that the words name before all others.

        None where the words name none and no two figures agree, so that nobody can tell which of them is meant.
        """
        named = self._words.name(words).known
        of_name = [key for key in keys if named is not None and key.concept == named.key]
        chosen = common_key(of_name or keys)
        agreed = bool(of_name) or len(keys) == 1 or list(keys).count(chosen) > 1 if chosen else False
        return chosen if agreed else None
