"""`RecentQueries`: an embedder that remembers what it made of the last questions."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from threading import Lock

from report_qa.search.embedder import Embedder, ModelFacts, Progress, Vectors, WordEmbedder, head_of, read_query
from report_qa.search.model.word_head import WordHead
from report_qa.search.words import TextWords

MOST, LONGEST = 1_024, 2_048  # questions and characters of one: 1.6 MB of vectors, 4 MB of pieces, 8 MB of texts


class RecentQueries:
    """An embedder over another one that keeps what it made of the last `MOST` questions, for any number of threads.

    A page of a report asks the same few suggestions again and again, and one answer looks up its question more than once.
    """

    def __init__(self, inner: Embedder) -> None:
        self._inner = inner
        self._lock = Lock()
        self._recent: OrderedDict[str, tuple[Vectors, TextWords | None]] = OrderedDict()

    @property
    def name(self) -> str:
        """The name of the embedder beneath."""
        return self._inner.name

    @property
    def dim(self) -> int:
        """Numbers in a vector."""
        return self._inner.dim

    @property
    def facts(self) -> ModelFacts:
        """Those of the embedder beneath."""
        return self._inner.facts

    @property
    def word_head(self) -> WordHead | None:
        """That of the embedder beneath."""
        return head_of(self._inner)

    def embed_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """Vectors of passages, as the embedder beneath makes them."""
        return self._inner.embed_passages(texts, progress)

    def embed_words(self, texts: Sequence[str], progress: Progress | None = None) -> list[TextWords]:
        """Pieces of passages, as the embedder beneath makes them."""
        if not isinstance(self._inner, WordEmbedder):
            raise ValueError("an embedder without words")
        return self._inner.embed_words(texts, progress)

    def embed_query(self, text: str) -> Vectors:
        """The vector of a question, float32 `(dim,)`, not to be written to."""
        return self.read_query(text)[0]

    def read_query(self, text: str) -> tuple[Vectors, TextWords | None]:
        """The vector of a question and its pieces, if the embedder beneath gives them; not to be written to."""
        with self._lock:
            known = self._recent.get(text)
            if known is not None:
                self._recent.move_to_end(text)
                return known
        # Outside the lock: two threads with one new question both embed it, and neither waits for another's.
        made = read_query(self._inner, text)
        made[0].setflags(write=False)
        if len(text) <= LONGEST:
            with self._lock:
                self._recent[text] = made
                self._recent.move_to_end(text)
                while len(self._recent) > MOST:
                    self._recent.popitem(last=False)
        return made
