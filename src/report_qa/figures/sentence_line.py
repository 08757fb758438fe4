"""`SentenceLine`: a sentence without white space, with the place of each of its characters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from report_qa.text.document import Sentence
from report_qa.text.spans import Extent


@dataclass(frozen=True, slots=True)
class SentenceLine:
    """A sentence (the one at position `index` of its document): `origin` says where each character of `text` stood in it."""

    sentence: Sentence
    index: int
    text: str
    origin: Sequence[int]

    @classmethod
    def of(cls, sentence: Sentence, index: int) -> SentenceLine:
        """The line of a sentence."""
        text = sentence.text
        words = text.split()
        if len(words) == 1 and len(words[0]) == len(text):
            return cls(sentence, index, text, range(len(text)))
        origin = [at for at, character in enumerate(text) if not character.isspace()]
        return cls(sentence, index, "".join(words), origin)

    def bounds(self, start: int, end: int) -> tuple[int, int]:
        """Characters `[start, end)` of the line, as code points of the sentence."""
        return self.origin[start], self.origin[end - 1] + 1

    def extent(self, start: int, end: int) -> Extent:
        """Where characters `[start, end)` of the line stand in the source."""
        return self.sentence.extent.part(*self.bounds(start, end))
