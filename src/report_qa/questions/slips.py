"""`Slips`: a question as typed becomes the question as meant: pinyin in characters, slips of the keyboard mended."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from report_qa.questions.noise import clean_question, language_of
from report_qa.questions.pinyin import PinyinReader
from report_qa.questions.question import Correction
from report_qa.questions.spelling import Speller
from report_qa.questions.vocabulary import Vocabulary
from report_qa.questions.wording import Wording


@dataclass(frozen=True)
class Slips:
    """Mends questions put to one report. `vocabulary` and `text`, the report's sentences parted by line ends, are asked for by
    the first question that needs them.
    """

    vocabulary: Callable[[], Vocabulary]
    text: Callable[[], str]

    def mended(self, typed: str) -> tuple[str, tuple[Correction, ...]]:
        """A question without its noise and slips, and what was read as something else; as typed where nothing was."""
        clean = clean_question(typed)
        if language_of(clean) == "en" and not self._pinyin.is_pinyin(clean):
            return clean, ()
        spelt = self._pinyin.read(clean)
        if spelt != clean:
            return spelt, (Correction(clean, spelt),)
        return self._speller.correct(clean)

    @cached_property
    def _wording(self) -> Wording:
        return Wording(self.text(), lambda: self.vocabulary().sounds)

    @cached_property
    def _speller(self) -> Speller:
        return Speller(self.vocabulary(), self._wording)

    @cached_property
    def _pinyin(self) -> PinyinReader:
        return PinyinReader(self.vocabulary(), self._wording)
