"""`Lexicon`: what work reports measure, in the words of reports, of staff, of citizens and of English speakers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from report_qa.errors import LexiconError
from report_qa.figures.metric_file import NAME as METRIC_FILE
from report_qa.figures.metric_words import NO_METRICS, MetricWords
from report_qa.questions.concepts import GAP, GAP_WIDTH, Concept, UnitKind, read_concepts, read_units
from report_qa.questions.phrases import PhraseTable
from report_qa.settings import shipped_folder

Via = Literal["name", "short", "everyday", "english"]

_COLUMNS: tuple[tuple[str, Via], ...] = (
    ("names", "name"),
    ("short", "short"),
    ("everyday", "everyday"),
    ("english", "english"),
)
_GAP_STOPS = frozenset("，。；！？,;!?\n")


@dataclass(frozen=True, slots=True)
class ConceptMention:
    """A spelling of `concept` at code points `[start, end)` of a text; `form` is it as the lexicon writes it, in small letters."""

    start: int
    end: int
    concept: Concept
    via: Via
    form: str

    @property
    def forms(self) -> tuple[str, ...]:
        """Spellings under which a report may print what this mention means.

        For a name, the names of its group; for an abbreviation, itself and the first group; for words of citizens or English
        speakers, every name and abbreviation of the concept.
        """
        if self.via == "name":
            group = next(group for group in self.concept.groups if any(_folded(name) == self.form for name in group))
            return (*group, *self.concept.short) if group is self.concept.groups[0] else group
        if self.via == "short":
            return (self.form, *self.concept.groups[0])
        return (*self.concept.names, *self.concept.short)


@dataclass(frozen=True, slots=True)
class _Form:
    """What a spelling, or the part of one before its gap, stands for; `tail` is the part after the gap."""

    concept: Concept
    via: Via
    written: str
    tail: str = ""


class Lexicon:
    """Concepts, unit kinds and what one metric is called, with tables to find them in a text. Built once; nothing in it changes."""

    __slots__ = ("_asking", "_by_key", "_gapped", "_whole", "concepts", "metrics", "units")

    def __init__(
        self, concepts: tuple[Concept, ...], units: tuple[UnitKind, ...], metrics: MetricWords = NO_METRICS
    ) -> None:
        """Raises `LexiconError` for a key given twice, a concept without a name, and a form of two concepts."""
        self.concepts = concepts
        self.units = units
        self.metrics = metrics
        self._by_key = {concept.key: concept for concept in concepts}
        if len(self._by_key) < len(concepts):
            raise LexiconError("concepts.toml gives a key twice.", "Join the two entries.")
        whole, gapped = _form_tables(concepts)
        self._whole = PhraseTable(whole.items())
        self._gapped = PhraseTable((head, tuple(forms)) for head, forms in gapped.items())
        asking = ((word.lower(), unit.kind) for unit in units for word in unit.asking)
        self._asking = _asking_tables(asking)

    @classmethod
    def open(cls, folder: Path) -> Lexicon:
        """Read `concepts.toml`, `units.toml` and `metrics.toml` (the shipped one, where a lexicon of one's own has none).

        Raises `LexiconError`, which names the file and the entry.
        """
        concepts, units = read_concepts(folder), read_units(folder)
        if not (folder / METRIC_FILE).exists():
            return cls(concepts, units, MetricWords.open(shipped_folder("lexicon")))
        groups = (group for concept in concepts for group in concept.groups)
        return cls(concepts, units, MetricWords.of(folder, groups))

    def concept(self, key: str) -> Concept | None:
        """The concept of that key, or None."""
        return self._by_key.get(key)

    def concepts_in(self, text: str) -> list[ConceptMention]:
        """Concepts named in `text`, in order; of spellings that overlap, the longest counts. Case is ignored."""
        folded = _folded(text)
        found = [_mention(start, end, form) for start, end, form in self._whole.find(folded)]
        found += _gap_mentions(folded, self._gapped)
        found.sort(key=lambda mention: (mention.start - mention.end, mention.start, mention.concept.key))
        kept: list[ConceptMention] = []
        for mention in found:
            if all(mention.end <= other.start or other.end <= mention.start for other in kept):
                kept.append(mention)
        return sorted(kept, key=lambda mention: mention.start)

    def kinds_sought(self, text: str) -> tuple[str, ...]:
        """Kinds of quantity that the words of a question ask for, in their order, each once."""
        folded = _folded(text)
        whole, gapped = self._asking
        found = [(start, kind) for start, _, kind in whole.find(folded)]
        for start, end, tails in gapped.find_all(folded):
            found += [(start, kind) for tail, kind in tails if _after_gap(folded, end, tail)]
        return tuple(dict.fromkeys(kind for _, kind in sorted(found)))

    def printed_units(self, kind: str) -> tuple[str, ...]:
        """Units in which reports print a kind of quantity; empty for an unknown kind."""
        return next((unit.printed for unit in self.units if unit.kind == kind), ())


def _gap_mentions(text: str, table: PhraseTable[tuple[_Form, ...]]) -> Iterator[ConceptMention]:
    for start, end, forms in table.find_all(text):
        for form in forms:
            if last := _after_gap(text, end, form.tail):
                yield _mention(start, last, form)


def _mention(start: int, end: int, form: _Form) -> ConceptMention:
    return ConceptMention(start, end, form.concept, form.via, form.written)


def _after_gap(text: str, end: int, tail: str) -> int:
    """Where `tail` ends if it follows `end` within the gap and the clause, else 0."""
    at = text.find(tail, end, end + GAP_WIDTH + len(tail))
    if at < 0 or not _GAP_STOPS.isdisjoint(text[end:at]):
        return 0
    return at + len(tail)


def _form_tables(concepts: tuple[Concept, ...]) -> tuple[dict[str, _Form], dict[str, list[_Form]]]:
    """Whole forms, and gapped ones by the part before the gap. English forms count in the other number too."""
    whole: dict[str, _Form] = {}
    gapped: dict[str, list[_Form]] = {}
    for concept in concepts:
        for form, via in _forms(concept):
            head, gap, tail = form.partition(GAP)
            if gap:
                gapped.setdefault(head, []).append(_Form(concept, via, form, tail))
            elif (old := whole.setdefault(form, _Form(concept, via, form))).concept is not concept:
                problem = f"concepts.toml gives {form!r} to {old.concept.key} and to {concept.key}."
                raise LexiconError(problem, "Keep it in one of the two.")
    for concept in concepts:
        for form in concept.english:
            folded = _folded(form)
            whole.setdefault(_other_number(folded), _Form(concept, "english", folded))
    return whole, gapped


def _forms(concept: Concept) -> Iterator[tuple[str, Via]]:
    for column, via in _COLUMNS:
        for form in getattr(concept, column):
            yield _folded(form), via


def _other_number(form: str) -> str:
    """The plural of an English form in the singular, and the reverse, by its last letter."""
    if not form[-1:].isascii():
        return form
    return form[:-1] if form.endswith("s") and not form.endswith(("ss", "us", "is")) else f"{form}s"


def _folded(text: str) -> str:
    """Small letters, code point for code point."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


_Asking = tuple[PhraseTable[str], PhraseTable[tuple[tuple[str, str], ...]]]


def _asking_tables(asking: Iterator[tuple[str, str]]) -> _Asking:
    whole: list[tuple[str, str]] = []
    gapped: dict[str, list[tuple[str, str]]] = {}
    for word, kind in asking:
        head, gap, tail = word.partition(GAP)
        if gap:
            gapped.setdefault(head, []).append((tail, kind))
        else:
            whole.append((word, kind))
    return PhraseTable(whole), PhraseTable((head, tuple(tails)) for head, tails in gapped.items())
